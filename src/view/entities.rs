//! The entities of the article: by kind, with counts; the focused one stands out.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span as Piece};

use crate::app::{Reader, State};
use crate::entity::{ArticleEntity, Kind};

use super::Theme;
use super::list::SELECTED;
use super::pen::{put, put_line, row, shorten};

/// Names what a line of the pane shows.
enum Shown<'r> {
    Heading(Kind, usize),
    Entity(usize, &'r ArticleEntity),
}

pub(super) fn draw(state: &State, area: Rect, theme: &Theme, frame: &mut Frame) {
    let Some(reader) = &state.reader else { return };
    let lines = lines(state, reader);
    let focused = reader.focus.map(|focus| reader.resolved.entity_of[focus]);
    let at = lines
        .iter()
        .position(|line| matches!(line, Shown::Entity(number, _) if Some(*number) == focused));
    let height = area.height as usize;
    let top =
        at.map_or(0, |at| at.saturating_sub(height / 2)).min(lines.len().saturating_sub(height));
    for (index, line) in lines.iter().skip(top).take(height).enumerate() {
        draw_line(line, (state, focused), row(area, index as u16), (theme, frame));
    }
}

/// Gives the lines: each kind that is shown, the most frequent entities first.
fn lines<'r>(state: &State, reader: &'r Reader) -> Vec<Shown<'r>> {
    let mut lines = Vec::new();
    for kind in Kind::ALL.into_iter().filter(|&kind| state.solo.is_none_or(|solo| solo == kind)) {
        let mut of_kind: Vec<_> = reader
            .resolved
            .entities
            .iter()
            .enumerate()
            .filter(|(_, entity)| entity.kind == kind)
            .collect();
        of_kind.sort_by_key(|(_, entity)| std::cmp::Reverse(entity.mentions.len()));
        if !of_kind.is_empty() {
            lines.push(Shown::Heading(kind, of_kind.len()));
            lines.extend(of_kind.into_iter().map(|(number, entity)| Shown::Entity(number, entity)));
        }
    }
    lines
}

fn draw_line(
    line: &Shown,
    (state, focused): (&State, Option<usize>),
    area: Rect,
    (theme, frame): (&Theme, &mut Frame),
) {
    match line {
        Shown::Heading(kind, count) => {
            let text =
                format!(" {} {} {count}", kind.index() + 1, state.prefs.language.kind(*kind));
            put(frame, area, &text, theme.dim);
        }
        Shown::Entity(number, entity) => {
            let is_focused = focused == Some(*number);
            let sign = if is_focused { SELECTED } else { "  " };
            let count = format!(" {}", entity.mentions.len());
            let room = (area.width as usize).saturating_sub(count.len() + 3);
            let style =
                theme.kind(entity.kind).patch(if is_focused { theme.selected } else { theme.text });
            put_line(
                frame,
                area,
                &Line::from(vec![
                    Piece::styled(sign, theme.selected),
                    Piece::styled(shorten(&entity.name, room), style),
                    Piece::styled(count, theme.dim),
                ]),
            );
        }
    }
}
