use super::super::testing::check as check_kind;
use crate::entity::Kind;

fn check(text: &str, expected: &[&str]) {
    check_kind(Kind::Event, text, expected);
}

#[test]
fn known_events() {
    check("huy chương SEA Games 31 tại", &["SEA Games 31"]);
    check("vòng 11 V-League 2021.", &["V-League 2021"]);
    check("cơn bão số 3 và bão Yagi.", &["bão số 3", "bão Yagi"]);
}

#[test]
fn titled_events() {
    check(
        "dự Hội nghị tập huấn công tác bảo vệ bí mật nhà nước năm 2021 tại",
        &["Hội nghị tập huấn công tác bảo vệ bí mật nhà nước năm 2021"],
    );
    check("khai mạc Festival Huế 2024", &["Festival Huế 2024"]);
}

#[test]
fn not_events() {
    check("Hội nghị tập huấn được tổ chức", &[]);
    check("đại hội, lễ khai mạc và hội nghị", &[]);
    check("Ngày 5/6, đoàn đến", &[]);
}
