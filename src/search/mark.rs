//! The spans to highlight, and finding a query in one text.

use super::cover::{Closeness, Covers};
use super::place::Place;
use super::query::{Query, Term};
use super::words::Words;
use crate::text::Span;

/// Finds the matches of a query in a text, sorted, without overlap, as bytes of the text.
///
/// Words that stand side by side in the order of the query are one match. When all words do so
/// somewhere, only such places count; else those where all stand near each other; else each word
/// counts wherever it is. Of a query that names entities only, their names are found.
pub fn find_in(text: &str, query: &Query) -> Vec<Span> {
    let terms = if query.terms.is_empty() { &query.about } else { &query.terms };
    matches(&Words::new(text), terms)
}

/// Finds the matches of terms in a text.
pub(super) fn matches(words: &Words, terms: &[Term]) -> Vec<Span> {
    let places = near_ones(words.places(terms), terms.len());
    merged(words, terms, &places)
}

/// Keeps the places that lie where all terms are side by side or near each other, if there is any
/// such place.
fn near_ones(places: Vec<Place>, terms: usize) -> Vec<Place> {
    let covers = Covers::new(&places, terms);
    if terms < 2 || !covers.has_all() {
        return places;
    }
    let (mut adjacent, mut near) = (Vec::new(), Vec::new());
    for cover in covers.flatten() {
        match cover.closeness {
            Closeness::Adjacent => adjacent.push(cover.stretch()),
            Closeness::Near => near.push(cover.stretch()),
            Closeness::Far => {}
        }
    }
    // Where they stand side by side anywhere, that is what was meant.
    let kept = union(if adjacent.is_empty() { near } else { adjacent });
    let inside = |place: &Place| {
        let first = kept.partition_point(|stretch| stretch.end < place.end);
        kept.get(first).is_some_and(|stretch| stretch.start <= place.start)
    };
    if kept.is_empty() { places } else { places.iter().copied().filter(inside).collect() }
}

/// Joins sorted places that overlap or stand side by side in the order of the query; gives bytes.
fn merged(words: &Words, terms: &[Term], places: &[Place]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    // Where the last span ends, and the terms that end it, as bits: two may stand at one place.
    let (mut end, mut ends): (u32, u32) = (0, 0);
    for same in places.chunk_by(|a, b| (a.start, a.end) == (b.start, b.end)) {
        let (place, span) = (same[0], words.matched(&same[0], terms));
        let here = same.iter().fold(0, |here, place| here | 1 << place.term);
        match spans.last_mut() {
            Some(last) if place.start < end => {
                ends = if place.end > end { here } else { ends | here };
                last.end = last.end.max(span.end);
            }
            Some(last) if ends << 1 & here != 0 && place.start == end => {
                last.end = span.end;
                ends = here;
            }
            _ => {
                spans.push(span);
                ends = here;
            }
        }
        end = end.max(place.end);
    }
    spans
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::clean;

    fn check(typed: &str, text: &str, expected: &[&str]) {
        let text = clean(text);
        let found = find_in(&text, &Query::parse(typed));
        let found: Vec<_> = found.iter().map(|span| span.of(&text)).collect();
        assert_eq!(found, expected, "{typed} in {}", &*text);
    }

    #[test]
    fn words_side_by_side_are_one_match() {
        check("lam dong", "Tỉnh Lâm Đồng, đồng thời", &["Lâm Đồng"]);
        check("hà nội hà nam", "Hà Nội, Hà Nam", &["Hà Nội, Hà Nam"]);
        check("dong lam", "Lâm Đồng", &["Lâm", "Đồng"]);
        check("tp.hcm", "TP. HCM và TP HCM", &["TP. HCM", "TP HCM"]);
        check("\"lâm đồng\"", "Lâm Đồng, lâm và đồng", &["Lâm Đồng"]);
    }

    #[test]
    fn near_places_come_before_far_ones() {
        let far = "mưa. Một. Hai ba bốn năm sáu bảy tám chín mười mười một mười hai mười ba. Huế";
        check("mưa huế", far, &["mưa", "Huế"]);
        check("mưa huế", &format!("{far} có mưa"), &["Huế", "mưa"]);
        check("huế", "Huế. Huế", &["Huế", "Huế"]);
        check("huế sen", "Huế. Huế", &["Huế", "Huế"]);
        check("huế", "", &[]);
        check("", "Huế", &[]);
    }

    #[test]
    fn marks_that_fold_away_belong_to_the_match() {
        check("xac", "x\u{323}ac\u{323}.", &["x\u{323}ac\u{323}"]);
        check("hue", "(huế)", &["huế"]);
        check("hu", "huế", &["hu"]);
    }
}
