//! The article list.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span as Piece};

use crate::app::{Phrase, State, group_name};
use crate::corpus::{Article, TitleOrigin};
use crate::text::{Span, cut, cut_to_end, wrap};

use super::Theme;
use super::pen::{put, put_line, row, shorten, styled};
use super::results::heading;
use super::signs::signs;

/// Stands before the selected row.
pub(super) const SELECTED: &str = "› ";

pub(super) fn draw(state: &State, area: Rect, theme: &Theme, frame: &mut Frame) {
    if state.list_rows() == 0 && state.filter.chips.is_empty() {
        let phrase = if state.load.done { Phrase::NoArticles } else { Phrase::Loading };
        let text = format!("  {}", state.prefs.language.say(phrase));
        put(frame, row(area, 0), &text, theme.dim);
        return;
    }
    let pane = state.list_pane();
    let mut line = 0;
    for index in pane.top..state.row_count() {
        if line >= area.height {
            break;
        }
        let number = state.article_at(index);
        if let Some(article) = number.and_then(|number| state.library.article(number)) {
            let selected = index == pane.selected;
            let signs = number.map_or_else(String::new, |number| signs(state, number));
            let size = state.listing.group_size(index);
            if let Some(size) = size {
                let name = group_name(state.listing.group, article, state.prefs.language);
                heading(state, &name, (size, size), (row(area, line), theme, frame));
            }
            let line = line + u16::from(size.is_some());
            article_rows((&signs, article), &[], (area, line), selected, (theme, frame));
        }
        line += state.row_height(index);
    }
}

/// Draws the two lines of an article: its signs, date and title.
pub(super) fn article_rows(
    (signs, article): (&str, &Article),
    matches: &[Span],
    (area, line): (Rect, u16),
    selected: bool,
    (theme, frame): (&Theme, &mut Frame),
) {
    let columns = area.width.saturating_sub(3) as usize;
    let date = article.date.map_or_else(String::new, |date| format!("{date} "));
    let date = format!("{signs}{date}");
    let within = |span: &Span| Span {
        start: span.start.saturating_sub(article.title.start),
        end: span.end.saturating_sub(article.title.start),
    };
    let matches: Vec<Span> = matches.iter().map(within).collect();
    let (label, matches) = label(&date, &article.shown_title(), &matches, columns);
    let mut marks = vec![(Span::new(0, date.len()), theme.dim)];
    marks.push((Span::new(0, signs.trim_end().len()), theme.mark));
    marks.extend(matches.into_iter().map(|span| (span, theme.found)));
    let base = if selected {
        title_style(article, theme).patch(theme.selected)
    } else {
        title_style(article, theme)
    };
    if selected {
        put(frame, row(area, line), SELECTED, theme.selected);
    }
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

/// Gives date and title as one label, with the matches in it. A title of which the first match ends
/// beyond the two lines of a row begins, after an ellipsis, shortly before that match.
///
/// It counts where the last word of the match ends, and not where the typed letters do: so the
/// label stays while one types on in that word.
fn label(date: &str, title: &str, matches: &[Span], columns: usize) -> (String, Vec<Span>) {
    let mut label = format!("{date}{title}");
    let (mut start, mut lead) = (0, date.len());
    if let Some((first, end)) = matches.first().map(|span| (span.start as usize, span.end as usize))
    {
        let rest = title[end..].find(char::is_whitespace).unwrap_or(title.len() - end);
        let shown = two_spans(&label, columns).0.last().map_or(0, |last| last.end as usize);
        let from = start_before(title, first, BEFORE_MATCH.min(columns / 2));
        if date.len() + end + rest > shown && from > 0 {
            label = format!("{date}…{}", &title[from..]);
            (start, lead) = (from, lead + '…'.len_utf8());
        }
    }
    let moved = |at: u32| at - start as u32 + lead as u32;
    let moved = |span: &Span| Span { start: moved(span.start), end: moved(span.end) };
    (label, matches.iter().map(moved).collect())
}

/// Sets the columns that are shown before the first match of a text that does not begin with it.
pub(super) const BEFORE_MATCH: usize = 18;

/// Finds where a text is to begin so that at most some columns lie before the byte `at`: at its own
/// beginning or at that of a word.
pub(super) fn start_before(text: &str, at: usize, columns: usize) -> usize {
    let kept = cut_to_end(&text[..at], columns);
    if kept.len() == at {
        return 0;
    }
    at - kept.find(char::is_whitespace).map_or("", |space| kept[space..].trim_start()).len()
}

/// Wraps a label to two lines, the second with an ellipsis if there would be more.
pub(super) fn two_lines<'t>(
    label: &'t str,
    columns: usize,
    base: Style,
    marks: &[(Span, Style)],
) -> Vec<Vec<Piece<'t>>> {
    let (lines, is_all) = two_spans(label, columns);
    let mut out: Vec<Vec<Piece>> =
        lines.into_iter().map(|line| styled(label, line, base, marks)).collect();
    if let (false, Some(last)) = (is_all, out.last_mut()) {
        last.push(Piece::styled("…", base));
    }
    out
}

/// Gives what two lines show of a label, with room for an ellipsis if it is not all; tells whether
/// it is.
fn two_spans(label: &str, columns: usize) -> (Vec<Span>, bool) {
    let mut lines = wrap(label, Span::new(0, label.len()), columns, 0, &[]);
    let is_all = lines.len() <= 2;
    lines.truncate(2);
    if let (false, Some(second)) = (is_all, lines.last_mut()) {
        let kept = shorten(second.of(label), columns.saturating_sub(1));
        second.end = second.start + kept.strip_suffix('…').unwrap_or(&kept).len() as u32;
    }
    (lines, is_all)
}

/// Gives an area without its first columns.
pub(super) fn indented(area: Rect, columns: u16) -> Rect {
    let columns = columns.min(area.width);
    Rect { x: area.x + columns, width: area.width - columns, ..area }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Compares what two lines of 20 columns show when `found` matches, its letters in brackets.
    fn check(title: &str, found: &str, expected: &str) {
        let at = title.find(found).expect("it is there");
        let matches = [Span::new(at, at + found.len())];
        let (mut label, moved) = label("2023 ", title, &matches, 20);
        assert_eq!(moved[0].of(&label), found);
        label.insert(moved[0].end as usize, ']');
        label.insert(moved[0].start as usize, '[');
        assert_eq!(label, expected);
    }

    #[test]
    fn a_title_begins_so_that_its_first_match_is_seen() {
        let title = "Ủy ban nhân dân tỉnh họp về việc làm đường ở Đà Lạt và Bảo Lộc";
        let whole = "2023 Ủy ban nhân dân tỉnh [họp] về việc làm đường ở Đà Lạt và Bảo Lộc";
        check(title, "họp", whole);
        check(title, "đ", "2023 …việc làm [đ]ường ở Đà Lạt và Bảo Lộc");
        check(title, "đườ", "2023 …việc làm [đườ]ng ở Đà Lạt và Bảo Lộc");
        check(title, "đường ở Đà", "2023 …việc làm [đường ở Đà] Lạt và Bảo Lộc");
        check(title, "ờng", "2023 …làm đư[ờng] ở Đà Lạt và Bảo Lộc");
        check(title, "Lộc", "2023 …và Bảo [Lộc]");
        check(
            "Đàlạtbảolộcđàlạtbảolộcđàlạtbảolộcđàlạtbảolộc",
            "Đà",
            "2023 [Đà]lạtbảolộcđàlạtbảolộcđàlạtbảolộcđàlạtbảolộc",
        );
    }
}
