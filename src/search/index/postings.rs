//! Which articles have a word, and where in them it stands.
//!
//! A rare word has a list, in which an article takes 16 bits: its number and three flags. A word in
//! more than about a fifth of the articles has three bitmaps instead, which are then shorter.

use crate::search::docs::{DocSet, Fields};

/// Limits the articles of a part, so that a number and the flags fit 16 bits.
pub(super) const MAX_DOCS: usize = 1 << 13;

/// Marks a word that stands in the title.
pub(super) const TITLE: u16 = 1 << 15;
/// Marks a word that stands in the first words after the title.
pub(super) const LEAD: u16 = 1 << 14;
/// Marks a word that stands outside the title.
pub(super) const BODY: u16 = 1 << 13;

const DOC: u16 = BODY - 1;

/// Holds the articles of each word of a part.
#[derive(Debug, Default)]
pub(in crate::search) struct Postings {
    pub(super) docs: usize,
    /// Where the entries of each word begin, and where the last ones end.
    pub(super) starts: Box<[u32]>,
    pub(super) entries: Box<[u16]>,
}

impl Postings {
    /// Makes the postings of `forms` words in `docs` articles from pairs of word and entry (article
    /// and flags), which come in the order of the articles.
    pub(super) fn new(docs: usize, forms: usize, pairs: &[(u16, u16)]) -> Self {
        let mut ends = vec![0usize; forms + 1];
        for &(form, _) in pairs {
            ends[usize::from(form) + 1] += 1;
        }
        for form in 0..forms {
            ends[form + 1] += ends[form];
        }
        let mut lists = vec![0; pairs.len()];
        let mut next = ends.clone();
        for &(form, entry) in pairs {
            let place = &mut next[usize::from(form)];
            lists[*place] = entry;
            *place += 1;
        }
        let (mut starts, mut entries) = (vec![0], Vec::with_capacity(pairs.len()));
        for list in ends.windows(2).map(|ends| &lists[ends[0]..ends[1]]) {
            if list.len() < 3 * bitmap_length(docs) {
                entries.extend_from_slice(list);
            } else {
                entries
                    .extend([TITLE, LEAD, BODY].iter().flat_map(|&flag| bitmap(docs, list, flag)));
            }
            starts.push(entries.len() as u32);
        }
        Self { docs, starts: starts.into_boxed_slice(), entries: entries.into_boxed_slice() }
    }

    /// Gives the bytes that they take.
    pub(super) fn size(&self) -> usize {
        size_of_val(&*self.starts) + size_of_val(&*self.entries)
    }

    /// Adds the articles of a word.
    pub fn add_to(&self, form: u16, fields: &mut Fields) {
        let entries = self.entries_of(form);
        let Some(mut maps) = self.maps(entries) else {
            for &entry in entries {
                let doc = Self::doc(entry);
                fields.title.add(doc, u64::from(entry >> 15));
                fields.lead.add(doc, u64::from(entry >> 14 & 1));
                fields.body.add(doc, u64::from(entry >> 13 & 1));
            }
            return;
        };
        let mut add = |set: &mut DocSet| set.add_bitmap(maps.next().unwrap_or_default());
        add(&mut fields.title);
        add(&mut fields.lead);
        add(&mut fields.body);
    }

    /// Counts the articles of a word; those in whose title it stands alone are left out of a bitmap.
    pub(super) fn count(&self, form: u16) -> usize {
        let entries = self.entries_of(form);
        let bits = |map: &[u16]| map.iter().map(|bits| bits.count_ones() as usize).sum();
        self.maps(entries).map_or(entries.len(), |maps| maps.last().map_or(0, bits))
    }

    /// Gives the entries of a word, a list or bitmaps.
    fn entries_of(&self, form: u16) -> &[u16] {
        let form = usize::from(form);
        &self.entries[self.starts[form] as usize..self.starts[form + 1] as usize]
    }

    /// Gives the three bitmaps of a word's entries; nothing if they are a list.
    pub(super) fn maps<'e>(&self, entries: &'e [u16]) -> Option<std::slice::Chunks<'e, u16>> {
        let length = bitmap_length(self.docs);
        let listed = entries.is_empty() || entries.len() < 3 * length;
        (!listed).then(|| entries.chunks(length))
    }

    /// Gives the article of an entry of a list.
    pub(super) const fn doc(entry: u16) -> usize {
        (entry & DOC) as usize
    }
}

/// Gives the 16-bit words that a bitmap of articles takes.
const fn bitmap_length(docs: usize) -> usize {
    docs.div_ceil(16)
}

/// Gives the articles of a list that bear a flag, as a bitmap.
fn bitmap(docs: usize, list: &[u16], flag: u16) -> Vec<u16> {
    let mut bits = vec![0; bitmap_length(docs)];
    for entry in list.iter().filter(|&entry| entry & flag != 0) {
        bits[usize::from(entry & DOC) / 16] |= 1 << (entry & DOC & 15);
    }
    bits
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks one word of three that is in each `step`th of `docs` articles: those by 2 in the
    /// title too, those by 3 in the lead.
    fn check(docs: usize, step: usize) {
        let flags = |doc: usize| {
            let title = if doc.is_multiple_of(2) { TITLE } else { 0 };
            let lead = if doc.is_multiple_of(3) { LEAD } else { 0 };
            title | lead | BODY
        };
        let there = (0..docs).step_by(step);
        let pairs = there.map(|doc| [(1, doc as u16 | flags(doc)), (2, doc as u16 | TITLE)]);
        let postings = Postings::new(docs, 4, &pairs.flatten().collect::<Vec<_>>());
        let mut fields = Fields::new(docs);
        for form in [0, 1, 3] {
            postings.add_to(form, &mut fields);
        }
        let expected = |of: usize| {
            let of = move |doc: &usize| doc.is_multiple_of(of);
            (0..docs).step_by(step).filter(of).collect::<Vec<_>>()
        };
        assert_eq!(fields.title.iter().collect::<Vec<_>>(), expected(2), "{docs} {step}");
        assert_eq!(fields.lead.iter().collect::<Vec<_>>(), expected(3), "{docs} {step}");
        assert_eq!(fields.body.iter().collect::<Vec<_>>(), expected(1), "{docs} {step}");
    }

    #[test]
    fn lists_and_bitmaps_say_the_same() {
        for docs in [0, 1, 2, 15, 16, 17, 63, 64, 65, 1000, MAX_DOCS] {
            for step in [1, 2, 4, 5, 6, 7, 50] {
                check(docs, step);
            }
        }
    }
}
