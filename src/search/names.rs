//! Matching a query with a short text: a title, or the name of an entity.

use super::cover::{Place, best, places};
use super::fuzzy::{Pattern, Reach, Way};
use super::mark::merged;
use super::needle::Marks;
use super::plan::Plan;
use super::points;
use super::text::Doc;
use crate::text::Span;

/// Tells how a query was found in a name; better is greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tier {
    /// A word of the query, at least, was matched by letters only.
    Fuzzy(Way),
    /// All words of the query are words of the name.
    Words {
        /// Whether they stand side by side, in order.
        adjacent: bool,
    },
}

/// Represents a query found in a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    pub tier: Tier,
    /// From 0 to 1,000, within the tier.
    pub quality: i64,
    /// What matched, in folded bytes, sorted.
    pub spans: Vec<Span>,
}

impl Named {
    /// Tells whether no letters are left over in the name `within`.
    pub fn is_all(&self, within: Span) -> bool {
        self.spans.as_slice() == [within]
    }

    /// Tells whether it is there letter by letter, not by initials or parts of words.
    pub const fn is_proper(&self) -> bool {
        matches!(self.tier, Tier::Words { .. } | Tier::Fuzzy(Way::Joined))
    }
}

/// Matches the query in the stretch `within` of a text.
pub(super) fn compare(plan: &Plan, doc: Doc, within: Span, reach: Reach) -> Option<Named> {
    compare_marks(plan, doc, within, (reach, Marks::Checked))
}

/// Matches the query, and says how well its marks fit if they are to be checked. Marks can be
/// ignored only when none were typed.
pub(super) fn compare_marks(
    plan: &Plan,
    doc: Doc,
    within: Span,
    (reach, marks): (Reach, Marks),
) -> Option<Named> {
    let text = within.of(doc.folded);
    let mut missing = Vec::new();
    for (needle, pattern) in plan.needles.iter().zip(&plan.patterns) {
        if needle.find(doc, within).is_none() {
            missing.push(pattern.as_ref().filter(|pattern| pattern.may_be(text, reach))?);
        }
    }
    if missing.is_empty() {
        return words(plan, doc, within, marks);
    }
    fuzzy(plan, doc, within, &missing).filter(|named| reach == Reach::Fuzzy || named.is_proper())
}

fn words(plan: &Plan, doc: Doc, within: Span, marks: Marks) -> Option<Named> {
    let terms = points(plan.needles.len());
    let places = places(&plan.needles, doc, within, marks);
    let cover = best(&plan.needles, doc, &places, marks)?;
    let span = cover.span();
    let inside: Vec<_> = places.into_iter().filter(|place| span.covers(place.span())).collect();
    let spans = merged(doc.folded, &inside);
    let run = if terms == 1 { 1000 } else { (points(cover.run) - 1) * 1000 / (terms - 1) };
    let start = if span.start == within.start { 100 } else { 0 };
    let quality = coverage(&spans, within) * 300 / 1000
        + run * 250 / 1000
        + points(cover.fit) * 350 / (2 * terms)
        + start;
    Some(Named { tier: Tier::Words { adjacent: points(cover.run) == terms }, quality, spans })
}

fn fuzzy(plan: &Plan, doc: Doc, within: Span, missing: &[&Pattern]) -> Option<Named> {
    let text = within.of(doc.folded);
    let aligned: Option<Vec<_>> = missing.iter().map(|pattern| pattern.align(text)).collect();
    let aligned = aligned?;
    let way = aligned.iter().map(|found| found.way).min()?;
    let mut spans: Vec<_> = aligned.iter().flat_map(|found| found.spans.clone()).collect();
    for span in &mut spans {
        *span = Span { start: span.start + within.start, end: span.end + within.start };
    }
    let there = places(&plan.needles, doc, within, Marks::Checked);
    let places = there.iter().map(Place::span).chain(spans);
    let spans = super::mark::union(places.collect());
    let letters = aligned.iter().map(|found| found.quality).sum::<i64>() / points(aligned.len());
    let quality = letters * 600 / 1000 + coverage(&spans, within) * 400 / 1000;
    Some(Named { tier: Tier::Fuzzy(way), quality, spans })
}

/// Gives how much of a name is matched, from 0 to 1,000.
fn coverage(spans: &[Span], within: Span) -> i64 {
    let matched: usize = spans.iter().map(|span| span.len()).sum();
    points(matched) * 1000 / points(within.len().max(1))
}
