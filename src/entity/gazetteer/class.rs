//! The classes that the tables put words and phrases into.

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
            /// Gives the class that a table names.
            pub fn named(key: &str) -> Option<Self> {
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
    NOTHING "nothing" "Words with a capital that name no person, body or place.";
    SPORT "sport" "Words of reports on football.";
    STOP "stop" "Words that are in no name.";
}
