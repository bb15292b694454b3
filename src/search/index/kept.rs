//! An index as bytes, list by list, and back.

use std::io::{BufRead, Write};

use super::pairs::Pairs;
use super::postings::{MAX_DOCS, Postings};
use super::strings::Strings;
use super::vocabulary::{MAX_FORMS, Vocabulary};
use super::{DocShape, GAP, Index, Part};
use crate::bytes::{Reader, Writer, are_ends};
use crate::corpus::Date;
use crate::search::docs::DocSet;

impl Index {
    /// Adds the index to what is kept.
    pub(crate) fn write(&self, writer: &mut Writer<impl Write>) {
        writer.number(self.parts.len() as u64);
        self.parts.iter().for_each(|part| part.write(writer));
    }

    /// Reads the index of `texts` articles or names; gives nothing when it is damaged.
    pub(crate) fn read(reader: &mut Reader<impl BufRead>, texts: usize) -> Option<Self> {
        let count = reader.number::<u64>()?;
        // Each part takes some bytes, so that a wrong count ends with them.
        let parts = (0..count).map(|_| {
            let part = Part::read(reader)?;
            (part.first.checked_add(part.len())? <= texts).then_some(part)
        });
        let mut read = Vec::new();
        for part in parts {
            read.push(part?);
        }
        Some(Self { parts: read.into_boxed_slice() })
    }
}

impl Part {
    fn write(&self, writer: &mut Writer<impl Write>) {
        let docs = self.docs.iter();
        writer.number(self.first as u64);
        writer.number(u8::from(self.continues));
        writer.list(docs.clone().map(|doc| doc.start));
        writer.list(docs.clone().map(|doc| doc.title.start));
        writer.list(docs.clone().map(|doc| doc.title.end));
        writer.list(docs.clone().map(|doc| doc.letters));
        writer.list(docs.map(|doc| Date::number(doc.date)));
        writer.list((0..self.len()).map(|doc| u8::from(self.derived.has(doc))));
        self.vocabulary.write(writer);
        writer.list(self.postings.starts.iter().copied());
        writer.list(self.postings.entries.iter().copied());
        writer.list(self.tokens.iter().copied());
        writer.list(self.pairs.common.iter().copied());
        writer.list(self.pairs.bits.iter().copied());
    }

    fn read(reader: &mut Reader<impl BufRead>) -> Option<Self> {
        let first = usize::try_from(reader.number::<u64>()?).ok()?;
        let continues = reader.number::<u8>()? == 1;
        let docs = read_docs(reader)?;
        let derived_list = reader.exactly::<u8>(docs.len())?;
        let mut derived = DocSet::new(docs.len());
        let origins = derived_list.iter().enumerate();
        origins.for_each(|(doc, &derives)| derived.add(doc, u64::from(derives & 1)));
        let vocabulary = Vocabulary::read(reader)?;
        let (starts, entries) = (reader.list()?, reader.list()?);
        let postings = Postings { docs: docs.len(), starts, entries };
        let tokens = reader.list()?;
        let pairs = Pairs { common: reader.list()?, bits: reader.list()? };
        let mut part = Self {
            first,
            vocabulary,
            postings,
            pairs,
            continues,
            derived,
            tokens,
            docs,
            titles: Box::default(),
        };
        part.is_sound().then(|| part.gather_titles())?;
        Some(part)
    }

    /// Tells whether every number in it is that of something which is there.
    fn is_sound(&self) -> bool {
        let forms = self.vocabulary.form_count();
        let starts = self.docs.iter().map(|doc| doc.start as usize);
        let ends = starts.clone().skip(1).chain([self.tokens.len()]);
        // The greatest number that is none of a word is that of a gap: after it comes 0.
        let greatest = self.tokens.iter().fold(0, |most, token| most.max(token.wrapping_add(1)));
        (1..=MAX_DOCS).contains(&self.docs.len())
            && self.docs[0].start == 0
            && starts.zip(ends).zip(&self.docs).all(|((start, end), doc)| {
                let title = usize::from(doc.title.end);
                start <= end && doc.title.start <= doc.title.end && title <= end - start
            })
            && usize::from(greatest) <= forms
            && self.postings.starts.len() == forms + 1
            && self.postings.are_sound()
            && self.pairs.are_sound(self)
    }
}

fn read_docs(reader: &mut Reader<impl BufRead>) -> Option<Box<[DocShape]>> {
    let starts = reader.list::<u32>()?;
    let count = starts.len();
    let title_starts = reader.exactly::<u16>(count)?;
    let mut titles = title_starts.into_iter().zip(reader.exactly::<u16>(count)?);
    let mut letters = reader.exactly::<u32>(count)?.into_iter();
    let mut dates = reader.exactly::<u32>(count)?.into_iter();
    let shape = |start| {
        let (from, to) = titles.next()?;
        let date = Date::of_number(dates.next()?).ok()?;
        let letters = letters.next()?;
        Some(DocShape { start, title: from..to, letters, date, ..DocShape::default() })
    };
    starts.into_iter().map(shape).collect()
}

impl Postings {
    /// Tells whether the lists and bitmaps lie where they may, and name articles that there are.
    fn are_sound(&self) -> bool {
        let sound = |ends: &[u32]| {
            self.entries.get(ends[0] as usize..ends[1] as usize).is_some_and(|entries| {
                match self.maps(entries) {
                    None => {
                        let most =
                            entries.iter().fold(0, |most, &entry| most.max(Self::doc(entry)));
                        entries.is_empty() || most < self.docs
                    }
                    Some(mut maps) => maps.all(|map| self.is_map(map)),
                }
            })
        };
        self.starts.first() == Some(&0)
            && are_ends(&self.starts, self.entries.len())
            && self.starts.windows(2).all(sound)
    }

    fn is_map(&self, map: &[u16]) -> bool {
        let (length, rest) = (self.docs.div_ceil(16), self.docs % 16);
        let beyond = if rest == 0 { 0 } else { u16::MAX << rest };
        map.len() == length && map.last().is_some_and(|last| last & beyond == 0)
    }
}

impl Vocabulary {
    fn write(&self, writer: &mut Writer<impl Write>) {
        self.skeletons.write(writer);
        writer.list(self.first_forms.iter().copied());
        self.spellings.write(writer);
        writer.list(self.letters.iter().copied());
    }

    fn read(reader: &mut Reader<impl BufRead>) -> Option<Self> {
        let skeletons = Strings::read(reader)?;
        let first_forms = reader.exactly::<u32>(skeletons.len() + 1)?;
        let spellings = Strings::read(reader)?;
        let letters = reader.exactly::<u32>(skeletons.len())?;
        let sorted = (1..skeletons.len()).all(|at| skeletons.get(at - 1) < skeletons.get(at));
        let sound = sorted
            && first_forms[0] == 0
            && are_ends(&first_forms, spellings.len())
            && spellings.len() <= MAX_FORMS;
        sound.then_some(Self { skeletons, first_forms, spellings, letters })
    }
}

impl Strings {
    fn write(&self, writer: &mut Writer<impl Write>) {
        writer.text(&self.text);
        writer.list(self.ends.iter().copied());
    }

    fn read(reader: &mut Reader<impl BufRead>) -> Option<Self> {
        let text = reader.text()?;
        let ends = reader.list::<u32>()?;
        let sound = are_ends(&ends, text.len())
            && ends.iter().all(|&end| text.is_char_boundary(end as usize));
        sound.then_some(Self { text, ends })
    }
}

/// A gap is the number after that of the last possible word.
const _: () = assert!(GAP as usize == MAX_FORMS);
