//! How far one has come in an article, and which paragraph is being read.

use std::ops::Range;

use crate::corpus::Article;
use crate::text::Span;

use super::{Reader, Row, RowKind};

impl Reader {
    /// Gives how much of the article has been on the screen, in percent.
    pub fn percent(&self, height: usize) -> usize {
        let (seen, rows) = self.rows_seen(height);
        seen * 100 / rows
    }

    /// Gives the words of what has not been on the screen, about.
    pub fn words_left(&self, article: &Article, height: usize) -> usize {
        let (seen, rows) = self.rows_seen(height);
        article.words() * (rows - seen) / rows
    }

    /// Gives the rows down to the end of the screen, and all of them, of which there is one at least.
    fn rows_seen(&self, height: usize) -> (usize, usize) {
        let rows = self.layout.rows.len().max(1);
        ((self.top + height).min(rows), rows)
    }

    /// Gives the rows of the paragraph that is being read: the one of `place`, or else the one that
    /// one has scrolled to, with the title while that is being read. Gives `None` where all of the
    /// article is on the screen and no place tells.
    pub fn paragraph(&self, place: Option<Span>, height: usize) -> Option<Range<usize>> {
        let row = match place {
            Some(place) => self.layout.row_at(place.start),
            None => self.row_read(height)?,
        };
        let rows = &self.layout.rows;
        let is_text = |row: &Row| row.kind != RowKind::Blank;
        let body = row.max(self.layout.header);
        let at = rows.iter().skip(body).position(is_text).map_or(body, |skipped| body + skipped);
        let kind = rows.get(at)?.kind;
        let goes_on = |row: &Row| row.kind == kind && (kind != RowKind::Body || row.indent == 0);
        let above = rows[self.layout.header..=at].windows(2).rev();
        let above = above.take_while(|pair| pair[0].kind == kind && goes_on(&pair[1])).count();
        let below = rows[at + 1..].iter().take_while(|row| goes_on(row)).count();
        let start = if row < self.layout.header { 0 } else { at - above };
        Some(start..at + 1 + below)
    }

    /// Gives the row that is being read: the first one of the screen at the beginning of the article,
    /// the last one at its end, and in between as far down as one has come.
    fn row_read(&self, height: usize) -> Option<usize> {
        let last = self.layout.rows.len().checked_sub(height.max(1)).filter(|&last| last > 0)?;
        Some(self.top + height.saturating_sub(1) * self.top.min(last) / last)
    }
}
