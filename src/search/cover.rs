//! The best place of a text for a query: where its terms stand closest together.

use std::cmp::Reverse;

use super::needle::{Marks, Needle, is_gap};
use super::text::Doc;
use crate::text::{Fit, Span};

/// Limits the places of one term that a first, cheap look at a text compares.
const RANKED_PLACES: usize = 24;

/// Sets the folded bytes within which terms are near each other anyway: about 12 words.
const NEAR: usize = 66;

/// Sets the longest sentence that is looked through for its end.
const MAX_SENTENCE: usize = 500;

/// Limits how many equally close covers are compared by their marks.
const MAX_COMPARED: usize = 4;

/// Represents one term standing somewhere, in folded bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub start: usize,
    /// For equal starts the longer place comes last, so that the later terms of a query follow.
    pub term: usize,
    pub end: usize,
}

impl Place {
    pub const fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }
}

/// Tells how close together the terms stand; better is greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Closeness {
    /// Somewhere in the text.
    Far,
    /// In one sentence, or within about twelve words.
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
    /// The sum over the terms: 0 for a longer word, 1 for marks left out, 2 for exactly the word.
    pub fit: usize,
    length: Reverse<usize>,
    start: Reverse<usize>,
}

impl Cover {
    /// Gives the stretch, in folded bytes.
    pub const fn span(&self) -> Span {
        Span::new(self.start.0, self.start.0 + self.length.0)
    }
}

/// Finds the places of all terms within a stretch of folded text, sorted; when marks are ignored,
/// only the first of each term.
pub(super) fn places(needles: &[Needle], doc: Doc, within: Span, marks: Marks) -> Vec<Place> {
    let limit = if marks == Marks::Checked { usize::MAX } else { RANKED_PLACES };
    let mut places = Vec::new();
    for (term, needle) in needles.iter().enumerate() {
        let spans = needle.places(doc, within, marks).take(limit);
        places.extend(spans.map(|s| Place { start: s.start as usize, term, end: s.end as usize }));
    }
    places.sort_unstable();
    places
}

/// Represents what was last seen of one term while walking over the places.
#[derive(Clone, Copy)]
struct Seen {
    place: Place,
    /// How many terms stand side by side up to here, and where they start.
    run: usize,
    run_start: usize,
}

/// Walks over the places of a text and tells after each the shortest cover that ends there.
pub(super) struct Covers<'a> {
    folded: &'a str,
    places: std::slice::Iter<'a, Place>,
    seen: Vec<Option<Seen>>,
    /// The terms that must be there.
    wanted: Vec<usize>,
}

/// Represents a cover before its marks were looked at.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stretch {
    pub closeness: Closeness,
    pub run: usize,
    pub start: usize,
    pub end: usize,
}

impl<'a> Covers<'a> {
    /// `terms` is how many the query has; those with no place at all are not waited for.
    pub fn new(folded: &'a str, places: &'a [Place], terms: usize) -> Self {
        let wanted = (0..terms).filter(|&term| places.iter().any(|place| place.term == term));
        Self { folded, places: places.iter(), wanted: wanted.collect(), seen: vec![None; terms] }
    }

    /// Tells whether all terms have a place.
    pub fn has_all(&self) -> bool {
        self.wanted.len() == self.seen.len()
    }

    fn see(&mut self, place: Place) -> Seen {
        let before = place.term.checked_sub(1).and_then(|before| self.seen[before]);
        let beside = before.filter(|seen| {
            seen.place.end < place.start && is_gap(&self.folded[seen.place.end..place.start])
        });
        let (run, run_start) =
            beside.map_or((1, place.start), |seen| (seen.run + 1, seen.run_start));
        let seen = Seen { place, run, run_start };
        self.seen[place.term] = Some(seen);
        seen
    }

    fn stretch(&self, last: Seen) -> Option<Stretch> {
        let (end, terms) = (last.place.end, self.seen.len());
        if last.run == terms {
            let closeness = Closeness::Adjacent;
            return Some(Stretch { closeness, run: terms, start: last.run_start, end });
        }
        let (mut start, mut run) = (last.place.start, 1);
        for &term in &self.wanted {
            let seen = self.seen[term]?;
            start = start.min(seen.place.start);
            run = run.max(seen.run);
        }
        let closeness = closeness(self.folded, start, end);
        Some(Stretch { closeness, run, start, end })
    }
}

