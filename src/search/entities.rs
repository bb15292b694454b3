//! Entities found by their names.

use std::collections::HashSet;

use rayon::prelude::*;

use super::docs::DocSet;
use super::fuzzy::Way;
use super::merge::{Merged, Scored, merge};
use super::names::{Named, alike, highlights, judge};
use super::plan::{NamesPlan, Plan};
use super::query::Term;
use super::terms::having;
use super::{Cancelled, ENOUGH, Searchable};

/// Finds the entities whose names answer, the best `limit` of them; `None` when cancelled.
pub(super) fn search(
    on: &Searchable,
    plan: &Plan,
    limit: usize,
    cancelled: Cancelled,
) -> Option<Merged> {
    let parts: Vec<_> = on.names().collect();
    let parts: Vec<_> =
        parts.into_par_iter().map(|(table, part)| NamesPlan::new(plan, table, part)).collect();
    let found: Option<Vec<_>> =
        parts.par_iter().map(|part| (!cancelled()).then(|| search_part(plan, part))).collect();
    let (found, known): (Vec<_>, Vec<_>) = found?.into_iter().unzip();
    let mut hits = found.concat();
    if are_few(&hits) {
        for (part, known) in parts.iter().zip(&known) {
            if cancelled() {
                return None;
            }
            hits.extend(search_alike(plan, part, known));
        }
    }
    let mut merged = merge(&hits, &plan.filter, limit);
    for hit in &mut merged.hits {
        hit.matches = highlights(plan, &hit.name);
    }
    Some(merged)
}

/// Tells whether there are few entities, each counted once however many segments it is in.
fn are_few(hits: &[Scored]) -> bool {
    let mut seen = HashSet::new();
    !hits.iter().any(|(_, entity)| seen.insert(entity.id()) && seen.len() == ENOUGH)
}

/// Lists the entities of the wanted kinds whose names have one of the terms, or all when there are
/// no terms; the `limit` most frequent ones.
pub(super) fn list(on: &Searchable, plan: &Plan, about: &[Term], limit: usize) -> Merged {
    let mut kept = Vec::new();
    for (table, part) in on.names() {
        let mut docs = DocSet::new(part.len());
        for term in about {
            docs |= &having(part, term);
        }
        let wanted = if about.is_empty() { DocSet::all(part.len()) } else { docs };
        let entities = wanted.iter().filter_map(|doc| table.named(part.first + doc));
        let entities = entities.filter(|entity| plan.filter.wants(entity.kind()));
        kept.extend(entities.map(|entity| (0, entity)));
    }
    merge(&kept, &plan.filter, limit)
}

/// Finds the entities whose names have the words, with their scores.
fn search_part<'e>(plan: &Plan, part: &NamesPlan<'e>) -> (Vec<Scored<'e>>, DocSet) {
    let mut docs = part.all();
    let (mut hits, mut places) = (Vec::new(), Vec::new());
    for doc in docs.clone().iter() {
        let named = judge(&part.terms, part.part.tokens(doc), &mut places);
        let entity = part.entity(doc).filter(|entity| plan.filter.wants(entity.kind()));
        match (named, entity) {
            (Some(named), Some(entity)) => hits.push((score(&named), entity)),
            _ => docs.remove(doc),
        }
    }
    (hits, docs)
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

/// Finds the entities whose names match by letters only.
fn search_alike<'e>(plan: &Plan, part: &NamesPlan<'e>, known: &DocSet) -> Vec<Scored<'e>> {
    let mut docs = part.alike(plan);
    docs.subtract(known);
    let judge = |doc| {
        let entity = part.entity(doc).filter(|entity| plan.filter.wants(entity.kind()))?;
        let found = alike(plan, part.name(doc))?;
        let base = match found.way {
            Way::Joined => 2300,
            Way::Neighbours => 1150,
            Way::Scattered => 650,
        };
        Some((base + found.quality / 20, entity))
    };
    docs.iter().filter_map(judge).collect()
}
