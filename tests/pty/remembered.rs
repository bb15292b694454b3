//! What is remembered from one start to the next, however the program ended.

use std::fs;

use docbao::reading::{Entry, Memory, read_log};
use rustix::process::Signal;

use crate::harness::{Folder, Session, Setup, line, text};
use crate::news::news;
use crate::random::Random;

/// Starts the program on the news, with a folder for state that stays.
fn start(folder: &Folder) -> Session {
    start_with(folder, &[])
}

fn start_with(folder: &Folder, more: &[&str]) -> Session {
    let (path, state) = (folder.path("news.jsonl"), folder.path("state"));
    let args = [&[&*path], more].concat();
    Setup { args: &args, env: &[("XDG_STATE_HOME", &state)], ..Setup::default() }.ready()
}

fn log(folder: &Folder) -> Vec<u8> {
    fs::read(folder.path("state/docbao/reading.log")).unwrap_or_default()
}

fn memory(folder: &Folder) -> Memory {
    read_log(&log(folder)).memory
}

/// Waits until so many stars are kept.
fn until_stars(session: &Session, folder: &Folder, count: usize) {
    let is_star = |entry: &Entry| matches!(entry, Entry::Star(..));
    session
        .until("the stars are kept", || memory(folder).entries().filter(is_star).count() == count);
}

/// Ends the program as nothing can that it hears of.
fn kill(mut session: Session) {
    session.signal(Signal::KILL);
    let _ = session.wait_status(crate::harness::PATIENCE);
}

/// Gives what the reader shows, without the status lines.
fn shown(session: &Session) -> Vec<String> {
    let screen = session.screen();
    (2..21).map(|row| line(&screen, row)).collect()
}

#[test]
fn a_killed_reader_comes_back_to_the_same_sentence() {
    let folder = news();
    let session = start(&folder);
    session.keys("j j j j enter j j j j j j j");
    session.settle();
    let before = shown(&session);
    assert!(!before.concat().contains(" words"), "the title is not on the screen");
    let offset = |memory: &Memory| {
        let last = memory.last_session()?;
        last.reading.then(|| memory.mark(last.article.unwrap_or_default()).at)
    };
    session.until("the place is kept", || offset(&memory(&folder)) > Some(0));
    kill(session);
    let mut session = start(&folder);
    session.wait_for("the same sentence", |screen| {
        (2..21).map(|row| line(screen, row)).collect::<Vec<_>>() == before
    });
    session.keys("q");
    assert_eq!(session.wait_exit().code(), Some(0), "{}", session.dump());
    let session = start_with(&folder, &["--fresh"]);
    session.see(&["› ", " 1/12 ", "⏎ read"]);
}

#[test]
fn two_at_once_lose_nothing() {
    let folder = news();
    let (one, other) = (start(&folder), start(&folder));
    one.check_keys("m", "★ 2023-01");
    other.check_keys("j m", "★ 2023-02");
    one.check_keys("j j m", "★ 2023-03");
    other.check_keys("G m", "★ 2023-12");
    until_stars(&one, &folder, 4);
    kill(one);
    kill(other);
    let session = start(&folder);
    session.keys("g");
    session.see(&["★ 2023-01", "★ 2023-02", "★ 2023-03"]);
    session.check_keys("G", "★ 2023-12");
}

#[test]
fn a_moved_file_keeps_its_marks() {
    let folder = news();
    let session = start(&folder);
    session.check_keys("j m", "★ 2023-02");
    until_stars(&session, &folder, 1);
    kill(session);
    fs::rename(folder.path("news.jsonl"), folder.path("moved.jsonl")).expect("it is there");
    let (path, state) = (folder.path("moved.jsonl"), folder.path("state"));
    let setup = Setup { args: &[&path], env: &[("XDG_STATE_HOME", &state)], ..Setup::default() };
    setup.ready().see(&["★ 2023-02"]);
}

#[test]
fn a_newer_file_is_set_aside_and_said() {
    let newer = "docbao-reading 9\nwhat a newer program wrote\n";
    let folder = news().with("state/docbao/reading.log", newer);
    let session = start(&folder);
    session.see(&["1 problem (!)"]);
    session.check_keys("!", "set aside");
    let aside = folder.path("state/docbao/reading.log.aside-1");
    assert_eq!(fs::read_to_string(aside).expect("it is there"), newer);
    session.keys("esc");
    session.check_keys("m", "★ 2023-01");
}

#[test]
fn without_a_place_to_keep_anything_the_reader_lives() {
    let folder = news().with("state/docbao", "a file in the place of the folder");
    let mut session = start(&folder);
    session.keys("m");
    session.see(&["2 problems (!)", "★ 2023-01"]);
    session.keys("j m");
    session.see(&["2 problems (!)", "★ 2023-02"]);
    session.keys("q");
    assert_eq!(session.wait_exit().code(), Some(0), "{}", session.dump());
}

/// Kills a program that saves with each key, at any moment, again and again: what was seen to be
/// kept stays, and nothing is left but the file and its lock.
fn survive(kills: u64) -> usize {
    let folder = news();
    let mut kept = Vec::new();
    for round in 0..kills {
        let mut random = Random::new(round);
        let session = start(&folder);
        let keys: Vec<u8> = (0..400).map(|_| b"jjkkJKmG g"[random.below(10)]).collect();
        session.write(b"\r");
        keys.chunks(40).take(1 + random.below(10)).for_each(|keys| session.write(keys));
        if round % 3 == 0 {
            session.settle();
        }
        let before = log(&folder);
        kill(session);
        let after = read_log(&log(&folder));
        assert!(log(&folder).starts_with(&before) || round == 0, "round {round}");
        assert!(after.damaged <= 1 && !after.is_foreign(), "round {round}: {after:?}");
        kept.push(after.whole);
    }
    let mut names: Vec<_> = fs::read_dir(folder.path("state/docbao"))
        .expect("it is there")
        .map(|file| file.expect("it can be read").file_name())
        .collect();
    names.sort();
    assert_eq!(names, ["reading.lock", "reading.log"]);
    let session = start(&folder);
    assert!(!text(&session.screen()).contains("problem"), "{}", session.dump());
    kept.last().copied().unwrap_or(0)
}

#[test]
fn killed_while_saving_it_loses_nothing() {
    assert!(survive(20) > 0);
}

#[test]
#[ignore = "long: 200 kills"]
fn killed_200_times_it_loses_nothing() {
    #[allow(clippy::print_stdout, reason = "long runs tell what was checked")]
    {
        println!("state: 200 kills survived, {} lines at the end", survive(200));
    }
}