impl Iterator for Covers<'_> {
    type Item = Option<Stretch>;

    fn next(&mut self) -> Option<Option<Stretch>> {
        let place = *self.places.next()?;
        let seen = self.see(place);
        Some(self.stretch(seen))
    }
}

fn closeness(folded: &str, start: usize, end: usize) -> Closeness {
    let near = end - start <= NEAR
        || end - start <= MAX_SENTENCE && !has_sentence_end(&folded[start..end]);
    if near { Closeness::Near } else { Closeness::Far }
}

fn has_sentence_end(text: &str) -> bool {
    text.as_bytes().windows(2).any(|pair| pair[0] == b'\n' || matches!(pair, b". " | b"? " | b"! "))
}

/// Finds the best cover of a text.
pub(super) fn best(needles: &[Needle], doc: Doc, places: &[Place], marks: Marks) -> Option<Cover> {
    let mut best: Option<Cover> = None;
    let mut left = MAX_COMPARED;
    for stretch in Covers::new(doc.folded, places, needles.len()).flatten() {
        let rank = (stretch.closeness, stretch.run);
        let compared = best.map(|best| (best.closeness, best.run));
        let done = left == 0 || best.is_some_and(|best| best.fit == 2 * needles.len());
        if compared.is_some_and(|best| rank < best || rank == best && done) {
            continue;
        }
        left = if compared == Some(rank) { left - 1 } else { MAX_COMPARED };
        let cover = Cover {
            closeness: stretch.closeness,
            run: stretch.run,
            fit: match marks {
                Marks::Checked => fit(needles, doc, places, stretch),
                Marks::Ignored => 0,
            },
            length: Reverse(stretch.end - stretch.start),
            start: Reverse(stretch.start),
        };
        best = best.max(Some(cover));
    }
    best
}

/// Sums up how well the terms fit in a stretch; of several places of a term the last counts.
fn fit(needles: &[Needle], doc: Doc, places: &[Place], stretch: Stretch) -> usize {
    let from = places.partition_point(|place| place.start < stretch.start);
    let mut fits = vec![0; needles.len()];
    for place in places[from..].iter().take_while(|place| place.end <= stretch.end) {
        fits[place.term] = match needles[place.term].fit(doc, place.span()) {
            Some(Fit::Exact) => 2,
            Some(Fit::Free) => 1,
            _ => 0,
        };
    }
    fits.iter().sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::Query;
    use crate::text::fold;

    fn check(typed: &str, text: &str, expected: &str, closeness: Closeness) {
        let query = Query::parse(typed);
        let needles: Vec<_> = query.terms.iter().map(Needle::new).collect();
        let folded = fold(text);
        let doc = Doc::new(text, &folded);
        let places = places(&needles, doc, doc.whole(), Marks::Checked);
        let cover = best(&needles, doc, &places, Marks::Checked).unwrap();
        assert_eq!(doc.source_span(cover.span()).of(text), expected, "{typed} in {text}");
        assert_eq!(cover.closeness, closeness, "{typed} in {text}");
    }

    #[test]
    fn the_closest_place_is_best() {
        use Closeness::{Adjacent, Far, Near};
        check("mưa lớn", "Lớn. Mưa to. Có mưa lớn ở đó.", "mưa lớn", Adjacent);
        check("mưa lớn", "Lớn và mưa. Mưa đã lớn.", "Lớn và mưa", Near);
        check("hà nội hà nam", "Hà Nội, Hà Nam", "Hà Nội, Hà Nam", Adjacent);
        check("hoa", "Hòa hoa", "hoa", Adjacent);
        check("hòa", "Hoa hòa", "hòa", Adjacent);
        let long = format!("Mưa{}. Lớn", " một".repeat(20));
        check("mưa lớn", &long, &long, Far);
        check("mưa lớn", &long.replace('.', ""), &long.replace('.', ""), Near);
    }
}
