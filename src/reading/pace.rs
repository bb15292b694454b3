//! How fast one reads.

/// Sets how many words a minute are read, where nothing else is said: the middle of what studies of
/// silent reading of Vietnamese and English newspapers give.
pub const WORDS_A_MINUTE: usize = 220;

/// Gives the minutes that reading so many words takes at a pace, at least one.
pub fn minutes(words: usize, words_a_minute: usize) -> usize {
    words.div_ceil(words_a_minute.max(1)).max(1)
}
