//! Abbreviations and their long forms.

use crate::search::abbreviations::{Abbreviations, Pair};
use crate::search::query::{Change, Reading, Term, Word};
use crate::text::Fit;

/// Limits the short forms that are looked for in the stead of one long form.
const MAX_SHORT_FORMS: usize = 4;

/// Gives the long forms of a term that is an abbreviation.
pub(super) fn long_forms(term: &Term, known: &Abbreviations) -> Vec<Reading> {
    let short: String = term.typed().iter().map(|word| word.typed.as_str()).collect();
    let reading = |pair: &Pair| Reading { words: pair.long.clone(), change: Change::Name };
    known.of_short(&short).map(reading).collect()
}

/// Lets a short form stand for terms that are the words of its long form: for each of them, since
/// they may also stand apart.
pub(super) fn add_short_forms(terms: &mut [Term], known: &Abbreviations) {
    let mut at = 0;
    while at < terms.len() {
        let found = long_forms_at(&terms[at..], known);
        let length = found.iter().map(|pair| pair.long.len()).max().unwrap_or(1);
        let longest = found.into_iter().filter(|pair| pair.long.len() == length);
        let short = longest.map(|pair| pair.short.clone()).take(MAX_SHORT_FORMS);
        let short = short.map(|words| Reading { words, change: Change::Name });
        let short: Vec<_> = short.collect();
        for term in &mut terms[at..at + length] {
            term.readings.extend_from_slice(&short);
        }
        at += length;
    }
}

/// Finds the pairs with a long form of three words or more that the terms begin with.
fn long_forms_at<'a>(terms: &[Term], known: &'a Abbreviations) -> Vec<&'a Pair> {
    let typed = |term: &Term| match term.typed() {
        [word] if term.may_be_fuzzy => Some(word.clone()),
        _ => None,
    };
    let typed: Vec<Word> = terms.iter().map_while(typed).collect();
    let Some(first) = typed.first() else { return Vec::new() };
    let begins = |pair: &&Pair| {
        let fits = |(typed, written): (&Word, &Word)| {
            typed.fit(&written.typed).is_some_and(|fit| fit >= Fit::Free)
        };
        (3..=typed.len()).contains(&pair.long.len()) && typed.iter().zip(&pair.long).all(fits)
    };
    known.of_first(first).filter(begins).collect()
}
