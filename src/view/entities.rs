//! The entities of the article: by kind, with counts; the focused one stands out.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span as Piece};

use crate::app::{EntityPane, PaneRow, Reader, State};

use super::Theme;
use super::list::SELECTED;
use super::pen::{put, put_line, row, shorten};

pub(super) fn draw(state: &State, area: Rect, theme: &Theme, frame: &mut Frame) {
    let Some(reader) = &state.reader else { return };
    let pane = EntityPane::new(reader, state.solo);
    let height = area.height as usize;
    let shown = pane.rows.iter().skip(pane.top(height)).take(height);
    for (line, &shown) in (0..).zip(shown) {
        draw_line(state, (reader, &pane), shown, row(area, line), (theme, frame));
    }
}

fn draw_line(
    state: &State,
    (reader, pane): (&Reader, &EntityPane),
    shown: PaneRow,
    area: Rect,
    (theme, frame): (&Theme, &mut Frame),
) {
    let number = match shown {
        PaneRow::Heading(kind, count) => {
            let text = format!(" {} {} {count}", kind.index() + 1, state.prefs.language.kind(kind));
            put(frame, area, &text, theme.dim);
            return;
        }
        PaneRow::Entity(number) => number,
    };
    let entity = &reader.resolved.entities[number];
    let is_focused = pane.focused == Some(number);
    let (sign, base) = if is_focused { (SELECTED, theme.selected) } else { ("  ", theme.text) };
    let count = format!(" {}", entity.mentions.len());
    let room = (area.width as usize).saturating_sub(count.len() + 3);
    let pieces = vec![
        Piece::styled(sign, theme.selected),
        Piece::styled(shorten(&entity.name, room), theme.kind(entity.kind).patch(base)),
        Piece::styled(count, theme.dim),
    ];
    put_line(frame, area, &Line::from(pieces));
}
