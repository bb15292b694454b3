//! What goes from the reader to a worker and on to the collector: a few articles, numbered so that
//! their order can be restored.

use std::sync::Arc;

use crate::corpus::{Article, Diagnostic, Record, Source};

/// Represents how much the reader had read when it closed a batch.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct ReadSoFar {
    pub bytes: u64,
    pub files: u64,
}

/// Represents one thing that the reader found.
pub(super) enum Item {
    Record(Arc<Source>, Record),
    Diagnostic(Diagnostic),
}

/// Represents records that a worker is to parse.
pub(super) struct Batch {
    pub number: u64,
    pub items: Vec<Item>,
    pub so_far: ReadSoFar,
}

/// Represents what a worker made of a batch.
pub(super) struct ParsedBatch {
    pub number: u64,
    pub articles: Vec<Article>,
    pub diagnostics: Vec<Diagnostic>,
    pub so_far: ReadSoFar,
}
