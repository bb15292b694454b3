//! Articles found by their texts. The words must be there, by the rule of syllables: a subsequence
//! of letters is in almost any text.
//!
//! Every text that has the words is ranked before any is cut. Texts are looked at only for what the
//! postings do not tell, how close together the words stand, and only those that may still be among
//! the best.

use std::cmp::Reverse;
use std::collections::HashSet;
use std::sync::atomic::AtomicI64;

use rayon::prelude::*;

use super::best::{Best, Found, top};
use super::cover::{Closeness, Cover, best};
use super::docs::{DocSet, Fields};
use super::hits::PassageHit;
use super::mark::matches;
use super::place::Place;
use super::plan::{PartPlan, Plan};
use super::query::Term;
use super::snippet::snippet;
use super::terms::{PartTerm, best_adjacent, best_around, retain_phrases};
use super::words::{Words, span_at};
use super::{Cancelled, points};
use crate::corpus::{Date, TitleOrigin};
use crate::text::Span;

/// Sets how many texts are looked at between two questions whether to go on.
const CHUNK: usize = 256;

/// The points for standing side by side, near each other, and anywhere. What else there is to win
/// leaves their order as it is.
const ADJACENT: i64 = 1850;
pub(super) const NEAR: i64 = 1100;
const FAR: i64 = 500;

/// The most points for some terms side by side, for few words between, and for marks.
const RUN: i64 = 200;
const TIGHT: i64 = 100;
const FIT: i64 = 60;

/// The points for standing in the lead, or soon after it.
const EARLY: [i64; 2] = [200, 60];

/// The words from the beginning of a text that are its lead, and those that come soon after it.
const EARLY_WORDS: [u32; 2] = [40, 160];

/// The most points for standing in the title too.
const TITLED: f64 = 150.0;

/// Finds the articles whose texts answer, the best `limit` of them in order, and counts them all;
/// `None` when cancelled. `titled` says for each part which titles answer.
pub(super) fn search(
    plan: &Plan,
    titled: &[DocSet],
    limit: usize,
    cancelled: Cancelled,
) -> Option<(Vec<Found>, usize)> {
    let needed = AtomicI64::new(i64::MIN);
    let found: Option<Vec<_>> = plan
        .parts
        .par_iter()
        .enumerate()
        .map(|(at, part)| {
            let best = Best::new(limit, &needed);
            let anchor =
                (0..plan.terms.len()).max_by(|&a, &b| plan.weights[a].total_cmp(&plan.weights[b]));
            let anchor = anchor.unwrap_or_default();
            let mut search = Search { plan, part, at, anchor, best, total: 0, places: Vec::new() };
            search.run(&titled[at], cancelled)?;
            Some((search.best.into_vec(), search.total))
        })
        .collect();
    let (best, totals): (Vec<_>, Vec<_>) = found?.into_iter().unzip();
    let mut best = top(best.concat(), limit);
    // An article that takes several parts may be found in each.
    let mut seen = HashSet::new();
    best.retain(|found| seen.insert(found.number));
    Some((best, totals.iter().sum()))
}

/// Holds what one part is searched with.
struct Search<'a> {
    plan: &'a Plan<'a>,
    part: &'a PartPlan<'a>,
    at: usize,
    /// The term that is likely in the fewest places.
    anchor: usize,
    best: Best<'a>,
    total: usize,
    places: Vec<Place>,
}

