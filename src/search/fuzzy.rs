//! Fuzzy matching of a typed word in a title or a name: initials (`btqp`), joined words
//! (`lamdong`), cut words. All on folded text.
//!
//! A subsequence alone is noise: almost any three letters are in almost any title. So a letter
//! counts only when it starts a word or directly follows the letter that was matched before it;
//! from five letters on one may stray. An automaton of a few bit operations a letter decides
//! that (Shift-And: Baeza-Yates and Gonnet, 1992); the matcher of `fuzzy-matcher`, a thousand times
//! dearer, then scores what was accepted and says which letters to highlight.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use super::query::Term;
use super::text::{ends_word, starts_word};
use crate::text::Span;

/// Sets the fewest letters that may match fuzzily.
const MIN_LETTERS: usize = 3;

/// Sets from how many letters on the matched words need not be neighbours.
const MIN_SCATTERED: usize = 4;

/// Sets from how many letters on one may stand anywhere.
const MIN_STRAY: usize = 5;

/// The score that one letter of a perfect match adds in `fuzzy-matcher`, roughly.
const SCORE_PER_LETTER: i64 = 24;

/// Tells how a word was matched; better is greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Way {
    /// Word starts here and there.
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

    /// Tells whether folded text has the letters as words allow it.
    pub fn accepts(&self, folded: &str) -> bool {
        let last = 1 << (self.letters.len() - 1);
        let strays = if self.letters.len() >= MIN_STRAY { u64::MAX } else { 0 };
        // In `*_0` no letter strayed yet, in `*_1` one did; `near` ends at the byte before.
        let (mut near_0, mut near_1, mut any_0, mut any_1) = (0u64, 0u64, 0u64, 0u64);
        let mut border = true;
        for byte in folded.bytes() {
            let mask = self.masks[usize::from(byte)];
            let from_afar = if border { u64::MAX } else { 0 };
            near_1 = mask & (near_1 << 1 | (any_1 << 1 & from_afar) | (any_0 << 1 & strays));
            near_0 = mask & (near_0 << 1 | ((any_0 << 1 | 1) & from_afar));
            any_0 |= near_0;
            any_1 |= near_1;
            if (any_0 | any_1) & last != 0 {
                return true;
            }
            border = byte.is_ascii() && !byte.is_ascii_alphanumeric();
        }
        false
    }

    /// Matches the pattern in folded text.
    pub fn align(&self, folded: &str) -> Option<Aligned> {
        if !self.accepts(folded) {
            return None;
        }
        let (score, indices) = self.matcher.fuzzy_indices(folded, &self.letters)?;
        let spans = spans(folded, &indices);
        let way = self.way(folded, &spans);
        let letters = self.letters.len();
        if way == Way::Scattered && letters < MIN_SCATTERED {
            return None;
        }
        let quality = (score * 1000 / (SCORE_PER_LETTER * letters as i64)).clamp(0, 1000);
        Some(Aligned { way, quality, spans })
    }

    fn way(&self, folded: &str, spans: &[Span]) -> Way {
        let starts = spans.iter().all(|span| starts_word(folded, span.start as usize));
        let gaps =
            || spans.windows(2).map(|pair| &folded[pair[0].end as usize..pair[1].start as usize]);
        let end = spans.last().map_or(0, |span| span.end as usize);
        let whole = gaps().all(|gap| !gap.contains(char::is_alphanumeric));
        if starts && whole && (self.open || ends_word(folded, end)) {
            Way::Joined
        } else if starts && gaps().all(is_rest_of_word) {
            Way::Neighbours
        } else {
            Way::Scattered
        }
    }
}

/// Tells whether between two matched word starts no other word lies.
fn is_rest_of_word(gap: &str) -> bool {
    !gap.trim_start_matches(char::is_alphanumeric).contains(char::is_alphanumeric)
}

/// Turns character indices into byte spans, neighbours made one.
fn spans(text: &str, indices: &[usize]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut wanted = indices.iter().peekable();
    for (index, (at, c)) in text.char_indices().enumerate() {
        if wanted.next_if_eq(&&index).is_none() {
            continue;
        }
        let end = (at + c.len_utf8()) as u32;
        match spans.last_mut() {
            Some(last) if last.end as usize == at => last.end = end,
            _ => spans.push(Span { start: at as u32, end }),
        }
    }
    spans
}
