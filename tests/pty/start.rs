//! The first screen at each size.

use crate::harness::{Session, Setup, line};

fn sized(columns: u16, rows: u16) -> Session {
    Setup { columns, rows, ..Setup::default() }.start()
}

#[test]
fn two_panes_stand_side_by_side() {
    let session = Session::open(&[]);
    let screen = session.screen();
    let check = |row: u16, text: &str| {
        assert!(line(&screen, row).contains(text), "row {row}: {text}\n{}", session.dump());
    };
    check(0, " / search titles, names and text");
    check(0, "2 articles");
    check(1, "─┬─");
    check(2, "› 2023-04 UBND tỉnh Lâm");
    check(2, "│");
    check(21, "─┴─");
    check(22, "000_a67fe91cfa96657e");
    check(22, "1/2");
    check(23, "⏎ read");
    check(23, "/ search");
    check(23, " %");
    assert!(screen.contents().contains("words ·"), "{}", session.dump());
}

#[test]
fn three_panes_stand_side_by_side() {
    let session = Setup { columns: 160, rows: 45, ..Setup::default() }.ready();
    session.see(&["2 articles", "› 2023-04", "1 person ", "3 location ", "entities"]);
    assert_eq!(line(&session.screen(), 1).matches('┬').count(), 2, "{}", session.dump());
}

#[test]
fn one_pane_stands_alone() {
    let session = Setup { columns: 79, ..Setup::default() }.ready();
    assert!(!session.screen().contents().contains('│'), "{}", session.dump());
    session.see(&["› 2023-04", "⏎ read"]);
    session.check_keys("enter", "Tab next");
    assert!(!session.screen().contents().contains('›'), "{}", session.dump());
    session.see(&["words ·"]);
    session.check_keys("esc", "› 2023-04");
}

#[test]
fn small_screens_show_what_they_can() {
    for (columns, rows) in [(20, 5), (3, 2), (1, 1), (2, 1), (1, 24), (80, 1), (0, 0)] {
        let mut session = sized(columns, rows);
        session.wait_for("a frame", vt100::Screen::alternate_screen);
        for key in ["j", "enter", "tab", "n", "G", "z", "z", "?", "esc", "s", "a", "esc", "q"] {
            session.keys(key);
        }
        assert_eq!(session.wait_exit().code(), Some(0), "{columns} x {rows}");
    }
}

#[test]
fn a_size_that_cannot_be_is_not_believed() {
    let session = Session::open(&[]);
    let before = session.redraws();
    session.claim(u16::MAX, u16::MAX);
    session.wait_for_redraw(before);
    session.settle();
    assert!(session.most_memory() < 700, "{} MB", session.most_memory());
    session.resize(80, 24);
    session.check_keys("j", " 2/2 ");
}

#[test]
fn a_storm_of_sizes_ends_in_the_last() {
    let session = Session::open(&[]);
    for step in 0..60_u16 {
        session.resize(1 + step * 37 % 170, 1 + step * 23 % 50);
        session.keys(["j", "k", "enter", "tab", "esc"][usize::from(step % 5)]);
    }
    session.resize(100, 30);
    session.wait_for("the last size", |screen| {
        line(screen, 0).ends_with("2 articles")
            && line(screen, 29).ends_with('%')
            && line(screen, 1).chars().filter(|&c| c == '─' || c == '┬').count() == 100
    });
}

#[test]
fn the_cursor_is_where_the_keys_work() {
    let session = Session::open(&[]);
    let at = |row, column| {
        session.wait_for(&format!("the cursor at {row}, {column}"), |screen| {
            screen.cursor_position() == (row, column) && !screen.hide_cursor()
        });
    };
    at(2, 0);
    session.keys("j");
    at(4, 0);
    session.keys("k s");
    at(0, 3);
    session.type_text("đồng");
    at(0, 7);
    session.keys("left");
    at(0, 6);
    session.keys("esc");
    at(2, 0);
    session.keys("enter");
    at(2, 31);
    session.keys("tab");
    session.wait_for("the cursor on the focused name", |screen| {
        let (row, column) = screen.cursor_position();
        screen.cell(row, column).is_some_and(vt100::Cell::inverse)
            && !screen.cell(row, column - 1).is_some_and(vt100::Cell::inverse)
    });
}

#[test]
fn many_keys_at_once_all_arrive() {
    let session = Session::open(&[]);
    session.keys("s");
    session.send("x".repeat(900).as_bytes());
    session.send("\x7f".repeat(900 - 7).as_bytes());
    session.wait_for("seven letters", |screen| screen.cursor_position() == (0, 10));
    session.keys("ctrl-u");
    // More than is read at a time, and no key after it that would wake the reader.
    session.write(&[b"a".repeat(999), b"\x7f".repeat(990), b"\x1b[D".repeat(700)].concat());
    session.wait_for("the caret before nine letters", |screen| screen.cursor_position() == (0, 3));
}
