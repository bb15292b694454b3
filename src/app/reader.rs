//! The article that is being read: its rows, its entities, and where one is in it.

mod layout;
mod progress;
mod thread;

use crate::corpus::{Article, ArticleNo};
use crate::entity::{EntityId, Kind, Resolved};
use crate::text::Span;

use super::Spot;
pub use layout::{Layout, Row, RowKind, Setting};
pub use thread::{Thread, ThreadKind};

/// Names a direction of movement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Towards the end.
    Forward,
    /// Towards the beginning.
    Back,
}

/// Holds the open article.
#[derive(Debug, Clone)]
pub struct Reader {
    /// Its number.
    pub article: ArticleNo,
    /// Its mentions and entities; empty until they are known.
    pub resolved: Resolved,
    /// Whether they are known.
    pub tagged: bool,
    /// Its rows.
    pub layout: Layout,
    /// The first row on the screen.
    pub top: usize,
    /// The byte that was asked for at the top, with the row that it stands in as long as the top is
    /// that: a row that holds it may begin before it, and rows change with width and mentions.
    anchor: Option<(usize, u32)>,
    /// The focused mention.
    pub focus: Option<usize>,
    /// The mention to focus once the mentions are known.
    wanted_focus: Option<usize>,
    /// What `n` and `N` follow.
    pub thread: Option<Thread>,
    setting: Setting,
}

impl Reader {
    /// Opens an article at its beginning, laid out.
    pub fn new(
        number: ArticleNo,
        article: &Article,
        resolved: Option<Resolved>,
        setting: Setting,
    ) -> Self {
        let mut reader = Self {
            article: number,
            resolved: Resolved::default(),
            tagged: false,
            layout: Layout::default(),
            top: 0,
            anchor: None,
            focus: None,
            wanted_focus: None,
            thread: None,
            setting,
        };
        match resolved {
            Some(resolved) => reader.set_mentions(article, resolved),
            None => reader.layout = Layout::new(article, &[], setting),
        }
        reader
    }

    /// Takes the mentions and what they refer to, once that is known.
    pub fn set_mentions(&mut self, article: &Article, resolved: Resolved) {
        self.resolved = resolved;
        self.tagged = true;
        let focus = self.wanted_focus.take().or(self.focus);
        self.focus_on(focus);
        self.lay_out(article);
    }

    /// Takes the mentions anew; the focus stays where it was, or goes to the next one.
    pub fn renew_mentions(&mut self, article: &Article, resolved: Resolved) {
        let start = self.focus.map(|focus| self.resolved.mentions[focus].span.start);
        self.focus = None;
        self.set_mentions(article, resolved);
        let next = |start| self.resolved.mentions.partition_point(|it| it.span.start < start);
        self.focus_on(start.map(next));
    }

    /// Focuses a mention by its number, now or as soon as the mentions are known.
    pub fn focus_on(&mut self, index: Option<usize>) {
        self.focus = index.filter(|&index| index < self.resolved.mentions.len());
        self.wanted_focus = index.filter(|_| !self.tagged);
        if let Some(focus) = self.focus {
            self.leave_thread(self.resolved.mentions[focus].span);
        }
    }

    /// Lays the article out otherwise; the row at the top stays as near as it can.
    pub fn set(&mut self, article: &Article, setting: Setting) {
        if self.setting != setting {
            self.setting = setting;
            self.lay_out(article);
        }
    }

    fn lay_out(&mut self, article: &Article) {
        let offset = self.offset();
        self.layout = Layout::new(article, &self.resolved.mentions, self.setting);
        self.restore(offset);
    }

    /// Gives the byte that stands at the top; nothing in the title block.
    fn offset(&self) -> Option<u32> {
        let anchor = self.anchor.filter(|&(top, _)| top == self.top).map(|(_, offset)| offset);
        anchor.or_else(|| self.layout.offset_of(self.top))
    }

    /// Gives where one is, to come back to.
    pub fn spot(&self) -> Spot {
        Spot { article: self.article, offset: self.offset(), focus: self.focus }
    }

    /// Scrolls so that the row with the byte at `offset` is at the top; `None` is the beginning.
    pub fn restore(&mut self, offset: Option<u32>) {
        self.top = match offset {
            Some(offset) => self.layout.row_at(offset),
            None => self.top.min(self.layout.header.saturating_sub(1)),
        };
        self.anchor = offset.map(|offset| (self.top, offset));
    }

    /// Puts row `top` at the top, or the last one from which the page is full.
    pub fn scroll_to(&mut self, top: usize, height: usize) {
        self.top = top.min(self.layout.rows.len().saturating_sub(height.max(1)));
    }

    /// Tells whether the start of `span` is on the screen.
    pub fn shows(&self, span: Span, height: usize) -> bool {
        (self.top..self.top + height).contains(&self.layout.row_at(span.start))
    }

    /// Scrolls, if it must, so that `span` stands at a third of the height.
    pub fn reveal(&mut self, span: Span, height: usize) {
        if !self.shows(span, height) {
            let row = self.layout.row_at(span.start);
            self.scroll_to(row.saturating_sub(height / 3), height);
        }
    }

