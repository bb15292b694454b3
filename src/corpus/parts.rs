//! Puts an article together from what a format gives: cleans the text and finds its parts.

use super::byline::byline;
use super::caption::captions;
use super::lines::{lines, trimmed};
use super::title::{derived_title, first_line_title};
use super::{Article, ArticleKey, Date, TitleOrigin};
use crate::text::{CleanText, Span, clean, cut, single_spaced};

/// Represents what a format knows of an article; `title`, `text` and `url` are outside text.
pub(super) struct Parts<'a> {
    pub id: CleanText,
    pub source: CleanText,
    pub title: Option<&'a str>,
    pub text: &'a str,
    pub date: Option<Date>,
    pub url: Option<&'a str>,
}

/// Represents where title and body lie in a text.
struct Layout {
    title: Option<Span>,
    body: Span,
}

/// The columns of the longest title: of 700,000 articles the longest one had 255.
const LONGEST_TITLE: usize = 300;

impl Parts<'_> {
    /// Makes the article; gives nothing when there is no text.
    pub fn assemble(self) -> Option<Article> {
        let (text, layout) = self.lay_out()?;
        let Layout { title, body } = layout;
        let captions = captions(&text, body);
        let origin = if title.is_some() { TitleOrigin::Given } else { TitleOrigin::Derived };
        Some(Article {
            id: self.id,
            source: self.source,
            title: title.unwrap_or_else(|| derived_title(&text, body, &captions)),
            title_origin: origin,
            body,
            date: self.date,
            url: self.url.map(str::trim).filter(|url| !url.is_empty()).map(clean),
            byline: byline(&text, body, &captions),
            captions,
            words: body.of(&text).split_whitespace().count() as u32,
            key: ArticleKey::of(&text),
            text,
        })
    }

    /// Cleans the text, with the title before it when it does not begin with it.
    fn lay_out(&self) -> Option<(CleanText, Layout)> {
        let title = self.title.and_then(one_line);
        let Some(title) = title else {
            let text = clean(self.text.trim());
            let body = whole(&text)?;
            let layout = match first_line_title(&text, body) {
                Some(title) => below(&text, title, body),
                None => Layout { title: None, body },
            };
            return Some((text, layout));
        };
        let raw = self.text.trim();
        if raw.is_empty() {
            return None;
        }
        let first = raw.lines().next().unwrap_or_default();
        // Many articles are one long line: it is not cleaned twice only to be compared.
        let may_be = first.len() <= 4 * title.len();
        let text = if may_be && same_words(&clean(first), &title) {
            clean(raw)
        } else {
            joined(&title, raw)
        };
        let all = whole(&text)?;
        let title = bounded(&text, lines(&text, all).next()?);
        let layout = below(&text, title, all);
        Some((text, layout))
    }
}

/// Cuts a title that is longer than any; the rest of it stays in the body.
fn bounded(text: &str, title: Span) -> Span {
    let kept = cut(title.of(text), LONGEST_TITLE);
    if kept.len() == title.len() {
        return title;
    }
    let end = kept.rfind(char::is_whitespace).filter(|&at| at > 0).unwrap_or(kept.len());
    Span::new(title.start as usize, title.start as usize + end)
}

/// Gives the text as a span without the white space around it; nothing for blank or too long text.
fn whole(text: &str) -> Option<Span> {
    let fits = u32::try_from(text.len()).is_ok();
    let all = if fits { trimmed(text, Span::new(0, text.len())) } else { Span::default() };
    (!all.is_empty()).then_some(all)
}

/// Makes the layout with a title line and the text below it; a title without any is the body too.
fn below(text: &str, title: Span, all: Span) -> Layout {
    let rest = trimmed(text, Span { start: title.end, end: all.end });
    Layout { title: Some(title), body: if rest.is_empty() { all } else { rest } }
}

/// Cleans a title and takes its line breaks out; gives nothing when it is blank.
fn one_line(title: &str) -> Option<CleanText> {
    let title = clean(title.trim());
    let joined = || clean(&single_spaced(&title));
    let title = if title.contains('\n') { joined() } else { title };
    (!title.trim().is_empty()).then_some(title)
}

/// Cleans title and text together, a blank line between.
fn joined(title: &str, text: &str) -> CleanText {
    let mut all = String::with_capacity(title.len() + 2 + text.len());
    all.push_str(title.trim());
    all.push_str("\n\n");
    all.push_str(text);
    clean(&all)
}

/// Tells whether two texts are the same but for case and white space.
fn same_words(one: &str, other: &str) -> bool {
    let words = |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    words(one) == words(other)
}

#[cfg(test)]
mod tests {
    use super::Parts;
    use crate::corpus::TitleOrigin::{self, Derived, Given};
    use crate::text::clean;

    fn check(title: Option<&str>, text: &str, expected: Option<(TitleOrigin, &str, &str)>) {
        let (id, source) = (clean("a"), clean("a.txt"));
        let parts = Parts { id, source, title, text, date: None, url: None };
        let article = parts.assemble();
        let found = article.as_ref().map(|it| (it.title_origin, it.title(), it.body()));
        assert_eq!(found, expected, "{title:?} {text:?}");
    }

    #[test]
    fn a_given_title_stands_before_the_text_once() {
        check(Some("Bão số 3"), "Bão đã đến.", Some((Given, "Bão số 3", "Bão đã đến.")));
        check(Some("BÃO  số 3"), " Bão số 3 \n\nBão đến.", Some((Given, "Bão số 3", "Bão đến.")));
        check(Some("Bão\nsố 3"), "Bão đến.", Some((Given, "Bão số 3", "Bão đến.")));
        check(Some("Bão"), "Bão", Some((Given, "Bão", "Bão")));
    }

    #[test]
    fn without_a_title_the_first_line_or_sentence_is_it() {
        let text = "Bão số 3\nBão số 3 đã đến gần bờ. Ai cũng lo.";
        check(None, text, Some((Given, "Bão số 3", "Bão số 3 đã đến gần bờ. Ai cũng lo.")));
        check(
            Some(" "),
            "Bão đến. Ai cũng lo.",
            Some((Derived, "Bão đến", "Bão đến. Ai cũng lo.")),
        );
        check(None, "Một", Some((Derived, "Một", "Một")));
    }

    #[test]
    fn no_text_is_no_article() {
        check(None, " \n ", None);
        check(Some("Bão"), " \n ", None);
    }

    #[test]
    fn a_cut_title_is_told_from_a_whole_one() {
        let cut = |text: &str| {
            let (id, source) = (clean("a"), clean("a.txt"));
            let parts = Parts { id, source, title: None, text, date: None, url: None };
            parts.assemble().unwrap().title_is_cut()
        };
        assert!(cut(&"một hai ba bốn ".repeat(20)));
        assert!(!cut("Bão số 3 đã đến. Ai cũng lo."));
        assert!(!cut("Bão đến gần? Ai cũng lo."));
        assert!(!cut("Bão đến gần"));
    }
}
