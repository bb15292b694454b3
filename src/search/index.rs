//! The index of a segment: which articles have a word, and where.
//!
//! Vietnamese has few distinct syllables, so numbers of 16 bits name all words of some thousands of
//! articles, marks and all. For each article there is a stream of these numbers, which tells what
//! stands beside what and takes the place of a folded copy of the text; for each word there are the
//! articles that have it, by title, lead and body. What a segment needs beyond 16 bits goes into
//! another part.

mod build;
mod kept;
mod pairs;
mod postings;
mod strings;
mod vocabulary;

use std::ops::Range;

use super::docs::{DocSet, Fields};
use crate::corpus::{Date, Segment, TitleOrigin};
use crate::text::Span;
use build::Indexed;
use pairs::Pairs;
use postings::Postings;
pub(super) use vocabulary::{Vocabulary, letter_set};

/// Stands in a token stream where words are too far apart to be side by side.
pub(super) const GAP: u16 = u16::MAX;

/// Sets how many words from the beginning of a body are its lead.
pub(super) const LEAD_WORDS: usize = 40;

/// Holds what finds in the articles of one segment, or in the names of its entities; built once by
/// a worker.
#[derive(Debug, Default)]
pub struct Index {
    parts: Box<[Part]>,
}

impl Index {
    /// Indexes the articles of a segment; takes about half a byte for each byte of text.
    pub fn of_articles(segment: &Segment) -> Self {
        build::build(segment.articles.iter().map(|article| Indexed {
            text: &article.text,
            title: article.title,
            derived: article.title_origin == TitleOrigin::Derived,
            date: article.date,
        }))
    }

    /// Indexes names: each is a text that is all title.
    pub fn of_names<'n>(names: impl Iterator<Item = &'n str>) -> Self {
        build::build(names.map(|text| Indexed {
            text,
            title: Span::new(0, text.len()),
            derived: false,
            date: None,
        }))
    }

    /// Gives the bytes that it takes.
    pub fn size(&self) -> usize {
        let parts = self.parts.iter().map(|part| {
            let docs = size_of_val(&*part.docs) + size_of_val(&*part.tokens);
            let docs = docs + size_of_val(&*part.titles);
            size_of::<Part>()
                + docs
                + part.vocabulary.size()
                + part.postings.size()
                + part.pairs.size()
        });
        parts.sum()
    }

    /// Gives the parts, in the order of their articles.
    pub(super) fn parts(&self) -> &[Part] {
        &self.parts
    }
}

/// Represents up to some thousands of articles whose words are numbered together.
#[derive(Debug, Default)]
pub(super) struct Part {
    /// The number of the first article in the segment; the others follow.
    pub first: usize,
    pub vocabulary: Vocabulary,
    pub postings: Postings,
    pairs: Pairs,
    /// Whether the first article is the rest of one that has more words than a part can number.
    pub continues: bool,
    /// The articles whose title is the beginning of their body.
    pub derived: DocSet,
    tokens: Box<[u16]>,
    /// The tokens of all titles, side by side, since most of what is typed asks for titles only;
    /// none where all tokens are of titles.
    titles: Box<[u16]>,
    docs: Box<[DocShape]>,
}

/// Holds what is known of one article beside its tokens.
#[derive(Debug, Default)]
struct DocShape {
    /// Where its tokens begin.
    start: u32,
    /// Which of them are its title.
    title: Range<u16>,
    /// Where these begin among those of all titles.
    title_start: u32,
    /// Which letters the title has.
    letters: u32,
    date: Option<Date>,
}

impl Part {
    /// Gives how many articles there are.
    pub fn len(&self) -> usize {
        self.docs.len()
    }

    /// Tells where words stand.
    pub fn fields_of(&self, forms: impl Iterator<Item = u16>) -> Fields {
        let mut fields = Fields::new(self.len());
        forms.for_each(|form| self.postings.add_to(form, &mut fields));
        fields
    }

    /// Gives the words of an article in the order of its text, with a [`GAP`] where two are too
    /// far apart, and after a given title.
    pub fn tokens(&self, doc: usize) -> &[u16] {
        let end = self.docs.get(doc + 1).map_or(self.tokens.len(), |next| next.start as usize);
        &self.tokens[self.docs[doc].start as usize..end]
    }

    /// Gives which tokens of an article are its title.
    pub fn title(&self, doc: usize) -> Range<usize> {
        let title = &self.docs[doc].title;
        usize::from(title.start)..usize::from(title.end)
    }

    /// Gives the tokens of the title of an article.
    pub fn title_tokens(&self, doc: usize) -> &[u16] {
        if self.titles.is_empty() {
            return &self.tokens(doc)[self.title(doc)];
        }
        let (start, length) = (self.docs[doc].title_start as usize, self.docs[doc].title.len());
        &self.titles[start..start + length]
    }

    /// Tells whether there is nothing but titles.
    fn is_all_titles(&self) -> bool {
        self.docs.iter().map(|doc| doc.title.len()).sum::<usize>() == self.tokens.len()
    }

    /// Puts the tokens of all titles side by side.
    fn gather_titles(&mut self) {
        if self.is_all_titles() {
            return;
        }
        let mut titles = Vec::new();
        for doc in 0..self.docs.len() {
            self.docs[doc].title_start = titles.len() as u32;
            titles.extend_from_slice(&self.tokens(doc)[self.title(doc)]);
        }
        self.titles = titles.into_boxed_slice();
    }

    /// Gives the token from which on the text of an article is searched: all of it, but for a title
    /// that stands before it.
    pub fn body_start(&self, doc: usize) -> usize {
        match self.title(doc).end {
            0 => 0,
            _ if self.derived.has(doc) => 0,
            end => (end + 1).min(self.tokens(doc).len()),
        }
    }

    /// Gives which letters the title of an article has, as [`letter_set`] does.
    pub fn letters(&self, doc: usize) -> u32 {
        self.docs[doc].letters
    }

    /// Gives the date of an article.
    pub fn date(&self, doc: usize) -> Option<Date> {
        self.docs[doc].date
    }
}
