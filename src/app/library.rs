//! What is open: the articles, and what workers have found out about them.

use std::sync::Arc;

use crate::corpus::{Article, ArticleNo, Corpus, Segment};
use crate::entity::{Doubt, EntityId, Resolved, doubt};
use crate::search::{SearchSegment, Searchable};

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

    /// Counts the articles, without those that are in their files no more.
    pub fn len(&self) -> usize {
        self.corpus.len() - self.searchable.withdrawn.len()
    }

    /// Tells whether there are no articles.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Takes articles out, each in favour of another one or of none, and others in again.
    pub fn withdraw(&mut self, gone: &[(ArticleNo, Option<ArticleNo>)], back: &[ArticleNo]) {
        if gone.is_empty() && back.is_empty() {
            return;
        }
        let withdrawn = Arc::make_mut(&mut self.searchable.withdrawn);
        for &article in back {
            withdrawn.restore(article);
        }
        for &(article, instead) in gone {
            withdrawn.add(article, instead);
        }
    }

    /// Tells whether an article is in its file no more.
    pub fn is_gone(&self, article: ArticleNo) -> bool {
        self.searchable.withdrawn.has(article)
    }

    /// Gives the newest form of an article.
    pub fn newest(&self, article: ArticleNo) -> ArticleNo {
        self.searchable.withdrawn.newest(article)
    }

    /// Gives what an article is put in load order by: a new form stands where the old one stood.
    pub fn place(&self, article: ArticleNo) -> ArticleNo {
        self.searchable.withdrawn.place(article)
    }

    /// Gives the articles that speak of some entities, and not of others, in load order.
    pub fn passing(&self, wanted: &[(bool, EntityId)]) -> Vec<ArticleNo> {
        let passing = self.searchable.passing(wanted);
        let all = (0..self.corpus.len()).map(|number| ArticleNo(number as u32));
        let passes =
            |it: &ArticleNo| passing.get(it.index()).copied().unwrap_or(!self.is_gone(*it));
        all.filter(passes).collect()
    }

    /// Finds what speaks against one person behind a name, as far as entities are known.
    pub fn doubt(&self, id: EntityId) -> Option<Doubt> {
        doubt(&self.searchable.members(id).collect::<Vec<_>>())
    }

    /// Keeps what finds in a segment, which may be joined of several that were small; these are
    /// forgotten.
    ///
    /// Segments become searchable in load order. Gives the last of those that it is made of; what is
    /// made of one that is not known is dropped.
    pub fn add_index(&mut self, part: SearchSegment) -> Option<Arc<Segment>> {
        let (first, end) = (part.segment.first, part.segment.end());
        let last = self.segment(ArticleNo(end.0.checked_sub(1)?))?;
        let last = Some(last).filter(|last| last.end() == end && last.first >= first).cloned()?;
        self.corpus.join(&part.segment);
        self.searchable.segments.retain(|known| known.segment.first < first);
        self.searchable.segments.push(part);
        Some(last)
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
