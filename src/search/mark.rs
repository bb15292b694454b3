//! The spans to highlight, and finding a query in one text.

use super::cover::{Closeness, Covers, Place, places};
use super::needle::{Marks, Needle, is_gap};
use super::query::Query;
use super::text::Doc;
use crate::text::{Span, fold};

/// Finds the matches of a query in a text, sorted, without overlap, as bytes of the text.
///
/// Words that stand side by side in the order of the query are one match. When all words do so
/// somewhere, only such places count; else those where all stand near each other; else each word
/// counts wherever it is. Of a query that names entities only, their names are found.
pub fn find_in(text: &str, query: &Query) -> Vec<Span> {
    let terms = if query.terms.is_empty() { &query.about } else { &query.terms };
    let needles: Vec<_> = terms.iter().map(Needle::new).collect();
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
    // Where they stand side by side anywhere, that is what was meant.
    let kept = union(if adjacent.is_empty() { near } else { adjacent });
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
    for same in places.chunk_by(|a, b| a.span() == b.span()) {
        let span = same[0].span();
        let terms = same.iter().fold(0, |terms, place| terms | 1 << place.term);
        match spans.last_mut() {
            Some(last) if last.overlaps(span) => {
                ends = if span.end > last.end { terms } else { ends | terms };
                last.end = last.end.max(span.end);
            }
            Some(last) if ends << 1 & terms != 0 && stand_beside(folded, *last, span) => {
                last.end = span.end;
                ends = terms;
            }
            _ => {
                spans.push(span);
                ends = terms;
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
