//! The card of an entity: a head that stays, and below it the lines that lead on.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span as Piece};
use ratatui::widgets::{Sparkline, Widget};

use crate::app::{Card, CardRow, HEAD_LINES, State};
use crate::corpus::ArticleNo;
use crate::dossier::{Companion, Dossier, Timeline, line};
use crate::text::{Span, width};

use super::Theme;
use super::list::SELECTED;
use super::pen::{count, put, put_ends, put_line, row, shorten, thousands};

/// Sets the columns of a date with the space behind it.
const DATE: usize = 12;

/// Sets the most columns that a sparkline takes.
const SPARKS: usize = 60;

/// Draws a card over the area.
pub(super) fn draw(state: &State, card: &Card, area: Rect, (theme, frame): (&Theme, &mut Frame)) {
    let Some(dossier) = &card.dossier else {
        let text = format!(" {}  gathering …", card.name);
        put(frame, row(area, 0), &text, theme.dim);
        return;
    };
    head(state, dossier, area, (theme, frame));
    let top = HEAD_LINES.min(area.height);
    let body = Rect { y: area.y + top, height: area.height - top, ..area };
    for (index, number) in (card.pane.top..card.len()).take(body.height as usize).enumerate() {
        let selected = number == card.pane.selected;
        let place = row(body, index as u16);
        draw_row(state, dossier, (card.row(number), selected), place, (theme, frame));
    }
}

fn head(state: &State, it: &Dossier, area: Rect, (theme, frame): (&Theme, &mut Frame)) {
    let columns = area.width as usize;
    let all =
        format!("{} in {} ", count(it.mentions, "mention"), count(it.articles.len(), "article"));
    let room = columns.saturating_sub(width(&all) + it.kind.name().len() + 5);
    let name = Line::from(vec![
        Piece::styled(format!(" {}  ", it.kind.name()), theme.dim),
        Piece::styled(shorten(&it.name, room), theme.kind(it.kind).patch(theme.title)),
    ]);
    put_ends(frame, row(area, 0), &name, &Line::styled(all, theme.dim));
    let here = state.reader.as_ref().map_or(0, |reader| reader.places_of(it.id).len());
    let said = [
        (roles(it), theme.text),
        (names(it), theme.text),
        (it.doubt.clone().unwrap_or_default(), theme.notice),
        (format!("{} in this article", count(here, "mention")), theme.dim),
    ];
    let said = said.into_iter().filter(|(text, _)| !text.is_empty()).take(3);
    for (index, (text, style)) in said.enumerate() {
        let text = format!(" {}", shorten(&text, columns.saturating_sub(2)));
        put(frame, row(area, 1 + index as u16), &text, style);
    }
    timeline(&it.timeline, row(area, HEAD_LINES - 2), theme, frame);
    put(frame, row(area, HEAD_LINES - 1), &"─".repeat(columns), theme.rule);
}

/// Gives the offices and ranks of an entity.
pub(super) fn roles(it: &Dossier) -> String {
    let roles = it.roles.iter().map(|(role, number)| counted(role, *number));
    roles.collect::<Vec<_>>().join(", ")
}

/// Gives the other names of an entity.
pub(super) fn names(it: &Dossier) -> String {
    if it.aliases.is_empty() { String::new() } else { format!("also {}", it.aliases.join(", ")) }
}

fn counted(name: &str, number: usize) -> String {
    if number == 1 { name.to_owned() } else { format!("{name} ×{number}") }
}

/// Draws how many articles each month has, with the first month, the last one and the peak.
fn timeline(timeline: &Timeline, area: Rect, theme: &Theme, frame: &mut Frame) {
    let Some(first) = timeline.first else { return };
    let undated = match timeline.undated {
        0 => String::new(),
        number => format!(" · {} without month", thousands(number)),
    };
    let last = first.later(timeline.counts.len() - 1);
    let peak = timeline.peak().map_or_else(String::new, |(month, number)| {
        format!(" {last} · most in {month}: {}{undated}", thousands(number))
    });
    let start = format!(" {first} ");
    let room = (area.width as usize).saturating_sub(width(&start) + width(&peak)).min(SPARKS);
    let sparks = sparks(&timeline.counts, room);
    let columns = sparks.len() as u16;
    put(frame, area, &start, theme.dim);
    let place = Rect { x: area.x + width(&start) as u16, width: columns, ..area };
    let place = place.intersection(frame.area());
    Sparkline::default().data(sparks).style(theme.text).render(place, frame.buffer_mut());
    let x = place.right();
    let rest = Rect { x, width: area.right().saturating_sub(x), ..area };
    put(frame, rest, &peak, theme.dim);
}

/// Adds up as many months each that all fit into some columns.
pub(super) fn sparks(counts: &[usize], columns: usize) -> Vec<u64> {
    let months = counts.len().div_ceil(columns.max(1)).max(1);
    let sums = counts.chunks(months).map(|months| months.iter().sum::<usize>() as u64);
    sums.take(columns).collect()
}

fn draw_row(
    state: &State,
    dossier: &Dossier,
    (shown, selected): (CardRow, bool),
    area: Rect,
    (theme, frame): (&Theme, &mut Frame),
) {
    let base = if selected { theme.selected } else { theme.text };
    let sign = Piece::styled(if selected { SELECTED } else { "  " }, theme.selected);
    let line = match shown {
        CardRow::Companions => Line::styled("appears with", theme.dim),
        CardRow::Articles => Line::styled(count(dossier.articles.len(), "article"), theme.dim),
        CardRow::Companion(number) => companion(&dossier.companions[number], sign, base, theme),
        CardRow::Article(number) => {
            let (article, span) = dossier.articles[number];
            let name = theme.kind(dossier.kind).patch(base);
            context(state, (article, span), sign, (area.width, base, name))
        }
    };
    put_line(frame, area, &line);
}

fn companion<'a>(it: &'a Companion, sign: Piece<'a>, base: Style, theme: &Theme) -> Line<'a> {
    Line::from(vec![
        sign,
        Piece::styled(format!("{:<13} ", it.kind.name()), theme.dim),
        Piece::styled(it.name.as_str(), theme.kind(it.kind).patch(base)),
        Piece::styled(format!("  {}", thousands(it.articles)), theme.dim),
    ])
}

/// Gives one line of an article around a mention; all mentions stand in one column.
fn context<'a>(
    state: &State,
    (number, span): (ArticleNo, Span),
    sign: Piece<'a>,
    (columns, base, name): (u16, Style, Style),
) -> Line<'a> {
    let Some(article) = state.library.article(number) else { return Line::default() };
    let date = article.date.map_or_else(String::new, |date| date.to_string());
    let room = (columns as usize).saturating_sub(DATE + 3);
    let left = room * 2 / 5;
    let line = line(article, span, left, room);
    let pad = " ".repeat(left.saturating_sub(width(&line.before)));
    Line::from(vec![
        sign,
        Piece::styled(format!("{date:<DATE$}"), base),
        Piece::styled(format!("{pad}{}", line.before), base),
        Piece::styled(line.mention, name),
        Piece::styled(line.after, base),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_added_up_to_fit() {
        for (counts, columns, expected) in [
            (&[1, 2, 3][..], 3, &[1, 2, 3][..]),
            (&[1, 2, 3], 2, &[3, 3]),
            (&[1, 2, 3, 4, 5], 2, &[6, 9]),
            (&[1], 60, &[1]),
            (&[1, 2], 0, &[]),
            (&[], 5, &[]),
        ] {
            assert_eq!(sparks(counts, columns), expected, "{counts:?} {columns}");
        }
    }
}
