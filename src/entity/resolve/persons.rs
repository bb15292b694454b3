//! Writing out persons: `ông Giang` is Nguyễn Văn Giang when the article names him so, `Trump` is
//! Donald Trump.

use std::collections::HashMap;

use super::{Draft, nearest};
use crate::entity::Kind;

/// Writes each short name out to the nearest full name before it that it is a part of, or else
/// the first after it.
pub(super) fn write_out(draft: &mut Draft) {
    drop_titles(draft);
    let full = FullNames::new(draft);
    for index in 0..draft.names.len() {
        if draft.mentions[index].kind == Kind::Person
            && let Some(name) = full.of(index, draft)
        {
            draft.names[index] = name;
        }
    }
}

/// Lists the words for a person that a sentence may begin with, so that they seem part of the name;
/// `Anh` often is one.
const TITLES: [&str; 4] = ["Ông ", "Bà ", "Chị ", "Cô "];

/// Drops the word for a person before a name that also stands without it, at the end of another.
fn drop_titles(draft: &mut Draft) {
    let persons: Vec<usize> = draft.of_kind(Kind::Person).collect();
    let ends = Ends::new(persons.iter().map(|&index| draft.names[index].as_str()));
    let titled: Vec<(usize, usize)> = persons
        .iter()
        .filter_map(|&index| {
            let name = draft.names[index].as_str();
            let rest = TITLES.iter().find_map(|title| name.strip_prefix(title))?;
            ends.another(rest, name).then_some((index, name.len() - rest.len()))
        })
        .collect();
    for (index, title) in titled {
        draft.names[index].drain(..title);
    }
}

/// Holds what names end in, from each of their words on, so that an article of any length is read
/// in one pass.
struct Ends<'n>(HashMap<&'n str, (&'n str, bool)>);

impl<'n> Ends<'n> {
    fn new(names: impl Iterator<Item = &'n str>) -> Self {
        let mut ends: HashMap<&str, (&str, bool)> = HashMap::new();
        for name in names {
            let starts = name.match_indices(' ').map(|(at, _)| at + 1);
            for start in starts.chain([0]) {
                let (first, several) = ends.entry(&name[start..]).or_insert((name, false));
                *several |= *first != name;
            }
        }
        Self(ends)
    }

    /// Tells whether a name other than `name` ends in `end`.
    fn another(&self, end: &str, name: &str) -> bool {
        self.0.get(end).is_some_and(|(first, several)| *several || *first != name)
    }
}

/// Limits the words of a name that is looked at as a person's.
const MAX_WORDS: usize = 8;

/// Finds full names by the parts that stand for them.
struct FullNames {
    by_part: HashMap<String, Vec<usize>>,
}

impl FullNames {
    fn new(draft: &Draft) -> Self {
        let mut by_part: HashMap<String, Vec<usize>> = HashMap::new();
        for index in draft.of_kind(Kind::Person) {
            for part in parts(&words(&draft.names[index])) {
                by_part.entry(part).or_default().push(index);
            }
        }
        Self { by_part }
    }

    /// Finds the full name that the name of a mention is a part of. A foreign surname is that of
    /// the person named first, since the relatives of one who is in the news come later.
    fn of(&self, index: usize, draft: &Draft) -> Option<String> {
        let all = self.by_part.get(&words(&draft.names[index]).join(" "))?;
        let name = |index: usize| draft.names[index].clone();
        let first = name(*all.first()?);
        if first.is_ascii() { Some(first) } else { nearest(all, index).map(name) }
    }
}

/// Gives the parts that stand for a name: its ends (the given name), and its beginnings where it
/// is no Vietnamese one, whose beginning is a surname that many share.
fn parts(words: &[String]) -> Vec<String> {
    let count = words.len();
    let is_sign = |word: &String| !word.contains(char::is_alphabetic);
    if !(2..=MAX_WORDS).contains(&count) || words.iter().any(is_sign) {
        return Vec::new();
    }
    let mut parts: Vec<String> = (1..count).map(|from| words[from..].join(" ")).collect();
    if words.iter().all(|word| word.is_ascii()) {
        // Three words are a name that needs no more: `John F. Kennedy` is no Kennedy Library.
        parts.extend((1..count.min(3)).map(|to| words[..to].join(" ")));
    }
    parts.retain(|part| !matches!(part.as_str(), "jr" | "sr"));
    parts.sort_unstable();
    parts.dedup();
    parts
}

/// Gives the words of a name in lower case; `N.T.M.` are three.
fn words(name: &str) -> Vec<String> {
    name.split([' ', '.']).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}
