//! The trained tagger: a linear chain over tokens, decoded by the method of Viterbi.
//!
//! It sees what the rules propose as features among others ([`features`]) and decides where they
//! hold. All arithmetic at run time is in whole numbers, so that the same text gives the same
//! mentions on every machine. Training is not here but in [`training`](super::training).

pub(crate) mod atoms;
pub(crate) mod cache;
pub(crate) mod features;
pub(crate) mod file;
pub(crate) mod label;
pub(crate) mod steps;
mod sum;
pub(crate) mod weights;

use super::Kind;
use super::decide::{Candidate, Draft};
use super::token::Tokens;
use atoms::Atoms;
use features::Extractor;
use label::{LABELS, Scores};
use steps::{NEVER, Steps};
use sum::Sum;
use weights::Weights;

/// What is taken from the score of a mention's begin, in hundredths. The training articles speak of
/// more bodies, and of fewer things that are none, than the press does: without this the model
/// takes every weapon and medicine for a company. The numbers were chosen on the development sets.
const CAUTION: [(Kind, i16); 2] = [(Kind::Organization, 120), (Kind::Person, 100)];

/// The longest line, in tokens, that is decoded as one: no score can overflow in it.
const LONGEST: usize = 5_000;

/// Finds the mentions that the model sees, in order, given those that the rules propose.
pub(crate) fn find(tokens: &Tokens, rules: &Draft, weights: &Weights) -> Vec<Candidate> {
    weights.caches.with(|cache| decode(tokens, rules, weights, Sum::new(weights, cache)))
}

fn decode(tokens: &Tokens, rules: &Draft, weights: &Weights, mut sum: Sum) -> Vec<Candidate> {
    let atoms = Atoms::new(tokens, rules);
    let extractor = Extractor::new(tokens, &atoms);
    let mut found = Vec::new();
    let mut path = Path::default();
    let mut from = 0;
    for at in 0..tokens.len() {
        if !(atoms.quiet(at) && path.stay()) {
            extractor.features(at, &mut sum);
            let mut scores = sum.finish();
            for (kind, caution) in CAUTION {
                scores[label::begin(kind)] -= caution;
            }
            path.step(&scores, &weights.steps, atoms.quiet(at));
        }
        if tokens.opens_line(at + 1) || at + 1 == tokens.len() || at - from == LONGEST {
            label::mentions(&path.finish(), from, &mut found);
            from = at + 1;
        }
    }
    found
}

/// Keeps the best way to each label of the last token, and how it came there.
#[derive(Default)]
struct Path {
    best: [i32; LABELS],
    back: Vec<[u8; LABELS]>,
    /// How much the last of two quiet tokens changed the best score of each label, if all by the
    /// same: then all other quiet tokens after it do the same.
    settled: Option<i32>,
    quiet: bool,
}

impl Path {
    /// Goes over one more quiet token, if it changes nothing but all scores by the same.
    fn stay(&mut self) -> bool {
        let (Some(change), Some(last)) = (self.settled, self.back.last().copied()) else {
            return false;
        };
        self.best.iter_mut().for_each(|best| *best += change);
        self.back.push(last);
        true
    }

    /// Goes to the next token, whose labels have the given scores.
    fn step(&mut self, scores: &Scores, steps: &Steps, quiet: bool) {
        let (mut next, back) = if self.back.is_empty() {
            let first = |label| if label::opens(label) { 0 } else { NEVER };
            (std::array::from_fn(first), [0; LABELS])
        } else {
            steps.best(&self.best)
        };
        for (next, score) in next.iter_mut().zip(scores) {
            *next = (*next + i32::from(*score)).max(NEVER);
        }
        let change = next[0] - self.best[0];
        let same = next.iter().zip(self.best).all(|(next, best)| next - best == change);
        let settled = quiet && self.quiet && same && self.back.last() == Some(&back);
        self.settled = settled.then_some(change);
        self.quiet = quiet;
        self.best = next;
        self.back.push(back);
    }

    /// Gives the labels of the best way, and begins anew.
    fn finish(&mut self) -> Vec<u8> {
        let mut last = (0..LABELS).max_by_key(|&label| (self.best[label], LABELS - label));
        let mut labels = Vec::with_capacity(self.back.len());
        for back in self.back.iter().rev() {
            let label = last.unwrap_or(0);
            labels.push(label as u8);
            last = Some(usize::from(back[label]));
        }
        labels.reverse();
        self.back.clear();
        self.settled = None;
        labels
    }
}
