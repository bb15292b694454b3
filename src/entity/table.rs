//! What articles speak of: their mentions, one article after the other, and the entities behind
//! them.
//!
//! Within an article the resolver says which mentions speak of one entity; across articles one
//! [`EntityId`] is one entity. All is kept once and packed, since it lies beside the text of a whole
//! corpus; an article is unpacked when it is opened. A table is made for a segment; the tables of
//! neighbours are merged into one, so that a corpus has few, and each name once.

mod builder;
mod entity;
mod kept;
mod lists;
mod merge;
mod packed;

use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;

use super::resolve::{Traits, shouts};
use super::{ArticleEntity, EntityId, Kind, Mention, Resolved, Tagger};
use crate::corpus::{Article, ArticleNo, Segment};
use crate::text::Span;

pub use builder::EntityTableBuilder;
pub use entity::Entity;
use packed::Packed;

/// Holds the mentions of articles that follow each other, and the entities that they speak of; it
/// never changes once it is made.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct EntityTable {
    first: ArticleNo,
    mentions: Packed,
    /// The names, those of one entity side by side.
    names: Box<[Name]>,
    /// The letters of the names, one behind the other; a value stands behind its name and a tab.
    letters: Box<str>,
    /// The entities that have names: those that most articles speak of first.
    entities: Box<[Record]>,
    /// Their places, sorted by their numbers.
    by_id: Box<[u32]>,
    /// The articles of the entities, one list behind the other.
    articles: Box<[ArticleNo]>,
    /// Who holds which office, by person and article.
    offices: Box<[Office]>,
    /// What is said of persons, by person and article.
    traits: Box<[Told]>,
}

/// Represents a name of an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Name {
    /// The end of its letters.
    end: u32,
    /// The place of the entity among the records; behind the last, the number of a kind whose
    /// entities have values.
    entity: u32,
}

/// Represents an entity that has names; its lists begin where those of the one before end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Record {
    id: EntityId,
    names_end: u32,
    articles_end: u32,
    mentions: u32,
    kind: Kind,
}

/// Represents an office or rank that an article gives a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Office {
    /// The place of the person among the records.
    person: u32,
    article: ArticleNo,
    /// The number of the office's name.
    name: u32,
}

/// Represents what an article says of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Told {
    /// The place of the person among the records.
    person: u32,
    article: ArticleNo,
    traits: Traits,
}

impl EntityTable {
    /// Finds the mentions and entities of all articles of a segment.
    pub fn build(segment: &Segment, tagger: &Tagger) -> Self {
        let tag = |article: &Article| tagger.tag(&article.text);
        Self::collect(segment, tagger, segment.articles.iter().map(tag))
    }

    /// Makes the table of a segment from the mentions of each of its articles, in order.
    pub fn new(segment: &Segment, mentions: Vec<Vec<Mention>>, tagger: &Tagger) -> Self {
        Self::collect(segment, tagger, mentions.into_iter())
    }

    fn collect(
        segment: &Segment,
        tagger: &Tagger,
        mentions: impl Iterator<Item = Vec<Mention>>,
    ) -> Self {
        let mut builder = EntityTableBuilder::new(segment.first);
        for (article, mentions) in segment.articles.iter().zip(mentions) {
            let resolved = tagger.resolve(&article.text, mentions, article.date);
            builder.add(&article.text, &resolved);
        }
        builder.finish()
    }

    /// Makes one table of this one and that of the articles that follow.
    #[must_use]
    pub fn merge(&self, next: &Self) -> Self {
        merge::merge(self, next)
    }

    /// Gives the numbers of its articles, the first and the one behind the last.
    pub const fn articles(&self) -> Range<ArticleNo> {
        self.first..ArticleNo(self.first.0 + self.mentions.len() as u32)
    }

    /// Gives the mentions of an article and what they refer to; `None` when it is not one of its
    /// articles.
    pub fn article(&self, number: ArticleNo) -> Option<Resolved> {
        let index = number.0.checked_sub(self.first.0)?;
        let mut resolved = Resolved::default();
        let mut by_name: HashMap<u32, usize> = HashMap::new();
        for (span, name) in self.mentions.list(index as usize)? {
            let entity = *by_name.entry(name).or_insert_with(|| {
                resolved.entities.push(self.entity_of(name));
                resolved.entities.len() - 1
            });
            let kind = resolved.entities[entity].kind;
            resolved.entities[entity].mentions.push(resolved.mentions.len());
            resolved.entity_of.push(entity);
            resolved.mentions.push(Mention { span, kind });
        }
        for (name, &entity) in &by_name {
            let offices = self.offices_of(self.names[*name as usize].entity);
            let of_article = offices.iter().filter(|office| office.article == number);
            let roles = of_article.filter_map(|office| by_name.get(&office.name).copied());
            resolved.entities[entity].roles = roles.collect();
            let told = self.told_of(self.names[*name as usize].entity);
            let told = told.iter().find(|told| told.article == number);
            resolved.entities[entity].traits = told.map(|told| told.traits).unwrap_or_default();
        }
        Some(resolved)
    }

