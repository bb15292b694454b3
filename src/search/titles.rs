//! Articles found by their titles.

use super::fuzzy::{Reach, Way};
use super::mark::to_source;
use super::names::{Named, Tier, compare};
use super::plan::Plan;
use super::text::Doc;
use crate::corpus::TitleOrigin;
use crate::text::Span;

/// Scores the title of a text, if it answers.
pub(super) fn judge(plan: &Plan, doc: Doc, origin: TitleOrigin, reach: Reach) -> Option<i64> {
    compare(plan, doc, doc.title, reach).map(|named| score(&named, origin))
}

/// Finds what to highlight in the title, in bytes of the text.
pub(super) fn matches(plan: &Plan, doc: Doc) -> Vec<Span> {
    let named = compare(plan, doc, doc.title, Reach::Fuzzy);
    named.map(|named| to_source(doc, &named.spans)).unwrap_or_default()
}

/// Scores a title; one that is only the beginning of the text says less of what it is about.
fn score(named: &Named, origin: TitleOrigin) -> i64 {
    let quality = named.quality;
    let (given, derived) = match named.tier {
        Tier::Words { adjacent: true } => (2800 + quality * 7 / 10, 500),
        Tier::Words { adjacent: false } => (2300 + quality * 7 / 10, 500),
        Tier::Fuzzy(Way::Joined) => (2800 + quality * 3 / 10, 500),
        Tier::Fuzzy(Way::Neighbours) => (1100 + quality / 2, 200),
        Tier::Fuzzy(Way::Scattered) => (700 + quality / 2, 100),
    };
    if origin == TitleOrigin::Given { given } else { given - derived }
}
