//! The card of the focused entity, below the entities of the article.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span as Piece};
use ratatui::widgets::{Sparkline, Widget};

use crate::app::State;
use crate::dossier::{Companion, Dossier, Month, Timeline};
use crate::text::width;

use super::Theme;
use super::card::{names, roles, sparks};
use super::pen::{count, put, put_ends, put_line, row, shorten, thousands};

pub(super) fn draw(state: &State, area: Rect, theme: &Theme, frame: &mut Frame) {
    put(frame, row(area, 0), &"─".repeat(area.width as usize), theme.rule);
    let Some(it) = state.beside() else { return };
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let mut at = 1;
    for (text, style) in head(it, theme) {
        put(frame, row(inner, at), &shorten(&text, inner.width as usize), style);
        at += 1;
    }
    if let Some(peak) = it.timeline.peak() {
        months(&it.timeline, peak, [row(inner, at), row(inner, at + 1)], (theme, frame));
        at += 2;
    }
    // A line stays free above the companions.
    for (line, with) in (at + 1..area.height).zip(&it.companions) {
        put_line(frame, row(inner, line), &companion(with, inner.width, theme));
    }
}

/// Gives what there is to say: name, counts, offices, other names, doubt.
fn head(it: &Dossier, theme: &Theme) -> impl Iterator<Item = (String, Style)> {
    let counts =
        format!("{} in {}", count(it.mentions, "mention"), count(it.articles.len(), "article"));
    let said = [
        (it.name.clone(), theme.kind(it.kind).patch(theme.title)),
        (counts, theme.dim),
        (roles(it), theme.text),
        (names(it), theme.text),
        (it.doubt.clone().unwrap_or_default(), theme.notice),
    ];
    said.into_iter().filter(|(text, _)| !text.is_empty())
}

/// Draws the articles of each month, and below them the first month, the peak and the last one.
fn months(
    timeline: &Timeline,
    (most, _): (Month, usize),
    [above, below]: [Rect; 2],
    (theme, frame): (&Theme, &mut Frame),
) {
    let Some(first) = timeline.first else { return };
    let bars = Sparkline::default().data(sparks(&timeline.counts, above.width as usize));
    bars.style(theme.text).render(above.intersection(frame.area()), frame.buffer_mut());
    let last = first.later(timeline.counts.len() - 1);
    let left = Line::styled(format!("{first} · most {most}"), theme.dim);
    put_ends(frame, below, &left, &Line::styled(last.to_string(), theme.dim));
}

fn companion<'a>(with: &Companion, columns: u16, theme: &Theme) -> Line<'a> {
    let number = format!(" {}", thousands(with.articles));
    let room = (columns as usize).saturating_sub(width(&number) + 2);
    Line::from(vec![
        Piece::styled("+ ", theme.dim),
        Piece::styled(shorten(&with.name, room), theme.kind(with.kind)),
        Piece::styled(number, theme.dim),
    ])
}
