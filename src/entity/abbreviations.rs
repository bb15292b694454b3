//! Abbreviations of the Vietnamese press: what `UBND` and `TT-TT` stand for.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::text::letter;

const TABLE: &str = include_str!("../../assets/abbreviations.tsv");

/// Maps the squeezed short form, in capitals, to the long form.
static LONG_FORMS: LazyLock<HashMap<String, &'static str>> =
    LazyLock::new(|| all().map(|(short, long)| (squeeze(short), long)).collect());

/// Gives all abbreviations with their long forms.
pub fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once('\t'))
}

/// Finds the long form of an abbreviation.
pub fn long_form(word: &str) -> Option<&'static str> {
    is_short(word).then(|| long_form_of(&squeeze(word))).flatten()
}

/// Finds the long form of what [`squeeze`] gave.
pub fn long_form_of(squeezed: &str) -> Option<&'static str> {
    LONG_FORMS.get(squeezed).copied()
}

/// Tells whether a word is written as abbreviations are: in capitals, but for one letter of three
/// or more (`TTg`), or without a vowel (`Tp`).
pub(super) fn is_short(word: &str) -> bool {
    // Nearly all words end here; telling letters apart costs far more.
    if word.bytes().filter(u8::is_ascii_lowercase).count() > 1 {
        return false;
    }
    let letters = || word.chars().filter(|c| c.is_alphabetic());
    let (all, capitals) = (letters().count(), letters().filter(|c| c.is_uppercase()).count());
    let vowel = |c: char| matches!(letter(c).base, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    capitals > 0
        && (capitals == all || all > 2 && capitals + 1 >= all || all == 2 && !letters().any(vowel))
}

/// Gives the letters and digits of a word in capitals: `TP.HCM` and `TP HCM` are `TPHCM`.
pub fn squeeze(word: &str) -> String {
    word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_long_forms() {
        let cases = [
            ("UBND", Some("Ủy ban nhân dân")),
            ("TT-TT", Some("Thông tin và Truyền thông")),
            ("TT&TT", Some("Thông tin và Truyền thông")),
            ("TP.", Some("thành phố")),
            ("TTg", Some("Thủ tướng")),
            ("cp", None),
            ("Tư", None),
            ("Tp", Some("thành phố")),
            ("XYZ", None),
            ("", None),
        ];
        for (short, long) in cases {
            assert_eq!(long_form(short), long, "{short}");
        }
    }

    #[test]
    fn each_line_is_an_abbreviation() {
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let (short, long) = line.split_once('\t').expect("a line has two fields");
            assert_eq!(long_form(short), Some(long), "{line}");
        }
    }
}
