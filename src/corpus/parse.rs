//! The costly half of reading: makes an article of a record. It is a pure function, so that workers
//! can run it side by side. Each form has its own file.

use super::decode::{Fault, decode};
use super::parts::Parts;
use super::records::{Record, Shape};
use super::{Article, Diagnostic, Source};
use crate::text::{CleanText, clean, single_spaced};

mod json;
mod markdown;
mod seed;

use json::Fields;

/// Represents an article and what had to be mended to read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed {
    /// The article.
    pub article: Article,
    /// What is not as in the source.
    pub warning: Option<Diagnostic>,
}

/// Parses one record of a source.
///
/// # Errors
/// If the record is not text, not JSON where it should be, or holds no text.
pub fn parse_record(record: &Record, source: &Source) -> Result<Parsed, Diagnostic> {
    let decoded = decode(&record.bytes).map_err(|fault| {
        let line = place(record, &fault);
        Diagnostic::error(&source.shown, line, &fault.message)
    })?;
    let warn = |line, message: &str| Diagnostic::warning(&source.shown, line, message);
    let replaced = decoded.replaced.map(|fault| warn(place(record, &fault), &fault.message));
    let fields = match (record.shape, fields(record.shape, &decoded.text)) {
        (_, Ok(fields)) => fields,
        (Shape::JsonFile, Err(_)) => {
            let warning = Some(warn(None, "is not JSON Lines and is opened as plain text"));
            let article = article(record, source, &plain(&decoded.text))?;
            return Ok(Parsed { article, warning });
        }
        (_, Err(message)) => return Err(fault(record, source, &message)),
    };
    Ok(Parsed { article: article(record, source, &fields)?, warning: replaced })
}

/// Reads the fields of a record in its own form.
fn fields(shape: Shape, text: &str) -> Result<Fields<'_>, String> {
    match shape {
        Shape::Text => Ok(plain(text)),
        Shape::Markdown => Ok(markdown::fields(text)),
        Shape::JsonLine | Shape::JsonFile => json::fields(text),
    }
}

/// Makes the fields of a text that has nothing but itself.
fn plain(text: &str) -> Fields<'_> {
    Fields { text: Some(text.into()), ..Fields::default() }
}

/// Makes the article of the fields of a record.
fn article(record: &Record, source: &Source, fields: &Fields) -> Result<Article, Diagnostic> {
    let text = fields.text.as_deref().ok_or_else(|| fault(record, source, "has no text"))?;
    let (seed_date, text) = seed::split(text);
    let parts = Parts {
        id: id(record, source, fields),
        source: source.shown.clone(),
        title: fields.title.as_deref(),
        text,
        date: fields.date.or(seed_date),
        url: fields.url.as_deref(),
    };
    parts.assemble().ok_or_else(|| fault(record, source, "has no text"))
}

/// Gives the id of an article: its own, else the name of its file, with the line if it is one of many.
fn id(record: &Record, source: &Source, fields: &Fields) -> CleanText {
    let own = fields.id.as_deref().map(str::trim).filter(|id| !id.is_empty());
    match (own, record.shape) {
        (Some(own), _) => clean(&single_spaced(own)),
        (None, Shape::JsonLine) => clean(&format!("{}:{}", &*source.stem, record.line)),
        (None, _) => source.stem.clone(),
    }
}

/// Makes the error for a record, with its line when it is one of many.
fn fault(record: &Record, source: &Source, message: &str) -> Diagnostic {
    let line = (record.shape == Shape::JsonLine).then_some(record.line);
    Diagnostic::error(&source.shown, line, message)
}

/// Gives the line of the source that a fault in a record is on.
fn place(record: &Record, fault: &Fault) -> Option<u64> {
    let inside = fault.line.map(|line| record.line + line - 1);
    inside.or((record.shape == Shape::JsonLine).then_some(record.line))
}

#[cfg(test)]
mod tests;
