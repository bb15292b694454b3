//! Articles in the order of what they may score, of which mostly only the first ones are asked for.

use std::cmp::Reverse;

/// Represents what is known of an article before its text is looked at: the most points beside those
/// for closeness, as a key, and which one it is.
pub(super) type Bound = (i64, Reverse<u32>);

/// Sets how many are put in order at first, and how many times as many later.
const FIRST: usize = 64;
const GROWTH: usize = 4;

/// Gives articles, those that may score most first.
#[derive(Default)]
pub(super) struct Queue {
    waiting: Vec<Bound>,
    /// The best of them, the very best last.
    ready: Vec<Bound>,
    /// How many were put in order the last time.
    count: usize,
}

impl Queue {
    /// Makes a queue.
    pub fn new(waiting: Vec<Bound>) -> Self {
        Self { waiting, ..Self::default() }
    }

    /// Takes the first one.
    pub fn pop(&mut self) -> Option<Bound> {
        if self.ready.is_empty() {
            self.count = FIRST.max(self.count * GROWTH);
            let start = self.waiting.len().saturating_sub(self.count);
            if start > 0 {
                self.waiting.select_nth_unstable(start);
            }
            self.ready = self.waiting.split_off(start);
            self.ready.sort_unstable();
        }
        self.ready.pop()
    }

    /// Drops all that are left.
    pub fn clear(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_come_first() {
        for count in [0, 1, FIRST, FIRST + 1, 6 * FIRST, 1000] {
            let bounds = (0..count as u32).map(|at| (i64::from(at * 7919 % 101), Reverse(at)));
            let mut expected: Vec<Bound> = bounds.collect();
            let mut queue = Queue::new(expected.clone());
            let found: Vec<Bound> = std::iter::from_fn(|| queue.pop()).collect();
            expected.sort_unstable_by_key(|&bound| Reverse(bound));
            assert_eq!(found, expected, "{count}");
        }
    }
}
