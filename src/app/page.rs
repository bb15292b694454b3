//! How the page is set, and changing that.

use std::ops::Range;

use super::{Effect, Focus, PageStyle, Phrase, Setting, State};

impl State {
    /// Gives how articles are set now.
    pub(super) fn setting(&self) -> Setting {
        let columns = self.reader_panes().text.width as usize;
        Setting { columns, page: self.prefs.page }
    }

    /// Turns something of the page on or off, and says what holds then: `said` has what it is without
    /// and with it.
    pub(super) fn switch_page(
        &mut self,
        part: impl FnOnce(&mut PageStyle) -> &mut bool,
        said: [Phrase; 2],
    ) -> Vec<Effect> {
        let on = part(&mut self.prefs.page);
        *on = !*on;
        let said = said[usize::from(*on)];
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
