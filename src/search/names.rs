//! Matching a query with a short text: a title, or the name of an entity.

use std::cmp::Reverse;

use super::cover::{Cover, best};
use super::fuzzy::Way;
use super::mark::{matches, union};
use super::nearby::find_places;
use super::place::{Place, present};
use super::plan::Plan;
use super::points;
use super::terms::PartTerms;
use super::words::Words;
use crate::text::{Span, fold};

/// Tells how the words of a query stand in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Named {
    /// Whether they stand side by side, in order.
    pub adjacent: bool,
    /// Whether they are the whole name.
    pub all: bool,
    /// Whether the name begins with them.
    pub begins: bool,
    /// From 0 to 1,000.
    pub quality: i64,
}

/// Judges terms in the tokens of a name; nothing when one of them is not there.
pub(super) fn judge(terms: &PartTerms, tokens: &[u16], places: &mut Vec<Place>) -> Option<Named> {
    if terms.len() == 1 && !terms[0].has_phrases() {
        return judge_word(terms, tokens);
    }
    find_places(terms, tokens, places);
    (present(places).count_ones() as usize == terms.len())
        .then(|| judge_places(places, terms.len(), tokens.len()))?
}

/// Judges a single word in a name: most names that are looked at while one types are.
fn judge_word(terms: &PartTerms, tokens: &[u16]) -> Option<Named> {
    let there = tokens.iter().enumerate().filter(|&(_, &token)| terms.begun_by(token) != 0);
    let worths = there.filter_map(|(at, &token)| Some((terms[0].worth(token)?, at)));
    let (mut best, mut count) = (None, 0);
    for (worth, at) in worths {
        best = best.max(Some((worth, Reverse(at))));
        count += 1;
    }
    let (worth, Reverse(at)) = best?;
    let cover = Cover::adjacent(at as u32, 1, worth.points());
    Some(named(&cover, 1, count, tokens.len()))
}

/// Judges the places of the terms that a name of `length` words has.
pub(super) fn judge_places(places: &[Place], terms: usize, length: usize) -> Option<Named> {
    Some(named(&best(places, terms)?, terms, covered(places), length))
}

fn named(cover: &Cover, terms: usize, covered: usize, length: usize) -> Named {
    let count = points(terms);
    let run = if terms == 1 { 1000 } else { (points(cover.run) - 1) * 1000 / (count - 1) };
    let begins = cover.stretch().start == 0;
    let quality = points(covered) * 300 / points(length.max(1))
        + run * 250 / 1000
        + cover.fit.max(0) * 350 / (2 * count)
        + if begins { 100 } else { 0 };
    let adjacent = cover.run == terms;
    let whole = covered == length && cover.fit >= count;
    Named { adjacent, all: adjacent && whole, begins, quality }
}

/// Counts the positions that sorted places cover.
fn covered(places: &[Place]) -> usize {
    let (mut end, mut count) = (0, 0);
    for place in places {
        count += place.end.max(end) - place.start.max(end).min(place.end);
        end = end.max(place.end);
    }
    count as usize
}

/// Represents a query found in a name by letters, of one term at least.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Alike {
    pub way: Way,
    /// From 0 to 1,000.
    pub quality: i64,
    /// What matched, in bytes of the name, sorted.
    pub spans: Vec<Span>,
}

/// Matches the query with a name: words that are not in it may be there by letters.
pub(super) fn alike(plan: &Plan, name: &str) -> Option<Alike> {
    let folded = fold(name);
    let words = Words::new(name);
    let places = words.places(&plan.terms);
    let mut aligned = Vec::new();
    for (term, pattern) in plan.patterns.iter().enumerate() {
        if !places.iter().any(|place| place.term == term) {
            let pattern = pattern.as_ref().filter(|pattern| pattern.accepts(folded.as_str()))?;
            aligned.push(pattern.align(folded.as_str())?);
        }
    }
    let way = aligned.iter().map(|found| found.way).min()?;
    let letters = aligned.iter().flat_map(|found| &found.spans);
    let mut spans: Vec<_> = letters.map(|&span| folded.to_source(name, span)).collect();
    spans.extend(places.iter().map(|place| words.matched(place, &plan.terms)));
    let spans = union(spans);
    let letters = aligned.iter().map(|found| found.quality).sum::<i64>() / points(aligned.len());
    let matched: usize = spans.iter().map(|span| span.len()).sum();
    let covered = points(matched) * 1000 / points(name.len().max(1));
    Some(Alike { way, quality: letters * 600 / 1000 + covered * 400 / 1000, spans })
}

/// Finds what to highlight in a name that answers.
pub(super) fn highlights(plan: &Plan, name: &str) -> Vec<Span> {
    let words = Words::new(name);
    let places = words.places(&plan.terms);
    let lacks = |term| !places.iter().any(|place| place.term == term);
    let alike = (0..plan.terms.len()).any(lacks).then(|| alike(plan, name)).flatten();
    alike.map_or_else(|| matches(&words, &plan.terms), |found| found.spans)
}
