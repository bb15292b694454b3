//! Corpora for the tests.

use std::fmt::Write;

use crate::harness::Folder;

/// Makes twelve articles, each with entities of all kinds and long enough to be scrolled.
pub fn news() -> Folder {
    let body = "Ngày 27/4/2023, ông Nguyễn Văn Giang đến thành phố Đà Lạt, tỉnh Lâm Đồng. \
        Bộ Công an và UBND tỉnh Lâm Đồng ban hành Nghị định số 15/2020/NĐ-CP. \
        Chủ tịch UBND tỉnh nói rằng 90 triệu đồng và 12 ha đất là ít. \
        Đại hội Đảng lần thứ XIII đã bàn việc này.";
    let mut lines = String::new();
    for number in 1..=12 {
        let text = [body; 6].join("\\n\\n");
        let date = format!("2023-{number:02}-01T00:00:00Z");
        let _ = writeln!(
            lines,
            r#"{{"id":"n{number}","title":"Tin số {number}","timestamp":"{date}","text":"{text}"}}"#
        );
    }
    Folder::new().with("news.jsonl", lines)
}
