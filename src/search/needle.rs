//! Finding one term of a query in a text: the bare letters first, with a fast substring search on
//! the folded text, then the borders of words, then the marks, on the source.

use memchr::memmem::Finder;

use super::query::{Ask, Term, Word};
use super::text::{Doc, ends_word, starts_word, word_end};
use crate::text::{Fit, Span, words};

/// Limits the signs between two words that stand side by side: `TP. HCM`, `30-NQ`, `"Hà" - Nội`.
pub(super) const MAX_GAP: usize = 3;

/// Tells whether the marks that were typed are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marks {
    /// Bare letters are enough: for a first, cheap look.
    Ignored,
    /// They must be there.
    Checked,
}

/// Represents a term that is ready to be looked for.
pub(super) struct Needle<'q> {
    term: &'q Term,
    /// The word that is looked for first: the longest, because it is likely the rarest.
    anchor: usize,
    finder: Finder<'q>,
    needs_marks: bool,
}

impl<'q> Needle<'q> {
    pub fn new(term: &'q Term) -> Self {
        let lengths = term.words.iter().map(|word| word.syllable.skeleton().len());
        let anchor = lengths.enumerate().max_by_key(|&(_, length)| length).map_or(0, |(at, _)| at);
        let finder = Finder::new(term.words[anchor].syllable.skeleton());
        Self { term, anchor, finder, needs_marks: term.needs_marks() }
    }

    /// Gives the number of letters of the word that is looked for first.
    pub fn letters(&self) -> usize {
        self.finder.needle().len()
    }

    /// Tells whether a text must be looked at with its marks.
    pub const fn needs_marks(&self) -> bool {
        self.needs_marks
    }

    /// Tells cheaply whether folded text may have the term.
    pub fn may_be_in(&self, folded: &str) -> bool {
        self.finder.find(folded.as_bytes()).is_some()
    }

    /// Finds the first place of the term within a stretch of folded text; gives folded bytes.
    pub fn find(&self, doc: Doc, within: Span) -> Option<Span> {
        self.places(doc, within, Marks::Checked).next()
    }

    /// Finds all places of the term within a stretch of folded text, in order.
    pub fn places<'a>(
        &'a self,
        doc: Doc<'a>,
        within: Span,
        marks: Marks,
    ) -> impl Iterator<Item = Span> + 'a {
        let checks = self.needs_marks && marks == Marks::Checked;
        let folded = doc.folded;
        let start = within.start as usize;
        self.finder
            .find_iter(&folded.as_bytes()[within.range()])
            .filter_map(move |at| self.around(folded, start + at))
            .filter(move |&place| within.covers(place))
            .filter(move |&place| !checks || self.fit(doc, place).is_some())
    }

    /// Gives the place of the whole term when its anchor stands at `at` as a word.
    fn around(&self, folded: &str, at: usize) -> Option<Span> {
        let words = &self.term.words;
        let mut end = end_of(&words[self.anchor], folded, at)?;
        let mut start = at;
        for word in words[..self.anchor].iter().rev() {
            let before = folded[..start].trim_end_matches(|c: char| !c.is_alphanumeric());
            if !is_gap(&folded[before.len()..start]) {
                return None;
            }
            start = before.strip_suffix(word.syllable.skeleton())?.len();
            end_of(word, folded, start)?;
        }
        for word in &words[self.anchor + 1..] {
            let after = folded[end..].trim_start_matches(|c: char| !c.is_alphanumeric());
            let next = folded.len() - after.len();
            if !is_gap(&folded[end..next]) {
                return None;
            }
            end = end_of(word, folded, next)?;
        }
        Some(Span::new(start, end))
    }

    /// Tells how a place fits what was typed; the worst word counts.
    pub fn fit(&self, doc: Doc, place: Span) -> Option<Fit> {
        let end = word_end(doc.folded, place.end as usize);
        let source = doc.source_span(Span::new(place.start as usize, end)).of(doc.source);
        if let [word] = self.term.words.as_slice() {
            return word.fit(source);
        }
        let mut written = words(source);
        let mut worst = Fit::Exact;
        for word in &self.term.words {
            worst = worst.min(word.fit(written.next()?.of(source))?);
        }
        Some(worst)
    }
}

/// Gives the end of `word` when it stands at `at`, between the borders that it asks for.
fn end_of(word: &Word, folded: &str, at: usize) -> Option<usize> {
    let skeleton = word.syllable.skeleton();
    let end = at + skeleton.len();
    let stands = starts_word(folded, at) && folded[at..].starts_with(skeleton);
    let ends = word.ask == Ask::Prefix || stands && ends_word(folded, end);
    (stands && ends).then_some(end)
}

/// Tells whether what lies between two words lets them stand side by side.
pub(super) fn is_gap(between: &str) -> bool {
    between.len() <= MAX_GAP && !between.is_empty() && !between.contains(char::is_alphanumeric)
}
