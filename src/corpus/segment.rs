//! The corpus as a list of immutable segments, and the numbers that name its articles.
//!
//! A segment never changes once it is made: what is computed from it (index, mentions) can be kept
//! beside it and needs no lock.

use std::sync::Arc;

use super::Article;

/// Names an article by its place in load order, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct ArticleNo(pub u32);

impl ArticleNo {
    /// Gives the number as an index.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// Represents some thousands of articles that were loaded together.
#[derive(Debug)]
pub struct Segment {
    /// The number of the first article; the others follow without a gap.
    pub first: ArticleNo,
    /// The articles in load order.
    pub articles: Box<[Article]>,
}

impl Segment {
    /// Gives the number after that of the last article.
    pub const fn end(&self) -> ArticleNo {
        ArticleNo(self.first.0 + self.articles.len() as u32)
    }

    /// Gives the article with the number, when it lies in this segment.
    pub fn get(&self, number: ArticleNo) -> Option<&Article> {
        let index = number.0.checked_sub(self.first.0)?;
        self.articles.get(index as usize)
    }

    /// Gives the articles with their numbers, in load order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (ArticleNo, &Article)> {
        (self.first.0..self.end().0).zip(&self.articles).map(|(n, article)| (ArticleNo(n), article))
    }
}

/// Represents all articles that are open; cloning it copies no article.
#[derive(Debug, Clone, Default)]
pub struct Corpus {
    segments: Vec<Arc<Segment>>,
}

impl Corpus {
    /// Gives the number of articles.
    pub fn len(&self) -> usize {
        self.segments.last().map_or(0, |last| last.end().index())
    }

    /// Tells whether there are no articles.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Adds the segment that follows those already here.
    ///
    /// Segments must come in load order: `segment.first` is the number of articles so far.
    pub fn push(&mut self, segment: Arc<Segment>) {
        debug_assert_eq!(segment.first.index(), self.len(), "segments come in load order");
        self.segments.push(segment);
    }

    /// Gives an article by its number.
    pub fn get(&self, number: ArticleNo) -> Option<&Article> {
        let after = self.segments.partition_point(|segment| segment.first <= number);
        self.segments.get(after.checked_sub(1)?)?.get(number)
    }

    /// Gives all articles with their numbers, in load order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (ArticleNo, &Article)> {
        self.segments.iter().flat_map(|segment| segment.iter())
    }

    /// Gives the segments in load order.
    pub fn segments(&self) -> &[Arc<Segment>] {
        &self.segments
    }
}
