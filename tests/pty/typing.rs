//! Typing fast over many articles: each key is taken at once, and the answer that stays is that to
//! what was typed last.

use std::fmt::Write;
use std::thread::sleep;
use std::time::Duration;

use crate::base::base;
use crate::harness::{Folder, Session, Setup, line};
use crate::vary::Maker;

/// How many articles have a word that nothing else has: `zzq0`, `zzq1` and so on.
const MARKED: usize = 200;

/// Makes a corpus of many articles.
fn corpus(count: usize) -> Folder {
    let maker = Maker::new(&base(&[]));
    let mut lines = String::new();
    for number in 0..count {
        let mut article = maker.make(number);
        if number.is_multiple_of(count / MARKED) {
            // An article without a title would have the word in the one that it is given.
            "Tin trong ngày".clone_into(&mut article.title);
            article.sentences.push(format!(" zzq{} ", number / (count / MARKED)));
        }
        let _ = write!(lines, "{}", article.to_json(number));
    }
    Folder::new().with("many.jsonl", lines)
}

/// Types without a pause and waits for the answer: the query, and how many passages it finds.
fn check(session: &Session, typed: &str, query: &str, passages: usize) {
    session.send(typed.as_bytes());
    let plural = if passages == 1 { "" } else { "s" };
    let wanted = format!(" {passages} passage{plural} ");
    let answered =
        |header: &str| header.contains(&format!("/ {query} ")) && header.contains(&wanted);
    session.wait_for(&format!("{query:?} with {wanted:?}"), |screen| answered(&line(screen, 0)));
    // No older answer comes after it.
    session.settle_typing();
    assert!(answered(&line(&session.screen(), 0)), "{query}\n{}", session.dump());
}

/// Empties the line and waits until that is seen, so that no answer of before is taken for a new one.
fn empty(session: &Session) {
    session.send(b"\x15");
    let is_empty = |header: &str| !header.contains("zzq") && header.contains(" articles");
    session.wait_for("an empty line", |screen| is_empty(&line(screen, 0)));
}

fn types_fast(count: usize) {
    let folder = corpus(count);
    let path = folder.path("");
    let session = Setup { args: &[&path], columns: 120, ..Setup::default() }.start();
    session.keys("s");
    session.send(b"zzq1");
    // A large corpus takes longer than anything else that a test waits for.
    while !line(&session.screen(), 0).contains(" 111 passages ") {
        session.keys("f5");
        sleep(Duration::from_millis(50));
    }
    for _ in 0..3 {
        empty(&session);
        check(&session, "zzq1", "zzq1", 111);
        check(&session, "23", "zzq123", 1);
        check(&session, "\x7f", "zzq12", 11);
        // The costly query is given up for the next one.
        check(&session, "\x15của và là có\x15zzq77", "zzq77", 1);
        check(&session, "\x15n ng ngu nguyen\x15zzq5", "zzq5", 11);
    }
}

#[test]
fn fast_typing_is_answered() {
    types_fast(5_000);
}

/// `cargo test --release --test pty -- --ignored`
#[test]
#[ignore = "a hundred thousand articles take a minute, and a program that is built for speed"]
fn fast_typing_is_answered_in_a_large_corpus() {
    types_fast(100_000);
}
