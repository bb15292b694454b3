//! Marked articles as rows of features and labels, and how far weights are from explaining them.

use std::collections::HashMap;

use super::super::model::atoms::Atoms;
use super::super::model::features::{Extractor, Keys};
use super::super::model::file::Origin;
use super::super::model::label::{LABELS, begin, inside};
use super::super::token::Tokens;
use super::super::{Mention, hash, tagger};
use super::{Article, variant};

pub(super) const STEPS: usize = LABELS * LABELS;

/// Features that are seen less often are left out.
const SEEN: u32 = 3;

/// Holds marked articles as features and labels.
pub struct Problem {
    pub(super) origin: Origin,
    /// The keys of the features, the most frequent first; a feature is its position here.
    pub(super) keys: Vec<u32>,
    /// Where the weights of each feature begin, and the label of each weight.
    starts: Vec<u32>,
    pub(super) labels: Vec<u8>,
    /// The features of all tokens, where those of each token begin, and its label.
    features: Keys,
    tokens: Vec<u32>,
    pub(super) gold: Vec<u8>,
    /// The first token of each line, and the end of the last one.
    pub(super) lines: Vec<u32>,
}

impl Problem {
    /// Reads articles; `corpus` is the hash that the weights will name as their origin.
    pub fn new(articles: &[Article], corpus: u64) -> Self {
        let mut this = Self {
            origin: Origin { corpus, features: 0 },
            keys: Vec::new(),
            starts: Vec::new(),
            labels: Vec::new(),
            features: Keys::default(),
            tokens: vec![0],
            gold: Vec::new(),
            lines: vec![0],
        };
        for article in articles {
            this.read(article);
            this.read(&variant::bare_names(article));
        }
        this.origin.features =
            this.features.0.iter().fold(0, |sum, key| hash::mix(sum, u64::from(*key)));
        this.choose_features();
        this.choose_weights();
        this
    }

    fn read(&mut self, article: &Article) {
        let tokens = Tokens::new(&article.text, tagger::gazetteer());
        let rules = tagger::rules(&tokens);
        let atoms = Atoms::new(&tokens, &rules);
        let extractor = Extractor::new(&tokens, &atoms);
        self.gold.extend(labels(&tokens, &article.marks));
        for at in 0..tokens.len() {
            extractor.features(at, &mut self.features);
            self.tokens.push(self.features.0.len() as u32);
            if tokens.opens_line(at + 1) || at + 1 == tokens.len() {
                self.lines.push(self.tokens.len() as u32 - 1);
            }
        }
    }

    /// Keeps the features that are seen often enough, and numbers them by how often.
    fn choose_features(&mut self) {
        let mut sorted = self.features.0.clone();
        sorted.sort_unstable();
        let mut counts: Vec<(u32, u32)> =
            sorted.chunk_by(|a, b| a == b).map(|same| (same.len() as u32, same[0])).collect();
        counts.retain(|(count, _)| *count >= SEEN);
        counts.sort_unstable_by_key(|(count, key)| (u32::MAX - count, *key));
        self.keys = counts.into_iter().map(|(_, key)| key).collect();
        let mut numbers: HashMap<u32, u32> = HashMap::with_capacity(self.keys.len());
        numbers.extend(self.keys.iter().zip(0..).map(|(key, number)| (*key, number)));
        let (mut kept, mut tokens) = (Vec::with_capacity(self.features.0.len()), vec![0]);
        for pair in self.tokens.windows(2) {
            let keys = &self.features.0[pair[0] as usize..pair[1] as usize];
            kept.extend(keys.iter().filter_map(|key| numbers.get(key)));
            tokens.push(kept.len() as u32);
        }
        (self.features, self.tokens) = (Keys(kept), tokens);
    }

    /// Gives each feature a weight for each label that it is seen with.
    fn choose_weights(&mut self) {
        let mut seen = vec![0_u32; self.keys.len()];
        for (at, label) in self.gold.iter().enumerate() {
            for &feature in self.of(at) {
                seen[feature as usize] |= 1 << label;
            }
        }
        self.starts.push(0);
        for set in seen {
            self.labels.extend((0..LABELS as u8).filter(|label| set >> label & 1 == 1));
            self.starts.push(self.labels.len() as u32);
        }
    }

    pub(super) fn of(&self, token: usize) -> &[u32] {
        &self.features.0[self.tokens[token] as usize..self.tokens[token + 1] as usize]
    }

    /// Gives the positions of a feature's weights, after those of the steps.
    pub(super) fn weights(&self, feature: u32) -> std::ops::Range<usize> {
        let at = feature as usize;
        self.starts[at] as usize..self.starts[at + 1] as usize
    }

    /// Gives what the weights will name as their origin.
    pub fn origin(&self) -> Origin {
        self.origin
    }

    /// Gives the number of weights.
    pub fn size(&self) -> usize {
        STEPS + self.labels.len()
    }
}

/// Gives the labels of the tokens of an article by its marks; a mark takes each token it touches.
fn labels(t: &Tokens, marks: &[Mention]) -> Vec<u8> {
    let mut labels = vec![0; t.len()];
    let mut at = 0;
    for mark in marks {
        while at < t.len() && t.span(at, at + 1).end <= mark.span.start {
            at += 1;
        }
        let (from, kind) = (at, mark.kind);
        while at < t.len() && t.span(at, at + 1).start < mark.span.end {
            labels[at] = if at == from { begin(kind) } else { inside(kind) } as u8;
            at += 1;
        }
    }
    labels
}
