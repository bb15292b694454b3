//! Articles with their mentions, one after the other, as soon as these are found.

use std::io::{self, Write};
use std::sync::Arc;

use serde::Serialize;

use crate::corpus::{Article, ArticleNo};
use crate::entity::{Corrections, Kind, Resolved, Tagger};
use crate::runtime::loader::Opened;
use crate::search::Searchable;
use crate::text::Span;

use super::out::code_points;
use super::parallel;

/// Sets the most articles that are tagged side by side before they are given.
const CHUNK: usize = 256;

/// Represents an article with its mentions.
#[derive(Clone, Copy)]
pub(super) struct Tagged<'a> {
    pub(super) number: ArticleNo,
    pub(super) article: &'a Article,
    pub(super) resolved: &'a Resolved,
}

/// Represents a mention in an article, in code points of its text.
#[derive(Serialize)]
pub(super) struct MentionRecord<'a> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: Kind,
    pub(super) text: &'a str,
    /// Names the entity, also across articles.
    pub(super) entity: String,
    pub(super) canonical: String,
    pub(super) role: Option<String>,
    pub(super) value: Option<String>,
}

/// Gives the mentions of an article as records.
pub(super) fn mention_records(found: Tagged) -> Vec<MentionRecord> {
    let Tagged { article, resolved, .. } = found;
    let spans: Vec<Span> = resolved.mentions.iter().map(|mention| mention.span).collect();
    let points = code_points(&article.text, &spans);
    let entities = resolved.entity_of.iter().map(|&number| &resolved.entities[number]);
    let records = resolved.mentions.iter().zip(points).zip(entities);
    let records = records.map(|((mention, [start, end]), entity)| MentionRecord {
        start,
        end,
        kind: mention.kind,
        text: mention.span.of(&article.text),
        entity: format!("{}:{}", entity.kind.name(), entity.key()),
        canonical: entity.name.clone(),
        role: (!entity.roles.is_empty()).then(|| resolved.roles(entity).join("; ")),
        value: entity.value.clone(),
    });
    records.collect()
}

/// Visits each article in load order with its mentions, corrected, as soon as these are found; what
/// is written is sent after each few articles.
pub(super) fn each_tagged<W: Write>(
    opened: &mut Opened,
    corrections: &Corrections,
    out: &mut W,
    mut visit: impl FnMut(Tagged, &mut W) -> io::Result<()>,
) -> io::Result<()> {
    if let Some(on) = &mut opened.searchable {
        on.corrections = Arc::new(corrections.clone());
        return each_known(on, out, visit);
    }
    let tagger = Tagger::shared();
    // The first articles are not to wait for many others.
    let mut size = 1;
    for segment in opened.corpus.segments() {
        let mut numbers = segment.iter().map(|(number, _)| number);
        let mut rest = &*segment.articles;
        while !rest.is_empty() {
            let (chunk, after) = rest.split_at(size.min(rest.len()));
            let read = |article: &Article| corrections.apply(&article.id, tagger.read(article));
            let found = parallel(chunk, read);
            for ((article, resolved), number) in chunk.iter().zip(&found).zip(&mut numbers) {
                visit(Tagged { number, article, resolved }, out)?;
            }
            out.flush()?;
            (rest, size) = (after, (size * 2).min(CHUNK));
        }
    }
    Ok(())
}

/// Visits each article with the mentions that were found before.
fn each_known<W: Write>(
    on: &Searchable,
    out: &mut W,
    mut visit: impl FnMut(Tagged, &mut W) -> io::Result<()>,
) -> io::Result<()> {
    for (number, article) in on.segments.iter().flat_map(|part| part.segment.iter()) {
        if let Some(resolved) = on.resolved(number) {
            visit(Tagged { number, article, resolved: &resolved }, out)?;
        }
    }
    Ok(())
}
