//! The one door for outside text.
//!
//! Bodies, titles, file names, error messages, configuration and queries all pass here before any
//! other part of the program sees them. What comes out is in NFC and holds no control, bidi or
//! invisible character, no mark without a base, and no cluster of unbounded size, so that drawing
//! it can neither move the cursor nor speak to the terminal. It never grows by more than a base
//! for a lone mark, and it costs time linear in the text.

mod again;
mod caps;
mod class;

use std::fmt;
use std::ops::Deref;

use unicode_normalization::UnicodeNormalization;

pub(crate) use again::are_clean;
use caps::cap_clusters;
use class::{Class, class, is_plain, is_prepended};

/// Stands in for the base of a mark that has none.
const DOTTED_CIRCLE: char = '\u{25CC}';

/// Limits the marks on one base: Tibetan and Hebrew need five, nothing honest needs more than eight.
const MAX_MARKS: usize = 8;

/// Represents text that has passed [`clean`]: the only text that the rest of the program accepts.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct CleanText(Box<str>);

impl CleanText {
    /// Gives the text as a plain string slice.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for CleanText {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for CleanText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for CleanText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

/// Tells whether a character is drawn where it stands: it is no control and not invisible.
pub fn is_visible(c: char) -> bool {
    is_plain(c) && c != '\n'
        || match class(c) {
            Class::Keep(kept) => kept == c,
            Class::Mark | Class::Modifier => true,
            Class::Drop | Class::Control | Class::Return => false,
        }
}

/// Cleans outside text; its line breaks, of whichever form, come out as `\n`.
pub fn clean(raw: &str) -> CleanText {
    if raw.chars().all(is_plain) {
        return CleanText(raw.into());
    }
    let kept = filter(raw);
    if kept.chars().all(is_plain) {
        return CleanText(kept.into_boxed_str());
    }
    let composed = if unicode_normalization::is_nfc(&kept) { kept } else { kept.nfc().collect() };
    CleanText(cap_clusters(composed).into_boxed_str())
}

/// Cleans outside text that is to stand on one line: line breaks become spaces.
pub fn clean_line(raw: &str) -> CleanText {
    let text = clean(raw);
    if !text.contains('\n') {
        return text;
    }
    CleanText(text.replace('\n', " ").into_boxed_str())
}

/// Gives the words of a text on one line, with one space between each two.
pub fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Maps each character by its class, one pass.
fn filter(raw: &str) -> String {
    let mut out = Filter { text: String::with_capacity(raw.len()), last: '\n', marks: 0 };
    let mut chars = raw.chars().peekable();
    while let Some(c) = chars.next() {
        match class(c) {
            Class::Keep(c) => out.push(c),
            Class::Mark => out.push_mark(c),
            Class::Control => out.push_gap(),
            Class::Modifier if out.bears_modifier() => out.push_mark(c),
            Class::Drop | Class::Modifier => {}
            Class::Return => {
                chars.next_if_eq(&'\n');
                out.push('\n');
            }
        }
    }
    out.text
}

/// Holds the text that is being written, with what the next character must know of it.
struct Filter {
    text: String,
    last: char,
    marks: usize,
}

impl Filter {
    fn push(&mut self, c: char) {
        if c.is_whitespace() && is_prepended(self.last) {
            self.text.push(DOTTED_CIRCLE);
        }
        self.text.push(c);
        self.last = c;
        self.marks = 0;
    }

    /// Keeps a mark if its base is there and does not bear too many already.
    fn push_mark(&mut self, c: char) {
        if self.last.is_whitespace() {
            self.push(DOTTED_CIRCLE);
        }
        if self.marks < MAX_MARKS {
            self.text.push(c);
        }
        self.marks += 1;
    }

    /// Tells whether an emoji modifier would stand alone.
    fn bears_modifier(&self) -> bool {
        self.last.is_whitespace() || self.last == DOTTED_CIRCLE
    }

    /// Puts a space where a control stood, so that the words beside it do not grow together.
    fn push_gap(&mut self) {
        if !self.last.is_whitespace() {
            self.push(' ');
        }
    }
}

#[cfg(test)]
mod tests;
