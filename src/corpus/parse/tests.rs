use super::{Parsed, parse_record};
use crate::corpus::{Record, Shape, Source};
use proptest::prelude::*;

fn parse(name: &str, shape: Shape, bytes: &[u8]) -> Result<Parsed, String> {
    let record = Record { bytes: bytes.to_vec(), line: 7, shape };
    parse_record(&record, &Source::new(name)).map_err(|error| error.to_string())
}

/// Shows id, date, title and body of an article, then the warning; or the error.
fn check(name: &str, shape: Shape, text: &str, expected: &str) {
    let shown = match parse(name, shape, text.as_bytes()) {
        Ok(Parsed { article, warning }) => {
            let date = article.date.map(|date| date.to_string()).unwrap_or_default();
            let warning = warning.map(|it| format!(" | {it}")).unwrap_or_default();
            format!("{} | {date} | {} | {}{warning}", &*article.id, article.title(), article.body())
        }
        Err(error) => error,
    };
    assert_eq!(shown, expected);
}

#[test]
fn each_form_gives_an_article() {
    check(
        "báo/a.txt",
        Shape::Text,
        " date 2023-04 Bão đến. Hết.",
        "a | 2023-04 | Bão đến | Bão đến. Hết.",
    );
    check("a.md.gz", Shape::Markdown, "# Bão số 3\n\nBão đến.", "a |  | Bão số 3 | Bão đến.");
    check("a.jsonl", Shape::JsonLine, r#"{"text":"Bão đến."}"#, "a:7 |  | Bão đến | Bão đến.");
    check(
        "a.jsonl",
        Shape::JsonLine,
        r#"{"text":"Bão đến.","id":"x\ny"}"#,
        "x y |  | Bão đến | Bão đến.",
    );
    check("a.json", Shape::JsonFile, "{\n\"text\":\"Bão đến.\"}", "a |  | Bão đến | Bão đến.");
    check(
        "a.jsonl",
        Shape::JsonLine,
        "\u{feff}{\"text\":\"Bão đến.\"}",
        "a:7 |  | Bão đến | Bão đến.",
    );
}

#[test]
fn what_is_wrong_is_said() {
    check("a.jsonl", Shape::JsonLine, "{\"text\":\" \"}", "a.jsonl:7: has no text");
    check("a.jsonl", Shape::JsonLine, "{}", "a.jsonl:7: has no text");
    check(
        "a.jsonl",
        Shape::JsonLine,
        "x",
        "a.jsonl:7: is not a JSON object (column 1): expected value",
    );
    check("a.txt", Shape::Text, " \n ", "a.txt: has no text");
    check("a.txt", Shape::Text, "a\0", "a.txt: is binary data, not text");
    check(
        "a.json",
        Shape::JsonFile,
        "[1]",
        "a |  | [1] | [1] | a.json: is not JSON Lines and is opened as plain text",
    );
}

#[test]
fn an_invalid_byte_costs_only_itself() {
    let bytes = b"{\"text\":\"caf\xE9 latte\"}";
    let parsed = parse("a.jsonl", Shape::JsonLine, bytes).unwrap();
    assert_eq!(parsed.article.body(), "caf\u{FFFD} latte");
    let warning = parsed.warning.unwrap().to_string();
    assert_eq!(warning, "a.jsonl:7: byte 13 (0xE9) is not UTF-8 and was replaced");
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200), text in "\\PC{0,60}") {
        for shape in [Shape::Text, Shape::Markdown, Shape::JsonLine, Shape::JsonFile] {
            let _ = parse("a", shape, &bytes);
            let _ = parse("a", shape, text.as_bytes());
        }
    }

    #[test]
    fn words_are_those_of_the_body(text in "[a-zA-ZếĐ.,\n ẢnhTheo:]{0,120}") {
        if let Ok(Parsed { article, .. }) = parse("a", Shape::Text, text.as_bytes()) {
            prop_assert_eq!(article.words(), article.body().split_whitespace().count());
            prop_assert!(!article.title().is_empty());
            prop_assert!(article.captions.iter().all(|it| article.body.covers(*it)));
            prop_assert!(article.byline.is_none_or(|it| article.body.covers(it)));
        }
    }
}
