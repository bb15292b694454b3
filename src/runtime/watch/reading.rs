//! Reading one file anew: all of it, or what was added to it.

use std::fs::{File, Metadata};
use std::io::{BufReader, Seek, SeekFrom};
use std::sync::atomic::{AtomicU64, Ordering};

use super::tail::Tail;
use crate::corpus::{
    Article, ArticleNo, Comparison, Diagnostic, Parsed, Records, Revision, Severity, Source,
    Withdrawn, parse_record, unreadable,
};
use crate::runtime::limits::memory_is_short;
use crate::runtime::loader::input::Counted;
use crate::runtime::loader::work::parse_safely;

/// The buffer in front of a file.
const BUFFER: usize = 128 << 10;

/// Sets how often it is looked whether there is memory left, in articles.
const LOOK: usize = 256;

/// Represents what reading a file gave.
#[derive(Debug)]
pub(super) struct Reading {
    /// What has changed.
    pub revision: Revision,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether only what was added to it was read.
    pub added: bool,
    /// How far it was read, when it may grow.
    pub tail: Option<Tail>,
}

/// Holds what is found in the records of a file.
struct Found<'k> {
    comparison: Comparison<'k>,
    diagnostics: Vec<Diagnostic>,
    records: usize,
    /// Why the last record is no article.
    broken: Option<Diagnostic>,
}

impl Reading {
    /// Reads a file from its beginning, or from where it was read to when it has only grown, and
    /// compares it with the articles that it is known to have, or to have had.
    ///
    /// # Errors
    /// If it cannot be read to its end: then nothing is known of it.
    pub fn of(
        (mut file, now): (&File, &Metadata),
        (source, known): (&Source, &[(ArticleNo, &Article)]),
        tail: Option<&Tail>,
        withdrawn: &Withdrawn,
    ) -> Result<Self, Diagnostic> {
        let start = tail.map_or(0, |tail| tail.end);
        file.seek(SeekFrom::Start(start)).map_err(|error| unreadable(source, None, &error))?;
        let count = AtomicU64::new(start);
        let input = BufReader::with_capacity(BUFFER, Counted { inner: file, count: &count });
        // Of what was read before only what was gone may come back in what was added.
        let known = known.iter().filter(|(number, _)| tail.is_none() || withdrawn.has(*number));
        let comparison = Comparison::new(known.copied(), withdrawn);
        let mut found = Found { comparison, diagnostics: Vec::new(), records: 0, broken: None };
        let lines = match tail {
            Some(tail) => found.read(source, Records::resume(source, input, tail.lines))?,
            None => match Records::open(source, input) {
                Ok(records) => found.read(source, records)?,
                Err(diagnostic) if diagnostic.severity == Severity::Error => {
                    return Err(diagnostic);
                }
                Err(diagnostic) => {
                    found.diagnostics.push(diagnostic);
                    None
                }
            },
        };
        let read = count.load(Ordering::Relaxed);
        let (is_whole, added) = (found.broken.is_none(), tail.is_some());
        if !added && found.records == 0 && found.diagnostics.is_empty() {
            let why = "holds no articles";
            found.diagnostics.push(Diagnostic::warning(&source.shown, None, why));
        }
        let lines = lines.filter(|_| added || found.records > 0);
        let tail = lines.and_then(|lines| Tail::new(file, now, (read, lines), is_whole).ok()?);
        // A line that has no end yet is being written: what is wrong with it will be right.
        let is_half = lines.is_some() && tail.as_ref().is_none_or(|tail| tail.end < read);
        found.diagnostics.extend(found.broken.filter(|_| !is_half));
        let revision = found.comparison.finish();
        Ok(Self { revision, diagnostics: found.diagnostics, added, tail })
    }
}

impl Found<'_> {
    /// Reads records to their end; gives the lines, when more may be added to them.
    fn read(&mut self, source: &Source, mut records: Records) -> Result<Option<u64>, Diagnostic> {
        for record in records.by_ref() {
            self.records += 1;
            self.diagnostics.extend(self.broken.take());
            match record.and_then(|record| parse_safely(&record, source, parse_record)) {
                Ok(Parsed { article, warning }) => {
                    self.comparison.take(article);
                    self.diagnostics.extend(warning);
                }
                Err(diagnostic) => self.broken = Some(diagnostic),
            }
            if self.records.is_multiple_of(LOOK) && memory_is_short() {
                let why = "is not read anew: the limit on memory (ulimit) is near";
                return Err(Diagnostic::error(&source.shown, None, why));
            }
        }
        match self.broken.take_if(|_| records.is_broken()) {
            Some(diagnostic) => Err(diagnostic),
            None => Ok(records.lines()),
        }
    }
}
