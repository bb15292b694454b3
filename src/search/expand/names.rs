//! Abbreviations and their long forms.

use crate::entity::abbreviations;
use crate::search::query::{Ask, Change, Reading, Term, Word};
use crate::text::{Fit, Syllable, words};

/// Gives the long form of a term that is an abbreviation.
pub(super) fn long_form(term: &Term) -> Option<Reading> {
    let [only] = term.typed() else { return None };
    let long = abbreviations::long_form_of(&abbreviations::squeeze(&only.typed))?;
    Some(Reading { words: as_words(long), change: Change::Name })
}

fn as_words(text: &str) -> Vec<Word> {
    let typed = words(text).map(|span| span.of(text).to_lowercase());
    typed.map(|typed| Word { syllable: Syllable::new(&typed), ask: Ask::Whole, typed }).collect()
}

/// Makes one term of those that are the words of a long form, side by side: they are a name, and it
/// may be there abbreviated.
pub(super) fn merge_long_forms(terms: &mut Vec<Term>) {
    let mut at = 0;
    while at < terms.len() {
        if let Some((length, short)) = long_form_at(&terms[at..]) {
            let words = terms.drain(at + 1..at + length).flat_map(|term| term.typed().to_vec());
            let words: Vec<_> = words.collect();
            let term = &mut terms[at];
            term.readings.truncate(1);
            term.readings[0].words.extend(words);
            term.readings.push(Reading { words: as_words(short), change: Change::Name });
        }
        at += 1;
    }
}

/// Finds a long form of three words or more that the terms begin with: how many terms, and the
/// abbreviation.
fn long_form_at(terms: &[Term]) -> Option<(usize, &'static str)> {
    let typed: Vec<&Word> = terms
        .iter()
        .map_while(|term| match term.typed() {
            [word] if term.may_be_fuzzy && word.ask == Ask::Whole => Some(word),
            _ => None,
        })
        .collect();
    let found = abbreviations::all().filter_map(|(short, long)| {
        let mut count = 0;
        for span in words(long) {
            let word = typed.get(count)?;
            word.fit(&span.of(long).to_lowercase()).filter(|&fit| fit >= Fit::Free)?;
            count += 1;
        }
        (count >= 3).then_some((count, short))
    });
    found.max_by_key(|&(count, _)| count)
}
