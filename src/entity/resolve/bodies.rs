//! Writing out the abbreviations that an article itself explains: `LHQ` after `Liên Hiệp Quốc
//! (LHQ)`, `Bộ NNMT` beside `Bộ Nông nghiệp và Môi trường`.

use super::Draft;
use crate::entity::Kind;
use crate::entity::abbreviations::is_short;

/// Limits the long names that abbreviations are held against; an article has a few.
const MAX_NAMES: usize = 64;

/// Lists the words that abbreviations pass over.
const PASSED_OVER: [&str; 4] = ["và", "của", "-", "–"];

/// Writes abbreviations out by the fuller names of the article.
pub(super) fn write_out(draft: &mut Draft) {
    let names = long_names(draft);
    for index in 0..draft.names.len() {
        let name = &draft.names[index];
        if draft.mentions[index].kind != Kind::Organization || !name.split(' ').any(is_short) {
            continue;
        }
        if let Some(long) = names.iter().find(|long| abbreviates(name, long)) {
            draft.names[index].clone_from(long);
        }
    }
}

/// Collects the distinct names of bodies that hold no abbreviation only.
fn long_names(draft: &Draft) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (mention, name) in draft.mentions.iter().zip(&draft.names) {
        let long = mention.kind == Kind::Organization && name.split(' ').count() > 1;
        if long && names.len() < MAX_NAMES && !names.contains(name) {
            names.push(name.clone());
        }
    }
    names
}

/// Tells whether `short` is `long` with some of its words cut to their first letters.
fn abbreviates(short: &str, long: &str) -> bool {
    let mut rest =
        long.split([' ', ',']).filter(|word| !word.is_empty() && !PASSED_OVER.contains(word));
    let mut cut = false;
    for word in short.split(' ') {
        if !is_short(word) {
            if !rest.next().is_some_and(|long| same(long, word)) {
                return false;
            }
            continue;
        }
        cut = true;
        for letter in word.chars().filter(|c| c.is_alphabetic()) {
            let begins = |long: &str| long.chars().next().is_some_and(|c| same_letter(c, letter));
            if !rest.next().is_some_and(begins) {
                return false;
            }
        }
    }
    cut && rest.next().is_none()
}

fn same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

fn same_letter(one: char, other: char) -> bool {
    one.to_uppercase().eq(other.to_uppercase())
}
