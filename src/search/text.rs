//! The searchable form of articles: their folded text. What finds in it stands beside this module.

use crate::corpus::{Article, Segment};
use crate::text::{Folded, Span, fold, fold_str};

/// Holds the folded text of a segment's articles, in order; built once by a worker.
#[derive(Debug, Default)]
pub struct SegmentText {
    articles: Box<[ArticleText]>,
}

#[derive(Debug)]
struct ArticleText {
    folded: Folded,
    /// The title, in folded bytes.
    title: Span,
}

impl SegmentText {
    /// Folds the articles of a segment; takes about 0.9 bytes for each byte of text.
    pub fn build(segment: &Segment) -> Self {
        Self { articles: segment.articles.iter().map(ArticleText::new).collect() }
    }

    /// Gives what is searched in the article at `index` of the segment.
    pub(super) fn doc<'a>(&'a self, segment: &'a Segment, index: usize) -> Option<Doc<'a>> {
        let (text, article) = (self.articles.get(index)?, segment.articles.get(index)?);
        Some(Doc { title: text.title, ..Doc::new(&article.text, &text.folded) })
    }
}

impl ArticleText {
    fn new(article: &Article) -> Self {
        let (before, title) = (&article.text[..article.title.start as usize], article.title());
        let start = fold_str(before).len();
        let title = Span::new(start, start + fold_str(title).len());
        Self { folded: fold(&article.text), title }
    }
}

/// Represents a text that is searched: an article, or a name.
#[derive(Clone, Copy)]
pub(super) struct Doc<'a> {
    pub source: &'a str,
    /// Its folded form.
    pub folded: &'a str,
    /// The way back.
    map: &'a Folded,
    /// The title, in folded bytes; empty when the text has none.
    pub title: Span,
}

impl<'a> Doc<'a> {
    /// Makes one without a title.
    pub fn new(source: &'a str, folded: &'a Folded) -> Self {
        Self { source, folded: folded.as_str(), map: folded, title: Span::default() }
    }

    /// Makes one of folded text only, for a look that ignores marks.
    pub fn of_folded(folded: &'a str, nothing: &'a Folded) -> Self {
        Self { source: "", folded, map: nothing, title: Span::default() }
    }

    /// Gives all of it, in folded bytes.
    pub fn whole(&self) -> Span {
        Span::new(0, self.folded.len())
    }

    /// Finds where folded bytes stand in the source.
    pub fn source_span(&self, folded: Span) -> Span {
        self.map.to_source(self.source, folded)
    }
}

/// Tells whether a word may begin at the byte `at` of folded text.
pub(super) fn starts_word(folded: &str, at: usize) -> bool {
    match folded.as_bytes()[..at].last() {
        Some(byte) if byte.is_ascii() => !byte.is_ascii_alphanumeric(),
        Some(_) => !folded[..at].chars().next_back().is_some_and(char::is_alphanumeric),
        None => true,
    }
}

/// Tells whether a word may end before the byte `at` of folded text.
pub(super) fn ends_word(folded: &str, at: usize) -> bool {
    match folded.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => !byte.is_ascii_alphanumeric(),
        Some(_) => !folded[at..].chars().next().is_some_and(char::is_alphanumeric),
        None => true,
    }
}

/// Finds the end of the word that goes on at `at`.
pub(super) fn word_end(folded: &str, at: usize) -> usize {
    let rest = &folded[at..];
    at + rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())
}
