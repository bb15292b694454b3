//! Entities found by their names.
//!
//! The names of a table stand in the order of how many articles speak of their entities, so the
//! best are found first, and the search ends where no better one can come.

use std::collections::HashSet;

use rayon::prelude::*;

use super::candidates::{BEST_NAME, Candidate, Needed, hits};
use super::docs::DocSet;
use super::fuzzy::Way;
use super::hits::EntityHit;
use super::names::{Named, alike, judge};
use super::plan::{NamesPlan, Plan};
use super::query::Term;
use super::terms::retain_phrases;
use super::{Cancelled, ENOUGH, Searchable};
use crate::entity::{Entity, EntityId};

/// Holds the best hits, in order, and how many there are in all.
pub(super) struct Found {
    pub hits: Vec<EntityHit>,
    pub total: usize,
}

/// Finds the entities whose names answer, the best `limit` of them; `None` when cancelled.
///
/// Without terms in the query, all do. If there are terms in `about`, a name must have one of them.
pub(super) fn search(
    on: &Searchable,
    (plan, about): (&Plan, &[Term]),
    limit: usize,
    cancelled: Cancelled,
) -> Option<Found> {
    let parts: Vec<_> = on.names().collect();
    let parts: Vec<_> = parts.into_par_iter().map(|part| NamesPlan::new(plan, part)).collect();
    let docs = |part| (!cancelled()).then(|| answering(plan, about, part));
    let mut docs: Vec<DocSet> = parts.par_iter().map(docs).collect::<Option<_>>()?;
    let tables = on.entities.len() * on.corrections.largest_group();
    let needed = Needed::new(limit, tables, parts.len());
    let best = |(part, docs)| (!cancelled()).then(|| best_of(plan, part, docs, &needed));
    let found: Option<Vec<_>> = parts.par_iter().zip(&docs).map(best).collect();
    let mut found = found?.concat();
    let mut total = count(on, &parts, &docs);
    if total < ENOUGH && !plan.terms.is_empty() {
        for (part, docs) in parts.iter().zip(&mut docs) {
            if cancelled() {
                return None;
            }
            found.extend(search_alike(plan, part, docs));
        }
        total = count(on, &parts, &docs);
    }
    Some(Found { hits: hits(found, (on, plan), (limit, &needed)), total })
}

/// Finds the names that have all terms and whose entities are looked at.
fn answering(plan: &Plan, about: &[Term], part: &NamesPlan) -> DocSet {
    let mut docs = part.all();
    if !about.is_empty() {
        docs &= &part.having(about);
    }
    retain_phrases(&mut docs, part.part, &part.terms);
    if !plan.filter.is_open() || !plan.filter.wants_all_kinds() {
        docs.retain(|doc| is_looked_at(plan, part, doc));
    }
    docs
}

/// Tells whether a name is one of an entity of a wanted kind, in an article that passes.
fn is_looked_at(plan: &Plan, part: &NamesPlan, doc: usize) -> bool {
    let filter = &plan.filter;
    part.entity(doc).is_some_and(|entity| {
        let mut articles = entity.articles().iter();
        filter.wants(entity.kind())
            && (filter.is_open() || articles.any(|&number| filter.passes(number)))
    })
}

/// Counts the entities of names, each once however many names and tables it has.
fn count(on: &Searchable, parts: &[NamesPlan], docs: &[DocSet]) -> usize {
    let tables: Vec<_> = on.entities.iter().map(|known| known.table()).collect();
    let mut found: Vec<_> = tables.iter().map(|table| DocSet::new(table.len())).collect();
    for (part, docs) in parts.iter().zip(docs) {
        let entities = docs.iter().filter_map(|doc| part.entity(doc));
        entities.for_each(|entity| found[part.table].add(entity.place(), 1));
    }
    let is_new = |table: usize, place: usize| {
        let id = tables[table].entity(place).id();
        let known = |before: usize| tables[before].find(id).map(Entity::place);
        !(0..table).any(|before| known(before).is_some_and(|place| found[before].has(place)))
    };
    let count = |(table, places): (usize, &DocSet)| match table {
        0 => places.count(),
        _ => places.iter().filter(|&place| is_new(table, place)).count(),
    };
    let total: usize = found.iter().enumerate().map(count).sum();
    // What counts for another, or for nothing, counts no more.
    let is_found = |id: EntityId| {
        let places = tables.iter().zip(&found).map(|(table, found)| (table.find(id), found));
        places.into_iter().any(|(entity, found)| entity.is_some_and(|it| found.has(it.place())))
    };
    let changed: HashSet<_> = on.corrections.changed().filter(|&id| is_found(id)).collect();
    let held = changed.iter().filter(|&&id| !on.corrections.is_rejected(id));
    let targets: HashSet<_> = held.map(|&id| on.corrections.canonical(id)).collect();
    total - changed.len() + targets.into_iter().filter(|&id| !is_found(id)).count()
}

/// Finds the best entities of a part, each by the name that answers best.
fn best_of<'e>(
    plan: &Plan,
    part: &NamesPlan<'e>,
    docs: &DocSet,
    needed: &Needed,
) -> Vec<Candidate<'e>> {
    let mut best = needed.keep();
    let mut places = Vec::new();
    for doc in docs.iter() {
        let Some(entity) = part.entity(doc) else { continue };
        if !needed.wants(BEST_NAME, entity.articles().len()) {
            break;
        }
        let score = match judge(&part.terms, part.part.tokens(doc), &mut places) {
            Some(named) => score(&named),
            None if part.terms.is_empty() => 0,
            None => continue,
        };
        let articles = plan.filter.count(entity.articles());
        best.add(Candidate { entity, articles, score, name: part.number(doc) });
    }
    best.into_vec()
}

/// Scores a name: being it beats beginning it beats standing in it beats being alike.
fn score(named: &Named) -> i64 {
    let base = match named {
        Named { all: true, .. } => 3200,
        Named { adjacent: true, begins: true, .. } => 2450,
        _ => 2300,
    };
    base + named.quality / 20
}

/// Finds the entities whose names match by letters only, and adds the names to those that are
/// known.
fn search_alike<'e>(plan: &Plan, part: &NamesPlan<'e>, known: &mut DocSet) -> Vec<Candidate<'e>> {
    let mut docs = part.alike(plan);
    docs.subtract(known);
    let mut candidates = Vec::new();
    for doc in docs.iter().filter(|&doc| is_looked_at(plan, part, doc)) {
        if let (Some(entity), Some(found)) = (part.entity(doc), alike(plan, part.name(doc))) {
            let base = match found.way {
                Way::Joined => 2300,
                Way::Neighbours => 1150,
                Way::Scattered => 650,
            };
            let (score, name) = (base + found.quality / 20, part.number(doc));
            let articles = plan.filter.count(entity.articles());
            candidates.push(Candidate { entity, articles, score, name });
            known.add(doc, 1);
        }
    }
    candidates
}
