//! The screens that lie over the others: help, the command palette, and diagnostics.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span as Piece};

use crate::app::{
    Action, ActionInfo, Overlay, OverlayKind, OverlayRow, Phrase, Place, QUERY_HELP, State,
};
use crate::corpus::{Diagnostic, Severity};
use crate::entity::Kind;
use crate::text::{Span, cut_to_end, width};

use super::list::SELECTED;
use super::pen::{put, put_ends, put_line, row, shorten, styled};
use super::{Theme, inside};

/// Sets the columns that keys take.
const KEYS: usize = 22;

pub(super) fn draw(state: &State, overlay: &Overlay, theme: &Theme, frame: &mut Frame) {
    let area = frame.area();
    head(state, overlay, area, (theme, frame));
    let body =
        Rect { y: area.y + 2.min(area.height), height: area.height.saturating_sub(2), ..area };
    if overlay.kind == OverlayKind::Diagnostics {
        return diagnostics(state, overlay.pane.top, body, (theme, frame));
    }
    if overlay.rows.is_empty() {
        let text = format!("  {}", state.prefs.language.say(Phrase::NothingFound));
        put(frame, row(body, 0), &text, theme.dim);
    }
    let shown = overlay.rows.iter().enumerate().skip(overlay.pane.top);
    for (line, (index, shown)) in shown.take(body.height as usize).enumerate() {
        let chosen = overlay.kind == OverlayKind::Palette && index == overlay.pane.selected;
        let place = row(body, line as u16);
        draw_row(state, (shown, chosen), place, (theme, frame));
    }
}

/// Draws the title with what is typed, and the rule below it.
fn head(state: &State, overlay: &Overlay, area: Rect, (theme, frame): (&Theme, &mut Frame)) {
    let language = state.prefs.language;
    let (title, hint) = match overlay.kind {
        OverlayKind::Help => (Phrase::HelpTitle, Phrase::HelpHint),
        OverlayKind::Palette => (Phrase::PaletteTitle, Phrase::PaletteHint),
        OverlayKind::Diagnostics => (Phrase::DiagnosticsTitle, Phrase::DiagnosticsHint),
    };
    let mut title = vec![Piece::styled(format!(" docbao · {}", language.say(title)), theme.title)];
    let hint = Line::styled(format!("{} ", state.say(hint)), theme.dim);
    let place = row(area, 0);
    if overlay.kind != OverlayKind::Diagnostics {
        title.push(Piece::styled(": ", theme.title));
        let before = title.iter().map(Piece::width).sum::<usize>();
        let room = (area.width as usize).saturating_sub(before + hint.width() + 2);
        let typed = cut_to_end(overlay.line.text(), room);
        let caret = &overlay.line.text()[..overlay.line.caret()];
        let caret = before + width(cut_to_end(caret, room));
        title.push(match typed {
            "" => Piece::styled(language.say(Phrase::TypeToFind), theme.dim),
            typed => Piece::raw(typed),
        });
        let at = Position::new(area.x.saturating_add(caret as u16), area.y);
        if let Some(at) = inside(place, at) {
            frame.set_cursor_position(at);
        }
    }
    put_ends(frame, place, &Line::from(title), &hint);
    put(frame, row(area, 1), &"─".repeat(area.width as usize), theme.rule);
}

fn draw_row(
    state: &State,
    (shown, chosen): (&OverlayRow, bool),
    area: Rect,
    (theme, frame): (&Theme, &mut Frame),
) {
    let language = state.prefs.language;
    let line = match shown {
        OverlayRow::Blank => Line::default(),
        OverlayRow::Heading(phrase) => {
            Line::styled(format!(" {}", language.say(*phrase)), theme.title)
        }
        OverlayRow::Action { info, matches, other } => {
            let keys = state.keymap.shown(info).join("  ");
            let style = match info.action {
                Action::Solo(digit) => theme.kind(Kind::ALL[usize::from(digit - 1).min(8)]),
                _ => theme.text,
            };
            let style = if chosen { style.patch(theme.selected) } else { style };
            let mut line = said(&keys, (language.action(info), matches), (style, theme));
            let more = [place_of(state, info), other.map(|other| format!(" · {other}"))];
            line.extend(more.into_iter().flatten().map(|text| Piece::styled(text, theme.dim)));
            Line::from(line)
        }
        OverlayRow::Query { number, matches } => {
            let (typed, phrase) = QUERY_HELP[*number];
            let text = language.say(phrase);
            let line = said(typed, (&text, matches), (theme.text, theme));
            return put_line(frame, area, &Line::from(line));
        }
    };
    put_line(frame, area, &line);
    if chosen {
        put(frame, area, SELECTED, theme.selected);
    }
}

/// Tells where an action has its keys, if not anywhere.
fn place_of(state: &State, info: &ActionInfo) -> Option<String> {
    let place = match info.place {
        Place::Anywhere => return None,
        Place::List => Phrase::PlaceList,
        Place::Reader => Phrase::PlaceReader,
        Place::Card => Phrase::PlaceCard,
    };
    Some(format!(" ({})", state.prefs.language.say(place)))
}

/// Makes the pieces of a line: what is pressed or typed, and what it does.
fn said<'t>(
    typed: &str,
    (text, matches): (&'t str, &[Span]),
    (style, theme): (Style, &Theme),
) -> Vec<Piece<'t>> {
    let marks: Vec<_> = matches.iter().map(|&span| (span, theme.found)).collect();
    let mut pieces = vec![Piece::styled(format!("  {}", padded(typed, KEYS)), theme.key)];
    pieces.extend(styled(text, Span::new(0, text.len()), style, &marks));
    pieces
}

pub(super) fn padded(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(width(text)).max(1)))
}

fn diagnostics(state: &State, top: usize, area: Rect, (theme, frame): (&Theme, &mut Frame)) {
    if state.diagnostics.is_empty() {
        let text = format!(" {}", state.prefs.language.say(Phrase::AllRead));
        put(frame, row(area, 0), &text, theme.dim);
    }
    let shown = state.diagnostics.iter().skip(top).take(area.height as usize);
    for (index, diagnostic) in shown.enumerate() {
        diagnostic_line(diagnostic, row(area, index as u16), theme, frame);
    }
}

fn diagnostic_line(diagnostic: &Diagnostic, area: Rect, theme: &Theme, frame: &mut Frame) {
    let style = match diagnostic.severity {
        Severity::Error => theme.error,
        Severity::Warning => theme.notice,
    };
    let columns = (area.width as usize).saturating_sub(1);
    // A long path loses its beginning before the reason loses anything.
    let place = diagnostic.line.map_or_else(String::new, |line| format!(":{line}"));
    let reason = format!("{place}: {}", diagnostic.message);
    let room = columns.saturating_sub(width(&reason)).max(columns / 4);
    let file = match cut_to_end(&diagnostic.file, room.saturating_sub(1)) {
        end if width(&diagnostic.file) > room => format!("…{end}"),
        _ => diagnostic.file.to_string(),
    };
    put(frame, area, &format!(" {}", shorten(&format!("{file}{reason}"), columns)), style);
}
