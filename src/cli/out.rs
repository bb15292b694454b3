//! Writing for people and for programs.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

use crate::corpus::Article;
use crate::text::{Span, is_visible};

/// Writes one value as a line of JSON.
///
/// # Errors
/// Gives what the writer answered.
pub(super) fn json_line(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    value.serialize(&mut Serializer::with_formatter(&mut *out, Visible))?;
    out.write_all(b"\n")
}

/// Escapes what cannot be seen: JSON itself asks for that with few controls only, and a terminal
/// heeds more.
struct Visible;

impl Formatter for Visible {
    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        out: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let mut rest = fragment;
        while let Some((at, c)) = rest.char_indices().find(|&(_, c)| !is_visible(c)) {
            out.write_all(&rest.as_bytes()[..at])?;
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}")?;
            }
            rest = &rest[at + c.len_utf8()..];
        }
        out.write_all(rest.as_bytes())
    }
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
    fn json_keeps_all_and_shows_only_what_is_seen() {
        for (text, written) in [
            ("Lâm Đồng e\u{301} 👍", "\"Lâm Đồng e\u{301} 👍\""),
            ("a\u{202E}b\u{9B}\u{7F}c", r#""a\u202eb\u009b\u007fc""#),
            ("\u{1B}[\n\u{E0041}", r#""\u001b[\n\udb40\udc41""#),
        ] {
            let mut out = Vec::new();
            json_line(&mut out, &text).unwrap();
            assert_eq!(String::from_utf8_lossy(&out), format!("{written}\n"));
            assert_eq!(serde_json::from_slice::<String>(&out).unwrap(), text);
        }
    }

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
