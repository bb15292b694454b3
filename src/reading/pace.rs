//! How fast one reads.

/// Sets how many words a minute are read: the middle of what studies of silent reading of
/// Vietnamese and English newspapers give.
pub const WORDS_A_MINUTE: usize = 220;

/// Gives the minutes that reading so many words takes, at least one.
pub fn minutes(words: usize) -> usize {
    words.div_ceil(WORDS_A_MINUTE).max(1)
}
