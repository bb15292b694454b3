//! Where a token ends, how it is written, and its copy in lower case.

use super::Form;

pub(super) fn token_end(text: &str, start: usize, first: char) -> usize {
    let rest = &text[start..];
    if first.is_ascii_digit() {
        return start + number_len(rest.as_bytes());
    }
    if !first.is_alphabetic() {
        return start + first.len_utf8();
    }
    let len = rest.find(|c: char| !c.is_alphabetic() && !is_combining(c)).unwrap_or(rest.len());
    start + len
}

/// Tells whether a character is a combining mark that may follow a letter.
const fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

fn number_len(bytes: &[u8]) -> usize {
    let mut len = 1;
    loop {
        match bytes.get(len) {
            Some(b) if b.is_ascii_digit() => len += 1,
            Some(b'.' | b',' | b'/' | b':' | b'-')
                if bytes.get(len + 1).is_some_and(u8::is_ascii_digit) =>
            {
                len += 2;
            }
            _ => return len,
        }
    }
}

pub(super) fn form_of(raw: &str) -> Form {
    let mut letters = raw.chars();
    match letters.next() {
        Some(c) if c.is_ascii_digit() => Form::Number,
        Some(c) if c.is_uppercase() => {
            let rest = letters.as_str();
            if !rest.is_empty() && !rest.chars().any(char::is_lowercase) {
                Form::Upper
            } else {
                Form::Title
            }
        }
        Some(c) if c.is_alphabetic() => Form::Lower,
        _ => Form::Mark,
    }
}

pub(super) fn lower_into(raw: &str, out: &mut String) {
    for c in raw.chars() {
        if c.is_ascii() {
            out.push(c.to_ascii_lowercase());
        } else {
            out.extend(c.to_lowercase());
        }
    }
}
