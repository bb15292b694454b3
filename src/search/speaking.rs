//! Who speaks of an entity, as the user has corrected it.

use std::collections::HashSet;

use super::Searchable;
use crate::corpus::{Article, ArticleNo};
use crate::entity::{Entity, EntityId, Kind, Resolved};
use crate::text::Span;

impl Searchable {
    /// Finds an entity, and all that count for it, in each of the tables that have it.
    pub fn members(&self, id: EntityId) -> impl Iterator<Item = Entity<'_>> {
        let group = self.corrections.group(id);
        group
            .into_iter()
            .flat_map(|id| self.entities.iter().filter_map(move |known| known.table().find(id)))
    }

    /// Gives the articles that speak of an entity, in load order, each once.
    pub fn articles_of(&self, id: EntityId) -> Vec<ArticleNo> {
        let mut articles: Vec<ArticleNo> =
            self.members(id).flat_map(Entity::articles).copied().collect();
        articles.sort_unstable();
        articles.dedup();
        if !self.withdrawn.is_empty() {
            articles.retain(|&number| !self.withdrawn.has(number));
        }
        if self.corrections.has_mentions() {
            articles.retain(|&number| !self.is_amended(number) || self.speaks_of(number, id));
        }
        articles
    }

    /// Tells how often an entity is mentioned.
    pub fn mentions_of(&self, id: EntityId) -> usize {
        let all: usize = self.members(id).map(|entity| entity.mentions() as usize).sum();
        if !self.corrections.has_mentions() && self.withdrawn.is_empty() {
            return all;
        }
        let members: Vec<EntityId> = self.members(id).map(Entity::id).collect();
        let is_it = |&(_, other): &(Span, EntityId)| members.contains(&other);
        let amended = self.members(id).flat_map(Entity::articles).copied().collect::<HashSet<_>>();
        let is_amended = |number: &_| self.withdrawn.has(*number) || self.is_amended(*number);
        let wrong = amended.into_iter().filter(is_amended).map(|number| {
            let found = self.mentions(number).filter(is_it).count();
            let id = self.corrections.canonical(id);
            let resolved = self.resolved(number).filter(|_| !self.withdrawn.has(number));
            let left = resolved.map_or(0, |it| {
                let entity = it.entities.iter().find(|entity| entity.id == id);
                entity.map_or(0, |entity| entity.mentions.len())
            });
            found - left
        });
        all - wrong.sum::<usize>()
    }

    /// Tells for each article whether it speaks of some entities (`true`), and not of others. Those
    /// that were withdrawn do not pass.
    pub fn passing(&self, wanted: &[(bool, EntityId)]) -> Vec<bool> {
        let mut passing = vec![true; self.len()];
        for number in self.withdrawn.iter() {
            if let Some(slot) = passing.get_mut(number.index()) {
                *slot = false;
            }
        }
        for &(with, id) in wanted {
            let mut speaking = vec![false; passing.len()];
            for number in self.articles_of(id) {
                if let Some(slot) = speaking.get_mut(number.index()) {
                    *slot = true;
                }
            }
            passing.iter_mut().zip(speaking).for_each(|(slot, speaks)| *slot &= speaks == with);
        }
        passing
    }

    /// Gives the name of an entity: as the user calls it, or as most articles do.
    pub fn name(&self, id: EntityId) -> Option<&str> {
        if let Some(named) = self.corrections.named(id) {
            return Some(&named.name);
        }
        let most = |entity: &Entity| entity.articles().len();
        let members = self.entities.iter().rev().filter_map(|known| known.table().find(id));
        members.max_by_key(most).map(Entity::name)
    }

    /// Tells what an entity is: as the user says, or as it was found.
    pub fn kind(&self, id: EntityId) -> Option<Kind> {
        let named = self.corrections.named(id).map(|named| named.kind);
        named.or_else(|| self.members(id).next().map(Entity::kind))
    }

    /// Gives an article.
    pub fn article(&self, number: ArticleNo) -> Option<&Article> {
        let after = self.segments.partition_point(|part| part.segment.first <= number);
        self.segments.get(after.checked_sub(1)?)?.segment.get(number)
    }

    /// Gives the mentions of an article and what they refer to, corrected; `None` as long as they
    /// are not known.
    pub fn resolved(&self, number: ArticleNo) -> Option<Resolved> {
        let found = self.entities.iter().find_map(|known| known.table().article(number))?;
        Some(self.corrections.apply(&self.article(number)?.id, found))
    }

    /// Gives the mentions of an article that speak of entities with names, as they were found.
    pub fn mentions(&self, number: ArticleNo) -> impl Iterator<Item = (Span, EntityId)> {
        let mut tables = self.entities.iter().map(|known| known.table());
        let table = tables.find(|table| table.articles().contains(&number));
        table.into_iter().flat_map(move |table| table.mentions(number))
    }

    /// Tells whether mentions of an article were rejected.
    pub fn is_amended(&self, number: ArticleNo) -> bool {
        let amended = |article: &Article| self.corrections.has_mentions_of(&article.id);
        self.corrections.has_mentions() && self.article(number).is_some_and(amended)
    }

    fn speaks_of(&self, number: ArticleNo, id: EntityId) -> bool {
        let id = self.corrections.canonical(id);
        self.resolved(number).is_some_and(|found| found.entities.iter().any(|it| it.id == id))
    }
}
