//! The features of a token: hashes of what stands at it and around it.
//!
//! Each template mixes its own number with the values that it joins into a key of 32 bits; the
//! weights are looked up by that key. What the rules propose is a feature like any other, so that
//! training decides where they are to be trusted.
//!
//! Features that depend on few values, such as shapes, are given in groups, each named by the hash
//! of all that it depends on: what a group weighs is summed once and remembered ([`Sink`]).

use super::super::gazetteer::Statistics;
use super::super::hash::{self, mix};
use super::super::token::Tokens;
use super::atoms::{Atom, Atoms};

/// Takes the features of a token.
pub(crate) trait Sink {
    /// Takes a group of features that depend on nothing but what `of` is the hash of.
    fn group(&mut self, of: u64, list: impl FnOnce(&mut Keys));

    /// Takes the clusters of the word at a place of the window.
    fn clusters(&mut self, place: usize, clusters: [u16; 3]);

    /// Gives the list for all other features.
    fn loose(&mut self) -> &mut Keys;
}

/// Gives the key of the feature that a word at a place of the window has a cluster, counted from the
/// coarsest level; the middle one is asked for at the three inner places alone.
pub(crate) fn cluster_key(place: usize, level: usize, cluster: u16) -> Option<u32> {
    let template = [51, 61, 41][level] + place as u64;
    (level != 1 || (1..4).contains(&place)).then(|| mix(template, u64::from(cluster)) as u32)
}

/// Holds the keys of features.
#[derive(Default)]
pub(crate) struct Keys(pub Vec<u32>);

impl Keys {
    fn add(&mut self, template: u64, values: &[u32]) {
        let hash = values.iter().fold(template, |hash, value| mix(hash, u64::from(*value)));
        self.0.push(hash as u32);
    }
}

impl Sink for Keys {
    fn group(&mut self, _: u64, list: impl FnOnce(&mut Keys)) {
        list(self);
    }

    fn clusters(&mut self, place: usize, clusters: [u16; 3]) {
        let keys = (0..).zip(clusters).filter_map(|(level, id)| cluster_key(place, level, id));
        self.0.extend(keys);
    }

    fn loose(&mut self) -> &mut Keys {
        self
    }
}

/// Gives the features of one token after another.
pub(crate) struct Extractor<'a, 't> {
    tokens: &'a Tokens<'t>,
    atoms: &'a Atoms<'t>,
}

impl<'a, 't> Extractor<'a, 't> {
    /// Makes an extractor for an article.
    pub fn new(tokens: &'a Tokens<'t>, atoms: &'a Atoms<'t>) -> Self {
        Self { tokens, atoms }
    }

    /// Gives the features of a token: one alone where nothing near it points to a mention, which
    /// saves half of the time.
    pub fn features(&self, at: usize, sink: &mut impl Sink) {
        if self.atoms.quiet(at) {
            sink.loose().add(0, &[0]);
            return;
        }
        let window = self.atoms.window(at);
        for (place, atom) in window.iter().enumerate() {
            sink.clusters(place, atom.statistics.clusters);
        }
        words(window, sink.loose());
        pairs(window, sink.loose());
        beside(window, sink.loose());
        shapes(window, sink);
        rules(window, sink);
        classes(window, sink);
        let (from, to) = window[2].run;
        if to > 0 {
            self.run(at, (from as usize, to as usize), sink.loose());
            self.counted(at, (from as usize, to as usize), sink);
            self.affixes(at, sink);
        }
    }

    /// Gives what is known of the run of capitals that the token stands in.
    fn run(&self, at: usize, (from, to): (usize, usize), keys: &mut Keys) {
        let position = u32::from(at == from) << 1 | u32::from(at + 1 == to);
        let place = (at - from).min(5) as u32;
        let length = (to - from).min(7) as u32;
        let [earlier, before] = [-2, -1].map(|offset| self.atoms.near(from, offset));
        let [first, last, after] = [from, to - 1, to].map(|at| self.atoms.near(at, 0));
        keys.add(110, &[length, place]);
        keys.add(111, &[length, place, first.classes]);
        keys.add(112, &[position, before.word]);
        keys.add(113, &[position, earlier.word, before.word]);
        keys.add(114, &[position, middle(before)]);
        keys.add(120, &[position, before.classes, length]);
        keys.add(121, &[position, before.rule, length]);
        for (template, atom) in [(116, first), (117, last), (118, after)] {
            keys.add(template, &[position, atom.word]);
            keys.add(template + 10, &[position, middle(atom)]);
        }
    }

    /// Gives how the run, its beginning and its end are used elsewhere.
    fn counted(&self, at: usize, (from, to): (usize, usize), sink: &mut impl Sink) {
        let position = u32::from(at == from) << 1 | u32::from(at + 1 == to);
        let from = from.max((at + 1).saturating_sub(6));
        let to = to.min(at + 6);
        for (template, start, end) in [(130, from, to), (140, from, at + 1), (150, at, to)] {
            let Statistics { counts, clusters, .. } = self.tokens.counted(start, end);
            let [seen, person, place, body] = counts.map(u32::from);
            let length = (end - start) as u32;
            sink.group(tag(template, &[position, length, u32::from_le_bytes(counts)]), |keys| {
                keys.add(template, &[position, seen, length]);
                keys.add(template + 1, &[position, person, place, body]);
                keys.add(template + 2, &[position, person / 2, place / 2]);
                keys.add(template + 3, &[position, body / 2, place / 2]);
            });
            sink.loose().add(template + 4, &[position, u32::from(clusters[1])]);
        }
        let named = self.atoms.named(self.tokens.source(from, to));
        let rule = self.atoms.near(at, 0).rule;
        sink.group(tag(160, &[position, u32::from_le_bytes(named), rule]), |keys| {
            let [person, body, place, given] = named.map(u32::from);
            keys.add(160, &[position, person, body, place, given]);
            keys.add(161, &[rule, person, body, place, given]);
        });
    }

