//! The view: what the state looks like, drawn anew each time.
//!
//! It takes the state by shared reference and changes nothing. Text of articles reaches the screen
//! only as spans and lines, never as the symbol of a cell.

mod aside;
mod card;
mod chips;
mod entities;
mod entity_list;
mod header;
mod hints;
mod labels;
mod list;
mod menu;
mod months;
mod overlay;
mod pen;
mod reader;
mod results;
mod signs;
mod sort_menu;
mod status;
mod strip;
mod theme;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use crate::app::{Focus, Panes, State};

pub use theme::{Theme, Tier};

/// Draws the whole screen.
pub fn draw(state: &State, theme: &Theme, frame: &mut Frame) {
    draw_screen(state, theme, frame);
    menu::draw(state, theme, frame);
}

fn draw_screen(state: &State, theme: &Theme, frame: &mut Frame) {
    let panes = state.panes();
    if let Some(overlay) = &state.overlay {
        overlay::draw(state, overlay, theme, frame);
        return;
    }
    if let Some(card) = &state.card {
        let above = panes.bottom_rule.top().saturating_sub(frame.area().y);
        let area = Rect { height: above, ..frame.area() };
        card::draw(state, card, area, (theme, frame));
        let rule = "─".repeat(panes.bottom_rule.width as usize);
        pen::put(frame, panes.bottom_rule, &rule, theme.rule);
        status::draw(state, &panes, theme, frame);
        return;
    }
    if state.focus == Focus::Months {
        months::draw(state, theme, frame);
        return;
    }
    rules(&panes, theme, frame);
    header::draw(state, panes.search, theme, frame);
    let naming = state.focus == Focus::Entities;
    if let Some(area) = panes.list.filter(|_| !naming || panes.entities.is_some()) {
        match &state.search.found {
            Some(found) => results::draw(state, found, area, (theme, frame)),
            None => list::draw(state, area, theme, frame),
        }
    }
    if panes.reader.is_some() {
        reader::draw(state, &panes, theme, frame);
        if let Some(labels) = &state.labels {
            labels::draw(state, labels, &panes, (theme, frame));
        }
        strip::draw(state, panes.strip, theme, frame);
    }
    if let Some(area) = panes.list.or(panes.reader) {
        sort_menu::draw(state, area, theme, frame);
    }
    if let Some(area) = state.names_area().filter(|_| naming) {
        entity_list::draw(state, area, theme, frame);
    } else if let Some(area) = panes.entities {
        entities::draw(state, area, theme, frame);
    }
    if let Some(area) = panes.aside {
        aside::draw(state, area, theme, frame);
    }
    status::draw(state, &panes, theme, frame);
    if let Some(position) = cursor(state, &panes) {
        frame.set_cursor_position(position);
    }
}

/// Draws the rules between the panes.
fn rules(panes: &Panes, theme: &Theme, frame: &mut Frame) {
    let verticals: Vec<u16> =
        [panes.left_rule, panes.right_rule].iter().flatten().map(|rule| rule.x).collect();
    for rule in [panes.left_rule, panes.right_rule].into_iter().flatten() {
        for y in rule.rows() {
            pen::put(frame, y, "│", theme.rule);
        }
    }
    for (rule, joint) in [(panes.top_rule, '┬'), (panes.bottom_rule, '┴')] {
        let line: String = (rule.left()..rule.right())
            .map(|x| if verticals.contains(&x) { joint } else { '─' })
            .collect();
        pen::put(frame, rule, &line, theme.rule);
    }
}

/// Finds where the terminal's own cursor belongs: screen readers speak what it is on.
fn cursor(state: &State, panes: &Panes) -> Option<Position> {
    match state.focus {
        Focus::Search | Focus::Find | Focus::Entities => header::caret(state, panes.search),
        Focus::List => {
            let area = panes.list?;
            let pane = state.list_pane();
            let above: u16 = (pane.top..pane.selected).map(|row| state.row_height(row)).sum();
            let found = state.search.found.is_some();
            let head = !found && state.listing.group_size(pane.selected).is_some();
            let above = above + u16::from(head);
            inside(area, Position::new(area.x, area.y.saturating_add(above)))
        }
        Focus::Months => None,
        Focus::Reader => reader::cursor(state, panes.text),
    }
}

fn inside(area: Rect, position: Position) -> Option<Position> {
    area.contains(position).then_some(position)
}

#[cfg(test)]
mod tests;
