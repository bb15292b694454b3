//! The number that names one entity in all articles.

use super::{Kind, hash, key};

/// Names an entity: a hash of its kind and of what all its names have in common.
///
/// It is the same on every machine. Two of a million entities share a number once in 30 million
/// corpora.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntityId(u64);

impl EntityId {
    /// Gives the number of what has this name, or this value.
    pub(super) fn new(kind: Kind, name: &str, value: Option<&str>) -> Self {
        let of = |key: &str| Self(hash::mix(hash::bytes(key.as_bytes()), kind.index() as u64));
        value.map_or_else(|| of(&key(kind, name)), of)
    }

    /// Gives the number of what has this name.
    pub fn of(kind: Kind, name: &str) -> Self {
        Self::new(kind, name, None)
    }

    /// Gives it as a number, to be kept.
    pub(crate) const fn number(self) -> u64 {
        self.0
    }

    /// Gives back what was kept.
    pub(crate) const fn of_number(number: u64) -> Self {
        Self(number)
    }
}
