//! Keeps what was computed of a corpus in a file, so that the next start reads it instead of parsing,
//! indexing and tagging again.
//!
//! A file is served only to the same program for the same inputs. Whatever is wrong
//! with it, it is as if there was none. Files that were not used for longest go when all together
//! grow too big.

mod contents;
mod file;
mod frames;
mod identity;
mod order;
mod upkeep;

use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use super::environment::cache_folder;
use super::loader::{Input, Progress};
use crate::corpus::{Diagnostic, Segment};
use crate::search::{EntityIndex, SearchSegment, Searchable};
use crate::text::clean_line;
use identity::Identity;
pub use upkeep::{Kept, clear, list};

/// Sets how much text is worth a file: less is loaded at once anyway.
const LEAST_TEXT: usize = 4 << 20;

/// Limits the bytes of all files together.
pub const MOST_BYTES: u64 = 4 << 30;

/// Limits the complaints that are kept; a corpus with more of them is read each time.
const MOST_DIAGNOSTICS: usize = 10_000;

/// Represents the file of one corpus, which is there or may be written.
#[derive(Debug)]
pub struct Cache {
    folder: PathBuf,
    least: usize,
    /// The inputs that were asked for and not found.
    missed: Mutex<Option<(Vec<Input>, Identity)>>,
}

/// Tells what is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wants {
    /// The articles, for who neither searches nor asks for entities.
    Articles,
    /// The articles with all that was computed of them.
    All,
}

/// Represents the next piece of a corpus: first come all segments, then all entities.
#[derive(Debug)]
pub enum Piece {
    /// A segment, where no more is wanted.
    Articles(Arc<Segment>),
    /// A segment with what finds in it.
    Searchable(SearchSegment),
    /// The entities of some articles.
    Entities(Arc<EntityIndex>),
}

/// Tells what was found.
#[derive(Debug)]
pub enum Answer {
    /// All segments were given; these are the complaints of the first load. When the file is
    /// damaged, some entities may be missing.
    All(Vec<Diagnostic>),
    /// Nothing, or no more than the segments with so many articles that were given.
    Articles(usize),
}

impl Cache {
    /// Gives the cache in the user's folder, if there is such a folder.
    pub fn of_user() -> Option<Self> {
        cache_folder().map(|folder| Self::new(folder, LEAST_TEXT))
    }

    /// Makes a cache in a folder, for corpora with `least` bytes of text or more.
    pub const fn new(folder: PathBuf, least: usize) -> Self {
        Self { folder, least, missed: Mutex::new(None) }
    }

    /// Gives the pieces of a corpus in load order to `take`, until that gives `false`.
    ///
    /// When not all could be read, what [`Cache::write`] is given later is that of these inputs.
    pub fn read(
        &self,
        inputs: &[Input],
        wants: Wants,
        mut take: impl FnMut(Piece, Progress) -> bool,
    ) -> Answer {
        let Some(identity) = Identity::of(inputs) else { return Answer::Articles(0) };
        let mut articles = 0;
        let mut counted = |piece, progress: Progress| {
            articles = progress.articles as usize;
            take(piece, progress)
        };
        let Some(kept) = file::open(&self.folder.join(identity.file_name()), &identity) else {
            self.miss(inputs, identity);
            return Answer::Articles(0);
        };
        let Some(corpus) = kept.segments(wants, &mut counted) else {
            self.miss(inputs, identity);
            return Answer::Articles(articles);
        };
        if wants == Wants::All && !kept.entities(&corpus, &mut counted) {
            self.miss(inputs, identity);
        }
        Answer::All(kept.contents.diagnostics)
    }

    /// Remembers what is to be written when it is computed.
    fn miss(&self, inputs: &[Input], identity: Identity) {
        let missed = Some((inputs.to_vec(), identity));
        *self.missed.lock().unwrap_or_else(PoisonError::into_inner) = missed;
    }

    /// Keeps a corpus that was asked for and not found, when it is worth it and has not changed
    /// since. Gives a complaint when that failed.
    pub fn write(&self, on: &Searchable, diagnostics: &[Diagnostic]) -> Option<Diagnostic> {
        let missed = self.missed.lock().unwrap_or_else(PoisonError::into_inner).take();
        let (inputs, identity) = missed?;
        let articles = on.segments.iter().flat_map(|part| &part.segment.articles);
        let worth = articles.map(|article| article.text.len()).sum::<usize>() >= self.least
            && diagnostics.len() < MOST_DIAGNOSTICS;
        if !worth || !identity.is_settled() || Identity::of(&inputs).as_ref() != Some(&identity) {
            return None;
        }
        let named = |error: &io::Error| {
            let shown = clean_line(&self.folder.to_string_lossy());
            Diagnostic::warning(&shown, None, &format!("what was computed is not kept: {error}"))
        };
        let written = file::write(&self.folder, &identity, on, diagnostics);
        written.and_then(|()| upkeep::limit(&self.folder, MOST_BYTES)).err().as_ref().map(named)
    }
}

#[cfg(test)]
mod tests;
