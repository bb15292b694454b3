//! Labels over the mentions in the reader: they cover cells, and no text moves.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span as Piece};

use crate::app::{Labels, Panes, State};

use super::Theme;
use super::pen::put_line;
use super::reader::position;

pub(super) fn draw(
    state: &State,
    labels: &Labels,
    panes: &Panes,
    (theme, frame): (&Theme, &mut Frame),
) {
    let reader = state.reader.as_ref().filter(|reader| reader.article == labels.article);
    let Some(reader) = reader else { return };
    let right = frame.area().right();
    let style = Style::reset().patch(theme.key).reversed();
    // The nearest is drawn last: where two would cover each other, it is the one to be seen.
    for label in labels.shown().collect::<Vec<_>>().into_iter().rev() {
        let Some(place) = position(state, reader, label.at, panes.text) else { continue };
        let (typed, rest) = label.text.split_at(labels.typed.len());
        let columns = label.text.len() as u16;
        let x = place.x.min(right.saturating_sub(columns));
        let area = Rect { x, y: place.y, width: columns, height: 1 };
        let typed = Piece::styled(typed, Style::reset().patch(theme.dim));
        put_line(frame, area, &Line::from(vec![typed, Piece::styled(rest, style)]));
    }
}
