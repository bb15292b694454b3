use super::*;
use crate::corpus::{Record, Shape, Source, parse_record};
use crate::reading::PageStyle;

fn article(text: &str) -> Article {
    let record = Record { bytes: text.into(), line: 1, shape: Shape::Text };
    parse_record(&record, &Source::new("a.txt")).expect("the text is fine").article
}

/// Lays a text out and shows each row with a letter for its kind.
fn check(text: &str, columns: usize, expected: &[&str]) {
    let article = article(text);
    let page = PageStyle::default();
    assert_eq!(rows(&article, Setting { columns, page }), expected, "{text}");
}

/// Shows each row with a letter for its kind, as it stands on the screen.
fn rows(article: &Article, setting: Setting) -> Vec<String> {
    let layout = Layout::new(article, &[], setting);
    let shown = |row: &Row| {
        let mut text = row.span.of(&article.text).to_owned();
        for gap in layout.gaps(row).iter().rev() {
            text.insert((gap - row.span.start) as usize, ' ');
        }
        let indent = match row.kind {
            RowKind::Body => usize::from(row.indent),
            _ => 0,
        };
        format!("{:?} {:indent$}{text}", row.kind, "").trim().to_owned()
    };
    layout.rows.iter().map(shown).collect()
}

const PROSE: &str = "Tiêu đề\n\nÔng Nguyễn Văn Giang đã đến thăm thành phố Đà Lạt vào hôm qua, rồi đi tiếp về phía nam.\n\nÔng nói rằng đường sá ở đó đã khá hơn trước rất nhiều, dân ở đó ai cũng biết như vậy.";

#[test]
fn paragraphs_are_set_in_and_lines_filled() {
    let article = article(PROSE);
    let set = |indent, justify| {
        let page = PageStyle { indent, justify, dim: false };
        rows(&article, Setting { columns: 40, page })[3..].to_vec()
    };
    assert_eq!(
        set(true, false),
        [
            "Body     Ông Nguyễn Văn Giang đã đến thăm",
            "Body thành phố Đà Lạt vào hôm qua, rồi đi",
            "Body tiếp về phía nam.",
            "Body     Ông nói rằng đường sá ở đó đã khá",
            "Body hơn trước rất nhiều, dân ở đó ai cũng",
            "Body biết như vậy.",
        ]
    );
    assert_eq!(
        set(true, true),
        [
            "Body     Ông  Nguyễn Văn  Giang  đã đến  thăm",
            "Body thành  phố Đà  Lạt vào  hôm qua,  rồi đi",
            "Body tiếp về phía nam.",
            "Body     Ông nói  rằng đường  sá ở đó  đã khá",
            "Body hơn trước  rất nhiều,  dân ở đó  ai cũng",
            "Body biết như vậy.",
        ]
    );
}

#[test]
fn verse_is_neither_set_in_nor_filled() {
    let verse =
        "Bài thơ mùa thu\n\nMùa thu lá rụng\nĐường phố vắng tanh\n\nAi đi ai ở\nTrời vẫn xanh";
    let article = article(verse);
    let all = PageStyle { indent: true, justify: true, dim: false };
    let set = |page| rows(&article, Setting { columns: 12, page });
    assert_eq!(set(all), set(PageStyle::default()));
}

/// Finds the byte at each column of each row and back.
#[test]
fn columns_and_bytes_agree() {
    let article = article(PROSE);
    for justify in [false, true] {
        let page = PageStyle { indent: true, justify, dim: false };
        let layout = Layout::new(&article, &[], Setting { columns: 30, page });
        for row in &layout.rows {
            let shown = row.span.of(&article.text);
            let mut columns = usize::from(row.indent);
            for (at, c) in shown.char_indices() {
                let at = row.span.start + at as u32;
                columns += usize::from(layout.gaps(row).contains(&at));
                assert_eq!(layout.column(row, &article.text, at), columns, "{shown} at {c}");
                columns += 1;
            }
            assert_eq!(layout.column(row, &article.text, row.span.end), columns);
        }
        let full = |row: &&Row| layout.column(row, &article.text, row.span.end) == 30;
        let filled = layout.rows.iter().filter(full).count();
        assert!(if justify { filled > 4 } else { filled < 3 }, "{filled}");
    }
}

#[test]
fn a_thread_without_places_has_none_to_stand_on() {
    let article = article(PROSE);
    let setting = Setting { columns: 40, page: PageStyle::default() };
    for way in [Way::Forward, Way::Back] {
        let mut reader = Reader::new(ArticleNo(0), &article, None, setting);
        reader.thread = Some(ThreadKind::Search.thread("Hà Nội".into()));
        reader.enter_thread(way, 9);
        assert_eq!(reader.thread.and_then(|thread| thread.at), None, "{way:?}");
    }
}

#[test]
fn the_paragraph_that_is_read_moves_with_the_page() {
    let article = article(&format!("{PROSE}\n\n{}", "Một đoạn văn có nhiều chữ. ".repeat(9)));
    for indent in [false, true] {
        let setting = Setting { columns: 40, page: PageStyle { indent, ..PageStyle::default() } };
        let mut reader = Reader::new(ArticleNo(0), &article, None, setting);
        let rows = reader.layout.rows.len();
        let mut seen = Vec::new();
        for top in 0..=rows - 6 {
            reader.scroll_to(top, 6);
            let lit = reader.paragraph(None, 6).expect("it does not fit");
            if seen.last() != Some(&lit) {
                seen.push(lit);
            }
        }
        let last = seen.last().map(|lit| lit.end);
        // First the title with the first paragraph, then each paragraph.
        assert!(seen.len() == 4 && seen[0].start == 0 && last == Some(rows), "{seen:?}");
        assert!(seen[0].end == seen[1].end && seen.is_sorted_by_key(|lit| lit.start), "{seen:?}");
        let place = Span::new(article.text.len() - 3, article.text.len());
        assert_eq!(reader.paragraph(Some(place), 99).map(|lit| lit.end), last);
        assert_eq!(reader.paragraph(None, 99), None);
    }
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
    let page = PageStyle::default();
    let layout = Layout::new(&article, &[], Setting { columns: 40, page });
    for index in layout.header..layout.rows.len() {
        let offset = layout.offset_of(index).expect("it is in the body");
        assert_eq!(layout.row_at(offset), index);
    }
    assert_eq!(layout.row_at(0), 0);
    assert_eq!(layout.offset_of(0), None);
}
