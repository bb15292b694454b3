//! The tables of `assets/entities`: which words and phrases name what.
//!
//! Each table is lines of `class<TAB>phrase` in lower case, `;` between phrases, `#` before a
//! remark. All tables make one map from a phrase to its set of classes. No rule is written here.

use std::collections::HashMap;

use super::hash::WordState;

mod statistics;

pub(crate) use statistics::Statistics;

/// Represents a set of classes of the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Class(u64);

impl Class {
    /// The empty set.
    pub const NONE: Self = Self(0);

    /// Tells whether the two sets share a class.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Gives the classes that are in one of two sets.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Declares the classes: the name in the code, the name in the tables, what it holds.
macro_rules! classes {
    ($($name:ident $key:literal $about:literal;)*) => {
        #[derive(Clone, Copy)]
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Bit { $($name),* }
        impl Class {
            $(#[doc = $about] pub const $name: Self = Self(1 << Bit::$name as u64);)*
            fn named(key: &str) -> Option<Self> {
                match key { $($key => Some(Self::$name),)* _ => None }
            }
        }
    };
}

classes! {
    PROVINCE "1" "Provinces and cities under the state.";
    DISTRICT "2" "Districts, towns and cities under a province.";
    COMMUNE "3" "Communes and wards: also words and persons' names, so never without evidence.";
    COUNTRY "country" "Countries, continents, seas.";
    CITY "city" "Foreign cities and states, and places of Vietnam known without a unit.";
    UNIT_PLACE "unit" "Nouns that are part of the name of the place after them.";
    UNIT_LOOSE "loose" "Nouns that are part of a place's name, though also of other things.";
    NAME_P "P" "Runs of capitals that name a person.";
    NAME_L "L" "Runs of capitals that name a place.";
    NAME_O "O" "Runs of capitals that name a body.";
    MAYBE_P "p" "The same, less sure: person.";
    MAYBE_L "l" "The same, less sure: place.";
    MAYBE_O "o" "The same, less sure: body.";
    COMPOUND "c" "Words of two syllables in lower case.";
    COUNTED "n" "Words that are counted.";
    CLASSIFIER "classifier" "Words that close a quantity: nothing after them belongs to it.";
    MEASURE "measure" "Units of measure.";
    TIME "time" "Units of time.";
    CURRENCY "currency" "Units of money.";
    MAGNITUDE "magnitude" "Thousand, million ...";
    NUMERAL "numeral" "Numbers in words.";
    GOES_ON "+" "Words in lower case that stay inside an official name.";
    BREAKS "-" "Pairs of words that stand right after an official name.";
    COMMON "a" "Syllables that are mostly written in lower case, as `syllables.tsv` counts them.";
    SURNAME "surname" "Vietnamese surnames.";
    MIDDLE "middle" "Vietnamese middle names.";
    BEFORE_PERSON "before" "Words that stand right before a person's name.";
    RANK "rank" "Ranks, degrees and titles that are a role alone.";
    OFFICE "office" "Offices, which govern the body named after them.";
    WHOLE "whole" "Bodies that need no more words.";
    AREA_HEAD "area" "Bodies named by the territory after them.";
    HEAD "head" "Bodies named by the words after them.";
    FIRM_HEAD "firm" "Heads of names of firms, schools, hospitals and clubs.";
    FIELD "field" "Fields that ministries, departments and offices are named after.";
    LEVEL "level" "Words for a level of government.";
    LAW_KIND "kind" "Kinds of documents that have a number.";
    LAW_NAMED "named" "Kinds of laws that have a name.";
    LAW_TITLE "title" "Names of laws, without the kind.";
    LAW_WHOLE "law" "Treaties and plans known by one name.";
    EVENT_HEAD "event" "First words of titles of events.";
    EVENT_NAME "known" "Events known by one name.";
    STOP "stop" "Words that are in no name.";
}

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

/// Holds all tables as one map.
pub(crate) struct Gazetteer {
    entries: HashMap<&'static str, Entry, WordState>,
}

impl Gazetteer {
    /// Reads the embedded tables.
    pub fn new() -> Self {
        let mut this =
            Self { entries: HashMap::with_capacity_and_hasher(110_000, WordState::default()) };
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
                    let entry = this.entries.entry(phrase).or_default();
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

    fn add(&mut self, phrase: &'static str, class: Class) {
        let entry = self.entries.entry(phrase).or_default();
        entry.class = entry.class.or(class);
        let (first, count) = measure(phrase);
        let head = self.entries.entry(first).or_default();
        head.reach = head.reach.max(count);
        head.begins = head.begins.or(class);
    }

    /// Gives what the tables say of one word in lower case.
    pub fn word(&self, word: &str) -> Entry {
        self.entries.get(word).copied().unwrap_or_default()
    }

    /// Gives what was counted about a phrase in lower case.
    pub fn statistics(&self, phrase: &str) -> Statistics {
        self.entries.get(phrase).map_or_else(Statistics::default, |entry| entry.statistics)
    }

    /// Gives the classes of a phrase in lower case.
    pub fn phrase(&self, phrase: &str) -> Class {
        self.entries.get(phrase).map_or(Class::NONE, |entry| entry.class)
    }
}

/// Gives the first token of a phrase and its number of tokens, as the tokens of a text are cut.
fn measure(phrase: &'static str) -> (&'static str, u8) {
    let (mut first, mut count, mut last) = (phrase.len(), 0_u8, ' ');
    for (at, c) in phrase.char_indices() {
        let same = c.is_alphabetic() && last.is_alphabetic()
            || c.is_ascii_digit() && last.is_ascii_digit();
        if !c.is_whitespace() && !same {
            count = count.saturating_add(1);
        }
        if first == phrase.len() && at > 0 && !same {
            first = at;
        }
        last = c;
    }
    (&phrase[..first], count)
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
        for (phrase, first, count) in
            [("hà nội", "hà", 2), ("at&t", "at", 3), ("tp.hcm", "tp", 3), ("km2", "km", 2)]
        {
            assert_eq!(measure(phrase), (first, count), "{phrase}");
        }
    }
}
