//! What the names of one entity have in common, however they are spelled.
//!
//! A key is the name's words in lower case, abbreviations written out, the tone behind its word
//! (so that `hòa` and `hoà` are one), a lone final `y` as `i`, without linking words and signs. A
//! province's unit word is left out, since the press does so freely.

use super::Kind;
use super::abbreviations::{long_form, long_form_of, squeeze};
use crate::text::{Mark, ToneSet, letter};

/// Lists, as they stand in keys, the words `và` and `số`, which come and go in official names.
const LINKING: [&str; 2] = ["va1", "sô2"];

/// Gives the key of a name.
pub fn key(kind: Kind, name: &str) -> String {
    let mut words = words(name);
    if kind == Kind::Location {
        drop_unit(&mut words);
    }
    words.join(" ")
}

/// Gives the words of a name in the form that keys have.
pub(super) fn words(name: &str) -> Vec<String> {
    // `TP. HCM` is one abbreviation, whatever stands between its parts.
    let whole = squeeze(name);
    if let Some(long) = long_form_of(&whole).filter(|_| whole.len() > 4) {
        return long.split_whitespace().map(word).collect();
    }
    let mut words = Vec::new();
    for part in name.split(|c: char| c.is_whitespace() || c == ',') {
        push_part(part, &mut words);
    }
    words.retain(|word| !LINKING.contains(&word.as_str()) && !word.is_empty());
    words
}

/// Adds what stands between two spaces: an abbreviation written out, or its pieces.
fn push_part(part: &str, words: &mut Vec<String>) {
    let part = part.trim_matches(|c: char| !c.is_alphanumeric());
    if let Some(long) = long_form(part) {
        words.extend(long.split_whitespace().map(word));
    } else if let Some((head, tail)) =
        part.split_once('.').filter(|(head, _)| long_form(head).is_some())
    {
        push_part(head, words);
        push_part(tail, words);
    } else {
        words.push(word(part));
    }
}

/// Gives a word with its tone at the end and without signs.
fn word(word: &str) -> String {
    let mut key = String::with_capacity(word.len() + 1);
    let mut tones = ToneSet::NONE;
    for c in word.chars().filter(|c| c.is_alphanumeric() || matches!(c, '/' | '-' | '.')) {
        let taken = letter(c);
        tones = tones.with(taken.tone);
        key.push(marked(taken.base, taken.mark));
    }
    lone_y(&mut key);
    for (tone, sign) in TONES {
        if tone.is_subset(tones) {
            key.push(sign);
        }
    }
    key
}

const TONES: [(ToneSet, char); 5] = [
    (ToneSet::GRAVE, '1'),
    (ToneSet::ACUTE, '2'),
    (ToneSet::HOOK, '3'),
    (ToneSet::TILDE, '4'),
    (ToneSet::DOT, '5'),
];

/// Gives a letter with its own mark again, without the tone.
const fn marked(base: char, mark: Mark) -> char {
    match (base, mark) {
        ('a', Mark::Breve) => 'ă',
        ('a', Mark::Circumflex) => 'â',
        ('e', Mark::Circumflex) => 'ê',
        ('o', Mark::Circumflex) => 'ô',
        ('o', Mark::Horn) => 'ơ',
        ('u', Mark::Horn) => 'ư',
        ('d', Mark::Bar) => 'đ',
        _ => base,
    }
}

/// Writes a `y` that is the only vowel behind a consonant as `i`: `Mỹ` and `Mĩ` are one.
fn lone_y(key: &mut String) {
    let vowels = key.chars().filter(|c| "aăâeêioôơuưy".contains(*c)).count();
    if vowels == 1 && key.len() > 1 && key.ends_with('y') {
        key.pop();
        key.push('i');
    }
}

/// Leaves out the unit word of a province or city, unless a number stands behind it.
fn drop_unit(words: &mut Vec<String>) {
    let units: &[&[&str]] = &[&["tinh3"], &["thanh1", "phô2"]];
    for unit in units {
        let begins =
            words.len() > unit.len() && words.iter().zip(*unit).all(|(word, unit)| word == unit);
        if begins && !words[unit.len()].starts_with(|c: char| c.is_ascii_digit()) {
            words.drain(..unit.len());
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use Kind::{Law, Location, Organization, Person};

    const NAMES: &[(Kind, &[&str])] = &[
        (Person, &["Phạm S", "PHẠM S", "Phạm  S"]),
        (Person, &["Nguyễn Thúy Hòa", "Nguyễn Thuý Hoà"]),
        (Person, &["Nguyễn Thùy Hòa"]),
        (Location, &["Mỹ", "Mĩ"]),
        (
            Location,
            &[
                "TP.HCM",
                "TP HCM",
                "TPHCM",
                "TP. HCM",
                "Tp.HCM",
                "TP. Hồ Chí Minh",
                "TP Hồ Chí Minh",
                "thành phố Hồ Chí Minh",
                "Thành phố Hồ Chí Minh",
                "TP.Hồ Chí Minh",
                "T.P Hồ Chí Minh",
                "TP.Hồ Chí Minh",
                "tp.HCM",
                "Tp HCM",
                "TP-HCM",
                "T.P HCM",
                "TP.HỒ CHÍ MINH",
                "Tp. Hồ Chí Minh",
            ],
        ),
        (Location, &["Lâm Đồng", "tỉnh Lâm Đồng", "Tỉnh Lâm Đồng"]),
        (Location, &["quận 1", "Q.1", "Q. 1", "Quận 1"]),
        (
            Organization,
            &[
                "Bộ Thông tin và Truyền thông",
                "Bộ TT-TT",
                "Bộ TT&TT",
                "Bộ TTTT",
                "BỘ THÔNG TIN VÀ TRUYỀN THÔNG",
            ],
        ),
        (
            Organization,
            &[
                "UBND tỉnh Lâm Đồng",
                "Ủy ban nhân dân tỉnh Lâm Đồng",
                "Uỷ ban nhân dân tỉnh Lâm Đồng",
            ],
        ),
        (Organization, &["Liên Hợp Quốc", "LHQ", "Liên hợp quốc"]),
        (Law, &["Nghị quyết số 30-NQ/TW", "Nghị quyết 30-NQ/TW"]),
    ];

    /// All names of a line have one key, and no two lines share one.
    #[test]
    fn one_entity_has_one_key() {
        let mut seen = std::collections::HashSet::new();
        for (kind, names) in NAMES {
            let keys: std::collections::BTreeSet<_> =
                names.iter().map(|name| key(*kind, name)).collect();
            assert_eq!(keys.len(), 1, "{keys:?} of {names:?}");
            assert!(seen.insert(keys), "{names:?} share a key with others");
        }
    }
}
