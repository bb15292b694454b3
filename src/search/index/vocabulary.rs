//! The distinct words of a part, numbered so that words with the same bare letters stand together.
//!
//! So a typed word without marks is one range of numbers, the beginning of a word is one as well,
//! and a word with marks is some of such a range.

use std::ops::Range;

use super::strings::Strings;

/// Limits the words of a part: numbers are `u16`, and the last one stands for a gap.
pub(super) const MAX_FORMS: usize = u16::MAX as usize;

/// Holds the words of a part. A form is a word with its marks; a skeleton its bare letters.
#[derive(Debug, Default)]
pub(in crate::search) struct Vocabulary {
    /// Sorted by bytes.
    pub(super) skeletons: Strings,
    /// The first form of each skeleton, and the number of forms at the end.
    pub(super) first_forms: Box<[u32]>,
    /// How each form is written, in lower case; empty where that is the skeleton.
    pub(super) spellings: Strings,
    /// Which letters each skeleton has, as [`letter_set`] gives them.
    pub(super) letters: Box<[u32]>,
}

impl Vocabulary {
    /// Numbers forms, given as skeleton and spelling, each once. Gives the number of each as well.
    pub(super) fn new(forms: &[(String, String)]) -> (Self, Box<[u16]>) {
        let mut order: Vec<_> = (0..forms.len()).collect();
        order.sort_unstable_by_key(|&at| &forms[at]);
        let mut numbers = vec![0; forms.len()].into_boxed_slice();
        for (number, &at) in order.iter().enumerate() {
            numbers[at] = number as u16;
        }
        let groups: Vec<_> =
            order.chunk_by(|&left, &right| forms[left].0 == forms[right].0).collect();
        let skeletons: Strings = groups.iter().map(|group| forms[group[0]].0.as_str()).collect();
        let spelling = |&at: &usize| match &forms[at] {
            (skeleton, spelling) if skeleton == spelling => "",
            (_, spelling) => spelling,
        };
        let mut first_forms = vec![0];
        first_forms.extend(groups.iter().scan(0, |first, group| {
            *first += group.len() as u32;
            Some(*first)
        }));
        let vocabulary = Self {
            letters: (0..skeletons.len()).map(|at| letter_set(skeletons.get(at))).collect(),
            spellings: order.iter().map(spelling).collect(),
            first_forms: first_forms.into_boxed_slice(),
            skeletons,
        };
        (vocabulary, numbers)
    }

    /// Gives the bytes that it takes.
    pub(super) fn size(&self) -> usize {
        let numbers = size_of_val(&*self.first_forms) + size_of_val(&*self.letters);
        numbers + self.skeletons.size() + self.spellings.size()
    }

    /// Gives how many forms there are.
    pub(super) fn form_count(&self) -> usize {
        self.spellings.len()
    }

    /// Gives how many skeletons there are.
    pub(super) fn skeleton_count(&self) -> usize {
        self.skeletons.len()
    }

    /// Finds the skeletons that are `letters`, or that begin with them.
    pub fn skeletons(&self, letters: &str, open: bool) -> Range<usize> {
        let start = self.skeletons.partition_point(|skeleton| skeleton < letters);
        let within = |skeleton: &str| {
            if open {
                skeleton < letters || skeleton.starts_with(letters)
            } else {
                skeleton <= letters
            }
        };
        start..self.skeletons.partition_point(within)
    }

    /// Gives the forms of skeletons.
    pub fn forms(&self, skeletons: Range<usize>) -> Range<u16> {
        self.first_forms[skeletons.start] as u16..self.first_forms[skeletons.end] as u16
    }

    /// Gives how the forms of a skeleton are written, with their numbers.
    pub fn spellings(&self, skeleton: usize) -> impl Iterator<Item = (u16, &str)> {
        let forms = self.forms(skeleton..skeleton + 1);
        forms.map(move |form| match self.spellings.get(usize::from(form)) {
            "" => (form, self.skeletons.get(skeleton)),
            spelling => (form, spelling),
        })
    }

    /// Gives which letters each form has, in order.
    pub(super) fn letters_of_forms(&self) -> Vec<u32> {
        let mut letters = Vec::with_capacity(self.spellings.len());
        for (skeleton, &set) in self.letters.iter().enumerate() {
            letters.extend(self.forms(skeleton..skeleton + 1).map(|_| set));
        }
        letters
    }

    /// Gives the skeleton of each form, in order.
    pub fn skeletons_of_forms(&self) -> Vec<&str> {
        let mut skeletons = Vec::with_capacity(self.spellings.len());
        for skeleton in 0..self.letters.len() {
            let letters = self.skeletons.get(skeleton);
            skeletons.extend(self.forms(skeleton..skeleton + 1).map(|_| letters));
        }
        skeletons
    }

    /// Gives the skeletons that may be `letters` with two letters changed at most, by a cheap look
    /// at which letters they have.
    pub fn alike(&self, letters: &str) -> impl Iterator<Item = (usize, &str)> {
        let wanted = letter_set(letters);
        let near = move |&(_, &set): &(usize, &u32)| {
            (set & !wanted).count_ones() <= 2 && (wanted & !set).count_ones() <= 2
        };
        self.letters.iter().enumerate().filter(near).map(|(at, _)| (at, self.skeletons.get(at)))
    }
}

/// Gives which letters a text has: a bit for each of `a` to `z`, and one for all others.
pub(in crate::search) fn letter_set(text: &str) -> u32 {
    text.bytes().fold(0, |set, byte| match byte {
        b'a'..=b'z' => set | 1 << (byte - b'a'),
        _ => set | 1 << 26,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Syllable;

    fn vocabulary(words: &[&str]) -> Vocabulary {
        let form = |word: &&str| (Syllable::new(word).skeleton().to_owned(), (*word).to_owned());
        let forms: Vec<_> = words.iter().map(form).collect();
        let (vocabulary, numbers) = Vocabulary::new(&forms);
        for (at, word) in words.iter().enumerate() {
            let skeletons = vocabulary.skeletons(&forms[at].0, false);
            let mut spellings = skeletons.flat_map(|skeleton| vocabulary.spellings(skeleton));
            assert!(spellings.any(|found| found == (numbers[at], *word)), "{word}");
        }
        vocabulary
    }

    fn check(letters: &str, open: bool, expected: &[&str]) {
        let words = ["lâm", "đồng", "lam", "dong", "đông", "do", "dongs", "z"];
        let vocabulary = vocabulary(&words);
        let skeletons = vocabulary.skeletons(letters, open);
        assert_eq!(vocabulary.forms(skeletons.clone()).len(), expected.len(), "{letters}");
        let found = skeletons.flat_map(|skeleton| vocabulary.spellings(skeleton));
        let found: Vec<_> = found.map(|(_, spelling)| spelling).collect();
        assert_eq!(found, expected, "{letters}");
    }

    #[test]
    fn words_of_the_same_letters_stand_together() {
        check("dong", false, &["dong", "đông", "đồng"]);
        check("dong", true, &["dong", "đông", "đồng", "dongs"]);
        check("do", false, &["do"]);
        check("d", false, &[]);
        check("", true, &["do", "dong", "đông", "đồng", "dongs", "lam", "lâm", "z"]);
        check("zz", true, &[]);
        check("a", false, &[]);
    }
}
