//! The screens that lie over the others: help and diagnostics.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span as Piece};

use crate::app::{
    ACTIONS, Action, ActionInfo, Language, Overlay, OverlayKind, Phrase, Place, QUERY_HELP, State,
    key_name,
};
use crate::corpus::{Diagnostic, Severity};
use crate::entity::Kind;
use crate::text::{cut_to_end, width};

use super::Theme;
use super::pen::{put, put_ends, put_line, row, shorten};

/// Sets the columns that keys take.
const KEYS: usize = 22;

pub(super) fn draw(state: &State, overlay: Overlay, theme: &Theme, frame: &mut Frame) {
    let (area, language) = (frame.area(), state.prefs.language);
    let title = language.say(match overlay.kind {
        OverlayKind::Help => Phrase::HelpTitle,
        OverlayKind::Queries => Phrase::QueriesTitle,
        OverlayKind::Diagnostics => Phrase::DiagnosticsTitle,
    });
    let title = format!(" docbao · {title}");
    let hint = Line::styled(format!("{} ", language.say(Phrase::OverlayHint)), theme.dim);
    put_ends(frame, row(area, 0), &Line::styled(title, theme.title), &hint);
    put(frame, row(area, 1), &"─".repeat(area.width as usize), theme.rule);
    let body =
        Rect { y: area.y + 2.min(area.height), height: area.height.saturating_sub(2), ..area };
    match overlay.kind {
        OverlayKind::Help => help(language, overlay.top, body, (theme, frame)),
        OverlayKind::Queries => lines(queries(language, theme), overlay.top, body, frame),
        OverlayKind::Diagnostics => diagnostics(state, overlay.top, body, (theme, frame)),
    }
}

fn help(language: Language, top: usize, area: Rect, (theme, frame): (&Theme, &mut Frame)) {
    let keys = ACTIONS.iter().map(|info| action_line(info, language, theme));
    let heading = format!(" {}", language.say(Phrase::InSearchLine));
    let heading = [Line::default(), Line::styled(heading, theme.title)];
    lines(keys.chain(heading).chain(queries(language, theme)), top, area, frame);
}

fn queries(language: Language, theme: &Theme) -> impl Iterator<Item = Line<'static>> {
    let line = move |&(typed, phrase): &(&str, Phrase)| {
        help_line(typed, &language.say(phrase), (theme.key, theme.text))
    };
    QUERY_HELP.iter().map(line)
}

/// Puts lines from the line `top` on.
fn lines<'l>(lines: impl Iterator<Item = Line<'l>>, top: usize, area: Rect, frame: &mut Frame) {
    for (index, line) in lines.skip(top).take(area.height as usize).enumerate() {
        put_line(frame, row(area, index as u16), &line);
    }
}

fn action_line(info: &ActionInfo, language: Language, theme: &Theme) -> Line<'static> {
    let keys = info.keys.iter().map(|key| key_name(key)).collect::<Vec<_>>().join("  ");
    let style = match info.action {
        Action::Solo(digit) => theme.kind(Kind::ALL[usize::from(digit - 1).min(8)]),
        _ => theme.text,
    };
    let place = match info.place {
        Place::Anywhere => None,
        Place::List => Some(Phrase::PlaceList),
        Place::Reader => Some(Phrase::PlaceReader),
        Place::Card => Some(Phrase::PlaceCard),
    };
    let place = place.map_or_else(String::new, |place| format!(" ({})", language.say(place)));
    help_line(&keys, &format!("{}{place}", language.action(info)), (theme.key, style))
}

/// Makes a line of help: what is pressed or typed, and what it does.
fn help_line(typed: &str, says: &str, (key, style): (Style, Style)) -> Line<'static> {
    let typed = Piece::styled(format!(" {}", padded(typed, KEYS)), key);
    Line::from(vec![typed, Piece::styled(says.to_owned(), style)])
}

fn padded(text: &str, columns: usize) -> String {
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
