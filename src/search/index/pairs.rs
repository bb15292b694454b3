//! Which articles may have two common words side by side.
//!
//! Rare words are in few articles, whose tokens are soon looked at; common ones are in most, side by
//! side in few. So for each pair of common words that stand side by side, without their marks, a bit
//! is set in one of some thousand rows of bits, an article a bit. Several pairs share a row: what a
//! row does not have stands nowhere, what it has must be looked at. That is a signature file (C.
//! Faloutsos, S. Christodoulakis: "Signature files", 1984), stored by bit slices.

use std::ops::Range;

use super::{GAP, Part};
use crate::search::docs::DocSet;

/// Sets how many rows there are at most; for few words there are as many as these or twice that.
const MAX_ROWS: usize = 1 << 11;

/// Sets in what share of the articles a word must be to be common: one in so many.
const COMMON: usize = 16;

/// Limits the pairs of words that are asked for at once.
const MAX_ASKED: usize = 512;

/// Stands for a word that is not common.
const RARE: u16 = u16::MAX;

/// Holds the rows.
#[derive(Debug, Default)]
pub(in crate::search) struct Pairs {
    /// The skeletons of common words, in order.
    pub(super) common: Box<[u16]>,
    /// The rows one after the other; none where everything is a title.
    pub(super) bits: Box<[u64]>,
}

impl Pairs {
    /// Notes what stands side by side in the tokens of a part.
    pub fn new(part: &Part) -> Self {
        let common = common(part);
        let mut skeletons = vec![RARE; part.vocabulary.form_count()];
        for &skeleton in &common {
            let forms = part.vocabulary.forms(one(skeleton));
            skeletons[usize::from(forms.start)..usize::from(forms.end)].fill(skeleton);
        }
        let (rows, row_length) = (row_count(part.tokens.len()), row_length(part.len()));
        let mut bits = vec![0_u64; row_length * rows].into_boxed_slice();
        for doc in 0..part.len() {
            let mut before = RARE;
            for &token in part.tokens(doc) {
                let here = if token == GAP { RARE } else { skeletons[usize::from(token)] };
                if before != RARE && here != RARE {
                    bits[row(before, here, rows) * row_length + doc / 64] |= 1 << (doc % 64);
                }
                before = here;
            }
        }
        Self { common: common.into_boxed_slice(), bits }
    }

    /// Gives the bytes that they take.
    pub fn size(&self) -> usize {
        size_of_val(&*self.common) + size_of_val(&*self.bits)
    }

    /// Tells whether they fit a part.
    pub fn are_sound(&self, part: &Part) -> bool {
        let skeletons = part.vocabulary.skeleton_count();
        let known = self.common.last().is_none_or(|&last| usize::from(last) < skeletons);
        let filled = self.bits.len() == row_count(part.tokens.len()) * row_length(part.len());
        known && self.common.is_sorted() && (filled || self.bits.is_empty())
    }

    fn common_in(&self, skeletons: &Range<usize>) -> &[u16] {
        let start = self.common.partition_point(|&at| usize::from(at) < skeletons.start);
        let end = self.common.partition_point(|&at| usize::from(at) < skeletons.end);
        &self.common[start..end]
    }
}

impl Part {
    /// Gives the articles in which a word of some skeletons may stand before one of others; nothing
    /// when that is not known, or is no less than all.
    pub fn may_adjoin(&self, left: &Range<usize>, right: &Range<usize>) -> Option<DocSet> {
        let (lefts, rights) = (self.pairs.common_in(left), self.pairs.common_in(right));
        let asked = left.len() + right.len() + lefts.len() * rights.len();
        if self.pairs.bits.is_empty() || asked > MAX_ASKED {
            return None;
        }
        let mut docs = self.having_rare(left, lefts);
        docs |= &self.having_rare(right, rights);
        let (rows, row_length) = (row_count(self.tokens.len()), row_length(self.len()));
        let pairs = lefts.iter().flat_map(|&left| rights.iter().map(move |&right| (left, right)));
        for row in pairs.map(|(left, right)| row(left, right, rows)) {
            docs.add_words(&self.pairs.bits[row * row_length..(row + 1) * row_length]);
        }
        Some(docs)
    }

