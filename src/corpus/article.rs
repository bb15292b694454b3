//! One article: a single text buffer and the spans of its parts. How the parts are found is told in
//! the modules beside this one.

use super::sentence::sentence_end;
use super::{ArticleKey, Date};
use crate::text::{CleanText, Span};

/// Tells where a title comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TitleOrigin {
    /// The source names it: a field, a heading, or a first line that looks like a title.
    Given,
    /// The source has none: it is the beginning of the body.
    Derived,
}

/// Represents one article of a corpus.
///
/// All spans are of [`Article::text`]. A given title lies before the body; a derived one lies in the
/// body, which is then the whole text. Captions and byline lie in the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// The name that commands take: given by the source, else the file name, else `name:line`.
    pub id: CleanText,
    /// The file, as it is shown to the user.
    pub source: CleanText,
    /// Title and body.
    pub text: CleanText,
    /// What tells it from all others: a hash of `text`.
    pub key: ArticleKey,
    /// The title, on one line.
    pub title: Span,
    /// Where the title comes from.
    pub title_origin: TitleOrigin,
    /// The body, without white space around it.
    pub body: Span,
    /// When it was published or crawled.
    pub date: Option<Date>,
    /// Where it was published.
    pub url: Option<CleanText>,
    /// The photo captions, in reading order.
    pub captions: Vec<Span>,
    /// The author or agency that signs on the last line.
    pub byline: Option<Span>,
    /// The number of white-space separated words in the body.
    pub words: u32,
}

impl Article {
    /// Gives the title.
    pub fn title(&self) -> &str {
        self.title.of(&self.text)
    }

    /// Gives the body, with captions and byline.
    pub fn body(&self) -> &str {
        self.body.of(&self.text)
    }

    /// Gives where it was published, or else its file.
    pub fn place(&self) -> &CleanText {
        self.url.as_ref().unwrap_or(&self.source)
    }

    /// Gives the paragraph of the body that holds a byte of the text, or the next one after it.
    pub fn paragraph_at(&self, at: u32) -> Option<Span> {
        self.body.lines(&self.text).find(|paragraph| paragraph.end > at)
    }

    /// Gives the sentence of the body that holds a byte of the text, or the next one after it.
    pub fn sentence_at(&self, at: u32) -> Option<Span> {
        let paragraph = self.paragraph_at(at)?;
        let text = paragraph.of(&self.text);
        let at = at.saturating_sub(paragraph.start) as usize;
        let mut start = 0;
        loop {
            let end = sentence_end(text, start);
            if end > at || end == text.len() {
                let base = paragraph.start as usize;
                return Some(Span::new(base + start, base + end));
            }
            start = end + text[end..].len() - text[end..].trim_start().len();
        }
    }

    /// Gives the byline, when there is one.
    pub fn byline(&self) -> Option<&str> {
        self.byline.map(|span| span.of(&self.text))
    }

    /// Gives the captions in reading order.
    pub fn captions(&self) -> impl Iterator<Item = &str> {
        self.captions.iter().map(|span| span.of(&self.text))
    }

    /// Gives the number of words in the body.
    pub const fn words(&self) -> usize {
        self.words as usize
    }

    /// Gives the title as it is shown: with an ellipsis where it was cut.
    pub fn shown_title(&self) -> String {
        let more = if self.title_is_cut() { "…" } else { "" };
        format!("{}{more}", self.title())
    }

    /// Tells whether the title stops before its sentence does, so that an ellipsis should be shown.
    pub fn title_is_cut(&self) -> bool {
        self.title_origin == TitleOrigin::Derived
            && !ends_sentence(&self.text, self.title.end as usize)
    }
}

/// Tells whether a sentence is over at `end`: the line ends there, or its final mark lies on one side.
fn ends_sentence(text: &str, end: usize) -> bool {
    let (before, after) = text.split_at(end);
    let line_over = after.trim_start_matches(['"', '”', '’', '»', ')', ' ']).is_empty()
        || after.starts_with('\n');
    line_over || after.starts_with('.') || before.ends_with(['?', '!', '…'])
}
