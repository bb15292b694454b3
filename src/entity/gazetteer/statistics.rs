//! What was counted about words in Vietnamese news, without anybody having marked an entity.
//!
//! Three tables: `clusters.tsv` groups words by the words around them, `syllables.tsv` tells how
//! often a syllable is capitalised, `phrases.tsv` how often a run of capitals stands right after a
//! word for a person, a place or a body. They are evidence for the trained tagger, never a verdict.

/// Represents what was counted about a word or a phrase; zero where nothing was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Statistics {
    /// The groups by distribution, coarse to fine, each counted from 1.
    pub clusters: [u16; 3],
    /// How large a share is capitalised, from 1 (hardly any) to 10.
    pub capital: u8,
    /// How often the run of capitals was seen, from 1 to 10, and how large a share of it stood
    /// after a word for a person, a place and a body, from 1 (none) to 10.
    pub counts: [u8; 4],
}

impl Statistics {
    /// Adds what another table says.
    pub fn merge(&mut self, other: Self) {
        if other.clusters[0] > 0 {
            self.clusters = other.clusters;
        }
        self.capital = self.capital.max(other.capital);
        if other.counts[0] > 0 {
            self.counts = other.counts;
        }
    }

    /// Tells whether a syllable is capitalised less than 12 times in a hundred.
    pub const fn mostly_small(&self) -> bool {
        matches!(self.capital, 1..=3)
    }
}

/// Represents a reader of the keys of one table.
pub(crate) type ReadKey = fn(&str) -> Option<Statistics>;

/// The tables, each with the reader of its keys.
pub(crate) const TABLES: [(&str, ReadKey); 3] = [
    (include_str!("../../../assets/entities/clusters.tsv"), clusters),
    (include_str!("../../../assets/entities/syllables.tsv"), capital),
    (include_str!("../../../assets/entities/phrases.tsv"), counts),
];

fn clusters(key: &str) -> Option<Statistics> {
    let mut parts = key.split(' ').map(|part| part.parse::<u16>().ok().map(|n| n + 1));
    let clusters = [parts.next()??, parts.next()??, parts.next()??];
    Some(Statistics { clusters, ..Statistics::default() })
}

fn capital(key: &str) -> Option<Statistics> {
    let share: u8 = key.parse().ok()?;
    Some(Statistics { capital: share + 1, ..Statistics::default() })
}

fn counts(key: &str) -> Option<Statistics> {
    let mut digits = key.chars().map(|digit| digit.to_digit(10).map(|digit| digit as u8 + 1));
    let counts = [digits.next()??, digits.next()??, digits.next()??, digits.next()??];
    Some(Statistics { counts, ..Statistics::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_has_a_key_and_phrases() {
        for (table, read) in TABLES {
            assert!(table.starts_with("# "), "a table opens with a remark on its source");
            for line in table.lines().skip(1) {
                let (key, phrases) = line.split_once('\t').expect("a line has a key");
                assert!(read(key).is_some() && !phrases.is_empty(), "{line:.60}");
            }
        }
    }

    #[test]
    fn keys_are_read() {
        assert_eq!(clusters("0 27 119").map(|s| s.clusters), Some([1, 28, 120]));
        assert_eq!(capital("3").map(|s| s.capital), Some(4));
        assert_eq!(counts("0904").map(|s| s.counts), Some([1, 10, 1, 5]));
        assert_eq!(counts("09x4"), None);
    }
}
