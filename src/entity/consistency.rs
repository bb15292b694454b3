//! A name that is recognised in one place of an article is recognised in all others.

use std::collections::HashMap;

use super::Kind;
use super::decide::{Candidate, Draft};
use super::gazetteer::Class;
use super::names;
use super::review::review;
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
        if let Some(candidate) = review(tokens, candidate) {
            draft.offer(candidate);
        }
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

/// The least mentions of a name that overrule others.
const MANY: u32 = 3;

/// Gives a name that is person, body and place in one article the kind of two thirds of its
/// mentions, where there are so many.
pub(crate) fn agree(t: &Tokens, mentions: &mut [Candidate]) {
    let named = |c: &Candidate| c.kind.index() < 3 && t.capital(c.from);
    let mut known = Known::new();
    for candidate in mentions.iter().filter(|candidate| named(candidate)) {
        let name = t.source(candidate.from, candidate.to);
        known.entry(name).or_default()[candidate.kind.index()] += 1;
    }
    for candidate in mentions.iter_mut().filter(|candidate| named(candidate)) {
        let counts = known[t.source(candidate.from, candidate.to)];
        let all: u32 = counts.iter().sum();
        let most = (0..3).find(|&index| all >= MANY && counts[index] * 3 >= all * 2);
        candidate.kind = most.map_or(candidate.kind, |index| Kind::ALL[index]);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tagger::gazetteer;
    use super::*;

    /// Checks what a name of one word becomes that was seen with the given kinds.
    fn check(kinds: &[Kind], expected: &[Kind]) {
        let text = "Bibi ".repeat(kinds.len());
        let t = Tokens::new(&text, gazetteer());
        let mention = |(from, kind): (usize, &Kind)| Candidate { from, to: from + 1, kind: *kind };
        let mut mentions: Vec<Candidate> = kinds.iter().enumerate().map(mention).collect();
        agree(&t, &mut mentions);
        let found: Vec<Kind> = mentions.iter().map(|found| found.kind).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn most_mentions_of_a_name_decide() {
        let (p, o, l) = (Kind::Person, Kind::Organization, Kind::Location);
        check(&[p, o, p], &[p, p, p]);
        check(&[l, p, l, l], &[l, l, l, l]);
        check(&[p, o], &[p, o]);
        check(&[p, o, l], &[p, o, l]);
    }
}
