//! What groups of features weigh, remembered from token to token and from article to article.
//!
//! The caches wait in a pool, one for each thread that tags at the same time. A sum depends on the
//! group alone, so that it never matters which articles a cache has seen.

use std::sync::{Mutex, PoisonError};

use super::label::Scores;

/// The groups that are remembered, as a power of two.
const BITS: u32 = 13;

/// Remembers sums by the hashes of their groups; the last one of a slot stays.
pub(crate) struct Cache {
    slots: Vec<(u64, Scores)>,
}

impl Cache {
    fn new() -> Self {
        Self { slots: vec![(0, Scores::default()); 1 << BITS] }
    }

    /// Gives the sum of a group, which `sum` computes where it is not remembered.
    pub fn get(&mut self, group: u64, sum: impl FnOnce() -> Scores) -> &Scores {
        // No group has the hash of the empty slots.
        let group = group.max(1);
        let slot = &mut self.slots[(group >> (64 - BITS)) as usize];
        if slot.0 != group {
            *slot = (group, sum());
        }
        &slot.1
    }
}

/// Holds the caches that nobody uses.
#[derive(Default)]
pub(crate) struct Pool(Mutex<Vec<Cache>>);

impl Pool {
    /// Lends a cache for a piece of work.
    pub fn with<T>(&self, work: impl FnOnce(&mut Cache) -> T) -> T {
        let lock = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let waiting = lock().pop();
        let mut cache = waiting.unwrap_or_else(Cache::new);
        let found = work(&mut cache);
        lock().push(cache);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_is_computed_once_while_it_is_remembered() {
        let pool = Pool::default();
        let other = 3 | 1 << 63;
        let counts = [(0, 1), (0, 1), (5, 2), (0, 3), (other, 4), (0, 3)];
        let mut count = 0;
        for (group, expected) in counts {
            let mut next = || {
                count += 1;
                [count; _]
            };
            assert_eq!(pool.with(|cache| cache.get(group, &mut next)[0]), expected, "{group}");
        }
    }
}
