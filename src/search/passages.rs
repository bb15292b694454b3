//! Articles found by their texts. The words must be there, by the rule of syllables: a subsequence
//! of letters is in almost any text.

use super::cover::{Closeness, Cover, Place, best, places};
use super::hits::PassageHit;
use super::mark::{merged, near_ones, to_source};
use super::needle::{Marks, Needle};
use super::plan::Plan;
use super::points;
use super::snippet::snippet;
use super::text::Doc;
use crate::corpus::{ArticleNo, TitleOrigin};
use crate::text::Span;

/// Sets the folded bytes after which a place says half as much by being early.
const LEAD: i64 = 300;

/// Tells which part of a text counts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// All of it: it is shown by nothing else.
    Whole,
    /// What is not title; words that stand only in the title are granted.
    Body,
    /// What is not title, with all words in it: the title is a hit of its own.
    BodyAlone,
}

impl Part {
    /// Chooses the part for an article whose title answers properly, or does not.
    pub fn of(origin: TitleOrigin, title_answers: bool) -> Self {
        match origin {
            _ if title_answers => Self::BodyAlone,
            TitleOrigin::Given => Self::Body,
            TitleOrigin::Derived => Self::Whole,
        }
    }

    /// Gives the part, in folded bytes.
    fn within(self, doc: Doc) -> Span {
        let whole = doc.whole();
        if self == Self::Whole { whole } else { Span { start: doc.title.end, ..whole } }
    }
}

/// Scores a text that has all terms somewhere; with marks ignored, about so and cheaply.
pub(super) fn judge(plan: &Plan, doc: Doc, part: Part, marks: Marks) -> Option<i64> {
    if part == Part::BodyAlone && marks == Marks::Ignored {
        let within = part.within(doc);
        plan.needles.iter().all(|needle| needle.find(doc, within).is_some()).then_some(())?;
    }
    let (places, cover) = best_place(plan, doc, part, marks)?;
    Some(score(plan, doc, &places, &cover))
}

fn best_place(plan: &Plan, doc: Doc, part: Part, marks: Marks) -> Option<(Vec<Place>, Cover)> {
    let places = places(&plan.needles, doc, part.within(doc), marks);
    let cover = best(&plan.needles, doc, &places, marks)?;
    Some((places, cover))
}

fn score(plan: &Plan, doc: Doc, places: &[Place], cover: &Cover) -> i64 {
    let terms = points(plan.needles.len());
    let run = (points(cover.run) - 1) * 200 / (terms - 1).max(1);
    let span = cover.span();
    let letters: usize = plan.needles.iter().map(Needle::letters).sum();
    let close = match cover.closeness {
        Closeness::Adjacent => 1700,
        Closeness::Near => 1150 + run + points((letters * 100 / span.len().max(1)).min(100)),
        Closeness::Far => 550 + run,
    };
    let early = 80 * LEAD / (LEAD + i64::from(span.start.saturating_sub(doc.title.end)));
    let fit = points(cover.fit) * 60 / (2 * terms);
    close + early + fit + by_term(plan, doc, places)
}

/// Adds what each term says by its weight: that it stands in the title too, and how often in all.
fn by_term(plan: &Plan, doc: Doc, places: &[Place]) -> i64 {
    let mut counts = vec![0u8; plan.needles.len()];
    for place in places {
        counts[place.term] = counts[place.term].saturating_add(1);
    }
    let say = |(term, &count): (usize, &u8)| {
        let titled = plan.needles[term].find(doc, doc.title).is_some();
        let title = if titled { 150.0 } else { 0.0 };
        plan.weights[term] * (title + f64::from(count.min(5)) * 6.0)
    };
    counts.iter().enumerate().map(say).sum::<f64>() as i64
}

/// Makes the hit: the snippet at the best place, and what to highlight in it.
pub(super) fn hit(
    plan: &Plan,
    doc: Doc,
    part: Part,
    (article, score): (ArticleNo, i64),
) -> Option<PassageHit> {
    let (places, cover) = best_place(plan, doc, part, Marks::Checked)?;
    let snippet = snippet(doc.source, doc.source_span(cover.span()));
    let folded = doc.folded;
    let places = near_ones(folded, places, plan.needles.len());
    // Words that stand side by side may part at the end of a line, and the snippet with it.
    let inside =
        |span: Span| Span { start: span.start.max(snippet.start), end: span.end.min(snippet.end) };
    let matches = to_source(doc, &merged(folded, &places)).into_iter().map(inside);
    let matches = matches.filter(|span| !span.is_empty()).collect();
    Some(PassageHit { article, score, snippet, matches })
}
