//! Making one hit of the entities that are the same in several segments.

use hashbrown::HashMap;
use rayon::prelude::*;
use std::cmp::Reverse;

use super::filter::Filter;
use super::hits::EntityHit;
use crate::entity::Entity;

/// Represents an entity with the score of its name.
pub(super) type Scored<'e> = (i64, Entity<'e>);

/// Holds the best hits, in order, and how many there are in all.
pub(super) struct Merged {
    pub hits: Vec<EntityHit>,
    pub total: usize,
}

/// Represents what is one entity, before it is worth to be made a hit.
struct Group<'e> {
    score: i64,
    articles: usize,
    first: Entity<'e>,
    others: Vec<Entity<'e>>,
}

/// Merges entities of one kind and key; entities in no article that passes are left out.
pub(super) fn merge(found: &[Scored], filter: &Filter, limit: usize) -> Merged {
    let mut groups: Vec<_> =
        groups(found, filter).into_iter().filter(|group| group.articles > 0).collect();
    let total = groups.len();
    let rank = |group: &Group| {
        // Twice as many articles weigh as much as a sixth of how well a name fits.
        let frequent = i64::from((group.articles + 1).ilog2()).min(12) * 8;
        Reverse((group.score + frequent, group.articles, Reverse(group.first.kind())))
    };
    let order = |a: &Group, b: &Group| {
        rank(a).cmp(&rank(b)).then_with(|| a.first.name().cmp(b.first.name()))
    };
    if limit < groups.len() {
        groups.select_nth_unstable_by(limit, order);
        groups.truncate(limit);
    }
    groups.sort_unstable_by(order);
    let hits = groups.into_iter().map(|group| hit(rank(&group).0.0, &group, filter)).collect();
    Merged { hits, total }
}

fn groups<'e>(found: &[Scored<'e>], filter: &Filter) -> Vec<Group<'e>> {
    let prepare = |&(score, entity): &Scored<'e>| (score, entity, filter.count(entity.articles()));
    let prepared: Vec<_> = found.par_iter().map(prepare).collect();
    let mut places = HashMap::with_capacity(prepared.len());
    let mut groups: Vec<Group> = Vec::new();
    for (score, first, articles) in prepared {
        let place = *places.entry(first.id()).or_insert(groups.len());
        if let Some(group) = groups.get_mut(place) {
            group.score = group.score.max(score);
            // Several names of one entity may have been found, each for itself.
            if !std::iter::once(&group.first).chain(&group.others).any(|other| other.is(first)) {
                group.articles += articles;
                group.others.push(first);
            }
        } else {
            groups.push(Group { score, articles, first, others: Vec::new() });
        }
    }
    groups
}

fn hit(score: i64, group: &Group, filter: &Filter) -> EntityHit {
    let members = || std::iter::once(group.first).chain(group.others.iter().copied());
    let articles = members().flat_map(Entity::articles).copied();
    EntityHit {
        kind: group.first.kind(),
        name: group.first.name().to_owned(),
        score,
        matches: Vec::new(),
        articles: articles.filter(|&number| filter.passes(number)).collect(),
        mentions: members().map(Entity::mentions).sum(),
    }
}
