//! Where a run of capitals begins and ends.

use super::super::decide::Draft;
use super::super::gazetteer::Class;
use super::super::token::{Form, Tokens};

/// The longest run, in tokens: headlines in capitals are cut, so that time stays linear.
const LIMIT: usize = 12;

/// Small words inside foreign names.
const PARTICLES: [&str; 16] = [
    "van", "von", "der", "den", "de", "da", "di", "dos", "del", "bin", "ibn", "al", "el", "la",
    "le", "du",
];

/// Finds the end of the run of capitals that begins at a token; the token itself when none does.
pub(crate) fn end(t: &Tokens, draft: &Draft, from: usize) -> usize {
    let free = |at: usize| t.capital(at) && !draft.taken(at) && t.same_line(from, at);
    if !free(from) {
        return from;
    }
    let mut end = from + 1;
    while end < from + LIMIT {
        if free(end) && !after_initial(t, end) {
            end += 1;
        } else if let Some(next) = joined(t, end).filter(|&next| t.same_line(from, next - 1)) {
            if (end..next).any(|at| draft.taken(at)) {
                break;
            }
            end = next;
        } else {
            break;
        }
    }
    without_word_start(t, from, end)
}

/// Tells whether a token opens the sentence after an initial: `anh H. Sau đó`.
fn after_initial(t: &Tokens, at: usize) -> bool {
    t.raw(at - 1) == "."
        && !t.glued(at)
        && (t.is(at, Class::COMMON) || t.is(at, Class::BEFORE_PERSON))
}

/// Skips a mark inside a name with the letters after it: `Jong-un`, `N.T.M`, `D'Arc`, `U23`.
fn joined(t: &Tokens, at: usize) -> Option<usize> {
    let next = at + 1;
    if !t.glued(at) {
        let particle = t.any(at, &PARTICLES)
            && t.small(at)
            && (t.capital(next) || t.any(next, &PARTICLES) && t.capital(next + 1));
        return particle.then_some(next);
    }
    match t.raw(at) {
        "-" | "'" | "’" | "&" if t.glued(next) && letters(t, next) => Some(next + 1),
        "." if t.raw(at - 1).chars().count() == 1 && t.form(at - 1) == Form::Title => Some(next),
        "." if t.glued(next) && t.capital(next) => Some(next + 1),
        _ if t.form(at) == Form::Number && t.capital(at - 1) && t.raw(at).len() <= 3 => Some(next),
        _ => None,
    }
}

fn letters(t: &Tokens, at: usize) -> bool {
    matches!(t.form(at), Form::Title | Form::Upper | Form::Lower)
}

/// Drops the last capital when it begins a word in small letters: `Trung ương`, `Phòng An ninh`.
fn without_word_start(t: &Tokens, from: usize, end: usize) -> usize {
    let last = end - 1;
    let word = t.small(end)
        && t.same_line(last, end)
        && !t.glued(end)
        && t.class(last, end + 1).meets(Class::COMPOUND);
    let name = last > from && t.is(from, Class::SURNAME) && !t.is(last, Class::COMMON);
    if word && !name { last } else { end }
}

/// Skips the first word of a sentence when its capital says nothing.
pub(crate) fn skip_opening(t: &Tokens, from: usize, end: usize) -> usize {
    let names = Class::NAME_P
        .or(Class::NAME_L)
        .or(Class::NAME_O)
        .or(Class::PROVINCE)
        .or(Class::COUNTRY)
        .or(Class::CITY);
    if byline(t, from, end) {
        return from;
    }
    if let Some(address) = t.longest(from, Class::BEFORE_PERSON).filter(|&e| e < end) {
        let family = t.is(from, Class::SURNAME) && !t.opens(from);
        if !family && !t.class(from, end).meets(names) {
            return address;
        }
    }
    let plain = t.opens(from) && (t.is(from, Class::COMMON) || t.is(from, Class::STOP));
    if !plain || end == from + 1 || t.class(from, end).meets(names) {
        return from;
    }
    if t.longest(from, names).is_some_and(|e| e > from + 1) { from } else { from + 1 }
}

/// Tells whether a run of two to four capitals is a line of its own, or all of it before a dash.
pub(crate) fn byline(t: &Tokens, from: usize, end: usize) -> bool {
    let words = (2..=4).contains(&(end - from)) && (from..end).all(|at| t.form(at) == Form::Title);
    let closed = end == t.len()
        || t.opens_line(end)
        || matches!(t.raw(end), "-" | "–" | "/") && end + 4 >= t.len()
        || matches!(t.raw(end), "-" | "–")
            && (end + 1..=end + 4).any(|at| t.opens_line(at) || at == t.len());
    words && t.opens_line(from) && closed && from > 0
}
