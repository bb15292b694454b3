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

    /// Puts a segment in the stead of those whose articles it has: the same ones, joined.
    pub fn join(&mut self, joined: &Arc<Segment>) {
        let start = self.segments.partition_point(|it| it.first < joined.first);
        let end = self.segments.partition_point(|it| it.end() <= joined.end());
        let are_same = |all: &[Arc<Segment>]| {
            let ends = all.first().map(|it| it.first).zip(all.last().map(|it| it.end()));
            ends == Some((joined.first, joined.end()))
        };
        if start < end && are_same(&self.segments[start..end]) {
            self.segments.splice(start..end, [Arc::clone(joined)]);
        }
    }

    /// Gives an article by its number.
    pub fn get(&self, number: ArticleNo) -> Option<&Article> {
        self.segment_of(number)?.get(number)
    }

    /// Gives the segment that an article of this number lies in, if it lies in any.
    pub fn segment_of(&self, number: ArticleNo) -> Option<&Arc<Segment>> {
        let after = self.segments.partition_point(|segment| segment.first <= number);
        self.segments.get(after.checked_sub(1)?)
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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{ArticleNo, Corpus, Segment};
    use crate::corpus::{Record, Shape, Source, parse_record};

    /// Makes a corpus whose segments have the given sizes; the id of each article is its number.
    fn corpus(sizes: &[usize]) -> Corpus {
        let mut corpus = Corpus::default();
        for &size in sizes {
            let first = corpus.len();
            let articles = (first..first + size).map(|number| {
                let bytes = b"Tin".to_vec();
                let record = Record { bytes, line: 1, shape: Shape::Text };
                parse_record(&record, &Source::new(&number.to_string())).unwrap().article
            });
            let articles = articles.collect();
            corpus.push(Arc::new(Segment { first: ArticleNo(first as u32), articles }));
        }
        corpus
    }

    fn check(sizes: &[usize], number: u32, expected: Option<&str>) {
        let corpus = corpus(sizes);
        let found = corpus.get(ArticleNo(number)).map(|article| &*article.id);
        assert_eq!(found, expected, "{sizes:?} {number}");
    }

    #[test]
    fn a_number_finds_its_article_in_any_segment() {
        check(&[], 0, None);
        check(&[1], 0, Some("0"));
        check(&[1], 1, None);
        check(&[2, 3, 1], 1, Some("1"));
        check(&[2, 3, 1], 2, Some("2"));
        check(&[2, 3, 1], 5, Some("5"));
        check(&[2, 3, 1], u32::MAX, None);
        check(&[2, 0, 1], 2, Some("2"));
    }

    #[test]
    fn neighbours_are_joined() {
        let check = |sizes: &[usize], (from, to): (usize, usize), expected: &[usize]| {
            let mut corpus = corpus(sizes);
            let articles = corpus.segments.iter().flat_map(|it| it.articles.iter().cloned());
            let articles = articles.skip(from).take(to - from).collect();
            corpus.join(&Arc::new(Segment { first: ArticleNo(from as u32), articles }));
            let found: Vec<_> = corpus.segments.iter().map(|it| it.articles.len()).collect();
            assert_eq!(found, expected, "{sizes:?} {from} {to}");
            assert!(corpus.iter().all(|(number, it)| number.0.to_string() == *it.id));
        };
        check(&[5, 1, 1, 1], (6, 8), &[5, 1, 2]);
        check(&[5, 1, 1, 1], (5, 8), &[5, 3]);
        check(&[5, 1, 1, 1], (0, 8), &[8]);
        check(&[5, 1], (5, 6), &[5, 1]);
        // What is not made of whole segments is none of theirs.
        check(&[5, 1], (4, 6), &[5, 1]);
        check(&[5, 2], (5, 6), &[5, 2]);
    }

    #[test]
    fn all_articles_come_in_load_order() {
        let corpus = corpus(&[2, 3, 1]);
        assert_eq!((corpus.len(), corpus.is_empty(), corpus.segments().len()), (6, false, 3));
        assert!(corpus.iter().all(|(number, article)| number.0.to_string() == *article.id));
        assert_eq!(corpus.iter().count(), 6);
        assert_eq!(corpus.iter().next_back().map(|(number, _)| number), Some(ArticleNo(5)));
    }
}
