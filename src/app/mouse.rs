//! The mouse: the wheel scrolls what it is over, a click chooses, and a second one opens.

use crossterm::event::KeyCode;
use ratatui::layout::{Position, Rect};

use super::entity_pane::{EntityPane, PaneRow};
use super::moves::Distance;
use super::reader::Reader;
use super::{Effect, Focus, State};

/// Sets how many lines of an article a notch of the wheel is.
const LINES: isize = 3;

/// Limits the notches that are heeded at once: a storm of them is one turn.
const NOTCHES: isize = 60;

/// Names what the mouse can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mouse {
    /// The left button was pressed.
    Click(Position),
    /// The wheel was turned by so many notches, towards the end where they are positive.
    Wheel(Position, isize),
}

impl State {
    /// Takes in what the mouse did.
    pub(super) fn mouse(&mut self, mouse: Mouse) -> Vec<Effect> {
        self.notice = None;
        match mouse {
            Mouse::Click(at) => self.click(at),
            Mouse::Wheel(at, notches) => self.wheel(at, notches.clamp(-NOTCHES, NOTCHES)),
        }
    }

    /// Tells whether something lies over the panes.
    fn is_covered(&self) -> bool {
        self.overlay.is_some() || self.card.is_some() || self.focus == Focus::Months
    }

    fn wheel(&mut self, at: Position, notches: isize) -> Vec<Effect> {
        self.labels = None;
        let panes = self.panes();
        let naming = self.focus == Focus::Entities && has(self.names_area(), at);
        if self.is_covered() || naming {
            return self.press_arrow(notches);
        }
        if has(panes.reader, at) {
            self.with_reader(|reader, height, _| {
                reader.scroll_to(reader.top.saturating_add_signed(notches * LINES), height);
            });
            return Vec::new();
        }
        let listing = self.focus != Focus::Entities && has(panes.list, at);
        if listing { self.move_selection(Distance::Line(notches)) } else { Vec::new() }
    }

    /// Presses the arrow keys, once for each notch.
    fn press_arrow(&mut self, notches: isize) -> Vec<Effect> {
        let code = if notches < 0 { KeyCode::Up } else { KeyCode::Down };
        (0..notches.unsigned_abs()).flat_map(|_| self.key(code.into())).collect()
    }

    fn click(&mut self, at: Position) -> Vec<Effect> {
        if self.labels.take().is_some() || self.is_covered() {
            return self.click_above(at);
        }
        let panes = self.panes();
        if panes.search.contains(at) {
            return self.click_header(at.x - panes.search.x, panes.search.width as usize);
        }
        if panes.strip.contains(at) {
            self.click_strip(at.y - panes.strip.y, panes.strip.height);
            return Vec::new();
        }
        match (self.names_area(), panes.list) {
            (Some(area), _) if self.focus == Focus::Entities && area.contains(at) => {
                self.click_names(at.y - area.y)
            }
            (_, Some(area)) if area.contains(at) => self.click_list(at.y - area.y),
            _ if panes.text.contains(at) => self.click_text(at, panes.text),
            _ if has(panes.entities, at) => self.click_entity(at, panes.entities),
            _ => Vec::new(),
        }
    }

    /// Takes a click on what lies over the panes: on a card it chooses a line, and opens the chosen
    /// one; elsewhere it does nothing.
    fn click_above(&mut self, at: Position) -> Vec<Effect> {
        let Some(card) = self.card.as_mut().filter(|_| self.overlay.is_none()) else {
            return Vec::new();
        };
        let Some(line) = at.y.checked_sub(super::HEAD_LINES) else { return Vec::new() };
        let row = card.pane.top + line as usize;
        if row == card.pane.selected {
            return self.key(KeyCode::Enter.into());
        }
        self.select_card_row(row);
        Vec::new()
    }

