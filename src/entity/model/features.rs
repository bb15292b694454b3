//! The features of a token: hashes of what stands at it and around it.
//!
//! Each template mixes its own number with the values that it joins into a key of 32 bits; the
//! weights are looked up by that key. What the rules propose is a feature like any other, so that
//! training decides where they are to be trusted.

use super::super::hash;
use super::super::token::Tokens;
use super::atoms::{Atom, Atoms};

/// Collects the features of one token after another.
pub(crate) struct Extractor<'a, 't> {
    tokens: &'a Tokens<'t>,
    atoms: &'a Atoms<'t>,
    keys: Vec<u32>,
}

impl<'a, 't> Extractor<'a, 't> {
    /// Makes an extractor for an article.
    pub fn new(tokens: &'a Tokens<'t>, atoms: &'a Atoms<'t>) -> Self {
        Self { tokens, atoms, keys: Vec::with_capacity(128) }
    }

    /// Gives the features of a token: one alone where nothing near it points to a mention, which
    /// saves half of the time.
    pub fn features(&mut self, at: usize) -> &[u32] {
        self.keys.clear();
        if self.atoms.quiet(at) {
            self.add(0, &[0]);
            return &self.keys;
        }
        let window = [-3, -2, -1, 0, 1, 2].map(|offset| self.atoms.near(at, offset));
        self.words(&window);
        self.shapes(&window);
        self.clusters(&window);
        self.rules(&window);
        self.classes(&window);
        if window[3].run.1 > 0 {
            self.run(at, window[3].run, &window[3]);
            self.affixes(at, &window[3]);
        }
        &self.keys
    }

    fn add(&mut self, template: u64, values: &[u32]) {
        let hash = values.iter().fold(template, |hash, value| hash::mix(hash, u64::from(*value)));
        self.keys.push(hash as u32);
    }

    fn words(&mut self, window: &[Atom; 6]) {
        let [third, second, before, here, after, later] = window.map(|atom| atom.word);
        for (template, word) in
            [(1, third), (2, second), (3, before), (4, here), (5, after), (6, later)]
        {
            self.add(template, &[word]);
        }
        for (template, one, two) in [
            (7, second, before),
            (8, before, here),
            (9, here, after),
            (10, after, later),
            (11, before, after),
        ] {
            self.add(template, &[one, two]);
        }
        self.add(12, &[before, here, after]);
        self.add(13, &[before, window[3].shape]);
        self.add(14, &[after, window[3].shape]);
        self.add(15, &[second, before, window[3].shape]);
    }

    fn shapes(&mut self, window: &[Atom; 6]) {
        let [_, second, before, here, after, later] = window.map(|atom| atom.shape);
        for (template, shape) in [(20, second), (21, before), (22, here), (23, after), (24, later)]
        {
            self.add(template, &[shape]);
        }
        self.add(25, &[before, here]);
        self.add(26, &[here, after]);
        self.add(27, &[before, here, after]);
        self.add(28, &[second, before, here]);
        self.add(29, &[here, after, later]);
        let capital = u32::from(window[3].statistics.capital);
        self.add(30, &[capital, here]);
        self.add(31, &[capital, u32::from(window[4].statistics.capital), here, after]);
    }

    fn clusters(&mut self, window: &[Atom; 6]) {
        let level = |n: usize| window.map(|atom| u32::from(atom.statistics.clusters[n]));
        let (coarse, middle, fine) = (level(0), level(1), level(2));
        for offset in 1..6 {
            self.add(40 + offset as u64, &[fine[offset]]);
            self.add(50 + offset as u64, &[coarse[offset]]);
        }
        for (template, group) in (62..).zip(&middle[2..5]) {
            self.add(template, &[*group]);
        }
        self.add(65, &[middle[2], middle[3]]);
        self.add(66, &[middle[3], middle[4]]);
        self.add(67, &[coarse[2], window[3].shape]);
        self.add(68, &[middle[2], middle[4], window[3].shape]);
        self.add(69, &[coarse[1], coarse[2], window[3].shape]);
        for (template, atom) in (71..).zip(&window[1..5]) {
            self.add(template, &[u32::from(atom.pair)]);
        }
        self.add(75, &[u32::from(window[1].pair), window[3].shape]);
    }

