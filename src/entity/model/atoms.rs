//! What the features of a token are made of, computed once for each token of an article.

use std::collections::HashMap;

use super::super::Kind;
use super::super::decide::{Candidate, Draft};
use super::super::gazetteer::{Class, Statistics};
use super::super::hash;
use super::super::token::{Form, Tokens};

/// Represents what is known of one token before any label is.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Atom {
    /// The word in lower case, digits made equal.
    pub word: u32,
    /// How it is written.
    pub shape: u32,
    /// What was counted about it.
    pub statistics: Statistics,
    /// The group of the pair that it makes with the next token.
    pub pair: u16,
    /// Which of the classes that matter alone it is in.
    pub classes: u32,
    /// What the rules say of it: kind, and whether their mention begins and ends here.
    pub rule: u32,
    /// The first word of the rules' mention, and its number of tokens.
    pub rule_head: u32,
    /// The run of capitals around it; empty when it stands in none.
    pub run: (u32, u32),
    /// Whether a mention may well be near: a capital, a number, or a word that the rules take.
    pub lively: bool,
}

/// Holds the atoms of an article, and what it says of its names as a whole.
pub(crate) struct Atoms<'a> {
    /// One for each token.
    pub list: Vec<Atom>,
    /// How often the rules take the same words for each of person, organization and place.
    names: HashMap<&'a str, [u8; 4], hash::WordState>,
}

impl<'a> Atoms<'a> {
    /// Computes the atoms of an article from its tokens and the mentions that the rules propose.
    pub fn new(t: &Tokens<'a>, draft: &Draft) -> Self {
        let mut list: Vec<Atom> = (0..t.len()).map(|at| atom(t, at)).collect();
        for &candidate in draft.accepted() {
            mark_rule(&mut list, candidate);
        }
        mark_runs(t, &mut list);
        for (at, atom) in list.iter_mut().enumerate() {
            let number = t.form(at) == Form::Number || t.is(at, Class::NUMERAL);
            atom.lively = number || atom.rule > 0 || atom.run.1 > 0;
        }
        Self { list, names: names(t, draft) }
    }

    /// Gives the atom at a position before or after another one; an empty one outside.
    pub fn near(&self, at: usize, offset: isize) -> Atom {
        at.checked_add_signed(offset).and_then(|at| self.list.get(at)).copied().unwrap_or_default()
    }

    /// Tells whether nothing near a token points to a mention: most words of an article.
    pub fn quiet(&self, at: usize) -> bool {
        let near = self.list.get(at.saturating_sub(3)..self.list.len().min(at + 2));
        near.is_none_or(|near| near.iter().all(|atom| !atom.lively))
    }

    /// Gives how often the rules take the words for each of person, organization and place, and
    /// whether a person's name ends with them.
    pub fn named(&self, words: &str) -> [u8; 4] {
        self.names.get(words).copied().unwrap_or_default()
    }
}

/// The classes that are evidence for a token alone, in the order of their bits.
const ALONE: [Class; 14] = [
    Class::SURNAME,
    Class::MIDDLE,
    Class::BEFORE_PERSON,
    Class::RANK,
    Class::OFFICE,
    Class::HEAD.or(Class::AREA_HEAD).or(Class::WHOLE),
    Class::FIRM_HEAD,
    Class::UNIT_PLACE.or(Class::UNIT_LOOSE).or(Class::LEVEL),
    Class::PROVINCE.or(Class::DISTRICT).or(Class::COUNTRY).or(Class::CITY),
    Class::COMMUNE,
    Class::COUNTED.or(Class::CLASSIFIER).or(Class::MEASURE).or(Class::TIME),
    Class::NUMERAL.or(Class::MAGNITUDE).or(Class::CURRENCY),
    Class::LAW_KIND.or(Class::LAW_NAMED).or(Class::LAW_WHOLE).or(Class::EVENT_HEAD),
    Class::STOP,
];

fn atom(t: &Tokens, at: usize) -> Atom {
    let class = t.word_class(at);
    let bits = ALONE.iter().enumerate().filter(|(_, alone)| class.meets(**alone));
    let together = at + 1 < t.len() && t.same_line(at, at + 1) && !t.glued(at + 1);
    let letters = |at: usize| !matches!(t.form(at), Form::Mark | Form::Number);
    let pair = together && letters(at) && letters(at + 1);
    Atom {
        word: word(t, at),
        shape: shape(t, at),
        statistics: t.statistics(at),
        pair: if pair { t.counted(at, at + 2).clusters[1] } else { 0 },
        classes: bits.fold(0, |set, (bit, _)| set | 1 << bit),
        ..Atom::default()
    }
}

fn word(t: &Tokens, at: usize) -> u32 {
    if t.form(at) != Form::Number {
        return (hash::bytes(t.low(at).as_bytes()) >> 32) as u32;
    }
    let digits = t.raw(at).bytes().map(|b| if b.is_ascii_digit() { b'0' } else { b });
    (digits.fold(0, |hash, byte| hash::mix(hash, u64::from(byte))) >> 32) as u32
}

fn shape(t: &Tokens, at: usize) -> u32 {
    let raw = t.raw(at);
    let detail = match t.form(at) {
        Form::Number => {
            let mark = raw.bytes().find(|b| !b.is_ascii_digit()).unwrap_or(b' ');
            (u32::from(mark) << 2) | (raw.len().min(4) as u32 - 1)
        }
        Form::Mark => raw.chars().next().map_or(0, u32::from),
        Form::Title => {
            let inner = raw.chars().skip(1).any(char::is_uppercase);
            u32::from(inner) << 1 | u32::from(raw.chars().nth(1).is_none())
        }
        Form::Upper => raw.chars().count().min(6) as u32,
        Form::Lower => u32::from(raw.chars().nth(1).is_none()),
    };
    let place = u32::from(t.opens(at)) | u32::from(t.glued(at)) << 1;
    (detail << 3 | t.form(at) as u32) << 3 | place << 1 | u32::from(t.opens_line(at))
}

fn mark_rule(list: &mut [Atom], Candidate { from, to, kind }: Candidate) {
    let head = list[from].word;
    for (at, atom) in list.iter_mut().enumerate().take(to).skip(from) {
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
