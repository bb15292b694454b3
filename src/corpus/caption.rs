//! Photo captions: lines, or last sentences of lines, that end in a photo credit (`Ảnh: NAME`).
//! A paragraph that only speaks of a photo is not one.

use super::lines::lines;
use super::sentence::sentence_end;
use crate::text::Span;

/// The bytes at the end of a line in which a credit can stand.
const CREDIT_WINDOW: usize = 280;
/// The bytes before `ảnh` in which the word before it is looked for.
const WORD_WINDOW: usize = 64;
/// The bytes before a credit in which the start of its sentence is looked for.
const SENTENCE_WINDOW: usize = 700;
/// The longest line that is a caption as a whole, in characters before the credit.
const WHOLE_LINE: usize = 350;
/// The words of the longest credit (`Ảnh: Phòng Cảnh sát giao thông Công an tỉnh cung cấp`).
const CREDIT_WORDS: usize = 12;

/// Words before `ảnh` that make another noun or verb of it.
const NOT_A_CREDIT: [&str; 22] = [
    "hình", "điện", "nhiếp", "bức", "tấm", "chùm", "viên", "chụp", "loạt", "màn", "xem", "bộ",
    "những", "các", "tin", "bài", "tin-", "bài-", "nhóm", "và", "kèm", "khung",
];
/// Words that begin what stands after `Ảnh` instead of a name.
const CREDIT_NOTES: [&str; 10] =
    ["minh", "chụp", "tư", "cắt", "do", "chỉ", "internet", "lấy", "nhân", "sưu"];

/// Finds the captions of a body, in reading order.
pub(super) fn captions(text: &str, body: Span) -> Vec<Span> {
    lines(text, body)
        .filter_map(|line| {
            let start = caption_start(line.of(text))?;
            Some(Span::new(line.start as usize + start, line.end as usize))
        })
        .collect()
}

/// Tells whether a line is a caption as a whole.
pub(super) fn is_caption(line: &str) -> bool {
    caption_start(line) == Some(0)
}

/// Finds where the caption starts in a line that ends in one.
///
/// A short line is a caption as a whole. Of a long paragraph that has a caption glued to its end,
/// the caption is the last sentence, or the bare credit when that sentence is too long for one.
fn caption_start(line: &str) -> Option<usize> {
    let credit = credit_start(line)?;
    let before = line[..credit].trim_end_matches([' ', '(', '-', '–', '[']);
    let window = before.len() - tail(before, SENTENCE_WINDOW).len();
    let starts = sentence_starts(before, window);
    if window == 0 && starts.len() <= 3 && before.chars().count() <= WHOLE_LINE {
        return Some(0);
    }
    let last = *starts.last()?;
    let own_sentence = last > window && before.len() - last < SENTENCE_WINDOW / 2;
    let bare = line[..credit].trim_end_matches(['(', '[']).len();
    Some(if own_sentence { last } else { bare })
}

/// Gives the last bytes of a text, at most `length`, from a character border on.
fn tail(text: &str, length: usize) -> &str {
    let mut start = text.len().saturating_sub(length);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}

/// Gives where the sentences of `text[from..]` start.
fn sentence_starts(text: &str, from: usize) -> Vec<usize> {
    let mut starts = vec![from];
    let mut at = from;
    while at < text.len() {
        let end = sentence_end(text, at);
        at = end + (text[end..].len() - text[end..].trim_start().len());
        if at < text.len() {
            starts.push(at);
        }
    }
    starts
}

/// Represents the word `ảnh` in a line, and what stands on its sides.
#[derive(Clone, Copy)]
struct Mark<'a> {
    before: &'a str,
    word: &'a str,
    after: &'a str,
}

/// Finds the byte where the photo credit at the end of a line starts.
fn credit_start(line: &str) -> Option<usize> {
    let window = line.len() - tail(line, CREDIT_WINDOW).len();
    let letters = line[window..].char_indices().filter(|(_, c)| matches!(c, 'ả' | 'Ả'));
    letters.map(|(index, _)| window + index).find_map(|at| {
        let word = line.get(at..at + "ảnh".len())?;
        let after = &line[at + word.len()..];
        let mark = Mark { before: &line[..at], word, after };
        mark.is_credit().then(|| mark.start())
    })
}

impl Mark<'_> {
    /// Gives the byte where the credit starts: at `Nguồn`, when the mark is `Nguồn ảnh`.
    fn start(self) -> usize {
        let before = self.before.trim_end();
        let source = before.strip_suffix("Nguồn").or_else(|| before.strip_suffix("nguồn"));
        source.map_or(self.before.len(), str::len)
    }

    /// Tells whether a photo credit begins here and takes the rest of the line.
    fn is_credit(self) -> bool {
        let Self { before, word, after } = self;
        let is_word = word.ends_with("nh") || word.ends_with("NH");
        let inside =
            before.ends_with(char::is_alphanumeric) || after.starts_with(char::is_alphanumeric);
        if !is_word || inside || NOT_A_CREDIT.contains(&&*self.previous()) {
            return false;
        }
        let after = after.trim_end_matches(|c: char| c.is_whitespace() || ".)]\"”…|".contains(c));
        match after.find(':').filter(|&at| after[..at].split_whitespace().count() <= 3) {
            Some(at) => self.may_have_colon() && is_name(&after[at + 1..]),
            None => self.may_lack_colon() && is_note(after),
        }
    }

    /// Gives the word before, in lower case and without its punctuation.
    fn previous(self) -> String {
        let near = tail(self.before, WORD_WINDOW);
        let word = near.split_whitespace().next_back().unwrap_or_default();
        word.trim_matches(|c: char| ",;/&(“\"-–".contains(c)).to_lowercase()
    }

    /// Tells whether `ảnh:` can be a credit here: in lower case only at a border.
    fn may_have_colon(self) -> bool {
        let before = self.before.trim_end();
        let border = before.is_empty() || before.ends_with(['(', '[', '-', '–']);
        border || self.word.starts_with('Ả') || self.previous() == "nguồn"
    }

    /// Tells whether a bare `Ảnh` can be a credit here: after another clause, or in brackets.
    fn may_lack_colon(self) -> bool {
        let before = self.before.trim_end();
        let border = before.is_empty() || before.ends_with(|c| ".?!…-–”\",;".contains(c));
        before.ends_with(['(', '[']) || border && self.word.starts_with('Ả')
    }
}

/// Tells whether the text after `Ảnh:` is short enough for names, and one clause.
fn is_name(text: &str) -> bool {
    let text = text.trim();
    text.split_whitespace().count() <= CREDIT_WORDS && sentence_end(text, 0) == text.len()
}

/// Tells whether the text after a bare `Ảnh` is a name (`AFP`) or a note (`minh họa`).
fn is_note(text: &str) -> bool {
    let count = text.split_whitespace().count();
    let first = text.split_whitespace().next().unwrap_or_default().to_lowercase();
    let note = count <= 8 && CREDIT_NOTES.contains(&&*first);
    let is_part = |word: &str| !word.starts_with(char::is_lowercase);
    let name = (1..=5).contains(&count) && text.split_whitespace().all(is_part);
    (note || name) && sentence_end(text.trim(), 0) == text.trim().len()
}

#[cfg(test)]
mod tests;
