//! What the features of a token are made of, computed once for each token of an article.

use std::collections::HashMap;

use super::super::Kind;
use super::super::decide::{Candidate, Draft};
use super::super::gazetteer::{Class, Statistics, Traits};
use super::super::hash;
use super::super::token::{Form, Tokens};

/// Represents what is known of one token before any label is.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Atom {
    /// The word in lower case, digits made equal.
    pub word: u32,
    /// The hash of the word, its groups and its classes.
    pub seen: u64,
    /// How it is written.
    pub shape: u32,
    /// What was counted about it.
    pub statistics: Statistics,
    /// Which of the classes that matter alone it is in.
    pub classes: u32,
    /// What the rules say of it: kind, and whether their mention begins and ends here.
    pub rule: u32,
    /// The first word of the rules' mention, and its number of tokens.
    pub rule_head: u32,
    /// The run of capitals around it; empty when it stands in none.
    pub run: (u32, u32),
    /// Whether nothing near points to a mention: most words of an article.
    pub quiet: bool,
}

/// How many tokens before and after one are looked at.
const BEFORE: usize = 2;
const AFTER: usize = 2;

/// Holds the atoms of an article, and what it says of its names as a whole.
pub(crate) struct Atoms<'a> {
    /// One for each token, and empty ones before the first and after the last.
    list: Vec<Atom>,
    /// How often the rules take the same words for each of person, organization and place.
    names: HashMap<&'a str, [u8; 4], hash::WordState>,
}

impl<'a> Atoms<'a> {
    /// Computes the atoms of an article from its tokens and the mentions that the rules propose.
    pub fn new(t: &Tokens<'a>, draft: &Draft) -> Self {
        let empty = Atom { quiet: true, ..Atom::default() };
        let mut list = vec![empty; BEFORE + t.len() + AFTER];
        let atoms = &mut list[BEFORE..];
        for &candidate in draft.accepted() {
            mark_rule(t, atoms, candidate);
        }
        mark_runs(t, atoms);
        for at in 0..t.len() {
            let number = t.form(at) == Form::Number || t.is(at, Class::NUMERAL);
            if number || atoms[at].rule > 0 || atoms[at].run.1 > 0 {
                let near = at.saturating_sub(1)..t.len().min(at + 3);
                atoms[near].iter_mut().for_each(|atom| atom.quiet = false);
            }
        }
        for at in 0..t.len() {
            let near = at.saturating_sub(AFTER)..=at + BEFORE.min(t.len() - at);
            if atoms[near].iter().any(|atom| !atom.quiet) {
                look(t, at, &mut atoms[at]);
            }
        }
        Self { list, names: names(t, draft) }
    }

    /// Gives the atoms around a token, two before it and two after it.
    pub fn window(&self, at: usize) -> &[Atom] {
        &self.list[at..=at + BEFORE + AFTER]
    }

    /// Tells whether nothing near a token points to a mention.
    pub fn quiet(&self, at: usize) -> bool {
        self.list[at + BEFORE].quiet
    }

    /// Gives the atom at a position before or after another one; an empty one outside.
    pub fn near(&self, at: usize, offset: isize) -> &Atom {
        &self.list[(at + BEFORE).saturating_add_signed(offset).min(self.list.len() - 1)]
    }

    /// Gives how often the rules take the words for each of person, organization and place, and
    /// whether a person's name ends with them.
    pub fn named(&self, words: &str) -> [u8; 4] {
        self.names.get(words).copied().unwrap_or_default()
    }
}

/// Fills in what a token says by itself.
fn look(t: &Tokens, at: usize, atom: &mut Atom) {
    let traits = t.traits(at);
    atom.word = traits.digits;
    atom.seen = traits.seen;
    atom.shape = shape(t, at);
    atom.statistics = traits.entry.statistics;
    atom.classes = traits.classes;
}

fn shape(t: &Tokens, at: usize) -> u32 {
    let Traits { detail, form, .. } = t.traits(at);
    let place = u32::from(t.opens(at)) | u32::from(t.glued(at)) << 1;
    (detail << 3 | *form as u32) << 3 | place << 1 | u32::from(t.opens_line(at))
}

fn mark_rule(t: &Tokens, atoms: &mut [Atom], Candidate { from, to, kind }: Candidate) {
    let head = t.traits(from).digits;
    for (at, atom) in (from..).zip(&mut atoms[from..to]) {
        let ends = (u32::from(at == from) << 1) | u32::from(at + 1 == to);
        atom.rule = ((1 + kind.index() as u32) << 2) | ends;
        atom.rule_head = head;
    }
}

fn mark_runs(t: &Tokens, list: &mut [Atom]) {
    let mut at = 0;
    while at < t.len() {
        let end = run_end(t, at);
        let run = (at as u32, end as u32);
        list[at..end].iter_mut().for_each(|atom| atom.run = run);
        at = end.max(at + 1);
    }
}

/// Finds where a run of capitals ends, with the marks and short numbers inside it.
fn run_end(t: &Tokens, from: usize) -> usize {
    if !t.capital(from) {
        return from;
    }
    let mut end = from + 1;
    while end < t.len() && t.same_line(from, end) {
        let joined = t.glued(end)
            && t.glued(end + 1)
            && matches!(t.raw(end), "-" | "." | "'" | "’" | "&")
            && !matches!(t.form(end + 1), Form::Mark | Form::Number);
        let number = t.form(end) == Form::Number && t.raw(end).len() <= 2 && t.glued(end);
        if t.capital(end) && (t.glued(end) || !t.opens(end)) || number {
            end += 1;
        } else if joined {
            end += 2;
        } else {
            break;
        }
    }
    end
}

fn names<'a>(t: &Tokens<'a>, draft: &Draft) -> HashMap<&'a str, [u8; 4], hash::WordState> {
    let mut names: HashMap<&str, [u8; 4], hash::WordState> = HashMap::default();
    for &Candidate { from, to, kind } in draft.accepted() {
        if kind.index() > Kind::Location.index() || !t.capital(to - 1) {
            continue;
        }
        let first = (from..to).find(|&at| t.capital(at)).unwrap_or(from);
        let count = &mut names.entry(t.source(first, to)).or_default()[kind.index()];
        *count = count.saturating_add(1).min(3);
        if kind == Kind::Person && to > from + 1 {
            names.entry(t.source(to - 1, to)).or_default()[3] = 1;
        }
    }
    names
}
