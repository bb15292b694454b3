//! Wrapping: the lines that a paragraph takes at a width.
//!
//! Lines break at white space only, and never inside a stretch that the caller glues together (a
//! name, a number with its unit, a document code) as long as that stretch fits a line. What fits
//! no line is broken where it must: first at its own white space, then between clusters. Each
//! byte of the paragraph but the white space at a break is in exactly one line. The cost is
//! linear in the paragraph's length.

use unicode_segmentation::UnicodeSegmentation;

use super::Span;
use super::width::{cluster_width, width};

/// Gives the lines of the stretch `area` of `text` at `columns`, which is taken as at least 1.
///
/// `glue` lists stretches that stay whole, sorted and apart; those that take more than `columns`
/// are broken like other text. The first line has `indent` columns less. A line is wider than it
/// may be only when one cluster alone is. An empty or blank paragraph gives one empty line.
pub fn wrap(text: &str, area: Span, columns: usize, indent: usize, glue: &[Span]) -> Vec<Span> {
    let columns = columns.max(1);
    let first = columns.saturating_sub(indent).max(1);
    let mut lines = Lines { text, first, columns, done: Vec::new(), open: None };
    for unit in Units::new(text, area, glue) {
        lines.place(unit);
    }
    lines.finish(area)
}

/// Collects the lines while units arrive.
struct Lines<'t> {
    text: &'t str,
    /// The columns of the first line.
    first: usize,
    columns: usize,
    done: Vec<Span>,
    /// The line that still grows, with the columns that it takes.
    open: Option<(Span, usize)>,
}

impl Lines<'_> {
    /// Gives the columns of the line that is open, or that is to come.
    const fn room(&self) -> usize {
        if self.done.is_empty() { self.first } else { self.columns }
    }

    /// Puts a unit on the open line, on a new one, or in pieces on several.
    fn place(&mut self, unit: Span) {
        let unit_width = width(unit.of(self.text));
        if let Some((line, used)) = self.open {
            let gap = width(&self.text[line.end as usize..unit.start as usize]);
            if used + gap + unit_width <= self.room() {
                self.open =
                    Some((Span { start: line.start, end: unit.end }, used + gap + unit_width));
                return;
            }
        }
        let next = if self.open.is_some() { self.columns } else { self.room() };
        if unit_width <= next {
            self.close();
            self.open = Some((unit, unit_width));
        } else if unit.of(self.text).contains(is_space) {
            // A glued stretch that fits no line: its words are placed one by one.
            for word in Units::new(self.text, unit, &[]) {
                self.place(word);
            }
        } else {
            self.close();
            self.split(unit);
        }
    }

    /// Breaks a word that fits no line between clusters; its last piece stays open.
    fn split(&mut self, word: Span) {
        let (mut start, mut used) = (word.start as usize, 0);
        for (at, cluster) in word.of(self.text).grapheme_indices(true) {
            let here = word.start as usize + at;
            let columns = cluster_width(cluster);
            if used + columns > self.room() && here > start {
                self.done.push(Span::new(start, here));
                (start, used) = (here, 0);
            }
            used += columns;
        }
        self.open = Some((Span::new(start, word.end as usize), used));
    }

    fn close(&mut self) {
        if let Some((line, _)) = self.open.take() {
            self.done.push(line);
        }
    }

    fn finish(mut self, area: Span) -> Vec<Span> {
        self.close();
        if self.done.is_empty() {
            self.done.push(Span { start: area.start, end: area.start });
        }
        self.done
    }
}

/// Yields what must not be broken: words, or words glued together with the space between them.
struct Units<'t, 'g> {
    text: &'t str,
    at: usize,
    end: usize,
    glue: &'g [Span],
}

impl<'t, 'g> Units<'t, 'g> {
    fn new(text: &'t str, area: Span, glue: &'g [Span]) -> Self {
        let first = glue.partition_point(|span| span.end <= area.start);
        Self { text, at: area.start as usize, end: area.end as usize, glue: &glue[first..] }
    }

    /// Finds the glued stretch that the break at `at` would part, if there is one.
    fn glue_over(&mut self, at: usize) -> Option<Span> {
        while let [first, rest @ ..] = self.glue
            && first.end as usize <= at
        {
            self.glue = rest;
        }
        self.glue.first().copied().filter(|span| (span.start as usize) < at)
    }

    fn skip_space(&mut self) {
        let rest = &self.text[self.at..self.end];
        self.at = self.end - rest.trim_start_matches(is_space).len();
    }

    fn word_end(&self, from: usize) -> usize {
        self.text[from..self.end].find(is_space).map_or(self.end, |at| from + at)
    }
}

/// Tells where a line may break: at white space, but not at a no-break space.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() && c != '\u{A0}'
}

impl Iterator for Units<'_, '_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        self.skip_space();
        if self.at >= self.end {
            return None;
        }
        let start = self.at;
        let mut end = self.word_end(start);
        while end < self.end
            && let Some(glued) = self.glue_over(end)
        {
            let glued_end = (glued.end as usize).min(self.end);
            end = self.word_end(glued_end.max(end));
        }
        self.at = end;
        Some(Span::new(start, end))
    }
}

#[cfg(test)]
mod tests;
