//! One line of text around a mention, so that many can be compared at a glance.

use crate::corpus::Article;
use crate::text::{Span, cut, cut_to_end, width};

/// Represents a mention with what stands around it, on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What stands before it, as much as fits.
    pub before: String,
    /// The mention.
    pub mention: String,
    /// What stands after it, as much as fits.
    pub after: String,
}

/// Gives a mention with `left` columns before it and what fits of `columns` after it.
pub fn line(article: &Article, span: Span, left: usize, columns: usize) -> Line {
    let text = &*article.text;
    // Four bytes a letter at most, and marks take none of the room.
    let reach = columns * 8;
    let start = text.floor_char_boundary((span.start as usize).saturating_sub(reach));
    let end = text.ceil_char_boundary((span.end as usize + reach).min(text.len()));
    let before = flat(&text[start..span.start as usize]);
    let mention = cut(&flat(span.of(text)), columns).to_owned();
    let rest = columns.saturating_sub(left + width(&mention));
    let after = flat(&text[span.end as usize..end]);
    Line {
        before: cut_to_end(&before, left).to_owned(),
        after: cut(&after, rest).to_owned(),
        mention,
    }
}

/// Writes text on one line: white space of any kind and length is one space.
fn flat(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for letter in text.chars() {
        if !letter.is_whitespace() {
            line.push(letter);
        } else if !line.ends_with(' ') {
            line.push(' ');
        }
    }
    line
}
