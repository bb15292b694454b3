//! Lines and trimmed stretches of a text as spans, so that no part of an article is copied.

use crate::text::Span;

/// Gives the span without the white space at both ends.
pub(super) fn trimmed(text: &str, span: Span) -> Span {
    let part = span.of(text);
    let start = span.start as usize + (part.len() - part.trim_start().len());
    Span::new(start, start + part.trim().len())
}

/// Gives the lines of a span that are not blank, each without white space at its ends.
pub(super) fn lines(text: &str, span: Span) -> impl DoubleEndedIterator<Item = Span> {
    let start = text.as_ptr() as usize;
    span.of(text).split('\n').map(str::trim).filter(|line| !line.is_empty()).map(move |line| {
        let from = line.as_ptr() as usize - start;
        Span::new(from, from + line.len())
    })
}

#[cfg(test)]
mod tests {
    use super::{lines, trimmed};
    use crate::text::Span;
    use proptest::prelude::*;

    fn check(text: &str, expected: &[&str]) {
        let all = Span::new(0, text.len());
        let found: Vec<_> = lines(text, all).map(|line| line.of(text)).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn lines_are_trimmed_and_never_blank() {
        check("", &[]);
        check("\n \n", &[]);
        check("một\n\n  hai \nba", &["một", "hai", "ba"]);
        check("\u{a0}một\u{a0}\n", &["một"]);
    }

    proptest! {
        #[test]
        fn lines_hold_all_the_words(text in "[a-zếđ \n\u{a0}]{0,40}") {
            let all = Span::new(0, text.len());
            let joined: Vec<_> = lines(&text, all).map(|line| line.of(&text)).collect();
            let words: Vec<_> = joined.iter().flat_map(|line| line.split_whitespace()).collect();
            prop_assert_eq!(words, text.split_whitespace().collect::<Vec<_>>());
            prop_assert_eq!(trimmed(&text, all).of(&text), text.trim());
        }
    }
}
