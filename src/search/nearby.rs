//! Looking at the tokens of a text: where the terms stand closest together.

use super::cover::{Cover, NEAR, best};
use super::place::{Place, present};
use super::terms::PartTerms;

/// Sets how many tokens are looked at together, before each is.
const BLOCK: usize = 32;

/// Limits the places of a term, on average, that are looked at in one text.
const MAX_PLACES: usize = 64;

/// Limits the places of one term around which the others are looked for in one text.
const MAX_ANCHORS: usize = 16;

/// Sets how far around such a place: enough for words that are near, with phrases among them.
const REACH: usize = NEAR as usize + 6;

/// Finds the places where a term may begin in a stretch of tokens.
fn beginnings<'t>(
    terms: &'t PartTerms,
    term: usize,
    tokens: &'t [u16],
) -> impl Iterator<Item = usize> + 't {
    let blocks = tokens.chunks(BLOCK).zip((0..).step_by(BLOCK));
    let blocks = blocks.filter(move |(block, _)| terms[term].may_be_in(block));
    let places = blocks.flat_map(|(block, start)| (start..).zip(block));
    places.filter(move |(_, token)| terms.begun_by(**token) >> term & 1 == 1).map(|(at, _)| at)
}

/// Finds the best place where terms of single words stand side by side, in order; looks for the term
/// `anchor`, which is best a rare one, and the one before it. `typed` says that they are only there
/// as they were typed.
pub(super) fn best_adjacent(
    terms: &PartTerms,
    tokens: &[u16],
    (anchor, typed): (usize, bool),
) -> Option<Cover> {
    let pair = anchor.saturating_sub(1);
    let cover = |start: usize| {
        let here = tokens.get(start..start + terms.len())?;
        let mut fit = 0;
        for ((number, term), &token) in terms.iter().enumerate().zip(here) {
            if terms.begun_by(token) >> number & 1 == 0 {
                return None;
            }
            fit += term.worth(token)?.points();
        }
        Some(Cover::adjacent(start as u32, terms.len(), fit))
    };
    if typed
        && let [left, right, ..] = &terms[pair..]
        && let (Some(left), Some(right)) = (left.typed_forms(), right.typed_forms())
    {
        let starts = left.before(right, tokens).filter_map(|at| at.checked_sub(pair));
        return starts.filter_map(cover).max();
    }
    let starts = beginnings(terms, anchor, tokens).filter_map(|at| at.checked_sub(anchor));
    starts.filter_map(cover).max()
}

/// Finds the best cover of the terms `wanted`, as bits, around the first places of the `anchor`
/// among them. When they are near each other nowhere, it is where most of them stand side by side,
/// and far; then there is nothing if `near` ones only are asked for.
pub(super) fn best_around(
    terms: &PartTerms,
    tokens: &[u16],
    (wanted, anchor, near): (u32, usize, bool),
    places: &mut Vec<Place>,
) -> Option<Cover> {
    let mut found: Option<Cover> = None;
    for at in beginnings(terms, anchor, tokens).take(MAX_ANCHORS) {
        let (start, around) = around(tokens, at);
        let begun = around.iter().fold(0, |all, &token| all | terms.begun_by(token));
        if near && wanted & !begun != 0 {
            continue;
        }
        find_places(terms, around, places);
        let cover = best(places, terms.len()).map(|cover| cover.moved_by(start as u32));
        let far = wanted & !present(places) != 0;
        found = found.max(if far { cover.map(Cover::made_far) } else { cover });
    }
    found
}

/// Tells how close together terms of single words are around the first places of the `anchor`, at
/// most: the length of the shortest stretch that has the terms `wanted`, as bits, and how many stand
/// side by side in the order of the query.
pub(super) fn closest(
    terms: &PartTerms,
    tokens: &[u16],
    (wanted, anchor): (u32, usize),
) -> Option<(usize, usize)> {
    let around = beginnings(terms, anchor, tokens).take(MAX_ANCHORS).map(|at| around(tokens, at).1);
    let is_there = |tokens: &&[u16]| {
        let mut wanted = (0..terms.len()).filter(|term| wanted >> term & 1 == 1);
        wanted.all(|term| term == anchor || terms[term].may_be_in(tokens))
    };
    let found = around.filter(is_there).filter_map(|tokens| closest_in(terms, tokens, wanted));
    found.reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)))
}

/// Gives the tokens around a place, and where they begin.
fn around(tokens: &[u16], at: usize) -> (usize, &[u16]) {
    let start = at.saturating_sub(REACH);
    (start, &tokens[start..(at + REACH).min(tokens.len())])
}

fn closest_in(terms: &PartTerms, tokens: &[u16], wanted: u32) -> Option<(usize, usize)> {
    let mut last = [None; u32::BITS as usize];
    let (mut runs, mut run, mut length) = ([0; u32::BITS as usize], 1, None);
    let (mut seen, mut before) = (0, 0);
    for (at, &token) in tokens.iter().enumerate() {
        let here = terms.begun_by(token);
        if here == 0 {
            before = 0;
            continue;
        }
        for term in (0..terms.len()).rev().filter(|term| here >> term & 1 == 1) {
            last[term] = Some(at);
            let goes_on = term > 0 && before >> (term - 1) & 1 == 1;
            runs[term] = if goes_on { runs[term - 1] + 1 } else { 1 };
            run = run.max(runs[term]);
        }
        seen |= here;
        if wanted & !seen == 0 {
            let start = (0..terms.len()).filter(|term| wanted >> term & 1 == 1);
            let start = start.filter_map(|term| last[term]).min().unwrap_or(at);
            length = length.into_iter().chain([at + 1 - start]).min();
        }
        before = here;
    }
    Some((length?, run))
}

/// Finds the places of all terms in a stretch of tokens, sorted, the first ones when there are very
/// many; `places` is emptied first.
pub(super) fn find_places(terms: &PartTerms, tokens: &[u16], places: &mut Vec<Place>) {
    places.clear();
    for (at, &token) in tokens.iter().enumerate() {
        let mut left = terms.begun_by(token);
        while left != 0 {
            let number = left.trailing_zeros() as usize;
            left &= left - 1;
            places.extend(terms[number].at(tokens, at, number));
        }
        if places.len() >= MAX_PLACES * terms.len() {
            break;
        }
    }
}
