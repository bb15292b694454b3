//! Variants of the training articles, which teach what their authors wrote too seldom.

use super::super::{Kind, Mention, hash};
use super::Article;
use crate::text::Span;

/// The words that stand before a person's name in speech and are no part of it.
const ADDRESSES: [&str; 14] =
    ["ông", "bà", "anh", "chị", "em", "cô", "chú", "bác", "cháu", "bé", "thầy", "cậu", "cụ", "dì"];

/// Gives the lines of an article that name persons after a word of address, each without that word
/// and with the last part of the name alone: reportage calls people `Giang`, not `ông Giang`.
pub(super) fn bare_names(article: &Article) -> Article {
    let mut variant = Article::default();
    let mut start = 0;
    for line in article.text.split_inclusive('\n') {
        let end = start + line.len();
        let marks = article.marks.iter().filter(|mark| {
            let range = mark.span.range();
            start <= range.start && range.end <= end
        });
        let marks: Vec<Mention> = marks.copied().collect();
        let addressed = |mark: &&Mention| {
            mark.kind == Kind::Person
                && address(&article.text[start..mark.span.range().start]).is_some()
        };
        if marks.iter().any(|mark| addressed(&mark)) {
            shorten(&article.text[..end], start, &marks, &mut variant);
        }
        start = end;
    }
    variant
}

/// Adds a line, from `start` to the end of the text, without the words of address.
fn shorten(text: &str, start: usize, marks: &[Mention], variant: &mut Article) {
    let mut at = start;
    for mark in marks {
        let range = mark.span.range();
        let before = &text[at..range.start];
        let mut name = text[range.clone()].to_owned();
        let address = address(before).filter(|_| mark.kind == Kind::Person);
        variant.text.push_str(&before[..address.unwrap_or(before.len())]);
        if address.is_some() {
            name = given(&name, text[range.end..].starts_with('.'));
        }
        let from = variant.text.len();
        variant.text.push_str(&name);
        variant.marks.push(Mention { span: Span::new(from, variant.text.len()), kind: mark.kind });
        at = range.end;
    }
    variant.text.push_str(&text[at..]);
}

/// Gives the last part of a name, or for one name in three its first letter with a dot, as the press
/// writes of those whom it protects; a dot that closes the sentence is no part of it.
fn given(name: &str, closed: bool) -> String {
    let last = name.rsplit(' ').next().unwrap_or(name);
    match last.chars().next() {
        Some(letter) if hash::bytes(name.as_bytes()).is_multiple_of(3) => {
            format!("{letter}{}", if closed { "" } else { "." })
        }
        _ => last.to_owned(),
    }
}

/// Finds where the word of address begins that a text ends with.
fn address(text: &str) -> Option<usize> {
    let word = text.strip_suffix(' ')?;
    let start = word
        .rfind([' ', '\n', '"', '“', '('])
        .map_or(0, |at| at + word[at..].chars().next().map_or(1, char::len_utf8));
    ADDRESSES.contains(&word[start..].to_lowercase().as_str()).then_some(start)
}

#[cfg(test)]
mod tests {
    use super::super::read_marked;
    use super::*;

    #[test]
    fn addressed_persons_lose_the_address() {
        for (marked, text, names) in [
            ("Ông {P Phạm Sơn} ở {L Huế}.\nx\n", "S. ở Huế.\n", vec!["S.", "Huế"]),
            ("Ông {P Trần Hà} ở {L Huế}.\nx\n", "Hà ở Huế.\n", vec!["Hà", "Huế"]),
            ("Gặp ông {P Phạm Sơn}.\nx\n", "Gặp S.\n", vec!["S"]),
            ("Theo chị {P H.}, {P Lê Na} nói\n", "Theo H., Lê Na nói\n", vec!["H.", "Lê Na"]),
            ("{P Lê Na} nói\n", "", vec![]),
        ] {
            let articles = read_marked(&format!("=== domain=a date=none\n{marked}"));
            let variant = bare_names(&articles[0]);
            let found: Vec<_> = variant.marks.iter().map(|m| m.span.of(&variant.text)).collect();
            assert_eq!((variant.text.as_str(), found), (text, names));
        }
    }
    #[test]
    fn some_names_become_a_letter() {
        let names = ["Lê Na", "Phạm Sơn", "Trần Hà", "Nguyễn An", "Võ Bình", "Đỗ Mai", "Hồ Lan"];
        let given = names.map(|name| given(name, false));
        let short = ["N.", "S.", "H.", "A.", "B.", "M.", "L."];
        let count = given.iter().zip(short).filter(|(given, short)| given == short).count();
        let whole = given.iter().zip(names).filter(|(given, name)| name.ends_with(*given)).count();
        assert!(count > 0 && whole > count && count + whole == names.len(), "{given:?}");
    }
}
