//! A paste in the making: what comes between the two marks that a terminal puts around it.

use memchr::memmem;

/// Ends a paste.
const END: &[u8] = b"\x1b[201~";

/// Limits the bytes of a paste that are kept; the rest is read over.
const LONGEST: usize = 64 * 1024;

/// Holds what has come of a paste.
#[derive(Debug, Default)]
pub(super) struct Paste {
    kept: Vec<u8>,
    /// The last bytes, as long as they may be the beginning of the end.
    open: Vec<u8>,
    last: u8,
}

impl Paste {
    /// Takes bytes in; gives those behind the end, when that has come.
    pub fn take(&mut self, bytes: &[u8]) -> Option<Vec<u8>> {
        self.last = bytes.last().copied().unwrap_or(self.last);
        self.open.extend_from_slice(bytes);
        if let Some(at) = memmem::find(&self.open, END) {
            let rest = self.open.split_off(at + END.len());
            self.open.truncate(at);
            return Some(rest);
        }
        let whole = (0..END.len()).rev().find(|&length| self.open.ends_with(&END[..length]));
        self.keep(self.open.len() - whole.unwrap_or(0));
        None
    }

    /// Tells whether the last byte may be a key that was pressed to leave: Esc or Ctrl-C.
    pub const fn may_be_left(&self) -> bool {
        matches!(self.last, 0x1B | 0x03)
    }

    /// Gives the key that left the paste, if it was one; it is no part of the text then.
    pub fn leave(&mut self) -> Option<u8> {
        if !self.may_be_left() {
            return None;
        }
        let all = if self.last == 0x1B { &mut self.open } else { &mut self.kept };
        all.pop_if(|byte| *byte == self.last);
        Some(self.last)
    }

    /// Gives the text; what is no UTF-8 in it is replaced.
    pub fn into_text(mut self) -> String {
        self.keep(self.open.len());
        String::from_utf8_lossy(&self.kept).into_owned()
    }

    /// Keeps the first open bytes, as far as there is room.
    fn keep(&mut self, count: usize) {
        let room = LONGEST.saturating_sub(self.kept.len());
        self.kept.extend(self.open.drain(..count).take(room));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Takes parts one after the other; shows the text, and what is left behind the end.
    fn check(parts: &[&str], text: &str, rest: Option<&str>) {
        let mut paste = Paste::default();
        let found = parts.iter().find_map(|part| paste.take(part.as_bytes()));
        assert_eq!(found.as_deref(), rest.map(str::as_bytes), "{parts:?}");
        assert_eq!(paste.into_text(), text, "{parts:?}");
    }

    #[test]
    fn ends_where_the_mark_is() {
        check(&["lâm\x1b[201~q"], "lâm", Some("q"));
        check(&["lâm", "\x1b", "[20", "1~"], "lâm", Some(""));
        check(&["\x1b[201~"], "", Some(""));
        check(&["a\x1b[200~b\x1b\x1b[201~c\x1b[201~"], "a\x1b[200~b\x1b", Some("c\x1b[201~"));
        check(&["a\x1b[20", "x"], "a\x1b[20x", None);
        check(&["a\x1b[20"], "a\x1b[20", None);
    }

    #[test]
    fn is_left_by_a_key_that_comes_last() {
        for (typed, text, key) in [
            ("a\x1b", "a", Some(0x1B)),
            ("a\x03", "a", Some(3)),
            ("\x03a\x1bb", "\x03a\x1bb", None),
        ] {
            let mut paste = Paste::default();
            assert_eq!(paste.take(typed.as_bytes()), None);
            assert_eq!((paste.leave(), paste.into_text().as_str()), (key, text), "{typed:?}");
        }
    }

    #[test]
    fn is_bounded() {
        let mut paste = Paste::default();
        for _ in 0..200 {
            assert_eq!(paste.take("đồng ".repeat(10_000).as_bytes()), None);
            assert!(paste.kept.len() <= LONGEST && paste.open.len() < END.len());
        }
        assert_eq!(paste.take(b"\x1b[201~q"), Some(b"q".to_vec()));
        assert!(paste.into_text().len() <= LONGEST + 2);
    }
}
