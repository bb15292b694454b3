//! What to ask when a query finds nothing.

use super::hits::Note;
use super::query::{Change, Query, Reading, Term, Word};
use crate::text::{Syllable, Typing, decode};

/// Answers a query; when nothing is found, which `is_nothing` tells, the queries to ask instead are
/// answered in turn until something is. Gives nothing when an answer was given up, and what is to be
/// said when it is that of another query.
pub(super) fn answered<T>(
    query: &Query,
    answer: impl Fn(&Query) -> Option<T>,
    is_nothing: impl Fn(&T) -> bool,
) -> Option<(T, Option<Note>)> {
    let nothing = answer(query)?;
    if !is_nothing(&nothing) {
        return Some((nothing, None));
    }
    for (other, note) in queries(query) {
        let found = answer(&other)?;
        if !is_nothing(&found) {
            return Some((found, Some(note)));
        }
    }
    Some((nothing, None))
}

/// Gives the queries to ask instead, in order, with what is to be said of each: the words as typed
/// without an input method, then without one of the words, the last ones first.
fn queries(query: &Query) -> Vec<(Query, Note)> {
    let mut queries: Vec<_> =
        [Typing::Telex, Typing::Vni].into_iter().filter_map(|way| decoded(query, way)).collect();
    if query.terms.len() > 1 {
        queries.extend((0..query.terms.len()).rev().map(|term| without(query, term)));
    }
    queries
}

fn decoded(query: &Query, typing: Typing) -> Option<(Query, Note)> {
    let mut other = query.clone();
    let words = other.terms.iter_mut().flat_map(|term| &mut term.readings);
    let mut changed = false;
    for word in words.flat_map(|reading| &mut reading.words) {
        if let Some(typed) = decode(&word.typed, typing) {
            *word = Word { syllable: Syllable::new(&typed), typed, ask: word.ask };
            changed = true;
        }
    }
    let written: Vec<_> = other.terms.iter().map(Term::written).collect();
    changed.then_some((other, Note::Decoded(written.join(" "))))
}

fn without(query: &Query, term: usize) -> (Query, Note) {
    let mut other = query.clone();
    let left_out = other.terms.remove(term);
    (other, Note::LeftOut(left_out.written()))
}

/// Gives what is to be said of a term of which other readings were looked for than the one that was
/// typed.
pub(super) fn note(term: &Term) -> Option<Note> {
    let wanted = |reading: &&Reading| matches!(reading.change, Change::Decoded | Change::Typo);
    let others: Vec<_> = term.readings.iter().filter(wanted).map(Reading::written).collect();
    let typed = term.written();
    (!others.is_empty()).then_some(Note::ReadAs { typed, others })
}
