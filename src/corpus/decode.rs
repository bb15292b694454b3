//! From bytes to text: UTF-8 with or without a byte-order mark, and UTF-16 with one. It guesses no
//! other encoding: a detector takes Vietnamese UTF-16 for Windows-1252.

use std::borrow::Cow;

/// One byte in this many may be invalid before a text counts as something else.
const TOLERANCE: usize = 200;
/// The bytes at the start that are searched for the controls of binary data.
const BINARY_WINDOW: usize = 8192;

/// Represents text that was read from bytes, and what had to be replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The text, with U+FFFD where bytes were invalid.
    pub text: Cow<'a, str>,
    /// The first place that is not as in the source.
    pub replaced: Option<Fault>,
}

/// Represents what is wrong with bytes that should be text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line of the bytes, counted from 1, when one is at fault.
    pub line: Option<u64>,
    /// What is wrong, without a final period.
    pub message: String,
}

/// Reads bytes as text.
///
/// Fewer than one invalid byte in 200 are replaced by U+FFFD (or one at all in a shorter text).
///
/// # Errors
/// If the bytes are binary data (a NUL, or many controls), or more of them are invalid.
pub fn decode(bytes: &[u8]) -> Result<Decoded<'_>, Fault> {
    match bytes {
        [0xFF, 0xFE, rest @ ..] => Ok(utf16(rest, u16::from_le_bytes)),
        [0xFE, 0xFF, rest @ ..] => Ok(utf16(rest, u16::from_be_bytes)),
        _ => utf8(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)),
    }
}

/// Tells whether the start of a file is binary data.
pub(super) fn is_binary(start: &[u8]) -> bool {
    if start.starts_with(b"\xFF\xFE") || start.starts_with(b"\xFE\xFF") {
        return false;
    }
    let start = &start[..start.len().min(BINARY_WINDOW)];
    let is_control = |byte: &&u8| byte.is_ascii_control() && !matches!(byte, 7..=13 | 27 | 127);
    memchr::memchr(0, start).is_some() || start.iter().filter(is_control).count() > start.len() / 10
}

/// Reads UTF-8, with a few invalid bytes.
fn utf8(bytes: &[u8]) -> Result<Decoded<'_>, Fault> {
    if is_binary(bytes) || memchr::memchr(0, bytes).is_some() {
        return Err(Fault { line: None, message: "is binary data, not text".into() });
    }
    let first = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok(Decoded { text: text.into(), replaced: None }),
        Err(error) => error.valid_up_to(),
    };
    let line = 1 + memchr::memchr_iter(b'\n', &bytes[..first]).count() as u64;
    let bad: usize = bytes.utf8_chunks().map(|chunk| chunk.invalid().len()).sum();
    if bad > 1.max(bytes.len() / TOLERANCE) {
        let message =
            format!("is not UTF-8: {bad} bytes are invalid, the first is byte {}", first + 1);
        return Err(Fault { line: Some(line), message });
    }
    let message =
        format!("byte {} (0x{:02X}) is not UTF-8 and was replaced", first + 1, bytes[first]);
    let replaced = Some(Fault { line: Some(line), message });
    Ok(Decoded { text: String::from_utf8_lossy(bytes), replaced })
}

/// Reads UTF-16 without its byte-order mark.
fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Decoded<'static> {
    let pairs = bytes.chunks_exact(2);
    let odd = !pairs.remainder().is_empty();
    let mut text = String::with_capacity(bytes.len());
    let mut bad = false;
    for decoded in char::decode_utf16(pairs.map(|pair| unit([pair[0], pair[1]]))) {
        bad |= decoded.is_err();
        text.push(decoded.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    let replaced = (bad || odd).then(|| {
        let before = text.split(char::REPLACEMENT_CHARACTER).next().unwrap_or_default();
        let line = 1 + before.matches('\n').count() as u64;
        Fault {
            line: Some(line),
            message: "is not valid UTF-16; what was invalid was replaced".into(),
        }
    });
    Decoded { text: text.into(), replaced }
}

#[cfg(test)]
mod tests;
