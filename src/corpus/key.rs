//! What tells an article from all others, wherever it is read from.

use std::fmt;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::entity::hash;

/// Names an article by what it says: a hash of its clean text, title and body, 64 bits.
///
/// It is the same on every machine and in every build, so that a file may be moved or packed and its
/// articles are known again. Two of a million articles share a key once in 30 million corpora.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct ArticleKey(pub u64);

impl ArticleKey {
    /// Gives the key of a clean text.
    pub(super) fn of(text: &str) -> Self {
        Self(hash::bytes(text.as_bytes()))
    }

    /// Reads a key as it is written: 16 digits, to the base 16.
    pub fn parse(text: &str) -> Option<Self> {
        let whole = text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        u64::from_str_radix(text, 16).ok().filter(|_| whole).map(Self)
    }
}

impl fmt::Display for ArticleKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl Serialize for ArticleKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ArticleKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| D::Error::custom("a key has 16 digits"))
    }
}

#[cfg(test)]
mod tests {
    use super::ArticleKey;

    #[test]
    fn a_key_is_written_and_read() {
        for key in [0, 1, 0xfedc_ba98_7654_3210, u64::MAX].map(ArticleKey) {
            assert_eq!(ArticleKey::parse(&key.to_string()), Some(key));
        }
        for wrong in ["", "0", "+000000000000001", "00000000000000001", "000000000000000g"] {
            assert_eq!(ArticleKey::parse(wrong), None, "{wrong}");
        }
    }

    /// What was kept by one version is found by the next.
    #[test]
    fn the_key_of_a_text_never_changes() {
        assert_eq!(ArticleKey::of("Lâm Đồng").to_string(), "a3177f60a466b0e6");
        assert_ne!(ArticleKey::of("Lâm Đồng"), ArticleKey::of("Lâm Đông"));
    }
}
