//! Writing out persons: `ông Giang` is Nguyễn Văn Giang when the article names him so, `Trump` is
//! Donald Trump.

use std::collections::HashMap;

use super::Draft;
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

/// Finds full names by their last and their first word.
struct FullNames {
    by_word: HashMap<String, Vec<usize>>,
}

impl FullNames {
    fn new(draft: &Draft) -> Self {
        let mut by_word: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, name) in draft.names.iter().enumerate() {
            let words: Vec<String> = words(name);
            if draft.mentions[index].kind != Kind::Person || words.len() < 2 {
                continue;
            }
            if let (Some(first), Some(last)) = (words.first(), words.last()) {
                by_word.entry(last.clone()).or_default().push(index);
                if first != last {
                    by_word.entry(first.clone()).or_default().push(index);
                }
            }
        }
        Self { by_word }
    }

    /// Finds the full name that the name of a mention is a part of.
    fn of(&self, index: usize, draft: &Draft) -> Option<String> {
        let short = words(&draft.names[index]);
        let all = self.by_word.get(short.last()?)?;
        let after = all.partition_point(|&other| other < index);
        let fits = |other: &&usize| is_part(&short, &words(&draft.names[**other]));
        let found =
            all[..after].iter().rev().find(fits).or_else(|| all[after..].iter().find(fits))?;
        Some(draft.names[*found].clone())
    }
}

/// Tells whether a name is the end of a longer one (the given name), or its beginning where the
/// name is no Vietnamese one, whose beginning is a surname that many share.
fn is_part(short: &[String], full: &[String]) -> bool {
    let longer = full.len() > short.len();
    let foreign = !full.iter().any(|word| !word.is_ascii());
    longer && (full.ends_with(short) || foreign && full.starts_with(short))
}

fn words(name: &str) -> Vec<String> {
    name.split(' ').map(str::to_lowercase).collect()
}
