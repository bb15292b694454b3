//! Random numbers that are the same everywhere.

/// A random number generator (xorshift: Marsaglia, 2003).
pub struct Random(u64);

impl Random {
    /// Makes the generator of a seed.
    pub const fn new(seed: u64) -> Self {
        Self(0x9E37_79B9_7F4A_7C15 ^ seed)
    }

    /// Gives a number from 0 up to `end`, without it.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }
}
