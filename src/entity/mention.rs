//! A place in a text that speaks of an entity.

use super::Kind;
use crate::text::Span;

/// Represents a stretch of an article's text that speaks of an entity.
///
/// Mentions of one article are sorted by start and never overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Mention {
    /// Where it stands, in bytes of the article's text.
    pub span: Span,
    /// What it speaks of.
    pub kind: Kind,
}
