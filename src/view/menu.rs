//! How keys that have been pressed can go on: a few lines above the status lines.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span as Piece};
use ratatui::widgets::{Clear, Widget};

use crate::app::State;

use super::Theme;
use super::overlay::padded;
use super::pen::{put, put_line, row};

/// Sets the columns that keys take.
const KEYS: usize = 12;

pub(super) fn draw(state: &State, theme: &Theme, frame: &mut Frame) {
    if !state.menu.shown {
        return;
    }
    let language = state.prefs.language;
    let choices = state.keymap.following(state.place(), &state.menu.typed);
    let screen = frame.area();
    let below = screen.height.min(3);
    let height = (choices.len() as u16 + 1).min(screen.height - below);
    let area = Rect { y: screen.y + screen.height - below - height, height, ..screen };
    Clear.render(area, frame.buffer_mut());
    put(frame, row(area, 0), &"─".repeat(area.width as usize), theme.rule);
    for (index, (keys, info)) in choices.iter().enumerate() {
        let keys = Piece::styled(format!("  {}", padded(keys, KEYS)), theme.key);
        let says = Piece::styled(language.action(info), theme.text);
        put_line(frame, row(area, index as u16 + 1), &Line::from(vec![keys, says]));
    }
}
