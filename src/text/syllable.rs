//! Syllables, and the rule by which a typed one finds a written one.
//!
//! A mark that is typed must be there; a mark that is left out is free. So `lam` finds `lâm` and
//! `lạm`, `lâm` finds `lầm` but not `lạm`, and `hoà` is `hòa`, because a tone belongs to the
//! syllable and not to the letter that it is written on.

use unicode_normalization::char::is_combining_mark;

use super::{Mark, Span, ToneSet, letter};

/// Represents a word as skeleton (bare letters), letter marks and tones.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Syllable {
    skeleton: String,
    /// The mark of each letter of the skeleton.
    marks: Vec<Mark>,
    tones: ToneSet,
}

/// Tells how well a typed syllable fits a written one; better is greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It is a beginning of the written one, as far as its marks go.
    Prefix,
    /// It is the written one with marks left out.
    Free,
    /// It is the written one, marks and all.
    Exact,
}

impl Syllable {
    /// Takes a word apart; what is neither letter nor digit counts as a letter of its own.
    pub fn new(word: &str) -> Self {
        let mut syllable = Self::default();
        for c in word.chars() {
            syllable.push(c);
        }
        syllable
    }

    fn push(&mut self, c: char) {
        let taken = letter(c);
        if is_combining_mark(c) {
            if let Some(mark) = self.marks.last_mut() {
                *mark = Mark::Foreign;
            }
            return;
        }
        self.skeleton.push(taken.base);
        self.marks.push(taken.mark);
        self.tones = self.tones.with(taken.tone);
    }

    /// Gives the bare letters, folded as [`super::fold()`] does.
    pub fn skeleton(&self) -> &str {
        &self.skeleton
    }

    /// Tells whether any mark was typed.
    pub fn has_marks(&self) -> bool {
        self.tones != ToneSet::NONE || self.marks.iter().any(|&mark| mark != Mark::None)
    }

    /// Tells how this syllable, as typed, fits `written`; `None` when it does not.
    pub fn fit(&self, written: &str) -> Option<Fit> {
        let other = Self::new(written);
        let rest = other.skeleton.strip_prefix(self.skeleton.as_str())?;
        let marks_hold = self
            .marks
            .iter()
            .zip(&other.marks)
            .all(|(&typed, &there)| typed == Mark::None || typed == there);
        if !marks_hold || !self.tones.is_subset(other.tones) {
            return None;
        }
        Some(match rest {
            "" if self.marks == other.marks && self.tones == other.tones => Fit::Exact,
            "" => Fit::Free,
            _ => Fit::Prefix,
        })
    }
}

/// Finds the words of a text: runs of letters, digits and the marks on them.
pub fn words(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, _) = chars.by_ref().find(|&(_, c)| c.is_alphanumeric())?;
        let mut end = text.len();
        while let Some(&(at, c)) = chars.peek() {
            if !c.is_alphanumeric() && !is_combining_mark(c) {
                end = at;
                break;
            }
            chars.next();
        }
        Some(Span::new(start, end))
    })
}

#[cfg(test)]
mod tests;
