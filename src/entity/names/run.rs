//! Where a run of capitals begins and ends.

use super::super::decide::Draft;
use super::super::gazetteer::Class;
use super::super::token::{Form, Tokens};

/// The longest run, in tokens: headlines in capitals are cut, so that time stays linear.
const LIMIT: usize = 12;

/// Finds the end of the run of capitals that begins at a token; the token itself when none does.
pub(crate) fn end(t: &Tokens, draft: &Draft, from: usize) -> usize {
    let free = |at: usize| t.capital(at) && !draft.taken(at) && t.same_line(from, at);
    if !free(from) {
        return from;
    }
    let mut end = from + 1;
    while end < from + LIMIT {
        if free(end) {
            end += 1;
        } else if let Some(next) = joined(t, end).filter(|&next| t.same_line(from, next)) {
            if (end..next).any(|at| draft.taken(at)) {
                break;
            }
            end = next;
        } else {
            break;
        }
    }
    end
}

/// Skips a mark inside a name with the letters after it: `Jong-un`, `N.T.M`, `D'Arc`, `U23`.
fn joined(t: &Tokens, at: usize) -> Option<usize> {
    if !t.glued(at) {
        return None;
    }
    let next = at + 1;
    match t.raw(at) {
        "-" | "'" | "’" | "&" if t.glued(next) && letters(t, next) => Some(next + 1),
        "." if t.glued(next) && t.capital(next) => Some(next + 1),
        "." if t.raw(at - 1).chars().count() == 1 && t.capital(next) && !t.opens_line(next) => Some(next),
        _ if t.form(at) == Form::Number && t.capital(at - 1) && t.raw(at).len() <= 3 => Some(next),
        _ => None,
    }
}

fn letters(t: &Tokens, at: usize) -> bool {
    matches!(t.form(at), Form::Title | Form::Upper | Form::Lower)
}

/// Skips the first word of a sentence when its capital says nothing.
pub(crate) fn skip_opening(t: &Tokens, from: usize, end: usize) -> usize {
    let names = Class::NAME_P
        .or(Class::NAME_L)
        .or(Class::NAME_O)
        .or(Class::PROVINCE)
        .or(Class::COUNTRY)
        .or(Class::CITY);
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
