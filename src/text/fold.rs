//! Folding: text without case and marks, with a way back to the text that it came from.
//!
//! Every matcher of the program works on folded text only, because no matcher that there is folds
//! Vietnamese. Each character of clean text folds to one character or to none (a mark that stands
//! alone), so the way back needs one stored offset for each [`STRIDE`] bytes, not one for each.

use unicode_normalization::char::is_combining_mark;

use super::{Mark, Span, ToneSet, letter};

/// Sets how many folded bytes lie between two stored offsets.
const STRIDE: usize = 32;

/// Represents a folded text and the way back to its source.
#[derive(Debug, Clone, Default)]
pub struct Folded {
    text: Box<str>,
    /// For each multiple of [`STRIDE`]: the source offset of the first folded character that
    /// starts there or after.
    anchors: Box<[u32]>,
}

/// Folds one character: no case, no marks; nothing for a mark that stands alone.
pub fn fold_char(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(c.to_ascii_lowercase());
    }
    match c {
        '\u{A0}' => Some(' '),
        '’' | '‘' => Some('\''),
        '“' | '”' => Some('"'),
        '–' | '—' | '‑' => Some('-'),
        _ => {
            let taken = letter(c);
            let bare = taken.mark == Mark::None && taken.tone == ToneSet::NONE;
            (!(bare && is_combining_mark(c))).then_some(taken.base)
        }
    }
}

/// Folds a text of which no way back is needed.
pub fn fold_str(text: &str) -> String {
    text.chars().filter_map(fold_char).collect()
}

/// Folds a text.
pub fn fold(source: &str) -> Folded {
    let mut text = String::with_capacity(source.len());
    let mut anchors = Vec::with_capacity(source.len() / STRIDE + 1);
    for (at, c) in source.char_indices() {
        if let Some(folded) = fold_char(c) {
            if text.len() >= anchors.len() * STRIDE {
                anchors.push(at as u32);
            }
            text.push(folded);
        }
    }
    Folded { text: text.into_boxed_str(), anchors: anchors.into_boxed_slice() }
}

impl Folded {
    /// Gives the folded text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Finds the stretch of `source` that the folded bytes `start..end` came from.
    ///
    /// `source` must be the text that was folded. Marks that follow the last character and folded
    /// to nothing belong to it, so a highlight never parts a letter from its marks.
    pub fn to_source(&self, source: &str, folded: Span) -> Span {
        let start = self.source_offset(source, folded.start as usize);
        if folded.is_empty() {
            return Span::new(start, start);
        }
        Span::new(start, source_end(source, start, folded.len()))
    }

    /// Finds the source offset of the folded character at `at`.
    fn source_offset(&self, source: &str, at: usize) -> usize {
        let (mut folded, from) = self.anchor_before(at);
        for (offset, c) in source[from..].char_indices() {
            let Some(piece) = fold_char(c) else { continue };
            if folded >= at {
                return from + offset;
            }
            folded += piece.len_utf8();
        }
        source.len()
    }

    /// Finds the folded and source offsets of the nearest anchor not after `at`.
    fn anchor_before(&self, at: usize) -> (usize, usize) {
        let mut index = (at / STRIDE).min(self.anchors.len().saturating_sub(1));
        loop {
            let folded = self.text.ceil_char_boundary(index * STRIDE);
            if folded <= at || index == 0 {
                let source = self.anchors.get(index).copied().unwrap_or(0);
                return (folded, source as usize);
            }
            index -= 1;
        }
    }
}

/// Walks from `start` over `length` folded bytes and the marks behind them.
fn source_end(source: &str, start: usize, length: usize) -> usize {
    let mut left = length;
    for (offset, c) in source[start..].char_indices() {
        match fold_char(c) {
            Some(_) if left == 0 => return start + offset,
            Some(piece) => left = left.saturating_sub(piece.len_utf8()),
            None => {}
        }
    }
    source.len()
}

#[cfg(test)]
mod tests;
