//! What is open: the articles, and what workers have found out about them.

use std::sync::Arc;

use crate::corpus::{Article, ArticleNo, Corpus, Segment};
use crate::entity::{Doubt, EntityId, Resolved, doubt};
use crate::search::{Index, SearchSegment, Searchable};

/// Holds the articles with their indexes and entities, as far as these have arrived.
#[derive(Debug, Clone, Default)]
pub struct Library {
    /// The articles.
    pub corpus: Corpus,
    /// What a search can answer from; it lags behind the corpus while segments arrive.
    pub searchable: Searchable,
    /// The end of the segments that came with their index, while their entities may still come.
    kept: ArticleNo,
}

impl Library {
    /// Gives the segment that holds an article.
    pub fn segment(&self, article: ArticleNo) -> Option<&Arc<Segment>> {
        self.corpus.segment_of(article)
    }

    /// Gives an article.
    pub fn article(&self, number: ArticleNo) -> Option<&Article> {
        self.corpus.get(number)
    }

    /// Gives the mentions of an article and what they refer to, once its segment's entities are
    /// known.
    pub fn resolved(&self, article: ArticleNo) -> Option<Resolved> {
        self.searchable.resolved(article)
    }

    /// Gives the articles that speak of some entities, and not of others, in load order.
    pub fn passing(&self, wanted: &[(bool, EntityId)]) -> Vec<ArticleNo> {
        let passing = self.searchable.passing(wanted);
        let numbers = (0..self.corpus.len()).filter(|&number| passing.get(number) != Some(&false));
        numbers.map(|number| ArticleNo(number as u32)).collect()
    }

    /// Finds what speaks against one person behind a name, as far as entities are known.
    pub fn doubt(&self, id: EntityId) -> Option<Doubt> {
        doubt(&self.searchable.members(id).collect::<Vec<_>>())
    }

    /// Keeps the index of the segment that begins with `first`.
    ///
    /// Segments become searchable in load order. Gives the segment; one that is not known is
    /// dropped.
    pub fn add_index(&mut self, first: ArticleNo, index: Arc<Index>) -> Option<Arc<Segment>> {
        let segment = Arc::clone(self.segment(first).filter(|segment| segment.first == first)?);
        let part = SearchSegment { segment: Arc::clone(&segment), index };
        self.searchable.segments.push(part);
        Some(segment)
    }

    /// Keeps a segment that comes with its index.
    pub fn add_kept(&mut self, part: SearchSegment) {
        self.corpus.push(Arc::clone(&part.segment));
        self.kept = part.segment.end();
        self.searchable.segments.push(part);
    }

    /// Gives the segments that came with their index and whose entities did not come; each once.
    pub fn take_unknown(&mut self) -> Vec<Arc<Segment>> {
        let kept = std::mem::take(&mut self.kept);
        let parts = self.searchable.segments.iter().map(|part| &part.segment);
        let kept = parts.filter(|segment| segment.first < kept);
        kept.filter(|segment| !self.searchable.knows(segment.first)).cloned().collect()
    }

    /// Counts the articles whose entities are known.
    pub fn tagged(&self) -> usize {
        self.searchable.tagged()
    }
}
