//! Which words of a part a typed word finds.

use std::ops::Range;

use super::index::Vocabulary;
use super::query::{Ask, Word};
use crate::text::Fit;

/// Sets how many tokens are looked at together, before each is.
const BLOCK: usize = 64;

/// Represents the forms of a part's vocabulary that a typed word finds.
#[derive(Debug, Clone)]
pub(super) struct FormSet {
    range: Range<u16>,
    /// Which of the range, as bits; all when there are none.
    chosen: Option<Box<[u64]>>,
    /// The skeletons of the range.
    skeletons: Range<usize>,
    /// The forms that have just the letters that were typed.
    whole: Range<u16>,
    /// The one that is written as it was typed.
    exact: Option<u16>,
}

impl FormSet {
    /// Finds the forms; marks that were typed must be there.
    pub fn find(vocabulary: &Vocabulary, word: &Word) -> Self {
        let letters = word.syllable.skeleton();
        let skeletons = vocabulary.skeletons(letters, word.ask == Ask::Prefix);
        let whole = vocabulary.skeletons(letters, false);
        let range = vocabulary.forms(skeletons.clone());
        let mut set = Self {
            range,
            chosen: None,
            skeletons: skeletons.clone(),
            whole: vocabulary.forms(whole.clone()),
            exact: None,
        };
        if word.syllable.has_marks() || word.ask == Ask::Exact {
            set.choose(vocabulary, word, skeletons);
        } else {
            let mut forms = whole.flat_map(|skeleton| vocabulary.spellings(skeleton));
            set.exact = forms.find(|(_, spelling)| *spelling == letters).map(|(form, _)| form);
        }
        set
    }

    fn choose(&mut self, vocabulary: &Vocabulary, word: &Word, skeletons: Range<usize>) {
        let mut chosen = vec![0; self.range.len().div_ceil(64)].into_boxed_slice();
        for (form, spelling) in skeletons.flat_map(|skeleton| vocabulary.spellings(skeleton)) {
            if let Some(fit) = word.fit(spelling) {
                let at = usize::from(form - self.range.start);
                chosen[at / 64] |= 1 << (at % 64);
                self.exact = self.exact.or_else(|| (fit == Fit::Exact).then_some(form));
            }
        }
        if chosen.iter().all(|&bits| bits == 0) {
            self.range.end = self.range.start;
        }
        self.chosen = Some(chosen);
    }

    /// Tells whether no form is found.
    pub fn is_empty(&self) -> bool {
        self.range.is_empty()
    }

    /// Gives the skeletons of the forms, and maybe some more.
    pub const fn skeletons(&self) -> &Range<usize> {
        &self.skeletons
    }

    /// Tells whether a word may be one of both.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.range.start < other.range.end && other.range.start < self.range.end
    }

    /// Gives the forms.
    pub fn iter(&self) -> impl Iterator<Item = u16> + '_ {
        self.range.clone().filter(|&form| self.is_chosen(form))
    }

    /// Gives the number after that of the last form.
    pub const fn end(&self) -> u16 {
        self.range.end
    }

    /// Gives the forms that have just the letters that were typed.
    pub fn whole(&self) -> impl Iterator<Item = u16> + '_ {
        self.whole.clone().filter(|form| self.range.contains(form) && self.is_chosen(*form))
    }

    /// Gives the one that is written as it was typed.
    pub const fn exact(&self) -> Option<u16> {
        self.exact
    }

    /// Tells whether a token of a block may be one of the forms: never no when one is.
    #[inline]
    pub fn may_be_in(&self, tokens: &[u16]) -> bool {
        let (start, count) = (self.range.start, self.range.len() as u16);
        tokens.iter().fold(0, |found, token| found | u16::from(token.wrapping_sub(start) < count))
            != 0
    }

    /// Finds the places where one of the forms may stand before one of `next`: all where one does.
    pub fn before<'t>(
        &'t self,
        next: &'t Self,
        tokens: &'t [u16],
    ) -> impl Iterator<Item = usize> + 't {
        let [here, there] = [self, next].map(|set| (set.range.start, set.range.len() as u16));
        let is = |token: u16, (start, count): (u16, u16)| token.wrapping_sub(start) < count;
        let may_have = move |tokens: &[u16], next: &[u16]| {
            let mut found = 0;
            // Not a bool, so that many are compared at once.
            for (&token, &after) in tokens.iter().zip(next) {
                found |= u16::from(is(token, here)) & u16::from(is(after, there));
            }
            found != 0
        };
        let starts = (0..tokens.len().div_ceil(BLOCK)).map(|block| block * BLOCK);
        let blocks = starts.map(|at| (at, &tokens[at..(at + BLOCK + 1).min(tokens.len())]));
        blocks.filter(move |(_, block)| may_have(block, &block[1..])).flat_map(
            move |(at, block)| {
                let pairs = (at..).zip(block.windows(2));
                pairs
                    .filter(move |(_, pair)| is(pair[0], here) && is(pair[1], there))
                    .map(|(at, _)| at)
            },
        )
    }

    /// Tells how a token fits; `None` when it is none of the forms.
    #[inline]
    pub fn fit(&self, token: u16) -> Option<Fit> {
        // A gap is no form, so it is in no range.
        if !self.range.contains(&token) || !self.is_chosen(token) {
            return None;
        }
        Some(match self.exact {
            Some(exact) if exact == token => Fit::Exact,
            _ if self.whole.contains(&token) => Fit::Free,
            _ => Fit::Prefix,
        })
    }

    fn is_chosen(&self, form: u16) -> bool {
        let at = usize::from(form - self.range.start);
        self.chosen.as_ref().is_none_or(|bits| bits[at / 64] >> (at % 64) & 1 == 1)
    }
}
