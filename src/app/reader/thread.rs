//! The thread: what `n` and `N` follow through an article.

use crate::entity::EntityId;
use crate::text::Span;

use super::Way;

/// Names what a thread follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ThreadKind {
    /// The query of the search line.
    Search,
    /// What was typed to be found in this article.
    Find,
    /// An entity; the label is its name.
    Entity(EntityId),
}

/// Represents a thread within one article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thread {
    /// What it follows.
    pub kind: ThreadKind,
    /// The query, or the entity's name.
    pub label: String,
    /// The places, sorted and apart.
    pub spans: Vec<Span>,
    /// The place where one is.
    pub at: Option<usize>,
    /// Whether it has gone on into another article: then it does so again without asking.
    pub crosses: bool,
    /// From which side it came into the article, as long as its places are not known.
    pub entered: Option<Way>,
    /// The place of the article among those that it goes through, from 0, and their number.
    pub article: Option<(usize, usize)>,
}

impl Thread {
    /// Moves to the next place and gives it; from nowhere, to the first one from `from` on.
    ///
    /// Gives `None` after the last.
    pub fn next(&mut self, from: u32) -> Option<Span> {
        let next = match self.at {
            Some(at) => at + 1,
            None => self.spans.partition_point(|span| span.end <= from) % self.spans.len().max(1),
        };
        self.go(next)
    }

    /// Moves to the place before and gives it; from nowhere, to the last one before `from`.
    ///
    /// Gives `None` before the first.
    pub fn previous(&mut self, from: u32) -> Option<Span> {
        let here = self.at.unwrap_or_else(|| self.spans.partition_point(|span| span.start < from));
        self.go(here.checked_sub(1)?)
    }

    /// Moves to the place that shares a byte with `span`, or else the first after it.
    pub fn go_to(&mut self, span: Span) -> Option<Span> {
        self.go(self.spans.partition_point(|other| other.end <= span.start))
    }

    fn go(&mut self, index: usize) -> Option<Span> {
        let span = *self.spans.get(index)?;
        self.at = Some(index);
        Some(span)
    }
}
