//! What is fuzzed: each target takes any bytes and panics when a promise is broken. The fuzzer runs
//! them (`fuzz_targets/`), and so does a small random driver in `tests/safety/`.

use std::sync::{Arc, LazyLock};

use docbao::app::Language;
use docbao::corpus::{ArticleNo, Corpus, Record, Records, Segment, Shape, Source, parse_record};
use docbao::entity::Tagger;
use docbao::reading::{HEAD, read_log};
use docbao::runtime::keys::{self, Input};
use docbao::search::{Limits, Query, Searchable, find_in, search};
use docbao::text::{Span, clean, clean_line, fold, fold_char, is_visible, width, wrap};
use unicode_segmentation::UnicodeSegmentation;

/// Represents what is fuzzed.
pub type Target = fn(&[u8]);

/// Lists all targets by name.
pub const TARGETS: [(&str, Target); 7] = [
    ("text", text),
    ("lines", lines),
    ("marks", marks),
    ("records", records),
    ("queries", queries),
    ("presses", presses),
    ("remembered", remembered),
];

/// Splits bytes at the first NUL and reads both halves as text.
fn halves(bytes: &[u8]) -> (String, String) {
    let at = bytes.iter().position(|&byte| byte == 0).unwrap_or(bytes.len());
    let text = |part: &[u8]| String::from_utf8_lossy(part).into_owned();
    (text(&bytes[..at]), text(bytes.get(at + 1..).unwrap_or_default()))
}

/// Cleaning leaves nothing that is not seen and nothing unbounded, and folding loses no way back.
pub fn text(bytes: &[u8]) {
    let raw = String::from_utf8_lossy(bytes);
    let text = clean(&raw);
    assert!(text.chars().all(|c| c == '\n' || is_visible(c)), "{text:?}");
    assert_eq!(clean(&text), text, "cleaning twice changes more");
    assert!(!clean_line(&raw).contains('\n'));
    for cluster in text.graphemes(true).filter(|&cluster| cluster != "\n") {
        assert!(cluster.len() <= 32 && (1..=4).contains(&width(cluster)), "{cluster:?}");
    }
    let folded = fold(&text);
    let mut end = 0;
    for (at, c) in folded.as_str().char_indices().take(2_000) {
        let span = folded.to_source(&text, Span::new(at, at + c.len_utf8()));
        assert!(span.start >= end && !span.is_empty());
        assert_eq!(span.of(&text).chars().find_map(fold_char), Some(c));
        end = span.end;
    }
}

/// Lines lose nothing but the white space at their ends, and none is too wide.
pub fn lines(bytes: &[u8]) {
    let (&columns, rest) = bytes.split_first().unwrap_or((&0, &[]));
    let (&glued, rest) = rest.split_first().unwrap_or((&0, &[]));
    let text = clean_line(&String::from_utf8_lossy(rest));
    let columns = usize::from(columns).max(1);
    let glue: Vec<Span> = stretches(&text, usize::from(glued % 5) + 1);
    let mut end = 0;
    for line in wrap(&text, Span::new(0, text.len()), columns, 0, &glue) {
        let gap = &text[end..line.start as usize];
        assert!(gap.chars().all(char::is_whitespace), "{gap:?} is lost");
        assert_on_clusters(&text, line);
        let one = line.of(&text).graphemes(true).count() <= 1;
        assert!(width(line.of(&text)) <= columns || one, "{:?} at {columns}", line.of(&text));
        end = line.end as usize;
    }
    assert!(text[end..].trim().is_empty());
}

/// Gives stretches of some words each, apart from each other.
fn stretches(text: &str, count: usize) -> Vec<Span> {
    let words: Vec<Span> = docbao::text::words(text).collect();
    let parts = words.chunks(count).step_by(2);
    parts.map(|part| Span { start: part[0].start, end: part[part.len() - 1].end }).collect()
}

/// Matches are sorted, apart, and lie in the text.
pub fn marks(bytes: &[u8]) {
    let (query, text) = halves(bytes);
    let text = clean(&text);
    let mut end = 0;
    for span in find_in(&text, &Query::parse(&query)) {
        assert!(span.start >= end && !span.is_empty());
        assert_inside(&text, span);
        end = span.end;
    }
}

/// No source breaks the reader; what it gives is clean, and all its parts lie in it.
pub fn records(bytes: &[u8]) {
    let (&kind, bytes) = bytes.split_first().unwrap_or((&0, &[]));
    let names = ["a", "a.txt", "a.md", "a.json", "a.jsonl", "a.gz", "a.zst", "a.jsonl.gz"];
    let source = Source::new(names[usize::from(kind) % names.len()]);
    let read = Records::open(&source, bytes).into_iter().flatten().take(1_000);
    let mut found: Vec<Record> = read.filter_map(Result::ok).collect();
    for shape in [Shape::Text, Shape::Markdown, Shape::JsonLine, Shape::JsonFile] {
        found.push(Record { bytes: bytes.to_vec(), line: 1, shape });
    }
    for record in found {
        let Ok(parsed) = parse_record(&record, &source) else { continue };
        let article = parsed.article;
        let parts = [Some(article.title), Some(article.body), article.byline];
        for span in parts.into_iter().flatten().chain(article.captions.iter().copied()) {
            let _ = span.of(&article.text);
        }
        let shown = [&*article.text, &*article.id, article.url.as_deref().unwrap_or_default()];
        assert!(shown.concat().chars().all(|c| c == '\n' || is_visible(c)));
        assert!(!article.title().contains('\n') && !article.id.contains('\n'));
        for mention in Tagger::shared().read(&article).mentions {
            assert_inside(&article.text, mention.span);
        }
    }
}

