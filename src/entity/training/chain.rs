//! The probabilities of a linear chain: what the labels of a row are expected to be.

use super::super::model::label::{LABELS, follows, opens};
use super::maths::{exp, ln};

/// Represents a number for each label.
pub(super) type Scores = [f64; LABELS];

/// Holds the weights of the steps as factors, and the rows of one sequence in work.
pub(super) struct Chain {
    factors: [Scores; LABELS],
    /// The factors of each token, its forward values, its backward values and its scale.
    rows: Vec<(Scores, Scores, Scores, f64)>,
}

impl Chain {
    /// Makes a chain from the weights of label after label.
    pub fn new(steps: &[f64]) -> Self {
        let mut factors = [[0.0; LABELS]; LABELS];
        for (before, row) in factors.iter_mut().enumerate() {
            for label in (0..LABELS).filter(|&label| follows(before, label)) {
                row[label] = exp(steps[before * LABELS + label]);
            }
        }
        Self { factors, rows: Vec::new() }
    }

    /// Runs forward and backward over the scores of a sequence; gives the logarithm of the sum over
    /// all rows of labels.
    pub fn run(&mut self, scores: &[Scores]) -> f64 {
        self.rows.clear();
        let mut total = 0.0;
        let mut last: Option<Scores> = None;
        for row in scores {
            let top = row.iter().copied().fold(f64::MIN, f64::max);
            let local = row.map(|score| exp(score - top));
            let mut forward = [0.0; LABELS];
            for label in 0..LABELS {
                let before = match &last {
                    Some(last) => (0..LABELS).map(|b| last[b] * self.factors[b][label]).sum(),
                    None => f64::from(u8::from(opens(label))),
                };
                forward[label] = local[label] * before;
            }
            let scale: f64 = forward.iter().sum::<f64>().max(1e-300);
            forward = forward.map(|value| value / scale);
            total += top + ln(scale);
            last = Some(forward);
            self.rows.push((local, forward, [1.0; LABELS], scale));
        }
        self.backward();
        total
    }

    fn backward(&mut self) {
        for at in (1..self.rows.len()).rev() {
            let (local, _, behind, scale) = self.rows[at];
            let ahead: Scores = std::array::from_fn(|label| local[label] * behind[label] / scale);
            for before in 0..LABELS {
                self.rows[at - 1].2[before] =
                    (0..LABELS).map(|label| self.factors[before][label] * ahead[label]).sum();
            }
        }
    }

    /// Gives the probabilities of the labels of a token.
    pub fn labels(&self, at: usize) -> Scores {
        let (_, forward, backward, _) = &self.rows[at];
        std::array::from_fn(|label| forward[label] * backward[label])
    }

    /// Adds the probabilities of the steps to a token, which must not be the first.
    pub fn add_steps(&self, at: usize, sum: &mut [f64]) {
        let (local, _, behind, scale) = &self.rows[at];
        let forward = &self.rows[at - 1].1;
        let ahead: Scores = std::array::from_fn(|label| local[label] * behind[label] / scale);
        for before in 0..LABELS {
            for label in 0..LABELS {
                sum[before * LABELS + label] +=
                    forward[before] * self.factors[before][label] * ahead[label];
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn probabilities_sum_to_one() {
        let steps: Vec<f64> = (0..LABELS * LABELS).map(|n| (n % 7) as f64 / 3.0 - 1.0).collect();
        let scores: Vec<Scores> =
            (0..5).map(|at| std::array::from_fn(|label| ((at * 5 + label) % 4) as f64)).collect();
        let mut chain = Chain::new(&steps);
        chain.run(&scores);
        for at in 0..5 {
            assert!((chain.labels(at).iter().sum::<f64>() - 1.0).abs() < 1e-9);
        }
        let mut sum = vec![0.0; LABELS * LABELS];
        (1..5).for_each(|at| chain.add_steps(at, &mut sum));
        assert!((sum.iter().sum::<f64>() - 4.0).abs() < 1e-9);
    }
}