    fn rules(&mut self, window: &[Atom; 6]) {
        let [_, second, before, here, after, _] = window.map(|atom| atom.rule);
        self.add(80, &[here]);
        self.add(81, &[before]);
        self.add(82, &[after]);
        self.add(83, &[before, here]);
        self.add(84, &[here, after]);
        self.add(85, &[before, here, after]);
        self.add(86, &[second, before, here]);
        self.add(87, &[here, window[3].word]);
        self.add(88, &[here, window[3].shape]);
        self.add(89, &[here, window[2].word]);
        self.add(90, &[here, window[4].word]);
        self.add(91, &[here, window[3].rule_head]);
        self.add(92, &[here, window[2].rule_head, before]);
        self.add(93, &[here, u32::from(window[3].statistics.clusters[1])]);
        self.add(94, &[here, u32::from(window[2].statistics.clusters[1])]);
    }

    fn classes(&mut self, window: &[Atom; 6]) {
        let [_, second, before, here, after, _] = window.map(|atom| atom.classes);
        self.add(100, &[here]);
        self.add(101, &[before]);
        self.add(102, &[after]);
        self.add(103, &[before, here]);
        self.add(104, &[here, window[3].shape]);
        self.add(105, &[before, window[3].shape, here]);
        self.add(106, &[second, before, window[3].shape]);
    }

    /// Adds what is known of the run of capitals that the token stands in.
    fn run(&mut self, at: usize, (from, to): (u32, u32), here: &Atom) {
        let (from, to) = (from as usize, to as usize);
        let position = u32::from(at == from) << 1 | u32::from(at + 1 == to);
        let place = (at - from).min(5) as u32;
        let length = (to - from).min(7) as u32;
        let before = self.atoms.near(from, -1);
        let earlier = self.atoms.near(from, -2);
        let (after, first, last) =
            (self.atoms.near(to, 0), self.atoms.near(from, 0), self.atoms.near(to, -1));
        self.add(110, &[length, place]);
        self.add(111, &[length, place, first.classes]);
        self.add(112, &[position, before.word]);
        self.add(113, &[position, earlier.word, before.word]);
        self.add(114, &[position, u32::from(before.statistics.clusters[1])]);
        self.add(115, &[position, u32::from(earlier.pair)]);
        self.add(116, &[position, first.word]);
        self.add(117, &[position, last.word]);
        self.add(118, &[position, after.word]);
        self.add(119, &[position, u32::from(after.statistics.clusters[1])]);
        self.add(120, &[position, before.classes, length]);
        self.add(121, &[position, before.rule, length]);
        self.add(122, &[position, u32::from(first.statistics.clusters[1])]);
        self.add(123, &[position, u32::from(last.statistics.clusters[1])]);
        self.counted(at, from, to, here);
    }

    fn counted(&mut self, at: usize, from: usize, to: usize, here: &Atom) {
        let position = u32::from(at == from) << 1 | u32::from(at + 1 == to);
        let from = from.max((at + 1).saturating_sub(6));
        let to = to.min(at + 6);
        for (template, start, end) in [(130, from, to), (140, from, at + 1), (150, at, to)] {
            let found = self.tokens.counted(start, end);
            let [seen, person, place, body] = found.counts.map(u32::from);
            let length = (end - start) as u32;
            self.add(template, &[position, seen, length]);
            self.add(template + 1, &[position, person, place, body]);
            self.add(template + 2, &[position, person / 2, place / 2]);
            self.add(template + 3, &[position, body / 2, place / 2]);
            self.add(template + 4, &[position, u32::from(found.clusters[1])]);
        }
        let [person, body, place, given] =
            self.atoms.named(self.tokens.source(from, to)).map(u32::from);
        self.add(160, &[position, person, body, place, given]);
        self.add(161, &[here.rule, person, body, place, given]);
    }

    /// Adds the beginnings and the ends of words that are no Vietnamese syllables.
    fn affixes(&mut self, at: usize, here: &Atom) {
        let word = self.tokens.low(at);
        if here.statistics.capital == 0 || here.statistics.capital > 5 {
            for (template, count) in [(170, 2), (171, 3)] {
                let end = word.char_indices().nth(count).map_or(word.len(), |(end, _)| end);
                let start = word.char_indices().rev().nth(count - 1).map_or(0, |(start, _)| start);
                let (head, tail) = (&word[..end], &word[start..]);
                self.add(template, &[hash::bytes(head.as_bytes()) as u32]);
                self.add(template + 10, &[hash::bytes(tail.as_bytes()) as u32]);
            }
        }
    }
}
