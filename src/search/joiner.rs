//! Joining segments that come in small pieces: a search looks into each segment by itself, and a
//! corpus that grows by single articles would have as many segments as these.

use std::sync::Arc;

use super::known::are_merged;
use super::{Index, SearchSegment};
use crate::corpus::Segment;

/// Limits the articles of a segment that is joined with those before it, and of what comes of that.
const SMALL: usize = 256;
const MOST: usize = 4096;

/// Makes segments searchable, which come in load order, and joins small ones with those before.
///
/// A segment is joined with the one before unless that is far larger: so each article is joined a few
/// times only, and few segments are left.
#[derive(Debug, Default)]
pub struct Joiner {
    known: Vec<Arc<Segment>>,
}

impl Joiner {
    /// Takes in a segment behind all others; gives what finds in it, and in those that it was joined
    /// with.
    pub fn add(&mut self, mut segment: Arc<Segment>) -> SearchSegment {
        let is_small = segment.articles.len() <= SMALL;
        while let Some(last) = self.known.pop_if(|last| is_small && are_joined(last, &segment)) {
            let articles = last.articles.iter().chain(&segment.articles).cloned().collect();
            segment = Arc::new(Segment { first: last.first, articles });
        }
        if segment.articles.len() < MOST {
            self.known.push(Arc::clone(&segment));
        }
        SearchSegment { index: Arc::new(Index::of_articles(&segment)), segment }
    }
}

/// Tells whether two segments become one.
fn are_joined(last: &Segment, next: &Segment) -> bool {
    let range = |it: &Segment| it.first..it.end();
    are_merged(&range(last), &range(next)) && last.articles.len() + next.articles.len() <= MOST
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{ArticleNo, Record, Shape, Source, parse_record};

    /// Adds segments of so many articles, and compares the sizes of those that are left.
    fn check(sizes: &[usize], expected: &[usize]) {
        let record = Record { bytes: "Ở Lâm Đồng.".into(), line: 1, shape: Shape::Text };
        let parsed = parse_record(&record, &Source::new("a.txt")).expect("the text is fine");
        let (mut joiner, mut first) = (Joiner::default(), 0);
        let mut left: Vec<SearchSegment> = Vec::new();
        for &size in sizes {
            let articles = (0..size).map(|_| parsed.article.clone()).collect();
            let part = joiner.add(Arc::new(Segment { first: ArticleNo(first), articles }));
            first += size as u32;
            assert_eq!(part.segment.end(), ArticleNo(first));
            left.retain(|it| it.segment.first < part.segment.first);
            left.push(part);
        }
        let left: Vec<_> = left.iter().map(|it| it.segment.articles.len()).collect();
        assert_eq!(left, expected, "{sizes:?}");
    }

    #[test]
    fn small_segments_are_joined() {
        check(&[], &[]);
        check(&[3], &[3]);
        check(&[1, 1, 1, 1, 1, 1, 1], &[4, 2, 1]);
        check(&[1; 100], &[64, 32, 4]);
        check(&[300, 1, 1], &[300, 2]);
        check(&[64, 300], &[64, 300]);
        check(&[300, 200], &[500]);
        check(&[4000, 200, 200], &[4000, 400]);
    }
}
