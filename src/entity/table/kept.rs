//! A table as bytes, list by list, and back.

use std::io::{BufRead, Write};

use super::packed::Packed;
use super::{EntityTable, Name, Office, Record, Told};
use crate::bytes::{Reader, Writer, are_ends};
use crate::corpus::{ArticleNo, Corpus};
use crate::entity::resolve::Traits;
use crate::entity::{EntityId, Kind};
use crate::text::are_clean;

impl EntityTable {
    /// Adds the table to what is kept.
    pub(crate) fn write(&self, writer: &mut Writer<impl Write>) {
        writer.number(self.first.0);
        self.mentions.write(writer);
        writer.list(self.names.iter().map(|name| name.end));
        writer.list(self.names.iter().map(|name| name.entity));
        writer.text(&self.letters);
        writer.list(self.entities.iter().map(|record| record.id.number()));
        writer.list(self.entities.iter().map(|record| record.names_end));
        writer.list(self.entities.iter().map(|record| record.articles_end));
        writer.list(self.entities.iter().map(|record| record.mentions));
        writer.list(self.entities.iter().map(|record| record.kind.index() as u8));
        writer.list(self.by_id.iter().copied());
        writer.list(self.articles.iter().map(|article| article.0));
        writer.list(self.offices.iter().map(|office| office.person));
        writer.list(self.offices.iter().map(|office| office.article.0));
        writer.list(self.offices.iter().map(|office| office.name));
        writer.list(self.traits.iter().map(|told| told.person));
        writer.list(self.traits.iter().map(|told| told.article.0));
        writer.list(self.traits.iter().map(|told| told.traits.number()));
    }

    /// Reads a table of some articles of a corpus; gives nothing when it is damaged, or that of
    /// another corpus.
    pub(crate) fn read(reader: &mut Reader<impl BufRead>, corpus: &Corpus) -> Option<Self> {
        let first = ArticleNo(reader.number()?);
        let mentions = Packed::read(reader)?;
        let ends = reader.list::<u32>()?;
        let owners = reader.exactly::<u32>(ends.len())?;
        let letters = reader.text()?;
        let names =
            ends.into_iter().zip(owners).map(|(end, entity)| Name { end, entity }).collect();
        let entities = read_records(reader)?;
        let by_id = reader.exactly(entities.len())?;
        let articles = reader.list::<u32>()?.into_iter().map(ArticleNo).collect();
        let persons = reader.list::<u32>()?;
        let within = reader.exactly::<u32>(persons.len())?;
        let offices = reader.exactly::<u32>(persons.len())?;
        let offices = persons.into_iter().zip(within).zip(offices);
        let office =
            |((person, article), name)| Office { person, article: ArticleNo(article), name };
        let offices = offices.map(office).collect();
        let persons = reader.list::<u32>()?;
        let within = reader.exactly::<u32>(persons.len())?;
        let told = reader.exactly::<u32>(persons.len())?;
        let told = persons.into_iter().zip(within).zip(told);
        let told = told.map(|((person, article), traits)| {
            Some(Told { person, article: ArticleNo(article), traits: Traits::of_number(traits)? })
        });
        let traits = told.collect::<Option<_>>()?;
        let table =
            Self { first, mentions, names, letters, entities, by_id, articles, offices, traits };
        table.is_sound(corpus).then_some(table)
    }

    /// Gives how many names entities have; those of values come after them.
    pub(crate) fn name_count(&self) -> usize {
        self.entities.last().map_or(0, |record| record.names_end as usize)
    }

    /// Tells whether every number in it is that of something which is there.
    fn is_sound(&self, corpus: &Corpus) -> bool {
        let has = |article: ArticleNo| {
            article
                .0
                .checked_sub(self.first.0)
                .is_some_and(|at| (at as usize) < self.mentions.len())
        };
        self.first.index().checked_add(self.mentions.len()).is_some_and(|end| end <= corpus.len())
            && self.names_are_sound()
            && self.entities_are_sound(&has)
            && self.persons_are_sound(&has)
            && self.mentions.are_sound(self.names.len(), |at| {
                corpus.get(ArticleNo(self.first.0 + at as u32)).map(|article| &*article.text)
            })
    }

