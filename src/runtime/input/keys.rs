//! From the bytes that a terminal sends to keys, as xterm and its likes send them.
//!
//! It knows keys, the mouse, where a paste begins, and the answer to a question for the background,
//! however late it comes. All else that a terminal may say (places of the cursor, its name) was not
//! asked for here; it is skipped.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::app::{Mouse, ThemeName};

use super::mouse;

/// Limits the bytes of one sequence: no key has more.
const LONGEST: usize = 24;

/// Limits the bytes of one answer in a string, such as a colour or a name.
const LONGEST_STRING: usize = 1024;

/// Names what the bytes begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Input {
    /// A key.
    Key(KeyEvent),
    /// Something that the mouse did.
    Mouse(Mouse),
    /// A text is pasted: what follows is no key, up to `ESC [ 201 ~`.
    Paste,
    /// The answer to a question for the background: the theme that goes with it.
    Background(ThemeName),
    /// Nothing that is a key.
    Noise,
}

use Input::{Background, Key, Noise, Paste};

/// Takes the next input off the bytes; gives `None` when they end before it does.
///
/// An escape that nothing follows is the Esc key.
pub fn next(bytes: &mut &[u8]) -> Option<Input> {
    let (input, length) = match **bytes {
        [0x1B] | [0x1B, 0x1B, ..] => (key(KeyCode::Esc, KeyModifiers::NONE), 1),
        [0x1B, b'[', ref rest @ ..] => after(2, sequence(rest)?),
        [] | [0x1B, b'O'] => return None,
        [0x1B, b'O', last, ..] if lettered(last, KeyModifiers::NONE) != Noise => {
            (lettered(last, KeyModifiers::NONE), 3)
        }
        [0x1B, b']' | b'P' | b'_', b'!'..=b'?', ref rest @ ..] => after(3, string(rest)?),
        [0x1B, ref rest @ ..] => after(1, with_alt(letter(rest)?)),
        ref rest => letter(rest)?,
    };
    let input = match input {
        Noise => background(&bytes[..length]).map_or(Noise, Background),
        other => other,
    };
    *bytes = &bytes[length..];
    Some(input)
}

/// Reads the terminal's answer to OSC 11: `rgb:` and three parts in hexadecimal digits, one to four
/// each. Gives the theme for a background of that brightness (the luma of ITU-R BT.709).
fn background(answer: &[u8]) -> Option<ThemeName> {
    let answer = std::str::from_utf8(answer.strip_prefix(b"\x1b]11;rgb:")?).ok()?;
    let colour = answer.strip_suffix('\x07').or_else(|| answer.strip_suffix("\x1b\\"))?;
    let part = |digits: &str| {
        let most = 16_u32.checked_pow(digits.len() as u32).filter(|_| digits.len() <= 4)? - 1;
        Some(f64::from(u32::from_str_radix(digits, 16).ok()?) / f64::from(most))
    };
    let parts: Vec<f64> = colour.split('/').map(part).collect::<Option<_>>()?;
    let [red, green, blue] = parts[..] else { return None };
    let luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    Some(if luma > 0.5 { ThemeName::Light } else { ThemeName::Dark })
}

fn after(skipped: usize, (input, length): (Input, usize)) -> (Input, usize) {
    (input, skipped + length)
}

fn key(code: KeyCode, modifiers: KeyModifiers) -> Input {
    Key(KeyEvent::new(code, modifiers))
}

fn with_alt((input, length): (Input, usize)) -> (Input, usize) {
    match input {
        Key(event) => (key(event.code, event.modifiers | KeyModifiers::ALT), length),
        other => (other, length),
    }
}

/// Reads a control character or a letter.
fn letter(bytes: &[u8]) -> Option<(Input, usize)> {
    let control = |c: u8| key(KeyCode::Char(char::from(c)), KeyModifiers::CONTROL);
    let plain = |code| key(code, KeyModifiers::NONE);
    let input = match *bytes.first()? {
        b'\r' => plain(KeyCode::Enter),
        b'\t' => plain(KeyCode::Tab),
        0x7F => plain(KeyCode::Backspace),
        0 => control(b' '),
        c @ 1..=0x1A => control(c - 1 + b'a'),
        c @ 0x1C..=0x1F => control(c - 0x1C + b'4'),
        _ => return unicode(bytes),
    };
    Some((input, 1))
}

