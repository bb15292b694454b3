use super::super::testing::check as check_kind;
use crate::entity::Kind;

fn check(text: &str, expected: &[&str]) {
    check_kind(Kind::Date, text, expected);
}

#[test]
fn days() {
    check("Ngày 27/4, đoàn đến", &["Ngày 27/4"]);
    check("ký ngày 25/7/2018 tại", &["ngày 25/7/2018"]);
    check("ngày 2 tháng 9 năm 1945", &["ngày 2 tháng 9 năm 1945"]);
    check("vào ngày 17.7", &["ngày 17.7"]);
    check("sáng 12/5 và tối 30-4", &["sáng 12/5", "tối 30-4"]);
    check("hôm 26/6", &["hôm 26/6"]);
    check("thứ bảy 5/10", &["thứ bảy 5/10"]);
    check("từ ngày 28 đến 30/3", &["ngày 28", "30/3"]);
    check("mùng 3 Tết", &["mùng 3 Tết"]);
}

#[test]
fn clocks_only_with_a_date() {
    check("8h30 ngày 3-9", &["8h30 ngày 3-9"]);
    check("lúc 8h30 cùng ngày", &[]);
    check("9 giờ sáng 5/6", &["9 giờ sáng 5/6"]);
}

#[test]
fn longer_spans() {
    check("tháng 3/2022", &["tháng 3/2022"]);
    check("trong năm 2023", &["năm 2023"]);
    check("quý I/2022", &["quý I/2022"]);
    check("giai đoạn 2021-2025", &["giai đoạn 2021-2025"]);
    check("cuối năm 2020", &["cuối năm 2020"]);
    check("năm học 2023-2024", &["năm học 2023-2024"]);
    check("9 tháng đầu năm 2023", &["9 tháng đầu năm 2023"]);
    check("những năm 1990", &["những năm 1990"]);
    check("thế kỷ 20", &["thế kỷ 20"]);
}

#[test]
fn not_dates() {
    check("thời gian qua, đến nay", &[]);
    check("3/4 số hộ", &[]);
    check("mỗi năm 5 vụ", &[]);
    check("ngày 3 lần", &[]);
}
