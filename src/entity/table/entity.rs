//! An entity of a table: what is known of it, read from the lists of the table.

use std::ops::Range;

use super::{EntityTable, Record};
use crate::corpus::ArticleNo;
use crate::entity::resolve::Traits;
use crate::entity::{EntityId, Kind};

/// Points to an entity of a table.
#[derive(Debug, Clone, Copy)]
pub struct Entity<'t> {
    pub(super) table: &'t EntityTable,
    pub(super) place: usize,
}

impl<'t> Entity<'t> {
    fn record(self) -> &'t Record {
        &self.table.entities[self.place]
    }

    /// Gives where its part of a list begins: the end of the one before.
    fn start(self, end: impl Fn(&Record) -> u32) -> usize {
        self.place.checked_sub(1).map_or(0, |before| end(&self.table.entities[before]) as usize)
    }

    /// Gives its place in the table.
    pub const fn place(self) -> usize {
        self.place
    }

    /// Gives a name of its table by its number.
    ///
    /// # Panics
    /// When there are not so many names.
    pub fn table_name(self, name: usize) -> &'t str {
        self.table.letters(name)
    }

    /// Tells whether it is the same entity of the same table.
    pub fn is(self, other: Self) -> bool {
        std::ptr::eq(self.table, other.table) && self.place == other.place
    }

    /// Gives its number.
    pub fn id(self) -> EntityId {
        self.record().id
    }

    /// Tells what it is.
    pub fn kind(self) -> Kind {
        self.record().kind
    }

    /// Gives the name that most of the articles use.
    pub fn name(self) -> &'t str {
        self.table.letters(self.start(|record| record.names_end))
    }

    /// Gives all its names, that one first, each once.
    pub fn names(self) -> impl Iterator<Item = &'t str> {
        self.name_numbers().map(move |name| self.table.letters(name))
    }

    pub(super) fn name_numbers(self) -> Range<usize> {
        self.start(|record| record.names_end)..self.record().names_end as usize
    }

    /// Gives the articles that speak of it, in order, each once.
    pub fn articles(self) -> &'t [ArticleNo] {
        let list = self.start(|record| record.articles_end)..self.record().articles_end as usize;
        &self.table.articles[list]
    }

    /// Tells how often they do, all together.
    pub fn mentions(self) -> u32 {
        self.record().mentions
    }

    /// Gives the offices and ranks that each article gives it, in the order of the articles.
    pub fn roles(self) -> impl Iterator<Item = (ArticleNo, &'t str)> {
        let offices = self.table.offices_of(self.place as u32).iter();
        offices.map(move |office| (office.article, self.table.letters(office.name as usize)))
    }

    /// Gives what articles say of a person that tells namesakes apart.
    pub fn traits(self) -> impl Iterator<Item = (ArticleNo, Traits)> {
        let told = self.table.told_of(self.place as u32);
        told.iter().map(|told| (told.article, told.traits))
    }
}
