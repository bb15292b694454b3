//! Words that were typed as one (`lamdong`), and one word that was typed as several (`tp.hcm`).

use super::Vocabularies;
use crate::search::query::{Ask, Change, Reading, Term, Word};
use crate::text::Syllable;

/// Sets the fewest letters of words that were typed as one, and the most.
const LETTERS: std::ops::RangeInclusive<usize> = 4..=28;

/// Limits the letters of one such word: no syllable has more.
const MAX_PIECE: usize = 7;

/// Limits the pieces, and the ways to part them that are kept.
const MAX_PIECES: usize = 4;
const KEPT: usize = 3;

/// Sets in what share of the articles a word must be to be a piece, and the beginning of a word.
const SHARE: usize = 200;
const SHARE_OPEN: usize = 50;

/// Gives a term of several words as one word.
pub(super) fn as_one(term: &Term) -> Option<Reading> {
    let words = term.typed();
    let ask = words.last().filter(|word| words.len() > 1 && word.ask != Ask::Exact)?.ask;
    let typed: String = words.iter().map(|word| word.typed.as_str()).collect();
    let word = Word { syllable: Syllable::new(&typed), ask, typed };
    Some(Reading { words: vec![word], change: Change::Joined })
}

/// Tells whether a word has a vowel, as syllables do.
pub(super) fn has_vowel(word: &Word) -> bool {
    word.syllable.skeleton().contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

/// Parts a word into words that are in many articles; the likeliest ways first.
pub(super) fn apart(word: &Word, index: &Vocabularies) -> Vec<Reading> {
    let letters: Vec<_> = word.typed.chars().collect();
    if !LETTERS.contains(&letters.len()) {
        return Vec::new();
    }
    let mut ways = Ways { letters: &letters, ask: word.ask, index, found: Vec::new() };
    ways.part(0, &mut Vec::new(), usize::MAX);
    // Fewer pieces are likelier; then the ones of which the rarest is more frequent.
    ways.found.sort_by_key(|(rarest, words)| (words.len(), std::cmp::Reverse(*rarest)));
    ways.found.truncate(KEPT);
    let reading = |(_, words)| Reading { words, change: Change::Joined };
    ways.found.into_iter().map(reading).collect()
}

struct Ways<'w> {
    letters: &'w [char],
    ask: Ask,
    index: &'w Vocabularies<'w>,
    /// With the number of articles of the rarest piece.
    found: Vec<(usize, Vec<Word>)>,
}

impl Ways<'_> {
    fn part(&mut self, from: usize, pieces: &mut Vec<Word>, rarest: usize) {
        if from == self.letters.len() {
            if pieces.len() > 1 {
                self.found.push((rarest, pieces.clone()));
            }
            return;
        }
        if pieces.len() == MAX_PIECES {
            return;
        }
        for end in from + 1..=(from + MAX_PIECE).min(self.letters.len()) {
            // One letter alone is no word, but for the end of a word that is still being typed.
            let ends = end == self.letters.len();
            if end - from < 2 && !(ends && self.ask == Ask::Prefix) {
                continue;
            }
            let typed: String = self.letters[from..end].iter().collect();
            let ask = if ends { self.ask } else { Ask::Whole };
            let piece = Word { syllable: Syllable::new(&typed), ask, typed };
            let count = self.index.count(&piece);
            let share = if ask == Ask::Prefix { SHARE_OPEN } else { SHARE };
            if count > self.index.all / share {
                pieces.push(piece);
                self.part(end, pieces, rarest.min(count));
                pieces.pop();
            }
        }
    }
}
