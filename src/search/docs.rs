//! Sets of articles, as bits.

use std::ops::{BitAndAssign, BitOrAssign};

/// Represents a set of the articles of a part.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct DocSet {
    words: Vec<u64>,
}

impl DocSet {
    /// Makes an empty set for `count` articles.
    pub fn new(count: usize) -> Self {
        Self { words: vec![0; count.div_ceil(64)] }
    }

    /// Makes the set of all `count` articles.
    pub fn all(count: usize) -> Self {
        let mut set = Self { words: vec![u64::MAX; count.div_ceil(64)] };
        if let (Some(last), rest @ 1..) = (set.words.last_mut(), count % 64) {
            *last = (1 << rest) - 1;
        }
        set
    }

    /// Adds the article if `present` is 1, and leaves the set as it is if that is 0.
    #[inline]
    pub fn add(&mut self, doc: usize, present: u64) {
        self.words[doc / 64] |= present << (doc % 64);
    }

    /// Adds articles from a bitmap of 16 bits each.
    pub fn add_bitmap(&mut self, bitmap: &[u16]) {
        for (word, parts) in self.words.iter_mut().zip(bitmap.chunks(4)) {
            let parts = parts.iter().enumerate();
            *word |= parts.fold(0, |all, (at, &bits)| all | u64::from(bits) << (16 * at));
        }
    }

    /// Adds articles from words of 64 bits each.
    pub fn add_words(&mut self, words: &[u64]) {
        self.words.iter_mut().zip(words).for_each(|(mine, theirs)| *mine |= theirs);
    }

    /// Tells whether the article is in it.
    #[inline]
    pub fn has(&self, doc: usize) -> bool {
        self.words.get(doc / 64).is_some_and(|word| word >> (doc % 64) & 1 == 1)
    }

    /// Removes an article.
    pub fn remove(&mut self, doc: usize) {
        self.words[doc / 64] &= !(1 << (doc % 64));
    }

    /// Removes the articles that are not to be kept.
    pub fn retain(&mut self, keep: impl Fn(usize) -> bool) {
        for doc in self.clone().iter().filter(|&doc| !keep(doc)) {
            self.remove(doc);
        }
    }

    /// Removes the articles of another set.
    pub fn subtract(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(mine, theirs)| *mine &= !theirs);
    }

    /// Removes and gives the articles that are not in another set.
    #[must_use]
    pub fn split_off(&mut self, other: &Self) -> Self {
        let mut rest = self.clone();
        rest.subtract(other);
        *self &= other;
        rest
    }

    /// Counts the articles.
    pub fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Tells whether no article is in it.
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|&word| word == 0)
    }

    /// Gives the articles in order.
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.words.iter().enumerate().flat_map(|(at, &word)| {
            std::iter::successors(Some(word), |left| Some(left & left.wrapping_sub(1)))
                .take_while(|&left| left != 0)
                .map(move |left| at * 64 + left.trailing_zeros() as usize)
        })
    }
}

impl BitOrAssign<&Self> for DocSet {
    fn bitor_assign(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(mine, theirs)| *mine |= theirs);
    }
}

impl BitAndAssign<&Self> for DocSet {
    fn bitand_assign(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(mine, theirs)| *mine &= theirs);
    }
}

/// Tells in which articles something stands, by where in them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Fields {
    /// In the title.
    pub title: DocSet,
    /// In the first words after it.
    pub lead: DocSet,
    /// Anywhere outside the title.
    pub body: DocSet,
}

impl Fields {
    /// Makes empty sets for `count` articles.
    pub fn new(count: usize) -> Self {
        let none = DocSet::new(count);
        Self { title: none.clone(), lead: none.clone(), body: none }
    }

    /// Makes sets of all `count` articles.
    pub fn all(count: usize) -> Self {
        let all = DocSet::all(count);
        Self { title: all.clone(), lead: all.clone(), body: all }
    }

    /// Gives the articles that have it in the title or in the lead.
    pub fn early(&self) -> DocSet {
        let mut docs = self.title.clone();
        docs |= &self.lead;
        docs
    }

    /// Tells whether an article has it anywhere.
    pub fn has(&self, doc: usize) -> bool {
        self.title.has(doc) || self.body.has(doc)
    }

    /// Gives the articles that have it anywhere.
    pub fn anywhere(&self) -> DocSet {
        let mut docs = self.title.clone();
        docs |= &self.body;
        docs
    }
}

impl BitOrAssign<&Self> for Fields {
    fn bitor_assign(&mut self, other: &Self) {
        self.title |= &other.title;
        self.lead |= &other.lead;
        self.body |= &other.body;
    }
}

impl BitAndAssign<&Self> for Fields {
    fn bitand_assign(&mut self, other: &Self) {
        self.title &= &other.title;
        self.lead &= &other.lead;
        self.body &= &other.body;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(count: usize, docs: &[usize]) -> DocSet {
        let mut set = DocSet::new(count);
        for &doc in docs {
            set.add(doc, 1);
        }
        set
    }

    fn check(set: &DocSet, expected: &[usize]) {
        assert_eq!(set.iter().collect::<Vec<_>>(), expected);
        assert_eq!((set.count(), set.is_empty()), (expected.len(), expected.is_empty()));
        assert!(expected.iter().all(|&doc| set.has(doc)) && !set.has(1000));
    }

    #[test]
    fn sets_hold_what_was_added() {
        check(&set(0, &[]), &[]);
        check(&set(130, &[0, 63, 64, 129]), &[0, 63, 64, 129]);
        check(&DocSet::all(3), &[0, 1, 2]);
        assert_eq!(DocSet::all(128).count(), 128);
        let mut some = set(70, &[1, 69]);
        some.add(2, 0);
        some.add_bitmap(&[0b100, 0, 0, 0, 0b1001]);
        check(&some, &[1, 2, 64, 67, 69]);
        some.remove(64);
        some.subtract(&set(70, &[67]));
        check(&some, &[1, 2, 69]);
        some &= &set(70, &[2, 5]);
        some |= &set(70, &[7]);
        check(&some, &[2, 7]);
    }
}