/// Any query is answered, and what it matches lies in the articles.
pub fn queries(bytes: &[u8]) {
    static NEWS: LazyLock<(Corpus, Searchable)> = LazyLock::new(news);
    let (corpus, on) = &*NEWS;
    let query = Query::parse(&String::from_utf8_lossy(bytes));
    let limits = Limits { titles: 9, entities: 9, passages: 9 };
    let results = search(on, &query, limits, &|| false).expect("nobody gives up");
    let text = |number| corpus.get(number).map(|article| &*article.text).expect("it is there");
    let titles = results.titles.iter().map(|hit| (hit.article, &hit.matches));
    let passages = results.passages.iter().map(|hit| (hit.article, &hit.matches));
    for (article, matches) in titles.chain(passages) {
        assert_all_inside(text(article), matches);
    }
    for hit in &results.entities {
        assert_all_inside(&hit.name, &hit.matches);
    }
    assert!(
        results.notes.iter().all(|note| Language::Vietnamese.note(note).chars().all(is_visible))
    );
}

fn assert_all_inside(text: &str, spans: &[Span]) {
    for &span in spans {
        assert_inside(text, span);
    }
}

fn news() -> (Corpus, Searchable) {
    let texts = [
        "Ông Phạm Văn Sơn ở Lâm Đồng\n\nNgày 27/4, ông Phạm Văn Sơn tới tỉnh Lâm Đồng.",
        "UBND TP.HCM họp\n\nBộ Công an và UBND TP.HCM ban hành Nghị định số 15/2020/NĐ-CP.",
        "日本 e\u{32D}\u{301} tin\n\nCâu chuyện của bà Trần Thị Hoa và cậu bé 👍 ở Kagoshima.",
    ];
    let article = |(index, text): (usize, &&str)| {
        let record = Record { bytes: text.as_bytes().to_vec(), line: 1, shape: Shape::Text };
        parse_record(&record, &Source::new(&format!("{index}.txt"))).expect("it is fine").article
    };
    let articles = texts.iter().enumerate().map(article).collect();
    let mut corpus = Corpus::default();
    corpus.push(Arc::new(Segment { first: ArticleNo(0), articles }));
    let on = Searchable::new(&corpus, Tagger::shared());
    (corpus, on)
}

/// All bytes are read, and none of them holds back the keys after it.
pub fn presses(bytes: &[u8]) {
    let all = [bytes, b"\x03\x03"].concat();
    let mut rest = &all[..];
    let mut last = None;
    while !rest.is_empty() {
        let before = rest.len();
        let Some(input) = keys::next(&mut rest) else { break };
        assert!(rest.len() < before, "nothing was read");
        last = Some(input);
    }
    assert!(rest.is_empty(), "{rest:?} waits");
    assert!(matches!(last, Some(Input::Key(_))), "{last:?}");
}

/// Whatever stands in the log, what is read of it is shown safely, and is written and read again.
pub fn remembered(bytes: &[u8]) {
    // With checksums that fit, so that what stands behind them is looked at.
    let line = |body: &[u8]| [format!("{:08x} ", crc32(body)).as_bytes(), body].concat();
    let summed: Vec<Vec<u8>> = bytes.split(|&byte| byte == b'\n').map(line).collect();
    for log in [bytes, &summed.join(&b'\n')] {
        let memory = read_log(log).memory;
        assert!(memory.searches().iter().all(|text| text.chars().all(is_visible)));
        let mut text = HEAD.to_owned();
        memory.entries().for_each(|entry| entry.write(&mut text));
        assert_eq!(read_log(text.as_bytes()).memory, memory);
    }
}

/// The checksum of zlib, bit by bit.
fn crc32(bytes: &[u8]) -> u32 {
    let turn = |sum: u32| if sum & 1 == 1 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 };
    let add = |sum: u32, byte: &u8| (0..8).fold(sum ^ u32::from(*byte), |sum, _| turn(sum));
    !bytes.iter().fold(!0, add)
}

/// Checks that a span lies in a text, on borders of characters.
pub fn assert_inside(text: &str, span: Span) {
    assert!(text.get(span.range()).is_some(), "{span:?} is no part of {text:?}");
}

/// Checks that a span parts no cluster of the text.
pub fn assert_on_clusters(text: &str, span: Span) {
    let _ = span.of(text);
    let line = text[..span.start as usize].rfind('\n').map_or(0, |at| at + 1);
    let mut cursor = unicode_segmentation::GraphemeCursor::new(0, text.len() - line, true);
    for border in [span.start as usize, span.end as usize] {
        cursor.set_cursor(border - line);
        let on_border = cursor.is_boundary(&text[line..], 0).expect("the text is whole");
        assert!(on_border, "byte {border} of {text:?} lies inside a cluster");
    }
}
