//! How a word is written, where it ends, and its copy in lower case.

/// Tells how a token is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Digits, with inner marks.
    Number,
    /// Letters, the first one small.
    Lower,
    /// Letters, the first one a capital.
    Title,
    /// Two or more letters, all of them capitals.
    Upper,
    /// Anything else: one character.
    Mark,
}

impl Form {
    /// Tells how a token is written.
    pub fn of(raw: &str) -> Self {
        let mut letters = raw.chars();
        match letters.next() {
            Some(c) if c.is_ascii_digit() => Self::Number,
            Some(c) if c.is_uppercase() => {
                let rest = letters.as_str();
                if !rest.is_empty() && !rest.chars().any(char::is_lowercase) {
                    Self::Upper
                } else {
                    Self::Title
                }
            }
            Some(c) if c.is_alphabetic() => Self::Lower,
            _ => Self::Mark,
        }
    }
}

/// Finds the end of the token that begins at `start` with the character `first`.
pub(crate) fn token_end(text: &str, start: usize, first: char) -> usize {
    let rest = &text[start..];
    if first.is_ascii_digit() {
        return start + number_len(rest.as_bytes());
    }
    if !is_letter(first) {
        return start + first.len_utf8();
    }
    start + rest.find(|c: char| !is_letter(c) && !is_combining(c)).unwrap_or(rest.len())
}

/// Tells whether a character is a letter; those of Vietnamese are asked for first, because the
/// tables of all others are slow.
fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphabetic(),
        '\u{c0}'..='\u{d6}'
        | '\u{d8}'..='\u{f6}'
        | '\u{f8}'..='\u{24f}'
        | '\u{1e00}'..='\u{1eff}' => true,
        _ => c.is_alphabetic(),
    }
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

/// Gives a copy in lower case, letter by letter.
pub(crate) fn lower(raw: &str) -> String {
    raw.chars().flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letters_asked_for_first_are_letters() {
        for c in '\0'..='\u{2000}' {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
        }
    }
}
