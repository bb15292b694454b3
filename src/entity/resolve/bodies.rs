//! Writing out the abbreviations that an article itself explains: `LHQ` after `Liên Hiệp Quốc
//! (LHQ)`, `Bộ NNMT` beside `Bộ Nông nghiệp và Môi trường`, `Luật KDBĐS`.

use std::collections::HashMap;

use super::Draft;
use crate::entity::Kind;
use crate::entity::abbreviations::is_short;

/// Limits the long names that abbreviations are held against; an article has a few.
const MAX_NAMES: usize = 64;

/// Lists the words that abbreviations may pass over.
const PASSED_OVER: [&str; 5] = ["và", "của", "các", "-", "–"];

/// Lists the first words of bodies whose abbreviations may leave further words out.
const LOOSE: [&str; 6] = ["tập", "tổng", "công", "hiệp", "liên", "ngân"];

/// Writes abbreviations out by the fuller names of the article.
pub(super) fn write_out(draft: &mut Draft) {
    for kind in [Kind::Organization, Kind::Law] {
        let names = long_names(draft, kind);
        let mut known: HashMap<String, Option<String>> = HashMap::new();
        for index in draft.of_kind(kind) {
            let name = &draft.names[index];
            if !name.split(' ').any(is_short) {
                continue;
            }
            let long = known.entry(name.clone()).or_insert_with(|| written_out(name, &names));
            if let Some(long) = long {
                draft.names[index].clone_from(long);
            }
        }
    }
}

/// Finds the one name that an abbreviation stands for, and keeps the year behind it.
fn written_out(name: &str, names: &[String]) -> Option<String> {
    let (short, year) = match name.rsplit_once(' ') {
        Some((short, year)) if is_year(year) => (short, year),
        _ => (name, ""),
    };
    let found = |fits: fn(&str, &str) -> bool| {
        let mut found =
            names.iter().filter(|long| long.as_str() != name && fits(short, plain(long)));
        found.next().filter(|first| found.all(|other| other == *first))
    };
    let exact = names.iter().find(|long| abbreviates(short, plain(long)));
    let long = exact.or_else(|| found(hints_at))?;
    Some(if year.is_empty() { long.clone() } else { format!("{} {year}", plain(long)) })
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|c| c.is_ascii_digit())
}

/// Gives a name without the remark in brackets behind it.
fn plain(name: &str) -> &str {
    name.split_once(" (").map_or(name, |(plain, _)| plain)
}

/// Collects the distinct names of a kind that hold more than an abbreviation.
fn long_names(draft: &Draft, kind: Kind) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for index in draft.of_kind(kind) {
        let name = &draft.names[index];
        let long = name.split(' ').filter(|word| !is_short(word)).count() > 1;
        if names.len() >= MAX_NAMES {
            break;
        }
        if long && !names.contains(name) {
            names.push(name.clone());
        }
    }
    names
}

/// Tells whether a lone abbreviation takes some first letters of a firm or union, the first among
/// them: `TKV` of Tập đoàn Công nghiệp Than - Khoáng sản Việt Nam.
fn hints_at(short: &str, long: &str) -> bool {
    let mut initials = long.split([' ', ',']).filter_map(|word| word.chars().next());
    let first = long.split(' ').next().unwrap_or_default().to_lowercase();
    let letters = short.chars().filter(|c| c.is_alphabetic()).count();
    LOOSE.contains(&first.as_str())
        && !short.contains(' ')
        && letters >= 3
        && long.to_uppercase().starts_with(&short[..short.chars().next().map_or(0, char::len_utf8)])
        && short.chars().all(|letter| initials.any(|initial| same_letter(initial, letter)))
}

/// Tells whether `short` is `long` with some of its words cut to their first letters.
fn abbreviates(short: &str, long: &str) -> bool {
    let mut rest = long.split([' ', ',']).filter(|word| !word.is_empty());
    let mut cut = false;
    for word in short.split(' ') {
        if !is_short(word) {
            if !next(&mut rest, |long| same(long, word)) {
                return false;
            }
            continue;
        }
        cut = true;
        for letter in word.chars().filter(|c| c.is_alphabetic()) {
            let begins = |long: &str| long.chars().next().is_some_and(|c| same_letter(c, letter));
            if !next(&mut rest, begins) {
                return false;
            }
        }
    }
    cut && rest.next().is_none()
}

/// Takes the next word that fits, over such as may be passed over.
fn next<'t>(words: &mut impl Iterator<Item = &'t str>, fits: impl Fn(&str) -> bool) -> bool {
    words.find(|word| fits(word) || !PASSED_OVER.contains(word)).is_some_and(fits)
}

fn same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

fn same_letter(one: char, other: char) -> bool {
    one.to_uppercase().eq(other.to_uppercase())
}
