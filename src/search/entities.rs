//! Entities found by their names.

use std::collections::HashMap;

use rayon::prelude::*;

use super::filter::Filter;
use super::fuzzy::Way;
use super::hits::EntityHit;
use super::mark::to_source;
use super::names::{Reach, Tier, compare};
use super::plan::Plan;
use super::text::Doc;
use super::{CHUNK, Cancelled, ENOUGH, Searchable};
use crate::entity::{Entity, EntityTable, Kind, entity_key};
use crate::text::{fold, fold_char};

/// Finds the entities whose names answer, best first; `None` when cancelled.
pub(super) fn search(on: &Searchable, plan: &Plan, cancelled: Cancelled) -> Option<Vec<EntityHit>> {
    let tables = on.segments.iter().filter_map(|segment| segment.entities.as_deref());
    let chunks: Vec<_> = tables.flat_map(|table| table.entities().chunks(CHUNK)).collect();
    let found: Option<Vec<_>> =
        chunks.par_iter().map(|chunk| (!cancelled()).then(|| search_chunk(plan, chunk))).collect();
    let (proper, alike): (Vec<_>, Vec<_>) = found?.into_iter().unzip();
    let mut hits = proper.concat();
    if hits.len() < ENOUGH {
        hits.extend(
            alike.concat().into_iter().filter_map(|entity| {
                score(plan, entity, Reach::Fuzzy).map(|score| (score, entity))
            }),
        );
    }
    Some(merge(hits.into_iter(), &plan.filter))
}

/// Lists the entities that are wanted, most frequent first.
pub(super) fn list(
    on: &Searchable,
    plan: &Plan,
    wanted: impl Fn(&Entity) -> bool,
) -> Vec<EntityHit> {
    let tables = on.segments.iter().filter_map(|segment| segment.entities.as_deref());
    let kept = tables
        .flat_map(EntityTable::entities)
        .filter(|entity| plan.filter.wants(entity.kind) && wanted(entity));
    merge(kept.map(|entity| (0, entity)), &plan.filter)
}

/// Finds the entities whose names have the words, with their scores, and those that may be alike.
fn search_chunk<'e>(plan: &Plan, chunk: &'e [Entity]) -> (Vec<(i64, &'e Entity)>, Vec<&'e Entity>) {
    let mut folded = String::new();
    let (mut proper, mut alike) = (Vec::new(), Vec::new());
    let wanted =
        |entity: &&Entity| plan.filter.wants(entity.kind) && plan.may_begin_in(&entity.name);
    for entity in chunk.iter().filter(wanted) {
        folded.clear();
        for c in entity.name.chars().filter_map(fold_char) {
            folded.push(c);
        }
        let score = || score(plan, entity, Reach::Proper);
        if let Some(score) = plan.may_be_in(&folded, Reach::Proper).then(score).flatten() {
            proper.push((score, entity));
        } else if plan.may_be_in(&folded, Reach::Fuzzy) {
            alike.push(entity);
        }
    }
    (proper, alike)
}

/// Scores a name: being it beats beginning it beats standing in it beats being alike.
fn score(plan: &Plan, entity: &Entity, reach: Reach) -> Option<i64> {
    let folded = fold(&entity.name);
    let doc = Doc::new(&entity.name, &folded);
    let named = compare(plan, doc, doc.whole(), reach)?;
    let begins = named.spans.first().is_some_and(|span| span.start == 0);
    let base = match named.tier {
        Tier::Words { adjacent: true } if named.is_all(doc.whole()) => 2600,
        Tier::Words { adjacent: true } if begins => 2450,
        Tier::Words { .. } | Tier::Fuzzy(Way::Joined) => 2300,
        Tier::Fuzzy(Way::Neighbours) => 1150,
        Tier::Fuzzy(Way::Scattered) => 650,
    };
    Some(base + named.quality / 20)
}

/// Makes one hit of the entities that are the same in several segments; sorts best first.
fn merge<'e>(found: impl Iterator<Item = (i64, &'e Entity)>, filter: &Filter) -> Vec<EntityHit> {
    let mut hits: HashMap<(Kind, String), EntityHit> = HashMap::new();
    for (score, entity) in found {
        let key = (entity.kind, entity_key(&entity.name));
        let hit = hits.entry(key).or_insert_with(|| EntityHit {
            kind: entity.kind,
            name: entity.name.clone(),
            score,
            matches: Vec::new(),
            articles: Vec::new(),
            mentions: 0,
        });
        hit.articles.extend(entity.articles.iter().filter(|&&number| filter.passes(number)));
        hit.mentions += entity.mentions;
    }
    let mut hits: Vec<_> = hits.into_values().filter(|hit| !hit.articles.is_empty()).collect();
    for hit in &mut hits {
        // Twice as many articles weigh as much as five hundredths of how well the name fits.
        hit.score += i64::from((hit.articles.len() + 1).ilog2()).min(12) * 8;
    }
    hits.sort_unstable_by(|a, b| {
        let order = b.score.cmp(&a.score).then(b.articles.len().cmp(&a.articles.len()));
        order.then_with(|| (a.kind, &a.name).cmp(&(b.kind, &b.name)))
    });
    hits
}

/// Finds what to highlight in a name.
pub(super) fn mark(plan: &Plan, hit: &mut EntityHit) {
    let folded = fold(&hit.name);
    let doc = Doc::new(&hit.name, &folded);
    if let Some(named) = compare(plan, doc, doc.whole(), Reach::Fuzzy) {
        hit.matches = to_source(doc, &named.spans);
    }
}
