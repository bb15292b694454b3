//! The stretch of a text that shows a match: about two lines of whole words, from one line of the
//! text.

use crate::text::{Span, cut, cut_to_end};

/// Sets how many columns a snippet takes, at most.
const COLUMNS: usize = 160;

/// Sets how many of them may lie before the match.
const BEFORE: usize = 60;

/// Cuts the snippet that shows the stretch `shown`, or its beginning when it is long.
pub(super) fn snippet(text: &str, shown: Span) -> Span {
    let shown = shown.range();
    let line_start = text[..shown.start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[shown.start..].find('\n').map_or(text.len(), |at| shown.start + at);
    let start = line_end - cut_to_end(&text[line_start..line_end], COLUMNS).len();
    let start = start.min(shown.start - cut_to_end(&text[line_start..shown.start], BEFORE).len());
    let start = to_word_start(text, line_start, start, shown.start);
    let end = start + cut(&text[start..line_end], COLUMNS).len();
    let end = to_word_end(text, line_end, end, start);
    let cut_text = &text[start..end];
    let start = start + (cut_text.len() - cut_text.trim_start().len());
    Span::new(start, start + text[start..end].trim_end().len())
}

/// Moves the start forward to that of a sentence or a word, not beyond `limit`.
fn to_word_start(text: &str, line_start: usize, start: usize, limit: usize) -> usize {
    if start == line_start {
        return start;
    }
    let before = &text[start..limit];
    let sentence = before.rfind(". ").map(|at| start + at + 2);
    let word = || before.find(char::is_whitespace).map(|at| start + at);
    sentence.or_else(word).unwrap_or(limit)
}

/// Moves the end back to that of a word, unless none ends before.
fn to_word_end(text: &str, line_end: usize, end: usize, start: usize) -> usize {
    if end == line_end || text[end..].starts_with(char::is_whitespace) {
        return end;
    }
    text[start..end].rfind(char::is_whitespace).map_or(end, |at| start + at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{clean, width};

    fn check(text: &str, shown: &str, starts: &str, ends: &str) {
        let text = clean(text);
        let at = text.find(shown).unwrap();
        let found = snippet(&text, Span::new(at, at + shown.len())).of(&text);
        assert!(found.starts_with(starts) && found.ends_with(ends), "{shown}: {found:?}");
        assert!(found.contains(shown) && width(found) <= COLUMNS, "{found:?}");
    }

    #[test]
    fn shows_whole_words_of_one_line() {
        check("Một.\n Hai ba \nbốn", "ba", "Hai", "ba");
        check("ba", "ba", "ba", "ba");
        let long = "một hai ba bốn ".repeat(40);
        check(&format!("{long}đây {long}"), "đây", "hai ba bốn một", "hai");
        check(&format!("{long}đây"), "đây", "", "bốn đây");
        check(&format!("{long}rồi. Ở đây {long}"), "đây", "Ở đây", "một");
        check(&format!("đây {long}"), "đây", "đây một", "một");
        check(&format!("{}đây{}", "x".repeat(300), "y".repeat(300)), "đây", "đây", "y");
    }
}
