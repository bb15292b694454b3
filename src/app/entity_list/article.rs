//! The entities of one article, of those that are typed for.

use std::cmp::Reverse;

use crate::app::Reader;
use crate::entity::{ArticleEntity, Kind};
use crate::search::{EntityGroup, EntityHit, Query, find_in};

/// Gives the entities whose names have all words, by kind, the most frequent first.
pub(super) fn groups(reader: &Reader, typed: &str, solo: Option<Kind>) -> Vec<EntityGroup> {
    let words: Vec<Query> = typed.split_whitespace().map(Query::parse).collect();
    let query = Query::parse(typed);
    let of_kind = |kind: Kind| {
        let entities = reader.resolved.entities.iter().filter(|entity| entity.kind == kind);
        let has = |entity: &&ArticleEntity| {
            words.iter().all(|word| !find_in(&entity.name, word).is_empty())
        };
        let mut hits: Vec<_> =
            entities.filter(has).map(|entity| hit(reader, entity, &query)).collect();
        hits.sort_by_key(|hit| Reverse(hit.mentions));
        EntityGroup { kind, total: hits.len(), hits }
    };
    let kinds = Kind::ALL.into_iter().filter(|&kind| solo.is_none_or(|solo| solo == kind));
    kinds.map(of_kind).filter(|group| group.total > 0).collect()
}

fn hit(reader: &Reader, entity: &ArticleEntity, query: &Query) -> EntityHit {
    EntityHit {
        id: entity.id,
        kind: entity.kind,
        name: entity.name.clone(),
        alias: None,
        score: 0,
        matches: find_in(&entity.name, query),
        articles: vec![reader.article],
        mentions: entity.mentions.len() as u32,
    }
}
