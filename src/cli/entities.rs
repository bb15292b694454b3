//! `docbao entities`.

use std::collections::HashMap;
use std::io::{self, Write};

use serde::Serialize;

use crate::corpus::{Article, ArticleNo, Corpus};
use crate::entity::{Entity, EntityId, EntityTable, Kind, Resolved, Tagger, doubt};
use crate::text::Span;

use super::out::{code_points, date, json_line};
use super::parallel;

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

#[derive(Serialize)]
struct MentionRecord<'a> {
    start: usize,
    end: usize,
    kind: Kind,
    text: &'a str,
    /// Names the entity, also across articles.
    entity: String,
    canonical: String,
    role: Option<String>,
    value: Option<String>,
    /// What speaks against one person behind the name, in all articles.
    doubt: Option<String>,
}

/// Prints the entities of each article in load order; tells whether there was any.
pub(super) fn entities(corpus: &Corpus, json: bool, out: &mut impl Write) -> io::Result<bool> {
    let tagger = Tagger::shared();
    let tables = corpus.segments().iter().map(|part| {
        EntityTable::new(
            part,
            parallel(&part.articles, |article| tagger.tag(&article.text)),
            tagger,
        )
    });
    let found = Found { tables: tables.collect(), doubts: HashMap::new() };
    found.print(corpus, json, out)
}

/// Holds what a corpus speaks of.
struct Found {
    tables: Vec<EntityTable>,
    /// The doubts that have been looked for.
    doubts: HashMap<EntityId, Option<String>>,
}

impl Found {
    fn print(mut self, corpus: &Corpus, json: bool, out: &mut impl Write) -> io::Result<bool> {
        let mut any = false;
        for (part, segment) in corpus.segments().iter().enumerate() {
            for (number, article) in segment.iter() {
                let Some(resolved) = self.tables[part].article(number) else { continue };
                any |= !resolved.mentions.is_empty();
                if json {
                    json_line(out, &record(number, article, &resolved, &mut |id| self.doubt(id)))?;
                } else {
                    print(number, article, &resolved, out)?;
                }
            }
        }
        Ok(any)
    }

    fn doubt(&mut self, id: EntityId) -> Option<String> {
        let tables = &self.tables;
        let look = || {
            let same: Vec<Entity> = tables.iter().filter_map(|table| table.find(id)).collect();
            doubt(&same).map(|doubt| doubt.to_string())
        };
        self.doubts.entry(id).or_insert_with(look).clone()
    }
}

fn record<'a>(
    number: ArticleNo,
    article: &'a Article,
    resolved: &Resolved,
    doubt: &mut impl FnMut(EntityId) -> Option<String>,
) -> ArticleRecord<'a> {
    let spans: Vec<Span> = resolved.mentions.iter().map(|mention| mention.span).collect();
    let points = code_points(&article.text, &spans);
    let entities = resolved.entity_of.iter().map(|&number| &resolved.entities[number]);
    let records = resolved.mentions.iter().zip(points).zip(entities);
    let mentions = records.map(|((mention, [start, end]), entity)| MentionRecord {
        start,
        end,
        kind: mention.kind,
        text: mention.span.of(&article.text),
        entity: format!("{}:{}", entity.kind.name(), entity.key()),
        canonical: entity.name.clone(),
        role: (!entity.roles.is_empty()).then(|| resolved.roles(entity).join("; ")),
        value: entity.value.clone(),
        doubt: doubt(entity.id),
    });
    ArticleRecord {
        article: number.0,
        id: &article.id,
        source: &article.source,
        title: article.title(),
        date: article.date.map(|date| date.to_string()),
        text: &article.text,
        mentions: mentions.collect(),
    }
}

/// Prints an article's entities by kind, each with the number of its mentions.
fn print(
    number: ArticleNo,
    article: &Article,
    resolved: &Resolved,
    out: &mut impl Write,
) -> io::Result<()> {
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
