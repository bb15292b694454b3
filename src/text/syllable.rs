//! Syllables, and the rule by which a typed one finds a written one.
//!
//! A mark that is typed must be there; a mark that is left out is free. So `lam` finds `lâm` and
//! `lạm`, `lâm` finds `lầm` but not `lạm`, and `hoà` is `hòa`, because a tone belongs to the
//! syllable and not to the letter that it is written on.

use unicode_normalization::char::is_combining_mark;

use super::letter::is_alphanumeric;
use super::{Letter, Mark, Span, ToneSet, letter};

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
        for Letter { base, mark, tone } in letters(word) {
            syllable.skeleton.push(base);
            syllable.marks.push(mark);
            syllable.tones = syllable.tones.with(tone);
        }
        syllable
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
        let mut typed = self.skeleton.chars().zip(&self.marks);
        let (mut tones, mut same, mut longer) = (ToneSet::NONE, true, false);
        for there in letters(written) {
            tones = tones.with(there.tone);
            match typed.next() {
                Some((base, &mark)) => {
                    if base != there.base || mark != Mark::None && mark != there.mark {
                        return None;
                    }
                    same &= mark == there.mark;
                }
                None => longer = true,
            }
        }
        if typed.next().is_some() || !self.tones.is_subset(tones) {
            return None;
        }
        Some(match longer {
            true => Fit::Prefix,
            false if same && self.tones == tones => Fit::Exact,
            false => Fit::Free,
        })
    }
}

/// Takes the letters of a word apart; a mark that stands alone belongs to the letter before it.
fn letters(word: &str) -> impl Iterator<Item = Letter> + '_ {
    let mut chars = word.chars().peekable();
    std::iter::from_fn(move || {
        let mut taken = letter(chars.by_ref().find(|&c| !is_mark(c))?);
        while chars.next_if(|&c| is_mark(c)).is_some() {
            taken.mark = Mark::Foreign;
        }
        Some(taken)
    })
}

fn is_mark(c: char) -> bool {
    // No mark comes before this one.
    c >= '\u{300}' && is_combining_mark(c)
}

/// Finds the words of a text: runs of letters, digits and the marks on them.
pub fn words(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut chars = text.char_indices();
    std::iter::from_fn(move || {
        let (start, _) = chars.by_ref().find(|&(_, c)| is_alphanumeric(c))?;
        let goes_on = |&(_, c): &(usize, char)| is_alphanumeric(c) || is_mark(c);
        let end = chars.by_ref().find(|next| !goes_on(next)).map_or(text.len(), |(at, _)| at);
        Some(Span::new(start, end))
    })
}

#[cfg(test)]
mod tests;
