//! Moving: rows of the list, lines of the reader.

use super::{Effect, Focus, Library, Reader, State};

/// Names how far a movement goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Distance {
    /// One row or line; the sign is the direction.
    Line(isize),
    /// A page.
    Page(isize),
    /// Half a page.
    Half(isize),
    /// To the first.
    First,
    /// To the last.
    Last,
}

impl State {
    /// Moves in the pane that has the keys.
    pub(super) fn travel(&mut self, distance: Distance) -> Vec<Effect> {
        if self.focus == Focus::Reader {
            self.scroll(distance);
            self.note_scroll();
            return Vec::new();
        }
        self.move_selection(distance)
    }

    fn scroll(&mut self, distance: Distance) {
        let height = self.reader_height();
        let Some(reader) = &mut self.reader else { return };
        let page = height.saturating_sub(2).max(1).cast_signed();
        let top = reader.top;
        let target = match distance {
            Distance::Line(n) => top.saturating_add_signed(n),
            Distance::Page(n) => top.saturating_add_signed(n * page),
            Distance::Half(n) => top.saturating_add_signed(n * (page / 2).max(1)),
            Distance::First => 0,
            Distance::Last => usize::MAX,
        };
        reader.scroll_to(target, height);
    }

    /// Moves the selection of the list and shows what it is on.
    pub(super) fn move_selection(&mut self, distance: Distance) -> Vec<Effect> {
        let pane = self.list_pane();
        let lines = self.list_lines();
        let fit = pane.page(self.row_count(), lines, |row| self.row_height(row)).cast_signed();
        let steps = match distance {
            Distance::Line(n) => n,
            Distance::Page(n) => n * fit,
            Distance::Half(n) => n * (fit / 2).max(1),
            Distance::First => -self.row_count().cast_signed(),
            Distance::Last => self.row_count().cast_signed(),
        };
        let row = match &self.search.found {
            Some(found) => found.step(pane.selected, steps),
            None => Some(pane.selected.saturating_add_signed(steps)),
        };
        let Some(row) = row else { return Vec::new() };
        self.search.moved |= self.search.found.is_some();
        self.select_row(row);
        self.preview()
    }

    /// Selects a row of the list, as near as there is one.
    pub(super) fn select_row(&mut self, row: usize) {
        let (rows, lines) = (self.row_count(), self.list_lines());
        if let Some(found) = &self.search.found {
            let row = found.selectable(row).unwrap_or(0);
            // The heading above the first hit of a group is worth a line.
            let height = |index: usize| found.rows.get(index).map_or(1, |row| row.height());
            self.search.pane.select(row.saturating_sub(1), rows, lines, height);
            self.search.pane.select(row, rows, lines, height);
        } else {
            let listing = &self.listing;
            self.list.select(row, rows, lines, |row| listing.height(row));
        }
    }

    /// Lets `change` work on the reader with its height.
    pub(super) fn with_reader<T>(
        &mut self,
        change: impl FnOnce(&mut Reader, usize, &Library) -> T,
    ) -> Option<T> {
        let height = self.reader_height();
        self.reader.as_mut().map(|reader| change(reader, height, &self.library))
    }
}