    /// Gives the mentions of an article that speak of entities with names; none when it is not one
    /// of its articles.
    pub fn mentions(&self, number: ArticleNo) -> impl Iterator<Item = (Span, EntityId)> {
        let index = number.0.checked_sub(self.first.0);
        let list = index.and_then(|index| self.mentions.list(index as usize));
        list.into_iter().flatten().filter_map(|(span, name)| {
            let entity = self.entities.get(self.names[name as usize].entity as usize)?;
            Some((span, entity.id))
        })
    }

    /// Gives the entity of a name, as one of an article.
    fn entity_of(&self, name: u32) -> ArticleEntity {
        let number = self.names[name as usize].entity as usize;
        let letters = self.letters(name as usize);
        if let Some(record) = self.entities.get(number) {
            let entity = ArticleEntity::new(record.kind, record.id);
            return ArticleEntity { name: letters.to_owned(), ..entity };
        }
        let kind = Kind::ALL[number - self.entities.len()];
        let (name, value) = letters.split_once('\t').unwrap_or((letters, ""));
        let value = Some(value).filter(|value| !value.is_empty());
        let entity = ArticleEntity::new(kind, EntityId::new(kind, name, value));
        ArticleEntity { name: name.to_owned(), value: value.map(str::to_owned), ..entity }
    }

    fn letters(&self, name: usize) -> &str {
        let start = name.checked_sub(1).map_or(0, |before| self.names[before].end);
        &self.letters[start as usize..self.names[name].end as usize]
    }

    /// Gives the numbers of the names of a kind whose entities have values.
    fn values(&self, kind: Kind) -> Range<usize> {
        let number = (self.len() + kind.index()) as u32;
        let start = self.names.partition_point(|name| name.entity < number);
        start..self.names.partition_point(|name| name.entity <= number)
    }

    fn offices_of(&self, person: u32) -> &[Office] {
        let from = self.offices.partition_point(|office| office.person < person);
        let to = self.offices.partition_point(|office| office.person <= person);
        &self.offices[from..to]
    }

    fn told_of(&self, person: u32) -> &[Told] {
        let from = self.traits.partition_point(|told| told.person < person);
        let to = self.traits.partition_point(|told| told.person <= person);
        &self.traits[from..to]
    }

    /// Counts the entities that have names.
    pub fn len(&self) -> usize {
        self.entities.len()
    }

    /// Tells whether no entity has a name.
    pub fn is_empty(&self) -> bool {
        self.entities.is_empty()
    }

    /// Gives the entities that have names, those that most articles speak of first.
    pub fn entities(&self) -> impl Iterator<Item = Entity<'_>> {
        (0..self.len()).map(|place| Entity { table: self, place })
    }

    /// Gives the entity of a name; names are numbered in the order of the entities and their names.
    pub fn named(&self, name: usize) -> Option<Entity<'_>> {
        let place = self.names.get(name)?.entity as usize;
        (place < self.len()).then_some(Entity { table: self, place })
    }

    /// Gives a name by its number.
    ///
    /// # Panics
    /// When there are not so many names.
    pub fn name(&self, name: usize) -> &str {
        self.letters(name)
    }

    /// Gives an entity by its place: those that most articles speak of come first.
    pub const fn entity(&self, place: usize) -> Entity<'_> {
        Entity { table: self, place }
    }

    /// Finds an entity that has names.
    pub fn find(&self, id: EntityId) -> Option<Entity<'_>> {
        self.place(id).map(|place| Entity { table: self, place })
    }

    fn place(&self, id: EntityId) -> Option<usize> {
        let of = |&place: &u32| self.entities[place as usize].id;
        let at = self.by_id.binary_search_by_key(&id, of).ok()?;
        Some(self.by_id[at] as usize)
    }

    /// Gives the bytes that each of its lists takes, by name.
    pub fn sizes(&self) -> [(&'static str, usize); 6] {
        [
            ("mentions", self.mentions.size()),
            ("names", size_of_val(&*self.names) + self.letters.len()),
            ("entities", size_of_val(&*self.entities) + size_of_val(&*self.by_id)),
            ("articles", size_of_val(&*self.articles)),
            ("offices", size_of_val(&*self.offices)),
            ("traits", size_of_val(&*self.traits)),
        ]
    }
}

/// Gives the order of entities: those that more articles speak of come first.
const fn rank(
    articles: usize,
    mentions: u32,
    id: EntityId,
) -> (Reverse<usize>, Reverse<u32>, EntityId) {
    (Reverse(articles), Reverse(mentions), id)
}

/// Gives the order of an entity's names: those that more articles use come first, and those in
/// capitals only come last.
fn name_rank(letters: &str, articles: u32) -> (bool, Reverse<u32>) {
    (shouts(letters), Reverse(articles))
}

#[cfg(test)]
mod tests;
