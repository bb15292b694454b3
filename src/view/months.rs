//! The months: a bar for each, the selected one named.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span as Piece};
use ratatui::widgets::{Bar, BarChart};

use crate::app::{Language, Months, Phrase, State};
use crate::dossier::{Month, Timeline};

use super::Theme;
use super::pen::{put, put_ends, put_line, row, shorten};

/// Limits the columns that a month takes, with the gap behind it.
const MOST_COLUMNS: u16 = 8;

pub(super) fn draw(state: &State, theme: &Theme, frame: &mut Frame) {
    let (area, months, language) = (frame.area(), &state.months, state.prefs.language);
    let of = match &*months.query {
        "" => language.say(Phrase::AllArticles),
        query => query.into(),
    };
    let title = language.say(Phrase::ByMonth { of: &of });
    let title = format!(" {}", shorten(&title, area.width as usize / 2));
    let undated = undated(months, language, theme);
    put_ends(frame, row(area, 0), &Line::styled(title, theme.title), &undated);
    put(frame, row(area, 1), &"─".repeat(area.width as usize), theme.rule);
    if area.height < 6 {
        return put_line(frame, row(area, 2), &selected(months, language, theme));
    }
    put_line(frame, row(area, area.height - 2), &selected(months, language, theme));
    put_line(frame, row(area, area.height - 1), &hints(language, theme));
    let rule = "─".repeat(area.width as usize);
    put(frame, row(area, area.height - 3), &rule, theme.rule);
    let middle = Rect { y: area.y + 2, height: area.height.saturating_sub(5), ..area };
    if let Some(timeline) = months.timeline.as_ref().filter(|it| it.first.is_some()) {
        chart(timeline, months.selected, middle, (theme, frame));
    }
}

/// Names the selected month.
fn selected<'a>(months: &Months, language: Language, theme: &Theme) -> Line<'a> {
    if let Some((month, count)) = months.selected() {
        let articles = format!("  {}", language.say(Phrase::Articles { count }));
        let month = Piece::styled(format!(" {month}"), theme.title);
        return Line::from(vec![month, Piece::styled(articles, theme.text)]);
    }
    let counted = months.timeline.is_some();
    let phrase = if counted { Phrase::NoMonths } else { Phrase::Counting };
    Line::styled(format!(" {}", language.say(phrase)), theme.dim)
}

/// Says how many articles are in no bar.
fn undated<'a>(months: &Months, language: Language, theme: &Theme) -> Line<'a> {
    let count = months.timeline.as_ref().map_or(0, |timeline| timeline.undated);
    let text = format!("{} ", language.say(Phrase::Monthless { count }));
    Line::styled(if count > 0 { text } else { String::new() }, theme.dim)
}

fn hints<'a>(language: Language, theme: &Theme) -> Line<'a> {
    let hints = [
        ("← →", Phrase::HintMonth),
        ("↑ ↓", Phrase::HintYear),
        ("⏎", Phrase::HintKeepMonth),
        ("Esc", Phrase::HintBack),
    ];
    let pieces = hints.into_iter().flat_map(|(key, what)| {
        [
            Piece::styled(format!(" {key}"), theme.key),
            Piece::styled(format!(" {} ", language.say(what)), theme.dim),
        ]
    });
    Line::from(pieces.collect::<Vec<_>>())
}

/// Draws the bars that fit around the selected one, and the years below them.
fn chart(timeline: &Timeline, selected: usize, area: Rect, (theme, frame): (&Theme, &mut Frame)) {
    let all = timeline.counts.len();
    let columns =
        (area.width / (all.min(usize::from(u16::MAX)) as u16).max(1)).clamp(1, MOST_COLUMNS);
    let gap = u16::from(columns >= 3);
    let fit = usize::from(area.width / columns).max(1);
    let first = selected.saturating_sub(fit / 2).min(all.saturating_sub(fit));
    let bar = |(at, (_, articles)): (usize, (Month, usize))| {
        let style = if at == selected { theme.mark } else { theme.dim };
        Bar::default().value(articles as u64).text_value("").style(style)
    };
    let shown = || timeline.months().enumerate().skip(first).take(fit);
    let bars: Vec<Bar> = shown().map(bar).collect();
    let most = timeline.peak().map_or(1, |(_, articles)| articles as u64);
    let chart = BarChart::vertical(bars).bar_width(columns - gap).bar_gap(gap).max(most);
    frame.render_widget(chart, Rect { height: area.height.saturating_sub(2), ..area });
    let below = row(area, area.height.saturating_sub(2));
    let sign = row(area, area.height.saturating_sub(1));
    let mut free = area.x;
    for (at, (month, _)) in shown() {
        let x = area.x + (at - first) as u16 * columns;
        if at == selected {
            put(frame, Rect { x, width: columns, ..below }, "▲", theme.mark);
        }
        // The first year is left out where it would take the room of the second.
        let whole = at == first && u16::from(13 - month.month) * columns > 4;
        if x >= free && (month.month == 1 || whole) && x + 4 <= area.right() {
            put(frame, Rect { x, width: 4, ..sign }, &month.year.to_string(), theme.dim);
            free = x + 5;
        }
    }
}
