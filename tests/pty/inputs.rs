//! What a terminal sends besides keys: pastes with and without an end, answers that come late, and
//! anything at all.

use crate::harness::{Session, Setup, forbidden, line};

const BEGIN: &str = "\x1b[200~";
const END: &str = "\x1b[201~";

fn paste(session: &Session, text: &str) {
    session.write([BEGIN, text, END].concat().as_bytes());
}

#[test]
fn a_paste_is_text_in_a_line_and_nothing_elsewhere() {
    let session = Session::open(&[]);
    for script in ["", "enter", "?"] {
        session.keys(script);
        paste(&session, "q\rjjG\x03\x1aq\x1b[31mq");
        session.keys("esc esc");
        session.see(&[" 1/2 "]);
    }
    paste(&session, "q");
    session.see(&["s or / first, then paste"]);
    session.keys("s");
    paste(&session, " lâm\r\n\x1b[31m\u{202e}đồng\t ");
    session.wait_for("one line", |screen| line(screen, 0).starts_with(" / lâm [31mđồng "));
    session.keys("ctrl-u");
    paste(&session, "lam\ndong");
    session.see(&["/ lam dong", "titles "]);
    session.keys("esc enter /");
    paste(&session, "hội\nnghị");
    session.see(&["/ in this article: hội nghị", "match"]);
    session.settle_typing();
    assert_eq!(forbidden(&session.raw()), [""; 0]);
}

#[test]
fn a_paste_without_an_end_is_over_when_nothing_comes() {
    let session = Session::open(&[]);
    session.write([BEGIN, "qqq"].concat().as_bytes());
    session.see(&["s or / first, then paste"]);
    session.check_keys("G", " 2/2 ");
    session.keys("g s");
    session.write([BEGIN, "lam dong\x1b[20"].concat().as_bytes());
    session.see(&["/ lam dong [20"]);
    session.keys("esc");
    session.check_keys("G", " 2/2 ");
}

#[test]
fn a_paste_without_an_end_is_left_by_escape_and_by_control_c() {
    let mut session = Session::open(&[]);
    session.keys("s");
    session.write([BEGIN, "lam", "\x1b"].concat().as_bytes());
    session.see(&["/ search titles", " 1/2 "]);
    session.write([BEGIN, "lam", "\x03"].concat().as_bytes());
    assert_eq!(session.wait_exit().code(), Some(0));
}

#[test]
fn ten_megabytes_are_pasted() {
    let session = Session::open(&[]);
    session.keys("s");
    paste(&session, &"đồng\r\n".repeat(1_000_000));
    session.write(b"xyz");
    session.keys("ctrl-w ctrl-u");
    session.type_text("hoi nghi");
    session.see(&["/ hoi nghi", "titles "]);
    assert!(session.most_memory() < 300, "{} MB", session.most_memory());
}

#[test]
fn late_answers_are_no_keys() {
    let session = Session::open(&[]);
    for answer in [
        "\x1b]11;rgb:2020/qqqq/2020\x1b\\",
        "\x1b]10;rgb:ffff/ffff/ffff\x07",
        "\x1bP>|XTerm(q)\x1b\\",
        "\x1bP1$r0;1q\x1b\\",
        "\x1b[?62;1;6c\x1b[>41;330;0c\x1b[12;40R\x1b[?2026;2$y",
        "\x1b[I\x1b[O\x1b[<0;10;10M\x1b[<0;10;10m",
        "\x1b[113;1:3u\x1b[1;1:3B\x1b[57358;1:2u",
    ] {
        session.send(answer.as_bytes());
        session.settle();
        assert!(session.screen().contents().contains(" 1/2 "), "{answer:?}\n{}", session.dump());
    }
    session.check_keys("j", " 2/2 ");
}

/// Leaves out what puts a text into the clipboard: only where that was asked for may it stand.
fn without_copies(raw: &[u8]) -> Vec<u8> {
    const START: &[u8] = b"\x1b]52;c;";
    let mut left = raw.to_vec();
    while let Some(at) = left.windows(START.len()).position(|bytes| bytes == START) {
        let is_text = |byte: &u8| byte.is_ascii_alphanumeric() || b"+/=".contains(byte);
        let length = left[at + START.len()..].iter().take_while(|byte| is_text(byte)).count();
        let end = at + START.len() + length;
        if left.get(end) != Some(&0x07) {
            break;
        }
        left.drain(at..=end);
    }
    left
}

#[test]
fn any_bytes_are_taken() {
    for seed in 1..6_u64 {
        let mut session = Setup { columns: 90, ..Setup::default() }.ready();
        let mut number = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mut bytes = Vec::new();
        for _ in 0..40_000 {
            number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let byte = (number >> 56) as u8;
            // Those that end and stop the program would only make the test short, and what is typed
            // ahead of a pager or an editor is for these.
            bytes.extend((!matches!(byte, 0x03 | 0x1A | b'q' | b'p' | b'v')).then_some(byte));
        }
        session.send(&bytes);
        session.write(b"\x1b[201~");
        session.keys("esc esc esc esc esc");
        session.keys("ctrl-c");
        assert_eq!(session.wait_exit().code(), Some(0), "seed {seed}");
        // Some bytes ask for a copy.
        assert_eq!(forbidden(&without_copies(&session.raw())), [""; 0], "seed {seed}");
    }
}

#[test]
fn a_terminal_that_would_rather_fail_is_waited_for() {
    let session = Setup { columns: 200, rows: 60, ..Setup::default() }.ready();
    session.let_writes_fail();
    for _ in 0..40 {
        session.keys("ctrl-l");
    }
    session.settle();
    session.check_keys("j", " 2/2 ");
}
