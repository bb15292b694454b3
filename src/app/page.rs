//! How the page is set, and changing that.

use std::ops::Range;

use super::{Action, Effect, Focus, Phrase, Setting, State};

impl State {
    /// Gives how articles are set now.
    pub(super) fn setting(&self) -> Setting {
        let columns = self.reader_panes().text.width as usize;
        Setting { columns, page: self.prefs.page }
    }

    /// Turns on or off what an action is about, and says what holds then.
    pub(super) fn switch_page(&mut self, action: Action) -> Vec<Effect> {
        let page = &mut self.prefs.page;
        let (part, said) = match action {
            Action::Justify => (&mut page.justify, [Phrase::Ragged, Phrase::Justified]),
            Action::Indent => (&mut page.indent, [Phrase::Spaced, Phrase::Indented]),
            _ => (&mut page.dim, [Phrase::Even, Phrase::Dimmed]),
        };
        *part = !*part;
        let said = said[usize::from(*part)];
        self.tell(said);
        self.lay_out();
        Vec::new()
    }

    /// Gives the rows of the article that stand out, when all others are dimmed.
    pub fn rows_standing_out(&self) -> Option<Range<usize>> {
        let dims = self.prefs.zoom && self.prefs.page.dim && self.focus == Focus::Reader;
        let reader = self.reader.as_ref().filter(|_| dims)?;
        let place = self.focused_place();
        reader.paragraph(place, self.reader_height())
    }
}
