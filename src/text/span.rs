//! A stretch of text, as byte offsets.

use std::ops::Range;

/// Represents the bytes `start..end` of a text; both lie on character borders of that text.
///
/// Offsets are `u32`: an article of 4 GiB or more is refused at the door.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
}

impl Span {
    /// Makes the span `start..end` of byte offsets.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }

    /// Gives the offsets as a range that can index a string.
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Gives the text that the span covers.
    ///
    /// # Panics
    /// If the span does not lie on character borders of `text`.
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// Gives the lines of the stretch, blank ones too, without their line breaks.
    pub fn lines(self, text: &str) -> impl Iterator<Item = Self> + '_ {
        let mut at = self.start as usize;
        self.of(text).split('\n').map(move |line| {
            let span = Self::new(at, at + line.len());
            at = span.end as usize + 1;
            span
        })
    }

    /// Gives the length in bytes.
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Tells whether the span covers nothing.
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Tells whether the two spans share a byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Tells whether `other` lies wholly inside.
    pub const fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}
