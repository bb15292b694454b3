//! The commands that need no screen: what they print, what they say, and the status they end with.

mod export;
#[path = "../pty/harness/folder.rs"]
mod folder;
mod manual;
mod searching;

use std::fs::File;
use std::process::{Command, Output, Stdio};

use folder::Folder;
use serde_json::Value;

fn docbao(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_docbao"));
    command.args(args).stdin(Stdio::null());
    // No test depends on the files of the user who runs it.
    command.env("XDG_CONFIG_HOME", "/nonexistent").env("HOME", "/nonexistent");
    command
}

fn run(args: &[&str]) -> Output {
    docbao(args).output().expect("the program starts")
}

fn printed(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("it prints text")
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("it says text")
}

/// Gives what is printed, as values, one a line; nothing may be said.
fn json(args: &[&str]) -> Vec<Value> {
    let output = run(args);
    assert_eq!(said(&output), "", "{args:?}");
    let parse = |line: &str| serde_json::from_str(line).expect("each line is JSON");
    printed(&output).lines().map(parse).collect()
}

/// Gives the names of the fields of a record, sorted.
fn fields(record: &Value) -> Vec<&str> {
    let mut names: Vec<&str> =
        record.as_object().expect("it is a record").keys().map(String::as_str).collect();
    names.sort_unstable();
    names
}

/// Gives the stretch of a text from one code point to another.
fn stretch(text: &Value, start: &Value, end: &Value) -> String {
    let index = |value: &Value| value.as_u64().expect("it is a number") as usize;
    let text = text.as_str().expect("it is a text");
    text.chars().take(index(end)).skip(index(start)).collect()
}

fn corpus() -> Folder {
    Folder::new()
        .with("b.txt", "Bài thứ hai. Ông Nguyễn Văn Giang đến thành phố Đà Lạt, tỉnh Lâm Đồng.")
        .with("a.md", "# Tiêu đề 日本\n\nÔng Phạm Văn Đồng thăm tỉnh Lâm Đồng ngày 27/4/2023.")
        .with(
            "c.jsonl",
            "{\"id\":\"x1\",\"title\":\"Tin x\",\"text\":\"Hòa bình ở Hà Nội.\",\
             \"timestamp\":\"2023-04-05T00:00:00Z\",\"url\":\"http://x/1\"}\n\
             {\"title\":broken\n\
             {\"id\":\"x3\",\"title\":\"Tin y\",\"text\":\"Bộ Công an họp.\"}\n",
        )
}

#[test]
fn status_tells_what_was_found() {
    let folder = Folder::new().with("a.txt", "Tin về Lâm Đồng.").with("empty.txt", "");
    let (good, empty, none) = (folder.path("a.txt"), folder.path("empty.txt"), folder.path("no"));
    let check = |args: &[&str], status: i32| {
        let output = run(args);
        assert_eq!(output.status.code(), Some(status), "{args:?}: {}", said(&output));
    };
    check(&["list"], 0);
    check(&["list", &good], 0);
    check(&["list", &none], 2);
    check(&["list", &good, &none], 2);
    check(&["list", &empty], 2);
    check(&["search", "lam dong"], 0);
    check(&["search", "lam dong", &good], 0);
    check(&["search", "xyzxyz", &good], 1);
    check(&["search", "lam dong", &none], 2);
    check(&["search"], 2);
    check(&["search", "--queries", &none], 2);
    check(&["show", "a", &good], 0);
    check(&["show", "#0", &good], 0);
    check(&["show", "b", &good], 1);
    check(&["show", "#7", &good], 1);
    check(&["show", "a", &none], 2);
    check(&["entities", &good], 0);
    check(&["entities", &none], 2);
    check(&["list", "--no-such-option"], 2);
    check(&["--help"], 0);
    check(&["--version"], 0);
}

#[test]
fn without_a_terminal_one_line_says_so() {
    let folder = Folder::new().with("out", "");
    let file = File::create(folder.path("out")).expect("the folder can be written");
    let pipe = run(&[]);
    let to_file = docbao(&[]).stdout(file).stderr(Stdio::piped()).output().expect("it starts");
    for output in [pipe, to_file] {
        assert_eq!(output.status.code(), Some(2));
        assert_eq!(said(&output).lines().count(), 1, "{}", said(&output));
        assert!(said(&output).starts_with("docbao: standard output is not a terminal"));
        assert!(output.stdout.is_empty());
    }
    let written = std::fs::read(folder.path("out")).expect("it is there");
    assert!(written.is_empty());
}

#[test]
fn list_has_a_line_for_each_article() {
    let output = run(&["list"]);
    let text = printed(&output);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 2, "{text}");
    assert!(lines[0].starts_with("#0 ") && lines[0].contains("2023-04"), "{text}");
    assert!(lines[1].starts_with("#1 ") && lines[1].contains("Vĩnh Phúc"), "{text}");
    let records = json(&["list", "--json"]);
    assert_eq!(records.len(), 2);
    assert_eq!(records[0]["id"], "000_a67fe91cfa96657e");
    assert_eq!(records[1]["byline"], "Bình Duyên");
}