    /// Takes a click on the search line: a chip goes, and anywhere else one types.
    fn click_header(&mut self, column: u16, columns: usize) -> Vec<Effect> {
        if self.focus == Focus::Entities || self.focus == Focus::Find {
            return Vec::new();
        }
        match self.filter.chip_at(column as usize, columns / 2) {
            Some(chip) => self.remove_chip(chip),
            None => self.start_search(),
        }
    }

    fn click_strip(&mut self, line: u16, lines: u16) {
        self.with_reader(|reader, height, _| {
            let rows = reader.layout.rows.len();
            let row = usize::from(line) * rows / usize::from(lines.max(1));
            reader.scroll_to(row.saturating_sub(height / 2), height);
        });
    }

    /// Takes a click on the list: it selects a row, and opens the selected one.
    fn click_list(&mut self, line: u16) -> Vec<Effect> {
        let pane = self.list_pane();
        let mut below = line;
        let mut row = pane.top;
        while row < self.row_count() && below >= self.row_height(row) {
            below -= self.row_height(row);
            row += 1;
        }
        if row >= self.row_count() {
            return Vec::new();
        }
        if self.focus == Focus::Reader {
            self.leave_reader();
        } else if row == pane.selected {
            return self.open();
        }
        self.search.moved |= self.search.found.is_some();
        self.select_row(row);
        self.preview()
    }

    /// Takes a click on the text: it focuses the mention there, and opens the card of the focused
    /// one.
    fn click_text(&mut self, at: Position, text: Rect) -> Vec<Effect> {
        let (line, column) = (usize::from(at.y - text.y), usize::from(at.x - text.x));
        let Some(reader) = &self.reader else { return Vec::new() };
        let Some(article) = self.library.article(reader.article) else { return Vec::new() };
        let found = reader.mention_at(article, reader.top + line, column);
        // What is not highlighted is text like any other.
        let is_shown = |&mention: &usize| {
            self.solo.is_none_or(|kind| reader.resolved.mentions[mention].kind == kind)
        };
        let found = found.filter(is_shown);
        let focused = reader.focus;
        let effects = if self.focus == Focus::Reader { Vec::new() } else { self.open() };
        match found {
            Some(mention) if focused == Some(mention) => return self.open_card(),
            Some(mention) => {
                self.with_reader(|reader, height, _| reader.go_to_mention(mention, height));
            }
            None => {}
        }
        effects
    }

    /// Takes a click on the list of entities: it selects a row, and goes to the selected one.
    fn click_names(&mut self, line: u16) -> Vec<Effect> {
        let row = self.entities.pane.top + line as usize;
        if row == self.entities.pane.selected {
            return self.key(KeyCode::Enter.into());
        }
        self.choose_entity(row)
    }

    /// Takes a click on an entity of the article: it goes to its first mention, and from one of them
    /// to the next.
    fn click_entity(&mut self, at: Position, area: Option<Rect>) -> Vec<Effect> {
        let (Some(area), Some(reader)) = (area, &self.reader) else { return Vec::new() };
        let pane = EntityPane::new(reader, self.solo);
        let row = pane.top(area.height as usize) + usize::from(at.y - area.y);
        let Some(&PaneRow::Entity(number)) = pane.rows.get(row) else { return Vec::new() };
        let effects = if self.focus == Focus::Reader { Vec::new() } else { self.open() };
        self.with_reader(|reader, height, _| {
            if let Some(mention) = next_of(reader, number) {
                reader.go_to_mention(mention, height);
            }
        });
        effects
    }
}

fn has(area: Option<Rect>, at: Position) -> bool {
    area.is_some_and(|area| area.contains(at))
}

/// Gives the mention of an entity that follows the focused one, or its first.
fn next_of(reader: &Reader, entity: usize) -> Option<usize> {
    let mentions = &reader.resolved.entities.get(entity)?.mentions;
    let after = mentions.iter().find(|&&it| reader.focus.is_some_and(|focus| it > focus));
    let here = reader.focus.is_some_and(|focus| mentions.contains(&focus));
    after.filter(|_| here).or_else(|| mentions.first()).copied()
}
