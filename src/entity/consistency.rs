//! A name that is recognised in one place of an article is recognised in all others.

use std::collections::HashMap;

use super::Kind;
use super::decide::{Candidate, Draft};
use super::gazetteer::Class;
use super::names;
use super::token::{Form, Tokens};

/// Counts how often a name was recognised as each of person, organization and place.
type Known<'a> = HashMap<&'a str, [u32; 3]>;

/// Offers the names that stand elsewhere in the article with a kind.
pub(crate) fn propose(tokens: &Tokens, draft: &mut Draft) {
    let known = learn(tokens, draft.accepted());
    if known.is_empty() {
        return;
    }
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        if tokens.capital(at) && !draft.taken(at) {
            found.extend(recall(tokens, draft, &known, at));
        }
    }
    for candidate in found {
        draft.offer(candidate);
    }
}

fn learn<'a>(t: &Tokens<'a>, accepted: &[Candidate]) -> Known<'a> {
    let mut known = Known::new();
    let mut note = |from: usize, to: usize, kind: Kind| {
        if kind.index() < 3 && to > from && t.capital(from) {
            known.entry(t.source(from, to)).or_default()[kind.index()] += 1;
        }
    };
    for &Candidate { from, to, kind } in accepted {
        note(from, to, kind);
        if kind == Kind::Location
            && let Some(name) = (from..to).find(|&at| t.capital(at)).filter(|&at| at > from)
            && !t.is(name, Class::SURNAME)
        {
            note(name, to, kind);
        }
        if kind == Kind::Person && to > from + 1 {
            let last = to - 1;
            note(last, to, kind);
            if !t.is(from, Class::SURNAME) {
                note(from, from + 1, kind);
            }
        }
    }
    known
}

/// Finds the longest known name that begins at a token and ends where its run ends.
fn recall(t: &Tokens, draft: &Draft, known: &Known, at: usize) -> Option<Candidate> {
    let before =
        at.checked_sub(1).is_some_and(|b| t.capital(b) && !draft.taken(b) && t.same_line(b, at));
    if before {
        return None;
    }
    let end = names::run_end(t, draft, at);
    let plain = Class::COMMON.or(Class::BEFORE_PERSON);
    let common = t.opens(at) && end == at + 1 && t.is(at, plain);
    let counts = known.get(t.source(at, end))?;
    let best = (0..3).max_by_key(|&index| (counts[index], 3 - index))?;
    let short = t.form(at) == Form::Title && t.raw(at).chars().count() < 2;
    (!common && !short).then_some(Candidate { from: at, to: end, kind: Kind::ALL[best] })
}
