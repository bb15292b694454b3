//! Articles found by their titles.

use rayon::prelude::*;

use super::best::{Best, Found, top};
use super::docs::DocSet;
use super::fuzzy::Way;
use super::hits::TitleHit;
use super::names::{Named, alike, highlights, judge, judge_places};
use super::nearby::find_places;
use super::plan::{PartPlan, Plan};
use super::{Cancelled, ENOUGH};
use crate::corpus::TitleOrigin;

/// Sets from how many words on one may be lacking.
const MIN_TERMS: usize = 3;

/// Holds the titles that answer.
pub(super) struct Titles {
    /// The best, in order.
    pub best: Vec<Found>,
    /// How many there are in all.
    pub total: usize,
    /// Which answer by their words, for each part.
    pub titled: Vec<DocSet>,
}

/// Finds the articles whose titles answer, the best `limit` of them in order, and counts them all;
/// `None` when cancelled. Titles that answer by letters only come in when few others do.
pub(super) fn search(plan: &Plan, limit: usize, cancelled: Cancelled) -> Option<Titles> {
    let best = Best::new(limit);
    let parts: Vec<_> = plan.parts.iter().enumerate().collect();
    let titled: Option<Vec<_>> = parts
        .into_par_iter()
        .map(|part| (!cancelled()).then(|| search_part(part, &best)))
        .collect();
    let (titled, mut best) = (titled?, best.into_vec());
    let mut total: usize = titled.iter().map(DocSet::count).sum();
    if total < ENOUGH {
        let more = search_alike(plan, &titled, cancelled)?;
        total += more.len();
        best.extend(more);
    }
    Some(Titles { best: top(best, limit), total, titled })
}

fn search_part((at, part): (usize, &PartPlan), best: &Best) -> DocSet {
    let mut titled = part.all_of(|fields| fields.title.clone());
    let mut places = Vec::new();
    for doc in titled.clone().iter() {
        let title = part.part.title_tokens(doc);
        let Some(named) = judge(&part.terms, title, &mut places) else {
            titled.remove(doc);
            continue;
        };
        let score = score(&named, part.part.derived.has(doc));
        let (number, date) = (part.number(doc), part.date(doc));
        best.add(Found { part: at, doc, number, date, score });
    }
    titled
}

/// Finds the articles whose titles have all words but one, which may be wrong though it is a word:
/// the best `limit` of them in order, and how many there are.
pub(super) fn all_but_one(plan: &Plan, limit: usize) -> (Vec<Found>, usize) {
    if plan.terms.len() < MIN_TERMS {
        return (Vec::new(), 0);
    }
    let parts: Vec<_> = plan.parts.iter().enumerate().collect();
    let found = parts.into_par_iter().flat_map_iter(|part| all_but_one_in(plan, part));
    let found: Vec<_> = found.collect();
    let total = found.len();
    (top(found, limit), total)
}

fn all_but_one_in(plan: &Plan, (at, part): (usize, &PartPlan)) -> Vec<Found> {
    let mut places = Vec::new();
    let judge = |doc| {
        let title = part.part.title_tokens(doc);
        find_places(&part.terms, title, &mut places);
        let named = judge_places(&places, part.terms.len(), title.len())?;
        let lacks = |term: &usize| !places.iter().any(|place| place.term == *term);
        let lacking: f64 = (0..part.terms.len()).filter(lacks).map(|term| plan.weights[term]).sum();
        let score = 600 + (named.quality as f64 * 0.7 * (1.0 - lacking)) as i64;
        let (number, date) = (part.number(doc), part.date(doc));
        Some(Found { part: at, doc, number, date, score })
    };
    part.all_but_one().iter().filter_map(judge).collect()
}

/// Scores a title; one that is only the beginning of the text says less of what it is about.
fn score(named: &Named, derived: bool) -> i64 {
    let base = if named.adjacent { 2800 } else { 2300 };
    base + named.quality * 7 / 10 - if derived { 500 } else { 0 }
}

/// Finds the titles that match by letters only.
fn search_alike(plan: &Plan, titled: &[DocSet], cancelled: Cancelled) -> Option<Vec<Found>> {
    let parts: Vec<_> = plan.parts.iter().enumerate().collect();
    let found: Option<Vec<Vec<Found>>> = parts
        .into_par_iter()
        .map(|(at, part)| {
            if cancelled() {
                return None;
            }
            let mut docs = part.alike(plan);
            docs.subtract(&titled[at]);
            Some(docs.iter().filter_map(|doc| judge_alike(plan, (at, part), doc)).collect())
        })
        .collect();
    Some(found?.concat())
}

fn judge_alike(plan: &Plan, (at, part): (usize, &PartPlan), doc: usize) -> Option<Found> {
    let (number, article) = part.article(doc)?;
    let found = alike(plan, article.title())?;
    let (given, derived) = match found.way {
        Way::Joined => (2800 + found.quality * 3 / 10, 500),
        Way::Neighbours => (1100 + found.quality / 2, 200),
        Way::Scattered => (700 + found.quality / 2, 100),
    };
    let given_title = article.title_origin == TitleOrigin::Given;
    let score = if given_title { given } else { given - derived };
    Some(Found { part: at, doc, number, date: article.date, score })
}

/// Makes the hit of a title.
pub(super) fn hit(plan: &Plan, found: &Found) -> Option<TitleHit> {
    let (number, article) = plan.parts.get(found.part)?.article(found.doc)?;
    let mut matches = highlights(plan, article.title());
    for span in &mut matches {
        span.start += article.title.start;
        span.end += article.title.start;
    }
    Some(TitleHit { article: number, score: found.score, matches })
}
