//! The pass over all articles: it scores every one that matches, so that none is cut before it was
//! ranked; hits are made of the best only.

use std::cmp::Reverse;
use std::collections::HashSet;
use std::ops::Range;

use rayon::prelude::*;

use super::fuzzy::Reach;
use super::hits::{PassageHit, TitleHit};
use super::needle::Marks;
use super::passages::Part;
use super::plan::Plan;
use super::text::Doc;
use super::{CHUNK, Cancelled, ENOUGH, SLACK, SearchSegment, Searchable, passages, titles};
use crate::corpus::{Article, ArticleNo, Date};

/// Represents an article that matches.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    segment: usize,
    index: usize,
    number: ArticleNo,
    date: Option<Date>,
    score: i64,
    /// Whether its title answers word by word.
    proper: bool,
}

impl Found {
    fn new(segment: usize, index: usize, number: ArticleNo, date: Option<Date>) -> Self {
        Self { segment, index, number, date, score: 0, proper: false }
    }
}

/// Holds all articles that match, in load order.
#[derive(Default)]
pub(super) struct Scan {
    pub titles: Vec<Found>,
    pub passages: Vec<Found>,
}

/// Scans all articles; `None` when cancelled.
pub(super) fn scan(on: &Searchable, plan: &Plan, cancelled: Cancelled) -> Option<Scan> {
    let chunks: Vec<_> = on.segments.iter().enumerate().flat_map(chunks).collect();
    let found: Option<Vec<Scan>> = chunks
        .into_par_iter()
        .map(|(segment, range)| (!cancelled()).then(|| scan_chunk(on, plan, segment, range)))
        .collect();
    let mut all = Scan::default();
    for mut part in found? {
        all.titles.append(&mut part.titles);
        all.passages.append(&mut part.passages);
    }
    if all.titles.len() < ENOUGH {
        let known = all.titles.iter().map(|found| found.number).collect();
        all.titles.extend(fuzzy_titles(on, plan, &known, cancelled)?);
    }
    Some(all)
}

/// Finds the titles that match by letters only, other than the `known` ones.
fn fuzzy_titles(
    on: &Searchable,
    plan: &Plan,
    known: &HashSet<ArticleNo>,
    cancelled: Cancelled,
) -> Option<Vec<Found>> {
    let judge = |(segment, index)| {
        let (number, article, doc) = article(on, segment, index)?;
        if !plan.filter.passes(number) || known.contains(&number) {
            return None;
        }
        let score = titles::judge(plan, doc, article.title_origin, Reach::Fuzzy)?;
        Some(Found { score, ..Found::new(segment, index, number, article.date) })
    };
    let chunks: Vec<_> = on.segments.iter().enumerate().flat_map(chunks).collect();
    let found: Option<Vec<Vec<Found>>> = chunks
        .into_par_iter()
        .map(|(segment, range)| {
            (!cancelled()).then(|| range.filter_map(|index| judge((segment, index))).collect())
        })
        .collect();
    Some(found?.concat())
}

fn chunks((at, segment): (usize, &SearchSegment)) -> impl Iterator<Item = (usize, Range<usize>)> {
    let count = segment.segment.articles.len();
    (0..count).step_by(CHUNK).map(move |start| (at, start..(start + CHUNK).min(count)))
}

fn scan_chunk(on: &Searchable, plan: &Plan, segment: usize, range: Range<usize>) -> Scan {
    let mut scan = Scan::default();
    for index in range {
        let Some((number, article, doc)) = article(on, segment, index) else { continue };
        if plan.filter.passes(number) {
            scan.add(plan, article, doc, Found::new(segment, index, number, article.date));
        }
    }
    scan
}

impl Scan {
    fn add(&mut self, plan: &Plan, article: &Article, doc: Doc, found: Found) {
        let title = titles::judge(plan, doc, article.title_origin, Reach::Proper);
        let proper = title.is_some();
        let found = Found { proper, ..found };
        self.titles.extend(title.map(|score| Found { score, ..found }));
        if plan.wants_passages() && plan.matches(doc) {
            let part = Part::of(article.title_origin, proper);
            let score = passages::judge(plan, doc, part, Marks::Ignored);
            self.passages.extend(score.map(|score| Found { score, ..found }));
        }
    }
}

fn article(
    on: &Searchable,
    segment: usize,
    index: usize,
) -> Option<(ArticleNo, &Article, Doc<'_>)> {
    let SearchSegment { segment, text, .. } = on.segments.get(segment)?;
    let number = ArticleNo(segment.first.0 + index as u32);
    Some((number, segment.articles.get(index)?, text.doc(segment, index)?))
}

/// Gives the best passages, in order. The cheap scores choose some more than are wanted; these are
/// scored properly.
pub(super) fn top_passages(
    on: &Searchable,
    plan: &Plan,
    found: Vec<Found>,
    limit: usize,
) -> Vec<Found> {
    let some = top(found, limit.saturating_mul(2).saturating_add(SLACK));
    let judged = some.into_par_iter().filter_map(|found| {
        let (_, article, doc) = article(on, found.segment, found.index)?;
        let part = Part::of(article.title_origin, found.proper);
        Some(Found { score: passages::judge(plan, doc, part, Marks::Checked)?, ..found })
    });
    top(judged.collect(), limit)
}

/// Gives the best, in order: by score, then freshness, then load order.
pub(super) fn top(mut found: Vec<Found>, limit: usize) -> Vec<Found> {
    let key = |found: &Found| (Reverse(found.score), Reverse(found.date), found.number);
    if limit < found.len() {
        found.select_nth_unstable_by_key(limit, key);
        found.truncate(limit);
    }
    found.sort_unstable_by_key(key);
    found
}

/// Makes the hit of a title.
pub(super) fn title_hit(on: &Searchable, plan: &Plan, found: &Found) -> Option<TitleHit> {
    let (number, _, doc) = article(on, found.segment, found.index)?;
    Some(TitleHit { article: number, score: found.score, matches: titles::matches(plan, doc) })
}

/// Makes the hit of a text.
pub(super) fn passage_hit(on: &Searchable, plan: &Plan, found: &Found) -> Option<PassageHit> {
    let (number, article, doc) = article(on, found.segment, found.index)?;
    let part = Part::of(article.title_origin, found.proper);
    passages::hit(plan, doc, part, (number, found.score))
}
