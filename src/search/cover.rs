//! The best stretch of a text for a query: where its terms stand closest together.

use std::cmp::Reverse;

use super::place::{Place, present};
use super::query::MAX_TERMS;
use crate::text::Span;

/// Sets the words within which terms are near each other.
pub(super) const NEAR: u32 = 14;

/// Tells how close together the terms stand; better is greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Closeness {
    /// Somewhere in the text.
    Far,
    /// Within some words.
    Near,
    /// Side by side, in the order of the query.
    Adjacent,
}

/// Represents a stretch that holds all terms. The order is by quality.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cover {
    pub closeness: Closeness,
    /// How many terms stand side by side in the order of the query, at best.
    pub run: usize,
    /// The sum of what the places are worth, in points.
    pub fit: i64,
    length: Reverse<u32>,
    start: Reverse<u32>,
}

impl Cover {
    /// Makes a cover of terms that are single words side by side.
    pub const fn adjacent(start: u32, terms: usize, fit: i64) -> Self {
        Self {
            closeness: Closeness::Adjacent,
            run: terms,
            fit,
            length: Reverse(terms as u32),
            start: Reverse(start),
        }
    }

    /// Gives the cover of some terms as that of more, which are far away.
    #[must_use]
    pub const fn made_far(self) -> Self {
        Self { closeness: Closeness::Far, ..self }
    }

    /// Gives the cover as it lies in a text of which it is known from the position `start` on.
    #[must_use]
    pub const fn moved_by(self, start: u32) -> Self {
        Self { start: Reverse(self.start.0 + start), ..self }
    }

    /// Gives the first position and the one after the last, as a span.
    pub const fn stretch(&self) -> Span {
        Span { start: self.start.0, end: self.start.0 + self.length.0 }
    }
}

/// Represents what was last seen of one term while walking over the places.
#[derive(Clone, Copy)]
struct Seen {
    place: Place,
    /// How many terms stand side by side up to here, and where they start.
    run: usize,
    run_start: u32,
}

/// Walks over the places of a text and tells after each the shortest cover that ends there.
pub(super) struct Covers<'a> {
    places: std::slice::Iter<'a, Place>,
    seen: [Option<Seen>; MAX_TERMS],
    terms: usize,
    /// The terms that must be there, as bits, and those that were not yet seen.
    wanted: u32,
    missing: u32,
}

impl<'a> Covers<'a> {
    /// `terms` is how many the query has; those with no place at all are not waited for.
    pub fn new(places: &'a [Place], terms: usize) -> Self {
        let wanted = present(places);
        Self { places: places.iter(), seen: [None; MAX_TERMS], terms, wanted, missing: wanted }
    }

    /// Tells whether all terms have a place.
    pub fn has_all(&self) -> bool {
        self.wanted.count_ones() as usize == self.terms
    }

    fn see(&mut self, place: Place) -> Seen {
        let before = place.term.checked_sub(1).and_then(|before| self.seen[before]);
        let beside =
            before.filter(|seen| seen.place.end == place.start || place.is_same(&seen.place));
        let (run, run_start) =
            beside.map_or((1, place.start), |seen| (seen.run + 1, seen.run_start));
        let seen = Seen { place, run, run_start };
        self.seen[place.term] = Some(seen);
        self.missing &= !(1 << place.term);
        seen
    }

    fn cover(&self, last: Seen) -> Option<Cover> {
        let (mut start, mut run) = (last.place.start, 1);
        let seen = self.seen[..self.terms].iter().flatten();
        if last.run == self.terms {
            (start, run) = (last.run_start, last.run);
        } else if self.missing != 0 {
            return None;
        } else {
            for seen in seen.clone() {
                start = start.min(seen.place.start);
                run = run.max(seen.run);
            }
        }
        let length = last.place.end.max(start) - start;
        let closeness = match () {
            () if run == self.terms => Closeness::Adjacent,
            () if length <= NEAR => Closeness::Near,
            () => Closeness::Far,
        };
        let here = seen.filter(|seen| seen.place.start >= start);
        let fit = here.map(|seen| seen.place.fit.points()).sum();
        Some(Cover { closeness, run, fit, length: Reverse(length), start: Reverse(start) })
    }
}

impl Iterator for Covers<'_> {
    type Item = Option<Cover>;

    fn next(&mut self) -> Option<Option<Cover>> {
        let place = *self.places.next()?;
        let seen = self.see(place);
        Some(self.cover(seen))
    }
}

/// Finds the best cover among the places of a text.
pub(super) fn best(places: &[Place], terms: usize) -> Option<Cover> {
    Covers::new(places, terms).flatten().max()
}
