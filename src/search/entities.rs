//! Entities found by their names.

use std::cmp::Reverse;
use std::collections::HashSet;

use rayon::prelude::*;

use super::fuzzy::{Reach, Way};
use super::hits::EntityHit;
use super::mark::to_source;
use super::merge::{Merged, Scored, merge};
use super::names::{Tier, compare, compare_marks};
use super::needle::Marks;
use super::plan::Plan;
use super::text::Doc;
use super::{CHUNK, Cancelled, ENOUGH, SLACK, Searchable};
use crate::entity::{Entity, EntityTable};
use crate::text::{Folded, fold};

/// Finds the entities whose names answer, the best `limit` of them; `None` when cancelled.
pub(super) fn search(
    on: &Searchable,
    plan: &Plan,
    limit: usize,
    cancelled: Cancelled,
) -> Option<Merged> {
    let tables = on.segments.iter().filter_map(|segment| segment.entities.as_deref());
    let chunks = tables.flat_map(|table| {
        table.entities().chunks(CHUNK).map(|chunk| (chunk, table.folded_names()))
    });
    let chunks: Vec<_> = chunks.collect();
    let found: Option<Vec<_>> =
        chunks.par_iter().map(|chunk| (!cancelled()).then(|| search_chunk(plan, *chunk))).collect();
    let (proper, alike): (Vec<_>, Vec<_>) = found?.into_iter().unzip();
    let mut hits = proper.concat();
    if distinct(&hits) < ENOUGH {
        hits.extend(alike.concat().into_iter().filter_map(|entity| {
            let score = score(plan, &entity.name, (Reach::Fuzzy, Marks::Ignored));
            score.map(|score| (score, entity))
        }));
    }
    let mut merged = merge(&hits, &plan.filter, limit.saturating_mul(2).saturating_add(SLACK));
    for hit in &mut merged.hits {
        mark(plan, hit);
    }
    // The sort is stable: the more frequent stay first at a tie.
    merged.hits.sort_by_key(|hit| Reverse(hit.score));
    merged.hits.truncate(limit);
    Some(merged)
}

/// Counts the entities, each once however many segments it is in.
fn distinct(hits: &[Scored]) -> usize {
    hits.iter().map(|(_, entity)| (entity.kind, &entity.key)).collect::<HashSet<_>>().len()
}

/// Lists the entities that are wanted, the `limit` most frequent ones.
pub(super) fn list(
    on: &Searchable,
    plan: &Plan,
    limit: usize,
    wanted: impl Fn(&Entity) -> bool,
) -> Merged {
    let tables = on.segments.iter().filter_map(|segment| segment.entities.as_deref());
    let kept = tables
        .flat_map(EntityTable::entities)
        .filter(|entity| plan.filter.wants(entity.kind) && wanted(entity));
    let kept: Vec<_> = kept.map(|entity| (0, entity)).collect();
    merge(&kept, &plan.filter, limit)
}

/// Finds the entities whose names have the words, with their scores, and those that may be alike.
fn search_chunk<'e>(
    plan: &Plan,
    (chunk, names): (&'e [Entity], &str),
) -> (Vec<(i64, &'e Entity)>, Vec<&'e Entity>) {
    let (mut proper, mut alike) = (Vec::new(), Vec::new());
    let wanted =
        |entity: &&Entity| plan.may_begin(entity.initials) && plan.filter.wants(entity.kind);
    for entity in chunk.iter().filter(wanted) {
        let folded = entity.folded.of(names);
        let look = plan.may_be_in(folded, Reach::Proper).then(|| look(plan, entity, folded));
        if let Some(score) = look.flatten() {
            proper.push((score, entity));
        } else if plan.may_be_in(folded, Reach::Fuzzy) {
            alike.push(entity);
        }
    }
    (proper, alike)
}

/// Scores a name without looking at its marks, unless some were typed.
fn look(plan: &Plan, entity: &Entity, folded: &str) -> Option<i64> {
    if plan.needs_marks() {
        return score(plan, &entity.name, (Reach::Proper, Marks::Ignored));
    }
    let nothing = Folded::default();
    score_doc(plan, Doc::of_folded(folded, &nothing), (Reach::Proper, Marks::Ignored))
}

/// Scores a name: being it beats beginning it beats standing in it beats being alike.
fn score(plan: &Plan, name: &str, how: (Reach, Marks)) -> Option<i64> {
    score_doc(plan, Doc::new(name, &fold(name)), how)
}

fn score_doc(plan: &Plan, doc: Doc, how: (Reach, Marks)) -> Option<i64> {
    let named = compare_marks(plan, doc, doc.whole(), how)?;
    let begins = named.spans.first().is_some_and(|span| span.start == 0);
    let base = match named.tier {
        Tier::Words { adjacent: true } if named.is_all(doc.whole()) => 3200,
        Tier::Words { adjacent: true } if begins => 2450,
        Tier::Words { .. } | Tier::Fuzzy(Way::Joined) => 2300,
        Tier::Fuzzy(Way::Neighbours) => 1150,
        Tier::Fuzzy(Way::Scattered) => 650,
    };
    Some(base + named.quality / 20)
}

/// Finds what to highlight in a name, and adds to the score what its marks are worth.
fn mark(plan: &Plan, hit: &mut EntityHit) {
    let folded = fold(&hit.name);
    let doc = Doc::new(&hit.name, &folded);
    let score = |marks| score_doc(plan, doc, (Reach::Fuzzy, marks)).unwrap_or(0);
    hit.score += score(Marks::Checked) - score(Marks::Ignored);
    let named = compare(plan, doc, doc.whole(), Reach::Fuzzy);
    hit.matches = named.map(|named| to_source(doc, &named.spans)).unwrap_or_default();
}
