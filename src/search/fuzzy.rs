//! Fuzzy matching of a typed word in a title or a name: initials (`btqp`), joined words
//! (`lamdong`), cut words. All on folded text.
//!
//! A subsequence alone is noise: almost any three letters are in almost any title. So a letter
//! counts only when it starts a word or directly follows the letter that was matched before it;
//! from five letters on one may stray. An automaton of a few bit operations a letter decides
//! that (Shift-And: Baeza-Yates and Gonnet, 1992). What it accepts is laid over the words properly,
//! and the matcher of `fuzzy-matcher`, a thousand times dearer, scores the words that are covered.

mod align;
mod pick;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use super::index::letter_set;
use super::points;
use super::query::Term;
use crate::text::Span;
use align::{Alignment, align};
pub use pick::{Picked, pick};

/// Sets the fewest letters that may match fuzzily.
const MIN_LETTERS: usize = 3;

/// Sets from how many letters on the matched words need not be neighbours.
const MIN_SCATTERED: usize = 4;

/// Sets how many letters make joined words: `hoa` is not yet `họ a...`.
const MIN_JOINED: usize = 4;

/// Sets from how many letters on one may stand anywhere.
const MIN_STRAY: usize = 5;

/// The score that one letter of a perfect match adds in `fuzzy-matcher`, roughly.
const SCORE_PER_LETTER: i64 = 24;

/// Tells how a word was matched; better is greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Way {
    /// A word between is left out, or a letter within a word.
    Scattered,
    /// Starts of words that follow each other: initials, cut words.
    Neighbours,
    /// Whole words that were typed as one.
    Joined,
}

/// Represents one word matched fuzzily.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Aligned {
    pub way: Way,
    /// From 0 to 1,000.
    pub quality: i64,
    /// The matched letters, in folded bytes, neighbours as one span.
    pub spans: Vec<Span>,
}

/// Represents a term that is ready to be matched fuzzily.
pub(super) struct Pattern {
    letters: String,
    /// For each byte: the places of the pattern where it stands.
    masks: Box<[u64; 256]>,
    open: bool,
    matcher: SkimMatcherV2,
}

impl Pattern {
    /// Makes the pattern of a term, if it may match fuzzily at all: marks that were typed must be
    /// there, and only whole words can tell.
    pub fn new(term: &Term) -> Option<Self> {
        let letters = term.joined();
        let fitting = (MIN_LETTERS..=64).contains(&letters.len());
        if !term.may_be_fuzzy || term.needs_marks() || !fitting {
            return None;
        }
        let mut masks = Box::new([0; 256]);
        for (at, byte) in letters.bytes().enumerate() {
            masks[usize::from(byte)] |= 1 << at;
        }
        let matcher = SkimMatcherV2::default().ignore_case();
        Some(Self { letters, masks, open: term.is_open(), matcher })
    }

    /// Gives which letters it has, as the index keeps them of titles and names.
    pub fn letters(&self) -> u32 {
        letter_set(&self.letters)
    }

    /// Tells whether folded text has the letters as words allow it.
    pub fn accepts(&self, folded: &str) -> bool {
        let ends_word = |byte: u8| byte.is_ascii() && !byte.is_ascii_alphanumeric();
        let mut border = true;
        self.walk(
            folded.bytes().map(|byte| (byte, std::mem::replace(&mut border, ends_word(byte)))),
        )
    }