    /// Focuses the next mention of a kind, or of any; from nowhere or from off the screen, the
    /// first or last one on the screen. Tells whether there was one.
    pub fn step_mention(&mut self, way: Way, kind: Option<Kind>, height: usize) -> bool {
        let wanted =
            |index: &usize| kind.is_none_or(|kind| self.resolved.mentions[*index].kind == kind);
        let focus =
            self.focus.filter(|&index| self.shows(self.resolved.mentions[index].span, height));
        let found = match way {
            Way::Forward => {
                (self.first_candidate(focus, height)..self.resolved.mentions.len()).find(wanted)
            }
            Way::Back => (0..self.last_candidate(focus, height)).rev().find(wanted),
        };
        if let Some(index) = found {
            self.go_to_mention(index, height);
        }
        found.is_some()
    }

    /// Focuses a mention and shows it.
    pub fn go_to_mention(&mut self, index: usize, height: usize) {
        let span = self.resolved.mentions[index].span;
        self.focus = Some(index);
        self.leave_thread(span);
        self.reveal(span, height);
    }

    /// Finds the mention that stands at a column of a row.
    pub(super) fn mention_at(&self, article: &Article, row: usize, column: usize) -> Option<usize> {
        let row = self.layout.rows.get(row)?;
        let columns_to = |at| self.layout.column(row, &article.text, at);
        let stands = |span: Span| columns_to(span.start) <= column && column < columns_to(span.end);
        let mentions = &self.resolved.mentions;
        let first = mentions.partition_point(|mention| mention.span.end <= row.span.start);
        let after = mentions.partition_point(|mention| mention.span.start < row.span.end);
        (first..after).find(|&index| stands(mentions[index].span))
    }

    /// Gives the first mention that a step forward may reach.
    fn first_candidate(&self, focus: Option<usize>, height: usize) -> usize {
        let from =
            |from: u32| self.resolved.mentions.partition_point(|mention| mention.span.start < from);
        let top = || self.layout.offset_of(self.top).unwrap_or(0);
        let place = self.place().filter(|&place| self.shows(place, height));
        focus.map_or_else(|| from(place.map_or_else(top, |place| place.end)), |at| at + 1)
    }

    /// Gives the mention after the last that a step back may reach.
    fn last_candidate(&self, focus: Option<usize>, height: usize) -> usize {
        let below =
            || self.layout.rows.get(self.top + height).map_or(u32::MAX, |row| row.span.start);
        let end = self.place().filter(|&place| self.shows(place, height));
        let end = end.map_or_else(below, |place| place.start);
        focus.unwrap_or_else(|| {
            self.resolved.mentions.partition_point(|mention| mention.span.start < end)
        })
    }

    /// Gives the place on the thread where one is.
    fn place(&self) -> Option<Span> {
        let thread = self.thread.as_ref()?;
        thread.spans.get(thread.at?).copied()
    }

    /// Makes a mention the one place that is focused: the thread goes on from there.
    fn leave_thread(&mut self, mention: Span) {
        if let Some(thread) = &mut self.thread {
            thread.at = thread.spans.iter().position(|&span| span == mention);
        }
    }

    /// Follows the focused entity; gives its name, or nothing when none is focused.
    pub fn follow(&mut self) -> Option<&str> {
        let entity = self.resolved.entity(self.focus?);
        self.thread = Some(Thread {
            kind: ThreadKind::Entity(entity.id),
            label: entity.name.clone(),
            spans: self.resolved.places(entity),
            at: entity.mentions.iter().position(|&index| Some(index) == self.focus),
            crosses: false,
            entered: None,
            article: None,
        });
        Some(&entity.name)
    }

    /// Gives the places of an entity in this article.
    pub fn places_of(&self, id: EntityId) -> Vec<Span> {
        let found = self.resolved.entities.iter().find(|entity| entity.id == id);
        found.map_or_else(Vec::new, |entity| self.resolved.places(entity))
    }

    /// Moves along the thread; gives the place, or `None` at its end.
    pub fn step_thread(&mut self, way: Way, height: usize) -> Option<Span> {
        let top = self.layout.offset_of(self.top).unwrap_or(0);
        let from = self.focus.map_or(top, |focus| self.resolved.mentions[focus].span.start);
        let thread = self.thread.as_mut()?;
        let span = match way {
            Way::Forward => thread.next(from),
            Way::Back => thread.previous(from),
        }?;
        // Only one place is focused: the thread's.
        let followed = matches!(thread.kind, ThreadKind::Entity(_));
        self.focus =
            self.resolved.mentions.iter().position(|mention| followed && mention.span == span);
        self.reveal(span, height);
        Some(span)
    }

    /// Stands on the first place of a thread that was just begun, or on its last one; as soon as the
    /// mentions are known.
    pub fn enter_thread(&mut self, way: Way, height: usize) {
        let Some(thread) = &mut self.thread else { return };
        thread.entered = (!self.tagged).then_some(way);
        thread.at = if way == Way::Forward { None } else { Some(thread.spans.len()) };
        let entered = self.step_thread(way, height);
        if let Some(thread) = self.thread.as_mut().filter(|_| entered.is_none()) {
            // There is no place to stand on.
            thread.at = None;
        }
    }
}

#[cfg(test)]
mod tests;
