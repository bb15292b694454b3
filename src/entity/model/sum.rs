//! What the features of a token weigh together, for each label.

use super::cache::Cache;
use super::features::{Keys, Sink};
use super::label::Scores;
use super::weights::Weights;

/// What a cluster weighs that no table has.
const NONE: Scores = [0; _];

/// Adds sums. This is no part of its callers, so that the scores are not taken apart into single
/// numbers and all labels are added at once.
#[inline(never)]
fn add<const N: usize>(scores: &mut Scores, sums: [&Scores; N]) {
    for (label, score) in scores.iter_mut().enumerate() {
        *score = sums.iter().fold(*score, |score, sum| score.wrapping_add(sum[label]));
    }
}

/// Sums what the features of one token after another weigh.
pub(crate) struct Sum<'a> {
    weights: &'a Weights,
    cache: &'a mut Cache,
    scores: Scores,
    loose: Keys,
    keys: Keys,
}

impl<'a> Sum<'a> {
    /// Begins with nothing.
    pub fn new(weights: &'a Weights, cache: &'a mut Cache) -> Self {
        let scores = Scores::default();
        Self { weights, cache, scores, loose: Keys::default(), keys: Keys::default() }
    }

    /// Gives what was taken so far for each label, and begins anew.
    pub fn finish(&mut self) -> Scores {
        self.weights.add(&self.loose.0, &mut self.scores);
        self.loose.0.clear();
        std::mem::take(&mut self.scores)
    }
}

impl Sink for Sum<'_> {
    fn group(&mut self, of: u64, list: impl FnOnce(&mut Keys)) {
        let Self { weights, cache, scores, keys, .. } = self;
        let sum = cache.get(of, || {
            let mut sum = Scores::default();
            keys.0.clear();
            list(keys);
            weights.add(&keys.0, &mut sum);
            sum
        });
        add(scores, [sum]);
    }

    fn clusters(&mut self, place: usize, clusters: [u16; 3]) {
        let tables = &self.weights.clusters[place];
        let sum = |level: usize| tables[level].get(usize::from(clusters[level])).unwrap_or(&NONE);
        add(&mut self.scores, [sum(0), sum(1), sum(2)]);
    }

    fn loose(&mut self) -> &mut Keys {
        &mut self.loose
    }
}
