//! What is shown of a text that was found.

use super::around::{around, body};
use crate::corpus::TitleOrigin;
use crate::search::best::Found;
use crate::search::cover::best;
use crate::search::hits::PassageHit;
use crate::search::mark::matches;
use crate::search::plan::Plan;
use crate::search::query::Term;
use crate::search::snippet::snippet;
use crate::search::words::{Words, span_at};
use crate::text::Span;

/// Finds the best place of a text without the index.
fn span_in(text: &str, terms: &[Term]) -> Span {
    let words = Words::new(text);
    let cover = best(&words.places(terms), terms.len());
    cover.map_or(Span::default(), |cover| words.span(cover.stretch().start, cover.stretch().end))
}

/// Makes the hit: the snippet at the best place, and what to highlight in it.
pub(in crate::search) fn hit(plan: &Plan, found: &Found) -> Option<PassageHit> {
    let part = plan.parts.get(found.part)?;
    let (number, article) = part.article(found.doc)?;
    let text = (found.doc, body(part, found.doc), false);
    let cover = around(plan, part, text, &mut Vec::new());
    let stretch = cover.map_or(Span::default(), |cover| cover.stretch());
    let start = match article.title_origin {
        TitleOrigin::Given => article.title.end,
        TitleOrigin::Derived => 0,
    };
    let shown = if part.part.continues && found.doc == 0 {
        span_in(&article.text, &plan.terms)
    } else {
        let shown = span_at(&article.text[start as usize..], stretch);
        Span { start: shown.start + start, end: shown.end + start }
    };
    let snippet = snippet(&article.text, shown);
    let words = Words::new(snippet.of(&article.text));
    let matches = matches(&words, &plan.terms).into_iter();
    let move_back =
        |span: Span| Span { start: span.start + snippet.start, end: span.end + snippet.start };
    let (article, score) = (number, found.score);
    Some(PassageHit { article, score, snippet, matches: matches.map(move_back).collect() })
}
