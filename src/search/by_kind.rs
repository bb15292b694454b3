//! Entities found by their names, for a list that shows each kind by itself.

use super::fallback;
use super::{Cancelled, EntityHit, Limits, Query, Searchable, answer};
use crate::entity::Kind;

/// Represents the entities of one kind that answer a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntityGroup {
    /// What they are.
    pub kind: Kind,
    /// How many they are before the limit cut them.
    pub total: usize,
    /// The best of them, best first; without words in the query, the most frequent first.
    pub hits: Vec<EntityHit>,
}

/// Finds entities, at most `limit` of each kind that the query wants; kinds without any are left
/// out. Gives `None` when `cancelled` came true on the way.
///
/// When nothing is found, the query is read otherwise as [`super::search`] does.
pub fn entities_by_kind(
    on: &Searchable,
    query: &Query,
    limit: usize,
    cancelled: Cancelled,
) -> Option<Vec<EntityGroup>> {
    let groups = |query: &Query| groups(on, query, limit, cancelled);
    fallback::answered(query, groups, Vec::is_empty).map(|(found, _)| found)
}

fn groups(
    on: &Searchable,
    query: &Query,
    limit: usize,
    cancelled: Cancelled,
) -> Option<Vec<EntityGroup>> {
    let limits = Limits { titles: 0, entities: limit, passages: 0 };
    let wanted = |kind: &Kind| query.kinds.is_empty() || query.kinds.contains(kind);
    let named = Kind::ALL.into_iter().filter(|kind| kind.is_named() && wanted(kind));
    let groups = named.map(|kind| {
        let asked = Query { kinds: vec![kind], ..query.clone() };
        let found = answer(on, &asked, limits, cancelled)?;
        Some(EntityGroup { kind, total: found.totals.entities, hits: found.entities })
    });
    let groups: Option<Vec<_>> = groups.collect();
    groups.map(|all| all.into_iter().filter(|group| group.total > 0).collect())
}
