//! Writing for people and for programs.

use std::io::{self, Write};

use serde::Serialize;

use crate::corpus::Article;
use crate::text::Span;

/// Writes one value as a line of JSON.
///
/// # Errors
/// Gives what the writer answered.
pub(super) fn json_line(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n")
}

/// Turns byte spans of a text, sorted by start, into `[start, end]` in code points.
///
/// It walks the text once, whatever the number of spans; spans may not overlap.
pub(super) fn code_points(text: &str, spans: &[Span]) -> Vec<[usize; 2]> {
    let mut counter = Counter { text, byte: 0, points: 0 };
    spans.iter().map(|span| [counter.at(span.start), counter.at(span.end)]).collect()
}

struct Counter<'t> {
    text: &'t str,
    byte: usize,
    points: usize,
}

impl Counter<'_> {
    /// Counts on to a byte offset.
    fn at(&mut self, byte: u32) -> usize {
        let byte = byte as usize;
        self.points += self.text[self.byte..byte].chars().count();
        self.byte = byte;
        self.points
    }
}

/// Gives the date, or nothing where there is none.
pub(super) fn date(article: &Article) -> String {
    article.date.map_or_else(String::new, |date| date.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_code_points() {
        let text = "Ở Lâm Đồng 日本";
        let spans: Vec<Span> = ["Ở", "Đồng", "日本"]
            .iter()
            .filter_map(|word| text.find(word).map(|at| Span::new(at, at + word.len())))
            .collect();
        assert_eq!(code_points(text, &spans), [[0, 1], [6, 10], [11, 13]]);
    }
}
