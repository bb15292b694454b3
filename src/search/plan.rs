//! A query made ready for one search: needles, patterns, filters and the weight of each term.

use super::Searchable;
use super::filter::Filter;
use super::fuzzy::{Pattern, Reach};
use super::needle::Needle;
use super::query::{Query, Term};
use super::text::Doc;

/// Limits the articles on which the weights of the terms are estimated.
const SAMPLE: usize = 384;

/// Holds what all articles are compared with.
pub(super) struct Plan<'q> {
    pub needles: Vec<Needle<'q>>,
    /// For each needle, what may match in titles and names in its stead.
    pub patterns: Vec<Option<Pattern>>,
    /// The first letters of the terms.
    initials: u32,
    /// The needles by index, the one that rules out most articles first.
    pub order: Vec<usize>,
    /// How much each term says: 0 for one that is everywhere; the sum is 1.
    pub weights: Vec<f64>,
    pub filter: Filter,
}

impl<'q> Plan<'q> {
    pub fn new(on: &Searchable, query: &'q Query) -> Self {
        let needles: Vec<_> = query.terms.iter().map(Needle::new).collect();
        let patterns = query.terms.iter().map(Pattern::new).collect();
        let weights = weights(on, &needles);
        let initials = query.terms.iter().fold(0, |all, term| all | initial(term));
        let mut order: Vec<_> = (0..needles.len()).collect();
        order.sort_by(|&a, &b| weights[b].total_cmp(&weights[a]));
        Self { needles, patterns, initials, order, weights, filter: Filter::new(on, query) }
    }

    /// Tells whether any mark was typed.
    pub fn needs_marks(&self) -> bool {
        self.needles.iter().any(Needle::needs_marks)
    }

    /// Tells whether texts are searched: one letter is in all of them.
    pub fn wants_passages(&self) -> bool {
        self.needles.iter().any(|needle| needle.letters() >= 2)
    }

    /// Tells by the letters that its words begin with whether a name may match: the first letter of
    /// each term must be one of them.
    pub const fn may_begin(&self, initials: u32) -> bool {
        self.initials & !initials == 0
    }

    /// Tells cheaply whether a folded name may match.
    pub fn may_be_in(&self, folded: &str, reach: Reach) -> bool {
        self.needles.iter().zip(&self.patterns).all(|(needle, pattern)| {
            let fuzzy = |pattern: &Pattern| pattern.may_be(folded, reach);
            needle.may_be_in(folded) || pattern.as_ref().is_some_and(fuzzy)
        })
    }

    /// Tells whether the text has all terms.
    pub fn matches(&self, doc: Doc) -> bool {
        self.order.iter().all(|&term| self.needles[term].find(doc, doc.whole()).is_some())
    }
}

/// Gives the first letter of a term, as a set; nothing if it is none of `a` to `z`.
fn initial(term: &Term) -> u32 {
    match term.words.first().and_then(|word| word.syllable.skeleton().bytes().next()) {
        Some(letter @ b'a'..=b'z') => 1 << (letter - b'a'),
        _ => 0,
    }
}

/// Weighs the terms by inverse document frequency, estimated on articles spread over the corpus.
fn weights(on: &Searchable, needles: &[Needle]) -> Vec<f64> {
    let stride = (on.len() / SAMPLE).max(1);
    let sample: Vec<_> = on.docs().step_by(stride).collect();
    let rarity = |needle: &Needle| {
        let found = sample.iter().filter(|doc| needle.find(**doc, doc.whole()).is_some()).count();
        ((sample.len() as f64 + 1.0) / (found as f64 + 0.5)).ln().max(0.05)
    };
    let rarities: Vec<_> = needles.iter().map(rarity).collect();
    let sum: f64 = rarities.iter().sum();
    rarities.iter().map(|rarity| rarity / sum).collect()
}