impl Search<'_> {
    fn run(&mut self, titled: &DocSet, cancelled: Cancelled) -> Option<()> {
        let mut docs = self.candidates(titled);
        if docs.is_empty() {
            return Some(());
        }
        if let ([term], false) = (self.part.terms.as_slice(), self.part.has_phrases()) {
            self.total = docs.count();
            self.take_word(term, docs);
            return (!cancelled()).then_some(());
        }
        retain_phrases(&mut docs, self.part.part, &self.part.terms);
        let mut bounds = self.bounds(&docs);
        self.total = bounds.len();
        // What may score best comes first, so that most of the others need no look.
        bounds.sort_unstable_by_key(|bound| Reverse((bound.more, bound.date)));
        let mut rest = Vec::new();
        for chunk in bounds.chunks(CHUNK) {
            if cancelled() {
                return None;
            }
            for bound in chunk.iter().filter(|bound| bound.in_body) {
                if !self.best.wants(ADJACENT + bound.more, bound.date) {
                    continue;
                }
                match self.best_adjacent(bound.doc) {
                    Some(cover) => self.add(bound, &cover),
                    None if self.part.has_names() => self.take(bound),
                    None => rest.push(bound),
                }
            }
        }
        rest.extend(bounds.iter().filter(|bound| !bound.in_body));
        let most_near = self.most_near();
        for chunk in rest.chunks(CHUNK) {
            if cancelled() {
                return None;
            }
            for bound in chunk {
                if self.best.wants(most_near + bound.more, bound.date) {
                    self.take(bound);
                }
            }
        }
        Some(())
    }

    /// Tells what the postings say of articles.
    fn bounds(&self, docs: &DocSet) -> Vec<Bound> {
        let lead = self.part.all_of(lead_or_title);
        let body = self.part.all_of(|fields| fields.body.clone());
        let bound = |doc| {
            let early = if lead.has(doc) { EARLY[0] } else { EARLY[1] };
            let titled = self.titled(doc);
            let date = self.part.date(doc);
            Bound { doc, date, titled, more: early + FIT + titled, in_body: body.has(doc) }
        };
        docs.iter().map(bound).collect()
    }

    fn best_adjacent(&self, doc: usize) -> Option<Cover> {
        let find = || best_adjacent(&self.part.terms, self.tokens(doc), self.anchor);
        (!self.part.has_phrases()).then(find).flatten()
    }

    /// Gives the most points for words that are near each other, but not all side by side.
    fn most_near(&self) -> i64 {
        let terms = points(self.part.terms.len());
        NEAR + TIGHT + RUN * (terms - 2).max(0) / (terms - 1).max(1)
    }

    fn tokens(&self, doc: usize) -> &[u16] {
        let part = self.part.part;
        &part.tokens(doc)[part.body_start(doc)..]
    }

    /// Gives the articles that have all terms. One whose title answers is a hit already; it is one
    /// again if its body has all of them too.
    fn candidates(&self, titled: &DocSet) -> DocSet {
        let mut docs = self.part.all_of(Fields::anywhere);
        docs.subtract(titled);
        let mut again = self.part.all_of(|fields| fields.body.clone());
        again &= titled;
        again.subtract(&self.part.part.derived);
        docs |= &again;
        docs
    }

    /// Takes in the articles of a query of one word: the postings tell all about them.
    fn take_word(&mut self, term: &PartTerm, mut left: DocSet) {
        for (worth, fields) in term.by_worth(self.part.part) {
            let mut docs = fields.anywhere();
            docs &= &left;
            left.subtract(&docs);
            for doc in docs.iter() {
                let early = if fields.lead.has(doc) { EARLY[0] } else { 0 };
                let titled = if term.fields.title.has(doc) { TITLED as i64 } else { 0 };
                let score = ADJACENT + early + worth.points() * FIT / 2 + titled;
                let (number, date) = (self.part.number(doc), self.part.date(doc));
                self.best.add(Found { part: self.at, doc, number, date, score });
            }
        }
    }

    /// Looks at the text of an article.
    fn take(&mut self, bound: &Bound) {
        if let Some(cover) = cover(self.plan, self.part, bound.doc, &mut self.places) {
            self.add(bound, &cover);
        }
    }

    fn add(&mut self, bound: &Bound, cover: &Cover) {
        let (doc, score) = (bound.doc, self.score(cover) + bound.titled);
        let (number, date) = (self.part.number(doc), bound.date);
        self.best.add(Found { part: self.at, doc, number, date, score });
    }

    /// Gives the points for what stands in the title, too.
    fn titled(&self, doc: usize) -> i64 {
        let weights = self.part.terms.iter().zip(&self.plan.weights);
        let titled = weights.filter(|(term, _)| term.fields.title.has(doc));
        (TITLED * titled.map(|(_, weight)| weight).sum::<f64>()) as i64
    }

    fn score(&self, cover: &Cover) -> i64 {
        let terms = points(self.part.terms.len());
        let run = (points(cover.run) - 1) * RUN / (terms - 1).max(1);
        let stretch = cover.stretch();
        let tight = (terms * TIGHT / points(stretch.len().max(1))).min(TIGHT);
        let close = match cover.closeness {
            Closeness::Adjacent => ADJACENT,
            Closeness::Near => NEAR + run + tight,
            Closeness::Far => FAR + run,
        };
        let early = EARLY.iter().zip(EARLY_WORDS).find(|(_, words)| stretch.start < *words);
        close + early.map_or(0, |(points, _)| *points) + cover.fit * FIT / (2 * terms)
    }
}

/// Represents what is known of an article before its text is looked at properly.
struct Bound {
    doc: usize,
    date: Option<Date>,
    /// The points for what stands in the title.
    titled: i64,
    /// The most points that it may get beside those for closeness.
    more: i64,
    /// Whether all terms are in its body.
    in_body: bool,
}

/// Finds the best place of a text, around the rarest term that it has.
fn cover(plan: &Plan, part: &PartPlan, doc: usize, places: &mut Vec<Place>) -> Option<Cover> {
    let tokens = &part.part.tokens(doc)[part.part.body_start(doc)..];
    let there = || (0..part.terms.len()).filter(|&term| part.terms[term].fields.body.has(doc));
    let anchor = there().max_by(|&a, &b| plan.weights[a].total_cmp(&plan.weights[b]))?;
    let wanted = there().fold(0, |wanted, term| wanted | 1 << term);
    best_around(&part.terms, tokens, (wanted, anchor), places)
}

fn lead_or_title(fields: &Fields) -> DocSet {
    let mut docs = fields.title.clone();
    docs |= &fields.lead;
    docs
}

/// Finds the best place of a text without the index.
fn span_in(text: &str, terms: &[Term]) -> Span {
    let words = Words::new(text);
    let cover = best(&words.places(terms), terms.len());
    cover.map_or(Span::default(), |cover| words.span(cover.stretch().start, cover.stretch().end))
}

/// Makes the hit: the snippet at the best place, and what to highlight in it.
pub(super) fn hit(plan: &Plan, found: &Found) -> Option<PassageHit> {
    let part = plan.parts.get(found.part)?;
    let (number, article) = part.article(found.doc)?;
    let cover = cover(plan, part, found.doc, &mut Vec::new());
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
