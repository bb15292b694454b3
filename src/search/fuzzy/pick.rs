//! Picking from a short list, as of commands, by a few letters of some words.

use std::cmp::Ordering;

use super::align::align;
use crate::text::{Span, fold, fold_str};

/// Sets from how many letters on one may stray.
const MIN_STRAY: usize = 4;

/// Represents a text that was picked: better ones are less.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Picked {
    /// Letters that stray, words that are left out, pieces that matched, and the byte of the first.
    cost: [usize; 4],
    /// The matched letters, in the text, sorted.
    pub spans: Vec<Span>,
}

impl Picked {
    /// Compares how well two texts match, wherever the letters stand.
    pub fn cost_cmp(&self, other: &Self) -> Ordering {
        self.cost.cmp(&other.cost)
    }
}

/// Matches each typed word with beginnings of words of `text`, without case and marks; nothing when
/// one of them does not match.
pub fn pick(typed: &str, text: &str) -> Option<Picked> {
    let folded = fold(text);
    let mut picked = Picked::default();
    for word in fold_str(typed).split_whitespace() {
        let strays = usize::from(word.chars().count() >= MIN_STRAY);
        let found = align(word, folded.as_str(), strays)?;
        let first = found.spans.first().map_or(0, |span| span.start as usize);
        let cost = [found.strays, found.skipped, found.spans.len(), first];
        picked.cost = std::array::from_fn(|at| picked.cost[at] + cost[at]);
        picked.spans.extend(found.spans.iter().map(|&span| folded.to_source(text, span)));
    }
    picked.spans.sort_unstable();
    Some(picked)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Compares what is matched, each stretch in brackets; nothing is `-`.
    fn check(typed: &str, text: &str, expected: &str) {
        let shown = pick(typed, text).map_or("-".into(), |picked| {
            picked.spans.iter().rev().fold(text.to_owned(), |mut shown, span| {
                shown.insert(span.end as usize, ']');
                shown.insert(span.start as usize, '[');
                shown
            })
        });
        assert_eq!(shown, expected, "{typed}");
    }

    #[test]
    fn words_match_by_their_beginnings() {
        check("tim", "tìm trong bài", "[tìm] trong bài");
        check("bai tim", "tìm trong bài", "[tìm] trong [bài]");
        check("ttb", "tìm trong bài", "[t]ìm [t]rong [b]ài");
        check("timbai", "tìm trong bài", "[tìm] trong [bài]");
        check("Tìm", "tìm trong bài", "[tìm] trong bài");
        check("pag", "one page down", "one [pag]e down");
        check("pgae", "one page down", "-");
        check("pge", "one page down", "-");
        check("paeg", "one page down", "-");
        check("hlep", "this help", "-");
        check("hep", "this help", "-");
        check("dowwn", "one page down", "-");
        check("done", "one page down", "-");
        check("", "one page down", "one page down");
        check("日", "one page down", "-");
    }

    #[test]
    fn better_ones_come_first() {
        let cost = |typed, text| pick(typed, text).expect("it matches");
        assert!(cost("the", "theme") < cost("the", "to the end"));
        assert!(cost("sea", "search the corpus") < cost("sea", "next match of the search"));
        assert!(cost("ar", "next article") < cost("ar", "all r"));
    }
}
