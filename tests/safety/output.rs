//! Output without a screen: whatever stands in files, arguments, queries and the environment, what is
//! printed and said can be seen, and JSON has escapes for what cannot.

use std::ffi::OsStr;
use std::fmt::Write;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::process::CommandExt;
use std::process::{Command, Output, Stdio};

use docbao::text::is_visible;

use crate::folder::Folder;
use crate::nasty::PIECES;

/// Gives all pieces as one text that can be an argument.
fn attack() -> String {
    PIECES.concat().replace('\0', "")
}

fn docbao(args: &[&OsStr], name: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_docbao"))
        .arg0(name)
        .args(args)
        .env("HOME", attack())
        .env("XDG_CONFIG_HOME", attack())
        .env("TERM", attack())
        .env("COLUMNS", attack())
        .stdin(Stdio::null())
        .output()
        .expect("the program starts")
}

fn check(args: &[&str]) -> String {
    let args: Vec<&OsStr> = args.iter().map(OsStr::new).collect();
    check_os(&args)
}

fn check_os(args: &[&OsStr]) -> String {
    let output = docbao(args, &attack());
    assert!(matches!(output.status.code(), Some(0..=2)), "{args:?}: {:?}", output.status);
    let mut all = String::from_utf8(output.stdout).expect("it prints text");
    all += &String::from_utf8(output.stderr).expect("it says text");
    let seen = |c: char| c == '\n' || is_visible(c);
    let hidden: Vec<char> = all.chars().filter(|&c| !seen(c)).collect();
    assert!(hidden.is_empty(), "{args:?}: {hidden:?}");
    all
}

/// Makes a corpus of attacks, and a file of queries.
fn folder() -> Folder {
    let (all, lines) = (PIECES.concat(), PIECES.join(" dong\n"));
    let mut records = String::new();
    for piece in PIECES {
        let value = serde_json::json!({
            "id": piece, "title": format!("Tin {piece} Lâm Đồng"), "url": piece,
            "text": format!("Ông Phạm {piece} Văn Sơn ở {piece}Lâm Đồng{piece}."),
        });
        let _ = writeln!(records, "{value}\n{{\"broken{piece}");
    }
    let text = all.replace('\0', "");
    Folder::new()
        .with("a.txt", &text)
        .with("a.md", format!("# {text}\n\n{text}"))
        .with("b.jsonl", records)
        .with("queries", lines)
        .with("c\x1b[31m\u{202e}\n\u{200b}.txt", "Tin Lâm Đồng.")
}

#[test]
fn nothing_unseen_is_printed() {
    let folder = folder();
    let (path, queries, attack) = (folder.path(""), folder.path("queries"), attack());
    for json in [&[][..], &["--json"]] {
        for args in [
            &["list", &path][..],
            &["entities", &path],
            &["show", "a", &path],
            &["show", &attack, &path],
            &["search", &attack, &path],
            &["search", "lam dong", &path],
            &["search", "--queries", &queries, &path],
            &["search", "--queries", &attack, &path],
            &["list", &attack],
        ] {
            let printed = check(&[args, json].concat());
            assert!(!printed.is_empty(), "{args:?}");
        }
    }
    for args in
        [&[&*attack][..], &["--help"], &["search", "--help"], &["--version"], &["--theme", &attack]]
    {
        check(args);
    }
    check_os(&[OsStr::new("list"), OsStr::from_bytes(b"no\xFF\x1b[31m\x9b31m")]);
}

#[test]
fn json_is_the_query_as_it_was_typed() {
    let folder = Folder::new().with("queries", "lam\u{202e} \u{1b}[31mdong\u{9b}\n");
    let printed = check(&["search", "--json", "--queries", &folder.path("queries")]);
    // What is said besides is no record.
    let mut records = printed.lines().filter(|line| line.starts_with('{'));
    let last = records.next_back().expect("there is a record");
    let record: serde_json::Value = serde_json::from_str(last).expect("it is JSON");
    assert_eq!(record["text"], "lam\u{202e} \u{1b}[31mdong\u{9b}");
}
