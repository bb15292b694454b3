//! The lists of a table while they grow: entities come in the order that they keep, each with its
//! names, and the values behind them.

use super::{EntityTable, Name, Record};
use crate::corpus::ArticleNo;
use crate::entity::{EntityId, Kind};

/// Collects entities and names in order.
#[derive(Default)]
pub(super) struct Lists {
    names: Vec<Name>,
    letters: String,
    entities: Vec<Record>,
    articles: Vec<ArticleNo>,
}

impl Lists {
    /// Adds a name of the next entity, and gives its number.
    pub fn add_name(&mut self, letters: &str) -> u32 {
        self.push(letters, self.entities.len())
    }

    /// Adds an entity behind its names.
    pub fn add_entity(
        &mut self,
        (id, kind): (EntityId, Kind),
        articles: impl Iterator<Item = ArticleNo>,
        mentions: u32,
    ) {
        self.articles.extend(articles);
        let (names_end, articles_end) = (self.names.len() as u32, self.articles.len() as u32);
        self.entities.push(Record { id, names_end, articles_end, mentions, kind });
    }

    /// Adds the name of a value, behind all entities, and gives its number.
    pub fn add_value(&mut self, kind: Kind, letters: &str) -> u32 {
        self.push(letters, self.entities.len() + kind.index())
    }

    fn push(&mut self, letters: &str, entity: usize) -> u32 {
        self.letters.push_str(letters);
        self.names.push(Name { end: self.letters.len() as u32, entity: entity as u32 });
        self.names.len() as u32 - 1
    }

    /// Makes a table with these lists, and nothing else.
    pub fn finish(self) -> EntityTable {
        let mut by_id: Box<[u32]> = (0..self.entities.len() as u32).collect();
        by_id.sort_unstable_by_key(|&place| self.entities[place as usize].id);
        EntityTable {
            names: self.names.into_boxed_slice(),
            letters: self.letters.into_boxed_str(),
            entities: self.entities.into_boxed_slice(),
            by_id,
            articles: self.articles.into_boxed_slice(),
            ..EntityTable::default()
        }
    }
}
