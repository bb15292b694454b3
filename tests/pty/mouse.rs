//! The mouse as a terminal tells of it: the sequences of xterm's mode 1006, sent to the program.

use vt100::Screen;

use crate::harness::{Session, line};
use crate::news::news;

/// Names what asks a terminal to tell of clicks and of the wheel, and what gives the mouse back.
const TAKES: &str = "\x1b[?1000h\x1b[?1006h";
const GIVES: &str = "\x1b[?1006l\x1b[?1000l";

/// The buttons: the left one, and the wheel towards the beginning and the end.
const LEFT: u8 = 0;
const UP: u8 = 64;
const DOWN: u8 = 65;

/// Sends what a terminal does when a button is pressed and let go on a cell, counted from 0.
fn press(session: &Session, button: u8, (column, row): (usize, usize)) {
    let (x, y) = (column + 1, row + 1);
    let let_go = if button == LEFT { format!("\x1b[<{button};{x};{y}m") } else { String::new() };
    session.send(format!("\x1b[<{button};{x};{y}M{let_go}").as_bytes());
}

/// Finds where a text stands, of its places the one with the number `nth`.
fn place(session: &Session, text: &str, nth: usize) -> (usize, usize) {
    let screen = session.screen();
    let rows = (0..screen.size().0.get()).map(|row| line(&screen, row)).enumerate();
    let mut found = rows.flat_map(|(row, shown)| {
        // Each letter of these articles takes one column.
        let columns = |at: usize| shown[..at].chars().count();
        let places = shown.match_indices(text).map(|(at, _)| (columns(at), row));
        places.collect::<Vec<_>>()
    });
    found.nth(nth).unwrap_or_else(|| panic!("no {text} {nth}\n{}", session.dump()))
}

fn shows(screen: &Screen, text: &str) -> bool {
    screen.contents().contains(text)
}

/// Clicks on a text and waits for another one, which was not there before.
fn click(session: &Session, (text, nth): (&str, usize), expected: &str) {
    session.settle();
    assert!(!shows(&session.screen(), expected), "{expected} was there\n{}", session.dump());
    press(session, LEFT, place(session, text, nth));
    session.see(&[expected]);
}

/// Turns the wheel over a cell and waits for a text that was not there before.
fn wheel(session: &Session, button: u8, at: (usize, usize), expected: &str) {
    session.settle();
    assert!(!shows(&session.screen(), expected), "{expected} was there\n{}", session.dump());
    press(session, button, at);
    session.see(&[expected]);
}

fn count(session: &Session, sequence: &str) -> usize {
    String::from_utf8_lossy(&session.raw()).matches(sequence).count()
}

#[test]
fn the_wheel_turns_what_it_is_over() {
    let folder = news();
    let session = Session::open(&[&folder.path("")]);
    let (list, reader) = ((4, 8), (50, 8));
    wheel(&session, DOWN, list, " 2/12 ");
    wheel(&session, DOWN, list, " 3/12 ");
    wheel(&session, UP, list, " 2/12 ");
    // Turns that come together are one.
    session.settle();
    session.send(&b"\x1b[<65;5;9M".repeat(6));
    session.see(&[" 8/12 "]);
    session.see(&["words ·"]);
    session.settle();
    press(&session, DOWN, reader);
    session.wait_for("the title is scrolled away", |screen| !shows(screen, "words ·"));
    wheel(&session, UP, reader, "words ·");
    session.see(&[" 8/12 "]);
}

#[test]
fn a_click_chooses_and_a_second_one_opens() {
    let folder = news();
    let session = Session::open(&[&folder.path("")]);
    click(&session, ("Tin số 3", 0), " 3/12 ");
    session.see(&["⏎ read"]);
    click(&session, ("Tin số 3", 0), "Tab next");
    click(&session, ("Tin số 5", 0), " 5/12 ");
    click(&session, ("/ search", 0), "Tab group");
}

#[test]
fn a_click_on_a_name_focuses_it_and_a_second_one_opens_its_card() {
    let folder = news();
    for keys in ["", "#", "enter z # _"] {
        let session = Session::open(&[&folder.path("")]);
        session.keys(keys);
        let zoomed = keys.contains('z');
        session.wait_for("the page is set", |screen| zoomed != shows(screen, "/ search"));
        // In the list stand the first words of each article.
        let nth = if zoomed { 0 } else { place_in_reader(&session, "Giang") };
        click(&session, ("Giang", nth), "person  Nguyễn Văn Giang");
        click(&session, ("Giang", nth), "appears with");
    }
}

/// Gives the number of the first place of a text that stands in the reader.
fn place_in_reader(session: &Session, text: &str) -> usize {
    session.settle();
    (0..99).find(|&nth| place(session, text, nth).0 > 30).expect("there is a first one")
}

#[test]
fn a_click_takes_a_chip_away() {
    let folder = news();
    let session = Session::open(&[&folder.path("")]);
    session.keys("enter 1 tab = esc");
    session.see(&["= Nguyễn Văn Giang", "⏎ read"]);
    session.settle();
    press(&session, LEFT, place(&session, "= Nguyễn", 0));
    session.wait_for("the chip is gone", |screen| !shows(screen, "= Nguyễn Văn Giang"));
    session.see(&["/ search titles", "12 articles"]);
}

#[test]
fn a_click_on_the_strip_goes_there() {
    let folder = news();
    let session = Session::open(&[&folder.path("")]);
    session.keys("enter");
    session.see(&["Tab next", "words ·"]);
    session.settle();
    press(&session, LEFT, (79, 20));
    session.see(&[" 100 %"]);
    session.wait_for("the title is scrolled away", |screen| !shows(screen, "words ·"));
    session.settle();
    press(&session, LEFT, (79, 2));
    session.see(&["words ·"]);
}

#[test]
fn f2_gives_the_mouse_back_and_takes_it_again() {
    let folder = news();
    let mut session = Session::open(&[&folder.path("")]);
    assert_eq!((count(&session, TAKES), count(&session, GIVES)), (1, 0));
    session.check_keys("f2", "the mouse is the terminal's");
    assert_eq!((count(&session, TAKES), count(&session, GIVES)), (1, 1));
    session.check_keys("f2", "the mouse clicks and scrolls here");
    assert_eq!((count(&session, TAKES), count(&session, GIVES)), (2, 1));
    click(&session, ("Tin số 2", 0), " 2/12 ");
    session.keys("q");
    assert_eq!(session.wait_exit().code(), Some(0));
    let raw = String::from_utf8(session.raw()).expect("it is text");
    assert!(raw.rfind(GIVES) > raw.rfind(TAKES), "the mouse is still taken");
}
