//! Opening an article outside: in a pager, in an editor, in a browser.

use crate::corpus::Article;

use super::{Effect, Phrase, State};

/// Names the programs that can open an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Program {
    /// What pages through text.
    Pager,
    /// What edits text; it gets a copy.
    Editor,
    /// What shows web pages.
    Browser,
}

/// Lists how addresses may begin that a browser is asked to open: nothing that runs a program or
/// reads a file.
const SCHEMES: [&str; 2] = ["http://", "https://"];

impl State {
    /// Opens the article on the screen in a program: its text, or its address.
    pub(super) fn open_outside(&mut self, program: Program) -> Vec<Effect> {
        let Some(article) = self.open_article() else { return Vec::new() };
        let what = match program {
            Program::Browser => address(article),
            Program::Pager | Program::Editor => Some(text(article)),
        };
        if what.is_none() {
            self.tell(Phrase::NoAddress);
        }
        what.into_iter().map(|what| Effect::OpenOutside { program, what }).collect()
    }
}

fn address(article: &Article) -> Option<String> {
    let url = article.url.as_deref()?.trim();
    let starts =
        |scheme: &&str| url.get(..scheme.len()).is_some_and(|it| it.eq_ignore_ascii_case(scheme));
    let fits = SCHEMES.iter().any(starts) && !url.contains(char::is_whitespace);
    fits.then(|| url.to_owned())
}

/// Gives title, facts and paragraphs, an empty line between.
fn text(article: &Article) -> String {
    let date = article.date.map(|date| date.to_string());
    let facts =
        date.into_iter().chain([article.place().to_string()]).collect::<Vec<_>>().join(" · ");
    let paragraphs = article.body.lines(&article.text).map(|it| it.of(&article.text).trim());
    let paragraphs = paragraphs.filter(|paragraph| !paragraph.is_empty()).map(str::to_owned);
    let all = [article.shown_title(), facts].into_iter().chain(paragraphs);
    let text = all.collect::<Vec<_>>().join("\n\n");
    format!("{text}\n")
}

#[cfg(test)]
mod tests {
    use crate::app::tests::harness::{app_of_record, type_in};
    use crate::app::{Effect, Msg};
    use crossterm::event::KeyCode;

    /// Presses a key on an article with an address; compares what is opened, or else what is said.
    fn check(url: &str, key: char, expected: &str) {
        let json = format!(r#"{{"title":"Tin","text":"Một.\nHai.","url":"{url}","date":"2023"}}"#);
        let mut state = app_of_record(&json);
        type_in(&mut state, "{enter}");
        let effects = state.update(Msg::Key(KeyCode::Char(key).into()));
        let found = effects.into_iter().find_map(|effect| match effect {
            Effect::OpenOutside { program, what } => Some(format!("{program:?} {what}")),
            _ => None,
        });
        assert_eq!(found.or(state.notice).unwrap_or_default(), expected, "{url} {key}");
    }

    #[test]
    fn an_article_is_opened_outside() {
        check("http://x/1", 'p', "Pager Tin\n\n2023 · http://x/1\n\nMột.\n\nHai.\n");
        check("http://x/1", 'v', "Editor Tin\n\n2023 · http://x/1\n\nMột.\n\nHai.\n");
        check("HTTPS://x/1?a=b&c", 'B', "Browser HTTPS://x/1?a=b&c");
        for bad in ["file:///etc/passwd", "javascript:alert(1)", "-x", "http:/x", "http://x y", ""]
        {
            check(bad, 'B', "the article has no address on the web");
        }
    }
}
