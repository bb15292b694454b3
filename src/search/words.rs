//! The words of one text, and the places where terms stand among them: what the index knows, for a
//! text that is at hand.

use super::place::{Place, Worth};
use super::query::{Ask, Reading, Term};
use crate::text::{Fit, Span, fold_char, words};

/// Limits the signs between two words that stand side by side: `TP. HCM`, `30-NQ`, `"Hà" - Nội`.
pub(super) const MAX_GAP: usize = 3;

/// Holds the words of a text with their positions.
pub(super) struct Words<'t> {
    text: &'t str,
    /// Sorted; where a position is left out, too much lies between two words.
    words: Vec<(u32, Span)>,
}

impl<'t> Words<'t> {
    /// Finds the words of a text.
    pub fn new(text: &'t str) -> Self {
        Self { text, words: positions(text).collect() }
    }

    /// Finds the places of all terms, sorted.
    pub fn places(&self, terms: &[Term]) -> Vec<Place> {
        let mut places = Vec::new();
        for at in 0..self.words.len() {
            for (number, term) in terms.iter().enumerate() {
                let readings = term.readings.iter();
                places.extend(readings.filter_map(|reading| self.place(reading, at, number)));
            }
        }
        places.sort_unstable();
        places
    }

    fn place(&self, reading: &Reading, at: usize, term: usize) -> Option<Place> {
        let here = self.words.get(at..at + reading.words.len())?;
        let (start, _) = here[0];
        let mut worst = Fit::Exact;
        for ((position, word), &(there, span)) in (start..).zip(&reading.words).zip(here) {
            let beside = there == position;
            worst = worst.min(word.fit(span.of(self.text)).filter(|_| beside)?);
        }
        let end = start + here.len() as u32;
        Some(Place { start, term, end, fit: Worth::new(reading.change, worst) })
    }

    /// Finds the bytes from the first of some positions to the last.
    pub fn span(&self, start: u32, end: u32) -> Span {
        let at = |position| self.words.partition_point(|&(there, _)| there < position);
        match &self.words[at(start)..at(end)] {
            [] => Span::default(),
            [(_, only)] => *only,
            [(_, first), .., (_, last)] => Span { start: first.start, end: last.end },
        }
    }

    /// Finds what to highlight of a place: of a longer word only what was typed.
    pub fn matched(&self, place: &Place, terms: &[Term]) -> Span {
        let span = self.span(place.start, place.end);
        let last = self.span(place.end - 1, place.end);
        let typed = terms[place.term].readings.iter().filter_map(|reading| {
            let word = reading.words.last().filter(|word| word.ask == Ask::Prefix)?;
            word.fit(last.of(self.text))?;
            Some(word.syllable.skeleton().chars().count())
        });
        let end = typed.max().map(|letters| last.start + end_of(last.of(self.text), letters));
        Span { end: end.unwrap_or(span.end), ..span }
    }
}

/// Gives the words of a text with their positions.
fn positions(text: &str) -> impl Iterator<Item = (u32, Span)> + '_ {
    let mut last: Option<(u32, Span)> = None;
    words(text).map(move |span| {
        let next = |(at, before)| at + 1 + u32::from(is_wide(text, before, span));
        let found = (last.map_or(0, next), span);
        last = Some(found);
        found
    })
}

/// Finds the bytes from the first of some positions of a text to the last.
pub(super) fn span_at(text: &str, stretch: Span) -> Span {
    let mut words = positions(text).skip_while(|&(at, _)| at < stretch.start);
    let words = words.by_ref().take_while(|&(at, _)| at < stretch.end).map(|(_, span)| span);
    words.reduce(|all, word| Span { end: word.end, ..all }).unwrap_or_default()
}

/// Tells whether too much lies between two words for them to stand side by side.
pub(super) fn is_wide(text: &str, left: Span, right: Span) -> bool {
    let between = Span { start: left.end, end: right.start }.of(text);
    // Most gaps are one space; marks without a letter are no signs.
    between.len() > MAX_GAP && between.chars().filter_map(fold_char).count() > MAX_GAP
}

/// Gives the bytes that the first `letters` letters of a word take, with their marks.
fn end_of(word: &str, letters: usize) -> u32 {
    let mut starts = word.char_indices().filter(|&(_, c)| fold_char(c).is_some());
    starts.nth(letters).map_or(word.len(), |(at, _)| at) as u32
}
