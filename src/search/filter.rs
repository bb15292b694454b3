//! Which articles a query looks at: dates, words that must be missing, entities that must be there.

use super::docs::DocSet;
use super::index::Part;
use super::query::{Query, Term};
use super::terms::having;
use super::{SearchSegment, Searchable};
use crate::corpus::ArticleNo;
use crate::entity::Kind;

/// Holds which articles and which entities a query looks at.
pub(super) struct Filter {
    /// For each article number whether it passes; nothing when all do.
    passing: Option<Vec<bool>>,
    /// Whether the query says which articles pass.
    asks: bool,
    kinds: Vec<Kind>,
}

impl Filter {
    pub fn new(on: &Searchable, query: &Query) -> Self {
        let asks = !(query.without.is_empty()
            && query.about.is_empty()
            && query.dates.is_empty()
            && query.within.is_empty());
        let passing = (asks || !on.withdrawn.is_empty()).then(|| passing(on, query));
        Self { passing, asks, kinds: query.kinds.clone() }
    }

    /// Tells whether the query says which articles pass.
    pub const fn asks(&self) -> bool {
        self.asks
    }

    /// Tells whether all articles pass.
    pub const fn is_open(&self) -> bool {
        self.passing.is_none()
    }

    /// Tells whether entities of all kinds are wanted.
    pub const fn wants_all_kinds(&self) -> bool {
        self.kinds.is_empty()
    }

    /// Tells whether entities of this kind are wanted.
    pub fn wants(&self, kind: Kind) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }

    /// Counts the articles that are looked at.
    pub fn count(&self, articles: &[ArticleNo]) -> usize {
        if self.is_open() {
            return articles.len();
        }
        articles.iter().filter(|&&number| self.passes(number)).count()
    }

    /// Tells whether an article is looked at.
    pub fn passes(&self, number: ArticleNo) -> bool {
        self.passing.as_ref().is_none_or(|all| all.get(number.index()).is_some_and(|&here| here))
    }

    /// Gives the articles of a part that are looked at; nothing when all are.
    pub fn within(&self, segment: &SearchSegment, part: &Part) -> Option<DocSet> {
        let start = segment.segment.first.index() + part.first;
        let here = self.passing.as_ref()?.get(start..start + part.len())?;
        let mut docs = DocSet::new(part.len());
        here.iter().enumerate().for_each(|(doc, &passes)| docs.add(doc, u64::from(passes)));
        Some(docs)
    }
}

fn passing(on: &Searchable, query: &Query) -> Vec<bool> {
    let mut passing = vec![false; on.len()];
    let within = on.passing(&query.within);
    for (segment, part) in on.parts() {
        let without: Vec<_> = query.without.iter().map(|term| having(part, term)).collect();
        let first = segment.segment.first.index() + part.first;
        for doc in 0..part.len() {
            let in_time = query.dates.is_empty()
                || part.date(doc).is_some_and(|date| query.dates.iter().any(|r| r.contains(date)));
            passing[first + doc] =
                in_time && within[first + doc] && !without.iter().any(|docs| docs.has(doc));
        }
    }
    for term in &query.about {
        let speaking = speaking_of(on, term, &query.kinds);
        passing.iter_mut().zip(speaking).for_each(|(slot, speaks)| *slot &= speaks);
    }
    passing
}

/// Marks articles by their numbers.
fn mark(articles: &[ArticleNo], marked: &mut [bool]) {
    for article in articles {
        if let Some(slot) = marked.get_mut(article.index()) {
            *slot = true;
        }
    }
}

/// Finds the articles that speak of an entity whose name has the term.
fn speaking_of(on: &Searchable, term: &Term, kinds: &[Kind]) -> Vec<bool> {
    let mut found = vec![false; on.len()];
    for (_, table, part) in on.names() {
        let entities = having(part, term);
        let entities = entities.iter().filter_map(|at| table.named(part.first + at));
        let wanted = entities.filter(|entity| kinds.is_empty() || kinds.contains(&entity.kind()));
        for entity in wanted {
            if on.corrections.is_empty() {
                mark(entity.articles(), &mut found);
            } else {
                mark(&on.articles_of(entity.id()), &mut found);
            }
        }
    }
    found
}
