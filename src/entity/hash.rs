//! Hashes of words and features: the same on every machine and in every build, and fast.
//!
//! Nothing here resists an attacker: the keys are words of an article, and the tables are fixed.

use std::hash::{BuildHasherDefault, Hasher};

const SEED: u64 = 0xcbf2_9ce4_8422_2325;
const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

/// Mixes a number into a hash.
pub(crate) const fn mix(hash: u64, value: u64) -> u64 {
    let product = (hash.rotate_left(23) ^ value).wrapping_mul(FACTOR);
    product ^ product >> 32
}

/// Hashes bytes, eight at a time.
pub(crate) fn bytes(data: &[u8]) -> u64 {
    let hash = mix(SEED, data.len() as u64);
    let (words, rest) = data.as_chunks();
    let hash = words.iter().fold(hash, |hash, word| mix(hash, u64::from_le_bytes(*word)));
    if rest.is_empty() { hash } else { mix(hash, few(rest)) }
}

/// Reads less than eight bytes as a little-endian number.
fn few(data: &[u8]) -> u64 {
    let (halves, rest) = data.as_chunks::<4>();
    let high = rest.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte));
    halves.first().map_or(high, |half| high << 32 | u64::from(u32::from_le_bytes(*half)))
}

/// Hashes the keys of a map of words.
#[derive(Default)]
pub(crate) struct WordHasher(u64);

impl Hasher for WordHasher {
    fn write(&mut self, data: &[u8]) {
        self.0 = mix(self.0, bytes(data));
    }

    fn write_u8(&mut self, _: u8) {}

    fn finish(&self) -> u64 {
        self.0
    }
}

/// Makes hashers for a map of words.
pub(crate) type WordState = BuildHasherDefault<WordHasher>;
