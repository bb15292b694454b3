//! What a terminal says of the mouse, in the form that begins with `ESC [ <` (xterm's mode 1006).

use ratatui::layout::Position;

use crate::app::Mouse;

/// Marks a movement, of which we do not ask to be told.
const MOTION: u16 = 32;

/// Reads a report: its parameters from `<` on, and the letter that ends it. Gives nothing for what
/// has no meaning here: other buttons, and letting go of one.
pub(super) fn report(parameters: &[u8], last: u8) -> Option<Mouse> {
    let numbers = std::str::from_utf8(parameters.strip_prefix(b"<")?).ok()?;
    let mut numbers = numbers.split(';').map(|number| number.parse::<u16>().ok());
    let (button, x, y) = (numbers.next()??, numbers.next()??, numbers.next()??);
    if last != b'M' || numbers.next().is_some() || button & MOTION > 0 {
        return None;
    }
    let at = Position::new(x.checked_sub(1)?, y.checked_sub(1)?);
    match button {
        0 => Some(Mouse::Click(at)),
        64 => Some(Mouse::Wheel(at, -1)),
        65 => Some(Mouse::Wheel(at, 1)),
        _ => None,
    }
}

/// Adds a turn of the wheel to the one before at the same place, as one.
pub(super) fn join(before: Mouse, next: Mouse) -> Option<Mouse> {
    match (before, next) {
        (Mouse::Wheel(one, n), Mouse::Wheel(other, m)) if one == other => {
            Some(Mouse::Wheel(one, n.saturating_add(m)))
        }
        _ => None,
    }
}
