//! Writing out persons: `ông Giang` is Nguyễn Văn Giang when the article names him so, `Trump` is
//! Donald Trump.

use std::collections::HashMap;

use super::{Draft, nearest};
use crate::entity::Kind;

/// Writes each short name out to the nearest full name before it that it is a part of, or else
/// the first after it.
pub(super) fn write_out(draft: &mut Draft) {
    let full = FullNames::new(draft);
    for index in 0..draft.names.len() {
        if draft.mentions[index].kind == Kind::Person
            && let Some(name) = full.of(index, draft)
        {
            draft.names[index] = name;
        }
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
    if !(2..=MAX_WORDS).contains(&count) {
        return Vec::new();
    }
    let mut parts: Vec<String> = (1..count).map(|from| words[from..].join(" ")).collect();
    if words.iter().all(|word| word.is_ascii()) {
        parts.extend((1..count).map(|to| words[..to].join(" ")));
    }
    parts.sort_unstable();
    parts.dedup();
    parts
}

/// Gives the words of a name in lower case; `N.T.M.` are three.
fn words(name: &str) -> Vec<String> {
    name.split([' ', '.']).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}
