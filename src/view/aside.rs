//! The card of the focused entity, below the entities of the article.

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span as Piece};
use ratatui::widgets::{Sparkline, Widget};

use crate::app::{Language, Phrase, State};
use crate::dossier::{Companion, Dossier, Month, Timeline};
use crate::text::width;

use super::Theme;
use super::card::{counts, said, sparks};
use super::pen::{put, put_ends, put_line, row, shorten};

pub(super) fn draw(state: &State, area: Rect, theme: &Theme, frame: &mut Frame) {
    put(frame, row(area, 0), &"─".repeat(area.width as usize), theme.rule);
    let Some(it) = state.beside() else { return };
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let language = state.prefs.language;
    let mut at = 1;
    for (text, style) in head(it, language, theme) {
        put(frame, row(inner, at), &shorten(&text, inner.width as usize), style);
        at += 1;
    }
    if let Some(peak) = it.timeline.peak() {
        let rows = [at, at + 1, at + 2].map(|at| row(inner, at));
        months(&it.timeline, peak, language, rows, (theme, frame));
        at += 3;
    }
    // A line stays free above the companions.
    for (line, with) in (at + 1..area.height).zip(&it.companions) {
        put_line(frame, row(inner, line), &companion(with, inner.width, language, theme));
    }
}

/// Gives what there is to say: name, counts, offices, other names, doubt.
fn head(
    it: &Dossier,
    language: Language,
    theme: &Theme,
) -> impl Iterator<Item = (Cow<'static, str>, Style)> {
    let name = (it.name.clone().into(), theme.kind(it.kind).patch(theme.title));
    let all =
        [name, (counts(it, language), theme.dim)].into_iter().chain(said(it, language, theme));
    all.filter(|(text, _)| !text.is_empty())
}

/// Draws the articles of each month, below them the first month and the last one, and the peak.
fn months(
    timeline: &Timeline,
    (most, number): (Month, usize),
    language: Language,
    [bars, ends, peak]: [Rect; 3],
    (theme, frame): (&Theme, &mut Frame),
) {
    let Some(first) = timeline.first else { return };
    let sparks = sparks(&timeline.counts, bars.width as usize);
    let place = bars.intersection(frame.area());
    Sparkline::default().data(sparks).style(theme.text).render(place, frame.buffer_mut());
    let last = first.later(timeline.counts.len() - 1).to_string();
    let first = Line::styled(first.to_string(), theme.dim);
    put_ends(frame, ends, &first, &Line::styled(last, theme.dim));
    let most = language.say(Phrase::PeakMonth { month: &most.to_string(), number });
    put(frame, peak, &most, theme.dim);
}

fn companion<'a>(with: &Companion, columns: u16, language: Language, theme: &Theme) -> Line<'a> {
    let number = format!(" {}", language.number(with.articles));
    let room = (columns as usize).saturating_sub(width(&number) + 2);
    Line::from(vec![
        Piece::styled("+ ", theme.dim),
        Piece::styled(shorten(&with.name, room), theme.kind(with.kind)),
        Piece::styled(number, theme.dim),
    ])
}
