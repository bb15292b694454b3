//! The scroll strip: how much of the article is on the screen, and where the places lie that one
//! follows or has focused.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::{Reader, State};
use crate::text::Span;

use super::Theme;
use super::pen::{put, row};

pub(super) fn draw(state: &State, area: Rect, theme: &Theme, frame: &mut Frame) {
    let Some(reader) = &state.reader else { return };
    let (rows, height) = (reader.layout.rows.len(), area.height as usize);
    if rows <= height || height == 0 {
        return;
    }
    let line_of = |row: usize| (row * height / rows).min(height - 1);
    let places = places(reader);
    if state.prefs.zoom && places.is_empty() {
        // Where nothing is looked for, there is the text alone.
        return;
    }
    let (first, last) = (line_of(reader.top), line_of(reader.top + height - 1));
    for line in first..=last {
        put(frame, row(area, line as u16), "▐", theme.rule);
    }
    for span in places {
        let line = line_of(reader.layout.row_at(span.start));
        put(frame, row(area, line as u16), "•", theme.mark);
    }
}

/// Gives the places of the focused entity, or else of the thread.
fn places(reader: &Reader) -> Vec<Span> {
    if let Some(focus) = reader.focus {
        return reader.resolved.places(reader.resolved.entity(focus));
    }
    reader.thread.as_ref().map_or_else(Vec::new, |thread| thread.spans.clone())
}
