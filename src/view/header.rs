//! The search line.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span as Piece};

use crate::app::{Focus, LineEdit, Phrase, Scope, State, ThreadKind};
use crate::text::{cut, cut_to_end, shorten, width};

use super::pen::put_ends;
use super::{Theme, chips, inside};

/// Sets the columns that must be left for what is typed, or else the summary goes.
const LEAST_ROOM: usize = 16;

/// Tells what of the line is on the screen.
struct Shown<'s> {
    prompt: String,
    text: &'s str,
    /// The column of the caret, from the start of the line.
    caret: usize,
    summary: String,
}

/// Finds what is shown: of a long query the stretch that ends at the caret.
fn shown(state: &State, columns: usize) -> Shown<'_> {
    let (prompt, edit) = line(state);
    let mut summary = summary(state);
    let chips = chip_columns(state, columns);
    let free = columns.saturating_sub(chips + width(&prompt) + 1);
    if free < width(&summary) + LEAST_ROOM {
        summary.clear();
    }
    let room = free.saturating_sub(width(&summary)).max(1);
    let (before, after) = edit.text().split_at(edit.caret());
    let before = cut_to_end(before, room.saturating_sub(1));
    let after = cut(after, room.saturating_sub(width(before)));
    let start = edit.caret() - before.len();
    let text = &edit.text()[start..edit.caret() + after.len()];
    let caret = chips + width(&prompt) + width(before);
    Shown { prompt, text, caret, summary }
}

/// Gives the columns that the chips take before the prompt: half the line at most.
fn chip_columns(state: &State, columns: usize) -> usize {
    match state.focus {
        Focus::Find => 0,
        _ => chips::columns(state, columns / 2),
    }
}

fn line(state: &State) -> (String, &LineEdit) {
    let language = state.prefs.language;
    match state.focus {
        Focus::Find => (format!(" / {} ", language.say(Phrase::FindPrompt)), &state.find),
        Focus::Entities => {
            let prompt = match state.entities.scope {
                Scope::Article => Phrase::EntitiesOfArticle,
                Scope::Corpus => Phrase::EntitiesOfAll,
            };
            (format!(" {} ", language.say(prompt)), &state.entities.line)
        }
        _ => (" / ".into(), &state.search.line),
    }
}

pub(super) fn draw(state: &State, area: Rect, theme: &Theme, frame: &mut Frame) {
    let shown = shown(state, area.width as usize);
    let typing = matches!(state.focus, Focus::Search | Focus::Find | Focus::Entities);
    let text = if shown.text.is_empty() && !typing {
        let used = chip_columns(state, area.width as usize)
            + width(&shown.prompt)
            + width(&shown.summary)
            + 1;
        let room = (area.width as usize).saturating_sub(used);
        let hint = state.prefs.language.say(Phrase::SearchHint);
        Piece::styled(shorten(&hint, room), theme.dim)
    } else {
        Piece::raw(shown.text)
    };
    let prompt = Piece::styled(shown.prompt, if typing { theme.key } else { theme.dim });
    let summary = Line::styled(shown.summary, theme.dim);
    let mut pieces = match state.focus {
        Focus::Find => Vec::new(),
        _ => chips::pieces(state, area.width as usize / 2, theme),
    };
    pieces.extend([prompt, text]);
    put_ends(frame, area, &Line::from(pieces), &summary);
}

/// Tells how much was found, or how much there is, with a space behind.
fn summary(state: &State) -> String {
    let said = said(state);
    if said.is_empty() { said } else { format!("{said} ") }
}

fn said(state: &State) -> String {
    let say = |phrase| state.say(phrase).into_owned();
    if state.focus == Focus::Find {
        let found = state.reader.as_ref().and_then(|reader| reader.thread.as_ref());
        let found = found.filter(|thread| thread.kind == ThreadKind::Find);
        let count = found.map_or(0, |thread| thread.spans.len());
        let typed = !state.find.text().is_empty();
        return if typed { say(Phrase::Matches { count }) } else { String::new() };
    }
    if state.focus == Focus::Entities {
        let count = state.entities.groups.iter().map(|group| group.total).sum();
        return say(Phrase::Entities { count });
    }
    let order = state.order_name().map_or_else(String::new, |name| format!("{name} · "));
    let Some(found) = &state.search.found else {
        let count = state.library.len();
        let articles = say(match &state.filter.articles {
            Some(left) => Phrase::SomeArticles { shown: left.len(), count },
            None => Phrase::Articles { count },
        });
        return format!("{order}{articles}");
    };
    let totals = &found.results.totals;
    if state.search.partial {
        return say(Phrase::HitsSoFar { count: totals.titles + totals.entities + totals.passages });
    }
    let parts = [
        Phrase::Titles { count: totals.titles },
        Phrase::Entities { count: totals.entities },
        Phrase::Passages { count: totals.passages },
        Phrase::Took { milliseconds: found.took.as_secs_f64() * 1e3 },
    ];
    format!("{order}{}", parts.map(say).join(" · "))
}

/// Finds where the caret is.
pub(super) fn caret(state: &State, area: Rect) -> Option<Position> {
    let column = shown(state, area.width as usize).caret as u16;
    inside(area, Position::new(area.x.saturating_add(column), area.y))
}
