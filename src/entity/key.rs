//! What the names of one entity have in common, however they are spelled.
//!
//! A key is the name's words in lower case, abbreviations written out, the tone behind its word
//! (so that `hòa` and `hoà` are one), a lone final `y` as `i`, without linking words and signs. The
//! unit word of a province, and of a city under the state, is left out, since the press does so
//! freely; that of a city which a province is named like is not, since they are two.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::Kind;
use super::abbreviations::{long_form, long_form_of, squeeze};
use crate::text::{Mark, ToneSet, letter};

/// Lists, as they stand in keys, the words `và` and `số`, which come and go in official names.
const LINKING: [&str; 2] = ["va1", "sô2"];

/// Lists the cities under the state.
const CITIES: &str = "Hà Nội;Hải Phòng;Đà Nẵng;Cần Thơ;Huế;Hồ Chí Minh";

/// Lists the cities that a province is, or was, named like.
const TWOFOLD: &str = "Bắc Giang;Bắc Kạn;Bạc Liêu;Bắc Ninh;Bến Tre;Cà Mau;Cao Bằng;Hà Giang;Hà Tĩnh;\
    Hải Dương;Hòa Bình;Hưng Yên;Kon Tum;Lai Châu;Lạng Sơn;Lào Cai;Nam Định;Ninh Bình;Quảng Ngãi;\
    Sóc Trăng;Sơn La;Tây Ninh;Thái Bình;Thái Nguyên;Thanh Hóa;Trà Vinh;Tuyên Quang;Vĩnh Long;\
    Yên Bái;Điện Biên;Phú Thọ";

static CITY_KEYS: LazyLock<HashSet<String>> = LazyLock::new(|| keys_of(CITIES));
static TWOFOLD_KEYS: LazyLock<HashSet<String>> = LazyLock::new(|| keys_of(TWOFOLD));

fn keys_of(names: &str) -> HashSet<String> {
    names.split(';').map(|name| words(name).join(" ")).collect()
}

/// Gives the key of a name.
pub fn key(kind: Kind, name: &str) -> String {
    let mut words = words(name);
    match kind {
        Kind::Location => drop_unit(&mut words),
        Kind::Organization | Kind::Role => {
            drop_units_within(&mut words);
            unify_club(&mut words);
        }
        Kind::Law => drop_before_year(&mut words),
        // The press makes a storm a super storm as it likes.
        Kind::Event if words.starts_with(&["siêu".to_owned(), "bao4".to_owned()]) => {
            words.remove(0);
        }
        _ => {}
    }
    words.join(" ")
}

/// Limits the bytes of what may be one abbreviation with signs between its parts.
const LONGEST_SHORT: usize = 24;

/// Gives the words of a name in the form that keys have.
pub(super) fn words(name: &str) -> Vec<String> {
    // `TP. HCM` is one abbreviation, whatever stands between its parts.
    let small = name.bytes().filter(u8::is_ascii_lowercase).count();
    if name.len() <= LONGEST_SHORT && small < 3 {
        let whole = squeeze(name);
        if let Some(long) = long_form_of(&whole).filter(|_| whole.len() > 4) {
            return long.split_whitespace().map(word).collect();
        }
    }
    let mut words: Vec<String> = Vec::new();
    for part in name.split(|c: char| c.is_whitespace() || c == ',') {
        let ordinal = words.last().is_some_and(|last| ORDINAL.contains(&last.as_str()));
        match roman(part).filter(|_| ordinal) {
            Some(number) => words.push(number.to_string()),
            None => push_part(part, &mut words),
        }
    }
    words.retain(|word| !LINKING.contains(&word.as_str()) && !word.is_empty());
    words
}

/// Lists, as they stand in keys, the words that a Roman number may follow.
const ORDINAL: [&str; 3] = ["thư2", "khoa2", "ky2"];

/// Reads a Roman number in capitals, up to thirty-nine.
fn roman(part: &str) -> Option<usize> {
    let tens = part.bytes().take_while(|letter| *letter == b'X').count();
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let ones = ones.iter().position(|known| *known == &part[tens..])?;
    (tens < 4 && !part.is_empty()).then_some(tens * 10 + ones)
}

/// Adds what stands between two spaces: an abbreviation written out, or its pieces.
fn push_part(part: &str, words: &mut Vec<String>) {
    let sign = |c: char| !letter(c).base.is_ascii_alphanumeric() && !c.is_alphanumeric();
    let part = part.trim_matches(sign);
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
    for c in word.chars() {
        let taken = letter(c);
        // The base tells the letters of our alphabet without a look at the tables of Unicode.
        let kept = taken.base.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '.');
        if !kept && !c.is_alphanumeric() {
            continue;
        }
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
    if !key.ends_with('y') {
        return;
    }
    let vowels = key.chars().filter(|c| "aăâeêioôơuưy".contains(*c)).count();
    if vowels == 1 && key.len() > 1 {
        key.pop();
        key.push('i');
    }
}

/// Leaves out the unit word of a place where the bare name means the same, unless a number stands
/// behind it.
fn drop_unit(words: &mut Vec<String>) {
    let units: &[&[&str]] = &[&["tinh3"], &["thanh1", "phô2"], &["thu3", "đô"], &["nươc2"]];
    for unit in units {
        let begins =
            words.len() > unit.len() && words.iter().zip(*unit).all(|(word, unit)| word == unit);
        if begins && !words[unit.len()].starts_with(|c: char| c.is_ascii_digit()) {
            let city = *unit == ["thanh1", "phô2"];
            if !(city && TWOFOLD_KEYS.contains(&words[2..].join(" "))) {
                words.drain(..unit.len());
            }
            return;
        }
    }
}

/// Leaves out the unit words of the province or city that a body belongs to.
fn drop_units_within(words: &mut Vec<String>) {
    let mut at = 1;
    while at + 1 < words.len() {
        let next = words[at + 1].as_str();
        let city = words[at] == "thanh1" && next == "phô2";
        if city && CITY_KEYS.contains(&words[at + 2..].join(" ")) {
            words.drain(at..at + 2);
        } else if words[at] == "tinh3" && !matches!(next, "uy3" | "đoan1") {
            words.remove(at);
        }
        at += 1;
    }
}

/// Writes `X FC` and `CLB bóng đá X` as `CLB X`.
fn unify_club(words: &mut Vec<String>) {
    const CLUB: [&str; 3] = ["câu", "lac5", "bô5"];
    if words.len() > 1 && words.last().is_some_and(|last| last == "fc") {
        words.pop();
        words.splice(0..0, CLUB.map(str::to_owned));
    }
    let football = words.len() > 5 && words[3] == "bong2" && words[4] == "đa2";
    if football && words.iter().zip(CLUB).all(|(word, club)| word == club) {
        words.drain(3..5);
    }
}

/// Leaves out `năm` before a year: `Luật Đất đai năm 2024` is `Luật Đất đai 2024`.
fn drop_before_year(words: &mut Vec<String>) {
    let year = |word: &String| word.len() == 4 && word.bytes().all(|c| c.is_ascii_digit());
    if words.len() > 2 && words.last().is_some_and(year) && words[words.len() - 2] == "năm" {
        words.remove(words.len() - 2);
    }
}

#[cfg(test)]
mod tests;
