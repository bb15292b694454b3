use super::*;
use crate::corpus::{Record, Shape, Source, parse_record};

fn article(text: &str) -> Article {
    let record = Record { bytes: text.into(), line: 1, shape: Shape::Text };
    parse_record(&record, &Source::new("a.txt")).expect("the text is fine").article
}

/// Lays a text out and shows each row with a letter for its kind.
fn check(text: &str, columns: usize, expected: &[&str]) {
    let article = article(text);
    let layout = Layout::new(&article, &[], columns);
    let rows: Vec<String> = layout
        .rows
        .iter()
        .map(|row| format!("{:?} {}", row.kind, row.span.of(&article.text)).trim().to_owned())
        .collect();
    assert_eq!(rows, expected, "{text}");
}

#[test]
fn lays_out_title_facts_paragraphs_captions_and_byline() {
    let long = "Đoạn văn đầu tiên này đủ dài để là một đoạn văn của một bài báo, như ai đọc báo cũng biết.";
    check(
        &format!(
            "Tiêu đề của bài\n\n{long}\n\nToàn cảnh buổi lễ. Ảnh: Trần Lan.\n\nĐoạn hai.\nBình Minh"
        ),
        60,
        &[
            "Title Tiêu đề của bài",
            "Facts",
            "Blank",
            "Body Đoạn văn đầu tiên này đủ dài để là một đoạn văn của một bài",
            "Body báo, như ai đọc báo cũng biết.",
            "Blank",
            "Caption Toàn cảnh buổi lễ. Ảnh: Trần Lan.",
            "Blank",
            "Body Đoạn hai.",
            "Blank",
            "Byline Bình Minh",
        ],
    );
}

#[test]
fn short_lines_stand_together_as_they_do_in_verse() {
    let verse =
        "Bài thơ mùa thu\n\nMùa thu lá rụng\nĐường phố vắng tanh\n\nAi đi ai ở\nTrời vẫn xanh xanh";
    check(
        verse,
        60,
        &[
            "Title Bài thơ mùa thu",
            "Facts",
            "Blank",
            "Body Mùa thu lá rụng",
            "Body Đường phố vắng tanh",
            "Blank",
            "Body Ai đi ai ở",
            "Body Trời vẫn xanh xanh",
        ],
    );
}

#[test]
fn each_row_is_found_by_its_offset() {
    let article = article(&format!("Tiêu đề\n\n{}", "Một đoạn văn có nhiều chữ. ".repeat(30)));
    let layout = Layout::new(&article, &[], 40);
    for index in layout.header..layout.rows.len() {
        let offset = layout.offset_of(index).expect("it is in the body");
        assert_eq!(layout.row_at(offset), index);
    }
    assert_eq!(layout.row_at(0), 0);
    assert_eq!(layout.offset_of(0), None);
}
