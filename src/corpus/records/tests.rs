use std::io::Write;

use super::{Records, Shape};
use crate::corpus::Source;
use flate2::Compression;
use flate2::write::GzEncoder;
use proptest::prelude::*;
use ruzstd::encoding::{CompressionLevel, compress_to_vec};

/// Shows the records of a file as `line shape bytes`, complaints as they are printed.
fn read(name: &str, bytes: &[u8], limit: usize) -> Vec<String> {
    let source = Source::new(name);
    let mut records = match Records::open(&source, bytes) {
        Ok(records) => records,
        Err(diagnostic) => return vec![diagnostic.to_string()],
    };
    records.limit = limit;
    let shown = |record: super::Record| {
        format!("{} {:?} {}", record.line, record.shape, String::from_utf8_lossy(&record.bytes))
    };
    records.map(|record| record.map_or_else(|error| error.to_string(), shown)).collect()
}

fn check(name: &str, bytes: &[u8], expected: &[&str]) {
    assert_eq!(read(name, bytes, 64), expected, "{name}");
}

fn gzip(text: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

fn zstd(text: &str) -> Vec<u8> {
    compress_to_vec(text.as_bytes(), CompressionLevel::Fastest)
}

#[test]
fn text_is_one_record_and_json_lines_are_many() {
    check("a.txt", b"one\ntwo\n", &["1 Text one\ntwo\n"]);
    check("a.md", b"# one", &["1 Markdown # one"]);
    check(
        "a.jsonl",
        b"{1}\n\n \r\n{2}\r\n{3}",
        &["1 JsonLine {1}", "4 JsonLine {2}\r", "5 JsonLine {3}"],
    );
    check("a.json", b"{\"a\":1}\n{\"a\":2}\n", &["1 JsonLine {\"a\":1}", "2 JsonLine {\"a\":2}"]);
    check("a.json", b"{\"a\":1} x\n{}\n", &["1 JsonLine {\"a\":1} x", "2 JsonLine {}"]);
}

#[test]
fn other_json_is_one_record() {
    check("a.json", b"{\n\"a\":1\n}\n", &["1 JsonFile {\"a\":1\n}\n"]);
    check("a.json", b"[{}]\n[{}]", &["1 JsonFile [{}]\n[{}]"]);
    check("a.jsonl", b"\xFF\xFE{\0}\0\n\0{\0}\0", &["1 JsonLine {}", "2 JsonLine {}"]);
    check("a.jsonl", b"\xEF\xBB\xBF{}\n{}", &["1 JsonLine \u{FEFF}{}", "2 JsonLine {}"]);
}

#[test]
fn without_a_known_ending_the_content_decides() {
    check("stdin", b"{\"a\":1}\n{}", &["1 JsonLine {\"a\":1}", "2 JsonLine {}"]);
    check("a.sgm", b"<x>", &["1 Text <x>"]);
    check("a.dat", b"a\0b", &["a.dat: is skipped: it is binary data"]);
    check("a.pdf", b"text", &["a.pdf: is skipped: files of this kind are not read"]);
    check("a.txt", b"", &["a.txt: is empty"]);
    check("stdin", &gzip("{\"a\":1}\n"), &["1 JsonLine {\"a\":1}"]);
}

#[test]
fn all_members_and_frames_are_read() {
    let members = [gzip("{1}\n{2"), gzip(""), gzip("}\n{3}\n")].concat();
    check("a.jsonl.gz", &members, &["1 JsonLine {1}", "2 JsonLine {2}", "3 JsonLine {3}"]);
    let frames = [zstd("{1}\n{2"), zstd("}\n{3}\n")].concat();
    check("a.jsonl.zst", &frames, &["1 JsonLine {1}", "2 JsonLine {2}", "3 JsonLine {3}"]);
    check("a.txt.zst", &frames, &["1 Text {1}\n{2}\n{3}\n"]);
}

#[test]
fn a_broken_end_costs_only_the_end() {
    let mut bytes = gzip("{1}\n{2}\n");
    bytes.extend(b"rest");
    let found = read("a.jsonl.gz", &bytes, 64);
    assert!(found.last().unwrap().starts_with("a.jsonl.gz"), "{found:?}");
    let long = (0..3000).map(|n| format!("{{{n}}}\n")).collect::<Vec<_>>().concat();
    let whole = gzip(&long);
    let found = read("a.jsonl.gz", &whole[..whole.len() - 20], 64);
    assert!(found.len() > 1000 && found[0] == "1 JsonLine {0}", "{}", found.len());
    assert!(found.last().unwrap().contains("cannot be read"));
    assert_eq!(read("a.txt.gz", b"\x1F\x8Bxx", 64).len(), 1);
}

#[test]
fn a_record_over_the_limit_is_skipped_and_the_rest_is_read() {
    let line = "x".repeat(65);
    let expected =
        ["1 JsonLine {1}", "a.jsonl:2: is skipped: it is longer than 0 MB", "3 JsonLine {3}"];
    check("a.jsonl", format!("{{1}}\n{line}\n{{3}}").as_bytes(), &expected);
    check("a.txt", line.as_bytes(), &["a.txt: is skipped: it is longer than 0 MB"]);
    check("a.txt", &line.as_bytes()[1..], &[&format!("1 Text {}", &line[1..])]);
}

#[test]
fn a_bomb_is_not_kept_in_memory() {
    let bomb = gzip(&"x".repeat(8 << 20));
    let expected = ["a.jsonl.gz:1: is skipped: it is longer than 0 MB"];
    check("a.jsonl.gz", &bomb, &expected);
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200), name in "a\\.(txt|json|jsonl|gz|zst)") {
        let _ = read(&name, &bytes, 64);
        let packed = [&[0x1F, 0x8B, 8, 0][..], &bytes].concat();
        let _ = read(&name, &packed, 64);
    }

    #[test]
    fn every_line_is_a_record(lines in proptest::collection::vec("[a-z]{1,20}", 1..20)) {
        let found = read("a.jsonl", lines.join("\n").as_bytes(), 64);
        let expected: Vec<_> = lines.iter().enumerate().map(|(n, line)| format!("{} {:?} {line}", n + 1, Shape::JsonLine)).collect();
        prop_assert_eq!(found, expected);
    }
}
