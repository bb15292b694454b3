//! `docbao list` and `docbao show`.

use std::io::{self, Write};

use serde::Serialize;

use crate::corpus::{Article, ArticleNo, Corpus, TitleOrigin};
use crate::text::{Span, wrap};

use super::out::{date, json_line};

/// Sets the columns of a printed article.
const COLUMNS: usize = 72;

/// Represents an article without its mentions.
#[derive(Serialize)]
pub(super) struct ListRecord<'a> {
    article: u32,
    id: &'a str,
    source: &'a str,
    title: Option<&'a str>,
    derived: bool,
    date: Option<String>,
    url: Option<&'a str>,
    byline: Option<&'a str>,
    captions: Vec<&'a str>,
    words: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
}

impl<'a> ListRecord<'a> {
    pub(super) fn new(number: ArticleNo, article: &'a Article, text: Option<&'a str>) -> Self {
        Self {
            article: number.0,
            id: &article.id,
            source: &article.source,
            title: Some(article.title()),
            derived: article.title_origin == TitleOrigin::Derived,
            date: article.date.map(|date| date.to_string()),
            url: article.url.as_deref(),
            byline: article.byline(),
            captions: article.captions().collect(),
            words: article.words(),
            text,
        }
    }
}

impl ListRecord<'_> {
    /// Leaves out a title that was derived from the text: whoever reads the record has the text.
    pub(super) fn with_own_title(self) -> Self {
        Self { title: self.title.filter(|_| !self.derived), ..self }
    }
}

/// Prints a line for each article; tells whether there was any.
pub(super) fn list(corpus: &Corpus, json: bool, out: &mut impl Write) -> io::Result<bool> {
    for (number, article) in corpus.iter() {
        if json {
            json_line(out, &ListRecord::new(number, article, None))?;
        } else {
            let date = date(article);
            writeln!(
                out,
                "#{:<6} {date:<10}  {:>6} words  {}",
                number.0,
                article.words(),
                article.shown_title()
            )?;
        }
    }
    Ok(!corpus.is_empty())
}

/// Prints the article with an id, or with a number after `#`; tells whether there is one.
pub(super) fn show(
    corpus: &Corpus,
    id: &str,
    json: bool,
    out: &mut impl Write,
) -> io::Result<bool> {
    let Some((number, article)) = find(corpus, id) else { return Ok(false) };
    if json {
        json_line(out, &ListRecord::new(number, article, Some(&article.text)))?;
    } else {
        print(article, out)?;
    }
    Ok(true)
}

fn find<'c>(corpus: &'c Corpus, id: &str) -> Option<(ArticleNo, &'c Article)> {
    let by_id = || corpus.iter().find(|(_, article)| article.id.as_str() == id);
    let number = id.strip_prefix('#').and_then(|digits| digits.parse().ok()).map(ArticleNo);
    number.and_then(|number| Some((number, corpus.get(number)?))).or_else(by_id)
}

fn print(article: &Article, out: &mut impl Write) -> io::Result<()> {
    let title = article.shown_title();
    for line in wrap(&title, Span::new(0, title.len()), COLUMNS, 0, &[]) {
        writeln!(out, "{}", line.of(&title))?;
    }
    let facts = [date(article), format!("{} words", article.words()), article.source.to_string()];
    let facts: Vec<&str> =
        facts.iter().map(String::as_str).filter(|fact| !fact.is_empty()).collect();
    writeln!(out, "{}\n", facts.join(" · "))?;
    for paragraph in article.body.lines(&article.text) {
        for line in wrap(&article.text, paragraph, COLUMNS, 0, &[]) {
            writeln!(out, "{}", line.of(&article.text))?;
        }
    }
    Ok(())
}
