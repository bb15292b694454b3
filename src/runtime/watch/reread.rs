//! Reads files anew that have changed, and compares what they hold with what they held.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::fs::symlink_metadata;
use std::io::ErrorKind;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::reading::Reading;
use super::tail::Tail;
use crate::app::Reread;
use crate::corpus::{
    Arrived, Article, ArticleNo, Changes, Diagnostic, Segment, Source, unreadable,
};
use crate::runtime::loader::input::open;
use crate::runtime::loader::walk::{Found, Walk};

/// Reads files anew, and remembers how far it read those that grow.
#[derive(Debug, Default)]
pub(in crate::runtime) struct Rereader {
    tails: HashMap<PathBuf, Tail>,
}

/// Represents the articles that each file has, or has had, by its name as it is shown.
type Known<'c> = HashMap<&'c str, Vec<(ArticleNo, &'c Article)>>;

/// Holds what is found out.
struct Work<'j> {
    job: &'j Reread,
    known: Known<'j>,
    /// The files that are still there, or of which that cannot be told.
    there: HashSet<String>,
    /// The folders of which that cannot be told.
    unknown: Vec<PathBuf>,
    fresh: Vec<Article>,
    changes: Changes,
}

impl Rereader {
    /// Reads what has changed.
    pub fn reread(&mut self, job: &Reread) -> Changes {
        let mut work = Work {
            job,
            known: known(job),
            there: HashSet::new(),
            unknown: Vec::new(),
            fresh: Vec::new(),
            changes: Changes::default(),
        };
        for path in &job.paths {
            self.reread_path(path, &mut work);
        }
        work.finish()
    }

    /// Reads a file, or the files of a folder.
    fn reread_path(&mut self, path: &Path, work: &mut Work) {
        if symlink_metadata(path).is_err_and(|error| error.kind() == ErrorKind::NotFound) {
            return;
        }
        for found in Walk::of_entry(path.to_owned()) {
            match found {
                Found::File(file, _) => self.reread_file(&file, work),
                Found::Skipped(at, why) => {
                    work.complain(Diagnostic::warning(&source(&at).shown, None, &why));
                }
                Found::Failed(at, why) => {
                    work.complain(Diagnostic::error(&source(&at).shown, None, &why));
                    work.unknown.push(PathBuf::from(&*source(&at).shown));
                }
            }
        }
    }

    /// Reads a file, unless it is as it was when it was read last.
    fn reread_file(&mut self, path: &Path, work: &mut Work) {
        let source = source(path);
        let read = open(path).and_then(|file| Ok((file.metadata()?, file)));
        let (now, file) = match read {
            Err(error) if error.kind() == ErrorKind::NotFound => return,
            Err(error) => {
                work.there.insert(source.shown.to_string());
                return work.complain(unreadable(&source, None, &error));
            }
            Ok((file, now)) => (file, now),
        };
        if !work.there.insert(source.shown.to_string()) {
            return;
        }
        let known = work.known.get(source.shown.as_str()).map_or(&[][..], Vec::as_slice);
        let tail = self.tails.remove(path);
        if let Some(tail) = tail.as_ref().filter(|tail| tail.is_untouched(&now)) {
            self.tails.insert(path.to_owned(), tail.clone());
            return;
        }
        let tail = tail.filter(|tail| tail.has_grown(&file, &now));
        let tail = tail.as_ref();
        let reading = || Reading::of((&file, &now), (&source, known), tail, &work.job.withdrawn);
        // Nothing that is kept changes while a file is read.
        let reading = catch_unwind(AssertUnwindSafe(reading)).unwrap_or_else(|_| {
            let why = "is not read anew: its reader failed (a bug)";
            Err(Diagnostic::error(&source.shown, None, why))
        });
        match reading {
            Ok(reading) => {
                self.tails.extend(reading.tail.clone().map(|tail| (path.to_owned(), tail)));
                work.take(reading, &source);
            }
            Err(diagnostic) => work.complain(diagnostic),
        }
    }
}

impl Work<'_> {
    /// Tells what is wrong with a file, in the stead of what was wrong with it before.
    fn complain(&mut self, diagnostic: Diagnostic) {
        self.changes.files.push(diagnostic.file.clone());
        self.changes.diagnostics.push(diagnostic);
    }

    /// Gives the number of a new article.
    fn number(&self, at: usize) -> ArticleNo {
        ArticleNo((self.job.corpus.len() + at) as u32)
    }

    /// Takes in what became of a file.
    fn take(&mut self, reading: Reading, source: &Source) {
        let before = self.fresh.len();
        let became = |arrived| match arrived {
            Arrived::New(at) => self.number(before + at),
            Arrived::Back(number) => number,
        };
        let gone = reading.revision.gone.into_iter();
        let gone: Vec<_> = gone.map(|(number, instead)| (number, instead.map(became))).collect();
        self.changes.gone.extend(gone);
        self.changes.back.extend(reading.revision.back);
        self.changes.diagnostics.extend(reading.diagnostics);
        self.fresh.extend(reading.revision.fresh);
        if !reading.added {
            self.changes.files.push(source.shown.clone());
        }
    }

    /// Takes out the articles of files that are no more, and gives all that has changed.
    fn finish(mut self) -> Changes {
        for (file, articles) in &self.known {
            let unknown = self.unknown.iter().any(|folder| Path::new(file).starts_with(folder));
            if self.there.contains(*file) || unknown {
                continue;
            }
            let withdrawn = &self.job.withdrawn;
            let left = articles.iter().filter(|(number, _)| !withdrawn.has(*number));
            self.changes.gone.extend(left.map(|(number, _)| (*number, None)));
            self.changes.files.extend(articles.first().map(|(_, article)| article.source.clone()));
        }
        // What only ever gave complaints has no articles.
        let missing = self.job.paths.iter().filter(|path| !path.exists());
        self.changes.files.extend(missing.map(|path| source(path).shown));
        self.changes.gone.sort_unstable();
        if !self.fresh.is_empty() {
            let (first, articles) = (self.number(0), std::mem::take(&mut self.fresh).into());
            self.changes.segment = Some(Arc::new(Segment { first, articles }));
        }
        self.changes
    }
}

/// Gives the articles of the files that may have changed, those that were withdrawn too.
fn known(job: &Reread) -> Known<'_> {
    let paths: BTreeSet<PathBuf> =
        job.paths.iter().map(|path| PathBuf::from(&*source(path).shown)).collect();
    let may_have_changed = |file: &Path| file.ancestors().any(|path| paths.contains(path));
    let mut known = Known::new();
    let mut last = (None, false);
    for (number, article) in job.corpus.iter() {
        let file = &*article.source;
        if last.0 != Some(file) {
            last = (Some(file), may_have_changed(Path::new(file)));
        }
        if last.1 {
            known.entry(file).or_default().push((number, article));
        }
    }
    known
}

/// Gives the names of a file, as the loader does.
fn source(path: &Path) -> Source {
    Source::new(&path.to_string_lossy())
}

#[cfg(test)]
mod tests;
