//! The menu of orders and groups, over the list.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::widgets::Clear;

use crate::app::State;

use super::Theme;
use super::list::SELECTED;
use super::pen::{put, row};

/// Limits the columns of the menu.
const COLUMNS: u16 = 30;

pub(super) fn draw(state: &State, area: Rect, theme: &Theme, frame: &mut Frame) {
    let Some(selected) = state.sorting else { return };
    let area = Rect { width: area.width.min(COLUMNS), ..area };
    let lines = state.sort_menu().count() as u16;
    let covered = Rect { height: area.height.min(lines + 1), ..area };
    frame.render_widget(Clear, covered.intersection(frame.area()));
    for (at, (choice, text)) in state.sort_menu().enumerate() {
        let sign = if at == selected { SELECTED } else { "  " };
        let holds = if state.holds(choice) { " •" } else { "" };
        let style = if at == selected { theme.selected } else { theme.text };
        let text = state.prefs.language.say(text);
        put(frame, row(area, at as u16), &format!("{sign}{} {text}{holds}", at + 1), style);
    }
    put(frame, row(area, lines), &"─".repeat(area.width as usize), theme.rule);
}
