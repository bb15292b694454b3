//! Copying: what one asks for, as text for the clipboard.

use crossterm::event::KeyCode;

use crate::corpus::Article;
use crate::text::shorten;

use super::amend::Pending;
use super::{Effect, Phrase, RowKind, State};

/// Limits the bytes that are copied: terminals drop what is longer.
const MOST: usize = 64 * 1024;

/// Limits the columns of what was copied when it is said.
const SHOWN: usize = 40;

impl State {
    /// Asks what to copy.
    pub(super) fn ask_copy(&mut self) -> Vec<Effect> {
        self.tell(Phrase::CopyWhat);
        self.pending = Some(Pending::Copy);
        Vec::new()
    }

    /// Copies what a key names; gives nothing when it names nothing.
    pub(super) fn answer_copy(&mut self, code: KeyCode) -> Option<Vec<Effect>> {
        let KeyCode::Char(letter @ ('t' | 's' | 'p' | 'n' | 'b' | 'l')) = code else { return None };
        let Some(text) = self.to_copy(letter).filter(|text| !text.is_empty()) else {
            self.tell(Phrase::NothingToCopy);
            return Some(Vec::new());
        };
        if text.len() > MOST {
            self.tell(Phrase::TooLongToCopy);
            return Some(Vec::new());
        }
        let first = text.lines().next().unwrap_or_default();
        self.tell(Phrase::Copied { text: &shorten(first, SHOWN) });
        Some(vec![Effect::Copy(text)])
    }

    fn to_copy(&self, letter: char) -> Option<String> {
        let article = self.open_article();
        match letter {
            'n' => self.chosen(true).map(|chip| chip.name).or_else(|| self.focused_name()),
            't' => article.map(|article| article.title().to_owned()),
            'b' => article.map(|article| article.text.to_string()),
            'l' => article?.url.as_ref().map(ToString::to_string),
            _ => {
                let (article, at) = (article?, self.copied_place()?);
                let span = match letter {
                    's' => article.sentence_at(at),
                    _ => article.paragraph_at(at),
                };
                Some(format!("{}\n\n— {}", span?.of(&article.text), source(article)))
            }
        }
    }

    /// Gives the text of the focused mention, a value too.
    fn focused_name(&self) -> Option<String> {
        let reader = self.reader.as_ref()?;
        Some(reader.resolved.entity(reader.focus?).name.clone())
    }

    /// Gives the byte that is meant: of the focused mention, of the place on the thread, or of the
    /// first line of the body that is on the screen.
    fn copied_place(&self) -> Option<u32> {
        let reader = self.reader.as_ref()?;
        let is_text = |kind| matches!(kind, RowKind::Body | RowKind::Caption | RowKind::Byline);
        let mut rows = reader.layout.rows.iter().skip(reader.top);
        let first = || rows.find(|row| is_text(row.kind)).map(|row| row.span);
        self.focused_place().or_else(first).map(|span| span.start)
    }
}

/// Tells where a text is from: title, date, address or file.
fn source(article: &Article) -> String {
    let date = article.date.map(|date| date.to_string());
    let facts = [Some(article.shown_title()), date, Some(article.place().to_string())];
    facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