    /// Gives the beginnings and the ends of words that are no Vietnamese syllables.
    fn affixes(&self, at: usize, sink: &mut impl Sink) {
        let capital = self.atoms.near(at, 0).statistics.capital;
        if capital > 0 && capital < 6 {
            return;
        }
        sink.group(mix(170, self.tokens.traits(at).hash), |keys| {
            let word = self.tokens.low(at);
            for (template, count) in [(170, 2), (171, 3)] {
                let end = word.char_indices().nth(count).map_or(word.len(), |(end, _)| end);
                let start = word.char_indices().rev().nth(count - 1).map_or(0, |(start, _)| start);
                let (head, tail) = (&word[..end], &word[start..]);
                keys.add(template, &[hash::bytes(head.as_bytes()) as u32]);
                keys.add(template + 10, &[hash::bytes(tail.as_bytes()) as u32]);
            }
        });
    }
}

/// Names a group by its first template and what it depends on.
fn tag(template: u64, values: &[u32]) -> u64 {
    values.iter().fold(template, |hash, value| mix(hash, u64::from(*value)))
}

fn middle(atom: &Atom) -> u32 {
    u32::from(atom.statistics.clusters[1])
}

fn words(window: &[Atom], keys: &mut Keys) {
    for (template, atom) in (2..).zip(window) {
        keys.add(template, &[atom.word]);
    }
}

/// Gives what joins the words around with the shape and the rule here.
fn beside(window: &[Atom], keys: &mut Keys) {
    let [_, before, here, after, _] = std::array::from_fn(|at| &window[at]);
    let Atom { shape, rule, .. } = *here;
    keys.add(13, &[before.word, shape]);
    keys.add(14, &[after.word, shape]);
    keys.add(67, &[u32::from(before.statistics.clusters[0]), shape]);
    if rule > 0 {
        keys.add(87, &[rule, here.word]);
        keys.add(88, &[rule, shape]);
        keys.add(89, &[rule, before.word]);
        keys.add(90, &[rule, after.word]);
        keys.add(91, &[rule, here.rule_head]);
        keys.add(93, &[rule, middle(here)]);
        keys.add(94, &[rule, middle(before)]);
    }
}

/// Gives pairs of words and of their groups.
fn pairs(window: &[Atom], loose: &mut Keys) {
    let [second, before, here, after] = std::array::from_fn(|at| window[at].word);
    loose.add(7, &[second, before]);
    loose.add(8, &[before, here]);
    loose.add(9, &[here, after]);
    loose.add(11, &[before, after]);
    loose.add(12, &[before, here, after]);
    let [before, here, after] = [1, 2, 3].map(|at: usize| middle(&window[at]));
    loose.add(65, &[before, here]);
    loose.add(66, &[here, after]);
    loose.add(68, &[before, after, window[2].shape]);
}

fn shapes(window: &[Atom], sink: &mut impl Sink) {
    let [second, before, here, after, later] = std::array::from_fn(|at| window[at].shape);
    let [capital, next] = [2, 3].map(|at: usize| u32::from(window[at].statistics.capital));
    sink.group(tag(21, &[before, here, after]), |keys| {
        keys.add(21, &[before]);
        keys.add(22, &[here]);
        keys.add(23, &[after]);
        keys.add(25, &[before, here]);
        keys.add(26, &[here, after]);
        keys.add(27, &[before, here, after]);
    });
    sink.group(tag(30, &[here, after, capital, next]), |keys| {
        keys.add(30, &[capital, here]);
        keys.add(31, &[capital, next, here, after]);
    });
    sink.group(tag(20, &[second, later]), |keys| {
        keys.add(20, &[second]);
        keys.add(24, &[later]);
    });
}

fn rules(window: &[Atom], sink: &mut impl Sink) {
    let [before, here, after] = [1, 2, 3].map(|at: usize| window[at].rule);
    sink.group(tag(80, &[before, here, after]), |keys| {
        keys.add(80, &[here]);
        keys.add(81, &[before]);
        keys.add(82, &[after]);
        keys.add(83, &[before, here]);
        keys.add(84, &[here, after]);
        keys.add(85, &[before, here, after]);
    });
}

fn classes(window: &[Atom], sink: &mut impl Sink) {
    let [before, here, after] = [1, 2, 3].map(|at: usize| window[at].classes);
    let shape = window[2].shape;
    sink.group(tag(100, &[before, here, shape]), |keys| {
        keys.add(100, &[here]);
        keys.add(101, &[before]);
        keys.add(103, &[before, here]);
        keys.add(104, &[here, shape]);
        keys.add(105, &[before, shape, here]);
    });
    sink.loose().add(102, &[after]);
}
