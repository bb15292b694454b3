//! The tables of `assets/entities`: which words and phrases name what.
//!
//! Each table is lines of `class<TAB>phrase` in lower case, `;` between phrases, `#` before a
//! remark. All tables make one map from a phrase to its set of classes. No rule is written here.

use super::form::token_end;
use super::hash;
use super::memo::Memo;

mod class;
mod statistics;
mod word;

pub(crate) use class::Class;
pub(crate) use statistics::Statistics;
pub(crate) use word::{Traits, Word};

const TABLES: [&str; 13] = [
    include_str!("../../assets/entities/bodies.tsv"),
    include_str!("../../assets/entities/compounds.tsv"),
    include_str!("../../assets/entities/counted.tsv"),
    include_str!("../../assets/entities/events.tsv"),
    include_str!("../../assets/entities/landmarks.tsv"),
    include_str!("../../assets/entities/laws.tsv"),
    include_str!("../../assets/entities/measures.tsv"),
    include_str!("../../assets/entities/names.tsv"),
    include_str!("../../assets/entities/people.tsv"),
    include_str!("../../assets/entities/places.tsv"),
    include_str!("../../assets/entities/roles.tsv"),
    include_str!("../../assets/entities/titles.tsv"),
    include_str!("../../assets/entities/world.tsv"),
];

/// Represents what the tables say of a phrase, and of the longer phrases that begin with it.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Entry {
    /// What the phrase itself names.
    pub class: Class,
    /// What the phrases name that begin with this word.
    pub begins: Class,
    /// The number of tokens of the longest of those phrases.
    pub reach: u8,
    /// What was counted about the phrase.
    pub statistics: Statistics,
}

/// Holds all tables as one map from the hash of a phrase, with a memory of the words that were read.
pub(crate) struct Gazetteer {
    /// One more than the position in `entries`, beside half of the hash; zero where there is none.
    slots: Vec<(u32, u32)>,
    /// Which hashes may be there: a small part of memory, which most look-ups end at.
    filter: Vec<u64>,
    entries: Vec<(u64, Entry)>,
    words: Memo<Word>,
}

/// The slots, as a power of two: more than twice the phrases.
const SLOT_BITS: u32 = 18;

/// The bits of the filter, as a power of two.
const FILTER_BITS: u32 = 20;

/// The words that are remembered, as a power of two.
const WORD_BITS: u32 = 15;

impl Gazetteer {
    /// Reads the embedded tables.
    pub fn new() -> Self {
        let mut this = Self {
            slots: vec![(0, 0); 1 << SLOT_BITS],
            filter: vec![0; 1 << (FILTER_BITS - 6)],
            entries: Vec::with_capacity(110_000),
            words: Memo::new(WORD_BITS),
        };
        for line in TABLES.iter().flat_map(|table| table.lines()) {
            if let Some((key, phrases)) = line.split_once('\t')
                && let Some(class) = Class::named(key)
            {
                phrases.split(';').for_each(|phrase| this.add(phrase.trim(), class));
            }
        }
        for (table, read) in statistics::TABLES {
            for (key, phrases) in table.lines().filter_map(|line| line.split_once('\t')) {
                let found = read(key).unwrap_or_default();
                for phrase in phrases.split(';') {
                    let entry = this.entry(Phrase::new(phrase).hash);
                    entry.statistics.merge(found);
                    if found.mostly_small() {
                        entry.class = entry.class.or(Class::COMMON);
                        entry.begins = entry.begins.or(Class::COMMON);
                        entry.reach = entry.reach.max(1);
                    }
                }
            }
        }
        this
    }

    fn add(&mut self, phrase: &str, class: Class) {
        let Phrase { hash, first, tokens } = Phrase::new(phrase);
        let entry = self.entry(hash);
        entry.class = entry.class.or(class);
        let head = self.entry(first);
        head.reach = head.reach.max(tokens);
        head.begins = head.begins.or(class);
    }

