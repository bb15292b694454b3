use super::super::testing::check as check_kind;
use crate::entity::Kind;

fn check(text: &str, expected: &[&str]) {
    check_kind(Kind::Organization, text, expected);
}

#[test]
fn bodies_of_a_territory() {
    check("được UBND tỉnh Lâm Đồng giao", &["UBND tỉnh Lâm Đồng"]);
    check("giao Công an tỉnh, Tỉnh ủy", &["Công an tỉnh", "Tỉnh ủy"]);
    check("theo UBND xã Lộc An cho biết", &["UBND xã Lộc An"]);
    check("TAND TP.HCM tuyên", &["TAND TP.HCM"]);
}

#[test]
fn bodies_with_a_title() {
    check("được Bộ Thông tin và Truyền thông xếp", &["Bộ Thông tin và Truyền thông"]);
    check("Sở Y tế tỉnh Lâm Đồng báo cáo", &["Sở Y tế tỉnh Lâm Đồng"]);
    check("Cục Cảnh sát giao thông (Bộ Công an)", &["Cục Cảnh sát giao thông", "Bộ Công an"]);
    check("của Bộ Công an và Bộ Quốc phòng", &["Bộ Công an", "Bộ Quốc phòng"]);
    check("Ban Tuyên giáo Tỉnh ủy họp", &["Ban Tuyên giáo Tỉnh ủy"]);
}

#[test]
fn firms_and_schools() {
    check("Trường THPT Nguyễn Huệ", &["Trường THPT Nguyễn Huệ"]);
    check("tại Bệnh viện Chợ Rẫy", &["Bệnh viện Chợ Rẫy"]);
    check("Công ty Hoàng Gia vừa mở", &["Công ty Hoàng Gia"]);
    check("trận gặp U23 Thái Lan", &["U23 Thái Lan"]);
}

#[test]
fn not_bodies() {
    check("công an các cấp và các sở, ngành", &[]);
    check("thị trường Singapore", &[]);
    check("quần đảo Trường Sa", &[]);
    check("ông Đoàn Văn Hậu", &[]);
}
