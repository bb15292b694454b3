//! Fits weights to lines one after another, by the method "follow the regularised leader".
//!
//! Each weight has its own rate, which falls with the gradients it has seen, and stays exactly zero
//! until they have pushed it further than the penalty (H. B. `McMahan` and others
//! 2013, "Ad click prediction"). A pass over all lines costs as much as one gradient of a batch method, and a dozen
//! passes are enough where that needs sixty; the order of the lines is drawn anew for each pass, by
//! a generator of fixed seed.

/// Holds what the descent is set to.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    /// The number of runs whose mean the weights are.
    pub runs: usize,
    /// The number of passes over all lines in each run.
    pub passes: usize,
    /// The first rate of each weight.
    pub rate: f64,
    /// The penalty on absolute values.
    pub absolute: f64,
    /// The penalty on squares.
    pub square: f64,
    /// How many of a hundred features of a token are hidden in a pass, so that no few of them are
    /// relied on.
    pub hidden: u64,
    /// Smaller weights than this are dropped in the end.
    pub least: f64,
}

/// Represents the state of one weight: the sum that decides it, and that of its squared gradients.
#[derive(Debug, Clone, Copy, Default)]
struct State {
    sum: f64,
    squares: f64,
}

/// Holds all weights.
pub(super) struct Leader {
    settings: Settings,
    states: Vec<State>,
}

impl Leader {
    /// Begins with a number of weights, all zero.
    pub fn new(size: usize, settings: Settings) -> Self {
        Self { settings, states: vec![State::default(); size] }
    }

    /// Gives a weight.
    pub fn weight(&self, at: usize) -> f64 {
        let State { sum, squares } = self.states[at];
        let Settings { rate, absolute, square, .. } = self.settings;
        if sum.abs() <= absolute {
            return 0.0;
        }
        (sum.signum() * absolute - sum) / ((1.0 + squares.sqrt()) / rate + square)
    }

    /// Moves a weight against its gradient; `weight` is what it was when that was taken.
    pub fn learn(&mut self, at: usize, weight: f64, gradient: f64) {
        let state = &mut self.states[at];
        let squares = state.squares + gradient * gradient;
        let slower = (squares.sqrt() - state.squares.sqrt()) / self.settings.rate;
        state.sum += gradient - slower * weight;
        state.squares = squares;
    }
}

/// Gives the numbers below `count` in an order that depends on the pass alone.
pub(super) fn order(count: usize, pass: usize) -> Vec<u32> {
    let mut order: Vec<u32> = (0..count as u32).collect();
    let mut state = pass as u64 + 1;
    for last in (1..count).rev() {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        order.swap(last, ((state >> 33) % (last as u64 + 1)) as usize);
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    const SETTINGS: Settings = Settings {
        runs: 1,
        passes: 1,
        rate: 0.5,
        absolute: 1.0,
        square: 0.0,
        hidden: 0,
        least: 0.0,
    };

    /// Checks the descent on `(x - 3)²` beside a weight whose gradient is too small to count.
    #[test]
    fn it_finds_the_minimum_and_leaves_what_is_small() {
        let mut leader = Leader::new(2, SETTINGS);
        for step in 0..2000 {
            let weight = leader.weight(0);
            leader.learn(0, weight, 2.0 * (weight - 3.0));
            leader.learn(1, 0.0, if step % 2 == 0 { 0.5 } else { -0.5 });
        }
        assert!((leader.weight(0) - 3.0).abs() < 0.1, "{}", leader.weight(0));
        assert!(leader.weight(1) == 0.0);
    }

    #[test]
    fn an_order_holds_each_number_once() {
        let (one, mut two) = (order(100, 0), order(100, 1));
        assert_ne!(one, two);
        two.sort_unstable();
        assert_eq!(two, (0..100).collect::<Vec<u32>>());
    }
}
