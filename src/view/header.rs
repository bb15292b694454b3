//! The search line.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span as Piece};

use crate::app::{Focus, LineEdit, State, ThreadKind};
use crate::text::width;

use super::pen::{count, put_ends};
use super::{Theme, inside};

const FIND_PROMPT: &str = " / in this article: ";
const SEARCH_PROMPT: &str = " / ";

fn line(state: &State) -> (&'static str, &LineEdit) {
    match state.focus {
        Focus::Find => (FIND_PROMPT, &state.find),
        _ => (SEARCH_PROMPT, &state.search.line),
    }
}

pub(super) fn draw(state: &State, area: Rect, theme: &Theme, frame: &mut Frame) {
    let (prompt, edit) = line(state);
    let typing = matches!(state.focus, Focus::Search | Focus::Find);
    let empty = edit.text().is_empty() && !typing;
    let prompt_style = if typing { theme.key } else { theme.dim };
    let left = Line::from(vec![
        Piece::styled(prompt, prompt_style),
        if empty {
            Piece::styled("search titles, names and text", theme.dim)
        } else {
            Piece::raw(edit.text())
        },
    ]);
    put_ends(frame, area, &left, &Line::styled(summary(state), theme.dim));
}

/// Tells how much was found, or how much there is.
fn summary(state: &State) -> String {
    if state.focus == Focus::Find {
        let found = state.reader.as_ref().and_then(|reader| reader.thread.as_ref());
        let places =
            found.filter(|thread| thread.kind == ThreadKind::Find).map_or(0, |t| t.spans.len());
        return format!("{} ", count(places, "match"));
    }
    let Some(found) = &state.search.found else {
        return format!("{} ", count(state.library.corpus.len(), "article"));
    };
    let totals = &found.results.totals;
    format!(
        "{} · {} · {} · {:.1} ms ",
        count(totals.titles, "title"),
        count(totals.entities, "entity"),
        count(totals.passages, "passage"),
        found.took.as_secs_f64() * 1e3
    )
}

/// Finds where the caret is.
pub(super) fn caret(state: &State, area: Rect) -> Option<Position> {
    let (prompt, edit) = line(state);
    let column = width(prompt) + edit.caret_column();
    inside(area, Position::new(area.x.saturating_add(column.min(u16::MAX as usize) as u16), area.y))
}