    /// Finds the slot of a hash: its own, or the free one where it belongs.
    fn slot(&self, hash: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let (half, entry) = self.slots[at];
            let same = || half == (hash >> 32) as u32 && self.entries[entry as usize - 1].0 == hash;
            if entry == 0 || same() {
                return at;
            }
            at = (at + 1) & mask;
        }
    }

    fn entry(&mut self, hash: u64) -> &mut Entry {
        let slot = self.slot(hash);
        if self.slots[slot].1 == 0 {
            self.entries.push((hash, Entry::default()));
            self.filter[filter_word(hash)] |= 1 << (hash & 63);
            self.slots[slot] = ((hash >> 32) as u32, self.entries.len() as u32);
        }
        &mut self.entries[self.slots[slot].1 as usize - 1].1
    }

    /// Gives what the tables say of a phrase by its hash.
    pub fn find(&self, hash: u64) -> Entry {
        if self.filter[filter_word(hash)] >> (hash & 63) & 1 == 0 {
            return Entry::default();
        }
        match self.slots[self.slot(hash)].1 {
            0 => Entry::default(),
            entry => self.entries[entry as usize - 1].1,
        }
    }

    /// Gives the classes of a phrase in lower case.
    pub fn phrase(&self, phrase: &str) -> Class {
        self.find(Phrase::new(phrase).hash).class
    }

    /// Looks at a word as it is written, and gives what `read` takes from it.
    pub fn word<T>(&self, raw: &str, read: impl FnOnce(&Word) -> T) -> T {
        let key = hash::bytes(raw.as_bytes());
        if let Some(word) = self.words.get(key) {
            return read(word);
        }
        let word = Word::new(raw, |hash| self.find(hash));
        let found = read(&word);
        self.words.keep(key, word);
        found
    }
}

/// Gives the position of the word of the filter that holds the bit of a hash.
const fn filter_word(hash: u64) -> usize {
    (hash >> (64 - FILTER_BITS + 6)) as usize
}

/// Adds a token to the hash of the tokens before it; `glued` tells that no white space is between.
pub(crate) const fn join(hash: u64, token: u64, glued: bool) -> u64 {
    hash::mix(if glued { !hash } else { hash }, token)
}

/// Represents a phrase in lower case as the tokens of a text are cut: its hash, that of its first
/// token, and how many they are.
#[derive(Debug, PartialEq, Eq)]
struct Phrase {
    hash: u64,
    first: u64,
    tokens: u8,
}

impl Phrase {
    fn new(phrase: &str) -> Self {
        let mut this = Self { hash: 0, first: 0, tokens: 0 };
        let (mut at, mut glued) = (0, false);
        while let Some(first) = phrase[at..].chars().next() {
            let mut end = at + first.len_utf8();
            if first.is_whitespace() {
                glued = false;
            } else {
                end = token_end(phrase, at, first);
                let token = hash::bytes(&phrase.as_bytes()[at..end]);
                if this.tokens == 0 {
                    (this.hash, this.first) = (token, token);
                } else {
                    this.hash = join(this.hash, token, glued);
                }
                this.tokens = this.tokens.saturating_add(1);
                glued = true;
            }
            at = end;
        }
        this
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_every_table_has_a_known_class() {
        for table in TABLES {
            assert!(table.starts_with('#'), "a table opens with a remark on its source");
            for line in table.lines().filter(|line| !line.starts_with('#')) {
                let key = line.split('\t').next();
                assert!(key.and_then(Class::named).is_some(), "unknown class: {line:.60}");
                assert_eq!(
                    line,
                    line.to_lowercase().replacen(
                        &line.to_lowercase()[..line.find('\t').unwrap()],
                        &line[..line.find('\t').unwrap()],
                        1
                    )
                );
            }
        }
    }

    #[test]
    fn tables_together_stay_small() {
        assert!(TABLES.iter().map(|table| table.len()).sum::<usize>() < 1_000_000);
    }

    #[test]
    fn phrases_are_measured_in_tokens() {
        for (phrase, head, tokens) in
            [("hà nội", "hà", 2), ("at&t", "at", 3), ("tp.hcm", "tp", 3), ("km2", "km", 2)]
        {
            let Phrase { first, tokens: found, .. } = Phrase::new(phrase);
            assert_eq!((first, found), (hash::bytes(head.as_bytes()), tokens), "{phrase}");
        }
        assert_ne!(Phrase::new("km2").hash, Phrase::new("km 2").hash);
    }
}
