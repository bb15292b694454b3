//! Drawing as the program does, into memory.

use docbao::app::State;
use docbao::view::{self, Theme};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

/// Draws a frame with the real backend; gives the bytes that a terminal would get.
pub fn frame(state: &State, theme: &Theme) -> Vec<u8> {
    let mut bytes = Vec::new();
    let viewport = Viewport::Fixed(Rect::from(state.size));
    let mut terminal =
        Terminal::with_options(CrosstermBackend::new(&mut bytes), TerminalOptions { viewport })
            .expect("memory takes all");
    terminal.draw(|frame| view::draw(state, theme, frame)).expect("memory takes all");
    drop(terminal);
    bytes
}
