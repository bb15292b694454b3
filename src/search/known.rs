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
    /// Takes in the entities of the next segment; gives those of all articles that these were
    /// merged with.
    pub fn add(&mut self, mut table: EntityTable) -> Arc<EntityIndex> {
        let size = |articles: Range<ArticleNo>| articles.end.0 - articles.start.0;
        let is_small = |last: &Arc<EntityIndex>, size_after| size(last.articles()) / 2 < size_after;
        while let Some(last) = self.known.pop() {
            if !is_small(&last, size(table.articles())) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Article, Record, Shape, Source, parse_record};

    fn article() -> Article {
        let record = Record { bytes: "Ở Lâm Đồng.".into(), line: 1, shape: Shape::Text };
        parse_record(&record, &Source::new("a.txt")).expect("the text is fine").article
    }

    /// Adds segments of the given sizes, and compares the sizes of the tables that are left.
    fn check(sizes: &[usize], expected: &[u32]) {
        let mut gatherer = Gatherer::default();
        let mut first = ArticleNo(0);
        for &size in sizes {
            let articles: Box<[Article]> = (0..size).map(|_| article()).collect();
            let segment = Segment { first, articles };
            first = segment.end();
            let index = gatherer.add(EntityTable::build(&segment, Tagger::shared()));
            assert_eq!(index.articles().end, first);
        }
        let left = gatherer.known.iter().map(|known| known.articles());
        assert_eq!(left.map(|it| it.end.0 - it.start.0).collect::<Vec<_>>(), expected, "{sizes:?}");
    }

    #[test]
    fn small_tables_are_merged() {
        check(&[], &[]);
        check(&[3], &[3]);
        check(&[1, 8, 8, 3], &[17, 3]);
        check(&[8, 8, 8, 8], &[32]);
        check(&[20, 8, 3, 1], &[20, 8, 3, 1]);
        check(&[20, 8, 3, 1, 2], &[34]);
    }
}
