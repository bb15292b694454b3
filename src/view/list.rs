//! The article list.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span as Piece};

use crate::app::State;
use crate::corpus::{Article, ArticleNo, TitleOrigin};
use crate::text::{Span, cut, wrap};

use super::Theme;
use super::pen::{put, put_line, row, shorten, styled};

/// Stands before the selected row.
pub(super) const SELECTED: &str = "› ";

pub(super) fn draw(state: &State, area: Rect, theme: &Theme, frame: &mut Frame) {
    if state.library.corpus.is_empty() {
        let text = if state.load.done { "no articles" } else { "loading …" };
        put(frame, row(area, 0), &format!("  {text}"), theme.dim);
        return;
    }
    let pane = state.list_pane();
    let mut line = 0;
    for index in pane.top..state.row_count() {
        if line >= area.height {
            break;
        }
        if let Some(article) = state.library.article(ArticleNo(index as u32)) {
            let selected = index == pane.selected;
            article_rows(article, &[], (area, line), selected, (theme, frame));
        }
        line += state.row_height(index);
    }
}

/// Draws the two lines of an article: date and title.
pub(super) fn article_rows(
    article: &Article,
    matches: &[Span],
    (area, line): (Rect, u16),
    selected: bool,
    (theme, frame): (&Theme, &mut Frame),
) {
    let date = article.date.map_or_else(String::new, |date| format!("{date} "));
    let label = format!("{date}{}", article.shown_title());
    let offset = date.len() as u32;
    let shift = |span: &Span| Span {
        start: span.start.saturating_sub(article.title.start) + offset,
        end: span.end.saturating_sub(article.title.start) + offset,
    };
    let mut marks = vec![(Span::new(0, date.len()), theme.dim)];
    marks.extend(matches.iter().map(|span| (shift(span), theme.found)));
    let base = if selected {
        title_style(article, theme).patch(theme.selected)
    } else {
        title_style(article, theme)
    };
    if selected {
        put(frame, row(area, line), SELECTED, theme.selected);
    }
    let columns = area.width.saturating_sub(3) as usize;
    let mut lines = two_lines(&label, columns, base, &marks);
    let lead = shorten(lead(article, columns), columns);
    if lines.len() == 1 {
        lines.push(vec![Piece::styled(lead.as_str(), theme.dim)]);
    }
    for (index, pieces) in lines.into_iter().enumerate() {
        let place = row(area, line + index as u16);
        put_line(frame, indented(place, 2), &Line::from(pieces));
    }
}

/// Gives the beginning of the text below the title, for a row that has room for it.
fn lead(article: &Article, columns: usize) -> &str {
    let after = article.title.end.max(article.body.start) as usize;
    let line = article.text[after..].trim_start_matches(['.', ',', ' ', '\n']).lines().next();
    // More than the columns, so that it is seen that there is more.
    cut(line.unwrap_or_default(), columns + 1)
}

fn title_style(article: &Article, theme: &Theme) -> Style {
    match article.title_origin {
        TitleOrigin::Given => theme.text,
        TitleOrigin::Derived => theme.derived,
    }
}

/// Wraps a label to two lines, the second with an ellipsis if there would be more.
pub(super) fn two_lines<'t>(
    label: &'t str,
    columns: usize,
    base: Style,
    marks: &[(Span, Style)],
) -> Vec<Vec<Piece<'t>>> {
    let lines = wrap(label, Span::new(0, label.len()), columns, &[]);
    let mut out: Vec<Vec<Piece>> =
        lines.iter().take(2).map(|&line| styled(label, line, base, marks)).collect();
    if let (true, Some(second)) = (lines.len() > 2, lines.get(1)) {
        let room = columns.saturating_sub(1);
        let kept = shorten(second.of(label), room);
        let end = second.start as usize + kept.strip_suffix('…').unwrap_or(&kept).len();
        let mut pieces = styled(label, Span::new(second.start as usize, end), base, marks);
        pieces.push(Piece::styled("…", base));
        out[1] = pieces;
    }
    out
}

/// Gives an area without its first columns.
pub(super) fn indented(area: Rect, columns: u16) -> Rect {
    let columns = columns.min(area.width);
    Rect { x: area.x + columns, width: area.width - columns, ..area }
}
