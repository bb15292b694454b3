//! An allow-list of what the program may send to a terminal: the few sequences that it draws with,
//! and text in which everything can be seen. It shares no code with the program.

/// Lists the sequences with a question mark: other screen, cursor, paste, frame, clicks and wheel.
const MODES: [&str; 6] = ["?1049", "?25", "?2004", "?2026", "?1000", "?1006"];

/// The question for the terminal's background.
const BACKGROUND: &str = "\x1b]11;?\x1b\\";

/// Finds all that is not allowed; each with where it begins and what is there.
pub fn forbidden(raw: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    let text = match std::str::from_utf8(raw) {
        Ok(text) => text,
        Err(error) => return vec![format!("byte {}: not UTF-8", error.valid_up_to())],
    };
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '\x1b' => allowed_sequence(rest),
            c if is_visible(c) => Some(c.len_utf8()),
            _ => None,
        };
        if length.is_none() {
            let there: String = rest.chars().take(12).collect();
            found.push(format!("byte {}: {there:?}", text.len() - rest.len()));
        }
        rest = &rest[length.unwrap_or(c.len_utf8())..];
    }
    found
}

/// Gives the length of the sequence at the start of `text`, if it is one of ours.
fn allowed_sequence(text: &str) -> Option<usize> {
    if text.starts_with(BACKGROUND) {
        return Some(BACKGROUND.len());
    }
    let body = text.strip_prefix("\x1b[")?;
    let length = body.find(|c: char| !matches!(c, '0'..='9' | ';' | '?'))?;
    let (parameters, end) = (&body[..length], body[length..].chars().next()?);
    let is_plain = !parameters.contains('?');
    let allowed = match end {
        'H' | 'm' => is_plain,
        'J' => parameters == "2",
        'h' | 'l' => MODES.contains(&parameters),
        _ => false,
    };
    allowed.then_some(2 + length + end.len_utf8())
}

/// Tells whether a character is drawn where it stands: no control, nothing that turns the
/// direction of text, nothing invisible.
fn is_visible(c: char) -> bool {
    let hidden = matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{FFF0}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E0FFF}' | '\u{E000}'..='\u{F8FF}');
    !c.is_control() && !hidden
}

#[test]
fn tells_what_is_forbidden() {
    let check = |text: &str, count| assert_eq!(forbidden(text.as_bytes()).len(), count, "{text:?}");
    check("\x1b[1;1H\x1b[38;2;1;2;3mLâm Đồng 日本 e\u{301}\x1b[0m\x1b[2J\x1b[?2026l", 0);
    for bad in [
        "\x1b]52;c;aGk=\x07",
        "\x1b[6n",
        "\x1b[?1003h",
        "\x1bc",
        "\x1b[>1u",
        "\x1b[1;1\x1b[1;1H",
        "\u{9b}31m",
        "\u{202e}",
        "\u{200b}",
        "\u{e0001}",
        "\x7f",
        "\0",
        "\r",
        "\x1b",
    ] {
        assert!(!forbidden(bad.as_bytes()).is_empty(), "{bad:?}");
    }
    assert!(!forbidden(b"\x9b31m").is_empty());
}
