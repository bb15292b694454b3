use super::super::testing::check as check_kind;
use crate::entity::Kind;

fn check(text: &str, expected: &[&str]) {
    check_kind(Kind::Law, text, expected);
}

#[test]
fn numbered_documents() {
    check("là Nghị quyết số 30-NQ/TW ngày 25/7", &["Nghị quyết số 30-NQ/TW"]);
    check("theo Nghị định 100/2019/NĐ-CP.", &["Nghị định 100/2019/NĐ-CP"]);
    check("Công văn 1234/UBND-VX", &["Công văn 1234/UBND-VX"]);
    check("Chỉ thị 16 của", &["Chỉ thị 16"]);
}

#[test]
fn articles() {
    check("theo Điều 134 Bộ luật Hình sự", &["Điều 134 Bộ luật Hình sự"]);
    check("khoản 1 Điều 9 Luật Đất đai", &["khoản 1 Điều 9 Luật Đất đai"]);
}

#[test]
fn named_documents() {
    check("thi hành Luật An ninh mạng đối với", &["Luật An ninh mạng"]);
    check("sửa Luật Đất đai (sửa đổi)", &["Luật Đất đai (sửa đổi)"]);
    check(
        "ban hành Quy chế bảo vệ bí mật nhà nước trên địa bàn",
        &["Quy chế bảo vệ bí mật nhà nước"],
    );
}

#[test]
fn not_documents() {
    check("các Nghị quyết, văn bản", &[]);
    check("ra Quyết định thành lập", &[]);
    check("Luật sư Trần Bình", &[]);
    check("điều 5 xe đến", &[]);
}