/// Reads a letter in UTF-8; a byte that cannot be one is skipped.
fn unicode(bytes: &[u8]) -> Option<(Input, usize)> {
    let start = &bytes[..bytes.len().min(4)];
    let valid = match std::str::from_utf8(start) {
        Ok(text) => text,
        Err(error) if error.valid_up_to() > 0 => {
            std::str::from_utf8(&start[..error.valid_up_to()]).unwrap_or_default()
        }
        Err(error) => return error.error_len().map(|length| (Noise, length)),
    };
    let c = valid.chars().next()?;
    let shift = if c.is_uppercase() { KeyModifiers::SHIFT } else { KeyModifiers::NONE };
    Some((key(KeyCode::Char(c), shift), c.len_utf8()))
}

/// Reads what follows `ESC [`: parameters and a final byte. Whatever does not belong there ends it,
/// so that no start of a sequence can hold back the keys after it.
fn sequence(bytes: &[u8]) -> Option<(Input, usize)> {
    // The console of Linux sends `ESC [ [ A` to `E` for F1 to F5.
    if let [b'[', rest @ ..] = bytes {
        let function = |c: u8| key(KeyCode::F(c - b'A' + 1), KeyModifiers::NONE);
        let last = *rest.first()?;
        return Some(if matches!(last, b'A'..=b'E') { (function(last), 2) } else { (Noise, 1) });
    }
    let Some(length) = bytes.iter().position(|byte| !matches!(byte, b' '..=b'?')) else {
        return (bytes.len() > LONGEST).then_some((Noise, bytes.len()));
    };
    match bytes[length] {
        last @ b'@'..=b'~' => Some((meaning(&bytes[..length], last), length + 1)),
        _ => Some((Noise, length)),
    }
}

/// Skips an answer in a string, which comes late if another program has asked: up to `ESC \` or the
/// bell. Any other control ends it too, so that it cannot hold back the keys after it.
fn string(bytes: &[u8]) -> Option<(Input, usize)> {
    let Some(length) = bytes.iter().position(u8::is_ascii_control) else {
        return (bytes.len() > LONGEST_STRING).then_some((Noise, bytes.len()));
    };
    let end = match bytes[length..] {
        [0x07, ..] => 1,
        [0x1B, b'\\', ..] => 2,
        _ => 0,
    };
    Some((Noise, length + end))
}

/// Gives the key that a whole sequence means.
fn meaning(parameters: &[u8], last: u8) -> Input {
    if let [b'<', ..] = parameters {
        return mouse::report(parameters, last).map_or(Noise, Input::Mouse);
    }
    let numbers: Option<Vec<u16>> = match parameters {
        [] => Some(Vec::new()),
        _ => parameters.split(|&byte| byte == b';').map(number).collect(),
    };
    let Some(numbers) = numbers else { return Noise };
    let held = modifiers(numbers.get(1).copied().unwrap_or(1));
    match (last, numbers[..].first()) {
        (b'Z', _) => key(KeyCode::BackTab, held | KeyModifiers::SHIFT),
        (b'~', Some(200)) => Paste,
        (b'~', Some(&number)) => numbered(number, held),
        (_, None | Some(1)) => lettered(last, held),
        _ => Noise,
    }
}

fn number(digits: &[u8]) -> Option<u16> {
    std::str::from_utf8(digits).ok()?.parse().ok()
}

/// Reads the modifiers, which are sent as one more than the sum of 1, 2 and 4.
fn modifiers(sent: u16) -> KeyModifiers {
    let bits = sent.saturating_sub(1);
    let held = |bit, modifier| if bits & bit > 0 { modifier } else { KeyModifiers::NONE };
    held(1, KeyModifiers::SHIFT) | held(2, KeyModifiers::ALT) | held(4, KeyModifiers::CONTROL)
}

/// Gives the key that ends in a letter.
fn lettered(last: u8, held: KeyModifiers) -> Input {
    let code = match last {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'P'..=b'S' => KeyCode::F(last - b'P' + 1),
        _ => return Noise,
    };
    key(code, held)
}

/// Gives the key that is sent as a number.
fn numbered(number: u16, held: KeyModifiers) -> Input {
    let function = |base: u16| KeyCode::F((number - base) as u8);
    let code = match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => function(10),
        17..=21 => function(11),
        23..=24 => function(12),
        // What keyboards of old terminals have as F13 and on is Shift with F1 and on elsewhere.
        25..=26 => return key(function(22), held | KeyModifiers::SHIFT),
        28..=29 => return key(function(23), held | KeyModifiers::SHIFT),
        31..=34 => return key(function(24), held | KeyModifiers::SHIFT),
        _ => return Noise,
    };
    key(code, held)
}

#[cfg(test)]
mod tests;
