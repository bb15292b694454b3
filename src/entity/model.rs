//! The trained tagger: a linear chain over tokens, decoded by the method of Viterbi.
//!
//! It sees what the rules propose as features among others ([`features`]) and decides where they
//! hold. All arithmetic at run time is in whole numbers, so that the same text gives the same
//! mentions on every machine. Training is not here but in [`training`](super::training).

pub(crate) mod atoms;
pub(crate) mod features;
pub(crate) mod label;
pub(crate) mod weights;

use super::Kind;
use super::decide::{Candidate, Draft};
use super::token::Tokens;
use atoms::Atoms;
use features::Extractor;
use label::LABELS;
use weights::{NEVER, Weights};

/// What is taken from the score of a mention's begin, in hundredths. The training articles speak of
/// more bodies, and of fewer things that are none, than the press does: without this the model
/// takes every weapon and medicine for a company. The numbers were chosen on the development sets.
const CAUTION: [(Kind, i32); 2] = [(Kind::Organization, 150), (Kind::Person, 90)];

/// The longest line, in tokens, that is decoded as one: no score can overflow in it.
const LONGEST: usize = 5_000;

/// Finds the mentions that the model sees, in order, given those that the rules propose.
pub(crate) fn find(tokens: &Tokens, rules: &Draft, weights: &Weights) -> Vec<Candidate> {
    let atoms = Atoms::new(tokens, rules);
    let mut extractor = Extractor::new(tokens, &atoms);
    let mut found = Vec::new();
    let mut path = Path::default();
    let mut from = 0;
    for at in 0..tokens.len() {
        let mut scores = [0; LABELS];
        weights.add(extractor.features(at), &mut scores);
        for (kind, caution) in CAUTION {
            scores[label::begin(kind)] -= caution;
        }
        path.step(&scores, weights);
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
}

impl Path {
    fn step(&mut self, scores: &[i32; LABELS], weights: &Weights) {
        let mut next = [NEVER; LABELS];
        let mut back = [0_u8; LABELS];
        if self.back.is_empty() {
            for label in (0..LABELS).filter(|&label| label::opens(label)) {
                next[label] = scores[label];
            }
        } else {
            for (before, row) in weights.steps.iter().enumerate() {
                let reached = self.best[before];
                for (label, weight) in row.iter().enumerate() {
                    let better = reached + weight > next[label];
                    next[label] = if better { reached + weight } else { next[label] };
                    back[label] = if better { before as u8 } else { back[label] };
                }
            }
            for label in 0..LABELS {
                next[label] = (next[label] + scores[label]).max(NEVER);
            }
        }
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
        labels
    }
}
