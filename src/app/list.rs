//! The selection and scroll of a list whose rows may differ in height.

/// Holds which row is selected and which stands at the top.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ListPane {
    /// The selected row.
    pub selected: usize,
    /// The first row on the screen.
    pub top: usize,
}

impl ListPane {
    /// Selects a row and scrolls as little as shows it whole.
    ///
    /// `rows` is the number of rows, `height` gives the lines that each takes, `lines` those that
    /// the pane has.
    pub fn select(&mut self, row: usize, rows: usize, lines: u16, height: impl Fn(usize) -> u16) {
        self.selected = row.min(rows.saturating_sub(1));
        if self.selected < self.top {
            self.top = self.selected;
        }
        let mut used = 0;
        let mut first = self.selected + 1;
        while first > self.top && first > 0 {
            used += height(first - 1);
            if used > lines && first <= self.selected {
                break;
            }
            first -= 1;
        }
        self.top = self.top.max(first.min(self.selected));
    }

    /// Counts the rows that fit into `lines` from the top row on, at least one.
    pub fn page(&self, rows: usize, lines: u16, height: impl Fn(usize) -> u16) -> usize {
        let mut used = 0;
        let fit = (self.top..rows).take_while(|&row| {
            used += height(row);
            used <= lines
        });
        fit.count().max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scrolls_as_little_as_needed() {
        let mut list = ListPane::default();
        let mut check = |row, top| {
            list.select(row, 10, 6, |_| 2);
            assert_eq!((list.selected, list.top), (row.min(9), top), "row {row}");
        };
        check(2, 0);
        check(3, 1);
        check(2, 1);
        check(0, 0);
        check(99, 7);
        check(7, 7);
        check(6, 6);
    }

    #[test]
    fn rows_may_be_higher_than_the_pane() {
        let mut list = ListPane::default();
        list.select(3, 5, 2, |row| if row == 3 { 9 } else { 1 });
        assert_eq!((list.selected, list.top), (3, 3));
        assert_eq!(list.page(5, 2, |_| 9), 1);
        list.select(0, 0, 0, |_| 1);
        assert_eq!((list.selected, list.top), (0, 0));
    }
}
