//! Which articles a query looks at: dates, words that must be missing, entities that must be there.

use rayon::prelude::*;

use super::Searchable;
use super::needle::Needle;
use super::query::{Query, Term};
use super::text::Doc;
use crate::corpus::{Article, ArticleNo};
use crate::entity::{Entity, EntityTable, Kind};
use crate::text::fold;

/// Holds which articles and which entities a query looks at.
pub(super) struct Filter {
    /// For each article number whether it passes; nothing when all do.
    passing: Option<Vec<bool>>,
    kinds: Vec<Kind>,
}

impl Filter {
    pub fn new(on: &Searchable, query: &Query) -> Self {
        let all = query.without.is_empty() && query.about.is_empty() && query.dates.is_empty();
        let passing = (!all).then(|| passing(on, query));
        Self { passing, kinds: query.kinds.clone() }
    }

    /// Tells whether all articles pass.
    pub const fn is_open(&self) -> bool {
        self.passing.is_none()
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
}

fn passing(on: &Searchable, query: &Query) -> Vec<bool> {
    let without: Vec<_> = query.without.iter().map(Needle::new).collect();
    let mut passing = vec![false; on.len()];
    for segment in &on.segments {
        let Some(slots) = passing.get_mut(segment.segment.first.index()..) else { continue };
        slots.par_iter_mut().zip(&segment.segment.articles).enumerate().for_each(
            |(index, (slot, article))| {
                let doc = segment.text.doc(&segment.segment, index);
                let has = |doc: Doc| without.iter().any(|w| w.find(doc, doc.whole()).is_some());
                *slot = in_time(query, article) && !doc.is_some_and(has);
            },
        );
    }
    for term in &query.about {
        let speaking = speaking_of(on, term, &query.kinds);
        passing.iter_mut().zip(speaking).for_each(|(slot, speaks)| *slot &= speaks);
    }
    passing
}

fn in_time(query: &Query, article: &Article) -> bool {
    let within = |date| query.dates.iter().any(|range| range.contains(date));
    query.dates.is_empty() || article.date.is_some_and(within)
}

/// Finds the articles that speak of an entity whose name has the term.
fn speaking_of(on: &Searchable, term: &Term, kinds: &[Kind]) -> Vec<bool> {
    let needle = Needle::new(term);
    let mut found = vec![false; on.len()];
    let tables = on.segments.iter().filter_map(|segment| segment.entities.as_deref());
    for entity in tables.flat_map(EntityTable::entities) {
        if (kinds.is_empty() || kinds.contains(&entity.kind)) && is_named(entity, &needle) {
            for article in &entity.articles {
                if let Some(slot) = found.get_mut(article.index()) {
                    *slot = true;
                }
            }
        }
    }
    found
}

/// Tells whether the name of an entity has the term.
pub(super) fn is_named(entity: &Entity, needle: &Needle) -> bool {
    let folded = fold(&entity.name);
    let doc = Doc::new(&entity.name, &folded);
    needle.find(doc, doc.whole()).is_some()
}
