//! The card of an entity: a head that stays, and below it the lines that lead on.

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span as Piece};
use ratatui::widgets::{Sparkline, Widget};

use crate::app::{Card, CardRow, HEAD_LINES, Language, Phrase, State};
use crate::corpus::ArticleNo;
use crate::dossier::{Companion, Dossier, Timeline, line};
use crate::text::{Span, width};

use super::Theme;
use super::list::SELECTED;
use super::pen::{put, put_ends, put_line, row, shorten};

/// Sets the columns of a date with the space behind it.
const DATE: usize = 12;

/// Sets the columns of the name of a kind.
const KIND: usize = 13;

/// Sets the most columns that a sparkline takes.
const SPARKS: usize = 60;

/// Draws a card over the area.
pub(super) fn draw(state: &State, card: &Card, area: Rect, (theme, frame): (&Theme, &mut Frame)) {
    let Some(dossier) = &card.dossier else {
        let text = format!(" {}  {}", card.name, state.prefs.language.say(Phrase::Gathering));
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
    let (columns, language) = (area.width as usize, state.prefs.language);
    let all = format!("{} ", counts(it, language));
    let kind = language.kind(it.kind);
    let room = columns.saturating_sub(width(&all) + width(kind) + 5);
    let name = Line::from(vec![
        Piece::styled(format!(" {kind}  "), theme.dim),
        Piece::styled(shorten(&it.name, room), theme.kind(it.kind).patch(theme.title)),
    ]);
    put_ends(frame, row(area, 0), &name, &Line::styled(all, theme.dim));
    let here = state.reader.as_ref().map_or(0, |reader| reader.places_of(it.id).len());
    let here = language
        .say(Phrase::MentionsHere { mentions: &language.say(Phrase::Mentions { count: here }) });
    let said = said(it, language, theme).into_iter().chain([(here, theme.dim)]);
    let said = said.filter(|(text, _)| !text.is_empty()).take(3);
    for (index, (text, style)) in said.enumerate() {
        let text = format!(" {}", shorten(&text, columns.saturating_sub(2)));
        put(frame, row(area, 1 + index as u16), &text, style);
    }
    timeline(&it.timeline, language, row(area, HEAD_LINES - 2), (theme, frame));
    put(frame, row(area, HEAD_LINES - 1), &"─".repeat(columns), theme.rule);
}

/// Gives how often and in how many articles an entity is mentioned.
pub(super) fn counts(it: &Dossier, language: Language) -> Cow<'static, str> {
    let mentions = language.say(Phrase::Mentions { count: it.mentions });
    let articles = language.say(Phrase::Articles { count: it.articles.len() });
    language.say(Phrase::MentionsIn { mentions: &mentions, articles: &articles })
}

/// Gives what else there is to say of an entity: offices and ranks, other names, doubt; each may be
/// empty.
pub(super) fn said(
    it: &Dossier,
    language: Language,
    theme: &Theme,
) -> [(Cow<'static, str>, Style); 3] {
    let roles = it.roles.iter().map(|(role, number)| counted(role, *number));
    let roles = roles.collect::<Vec<_>>().join(", ");
    let names = it.aliases.join(", ");
    let also = Some(Phrase::AlsoNamed { names: &names }).filter(|_| !names.is_empty());
    let also = also.map_or_else(Cow::default, |also| language.say(also));
    let doubt = it.doubt.as_ref().map_or_else(Cow::default, |doubt| language.doubt(doubt));
    [(roles.into(), theme.text), (also, theme.text), (doubt, theme.notice)]
}

fn counted(name: &str, number: usize) -> String {
    if number == 1 { name.to_owned() } else { format!("{name} ×{number}") }
}

/// Draws how many articles each month has, with the first month, the last one and the peak.
fn timeline(
    timeline: &Timeline,
    language: Language,
    area: Rect,
    (theme, frame): (&Theme, &mut Frame),
) {
    let Some(first) = timeline.first else { return };
    let undated = match timeline.undated {
        0 => String::new(),
        count => format!(" · {}", language.say(Phrase::Monthless { count })),
    };
    let last = first.later(timeline.counts.len() - 1);
    let peak = timeline.peak().map_or_else(String::new, |(month, number)| {
        let most = language.say(Phrase::PeakMonth { month: &month.to_string(), number });
        format!(" {last} · {most}{undated}")
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
    let language = state.prefs.language;
    let line = match shown {
        CardRow::Companions => Line::styled(language.say(Phrase::AppearsWith), theme.dim),
        CardRow::Articles => {
            let count = dossier.articles.len();
            Line::styled(language.say(Phrase::Articles { count }), theme.dim)
        }
        CardRow::Companion(number) => {
            companion(&dossier.companions[number], sign, language, (base, theme))
        }
        CardRow::Article(number) => {
            let (article, span) = dossier.articles[number];
            let name = theme.kind(dossier.kind).patch(base);
            context(state, (article, span), sign, (area.width, base, name))
        }
    };
    put_line(frame, area, &line);
}

fn companion<'a>(
    it: &'a Companion,
    sign: Piece<'a>,
    language: Language,
    (base, theme): (Style, &Theme),
) -> Line<'a> {
    let kind = language.kind(it.kind);
    let pad = " ".repeat(KIND.saturating_sub(width(kind)));
    Line::from(vec![
        sign,
        Piece::styled(format!("{kind}{pad} "), theme.dim),
        Piece::styled(it.name.as_str(), theme.kind(it.kind).patch(base)),
        Piece::styled(format!("  {}", language.number(it.articles)), theme.dim),
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
