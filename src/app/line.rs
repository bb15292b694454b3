//! A line of text that is being typed. What comes in is cleaned at once, so that a mark typed after
//! its letter joins it.

use unicode_segmentation::UnicodeSegmentation;

use crate::text::{clean_line, single_spaced};

/// Limits what can be typed: nobody types more, and a paste may be anything.
const MAX_BYTES: usize = 1_000;

/// Holds the text and the caret.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LineEdit {
    text: String,
    caret: usize,
}

impl LineEdit {
    /// Gives the text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Gives the byte at which the caret stands.
    pub const fn caret(&self) -> usize {
        self.caret
    }

    /// Replaces the text and puts the caret at its end.
    pub fn set(&mut self, text: &str) {
        text.clone_into(&mut self.text);
        self.caret = self.text.len();
    }

    /// Types a character at the caret.
    pub fn insert(&mut self, c: char) {
        if self.text.len() + c.len_utf8() > MAX_BYTES {
            return;
        }
        self.put(c.encode_utf8(&mut [0; 4]));
    }

    /// Types a text at the caret, as words on one line; what is too much is left out.
    pub fn paste(&mut self, text: &str) {
        // What is cleaned is bounded too; most of it may be invisible.
        let start = &text[..text.floor_char_boundary(8 * MAX_BYTES)];
        let words = single_spaced(&clean_line(start));
        let room = MAX_BYTES.saturating_sub(self.text.len());
        self.put(&words[..words.floor_char_boundary(room)]);
    }

    fn put(&mut self, text: &str) {
        let head = clean_line(&[&self.text[..self.caret], text].concat());
        let tail = self.text.split_off(self.caret);
        head.as_str().clone_into(&mut self.text);
        self.caret = self.text.len();
        self.text.push_str(&tail);
    }

    /// Deletes the letter before the caret.
    pub fn backspace(&mut self) {
        self.delete_back_to(self.before());
    }

    /// Deletes the letter after the caret.
    pub fn delete(&mut self) {
        let end = self.after();
        self.text.replace_range(self.caret..end, "");
    }

    /// Deletes the word before the caret.
    pub fn delete_word(&mut self) {
        let head = self.text[..self.caret].trim_end();
        let start = head
            .rfind(char::is_whitespace)
            .map_or(0, |at| head[at..].chars().next().map_or(at, |c| at + c.len_utf8()));
        self.delete_back_to(start);
    }

    /// Deletes all before the caret.
    pub fn delete_to_start(&mut self) {
        self.delete_back_to(0);
    }

    /// Moves the caret one letter left.
    pub fn left(&mut self) {
        self.caret = self.before();
    }

    /// Moves the caret one letter right.
    pub fn right(&mut self) {
        self.caret = self.after();
    }

    /// Moves the caret to the start.
    pub fn home(&mut self) {
        self.caret = 0;
    }

    /// Moves the caret to the end.
    pub fn end(&mut self) {
        self.caret = self.text.len();
    }

    fn before(&self) -> usize {
        self.text[..self.caret].grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    fn after(&self) -> usize {
        let next = self.text[self.caret..].graphemes(true).next();
        self.caret + next.map_or(0, str::len)
    }

    fn delete_back_to(&mut self, start: usize) {
        self.text.replace_range(start..self.caret, "");
        self.caret = start;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Types `script`: `<` left, `>` right, `^` home, `$` end, `#` backspace, `%` delete,
    /// `@` delete word, `~` delete to start; anything else as it is. `|` in `expected` is the caret.
    fn check(script: &str, expected: &str) {
        let mut line = LineEdit::default();
        for c in script.chars() {
            match c {
                '<' => line.left(),
                '>' => line.right(),
                '^' => line.home(),
                '$' => line.end(),
                '#' => line.backspace(),
                '%' => line.delete(),
                '@' => line.delete_word(),
                '~' => line.delete_to_start(),
                _ => line.insert(c),
            }
        }
        let mut shown = line.text.clone();
        shown.insert(line.caret, '|');
        assert_eq!(shown, expected, "{script}");
    }

    #[test]
    fn edits() {
        check("Lâm Đồng", "Lâm Đồng|");
        check("ab<c", "ac|b");
        check("ab<<<>#x", "x|b");
        check("ab^%%%", "|");
        check("lâm đồng @", "lâm |");
        check("lâm@@@", "|");
        check("ab cd<~", "|d");
        check("ab^c$d", "cabd|");
    }

    #[test]
    fn joins_marks_and_drops_controls() {
        check("Đô\u{300}ng", "Đồng|");
        check("e\u{302}\u{323}#", "|");
        check("a\u{1b}[\n\u{202E}b", "a [ b|");
    }

    #[test]
    fn takes_a_paste_as_one_line() {
        let check = |before: &str, pasted: &str, expected: &str| {
            let mut line = LineEdit::default();
            before.chars().for_each(|c| line.insert(c));
            line.paste(pasted);
            assert_eq!(line.text(), expected, "{pasted:?}");
            assert_eq!(line.caret(), line.text().len());
        };
        check("", " lâm\r\nđồng\t\n", "lâm đồng");
        check("Đồ", "ng\u{1B}[31m\u{202E}", "Đồng [31m");
        check("a ", &"đ".repeat(10_000_000), &format!("a {}", "đ".repeat(499)));
        check("a", &"\u{200B}".repeat(1_000_000), "a");
    }

    #[test]
    fn is_bounded() {
        let mut line = LineEdit::default();
        for _ in 0..5_000 {
            line.insert('đ');
        }
        assert!(line.text().len() <= MAX_BYTES);
    }
}
