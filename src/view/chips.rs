//! The entities that the list is filtered by, in the search line.

use ratatui::text::Span as Piece;

use crate::app::{Chip, State};
use crate::text::width;

use super::Theme;
use super::pen::shorten;

/// Limits the columns of one chip.
const LONGEST: usize = 24;

/// Gives the columns that the chips take, as far as there is room.
pub(super) fn columns(state: &State, room: usize) -> usize {
    shown(state, room).iter().map(|(_, text)| width(text)).sum()
}

/// Gives the chips, as far as there is room.
pub(super) fn pieces<'a>(state: &State, room: usize, theme: &Theme) -> Vec<Piece<'a>> {
    let style = |chip: Option<&Chip>| chip.map_or(theme.dim, |chip| theme.kind(chip.kind));
    let piece = |(chip, text)| Piece::styled(text, style(chip));
    shown(state, room).into_iter().map(piece).collect()
}

fn shown(state: &State, room: usize) -> Vec<(Option<&Chip>, String)> {
    let (mut shown, mut used) = (Vec::new(), 2);
    for chip in &state.filter.chips {
        let sign = if chip.with { '=' } else { '-' };
        let text = format!(" {sign} {} ", shorten(&chip.name, LONGEST));
        used += width(&text);
        if used > room {
            shown.push((None, " …".to_owned()));
            break;
        }
        shown.push((Some(chip), text));
    }
    shown
}
