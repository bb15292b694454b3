//! The list of entities: by kind, with counts, and with a sparkline of the months in the corpus.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::widgets::Sparkline;

use crate::app::{EntityRow, Phrase, Scope, State};

use super::Theme;
use super::list::SELECTED;
use super::pen::{put, row};
use super::results::{entity, heading};

pub(super) fn draw(state: &State, area: Rect, theme: &Theme, frame: &mut Frame) {
    let (list, language) = (&state.entities, state.prefs.language);
    if list.rows.is_empty() {
        put(frame, row(area, 0), &format!("  {}", language.say(nothing(state))), theme.dim);
    }
    let shown = list.rows.iter().enumerate().skip(list.pane.top).take(area.height as usize);
    for (line, (index, &shown)) in shown.enumerate() {
        let place = row(area, line as u16);
        if let EntityRow::Heading(group) = shown {
            let group = &list.groups[group];
            let counts = (group.hits.len(), group.total);
            heading(state, language.kinds(group.kind), counts, (place, theme, frame));
            continue;
        }
        let Some(hit) = list.hit(shown) else { continue };
        let selected = index == list.pane.selected;
        if selected {
            put(frame, place, SELECTED, theme.selected);
        }
        let bars = list.bars(hit.id).unwrap_or_default();
        let columns = (bars.len() as u16).min(place.width);
        // A column stays free before the bars and behind them.
        let names = if columns > 0 { place.width.saturating_sub(columns + 2) } else { place.width };
        let area = Rect { width: names, ..place };
        entity(state, (hit, selected), area, (theme, frame));
        let right = Rect { x: place.x + names, width: columns, ..place };
        let sparkline = Sparkline::default().data(bars.iter().copied()).style(theme.dim);
        frame.render_widget(sparkline, Rect { x: right.x + u16::from(columns > 0), ..right });
    }
}

/// Says why the list is empty.
fn nothing(state: &State) -> Phrase<'static> {
    let untagged = state.reader.as_ref().is_some_and(|reader| !reader.tagged);
    match state.entities.scope {
        _ if state.entities.waiting => Phrase::Looking,
        Scope::Article if untagged => Phrase::NotKnownYet,
        _ => Phrase::NothingFound,
    }
}
