//! The spans to highlight, and finding a query in one text.

use super::cover::{Closeness, Covers, Place, places};
use super::needle::{Marks, Needle, is_gap};
use super::query::Query;
use super::text::Doc;
use crate::text::{Span, fold};

/// Finds the matches of a query in a text, sorted, without overlap, as bytes of the text.
///
/// Words that stand side by side in the order of the query are one match. When all words stand
/// near each other somewhere, only such places count; else each word counts wherever it is.
pub fn find_in(text: &str, query: &Query) -> Vec<Span> {
    let needles: Vec<_> = query.terms.iter().map(Needle::new).collect();
    let folded = fold(text);
    let doc = Doc::new(text, &folded);
    let places = places(&needles, doc, doc.whole(), Marks::Checked);
    let kept = near_ones(folded.as_str(), places, needles.len());
    to_source(doc, &merged(folded.as_str(), &kept))
}

/// Keeps the places that lie where all terms are side by side or near each other, if there is any
/// such place.
pub(super) fn near_ones(folded: &str, places: Vec<Place>, terms: usize) -> Vec<Place> {
    let covers = Covers::new(folded, &places, terms);
    if terms < 2 || !covers.has_all() {
        return places;
    }
    let (mut adjacent, mut near) = (Vec::new(), Vec::new());
    for stretch in covers.flatten() {
        let span = Span::new(stretch.start, stretch.end);
        match stretch.closeness {
            Closeness::Adjacent => adjacent.push(span),
            Closeness::Near => near.push(span),
            Closeness::Far => {}
        }
    }
    let adjacent = union(adjacent);
    // `Lâm Đồng, đồng thời` is one match: the second `đồng` is near, but has no `Lâm` of its own.
    near.retain(|&span| !holds(&adjacent, |other| other.overlaps(span), span));
    let kept = union(adjacent.into_iter().chain(near).collect());
    if kept.is_empty() {
        return places;
    }
    let inside = |place: &Place| holds(&kept, |span| span.covers(place.span()), place.span());
    places.into_iter().filter(inside).collect()
}

/// Tells whether one of the disjoint sorted `spans` has the property; only those that reach to
/// `at` are asked.
fn holds(spans: &[Span], property: impl Fn(Span) -> bool, at: Span) -> bool {
    let from = spans.partition_point(|span| span.end <= at.start);
    spans[from..].iter().take_while(|span| span.start < at.end).any(|&span| property(span))
}

/// Joins sorted places that overlap or stand side by side in the order of the query.
pub(super) fn merged(folded: &str, places: &[Place]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    // The terms that end the last span, as bits: two may stand at one place.
    let mut ends: u32 = 0;
    for place in places {
        let (span, bit) = (place.span(), 1 << place.term);
        match spans.last_mut() {
            Some(last) if last.overlaps(span) => {
                ends = if span.end > last.end { bit } else { ends | bit };
                last.end = last.end.max(span.end);
            }
            Some(last) if ends << 1 & bit != 0 && stand_beside(folded, *last, span) => {
                last.end = span.end;
                ends = bit;
            }
            _ => {
                spans.push(span);
                ends = bit;
            }
        }
    }
    spans
}

fn stand_beside(folded: &str, left: Span, right: Span) -> bool {
    left.end < right.start && is_gap(&folded[left.end as usize..right.start as usize])
}

/// Sorts spans and joins those that overlap.
pub(super) fn union(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    spans.dedup_by(|next, last| {
        let overlaps = last.overlaps(*next);
        last.end = if overlaps { last.end.max(next.end) } else { last.end };
        overlaps
    });
    spans
}

/// Finds where folded spans stand in the source.
pub(super) fn to_source(doc: Doc, spans: &[Span]) -> Vec<Span> {
    spans.iter().map(|&span| doc.source_span(span)).collect()
}
