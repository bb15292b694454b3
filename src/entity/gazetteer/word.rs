//! What is known of a word wherever it stands.

use super::super::form::{Form, lower};
use super::super::hash;
use super::{Class, Entry};

/// Represents what a word says by itself.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Traits {
    /// The hash of the word in lower case.
    pub hash: u64,
    /// The hash of the word in lower case, digits made equal.
    pub digits: u32,
    /// How it is written, beside its form: the first mark and the length of a number, which letters
    /// are capitals, how many there are.
    pub detail: u32,
    /// How it is written.
    pub form: Form,
    /// What the tables say of it.
    pub entry: Entry,
    /// Which of the classes that matter alone it is in.
    pub classes: u32,
    /// The hash of all that the trained tagger sees of it by itself: word, groups and classes.
    pub seen: u64,
}

/// The classes that are evidence for a token alone, in the order of their bits.
const ALONE: [Class; 14] = [
    Class::SURNAME,
    Class::MIDDLE,
    Class::BEFORE_PERSON,
    Class::RANK,
    Class::OFFICE,
    Class::HEAD.or(Class::AREA_HEAD).or(Class::WHOLE),
    Class::FIRM_HEAD,
    Class::UNIT_PLACE.or(Class::UNIT_LOOSE).or(Class::LEVEL),
    Class::PROVINCE.or(Class::DISTRICT).or(Class::COUNTRY).or(Class::CITY),
    Class::COMMUNE,
    Class::COUNTED.or(Class::CLASSIFIER).or(Class::MEASURE).or(Class::TIME),
    Class::NUMERAL.or(Class::MAGNITUDE).or(Class::CURRENCY),
    Class::LAW_KIND.or(Class::LAW_NAMED).or(Class::LAW_WHOLE).or(Class::EVENT_HEAD),
    Class::STOP,
];

/// Holds a word's traits, and the word in lower case where that is another one.
pub(crate) struct Word {
    /// What the word says by itself.
    pub traits: Traits,
    /// The word in lower case; `None` when it is written so.
    pub lower: Option<Box<str>>,
}

impl Word {
    /// Looks at a word; `entry` finds what the tables say of a hash.
    pub fn new(raw: &str, entry: impl Fn(u64) -> Entry) -> Self {
        let form = Form::of(raw);
        let lower = lower(raw);
        let hash = hash::bytes(lower.as_bytes());
        let (digits, entry) = (digits(raw, form, hash), entry(hash));
        let bits = ALONE.iter().enumerate().filter(|(_, alone)| entry.class.meets(**alone));
        let classes = bits.fold(0, |set, (bit, _)| set | 1 << bit);
        let groups = entry.statistics.clusters.map(u64::from);
        let seen = groups.into_iter().fold(u64::from(digits), hash::mix);
        let seen = hash::mix(seen, u64::from(classes));
        let detail = detail(raw, form);
        let traits = Traits { hash, digits, detail, form, entry, classes, seen };
        Self { traits, lower: (lower != raw).then(|| lower.into_boxed_str()) }
    }
}

fn digits(raw: &str, form: Form, hash: u64) -> u32 {
    if form != Form::Number {
        return (hash >> 32) as u32;
    }
    let digits = raw.bytes().map(|b| if b.is_ascii_digit() { b'0' } else { b });
    (digits.fold(0, |hash, byte| hash::mix(hash, u64::from(byte))) >> 32) as u32
}

fn detail(raw: &str, form: Form) -> u32 {
    let single = u32::from(raw.chars().nth(1).is_none());
    match form {
        Form::Number => {
            let mark = raw.bytes().find(|b| !b.is_ascii_digit()).unwrap_or(b' ');
            (u32::from(mark) << 2) | (raw.len().min(4) as u32 - 1)
        }
        Form::Mark => raw.chars().next().map_or(0, u32::from),
        Form::Title => u32::from(raw.chars().skip(1).any(char::is_uppercase)) << 1 | single,
        Form::Upper => raw.chars().count().min(6) as u32,
        Form::Lower => single,
    }
}