#[test]
fn entities_lie_where_they_say() {
    let folder = corpus();
    let seeds = json(&["entities", "--json"]);
    let own = json(&["entities", "--json", &folder.path("a.md"), &folder.path("b.txt")]);
    assert_eq!((seeds.len(), own.len()), (2, 2));
    assert_eq!(own[0]["title"], "Tiêu đề 日本");
    for (index, record) in seeds.iter().chain(&own).enumerate() {
        assert_eq!(
            fields(record),
            ["article", "date", "id", "mentions", "source", "text", "title"]
        );
        assert_eq!(record["article"], index % 2);
        let mentions = record["mentions"].as_array().expect("it is a list");
        assert!(mentions.len() >= 2, "{record}");
        for mention in mentions {
            let known = ["canonical", "end", "entity", "kind", "role", "start", "text", "value"];
            assert_eq!(fields(mention), known);
            let there = stretch(&record["text"], &mention["start"], &mention["end"]);
            assert_eq!(mention["text"], there);
        }
    }
    let names: Vec<&Value> =
        own[1]["mentions"].as_array().expect("a list").iter().map(|it| &it["text"]).collect();
    assert!(names.contains(&&Value::from("Nguyễn Văn Giang")), "{names:?}");
}

#[test]
fn show_prints_an_article() {
    let folder = corpus();
    let path = folder.path("a.md");
    let text = printed(&run(&["show", "a", &path]));
    assert!(text.starts_with("Tiêu đề 日本\n") && text.contains("tỉnh Lâm Đồng"), "{text}");
    let records = json(&["show", "--json", "#0", &path]);
    assert_eq!((records.len(), &records[0]["id"]), (1, &Value::from("a")));
    assert!(records[0]["text"].as_str().is_some_and(|text| text.contains("Phạm Văn Đồng")));
    let output = run(&["show", "no\x1b[31m", &path]);
    assert_eq!(said(&output), "docbao: no article has the id no [31m\n");
}

#[test]
fn complaints_name_file_and_line() {
    let folder = corpus().with("d\x1b]0;x\x07.txt", "Tin d.").with("e.bin", [0_u8, 1, 2, 255]);
    let output = run(&["list", &folder.path(""), &folder.path("no\x1b[31m")]);
    assert_eq!(printed(&output).lines().count(), 5);
    let complaints = said(&output);
    let has = |text: &str| complaints.lines().any(|line| line.contains(text));
    assert!(has("c.jsonl:2: "), "{complaints}");
    assert!(has("e.bin: "), "{complaints}");
    assert!(has("no [31m: "), "{complaints}");
    assert!(complaints.lines().all(|line| line.starts_with("docbao: ")), "{complaints}");
    let all = complaints + &printed(&run(&["list", "--json", &folder.path("")]));
    assert!(!all.contains(|c: char| c.is_control() && c != '\n'), "{all:?}");
}

#[test]
fn articles_come_in_the_same_order_each_time() {
    let mut folder = Folder::new();
    for number in 0..300 {
        folder = folder.with(&format!("{number}.txt"), format!("Tin {number} về Lâm Đồng."));
    }
    let path = folder.path("");
    for args in [
        &["list", "--json", &path][..],
        &["search", "--json", "--limit", "100", "lam dong", &path],
        &["entities", "--json", &path],
    ] {
        let first = run(args);
        assert!(first.status.success() && first.stdout.len() > 10_000, "{args:?}");
        for _ in 0..3 {
            assert_eq!(run(args).stdout, first.stdout, "{args:?}");
        }
    }
}

#[test]
fn a_reader_that_has_enough_is_no_trouble() {
    let line = format!("{{\"text\":\"{}\"}}\n", "Tin dài. ".repeat(20));
    let folder = Folder::new().with("many.jsonl", line.repeat(3_000));
    for command in ["list", "entities"] {
        let path = folder.path("many.jsonl");
        let mut child = docbao(&[command, "--json", &path])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        // The end that would be read is closed, as `head` does when it has enough.
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("it can be waited for");
        assert_eq!((said(&output).as_str(), output.status.code()), ("", Some(0)), "{command}");
    }
}

#[test]
fn a_corpus_comes_through_standard_input() {
    let folder = corpus();
    for (name, count) in [("b.txt", 1), ("c.jsonl", 2)] {
        let file = File::open(folder.path(name)).expect("it was written");
        let output = docbao(&["list", "-"]).stdin(file).output().expect("the program starts");
        assert_eq!(printed(&output).lines().count(), count, "{name}: {}", said(&output));
    }
}
