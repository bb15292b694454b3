//! The search layer: what was typed is parsed, and answered from folded text in three groups:
//! titles, entities, passages.
//!
//! A mark that is typed must be there; a mark that is left out is free. Titles and names are also
//! matched fuzzily; texts never are. All of it is pure: it is given what to search in, and works on
//! the threads of `rayon` until it is done or cancelled.

mod cover;
mod entities;
mod filter;
mod fuzzy;
mod hits;
mod listing;
mod mark;
mod merge;
mod names;
mod needle;
mod passages;
mod plan;
mod query;
mod scan;
mod snippet;
mod text;
mod titles;

use std::sync::Arc;

use rayon::prelude::*;

use crate::corpus::{Corpus, Segment};
use crate::entity::{EntityTable, Tagger};

pub use hits::{EntityHit, Hit, Limits, PassageHit, Results, TitleHit, Totals, ranked};
pub use mark::find_in;
pub use query::{DateRange, Query};
pub use text::SegmentText;

/// Asks whether the answer is no longer wanted.
type Cancelled<'c> = &'c (dyn Fn() -> bool + Sync);

/// Sets how many articles or names are searched between two questions whether to go on.
const CHUNK: usize = 128;

/// Sets how many titles or names that match by whole words make fuzzy ones needless.
const ENOUGH: usize = 20;

/// Sets how many more hits than are wanted are scored properly, after a cheap look at all.
const SLACK: usize = 150;

/// Gives a count as a part of a score.
const fn points(count: usize) -> i64 {
    count.cast_signed() as i64
}

/// Holds what is searched; cloning it copies no text.
#[derive(Debug, Clone, Default)]
pub struct Searchable {
    /// The segments in load order.
    pub segments: Vec<SearchSegment>,
}

impl Searchable {
    /// Makes a whole corpus searchable, with its entities, on all processors.
    pub fn new(corpus: &Corpus, tagger: &Tagger) -> Self {
        let prepare = |segment: &Arc<Segment>| SearchSegment {
            segment: Arc::clone(segment),
            text: Arc::new(SegmentText::build(segment)),
            entities: Some(Arc::new(EntityTable::build(segment, tagger))),
        };
        Self { segments: corpus.segments().par_iter().map(prepare).collect() }
    }
}

/// Represents a segment with what makes it searchable.
#[derive(Debug, Clone)]
pub struct SearchSegment {
    /// The articles.
    pub segment: Arc<Segment>,
    /// Their folded text, built from this very segment.
    pub text: Arc<SegmentText>,
    /// What they speak of, when that is known already.
    pub entities: Option<Arc<EntityTable>>,
}

impl Searchable {
    /// Gives the number of articles up to the last one.
    fn len(&self) -> usize {
        self.segments.last().map_or(0, |last| last.segment.end().index())
    }

    /// Gives the text of each article.
    fn docs(&self) -> impl Iterator<Item = text::Doc<'_>> {
        self.segments.iter().flat_map(|segment| {
            let count = segment.segment.articles.len();
            (0..count).filter_map(|index| segment.text.doc(&segment.segment, index))
        })
    }
}

/// Searches for a query; gives `None` when `cancelled` came true on the way.
///
/// A query with filters only lists the articles that pass, freshest first, as title hits. A query
/// of one letter finds titles and entities only.
pub fn search(
    on: &Searchable,
    query: &Query,
    limits: Limits,
    cancelled: &(dyn Fn() -> bool + Sync),
) -> Option<Results> {
    let plan = plan::Plan::new(on, query);
    if !query.has_terms() {
        return Some(listing::list(on, query, &plan, limits));
    }
    // Who asks for a kind asks for entities.
    let scan = match query.kinds.as_slice() {
        [] => scan::scan(on, &plan, cancelled)?,
        _ => scan::Scan::default(),
    };
    let entities = entities::search(on, &plan, limits.entities, cancelled)?;
    let totals = Totals {
        titles: scan.titles.len(),
        entities: entities.total,
        passages: scan.passages.len(),
    };
    let titles = scan::top(scan.titles, limits.titles);
    let passages = scan::top_passages(on, &plan, scan.passages, limits.passages);
    Some(Results {
        titles: titles.iter().filter_map(|found| scan::title_hit(on, &plan, found)).collect(),
        entities: entities.hits,
        passages: passages.iter().filter_map(|found| scan::passage_hit(on, &plan, found)).collect(),
        totals,
    })
}

#[cfg(test)]
mod tests;
