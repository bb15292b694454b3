//! The results of a search, in their three groups.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span as Piece};

use crate::app::{Found, Phrase, ResultRow, State};
use crate::search::{EntityHit, PassageHit};
use crate::text::{Span, width};

use super::Theme;
use super::list::{BEFORE_MATCH, SELECTED, article_rows, indented, start_before, two_lines};
use super::pen::{put, put_line, row, shorten, styled};
use super::signs::signs;

pub(super) fn draw(state: &State, found: &Found, area: Rect, (theme, frame): (&Theme, &mut Frame)) {
    if found.rows.is_empty() {
        let text = format!("  {}", state.prefs.language.say(Phrase::NothingFound));
        put(frame, row(area, 0), &text, theme.dim);
    }
    let pane = state.list_pane();
    let mut line = 0;
    for (index, result) in found.rows.iter().enumerate().skip(pane.top) {
        if line >= area.height {
            break;
        }
        let selected = index == pane.selected;
        if selected && !result.is_heading() {
            put(frame, row(area, line), SELECTED, theme.selected);
        }
        let place = Rect { y: area.y + line, height: area.height - line, ..area };
        draw_row(state, found, (*result, selected), place, (theme, frame));
        line += result.height();
    }
}

fn draw_row(
    state: &State,
    found: &Found,
    (result, selected): (ResultRow, bool),
    area: Rect,
    (theme, frame): (&Theme, &mut Frame),
) {
    let (hits, totals) = (&found.results, &found.results.totals);
    let mut group = |name, counts| {
        heading(state, &state.prefs.language.say(name), counts, (area, theme, &mut *frame));
    };
    match result {
        ResultRow::Titles => group(Phrase::GroupTitles, (hits.titles.len(), totals.titles)),
        ResultRow::Entities => group(Phrase::GroupEntities, (hits.entities.len(), totals.entities)),
        ResultRow::Passages => group(Phrase::GroupPassages, (hits.passages.len(), totals.passages)),
        ResultRow::Title(index) => {
            let hit = &hits.titles[index];
            if let Some(article) = state.library.article(hit.article) {
                let signs = signs(state, hit.article);
                article_rows((&signs, article), &hit.matches, (area, 0), selected, (theme, frame));
            }
        }
        ResultRow::Entity(index) => {
            entity(state, (&hits.entities[index], selected), area, (theme, frame));
        }
        ResultRow::Passage(index) => {
            passage(state, &hits.passages[index], selected, area, (theme, frame));
        }
    }
}

pub(super) fn heading(
    state: &State,
    name: &str,
    (shown, total): (usize, usize),
    (area, theme, frame): (Rect, &Theme, &mut Frame),
) {
    let language = state.prefs.language;
    let count = if shown < total {
        language.say(Phrase::ShownOf { shown, total }).into_owned()
    } else {
        language.number(total)
    };
    put(frame, row(area, 0), &format!("{name} {count}"), theme.dim);
}

pub(super) fn entity(
    state: &State,
    (hit, selected): (&EntityHit, bool),
    area: Rect,
    (theme, frame): (&Theme, &mut Frame),
) {
    let area = indented(row(area, 0), 2);
    let count = format!(" {}", state.prefs.language.number(hit.mentions as usize));
    let base = theme.kind(hit.kind).patch(if selected { theme.selected } else { theme.text });
    let marks: Vec<_> = hit.matches.iter().map(|&span| (span, theme.found)).collect();
    let room = (area.width as usize).saturating_sub(count.len() + 1);
    // The name that was found comes first: it tells why the entity is here.
    let found = hit.alias.as_ref().unwrap_or(&hit.name);
    let short = shorten(found, room);
    let kept = Span::new(0, short.strip_suffix('…').map_or(found.len(), str::len));
    let mut pieces = styled(found, kept, base, &marks);
    if (kept.end as usize) < found.len() {
        pieces.push(Piece::styled("…", base));
    } else if hit.alias.is_some() {
        let rest = shorten(&format!(" · {}", hit.name), room - width(found));
        pieces.push(Piece::styled(rest, theme.dim));
    }
    pieces.push(Piece::styled(count, theme.dim));
    put_line(frame, area, &Line::from(pieces));
}

fn passage(
    state: &State,
    hit: &PassageHit,
    selected: bool,
    area: Rect,
    (theme, frame): (&Theme, &mut Frame),
) {
    let Some(article) = state.library.article(hit.article) else { return };
    let columns = area.width.saturating_sub(3) as usize;
    let date = article.date.map_or_else(String::new, |date| format!("{date} "));
    let title = format!("{}{date}{}", signs(state, hit.article), article.shown_title());
    put(frame, indented(row(area, 0), 2), &shorten(&title, columns), theme.dim);
    let start = snippet_start(&article.text, hit);
    let lead = if start > hit.snippet.start { "…" } else { "" };
    let label = format!("{lead}{}", &article.text[start as usize..hit.snippet.end as usize])
        .replace('\n', " ");
    let shift = |at: u32| at.saturating_sub(start) + lead.len() as u32;
    let marks: Vec<_> = hit
        .matches
        .iter()
        .map(|span| (Span { start: shift(span.start), end: shift(span.end) }, theme.found))
        .collect();
    let base = if selected { theme.selected } else { theme.text };
    for (index, pieces) in two_lines(&label, columns, base, &marks).into_iter().enumerate() {
        put_line(frame, indented(row(area, 1 + index as u16), 2), &Line::from(pieces));
    }
}

/// Finds where a snippet begins so that its first match is seen in a narrow pane.
fn snippet_start(text: &str, hit: &PassageHit) -> u32 {
    let Some(first) = hit.matches.first() else { return hit.snippet.start };
    let before = Span { start: hit.snippet.start, end: first.start.max(hit.snippet.start) };
    before.start + start_before(before.of(text), before.len(), BEFORE_MATCH) as u32
}