    fn names_are_sound(&self) -> bool {
        let ends: Vec<u32> = self.names.iter().map(|name| name.end).collect();
        let kinds = self.entities.len() + Kind::ALL.len();
        let places: Vec<usize> = ends.iter().map(|&end| end as usize).collect();
        are_ends(&ends, self.letters.len())
            && places.iter().all(|&end| self.letters.is_char_boundary(end))
            && self.names.iter().all(|name| (name.entity as usize) < kinds)
            // A tab stands between a name and its value, and is the only character that is not clean.
            && are_clean(&self.letters.replace('\t', "\n"), &places)
    }

    fn entities_are_sound(&self, has: &impl Fn(ArticleNo) -> bool) -> bool {
        let id = |place: u32| self.entities[place as usize].id;
        let mut last = 0;
        let has_own_names = |(place, record): (usize, &Record)| {
            let own = last..record.names_end as usize;
            last = own.end;
            let names = self.names.get(own.clone()).unwrap_or_default();
            !names.is_empty() && names.iter().all(|name| name.entity as usize == place)
        };
        let mut listed = 0;
        let has_own_articles = |record: &Record| {
            let own = listed..record.articles_end as usize;
            listed = own.end;
            self.articles.get(own).is_some_and(<[ArticleNo]>::is_sorted)
        };
        self.entities.iter().enumerate().all(has_own_names)
            && self.entities.iter().all(has_own_articles)
            // Where all of them rise, each entity is there once.
            && self.by_id.iter().all(|&place| (place as usize) < self.entities.len())
            && self.by_id.is_sorted_by(|&one, &other| id(one) < id(other))
            && self.articles.iter().all(|&article| has(article))
    }

    fn persons_are_sound(&self, has: &impl Fn(ArticleNo) -> bool) -> bool {
        let known = |person: u32, article| (person as usize) < self.entities.len() && has(article);
        self.offices.is_sorted_by_key(|office| (office.person, office.article))
            && self.offices.iter().all(|office| {
                known(office.person, office.article) && (office.name as usize) < self.names.len()
            })
            && self.traits.is_sorted_by_key(|told| (told.person, told.article))
            && self.traits.iter().all(|told| known(told.person, told.article))
    }
}

fn read_records(reader: &mut Reader<impl BufRead>) -> Option<Box<[Record]>> {
    let ids = reader.list::<u64>()?;
    let count = ids.len();
    let mut names = reader.exactly::<u32>(count)?.into_iter();
    let mut articles = reader.exactly::<u32>(count)?.into_iter();
    let mut mentions = reader.exactly::<u32>(count)?.into_iter();
    let mut kinds = reader.exactly::<u8>(count)?.into_iter();
    let record = |id| {
        Some(Record {
            id: EntityId::of_number(id),
            names_end: names.next()?,
            articles_end: articles.next()?,
            mentions: mentions.next()?,
            kind: *Kind::ALL.get(usize::from(kinds.next()?))?,
        })
    };
    ids.into_iter().map(record).collect()
}

impl Packed {
    fn write(&self, writer: &mut Writer<impl Write>) {
        writer.list(self.bytes.iter().copied());
        writer.list(self.ends.iter().map(|&end| end as u64));
    }

    fn read(reader: &mut Reader<impl BufRead>) -> Option<Self> {
        let bytes = reader.list::<u8>()?;
        let ends = reader.list::<u64>()?;
        let sound = are_ends(&ends, bytes.len());
        sound.then(|| Self { bytes, ends: ends.into_iter().map(|end| end as usize).collect() })
    }

    /// Tells whether all mentions lie in the texts of their articles, one behind the other, and
    /// have names.
    fn are_sound<'t>(&self, names: usize, text: impl Fn(usize) -> Option<&'t str>) -> bool {
        let sound = |at: usize| {
            let (text, mut mentions) = text(at).zip(self.list(at))?;
            let mut last = 0;
            let all = mentions.all(|(span, name)| {
                let follows = span.start >= last && (name as usize) < names;
                last = span.end;
                follows && span.start < span.end && text.get(span.range()).is_some()
            });
            all.then_some(())
        };
        (0..self.len()).try_for_each(sound).is_some()
    }
}
