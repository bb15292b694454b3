//! `docbao export`: articles with their mentions, for other programs.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::corpus::ArticleNo;
use crate::entity::{Corrections, Kind};
use crate::runtime::loader::Opened;
use crate::search::{Query, answering};

use super::list::ListRecord;
use super::out::json_line;
use super::searchable;
use super::tagged::{MentionRecord, Tagged, each_tagged, mention_records};

/// Tells what is exported, and in what form.
pub(super) struct Export {
    /// Only articles that have all words of it and pass its filters.
    pub(super) matching: Option<String>,
    /// The folder for a text and a file of annotations of each article; else JSON Lines are printed.
    pub(super) standoff: Option<PathBuf>,
}

#[derive(Serialize)]
struct Record<'a> {
    #[serde(flatten)]
    article: ListRecord<'a>,
    mentions: Vec<MentionRecord<'a>>,
}

/// Exports the articles in load order; tells whether there was any.
///
/// # Errors
/// Gives what the writer answered, or the file that could not be written. No file is overwritten.
pub(super) fn export(
    opened: &mut Opened,
    corrections: &Corrections,
    what: &Export,
    out: &mut impl Write,
) -> io::Result<bool> {
    let wanted = what.matching.as_ref().map(|query| {
        let on = searchable(opened, corrections.clone());
        answering(on, &Query::parse(query))
    });
    let is_wanted = |number: ArticleNo| {
        wanted.as_ref().is_none_or(|wanted| wanted.binary_search(&number).is_ok())
    };
    if let Some(folder) = &what.standoff {
        fs::create_dir_all(folder).map_err(|error| named(folder, &error))?;
    }
    let mut any = false;
    each_tagged(opened, corrections, out, |found, out| {
        if !is_wanted(found.number) {
            return Ok(());
        }
        any = true;
        match &what.standoff {
            Some(folder) => standoff(folder, found),
            None => json_line(out, &record(found)),
        }
    })?;
    Ok(any)
}

fn record(found: Tagged) -> Record {
    let article = ListRecord::new(found.number, found.article, Some(&found.article.text));
    let article = article.with_own_title();
    Record { article, mentions: mention_records(found) }
}

/// Writes the text of an article, and its mentions in the standoff form of brat: offsets in code
/// points, the entity as normalization, role and value as notes.
fn standoff(folder: &Path, found: Tagged) -> io::Result<()> {
    let stem = format!("{:06}", found.number.0);
    create(&folder.join(format!("{stem}.txt")), &found.article.text)?;
    create(&folder.join(format!("{stem}.ann")), &annotations(found))
}

fn annotations(found: Tagged) -> String {
    let (mut lines, mut notes) = (Vec::new(), 0);
    for (number, it) in (1..).zip(mention_records(found)) {
        let (kind, start, end) = (label(it.kind), it.start, it.end);
        // A line of the form may hold no other.
        let covered = it.text.replace('\n', " ");
        lines.push(format!("T{number}\t{kind} {start} {end}\t{covered}\n"));
        let (entity, canonical) = (it.entity, it.canonical);
        lines.push(format!("N{number}\tReference T{number} docbao:{entity}\t{canonical}\n"));
        for (what, said) in [("role", it.role), ("value", it.value)] {
            if let Some(said) = said {
                notes += 1;
                lines.push(format!("#{notes}\tAnnotatorNotes T{number}\t{what}: {said}\n"));
            }
        }
    }
    lines.concat()
}

/// Gives the name of a kind as the form has it: a word with a capital.
fn label(kind: Kind) -> String {
    let mut letters = kind.name().chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

fn create(path: &Path, text: &str) -> io::Result<()> {
    let mut options = OpenOptions::new();
    let file = options.write(true).create_new(true).open(path);
    let written = file.and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| named(path, &error))
}

fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
