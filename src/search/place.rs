//! Where terms stand in a text, counted in words.

use super::query::Change;
use crate::text::Fit;

/// Represents one term standing somewhere. Positions count words; what is too far apart to stand
/// side by side has a position between.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub start: u32,
    /// For equal starts the longer place comes last, so that the later terms of a query follow.
    pub term: usize,
    pub end: u32,
    pub fit: Worth,
}

impl Place {
    /// Tells whether one name stands there for this term and for another: a short form is side by
    /// side all by itself.
    pub fn is_same(&self, other: &Self) -> bool {
        let name = self.fit == Worth::Longer && other.fit == Worth::Longer;
        name && (self.start, self.end) == (other.start, other.end)
    }
}

/// Gives the terms that have a place, as bits.
pub(super) fn present(places: &[Place]) -> u32 {
    places.iter().fold(0, |present, place| present | 1 << place.term)
}

/// Tells how well what stands there answers the term; better is greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Worth {
    /// It is like what was typed.
    Alike,
    /// A longer word, or another name of the same.
    Longer,
    /// The word, with marks that were left out.
    Free,
    /// The word as it was typed.
    Exact,
}

impl Worth {
    /// Judges a place by its worst word.
    pub fn new(change: Change, fit: Fit) -> Self {
        match (change, fit) {
            (Change::Typo, _) => Self::Alike,
            (Change::Name, _) | (_, Fit::Prefix) => Self::Longer,
            (_, Fit::Free) => Self::Free,
            (_, Fit::Exact) => Self::Exact,
        }
    }

    /// Gives it as points: 2 for the word as it was typed.
    pub const fn points(self) -> i64 {
        match self {
            Self::Alike => -2,
            Self::Longer => 0,
            Self::Free => 1,
            Self::Exact => 2,
        }
    }
}
