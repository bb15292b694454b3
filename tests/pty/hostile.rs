//! Hostile corpora: whatever stands in files, names and keys, the terminal gets nothing but our own
//! sequences and visible text.

use std::ffi::OsStr;
use std::fmt::Write;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::PathBuf;

use crate::harness::{Folder, Session, Setup, forbidden};

/// Lists what should never reach a terminal.
const ATTACKS: &[&str] = &[
    "\x1b[31m",
    "\x1b[2J\x1b[H",
    "\x1b]52;c;aGFja2Vk\x07",
    "\x1b]0;title\x1b\\",
    "\x1b]8;;file:///etc/passwd\x1b\\link\x1b]8;;\x1b\\",
    "\x1bP$q\"p\x1b\\",
    "\x1b_Gi=1;AAAA\x1b\\",
    "\x1b[6n\x1b[c\x1b[?1049l",
    "\x1bc",
    "\u{9b}31m",
    "\u{9d}52;c;aGk=\u{9c}",
    "\x07\x08\x0b\x0c\x0e\x0f\x7f\0\x01\x1a",
    "\u{202e}gpj.exe\u{202c}",
    "\u{2066}isolate\u{2069}\u{200e}\u{200f}\u{61c}",
    "zero\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}width",
    "\u{e0001}\u{e0041}\u{e007f}tag",
    "soft\u{ad}hyphen\u{34f}\u{180e}",
    "line\u{2028}para\u{2029}next\u{85}",
    "\rover\r\nwritten",
    "\u{fff9}note\u{fffa}\u{fffb}\u{e000}\u{ffff}",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467} 1\u{fe0f}\u{20e3} \u{2764}\u{fe0f}",
];

/// Writes a file whose name may be any bytes; where the system refuses one, there is none.
fn write(folder: &Folder, name: &[u8], content: &[u8]) {
    let path = PathBuf::from(folder.path("")).join(OsStr::from_bytes(name));
    let _ = fs::write(path, content);
}

/// Makes a folder in which attacks stand in each place that is shown.
fn hostile() -> Folder {
    let folder = Folder::new();
    let mut lines = String::new();
    for (number, attack) in ATTACKS.iter().enumerate() {
        let text =
            format!("Tin {attack} một.\n\nÔng Phạm {attack} S đến {attack}Lâm Đồng{attack}.");
        write(&folder, format!("text{number}.txt").as_bytes(), text.as_bytes());
        let name = format!("name{number}{}.txt", attack.replace(['/', '\0'], ""));
        write(&folder, name.as_bytes(), "Một tên tệp.".as_bytes());
        let record = serde_json::json!({
            "id": format!("{attack}{number}"), "title": format!("Tin{attack} json {number}"),
            "text": text, "url": format!("http://{attack}/"), "timestamp": attack,
        });
        let _ = writeln!(lines, "{record}\n{{\"title\":\"{attack}\",\"broken{attack}");
    }
    write(&folder, b"many\x1b[31m\xFF\xFE.jsonl", lines.as_bytes());
    folder
}

/// Opens all articles one after the other, and goes through each.
fn read_all(session: &Session, count: usize) {
    session.keys("g enter");
    for number in 1..=count {
        session.see(&[&format!(" {number}/{count} "), "Tab next"]);
        session.keys("tab tab space G");
        session.settle();
        session.keys("J");
    }
    session.keys("* n n N");
    session.settle();
}

fn assert_clean(session: &Session) {
    let found = forbidden(&session.raw());
    let shown = &found[..found.len().min(20)];
    assert!(found.is_empty(), "{} forbidden: {shown:#?}", found.len());
}

#[test]
fn nothing_of_a_hostile_corpus_reaches_the_terminal() {
    let folder = hostile();
    let args = [&folder.path(""), "no\x1b[31m\u{202e}such\u{9b}file"];
    let mut session = Setup { args: &args, columns: 150, rows: 40, ..Setup::default() }.ready();
    // One of the texts is refused: it has so many controls that it is binary data.
    read_all(&session, 3 * ATTACKS.len() - 1);
    session.check_keys("! G", "what could not be read");
    session.keys("esc esc esc s");
    session.type_text("tin");
    session.see(&["titles "]);
    session.keys("down down enter esc");
    session.settle();
    session.keys("q");
    assert_eq!(session.wait_exit().code(), Some(0));
    assert_clean(&session);
}

#[test]
fn nothing_that_is_typed_reaches_the_terminal() {
    for attack in ATTACKS {
        // These are keys, not text.
        let typed: String = attack.replace(|c: char| c.is_ascii_control(), "");
        let mut session = Setup { columns: 250, ..Setup::default() }.ready();
        for start in ["s", "enter /"] {
            session.keys(start);
            session.send(typed.as_bytes());
            session.send(b"xyz");
            session.see(&["xyz"]);
            session.keys("enter esc esc");
        }
        session.settle();
        session.keys("q");
        session.wait_exit();
        assert_clean(&session);
    }
}

#[test]
#[ignore = "needs DOCBAO_CORPORA, a folder of files that broke other programs"]
fn nothing_of_the_nasty_files_reaches_the_terminal() {
    let folder = std::env::var_os("DOCBAO_CORPORA").map(PathBuf::from);
    let folder = folder.expect("DOCBAO_CORPORA names the folder");
    let path = folder.to_str().expect("the folder has a plain name");
    let mut session = Setup { args: &[path], columns: 110, rows: 30, ..Setup::default() }.ready();
    read_all(&session, 35);
    session.keys("q");
    assert_eq!(session.wait_exit().code(), Some(0));
    assert_clean(&session);
}