    /// Gives the articles that have one of the words that are not common.
    fn having_rare(&self, skeletons: &Range<usize>, common: &[u16]) -> DocSet {
        let is_rare = |&at: &usize| common.binary_search(&(at as u16)).is_err();
        let rare = skeletons.clone().filter(is_rare);
        let forms = rare.flat_map(|at| self.vocabulary.forms(at..at + 1));
        self.fields_of(forms).anywhere()
    }
}

/// Lists the skeletons whose words are in many articles, counted by their spellings.
fn common(part: &Part) -> Vec<u16> {
    let count = |skeleton: u16| {
        let forms = part.vocabulary.forms(one(skeleton));
        forms.map(|form| part.postings.count(form)).sum::<usize>()
    };
    let all = 0..part.vocabulary.skeleton_count() as u16;
    all.filter(|&skeleton| count(skeleton) * COMMON >= part.len()).collect()
}

fn one(skeleton: u16) -> Range<usize> {
    usize::from(skeleton)..usize::from(skeleton) + 1
}

/// Gives the row of a pair, by multiplicative hashing (D. Knuth: "The Art of Computer Programming",
/// volume 3, section 6.4); the count of rows is a power of two.
const fn row(left: u16, right: u16, rows: usize) -> usize {
    let pair = (left as u32) << 16 | right as u32;
    (pair.wrapping_mul(0x9E37_79B1) as u64 >> (u32::BITS - rows.trailing_zeros())) as usize
}

/// Gives how many rows there are for some tokens.
fn row_count(tokens: usize) -> usize {
    tokens.next_power_of_two().min(MAX_ROWS)
}

/// Gives the words of 64 bits that a row takes.
const fn row_length(docs: usize) -> usize {
    docs.div_ceil(64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::index::Index;
    use crate::search::index::build::{Indexed, build};
    use crate::text::Span;

    /// Indexes bodies, each after a title of one word.
    fn index(bodies: &[&str]) -> Index {
        let texts: Vec<_> = bodies.iter().map(|body| format!("x\n{body}")).collect();
        let title = Span::new(0, 1);
        build(texts.iter().map(|text| Indexed { text, title, derived: false, date: None }))
    }

    /// Asks in which of some articles the words that begin with `left` may stand before those of
    /// `right`.
    fn check(left: &str, right: &str, expected: &[usize]) {
        let index = index(&[
            "mưa lớn ở Lâm Đồng",
            "Đồng Lâm, mưa. Lớn",
            "lớn mưa",
            "ở Đông Anh lâm đông",
            &format!("{}mưa lớn", "a ".repeat(70)),
        ]);
        let part = &index.parts()[0];
        let skeletons = |letters: &str| {
            let whole = letters.trim_end_matches('*');
            part.vocabulary.skeletons(whole, whole != letters)
        };
        let found = part.may_adjoin(&skeletons(left), &skeletons(right));
        let found = found.map(|docs| docs.iter().collect::<Vec<_>>());
        assert_eq!(found.as_deref(), Some(expected), "{left} {right}");
    }

    #[test]
    fn what_stands_side_by_side_is_told() {
        check("mua", "lon", &[0, 1, 4]);
        check("lon", "mua", &[2]);
        check("lam", "dong", &[0, 3]);
        check("dong", "lam", &[1]);
        check("lam", "d*", &[0, 3]);
        check("l*", "d*", &[0, 3]);
        check("a", "anh", &[]);
        check("zz", "mua", &[]);
    }

    #[test]
    fn rare_words_are_told_by_their_articles() {
        let mut bodies = vec!["mưa lớn"; 40];
        bodies[7] = "mưa to";
        bodies[9] = "to mưa";
        let index = index(&bodies);
        let part = &index.parts()[0];
        let of = |letters| part.vocabulary.skeletons(letters, false);
        let found = part.may_adjoin(&of("mua"), &of("to")).expect("few are asked for");
        assert_eq!(found.iter().collect::<Vec<_>>(), [7, 9]);
        assert_eq!(part.may_adjoin(&(0..MAX_ASKED), &of("to")), None);
    }
}
