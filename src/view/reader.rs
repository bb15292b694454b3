//! The reader: the rows of the article that are on the screen, with entities and matches.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;

use crate::app::{Panes, Phrase, Prefs, Reader, RowKind, State};
use crate::corpus::{Article, TitleOrigin};
use crate::reading::minutes;
use crate::text::{Span, width};

use super::list::indented;
use super::pen::{put, put_line, row, spread, styled};
use super::signs::signs;
use super::{Theme, inside};

pub(super) fn draw(state: &State, panes: &Panes, theme: &Theme, frame: &mut Frame) {
    let Some(reader) = &state.reader else { return };
    let Some(article) = state.library.article(reader.article) else { return };
    let rows =
        reader.layout.rows.iter().enumerate().skip(reader.top).take(panes.text.height as usize);
    // What has no colour to be dimmed in stays as it is.
    let standing_out = state.rows_standing_out().filter(|_| theme.dim.fg.is_some());
    for (line, (index, shown)) in rows.enumerate() {
        let area = row(panes.text, line as u16);
        let dimmed = standing_out.as_ref().is_some_and(|rows| !rows.contains(&index));
        let base = if dimmed { theme.dim } else { base_style(shown.kind, article, theme) };
        if shown.kind == RowKind::Facts {
            let signs = signs(state, reader.article);
            let room = (area.width as usize).saturating_sub(width(&signs));
            let facts = facts(article, reader, &state.prefs, room);
            put(frame, area, &format!("{signs}{facts}"), theme.dim);
            continue;
        }
        let repeated = shown.kind == RowKind::Title && article.title_origin == TitleOrigin::Derived;
        let marks = marks(state, reader, &Stretch { span: shown.span, repeated, dimmed }, theme);
        let pieces = styled(&article.text, shown.span, base, &marks);
        let mut pieces = spread(pieces, shown.span.start, reader.layout.gaps(shown));
        if shown.kind == RowKind::Title
            && shown.span.end == article.title.end
            && article.title_is_cut()
        {
            pieces.push("…".into());
        }
        put_line(frame, indented(area, shown.indent), &Line::from(pieces));
        if !repeated && has_same(reader, shown.span) && area.x > 0 {
            put(frame, Rect { x: area.x - 2.min(area.x), width: 1, ..area }, "▎", theme.mark);
        }
    }
}

fn base_style(kind: RowKind, article: &Article, theme: &Theme) -> Style {
    match kind {
        RowKind::Title if article.title_origin == TitleOrigin::Derived => {
            theme.title.patch(theme.derived)
        }
        RowKind::Title => theme.title,
        RowKind::Caption => theme.caption.italic(),
        RowKind::Byline => theme.caption,
        _ => theme.text,
    }
}

/// Tells date, length and number of entities, as far as there is room.
fn facts(article: &Article, reader: &Reader, prefs: &Prefs, room: usize) -> String {
    let words = article.words();
    let mut facts: Vec<String> = article.date.iter().map(ToString::to_string).collect();
    let known = Some(reader.resolved.entities.len()).filter(|_| reader.tagged);
    let counted = [
        Some(Phrase::Words { count: words }),
        Some(Phrase::Minutes { count: minutes(words, prefs.words_a_minute) }),
        known.map(|count| Phrase::Entities { count }),
    ];
    facts.extend(
        counted.into_iter().flatten().map(|phrase| prefs.language.say(phrase).into_owned()),
    );
    while width(&facts.join(" · ")) > room && facts.len() > 1 {
        facts.pop();
    }
    facts.join(" · ")
}

/// Represents what a row shows of the article.
struct Stretch {
    span: Span,
    /// Whether it is shown once more below.
    repeated: bool,
    /// Whether it does not stand out.
    dimmed: bool,
}

/// Gives the marks on a row: entities unless it is dimmed, then matches, then what is focused. A
/// derived title repeats the body's beginning; the focus is shown in the body only.
fn marks(state: &State, reader: &Reader, stretch: &Stretch, theme: &Theme) -> Vec<(Span, Style)> {
    let &Stretch { span: shown, repeated, dimmed } = stretch;
    let mut marks = Vec::new();
    let first = reader.resolved.mentions.partition_point(|mention| mention.span.end <= shown.start);
    let focused = reader.focus.map(|focus| reader.resolved.entity_of[focus]);
    for (index, mention) in reader.resolved.mentions.iter().enumerate().skip(first) {
        if mention.span.start >= shown.end {
            break;
        }
        if !dimmed && state.solo.is_none_or(|kind| kind == mention.kind) {
            marks.push((mention.span, theme.kind(mention.kind)));
        }
        if focused == Some(reader.resolved.entity_of[index]) {
            marks.push((mention.span, theme.same));
        }
        if reader.focus == Some(index) && !repeated {
            marks.push((mention.span, theme.focus));
        }
    }
    if let Some(thread) = &reader.thread {
        let first = thread.spans.partition_point(|span| span.end <= shown.start);
        for (index, &span) in
            thread.spans.iter().enumerate().skip(first).take_while(|(_, s)| s.start < shown.end)
        {
            marks.push((span, theme.found));
            if thread.at == Some(index) && !repeated {
                marks.push((span, theme.focus));
            }
        }
    }
    marks
}

/// Tells whether a row has a mention of the focused entity.
fn has_same(reader: &Reader, shown: Span) -> bool {
    let Some(focus) = reader.focus else { return false };
    let entity = reader.resolved.entity(focus);
    entity.mentions.iter().any(|&index| reader.resolved.mentions[index].span.overlaps(shown))
}

/// Finds where the terminal's cursor belongs: on the focused place if it is on the screen, else
/// on the first line.
pub(super) fn cursor(state: &State, area: Rect) -> Option<Position> {
    let reader = state.reader.as_ref()?;
    state.focused_place().map_or_else(
        || inside(area, area.as_position()),
        |span| position(state, reader, span.start, area),
    )
}

/// Finds where the byte `at` of the article stands, if it is on the screen.
pub(super) fn position(state: &State, reader: &Reader, at: u32, area: Rect) -> Option<Position> {
    let article = state.library.article(reader.article)?;
    let index = reader.layout.row_at(at);
    let shown = reader.layout.rows.get(index)?;
    let column = reader.layout.column(shown, &article.text, at) as u16;
    let line = u16::try_from(index.checked_sub(reader.top)?).ok()?;
    inside(area, Position::new(area.x.saturating_add(column), area.y.saturating_add(line)))
}
