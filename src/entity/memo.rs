//! A bounded memory of what was computed, shared by all threads without a lock.
//!
//! A value is kept by a key of 64 bits, in the first of two slots that is free; what finds none is
//! computed again each time. A slot once taken stays so: the frequent words and shapes of the press
//! come early and fill it. What is kept depends on the key alone, so that it never matters whose
//! text was read before.

use std::sync::OnceLock;

/// Holds values by their keys.
pub(crate) struct Memo<T> {
    slots: Vec<OnceLock<(u64, T)>>,
}

impl<T> Memo<T> {
    /// Makes an empty memory with `1 << bits` slots.
    pub fn new(bits: u32) -> Self {
        Self { slots: (0..1_usize << bits).map(|_| OnceLock::new()).collect() }
    }

    fn places(&self, key: u64) -> [usize; 2] {
        let place = key as usize & (self.slots.len() - 1);
        [place, place ^ 1]
    }

    /// Gives the value of a key, if it is kept.
    pub fn get(&self, key: u64) -> Option<&T> {
        for place in self.places(key) {
            match self.slots[place].get() {
                Some((kept, value)) if *kept == key => return Some(value),
                Some(_) => {}
                None => return None,
            }
        }
        None
    }

    /// Keeps the value of a key, if there is room.
    pub fn keep(&self, key: u64, value: T) {
        let free = self.places(key).into_iter().find(|&place| self.slots[place].get().is_none());
        if let Some(place) = free {
            // Another thread may have been quicker: then its value stays.
            let _ = self.slots[place].set((key, value));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_found_and_stays() {
        let memo = Memo::new(1);
        assert_eq!(memo.get(4), None);
        for (key, value) in [(4, "a"), (7, "b"), (9, "c")] {
            memo.keep(key, value);
        }
        assert_eq!([4, 7, 9].map(|key| memo.get(key).copied()), [Some("a"), Some("b"), None]);
    }
}
