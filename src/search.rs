//! The search layer: what was typed is parsed, and answered from folded text in three groups:
//! titles, entities, passages.
//!
//! A mark that is typed must be there; a mark that is left out is free. Titles and names are also
//! matched fuzzily; texts never are. All of it is pure: it is given what to search in, and works on
//! the threads of `rayon` until it is done or cancelled.

mod abbreviations;
mod answering;
mod best;
mod by_kind;
mod candidates;
mod cover;
mod docs;
mod entities;
mod expand;
mod fallback;
mod filter;
mod forms;
mod fuzzy;
mod hits;
mod index;
mod joiner;
mod known;
mod listing;
mod mark;
mod names;
mod nearby;
mod passages;
mod place;
mod plan;
mod query;
mod snippet;
mod speaking;
mod terms;
mod titles;
mod words;

use std::sync::Arc;

use rayon::prelude::*;

use crate::corpus::{ArticleNo, Corpus, Segment, Withdrawn};
use crate::entity::{Corrections, EntityTable, Tagger};
use index::Part;

pub use abbreviations::Abbreviations;
pub use answering::answering;
pub use by_kind::{EntityGroup, entities_by_kind};
pub use fuzzy::{Picked, pick};
pub use hits::{EntityHit, Hit, Limits, Note, PassageHit, Results, TitleHit, Totals, ranked};
pub use index::Index;
pub use joiner::Joiner;
pub use known::{EntityIndex, Gatherer};
pub use mark::find_in;
pub use query::{DateRange, Query};

/// Asks whether the answer is no longer wanted.
type Cancelled<'c> = &'c (dyn Fn() -> bool + Sync);

/// Sets how many titles or names that match by whole words make fuzzy ones needless.
const ENOUGH: usize = 20;

/// Gives a count as a part of a score.
const fn points(count: usize) -> i64 {
    count.cast_signed() as i64
}

/// Holds what is searched; cloning it copies no text.
#[derive(Debug, Clone, Default)]
pub struct Searchable {
    /// The segments in load order.
    pub segments: Vec<SearchSegment>,
    /// What their articles speak of, as far as that is known, in load order.
    pub entities: Vec<Arc<EntityIndex>>,
    /// What the user says against that.
    pub corrections: Arc<Corrections>,
    /// The articles that are found no more.
    pub withdrawn: Arc<Withdrawn>,
    /// What abbreviations stand for.
    pub abbreviations: Arc<Abbreviations>,
}

impl Searchable {
    /// Makes a whole corpus searchable, with its entities, on all processors.
    pub fn new(corpus: &Corpus, tagger: &Tagger) -> Self {
        let tables = corpus.segments().par_iter().map(|part| EntityTable::build(part, tagger));
        let table = tables.reduce_with(|table, next| table.merge(&next));
        let entities = table.map(|table| Arc::new(EntityIndex::new(table)));
        Self { entities: entities.into_iter().collect(), ..Self::of_articles(corpus) }
    }

    /// Makes the articles of a corpus searchable, without their entities.
    pub fn of_articles(corpus: &Corpus) -> Self {
        let prepare = |segment: &Arc<Segment>| SearchSegment {
            segment: Arc::clone(segment),
            index: Arc::new(Index::of_articles(segment)),
        };
        let segments = corpus.segments().par_iter().map(prepare).collect();
        Self { segments, ..Self::default() }
    }

    /// Takes in the entities of some articles, in the stead of what is known of them already.
    pub fn add_entities(&mut self, entities: Arc<EntityIndex>) {
        let new = entities.articles();
        self.entities.retain(|known| !new.contains(&known.articles().start));
        let at = self.entities.partition_point(|known| known.articles().start < new.start);
        self.entities.insert(at, entities);
    }

    /// Tells whether the entities of an article are known.
    pub fn knows(&self, article: ArticleNo) -> bool {
        self.entities.iter().any(|known| known.articles().contains(&article))
    }

    /// Counts the articles whose entities are known.
    pub fn tagged(&self) -> usize {
        let articles = self.entities.iter().map(|known| known.articles());
        articles.map(|articles| articles.end.index() - articles.start.index()).sum()
    }

    /// Gives the number of articles up to the last one.
    fn len(&self) -> usize {
        self.segments.last().map_or(0, |last| last.segment.end().index())
    }

    /// Gives the parts of the index of articles.
    fn parts(&self) -> impl Iterator<Item = (&SearchSegment, &Part)> {
        self.segments
            .iter()
            .flat_map(|segment| segment.index.parts().iter().map(move |part| (segment, part)))
    }

    /// Gives the parts of the index of names, with the place of their table.
    fn names(&self) -> impl Iterator<Item = NamesPart<'_>> {
        self.entities.iter().enumerate().flat_map(|(at, known)| {
            known.names().parts().iter().map(move |part| (at, known.table(), part))
        })
    }
}

/// Represents a segment with what makes it searchable.
#[derive(Debug, Clone)]
pub struct SearchSegment {
    /// The articles.
    pub segment: Arc<Segment>,
    /// What finds in them, built from this very segment.
    pub index: Arc<Index>,
}

/// Points to a part of the index of names: the place of its table, the table, the part.
type NamesPart<'s> = (usize, &'s EntityTable, &'s Part);

/// Searches for a query; gives `None` when `cancelled` came true on the way.
///
/// A query with filters only lists the articles that pass, freshest first, as title hits. A query
/// of one letter finds titles and entities only. When nothing is found, the query is read as typed
/// without an input method, and then asked with fewer words; the notes say so.
pub fn search(
    on: &Searchable,
    query: &Query,
    limits: Limits,
    cancelled: &(dyn Fn() -> bool + Sync),
) -> Option<Results> {
    let answer = |query: &Query| answer(on, query, limits, cancelled);
    // All on the threads that share the work: to hand them each step from outside takes longer than
    // most steps.
    let answered = rayon::scope(|_| fallback::answered(query, answer, Results::is_empty));
    let (mut results, note) = answered?;
    results.notes.splice(..0, note);
    Some(results)
}

fn answer(on: &Searchable, query: &Query, limits: Limits, cancelled: Cancelled) -> Option<Results> {
    let plan = plan::Plan::new(on, query);
    if !query.has_terms() {
        let results = listing::list(on, (query, &plan), limits, cancelled)?;
        return Some(Results { query: query.clone(), ..results });
    }
    let entities = entities::search(on, (&plan, &[]), limits.entities, cancelled)?;
    let mut results =
        Results { entities: entities.hits, notes: plan.notes(), ..Results::default() };
    results.totals.entities = entities.total;
    // Who asks for a kind asks for entities.
    if query.kinds.is_empty() {
        let mut found = titles::search(&plan, limits.titles, cancelled)?;
        if plan.wants_passages() {
            let (best, total) = passages::search(&plan, &found.titled, limits.passages, cancelled)?;
            results.totals.passages = total;
            results.passages =
                best.par_iter().filter_map(|found| passages::hit(&plan, found)).collect();
        }
        let near = results.passages.first().is_some_and(|hit| hit.score >= passages::NEAR);
        if found.total == 0 && !near {
            (found.best, found.total) = titles::all_but_one(&plan, limits.titles);
            results.notes.extend((found.total > 0).then_some(Note::AllButOne));
        }
        results.totals.titles = found.total;
        results.titles =
            found.best.par_iter().filter_map(|found| titles::hit(&plan, found)).collect();
    }
    results.query = Query { terms: plan.terms, ..query.clone() };
    Some(results)
}

#[cfg(test)]
mod tests;
