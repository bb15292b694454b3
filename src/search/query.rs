//! What was typed into the search line, taken apart. Parsing never fails: what is not understood
//! is plain words.

mod parse;
mod range;

use crate::entity::{EntityId, Kind};
use crate::text::{Fit, Syllable, words};

pub(super) use parse::MAX_TERMS;
pub use range::DateRange;

/// Represents a query: the terms to find and the filters on where to find them.
///
/// Terms are AND-ed in any order. A word finds words by the rule of [`Syllable`]; the last word
/// also finds longer ones, unless a space follows it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    pub(super) terms: Vec<Term>,
    /// What must not be in the article.
    pub(super) without: Vec<Term>,
    /// Names of which the article must speak.
    pub(super) about: Vec<Term>,
    pub(super) kinds: Vec<Kind>,
    /// The periods that are wanted; several are alternatives.
    pub(super) dates: Vec<DateRange>,
    /// Entities of which the article must speak, or must not.
    pub(super) within: Vec<(bool, EntityId)>,
}

impl Query {
    /// Parses what was typed.
    ///
    /// Shapes: `word`, `"a phrase"`, `30-NQ/TW` (a phrase too), `-not`, `'exact` (marks and all),
    /// `@name` or `@"longer name"`, `kind:person`, `date:2023`, `date:2022-06..2023-04`. A filter
    /// that is still being typed (`kind:pe`) filters nothing yet.
    pub fn parse(text: &str) -> Self {
        parse::parse(text)
    }

    /// Asks only for articles that speak of some entities (`true`), and not of others.
    #[must_use]
    pub fn within(self, within: Vec<(bool, EntityId)>) -> Self {
        Self { within, ..self }
    }

    /// Tells whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Tells whether there are words to find, not filters only.
    pub fn has_terms(&self) -> bool {
        !self.terms.is_empty()
    }
}

/// Represents one word, or several that must stand side by side in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term {
    /// What finds it: first what was typed, then what may stand in its stead. At least one.
    pub readings: Vec<Reading>,
    /// Whether a name may be matched by initials or joined words: not when quotes ask for these
    /// very words.
    pub may_be_fuzzy: bool,
}

/// Represents words that must stand side by side in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reading {
    /// At least one.
    pub words: Vec<Word>,
    pub change: Change,
}

/// Tells how a reading differs from what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Change {
    /// It does not.
    Typed,
    /// Words that were typed as one, or one word that was typed as several.
    Joined,
    /// An abbreviation for its long form, or the long form for the abbreviation.
    Name,
    /// It was typed without an input method.
    Decoded,
    /// A letter or two are other ones.
    Typo,
}

impl Reading {
    /// Gives the words as one text.
    pub fn written(&self) -> String {
        self.words.iter().map(|word| word.typed.as_str()).collect::<Vec<_>>().join(" ")
    }
}

impl Term {
    /// Gives the words as they were typed, as one text.
    pub fn written(&self) -> String {
        self.readings.first().map(Reading::written).unwrap_or_default()
    }

    /// Gives the words as they were typed.
    pub fn typed(&self) -> &[Word] {
        self.readings.first().map_or(&[], |reading| &reading.words)
    }

    /// Tells whether a mark must be there.
    pub fn needs_marks(&self) -> bool {
        self.typed().iter().any(|word| word.ask == Ask::Exact || word.syllable.has_marks())
    }

    /// Gives the bare letters of all words as one.
    pub fn joined(&self) -> String {
        self.typed().iter().map(|word| word.syllable.skeleton()).collect()
    }

    /// Tells whether its last word also finds longer ones.
    pub fn is_open(&self) -> bool {
        self.typed().last().is_some_and(|word| word.ask == Ask::Prefix)
    }
}

/// Represents one typed word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    pub syllable: Syllable,
    pub ask: Ask,
    /// As typed, in lower case.
    pub typed: String,
}

/// Tells what a typed word asks of a written one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ask {
    /// To begin with it.
    Prefix,
    /// To be it; marks may be left out.
    Whole,
    /// To be it, marks and all.
    Exact,
}

impl Word {
    /// Gives the words of a text, each to be found whole.
    pub fn all_of(text: &str) -> Vec<Self> {
        let typed = words(text).map(|span| span.of(text).to_lowercase());
        let words =
            typed.map(|typed| Self { syllable: Syllable::new(&typed), ask: Ask::Whole, typed });
        words.filter(|word| !word.syllable.skeleton().is_empty()).collect()
    }

    /// Tells how the word fits `written`; `None` when it does not find it.
    pub fn fit(&self, written: &str) -> Option<Fit> {
        // Most words that are looked at are written just as they were typed.
        if written == self.typed {
            return Some(Fit::Exact);
        }
        let fit = self.syllable.fit(written)?;
        let enough = match self.ask {
            Ask::Prefix => Fit::Prefix,
            Ask::Whole => Fit::Free,
            Ask::Exact => Fit::Exact,
        };
        (fit >= enough).then_some(fit)
    }
}

#[cfg(test)]
mod tests;
