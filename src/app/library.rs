//! What is open: the articles, and what workers have found out about them.

use std::sync::Arc;

use crate::corpus::{Article, ArticleNo, Corpus, Segment};
use crate::entity::{EntityTable, Mention};
use crate::search::{SearchSegment, Searchable, SegmentText};

/// Holds the articles with their searchable forms and entities, as far as these have arrived.
#[derive(Debug, Clone, Default)]
pub struct Library {
    /// The articles.
    pub corpus: Corpus,
    /// What a search can answer from; it lags behind the corpus while segments arrive.
    pub searchable: Searchable,
}

impl Library {
    /// Gives the segment that holds an article.
    pub fn segment(&self, article: ArticleNo) -> Option<&Arc<Segment>> {
        let segments = self.corpus.segments();
        let after = segments.partition_point(|segment| segment.first <= article);
        segments.get(after.checked_sub(1)?)
    }

    /// Gives an article.
    pub fn article(&self, number: ArticleNo) -> Option<&Article> {
        self.corpus.get(number)
    }

    /// Gives the mentions of an article, once its segment's entities are known.
    pub fn mentions(&self, article: ArticleNo) -> Option<&[Mention]> {
        self.searchable.segments.iter().find_map(|part| part.entities.as_ref()?.mentions(article))
    }

    /// Keeps the searchable form of the segment that begins with `first`.
    ///
    /// Segments become searchable in load order; one that is not known is dropped.
    pub fn add_text(&mut self, first: ArticleNo, text: Arc<SegmentText>) {
        if let Some(segment) = self.segment(first).filter(|segment| segment.first == first) {
            let segment = Arc::clone(segment);
            self.searchable.segments.push(SearchSegment { segment, text, entities: None });
        }
    }

    /// Keeps the entities of the segment that begins with `first`.
    pub fn add_entities(&mut self, first: ArticleNo, table: Arc<EntityTable>) {
        let mut parts = self.searchable.segments.iter_mut();
        if let Some(part) = parts.find(|part| part.segment.first == first) {
            part.entities = Some(table);
        }
    }

    /// Counts the articles whose entities are known.
    pub fn tagged(&self) -> usize {
        let parts = self.searchable.segments.iter().filter(|part| part.entities.is_some());
        parts.map(|part| part.segment.articles.len()).sum()
    }
}
