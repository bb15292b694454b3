//! What a place in a text scores.

use super::Search;
use crate::search::cover::{Closeness, Cover};
use crate::search::index::LEAD_WORDS;
use crate::search::points;

/// The points for standing side by side, near each other, and anywhere. What else there is to win
/// leaves their order as it is.
pub(super) const ADJACENT: i64 = 1850;
pub(in crate::search) const NEAR: i64 = 1100;
pub(super) const FAR: i64 = 500;

/// The most points for some terms side by side, for few words between, and for marks.
pub(super) const RUN: i64 = 200;
const TIGHT: i64 = 100;
pub(super) const FIT: i64 = 60;

/// The points for standing in the lead, or beginning soon after it.
pub(super) const LEAD: i64 = 200;
pub(super) const EARLY: i64 = 60;

/// The words from the beginning of a text in which what comes soon after its lead begins.
const EARLY_WORDS: u32 = 160;

/// The most points for standing in the title too.
pub(super) const TITLED: f64 = 150.0;

impl Search<'_> {
    /// Gives the points for what stands in the title, too.
    pub(super) fn titled(&self, doc: usize) -> i64 {
        let weights = self.part.terms.iter().zip(&self.plan.weights);
        let titled = weights.filter(|(term, _)| term.fields.title.has(doc));
        (TITLED * titled.map(|(_, weight)| weight).sum::<f64>()) as i64
    }

    pub(super) fn score(&self, cover: &Cover) -> i64 {
        let (terms, stretch) = (points(self.part.terms.len()), cover.stretch());
        let close = match cover.closeness {
            Closeness::Adjacent => ADJACENT,
            Closeness::Near => NEAR + self.run(cover.run) + self.tight(stretch.len()),
            Closeness::Far => FAR + self.run(cover.run),
        };
        let early = match () {
            () if stretch.end as usize <= LEAD_WORDS => LEAD,
            () if stretch.start < EARLY_WORDS => EARLY,
            () => 0,
        };
        close + early + cover.fit * FIT / (2 * terms)
    }

    /// Gives the points for some terms side by side.
    pub(super) fn run(&self, run: usize) -> i64 {
        (points(run) - 1) * RUN / (points(self.part.terms.len()) - 1).max(1)
    }

    /// Gives the points for a stretch of some words.
    pub(super) fn tight(&self, length: usize) -> i64 {
        (points(self.part.terms.len()) * TIGHT / points(length.max(1))).min(TIGHT)
    }

    /// Gives the most points for words that are near each other, but not all side by side.
    pub(super) fn most_near(&self) -> i64 {
        NEAR + TIGHT + self.run(self.part.terms.len().saturating_sub(1)).max(0)
    }
}