    /// Tells whether folded words may be accepted as a text: never no when they are.
    pub fn may_accept<'w>(&self, words: impl Iterator<Item = &'w str>) -> bool {
        self.walk(words.flat_map(|word| word.bytes().enumerate().map(|(at, byte)| (byte, at == 0))))
    }

    /// Walks over bytes, each with whether a word may begin with it, until all letters are found.
    fn walk(&self, bytes: impl Iterator<Item = (u8, bool)>) -> bool {
        let last = 1 << (self.letters.len() - 1);
        let strays = if self.letters.len() >= MIN_STRAY { u64::MAX } else { 0 };
        // In `*_0` no letter strayed yet, in `*_1` one did; `near` ends at the byte before.
        let (mut near_0, mut near_1, mut any_0, mut any_1) = (0u64, 0u64, 0u64, 0u64);
        for (byte, border) in bytes {
            let mask = self.masks[usize::from(byte)];
            let from_afar = if border { u64::MAX } else { 0 };
            near_1 = mask & (near_1 << 1 | (any_1 << 1 & from_afar) | (any_0 << 1 & strays));
            near_0 = mask & (near_0 << 1 | ((any_0 << 1 | 1) & from_afar));
            any_0 |= near_0;
            any_1 |= near_1;
            if (any_0 | any_1) & last != 0 {
                return true;
            }
        }
        false
    }

    /// Matches the pattern in folded text that it accepts.
    pub fn align(&self, folded: &str) -> Option<Aligned> {
        let letters = self.letters.len();
        let found = align(&self.letters, folded, usize::from(letters >= MIN_STRAY))?;
        let way = self.way(folded, &found);
        if way == Way::Scattered && letters < MIN_SCATTERED {
            return None;
        }
        let (first, last) = (found.spans.first()?, found.spans.last()?);
        let covered = &folded[first.start as usize..word_end(folded, last.end as usize)];
        let score = self.matcher.fuzzy_match(covered, &self.letters).unwrap_or(0);
        let quality = (score * 1000 / (SCORE_PER_LETTER * points(letters))).clamp(0, 1000);
        Some(Aligned { way, quality, spans: found.spans })
    }

    fn way(&self, folded: &str, found: &Alignment) -> Way {
        let end = found.spans.last().map_or(0, |span| span.end as usize);
        let whole = found.spans.iter().rev().skip(1).all(|s| ends_word(folded, s.end as usize));
        if found.skipped + found.strays > 0 {
            Way::Scattered
        } else if whole && self.is_joined(folded, end) {
            Way::Joined
        } else {
            Way::Neighbours
        }
    }

    /// Tells whether letters that end at `end` may be whole words: in the middle of a word they
    /// may if more are to be typed and there are some already.
    fn is_joined(&self, folded: &str, end: usize) -> bool {
        let letters = self.letters.len();
        letters >= MIN_JOINED && ends_word(folded, end) || letters > MIN_JOINED && self.open
    }
}

/// Tells whether a word may end before the byte `at` of folded text.
fn ends_word(folded: &str, at: usize) -> bool {
    !folded[at..].starts_with(char::is_alphanumeric)
}

/// Finds the end of the word that goes on at `at`.
fn word_end(folded: &str, at: usize) -> usize {
    let rest = &folded[at..];
    at + rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::Query;
    use crate::text::fold_str;

    /// Shows how `typed` is found in `name`: the way, and the matched letters.
    fn check(typed: &str, name: &str, expected: &str) {
        let query = Query::parse(typed);
        let pattern = query.terms.first().and_then(Pattern::new);
        let folded = fold_str(name);
        let found = pattern.filter(|pattern| pattern.accepts(&folded));
        let pattern = query.terms.first().and_then(Pattern::new);
        let shown = found.and_then(|_| pattern?.align(&folded)).map(|found| {
            let letters: Vec<_> = found.spans.iter().map(|span| span.of(&folded)).collect();
            format!("{:?} {}", found.way, letters.join("|"))
        });
        assert_eq!(shown.unwrap_or_default(), expected, "{typed} in {name}");
    }

    #[test]
    fn initials_and_cut_words_match() {
        check("btqp", "Tân Bộ trưởng Quốc phòng", "Neighbours b|t|q|p");
        check("botrqp", "Bộ trưởng Quốc phòng", "Neighbours bo|tr|q|p");
        check("btp", "Bộ trưởng Quốc phòng", "");
        check("btnp", "Bộ trưởng Quốc phòng", "");
        check("btph", "Bộ trưởng Quốc phòng", "Scattered b|t|ph");
        check("rqp", "Bộ trưởng Quốc phòng", "");
    }

    #[test]
    fn joined_words_match() {
        check("lamdong", "Tỉnh Lâm Đồng", "Joined lam|dong");
        check("lamdo", "Tỉnh Lâm Đồng", "Joined lam|do");
        check("lamdo ", "Tỉnh Lâm Đồng", "Neighbours lam|do");
        check("tphcm", "Ở TP.HCM", "Joined tp|hcm");
        check("TP.HCM", "Ở TPHCM", "Joined tphcm");
        check("hoa", "Họ An", "Neighbours ho|a");
    }

    #[test]
    fn one_letter_may_stray() {
        check("ngyen", "Ông Nguyễn", "Scattered ng|yen");
        check("ngye", "Ông Nguyễn", "");
        check("ngyn", "Ông Nguyễn", "");
    }

    #[test]
    fn typed_marks_and_quotes_are_not_fuzzy() {
        check("lâmdong", "Lâm Đồng", "");
        check("\"lamdong\"", "Lâm Đồng", "");
        check("'lamdong", "Lâm Đồng", "");
        check("ld", "Lâm Đồng", "");
    }
}
