use super::super::testing::check as check_kind;
use crate::entity::Kind;

fn check(text: &str, expected: &[&str]) {
    check_kind(Kind::Quantity, text, expected);
}

#[test]
fn shares_and_measures() {
    check("đạt 12,5% kế hoạch", &["12,5%"]);
    check("dài 300 km, rộng 2,5 ha", &["300 km", "2,5 ha"]);
    check("tầm bắn 300km", &["300km"]);
    check("lưu lượng 700 m3/s", &["700 m3/s"]);
    check("lãi suất 6%/năm", &["6%"]);
    check("khoảng 20 - 30% sản lượng", &["20 - 30%"]);
}

#[test]
fn counted_words() {
    check("khởi tố 5 vụ án với 5 bị can", &["5 vụ án", "5 bị can"]);
    check("hơn 39 cơ quan, đơn vị", &["39 cơ quan"]);
    check("tổng số 1.998 chứng thư số", &["1.998 chứng thư"]);
    check("trong 3 người và hai con", &["3 người", "hai con"]);
    check("5 triệu người", &["5 triệu người"]);
}

#[test]
fn times() {
    check("phạt 18 tháng tù", &["18 tháng"]);
    check("ông Bình, 45 tuổi", &["45 tuổi"]);
    check("mất 2 năm 6 tháng", &["2 năm 6 tháng"]);
    check("sau 9 phút 52 giây 44", &["9 phút 52 giây 44"]);
    check("cao 1m50", &["1m50"]);
    check("trong một ngày", &["một ngày"]);
}

#[test]
fn scores() {
    check("thắng với tỷ số 2-1 trước", &["2-1"]);
    check("sáng 2-1, đoàn lên đường", &[]);
}

#[test]
fn not_quantities() {
    check("mức độ 3 và 4", &[]);
    check("một số đơn vị, một trong những", &[]);
    check("xếp hạng 3 vòng loại", &[]);
    check("hai bên, hai nước", &[]);
    check("mạng 5G và COVID-19", &[]);
    check("số 5 đường Lê Lợi", &[]);
}
