//! What articles speak of, with what finds the names: one for a segment at first, and then one for
//! all that is known of neighbours.

mod kept;

use std::ops::Range;
use std::sync::Arc;

use super::Index;
use crate::corpus::{ArticleNo, Segment};
use crate::entity::{Entity, EntityTable, Tagger};

/// Holds the entities of articles that follow each other, and what finds their names.
#[derive(Debug)]
pub struct EntityIndex {
    table: EntityTable,
    names: Index,
}

impl EntityIndex {
    /// Finds the entities of a segment and indexes their names.
    pub fn build(segment: &Segment, tagger: &Tagger) -> Self {
        Self::new(EntityTable::build(segment, tagger))
    }

    /// Indexes the names of entities: names by their numbers in the table.
    pub fn new(table: EntityTable) -> Self {
        let names = Index::of_names(table.entities().flat_map(Entity::names));
        Self { table, names }
    }

    /// Gives what finds the names.
    pub const fn names(&self) -> &Index {
        &self.names
    }

    /// Gives the entities.
    pub const fn table(&self) -> &EntityTable {
        &self.table
    }

    /// Gives the numbers of its articles, the first and the one behind the last.
    pub const fn articles(&self) -> Range<ArticleNo> {
        self.table.articles()
    }
}

/// Collects the entities of segments, which come in load order.
///
/// A table is merged with the one before unless that is far larger: so a corpus has few tables,
/// and each entity is merged a few times only.
#[derive(Debug, Default)]
pub struct Gatherer {
    known: Vec<Arc<EntityIndex>>,
}

impl Gatherer {
    /// Takes in the entities of a segment behind all others; gives those of all articles that these
    /// were merged with.
    pub fn add(&mut self, mut table: EntityTable) -> Arc<EntityIndex> {
        while let Some(last) = self.known.pop() {
            if !are_merged(&last.articles(), &table.articles()) {
                self.known.push(last);
                break;
            }
            table = last.table.merge(&table);
        }
        let index = Arc::new(EntityIndex::new(table));
        self.known.push(Arc::clone(&index));
        index
    }
}

/// Tells whether what is known of some articles and of the next ones becomes one: nothing lies between
/// them, and the first are not far more. So each article is merged a few times only.
pub(super) fn are_merged(first: &Range<ArticleNo>, next: &Range<ArticleNo>) -> bool {
    let size = |articles: &Range<ArticleNo>| articles.end.0 - articles.start.0;
    first.end == next.start && size(first) / 2 < size(next)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Article, Record, Shape, Source, parse_record};

    fn article() -> Article {
        let record = Record { bytes: "Ở Lâm Đồng.".into(), line: 1, shape: Shape::Text };
        parse_record(&record, &Source::new("a.txt")).expect("the text is fine").article
    }

    /// Adds segments of the given articles, and compares the articles of the tables that are left.
    fn check(segments: &[(u32, u32)], expected: &[(u32, u32)]) {
        let mut gatherer = Gatherer::default();
        for &(start, end) in segments {
            let articles: Box<[Article]> = (start..end).map(|_| article()).collect();
            let segment = Segment { first: ArticleNo(start), articles };
            let index = gatherer.add(EntityTable::build(&segment, Tagger::shared()));
            assert_eq!(index.articles().end, segment.end());
        }
        let left = gatherer.known.iter().map(|known| known.articles());
        let left: Vec<_> = left.map(|it| (it.start.0, it.end.0)).collect();
        assert_eq!(left, expected, "{segments:?}");
    }

    #[test]
    fn small_tables_are_merged() {
        check(&[], &[]);
        check(&[(0, 3)], &[(0, 3)]);
        check(&[(0, 1), (1, 9), (9, 17), (17, 20)], &[(0, 17), (17, 20)]);
        check(&[(0, 8), (8, 16), (16, 24), (24, 32)], &[(0, 32)]);
        check(&[(0, 20), (20, 28), (28, 31), (31, 32)], &[(0, 20), (20, 28), (28, 31), (31, 32)]);
        check(&[(0, 20), (20, 28), (28, 31), (31, 32), (32, 34)], &[(0, 34)]);
    }

    #[test]
    fn only_neighbours_are_merged() {
        check(&[(0, 8), (16, 24)], &[(0, 8), (16, 24)]);
        check(&[(0, 8), (8, 16), (24, 32), (32, 40)], &[(0, 16), (24, 40)]);
    }
}
