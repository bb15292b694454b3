//! Which words of a part a typed word finds.

use std::ops::Range;

use super::index::Vocabulary;
use super::query::{Ask, Word};
use crate::text::Fit;

/// Represents the forms of a part's vocabulary that a typed word finds.
#[derive(Debug, Clone)]
pub(super) struct FormSet {
    range: Range<u16>,
    /// Which of the range, as bits; all when there are none.
    chosen: Option<Box<[u64]>>,
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
        let mut set =
            Self { range, chosen: None, whole: vocabulary.forms(whole.clone()), exact: None };
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

    /// Gives the forms.
    pub fn iter(&self) -> impl Iterator<Item = u16> + '_ {
        self.range.clone().filter(|&form| self.is_chosen(form))
    }

    /// Gives the one that is written as it was typed.
    pub const fn exact(&self) -> Option<u16> {
        self.exact
    }

    /// Tells whether a token of a block may be one of the forms: never no when one is.
    pub fn may_be_in(&self, tokens: &[u16]) -> bool {
        let (start, count) = (self.range.start, self.range.len() as u16);
        tokens.iter().fold(false, |found, token| found | (token.wrapping_sub(start) < count))
    }

    /// Tells whether somewhere among the tokens one of the forms may stand before one of `next`:
    /// never no when one does.
    pub fn may_be_before(&self, next: &Self, tokens: &[u16]) -> bool {
        let (start, count) = (self.range.start, self.range.len() as u16);
        let (next_start, next_count) = (next.range.start, next.range.len() as u16);
        let pairs = tokens.iter().zip(tokens.iter().skip(1));
        pairs.fold(false, |found, (token, after)| {
            let here = token.wrapping_sub(start) < count;
            found | here & (after.wrapping_sub(next_start) < next_count)
        })
    }

    /// Tells how a token fits; `None` when it is none of the forms.
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
