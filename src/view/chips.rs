//! The entities that the list is filtered by, in the search line.

use ratatui::text::Span as Piece;

use crate::app::{Chip, State};
use crate::text::width;

use super::Theme;

/// Gives the columns that the chips take, as far as there is room.
pub(super) fn columns(state: &State, room: usize) -> usize {
    state.filter.shown(room).iter().map(|(_, text)| width(text)).sum()
}

/// Gives the chips, as far as there is room.
pub(super) fn pieces<'a>(state: &State, room: usize, theme: &Theme) -> Vec<Piece<'a>> {
    let style = |chip: Option<&Chip>| chip.map_or(theme.dim, |chip| theme.kind(chip.kind));
    let piece = |(chip, text)| Piece::styled(text, style(chip));
    state.filter.shown(room).into_iter().map(piece).collect()
}
