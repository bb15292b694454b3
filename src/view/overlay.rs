//! The screens that lie over the others: help and diagnostics.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span as Piece};

use crate::app::{ACTIONS, Action, ActionInfo, Overlay, OverlayKind, State, key_name};
use crate::corpus::{Diagnostic, Severity};
use crate::entity::Kind;
use crate::text::width;

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
        OverlayKind::Diagnostics => " docbao · what could not be read",
    };
    let hint = Line::styled("j k to move · Esc to close ", theme.dim);
    put_ends(frame, row(area, 0), &Line::styled(title, theme.title), &hint);
    put(frame, row(area, 1), &"─".repeat(area.width as usize), theme.rule);
    let body =
        Rect { y: area.y + 2.min(area.height), height: area.height.saturating_sub(2), ..area };
    match overlay.kind {
        OverlayKind::Help => help(overlay.top, body, theme, frame),
        OverlayKind::Diagnostics => diagnostics(state, overlay.top, body, (theme, frame)),
    }
}

fn help(top: usize, area: Rect, theme: &Theme, frame: &mut Frame) {
    for (index, info) in ACTIONS.iter().skip(top).take(area.height as usize).enumerate() {
        put_line(frame, row(area, index as u16), &help_line(info, area.width, theme));
    }
}

fn help_line<'a>(info: &ActionInfo, columns: u16, theme: &Theme) -> Line<'a> {
    let keys = info.keys.iter().map(|key| key_name(key)).collect::<Vec<_>>().join("  ");
    let style = match info.action {
        Action::Solo(digit) => theme.kind(Kind::ALL[usize::from(digit - 1).min(8)]),
        _ => theme.text,
    };
    let mut pieces = vec![
        Piece::styled(format!(" {}", padded(&keys, COLUMNS.0)), theme.key),
        Piece::styled(info.english, style),
    ];
    if columns >= BOTH_LANGUAGES {
        let gap = COLUMNS.1.saturating_sub(width(info.english)).max(2);
        pieces.push(Piece::styled(format!("{}{}", " ".repeat(gap), info.vietnamese), theme.dim));
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
    let text = shorten(&diagnostic.to_string(), (area.width as usize).saturating_sub(1));
    put(frame, area, &format!(" {text}"), style);
}
