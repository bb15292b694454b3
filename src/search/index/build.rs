//! Building an index: words are numbered as they come, and sorted at the end of each part.

use hashbrown::HashMap;

use super::pairs::Pairs;
use super::postings::{BODY, LEAD, MAX_DOCS, Postings, TITLE};
use super::vocabulary::{MAX_FORMS, Vocabulary};
use super::{DocShape, GAP, Index, LEAD_WORDS, Part};
use crate::corpus::Date;
use crate::search::docs::DocSet;
use crate::search::words::is_wide;
use crate::text::{Span, Syllable, words};

/// Represents what is indexed: an article, or a name, which is all title.
pub(super) struct Indexed<'t> {
    pub text: &'t str,
    pub title: Span,
    /// Whether the title is the beginning of the body.
    pub derived: bool,
    pub date: Option<Date>,
}

/// Indexes texts.
pub(super) fn build<'t>(texts: impl Iterator<Item = Indexed<'t>>) -> Index {
    let mut builder = Builder::default();
    texts.for_each(|text| builder.add(&text));
    let end = builder.first + builder.docs.len();
    builder.close(end);
    Index { parts: builder.parts.into_boxed_slice() }
}

#[derive(Default)]
struct Builder {
    parts: Vec<Part>,
    /// The number of the first article of the part in the segment.
    first: usize,
    /// Whether that is the rest of an article.
    continues: bool,
    /// The numbers of words as they are written.
    known: HashMap<Box<str>, u16>,
    /// The numbers of words by what their letters and marks are.
    by_syllable: HashMap<Syllable, u16>,
    forms: Vec<(String, String)>,
    tokens: Vec<u16>,
    docs: Vec<DocShape>,
    derived: Vec<bool>,
}

impl Builder {
    fn add(&mut self, article: &Indexed) {
        // An article more would rarely have more new words than this.
        if self.docs.len() == MAX_DOCS || self.forms.len() > MAX_FORMS - MAX_FORMS / 16 {
            self.close(self.first + self.docs.len());
        }
        self.begin(article);
        let mut previous: Option<Span> = None;
        for word in words(article.text) {
            if self.forms.len() == MAX_FORMS {
                self.split(article);
            } else if previous.is_some_and(|previous| are_apart(article, previous, word)) {
                self.tokens.push(GAP);
            }
            let token = self.number(word.of(article.text));
            self.tokens.push(token);
            if article.title.covers(word) {
                self.note_title();
            }
            previous = Some(word);
        }
    }

    fn begin(&mut self, article: &Indexed) {
        let start = self.tokens.len() as u32;
        self.docs.push(DocShape { start, date: article.date, ..DocShape::default() });
        self.derived.push(article.derived);
    }

    /// Takes the last token into the title of the last article.
    fn note_title(&mut self) {
        let Some(doc) = self.docs.last_mut() else { return };
        let at = self.tokens.len() - 1 - doc.start as usize;
        let start = if doc.title.is_empty() { at } else { doc.title.start as usize };
        if let (Ok(start), Ok(end)) = (u16::try_from(start), u16::try_from(at + 1)) {
            doc.title = start..end;
        }
    }

    /// Goes on with an article in a new part: it alone has more words than can be numbered.
    fn split(&mut self, article: &Indexed) {
        let this = self.first + self.docs.len() - 1;
        self.close(this);
        self.begin(article);
        self.continues = true;
    }

    /// Gives the number of a word.
    fn number(&mut self, written: &str) -> u16 {
        if let Some(&number) = self.known.get(written) {
            return number;
        }
        let spelling = written.to_lowercase();
        let syllable = Syllable::new(&spelling);
        let new = self.forms.len() as u16;
        let skeleton = syllable.skeleton().to_owned();
        let number = *self.by_syllable.entry(syllable).or_insert(new);
        if number == new {
            self.forms.push((skeleton, spelling));
        }
        self.known.insert(written.into(), number);
        number
    }

    /// Ends the part; the next one begins with the article `next` of the segment.
    fn close(&mut self, next: usize) {
        let (vocabulary, numbers) = Vocabulary::new(&self.forms);
        let renumber = |token: u16| numbers.get(usize::from(token)).copied().unwrap_or(GAP);
        let tokens: Box<[u16]> = self.tokens.drain(..).map(renumber).collect();
        let docs: Box<[DocShape]> = self.docs.drain(..).collect();
        let mut derived = DocSet::new(docs.len());
        let origins = self.derived.drain(..).enumerate();
        origins.for_each(|(doc, derives)| derived.add(doc, u64::from(derives)));
        let first = std::mem::replace(&mut self.first, next);
        let continues = std::mem::take(&mut self.continues);
        let mut part =
            Part { first, vocabulary, continues, derived, tokens, docs, ..Part::default() };
        part.postings = Postings::new(part.docs.len(), self.forms.len(), &pairs(&part));
        if !part.is_all_titles() {
            part.pairs = Pairs::new(&part);
        }
        part.gather_titles();
        note_letters(&mut part);
        self.known.clear();
        self.by_syllable.clear();
        self.forms.clear();
        if !part.docs.is_empty() {
            self.parts.push(part);
        }
    }
}

/// Tells whether two words that follow each other do not stand side by side: too much lies between
/// them, or one is the last of a title and the other the first of the body.
fn are_apart(article: &Indexed, left: Span, right: Span) -> bool {
    let end = article.title.end;
    let parted = !article.derived && left.end <= end && right.start >= end;
    parted || is_wide(article.text, left, right)
}

/// Lists for each article its words, each once, with where they stand.
fn pairs(part: &Part) -> Vec<(u16, u16)> {
    let mut pairs = Vec::with_capacity(part.tokens.len() / 2);
    let mut flags = vec![0u16; MAX_FORMS + 1];
    let mut seen = Vec::new();
    for doc in 0..part.docs.len() {
        let (tokens, title) = (part.tokens(doc), part.title(doc));
        let body = part.body_start(doc);
        for (at, &token) in tokens.iter().enumerate().filter(|&(_, &token)| token != GAP) {
            let place = &mut flags[usize::from(token)];
            if *place == 0 {
                seen.push(token);
            }
            let titled = if title.contains(&at) { TITLE } else { 0 };
            *place |= match at.checked_sub(body) {
                Some(..LEAD_WORDS) => titled | LEAD | BODY,
                None if titled != 0 => titled,
                _ => titled | BODY,
            };
        }
        for token in seen.drain(..) {
            pairs.push((token, doc as u16 | std::mem::take(&mut flags[usize::from(token)])));
        }
    }
    pairs
}

/// Notes which letters each title has.
fn note_letters(part: &mut Part) {
    let letters = part.vocabulary.letters_of_forms();
    for doc in 0..part.docs.len() {
        let title = part.title_tokens(doc).iter();
        let words = title.filter(|&&token| token != GAP);
        part.docs[doc].letters = words.fold(0, |set, &token| set | letters[usize::from(token)]);
    }
}
