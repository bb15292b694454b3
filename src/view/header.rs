//! The search line.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span as Piece};

use crate::app::{Focus, LineEdit, Scope, State, ThreadKind};
use crate::text::{cut, cut_to_end, width};

use super::pen::{count, put_ends, thousands};
use super::{Theme, chips, inside};

const FIND_PROMPT: &str = " / in this article: ";
const ENTITY_PROMPTS: [&str; 2] = [" entities of this article: ", " entities of all articles: "];
const SEARCH_PROMPT: &str = " / ";

/// Sets the columns that must be left for what is typed, or else the summary goes.
const LEAST_ROOM: usize = 16;

/// Tells what of the line is on the screen.
struct Shown<'s> {
    prompt: &'static str,
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
    let free = columns.saturating_sub(chips + width(prompt) + 1);
    if free < width(&summary) + LEAST_ROOM {
        summary.clear();
    }
    let room = free.saturating_sub(width(&summary)).max(1);
    let (before, after) = edit.text().split_at(edit.caret());
    let before = cut_to_end(before, room.saturating_sub(1));
    let after = cut(after, room.saturating_sub(width(before)));
    let start = edit.caret() - before.len();
    let text = &edit.text()[start..edit.caret() + after.len()];
    Shown { prompt, text, caret: chips + width(prompt) + width(before), summary }
}

/// Gives the columns that the chips take before the prompt: half the line at most.
fn chip_columns(state: &State, columns: usize) -> usize {
    match state.focus {
        Focus::Find => 0,
        _ => chips::columns(state, columns / 2),
    }
}

fn line(state: &State) -> (&'static str, &LineEdit) {
    match state.focus {
        Focus::Find => (FIND_PROMPT, &state.find),
        Focus::Entities => {
            let of_all = state.entities.scope == Scope::Corpus;
            (ENTITY_PROMPTS[usize::from(of_all)], &state.entities.line)
        }
        _ => (SEARCH_PROMPT, &state.search.line),
    }
}

pub(super) fn draw(state: &State, area: Rect, theme: &Theme, frame: &mut Frame) {
    let shown = shown(state, area.width as usize);
    let typing = matches!(state.focus, Focus::Search | Focus::Find | Focus::Entities);
    let text = if shown.text.is_empty() && !typing {
        Piece::styled("search titles, names and text", theme.dim)
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

/// Tells how much was found, or how much there is.
fn summary(state: &State) -> String {
    if state.focus == Focus::Find {
        let found = state.reader.as_ref().and_then(|reader| reader.thread.as_ref());
        let places =
            found.filter(|thread| thread.kind == ThreadKind::Find).map_or(0, |t| t.spans.len());
        let typed = !state.find.text().is_empty();
        return if typed { format!("{} ", count(places, "match")) } else { String::new() };
    }
    if state.focus == Focus::Entities {
        let total = state.entities.groups.iter().map(|group| group.total).sum();
        return format!("{} ", count(total, "entity"));
    }
    let Some(found) = &state.search.found else {
        let all = count(state.library.corpus.len(), "article");
        return match &state.filter.articles {
            Some(left) => format!("{} of {all} ", thousands(left.len())),
            None => format!("{all} "),
        };
    };
    let totals = &found.results.totals;
    if state.search.partial {
        let found = totals.titles + totals.entities + totals.passages;
        return format!("{} so far · F5 for more ", count(found, "hit"));
    }
    format!(
        "{} · {} · {} · {:.1} ms ",
        count(totals.titles, "title"),
        count(totals.entities, "entity"),
        count(totals.passages, "passage"),
        found.took.as_secs_f64() * 1e3
    )
}

/// Finds where the caret is.
pub(super) fn caret(state: &State, area: Rect) -> Option<Position> {
    let column = shown(state, area.width as usize).caret as u16;
    inside(area, Position::new(area.x.saturating_add(column), area.y))
}
