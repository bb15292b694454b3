//! `docbao search`.

use std::io::{self, Write};
use std::time::Instant;

use serde::Serialize;

use crate::corpus::{Article, ArticleNo, Corpus};
use crate::search::{Hit, Limits, Query, Results, Searchable, ranked, search};
use crate::text::{Span, clean_line};

use super::ENGLISH;
use super::out::{code_points, json_line};

#[derive(Serialize)]
struct HitRecord<'a> {
    query: usize,
    rank: usize,
    group: &'static str,
    article: u32,
    id: &'a str,
    title: &'a str,
    score: i64,
    snippet: &'a str,
    /// The name of an entity that was found by another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    canonical: Option<&'a str>,
    matches: Vec<[usize; 2]>,
}

#[derive(Serialize)]
struct QueryRecord<'a> {
    query: usize,
    text: &'a str,
    us: u128,
    hits: usize,
    /// What was looked for other than what was typed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<String>,
}

/// Names what is printed of the answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Lines for people.
    Text,
    /// A record for each hit.
    Json,
    /// A record for each hit, and one for each query.
    JsonWithQueries,
}

/// Answers queries on a corpus and prints their hits, best first; tells whether there was any.
pub(super) fn answer(
    (corpus, on): (&Corpus, &Searchable),
    queries: &[String],
    limit: usize,
    form: Form,
    out: &mut impl Write,
) -> io::Result<bool> {
    let mut any = false;
    for (number, text) in queries.iter().enumerate() {
        let start = Instant::now();
        let limits = Limits { titles: limit, entities: limit, passages: limit };
        let Some(results) = search(on, &Query::parse(text), limits, &|| false) else { continue };
        let mut hits = ranked(&results);
        hits.truncate(limit);
        let us = start.elapsed().as_micros();
        any |= !hits.is_empty();
        for (index, hit) in hits.iter().enumerate() {
            let record = record(corpus, hit, (number, index + 1));
            match form {
                Form::Text => print(corpus, &record, out)?,
                Form::Json | Form::JsonWithQueries => json_line(out, &record)?,
            }
        }
        let notes: Vec<_> = results.notes.iter().map(|it| ENGLISH.note(it).into_owned()).collect();
        match form {
            Form::JsonWithQueries => {
                json_line(out, &QueryRecord { query: number, text, us, hits: hits.len(), notes })?;
            }
            Form::Text => {
                notes.iter().try_for_each(|note| writeln!(out, "({note})"))?;
                if queries.len() > 1 {
                    writeln!(out, "{}: {}\n", clean_line(text), total(&results))?;
                }
            }
            Form::Json => {}
        }
    }
    Ok(any)
}

fn total(results: &Results) -> String {
    let totals = &results.totals;
    format!("{} titles, {} entities, {} passages", totals.titles, totals.entities, totals.passages)
}

fn record<'a>(corpus: &'a Corpus, hit: &Hit<'a>, (query, rank): (usize, usize)) -> HitRecord<'a> {
    let (group, number, snippet, matches) = match hit {
        Hit::Article(hit) => {
            let title = corpus.get(hit.article).map_or(Span::default(), |article| article.title);
            ("article", hit.article, Snippet::OfText(title), &hit.matches)
        }
        Hit::Entity(hit) => {
            let first = hit.articles.first().copied().unwrap_or_default();
            let found = hit.alias.as_ref().unwrap_or(&hit.name);
            ("entity", first, Snippet::Name(found), &hit.matches)
        }
        Hit::Passage(hit) => ("passage", hit.article, Snippet::OfText(hit.snippet), &hit.matches),
    };
    let article = corpus.get(number);
    let (snippet, offset) = match snippet {
        Snippet::Name(name) => (name, 0),
        Snippet::OfText(span) => (article.map_or("", |article| span.of(&article.text)), span.start),
    };
    let matches: Vec<Span> = matches
        .iter()
        .map(|span| Span { start: span.start - offset, end: span.end - offset })
        .collect();
    let canonical = match hit {
        Hit::Entity(hit) if hit.alias.is_some() => Some(hit.name.as_str()),
        _ => None,
    };
    HitRecord {
        query,
        canonical,
        rank,
        group,
        article: number.0,
        id: article.map_or("", |article| article.id.as_str()),
        title: article.map_or("", |article| article.title()),
        score: hit.score(),
        snippet,
        matches: code_points(snippet, &matches),
    }
}

/// Names where a hit's snippet stands.
enum Snippet<'a> {
    /// In the article's text.
    OfText(Span),
    /// It is a name.
    Name(&'a str),
}

fn print(corpus: &Corpus, record: &HitRecord, out: &mut impl Write) -> io::Result<()> {
    let article = corpus.get(ArticleNo(record.article));
    let date = article
        .and_then(|article| article.date)
        .map_or_else(String::new, |date| format!("{date} "));
    let title = article.map_or_else(String::new, Article::shown_title);
    writeln!(out, "{:<8} #{:<6} {date}{title}", record.group, record.article)?;
    if record.group != "article" {
        let canonical = record.canonical.map(|name| format!(" · {name}")).unwrap_or_default();
        writeln!(out, "{:17}{}{canonical}", "", record.snippet.replace('\n', " "))?;
    }
    Ok(())
}
