use super::super::testing::check as check_kind;
use crate::entity::Kind;

fn check(text: &str, expected: &[&str]) {
    check_kind(Kind::Role, text, expected);
}

#[test]
fn ranks() {
    check("Thiếu tướng Nguyễn Văn An", &["Thiếu tướng"]);
    check("PGS.TS Trần Bình", &["PGS.TS"]);
    check("thượng tá Lê Hà", &["thượng tá"]);
}

#[test]
fn offices_with_their_body() {
    check("Phó Chủ tịch UBND tỉnh Phạm Bình", &["Phó Chủ tịch UBND tỉnh"]);
    check("Thủ tướng Chính phủ yêu cầu", &["Thủ tướng Chính phủ"]);
    check("Tổng thống Mỹ tuyên bố", &["Tổng thống Mỹ"]);
    check("Bộ trưởng Bộ Công an nói", &["Bộ trưởng Bộ Công an"]);
    check("là Trưởng Ban Chỉ đạo", &["Trưởng Ban Chỉ đạo"]);
    check("Trưởng Ban Tuyên giáo Tỉnh ủy", &["Trưởng Ban Tuyên giáo Tỉnh ủy"]);
    check("Ngoại trưởng John Brown đến", &["Ngoại trưởng"]);
    check("Giám đốc Sở Y tế", &["Giám đốc Sở Y tế"]);
}

#[test]
fn not_roles() {
    check("lãnh đạo tỉnh, giám đốc các công ty", &[]);
    check("ông Phó Văn Đức", &[]);
}
