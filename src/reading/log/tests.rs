use proptest::collection::vec;
use proptest::prelude::*;

use super::super::{Group, KeptChip, PageStyle, Session, Sort, ThemeName};
use super::*;
use crate::corpus::ArticleKey;

/// Gives texts as the program has them: clean.
fn text() -> impl Strategy<Value = String> {
    "[a-zđôừ\"\\\\ {}]{0,9}".prop_map(|text| crate::text::clean_line(&text).to_string())
}

fn key() -> impl Strategy<Value = ArticleKey> {
    prop_oneof![(0..4_u64).prop_map(ArticleKey), any::<u64>().prop_map(ArticleKey)]
}

fn chip() -> impl Strategy<Value = KeptChip> {
    (any::<bool>(), any::<u64>(), text()).prop_map(|(with, id, name)| KeptChip {
        with,
        id,
        kind: "person".into(),
        name,
    })
}

fn session() -> impl Strategy<Value = Session> {
    let place = (0..3_u64, proptest::option::of(key()), any::<bool>(), any::<bool>());
    let shown = (any::<u16>(), any::<bool>(), any::<bool>());
    (place, text(), vec(chip(), 0..3), shown).prop_map(|(place, query, chips, shown)| Session {
        corpus: place.0,
        article: place.1,
        reading: place.2,
        zoom: place.3,
        query,
        chips,
        measure: shown.0,
        page: PageStyle { indent: shown.1, justify: shown.2, dim: shown.1 != shown.2 },
        theme: if shown.1 { ThemeName::Dark } else { ThemeName::Light },
        sort: if shown.2 { Sort::Unread } else { Sort::Plain },
        group: if shown.2 { Group::None } else { Group::Month },
    })
}

fn entry() -> impl Strategy<Value = Entry> {
    prop_oneof![
        (key(), any::<u32>()).prop_map(|(key, at)| Entry::Place(key, at)),
        (key(), any::<bool>()).prop_map(|(key, read)| Entry::Read(key, read)),
        (key(), any::<bool>()).prop_map(|(key, star)| Entry::Star(key, star)),
        text().prop_map(Entry::Search),
        session().prop_map(|session| Entry::Session(Box::new(session))),
    ]
}

fn memory(entries: &[Entry]) -> Memory {
    let mut memory = Memory::default();
    entries.iter().cloned().for_each(|entry| memory.apply(entry));
    memory
}

/// Writes entries as the program does: each in a write of its own, with an empty line before.
fn written(entries: &[Entry]) -> String {
    let mut text = HEAD.to_owned();
    for entry in entries {
        text.push('\n');
        entry.write(&mut text);
    }
    text
}

proptest! {
    #[test]
    fn what_is_written_is_read(entries in vec(entry(), 0..12)) {
        let log = read_log(written(&entries).as_bytes());
        prop_assert_eq!((log.damaged, log.whole, log.newer), (0, entries.len() + 1, None));
        prop_assert_eq!(&log.memory, &memory(&entries));
        let fewest: Vec<Entry> = log.memory.entries().collect();
        prop_assert_eq!(memory(&fewest), log.memory);
    }

    /// Of a log that is cut anywhere, all lines before are read, and what is written behind it.
    #[test]
    fn a_cut_costs_the_line_that_is_cut(entries in vec(entry(), 1..5), more in entry()) {
        let text = written(&entries);
        for cut in 0..=text.len() {
            let start = &text.as_bytes()[..cut];
            // A line is whole without its end.
            let complete = (0..entries.len()).rev().find(|&count| {
                let before = written(&entries[..=count]);
                before.len() <= cut + 1
            });
            let known = complete.map_or(0, |last| last + 1);
            prop_assert_eq!(read_log(start).memory, memory(&entries[..known]), "{}", cut);
            let mut line = "\n".to_owned();
            more.write(&mut line);
            let all = [&entries[..known], std::slice::from_ref(&more)].concat();
            prop_assert_eq!(read_log(&[start, line.as_bytes()].concat()).memory, memory(&all));
        }
    }

    /// A byte that changes costs one line, or two that it joins.
    #[test]
    fn a_changed_byte_costs_its_line(entries in vec(entry(), 1..5), at: usize, byte: u8) {
        let text = written(&entries);
        let mut bytes = text.clone().into_bytes();
        let at = HEAD.len() + at % (bytes.len() - HEAD.len());
        prop_assume!(bytes[at] != byte);
        bytes[at] = byte;
        let log = read_log(&bytes);
        let without = |line: &usize| {
            let mut left = entries.clone();
            left.remove(*line);
            memory(&left) == log.memory
        };
        let fine = log.memory == memory(&entries) || (0..entries.len()).any(|it| without(&it));
        prop_assert!(fine, "{:?} {:?}", log, String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn garbage_is_read_as_nothing(bytes in vec(any::<u8>(), 0..200)) {
        let log = read_log(&bytes);
        prop_assert_eq!(log.memory, Memory::default());
    }
}

fn check(text: &str, foreign: bool, damaged: usize) {
    let log = read_log(text.as_bytes());
    assert_eq!((log.is_foreign(), log.damaged), (foreign, damaged), "{text:?}");
}

#[test]
fn tells_what_cannot_be_gone_on_with() {
    check("", false, 0);
    check(HEAD, false, 0);
    check("\n\n", false, 0);
    check("docbao-reading 2\n", true, 0);
    check("docbao-reading 2\nwhatever newer programs write\n", true, 1);
    check("docbao-rea", true, 1);
    check("\0\0\0\0", true, 1);
    check("docbao-reading 1\n\nrubbish\n", false, 1);
    let mut line = String::new();
    Entry::Read(ArticleKey(7), true).write(&mut line);
    check(&format!("docbao-rubbish\n{line}"), false, 1);
    check(&line.replace('7', "8"), true, 1);
}

#[test]
fn what_a_later_program_adds_is_left_out() {
    let body = "colour 0000000000000007 red";
    let line = format!("{:08x} {body}\n", crc32fast::hash(body.as_bytes()));
    let log = read_log(format!("{HEAD}{line}").as_bytes());
    assert_eq!((log.damaged, log.whole, log.memory), (0, 2, Memory::default()));
}

#[test]
fn what_is_read_may_be_shown() {
    let mut text = String::new();
    Entry::Search("a\u{1b}[31m\u{202e}\nb".into()).write(&mut text);
    let session = Session { query: "\u{9b}x".repeat(9_999), ..Session::default() };
    Entry::Session(Box::new(session)).write(&mut text);
    let memory = read_log(text.as_bytes()).memory;
    let query = &memory.session(0).expect("it was written").query;
    assert!(
        memory.searches().iter().chain([query]).all(|it| it.chars().all(crate::text::is_visible))
    );
    assert!(query.len() <= 1_000);
}
