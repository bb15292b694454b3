//! `docbao entities`.

use std::collections::BTreeSet;
use std::io::{self, Write};

use serde::Serialize;

use crate::corpus::ArticleNo;
use crate::entity::{
    Corrections, Entity, EntityId, EntityTable, EntityTableBuilder, Kind, doubt, key,
};
use crate::runtime::loader::Opened;

use super::ENGLISH;
use super::out::{date, json_line};
use super::tagged::{MentionRecord, Tagged, each_tagged, mention_records};

#[derive(Serialize)]
struct ArticleRecord<'a> {
    article: u32,
    id: &'a str,
    source: &'a str,
    title: &'a str,
    date: Option<String>,
    text: &'a str,
    mentions: Vec<MentionRecord<'a>>,
}

impl<'a> ArticleRecord<'a> {
    fn new(found: Tagged<'a>) -> Self {
        let Tagged { number, article, .. } = found;
        Self {
            article: number.0,
            id: &article.id,
            source: &article.source,
            title: article.title(),
            date: article.date.map(|date| date.to_string()),
            text: &article.text,
            mentions: mention_records(found),
        }
    }
}

/// Represents a person whose name may stand for several people, as all articles tell.
#[derive(Serialize)]
struct DoubtRecord {
    entity: String,
    canonical: String,
    doubt: String,
}

/// Prints the entities of each article in load order, as soon as they are found; tells whether
/// there was any. As JSON, the doubts that only all articles can tell come last.
pub(super) fn entities(
    opened: &mut Opened,
    corrections: &Corrections,
    json: bool,
    out: &mut impl Write,
) -> io::Result<bool> {
    let (mut any, mut tables) = (false, Vec::new());
    let known = opened.searchable.is_some();
    let mut table = EntityTableBuilder::new(ArticleNo(0));
    each_tagged(opened, corrections, out, |found, out| {
        any |= !found.resolved.mentions.is_empty();
        if json && !known {
            table.add(&found.article.text, found.resolved);
        }
        print(found, json, out)
    })?;
    tables.push(table.finish());
    if !json {
        return Ok(any);
    }
    let known = opened.searchable.iter().flat_map(|on| &on.entities);
    let tables: Vec<&EntityTable> = tables.iter().chain(known.map(|it| it.table())).collect();
    doubts(&tables).iter().try_for_each(|doubt| json_line(out, doubt))?;
    Ok(any)
}

/// Finds the persons whose names may stand for several people, by name.
fn doubts(tables: &[&EntityTable]) -> Vec<DoubtRecord> {
    let persons = tables.iter().flat_map(|table| table.entities());
    let ids: BTreeSet<EntityId> =
        persons.filter(|entity| entity.kind() == Kind::Person).map(Entity::id).collect();
    let found = ids.into_iter().filter_map(|id| {
        let same: Vec<Entity> = tables.iter().filter_map(|table| table.find(id)).collect();
        let (doubt, canonical) =
            (ENGLISH.doubt(&doubt(&same)?).into_owned(), same.first()?.name().to_owned());
        let entity = format!("{}:{}", Kind::Person.name(), key(Kind::Person, &canonical));
        Some(DoubtRecord { entity, canonical, doubt })
    });
    let mut found: Vec<_> = found.collect();
    found.sort_by(|one, other| one.entity.cmp(&other.entity));
    found
}

/// Prints an article's mentions as JSON, or its entities by kind, each with the number of its
/// mentions.
fn print(found: Tagged, json: bool, out: &mut impl Write) -> io::Result<()> {
    let Tagged { number, article, resolved } = found;
    if json {
        return json_line(out, &ArticleRecord::new(found));
    }
    writeln!(out, "#{} {} {}", number.0, date(article), article.shown_title())?;
    for kind in Kind::ALL {
        let of_kind = resolved.entities.iter().filter(|entity| entity.kind == kind);
        let shown = of_kind.map(|entity| match entity.mentions.len() {
            1 => entity.name.clone(),
            count => format!("{} ×{count}", entity.name),
        });
        let shown: Vec<String> = shown.collect();
        if !shown.is_empty() {
            writeln!(out, "  {:<13} {}", kind.name(), shown.join("; "))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::corpus::{Corpus, Record, Segment, Shape, Source, parse_record};

    fn opened(texts: &[&str]) -> Opened {
        let source = Source::new("a.txt");
        let article = |text: &&str| {
            let record = Record { bytes: text.as_bytes().into(), line: 1, shape: Shape::Text };
            parse_record(&record, &source).expect("it is a text").article
        };
        let articles = texts.iter().map(article).collect();
        let mut corpus = Corpus::default();
        corpus.push(Arc::new(Segment { first: ArticleNo(0), articles }));
        Opened { corpus, searchable: None, diagnostics: Vec::new() }
    }

    /// Takes what is written until it is sent.
    #[derive(Default)]
    struct Once(Vec<u8>);

    impl Write for Once {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
    }

    #[test]
    fn the_first_article_waits_for_no_other() {
        for json in [false, true] {
            let mut out = Once::default();
            let mut opened = opened(&["Ở Đà Lạt.", "Ở Huế."]);
            let error = entities(&mut opened, &Corrections::default(), json, &mut out)
                .expect_err("nobody reads");
            assert_eq!(error.kind(), io::ErrorKind::BrokenPipe);
            let text = String::from_utf8(out.0).expect("it is text");
            assert!(text.contains("Đà Lạt") && !text.contains("Huế"), "{text}");
        }
    }

    #[test]
    fn doubts_come_last() {
        let about = |year| format!("Ông Nguyễn Văn An (sinh năm {year}) đến Huế.");
        let mut opened = opened(&[&about(1950), &about(1980), "Ở Huế."]);
        let mut out = Vec::new();
        assert!(
            entities(&mut opened, &Corrections::default(), true, &mut out)
                .expect("it can be written")
        );
        let text = String::from_utf8(out).expect("it is text");
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines.len(), 4, "{text}");
        let doubt: serde_json::Value = serde_json::from_str(lines[3]).expect("it is JSON");
        assert_eq!(doubt["canonical"], "Nguyễn Văn An");
        assert_eq!(doubt["doubt"], "maybe 2 people: born 1950; born 1980");
        let mentions: serde_json::Value = serde_json::from_str(lines[0]).expect("it is JSON");
        assert_eq!(mentions["mentions"][0]["entity"], doubt["entity"]);
    }
}
