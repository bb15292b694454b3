//! Colours: as many as the terminal shows, and signs that are no colour in any case.

use std::collections::BTreeSet;

use crate::harness::{Folder, Setup};

/// Gives all that the program asks of letters in a terminal that is described by `env`: each
/// attribute, and each colour with its parameters.
fn attributes(env: &[(&str, &str)]) -> BTreeSet<String> {
    let session = Setup { env, ..Setup::default() }.ready();
    session.keys("enter tab tab esc s");
    session.type_text("an ninh");
    session.see(&["titles ", "passages "]);
    session.keys("esc");
    session.check_keys("T ?", "docbao · keys:");
    let text = String::from_utf8(session.raw()).expect("it is text");
    text.split("\x1b[").filter_map(sgr).flat_map(split).collect()
}

/// Gives the parameters of a sequence that changes attributes.
fn sgr(sequence: &str) -> Option<&str> {
    let end = sequence.find(|c: char| c.is_ascii_alphabetic())?;
    sequence[end..].starts_with('m').then(|| &sequence[..end])
}

/// Splits parameters, and keeps those of one colour together.
fn split(parameters: &str) -> Vec<String> {
    let mut rest: Vec<&str> = parameters.split(';').collect();
    let mut out = Vec::new();
    while !rest.is_empty() {
        let length = match rest[..] {
            ["38" | "48" | "58", "2", ..] => 5,
            ["38" | "48" | "58", "5", ..] => 3,
            _ => 1,
        };
        out.push(rest.drain(..length).collect::<Vec<_>>().join(";"));
    }
    out
}

/// Gives the colours among attributes; 39 and 49 are the terminal's own.
fn colours(attributes: &BTreeSet<String>) -> Vec<&str> {
    let is_colour = |number: &str| matches!(number.parse(), Ok(30..=38 | 40..=48 | 58 | 90..=107));
    let first = |attribute: &&String| attribute.split(';').next().is_some_and(is_colour);
    attributes.iter().filter(first).map(String::as_str).collect()
}

fn assert_signs(attributes: &BTreeSet<String>) {
    for sign in ["1", "3", "4", "7"] {
        assert!(attributes.contains(sign), "no {sign} in {attributes:?}");
    }
}

#[test]
fn without_colour_the_signs_are_left() {
    for env in [
        &[("NO_COLOR", "1")][..],
        &[("NO_COLOR", "yes"), ("TERM", "xterm"), ("COLORTERM", "")],
        &[("TERM", "vt220"), ("COLORTERM", "")],
    ] {
        let found = attributes(env);
        assert_eq!(colours(&found), [""; 0], "{env:?}");
        assert_signs(&found);
    }
}

#[test]
fn colours_are_those_that_the_terminal_shows() {
    let check = |env: &[(&str, &str)], shown: fn(&str) -> bool| {
        let found = attributes(env);
        assert_signs(&found);
        assert!(colours(&found).len() > 8, "{env:?}: {found:?}");
        assert!(colours(&found).iter().all(|colour| shown(colour)), "{env:?}: {found:?}");
    };
    check(&[("NO_COLOR", "")], |colour| colour.starts_with("38;2;"));
    check(&[("COLORTERM", "")], |colour| colour.starts_with("38;5;"));
    check(&[("TERM", "xterm"), ("COLORTERM", "")], |colour| {
        let indexed = colour.strip_prefix("38;5;").and_then(|index| index.parse().ok());
        matches!((indexed, colour.parse()), (Some(0..=15_u16), _) | (_, Ok(30..=37 | 90..=97_u16)))
    });
}

#[test]
fn kinds_have_the_colours_and_signs_of_the_configuration() {
    let config = "[kinds.date]\nrgb = \"#010203\"\nsigns = [\"reversed\"]\n\
                  [kinds.organization]\nansi = \"red\"\n";
    let folder = Folder::new().with("docbao/config.toml", config);
    let home = folder.path("");
    let found = |term: &str, colorterm: &str, no_color: &str| {
        let env = [
            ("XDG_CONFIG_HOME", &*home),
            ("TERM", term),
            ("COLORTERM", colorterm),
            ("NO_COLOR", no_color),
        ];
        attributes(&env)
    };
    assert!(found("xterm-256color", "truecolor", "").contains("38;2;1;2;3"));
    assert!(found("xterm-256color", "", "").contains("38;5;16"));
    let sixteen = found("xterm", "", "");
    // Black is the nearest to the one, red is the other, as the terminal numbers them.
    assert!(sixteen.contains("38;5;0") && sixteen.contains("38;5;1"), "{sixteen:?}");
    assert_eq!(colours(&found("xterm", "", "1")), [""; 0]);
}
