//! However the program ends, the terminal is as it was.

use std::fs::File;
use std::time::Duration;

use rustix::process::Signal;
use vt100::{Color, MouseProtocolMode};

use crate::harness::{Folder, PATIENCE, Session, Setup, progress};

/// Sets how long the program may live on without its terminal.
const WITHOUT_TERMINAL: Duration = Duration::from_secs(2);

/// Waits for the end; the settings of the terminal are compared there.
fn ends(mut session: Session, status: i32, how: &str) {
    assert_eq!(session.wait_exit().code(), Some(status), "{how}");
    let raw = session.raw();
    let last = |what: &str| raw.windows(what.len()).rposition(|bytes| bytes == what.as_bytes());
    let left = last("\x1b[?1049l");
    assert!(left.is_some() && left > last("\x1b[?1049h"), "{how}: still on the other screen");
    assert!(last("\x1b[?25h") > last("\x1b[?25l"), "{how}: the cursor is hidden");
    assert!(last("\x1b[?2026l") > last("\x1b[?2026h"), "{how}: still within a frame");
    assert!(last("\x1b[0m") > last("\x1b[7m"), "{how}: attributes are left");
    let screen = session.screen();
    assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
    assert!(!screen.bold() && !screen.underline() && !screen.inverse() && !screen.italic());
    assert_eq!((screen.fgcolor(), screen.bgcolor()), (Color::Default, Color::Default));
    assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::None);
    assert_eq!(screen.contents().trim(), "", "{how}: something is left on the screen");
}

#[test]
fn quitting_puts_the_terminal_back() {
    for script in [
        "q",
        "ctrl-c",
        "enter q",
        "enter tab n q",
        "enter z ctrl-c",
        "s d o ctrl-c",
        "enter / d o ctrl-c",
        "? ctrl-c",
        "! ctrl-c",
        "ctrl-z q",
    ] {
        let session = Session::open(&[]);
        session.keys(script);
        ends(session, 0, script);
    }
}

#[test]
fn signals_put_the_terminal_back() {
    for (signal, status) in
        [(Signal::HUP, 129), (Signal::INT, 130), (Signal::QUIT, 131), (Signal::TERM, 143)]
    {
        for script in ["", "enter tab", "s d o n g", "enter / d o", "?", "!", "enter z"] {
            let session = Session::open(&[]);
            session.keys(script);
            session.signal(signal);
            ends(session, status, &format!("{signal:?} after {script}"));
        }
    }
}

#[test]
fn a_signal_at_any_moment_puts_the_terminal_back() {
    for bytes in [0, 1, 20, 60, 1_000, 2_000, 3_000] {
        let mut session = Setup::default().start();
        session.until("something was drawn", || session.raw().len() >= bytes);
        session.signal(Signal::TERM);
        let status = session.wait_exit();
        let screen = session.screen();
        assert!(!screen.alternate_screen() && !screen.hide_cursor(), "after {bytes} bytes");
        assert!(!status.success(), "after {bytes} bytes");
    }
}

#[test]
fn without_its_terminal_the_program_ends() {
    for script in ["", "enter", "s d o"] {
        let mut session = Session::open(&[]);
        session.keys(script);
        session.vanish();
        let status = session.wait_status(WITHOUT_TERMINAL).code();
        assert!(matches!(status, Some(129 | 2)), "{status:?} after {script}");
    }
}

#[test]
fn a_terminal_that_takes_nothing_does_not_hold_the_program() {
    let mut session = Session::open(&[]);
    session.freeze();
    // More than a terminal keeps: the program hangs while it draws.
    (0..300).for_each(|_| session.keys("ctrl-l"));
    session.signal(Signal::TERM);
    assert_eq!(session.wait_status(PATIENCE).code(), Some(143));
    assert!(session.settings_are_back());
}

#[test]
fn without_its_terminal_the_program_ends_though_the_signal_was_ignored() {
    let bin = env!("CARGO_BIN_EXE_docbao");
    let args = ["-c", "trap '' HUP; exec \"$0\"", bin];
    let mut session = Setup { program: "/bin/sh", args: &args, ..Setup::default() }.ready();
    session.vanish();
    assert!(!session.wait_status(WITHOUT_TERMINAL).success());
}

#[test]
fn a_terminal_that_knows_no_positions_is_refused() {
    for term in ["dumb", ""] {
        let mut session = Setup { env: &[("TERM", term)], ..Setup::default() }.start();
        assert_eq!(session.wait_exit().code(), Some(2), "{term}");
        let said = String::from_utf8(session.raw()).expect("it is text");
        assert_eq!(said.lines().count(), 1, "{said}");
        assert!(said.starts_with("docbao: ") && said.contains("TERM"), "{said}");
        assert!(!said.contains('\x1b'), "{said}");
    }
}

#[test]
fn a_corpus_comes_through_standard_input_and_keys_through_the_terminal() {
    let folder = crate::news::news();
    let path = folder.path("news.jsonl");
    let file = File::open(&path).expect("it was written");
    let session = Setup { args: &["-"], stdin: Some(file), ..Setup::default() }.ready();
    session.see(&["12 articles"]);
    session.check_keys("j j", " 3/12 ");
    session.keys("q");
    ends(session, 0, "standard input from a file");
    let bin = env!("CARGO_BIN_EXE_docbao");
    let args = ["-c", "cat \"$1\" | \"$0\" -", bin, &path];
    let session = Setup { program: "/bin/sh", args: &args, ..Setup::default() }.ready();
    session.check_keys("enter J", " 2/12 ");
    session.keys("q");
    ends(session, 0, "standard input from a pipe");
}

#[test]
fn loading_does_not_hold_the_end() {
    let text = "Ông Nguyễn Văn Giang đến thành phố Đà Lạt, tỉnh Lâm Đồng. ".repeat(20);
    let folder =
        Folder::new().with("many.jsonl", format!("{{\"text\":\"{text}\"}}\n").repeat(4_000));
    let path = folder.path("");
    let start = || {
        let session = Setup { args: &[&path], ..Setup::default() }.start();
        session.wait_for("that it loads", |screen| progress(screen) == Some(false));
        session
    };
    let session = start();
    session.keys("s d o n g enter j");
    session.keys("ctrl-c");
    ends(session, 0, "Ctrl-C while loading");
    let session = start();
    session.signal(Signal::TERM);
    ends(session, 143, "SIGTERM while loading");
    let mut session = start();
    session.vanish();
    assert!(!session.wait_status(WITHOUT_TERMINAL).success());
}
