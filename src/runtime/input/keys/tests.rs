use proptest::prelude::*;

use super::*;

/// Reads all keys of some bytes; shows each with what was held, and noise as `-`.
fn read(bytes: &[u8]) -> String {
    let mut rest = bytes;
    let mut shown = Vec::new();
    while let Some(input) = next(&mut rest) {
        shown.push(match input {
            Noise => "-".to_owned(),
            Paste => "Paste".to_owned(),
            Input::Mouse(Mouse::Click(at)) => format!("click:{},{}", at.x, at.y),
            Input::Mouse(Mouse::Wheel(at, notches)) => format!("wheel:{},{}:{notches}", at.x, at.y),
            Background(theme) => format!("{theme:?}"),
            Key(event) => format!("{}{}", held(event.modifiers), name(event.code)),
        });
    }
    if !rest.is_empty() {
        shown.push(format!("({} more)", rest.len()));
    }
    shown.join(" ")
}

fn held(modifiers: KeyModifiers) -> String {
    [(KeyModifiers::SHIFT, "S-"), (KeyModifiers::ALT, "A-"), (KeyModifiers::CONTROL, "C-")]
        .into_iter()
        .filter_map(|(modifier, shown)| modifiers.contains(modifier).then_some(shown))
        .collect()
}

fn name(code: KeyCode) -> String {
    match code {
        KeyCode::Char(c) => c.to_string(),
        KeyCode::F(number) => format!("F{number}"),
        other => format!("{other:?}"),
    }
}

fn check(bytes: impl AsRef<[u8]>, shown: &str) {
    let bytes = bytes.as_ref();
    assert_eq!(read(bytes), shown, "{:?}", String::from_utf8_lossy(bytes));
}

#[test]
fn reads_letters() {
    check("jG/", "j S-G /");
    check("đồĐ日", "đ ồ S-Đ 日");
    check("\r\t\x7f \x03\x0c\n\0\x1c", "Enter Tab Backspace   C-c C-l C-j C-  C-4");
    check("\x1b", "Esc");
    check("\x1b\x1b", "Esc Esc");
    check("\x1bx\x1bđ\x1b\x03", "A-x A-đ A-C-c");
}

#[test]
fn reads_sequences() {
    check("\x1b[A\x1bOB\x1b[C\x1b[D\x1b[H\x1bOF", "Up Down Right Left Home End");
    check("\x1b[1;5B\x1b[1;2A\x1b[1;3D\x1b[Z", "C-Down S-Up A-Left S-BackTab");
    check("\x1b[1~\x1b[2~\x1b[3~\x1b[4~\x1b[5~\x1b[6~", "Home Insert Delete End PageUp PageDown");
    check("\x1bOP\x1bOR\x1b[[A\x1b[[E\x1b[11~\x1b[15~", "F1 F3 F1 F5 F1 F5");
    check("\x1b[17~\x1b[21~\x1b[23~\x1b[24~", "F6 F10 F11 F12");
    check("\x1b[1;2R\x1b[13;2~\x1b[25~\x1b[34~", "S-F3 S-F3 S-F3 S-F10");
}

#[test]
fn skips_what_is_no_key() {
    check("\x1b[200~ab\x1b[201~q", "Paste a b - q");
    check("\x1b[12;40R\x1b[?1;2c\x1b[<0;1;1mq", "- - - q");
    check("\x1b]11;rgb:ff/qq/00\x07q\x1b]4;1;rgb:00/00/q\x1b\\q", "- q - q");
    check("\x1bP>|name q\x1b\\q\x1bP1$r0m\x1b\\q\x1b_1q\x1b\\q", "- q - q - q");
    check("\x1b[97;1:3u\x1b[1;1:3Aq\x1b[I\x1b[Oq", "- - q - - q");
    check("\x1b]11;q\x03q\x1b]11;q\x1b", "- C-c q - Esc");
    check([b"\x1b]1".as_slice(), &[b'1'; 2_000], b"\rq"].concat(), "- Enter q");
    check("\x1b[\x03q", "- C-c q");
    check("\x1bO\x03q", "S-A-O C-c q");
    check("\x1b[1;\x1b[A", "- Up");
    check([b"\x1b[".as_slice(), &[b'1'; 40], b"q"].concat(), "-");
    check(b"\xFF\xE1a\x9B", "- - a -");
}

#[test]
fn reads_the_mouse() {
    check("\x1b[<0;1;1M\x1b[<0;300;90Mq", "click:0,0 click:299,89 q");
    check("\x1b[<64;5;2M\x1b[<65;5;2M", "wheel:4,1:-1 wheel:4,1:1");
    check("\x1b[<32;5;2M\x1b[<1;5;2M\x1b[<66;5;2M\x1b[<0;5;2m", "- - - -");
    check("\x1b[<0;0;1M\x1b[<0;1M\x1b[<0;1;1;1M\x1b[<0;99999;1M\x1b[<;;Mq", "- - - - - q");
}

#[test]
fn turns_of_the_wheel_are_one() {
    let wheel = |x, notches| Mouse::Wheel((x, 1).into(), notches);
    assert_eq!(mouse::join(wheel(4, 2), wheel(4, 1)), Some(wheel(4, 3)));
    assert_eq!(mouse::join(wheel(4, 2), wheel(5, 1)), None);
    assert_eq!(mouse::join(wheel(4, 2), Mouse::Click((4, 1).into())), None);
}

#[test]
fn reads_the_background() {
    check("\x1b]11;rgb:ffff/ffff/ffff\x1b\\q", "Light q");
    check("\x1b]11;rgb:00/2b/36\x07q", "Dark q");
    check("\x1b]11;rgb:f/f/8\x07\x1b]11;rgb:8/0/f\x07", "Light Dark");
    check("\x1b]11;rgb:/1/1\x07\x1b]11;rgb:fffff/0/0\x07\x1b]11;rgb:ff/ff\x07", "- - -");
    check("\x1b]11;rgb:ff/ff/f\x03\x1b]10;rgb:ff/ff/ff\x07", "- C-c -");
}

#[test]
fn waits_for_what_is_not_whole() {
    check("a\x1b[", "a (2 more)");
    check("\x1b[1;", "(4 more)");
    check("\x1bO", "(2 more)");
    check("\x1b]11;rgb", "(8 more)");
    check(b"\xE1\xBB", "(2 more)");
    check(b"\x1b\xE1\xBB", "(3 more)");
}

proptest! {
    #[test]
    fn no_bytes_hold_back_the_keys_after_them(bytes: Vec<u8>) {
        // A start of a sequence takes one byte at most, here the first.
        let shown = read(&[bytes, b"\x03\x03".to_vec()].concat());
        prop_assert!(shown.ends_with("C-c"), "{}", shown);
    }
}
