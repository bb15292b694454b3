//! Words with a letter wrong.

use super::{Vocabularies, plain};
use crate::search::query::{Ask, Change, Reading, Word};

/// Sets the fewest letters of a word that may have one wrong, and of one that may have two.
const ONE: usize = 4;
const TWO: usize = 7;

/// Limits the words that are taken in its stead.
const KEPT: usize = 6;

/// Sets how many times as many articles must have such a word, at least.
const TIMES: usize = 8;

/// Gives the words that a rare word may be meant for, the likeliest first. `count` says in how many
/// articles it is.
pub(super) fn alike(word: &Word, index: &Vocabularies, count: usize) -> Vec<Reading> {
    let letters = word.syllable.skeleton();
    let most = match letters.len() {
        ..ONE => return Vec::new(),
        ONE..TWO => 1,
        _ => 2,
    };
    let open = word.ask == Ask::Prefix;
    let near = |skeleton: &str| {
        let whole = distance(letters, skeleton, most);
        // What is still being typed may lack an end; the part that is there must be nearly right.
        let begun = || skeleton.get(..letters.len()).and_then(|begin| distance(letters, begin, 1));
        whole.or_else(|| begun().filter(|_| open))
    };
    let mut found = index.alike(letters, near);
    found.retain(|&(_, there, _)| there >= TIMES * (count + 1));
    found.sort_by_key(|&(distance, there, _)| (distance, std::cmp::Reverse(there)));
    let closest = found.first().map_or(0, |&(distance, ..)| distance);
    found.retain(|&(distance, ..)| distance == closest);
    found.truncate(KEPT);
    let ask = |skeleton: &str| {
        if open && skeleton.len() > letters.len() { Ask::Prefix } else { Ask::Whole }
    };
    let word = |skeleton: &str| plain(skeleton, ask(skeleton));
    let reading = |skeleton: &str| Reading { words: vec![word(skeleton)], change: Change::Typo };
    found.iter().map(|(.., skeleton)| reading(skeleton)).collect()
}

/// Gives how many letters must be changed, put in, left out or swapped with the next to make one
/// word of the other, up to `most` (optimal string alignment: Damerau, 1964).
fn distance(left: &str, right: &str, most: usize) -> Option<usize> {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    if left.len().abs_diff(right.len()) > most {
        return None;
    }
    let mut rows = [Vec::new(), (0..=right.len()).collect::<Vec<usize>>(), Vec::new()];
    for (i, &a) in left.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, &b) in right.iter().enumerate() {
            let mut cost = rows[1][j] + usize::from(a != b);
            cost = cost.min(rows[1][j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && a == right[j - 1] && b == left[i - 1] {
                cost = cost.min(rows[0][j - 1] + 1);
            }
            row.push(cost);
        }
        if row.iter().min().is_none_or(|&least| least > most) {
            return None;
        }
        rows[0] = std::mem::replace(&mut rows[1], row);
    }
    rows[1].last().copied().filter(|&cost| cost <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(left: &str, right: &str, most: usize, expected: Option<usize>) {
        assert_eq!(distance(left, right, most), expected, "{left} {right}");
        assert_eq!(distance(right, left, most), expected, "{right} {left}");
    }

    #[test]
    fn distances_count_swaps_as_one() {
        check("phong", "phong", 0, Some(0));
        check("phong", "pohng", 1, Some(1));
        check("phong", "phongg", 1, Some(1));
        check("phong", "phng", 1, Some(1));
        check("phong", "thong", 1, Some(1));
        check("phong", "thon", 1, None);
        check("phong", "thon", 2, Some(2));
        check("", "a", 1, Some(1));
        check("abcdef", "uvwxyz", 2, None);
    }
}
