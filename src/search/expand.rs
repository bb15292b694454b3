//! What else a typed word may stand for: a rare word may be words typed as one, or have a letter
//! wrong, or be typed without an input method; an abbreviation has a long form.

mod joined;
mod names;
mod typo;

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::abbreviations::Abbreviations;
use super::index::Part;
use super::plan::PartPlan;
use super::query::{Ask, Change, Query, Reading, Term, Word};
use crate::text::{Syllable, Typing, decode};

/// Sets in how many articles a word may be, and in what share of all, to be rare.
const RARE: usize = 3;
const RARE_SHARE: usize = 5_000;

/// Tells whether a word that is in `count` of `all` articles is rare.
pub(super) const fn is_rare(count: usize, all: usize) -> bool {
    count <= RARE + all / RARE_SHARE
}

/// Gives the query with all readings of its terms, if there are more than were typed. `counts` says
/// in how many articles each term is, as it was typed.
pub(super) fn expand(
    query: &Query,
    parts: &[PartPlan],
    counts: &[usize],
    abbreviations: &Abbreviations,
) -> Option<Query> {
    let all = parts.iter().map(|part| part.part.len()).sum();
    let index = Vocabularies { parts, all, abbreviations };
    let mut expanded = query.clone();
    let undecoded = query.terms.iter().zip(counts).any(|(term, &count)| {
        let typed = |word: &Word| word.ask == Ask::Whole && !decoded(word, &index).is_empty();
        is_rare(count, index.all) && matches!(term.typed(), [word] if typed(word))
    });
    for (term, &count) in expanded.terms.iter_mut().zip(counts) {
        if term.may_be_fuzzy {
            let more = readings(term, &index, (count, undecoded));
            term.readings.extend(more);
        }
    }
    names::add_short_forms(&mut expanded.terms, abbreviations);
    (expanded != *query).then_some(expanded)
}

/// Gives what else a term may be that is in `count` articles. Where one word is `undecoded`, typed
/// without an input method, the others likely are, too.
fn readings(term: &Term, index: &Vocabularies, (count, undecoded): (usize, bool)) -> Vec<Reading> {
    let mut more = names::long_forms(term, index.abbreviations);
    more.extend(joined::as_one(term));
    let [word] = term.typed() else { return more };
    let rare = is_rare(count, index.all);
    if word.ask == Ask::Exact {
        return more;
    }
    if rare || undecoded {
        more.extend(decoded(word, index));
    }
    if rare || !joined::has_vowel(word) {
        let apart = joined::apart(word, index);
        if rare && apart.is_empty() {
            more.extend(typo::alike(word, index, count));
        }
        more.extend(apart);
    }
    more
}

/// Reads a word as typed without an input method, if there are such words.
fn decoded(word: &Word, index: &Vocabularies) -> Vec<Reading> {
    let ways = [Typing::Telex, Typing::Vni].into_iter();
    let words = ways.filter_map(|typing| decode(&word.typed, typing)).map(|typed| Word {
        syllable: Syllable::new(&typed),
        ask: word.ask,
        typed,
    });
    let known = words.filter(|word| !is_rare(index.count(word), index.all));
    known.map(|word| Reading { words: vec![word], change: Change::Decoded }).collect()
}

/// Makes a word of bare letters.
fn plain(letters: &str, ask: Ask) -> Word {
    Word { syllable: Syllable::new(letters), ask, typed: letters.to_owned() }
}

/// Holds the words that are known: those of all parts of the index, and abbreviations.
struct Vocabularies<'p> {
    parts: &'p [PartPlan<'p>],
    /// The number of articles.
    all: usize,
    abbreviations: &'p Abbreviations,
}

impl Vocabularies<'_> {
    /// Counts the articles that have a word.
    fn count(&self, word: &Word) -> usize {
        let counts = self.parts.par_iter().map(|plan| {
            let forms = super::forms::FormSet::find(&plan.part.vocabulary, word);
            count(plan.part, forms.iter())
        });
        counts.sum()
    }

    /// Gives the skeletons for which `distance` gives one, with it, and in how many articles each
    /// is; only those are asked for that have about the letters of `letters`.
    fn alike(
        &self,
        letters: &str,
        distance: impl Fn(&str) -> Option<usize> + Sync,
    ) -> Vec<(usize, usize, String)> {
        let found = self.parts.par_iter().map(|plan| {
            let vocabulary = &plan.part.vocabulary;
            let near = vocabulary.alike(letters).filter_map(|(at, skeleton)| {
                let distance = distance(skeleton)?;
                let count = count(plan.part, vocabulary.forms(at..at + 1));
                Some((skeleton.to_owned(), (distance, count)))
            });
            near.collect::<Vec<_>>()
        });
        let mut all: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        for (skeleton, (distance, count)) in found.flatten_iter().collect::<Vec<_>>() {
            all.entry(skeleton).or_insert((distance, 0)).1 += count;
        }
        all.into_iter().map(|(skeleton, (distance, count))| (distance, count, skeleton)).collect()
    }
}

fn count(part: &Part, forms: impl Iterator<Item = u16>) -> usize {
    part.fields_of(forms).anywhere().count()
}
