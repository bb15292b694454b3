//! Articles with the marks of their entities, as `assets/entities/training` keeps them.

use super::super::hash;
use super::super::{Kind, Mention};
use crate::text::Span;

/// Represents an article with its marked entities, sorted by start.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Article {
    /// The text without marks.
    pub text: String,
    /// What is marked in it.
    pub marks: Vec<Mention>,
}

/// The letters of the marks, in the order of the kinds.
const CODES: &str = "POLRWDMQE";

/// Reads articles that begin with a line `=== ...`, with marks such as `{P name}`.
pub fn read_marked(data: &str) -> Vec<Article> {
    let blocks = data.split("=== ").skip(1);
    blocks.map(|block| unmark(block.split_once('\n').map_or("", |(_, body)| body))).collect()
}

fn unmark(body: &str) -> Article {
    let mut article = Article::default();
    let mut rest = body;
    while let Some((before, after)) = rest.split_once('{') {
        article.text.push_str(before);
        let Some((mark, tail)) = after.split_once('}') else { break };
        let (code, name) = mark.split_once(' ').unwrap_or(("", mark));
        let start = article.text.len();
        article.text.push_str(name);
        if let Some(index) = CODES.find(code).filter(|_| code.len() == 1) {
            let span = Span::new(start, article.text.len());
            article.marks.push(Mention { span, kind: Kind::ALL[index] });
        }
        rest = tail;
    }
    article.text.push_str(rest);
    article
}

/// Gives the hash of the files of a corpus, in the given order.
pub fn corpus_hash<'a>(files: impl IntoIterator<Item = &'a str>) -> u64 {
    files.into_iter().fold(0, |sum, file| hash::mix(sum, hash::bytes(file.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read() {
        let articles = read_marked("=== domain=a date=none\n{D Ngày 2/9} tại {L Huế}.\n=== b\nx\n");
        assert_eq!(articles.len(), 2);
        assert_eq!(articles[0].text, "Ngày 2/9 tại Huế.\n");
        let found: Vec<_> =
            articles[0].marks.iter().map(|m| (m.span.of(&articles[0].text), m.kind)).collect();
        assert_eq!(found, [("Ngày 2/9", Kind::Date), ("Huế", Kind::Location)]);
        assert!(articles[1].marks.is_empty());
    }
}
