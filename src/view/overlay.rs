//! The screens that lie over the others: help and diagnostics.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span as Piece};

use crate::app::{
    ACTIONS, Action, ActionInfo, Overlay, OverlayKind, Place, QUERY_HELP, State, key_name,
};
use crate::corpus::{Diagnostic, Severity};
use crate::entity::Kind;
use crate::text::{cut_to_end, width};

use super::Theme;
use super::pen::{put, put_ends, put_line, row, shorten};

/// Sets the columns that keys and English help take.
const COLUMNS: (usize, usize) = (22, 58);

/// Sets from how many columns on Vietnamese help has room beside the English.
const BOTH_LANGUAGES: u16 = 112;

pub(super) fn draw(state: &State, overlay: Overlay, theme: &Theme, frame: &mut Frame) {
    let area = frame.area();
    let title = match overlay.kind {
        OverlayKind::Help => " docbao · keys",
        OverlayKind::Queries => " docbao · what can be typed into the search line",
        OverlayKind::Diagnostics => " docbao · what could not be read",
    };
    let hint = Line::styled("j k to move · Esc to close ", theme.dim);
    put_ends(frame, row(area, 0), &Line::styled(title, theme.title), &hint);
    put(frame, row(area, 1), &"─".repeat(area.width as usize), theme.rule);
    let body =
        Rect { y: area.y + 2.min(area.height), height: area.height.saturating_sub(2), ..area };
    match overlay.kind {
        OverlayKind::Help => help(overlay.top, body, theme, frame),
        OverlayKind::Queries => lines(queries(body.width, theme), overlay.top, body, frame),
        OverlayKind::Diagnostics => diagnostics(state, overlay.top, body, (theme, frame)),
    }
}

fn help(top: usize, area: Rect, theme: &Theme, frame: &mut Frame) {
    let keys = ACTIONS.iter().map(|info| action_line(info, area.width, theme));
    let heading = [Line::default(), Line::styled(" in the search line", theme.title)];
    lines(keys.chain(heading).chain(queries(area.width, theme)), top, area, frame);
}

fn queries(columns: u16, theme: &Theme) -> impl Iterator<Item = Line<'_>> {
    QUERY_HELP.iter().map(move |(typed, english, vietnamese)| {
        help_line(typed, (english, vietnamese), theme.text, (columns, theme))
    })
}

/// Puts lines from the line `top` on.
fn lines<'l>(lines: impl Iterator<Item = Line<'l>>, top: usize, area: Rect, frame: &mut Frame) {
    for (index, line) in lines.skip(top).take(area.height as usize).enumerate() {
        put_line(frame, row(area, index as u16), &line);
    }
}

fn action_line<'a>(info: &'a ActionInfo, columns: u16, theme: &Theme) -> Line<'a> {
    let keys = info.keys.iter().map(|key| key_name(key)).collect::<Vec<_>>().join("  ");
    let style = match info.action {
        Action::Solo(digit) => theme.kind(Kind::ALL[usize::from(digit - 1).min(8)]),
        _ => theme.text,
    };
    let place = match info.place {
        Place::Anywhere => "",
        Place::List => " (list)",
        Place::Reader => " (reader)",
        Place::Card => " (card)",
    };
    let mut line = help_line(&keys, (info.english, info.vietnamese), style, (columns, theme));
    line.spans[1].content = format!("{}{place}", line.spans[1].content).into();
    line
}

/// Makes a line of help: what is pressed or typed, and what it does in one language or both.
fn help_line<'a>(
    typed: &str,
    (english, vietnamese): (&'a str, &'a str),
    style: Style,
    (columns, theme): (u16, &Theme),
) -> Line<'a> {
    let mut pieces = vec![
        Piece::styled(format!(" {}", padded(typed, COLUMNS.0)), theme.key),
        Piece::styled(english, style),
    ];
    if columns >= BOTH_LANGUAGES {
        let gap = COLUMNS.1.saturating_sub(width(english)).max(2);
        pieces.push(Piece::styled(format!("{}{vietnamese}", " ".repeat(gap)), theme.dim));
    }
    Line::from(pieces)
}

fn padded(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(width(text)).max(1)))
}

fn diagnostics(state: &State, top: usize, area: Rect, (theme, frame): (&Theme, &mut Frame)) {
    if state.diagnostics.is_empty() {
        put(frame, row(area, 0), " everything could be read", theme.dim);
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
