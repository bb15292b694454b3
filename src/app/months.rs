//! The months of the corpus, or of what was searched for: how many articles each has, and a way to
//! keep one of them.

use crossterm::event::{KeyCode, KeyEvent};

use crate::corpus::ArticleNo;
use crate::dossier::{Month, Timeline};

use super::typing::is_quit;
use super::{Action, Effect, Focus, Place, SearchRequest, State};

/// Sets how many months a large step is.
const YEAR: isize = 12;

/// Holds the months.
#[derive(Debug, Clone, Default)]
pub struct Months {
    /// What was searched for, without its dates; empty for all articles.
    pub query: String,
    /// The articles of each month, once they are counted.
    pub timeline: Option<Timeline>,
    /// The selected month, counted from the first.
    pub selected: usize,
    /// The number of the newest request.
    pub generation: u64,
    before: Focus,
    /// The article that was selected before.
    article: Option<ArticleNo>,
}

impl Months {
    /// Gives the selected month and its articles.
    pub fn selected(&self) -> Option<(Month, usize)> {
        self.timeline.as_ref()?.months().nth(self.selected)
    }

    fn step(&mut self, steps: isize) {
        let last = self.timeline.as_ref().map_or(0, |it| it.counts.len().saturating_sub(1));
        self.selected = self.selected.saturating_add_signed(steps).min(last);
    }
}

/// Gives a query without its dates.
fn without_dates(query: &str) -> String {
    let is_date = |word: &&str| word.get(..5).is_some_and(|key| key.eq_ignore_ascii_case("date:"));
    if !query.split_whitespace().any(|word| is_date(&word)) {
        return query.trim_start().to_owned();
    }
    query.split_whitespace().filter(|word| !is_date(word)).collect::<Vec<_>>().join(" ")
}

impl State {
    /// Shows the months of the results, or of all articles when nothing is searched for.
    pub(super) fn show_months(&mut self) -> Vec<Effect> {
        self.months = Months {
            query: without_dates(self.search.line.text()),
            generation: self.months.generation + 1,
            before: self.focus,
            article: self.selected_article(),
            ..Months::default()
        };
        self.focus = Focus::Months;
        vec![Effect::CountMonths(SearchRequest {
            generation: self.months.generation,
            query: self.months.query.clone(),
            within: self.wanted(),
            on: self.library.searchable.clone(),
        })]
    }

    /// Takes in the articles of each month; the one that is being read tells where one is.
    pub(super) fn take_months(&mut self, timeline: Timeline) {
        let here = self.open_article().and_then(|article| Month::of(article.date?));
        let peak = timeline.peak().map(|(month, _)| month);
        let at =
            |wanted: Option<Month>| timeline.months().position(|(month, _)| Some(month) == wanted);
        self.months.selected = at(here).or_else(|| at(peak)).unwrap_or(0);
        self.months.timeline = Some(timeline);
    }

    /// Handles a key among the months.
    pub(super) fn months_key(&mut self, key: KeyEvent) -> Vec<Effect> {
        if is_quit(key) {
            return vec![Effect::Quit];
        }
        match key.code {
            KeyCode::Left | KeyCode::Char('h') => self.months.step(-1),
            KeyCode::Right | KeyCode::Char('l') => self.months.step(1),
            KeyCode::Up | KeyCode::PageUp | KeyCode::Char('k') => self.months.step(-YEAR),
            KeyCode::Down | KeyCode::PageDown | KeyCode::Char('j') => self.months.step(YEAR),
            KeyCode::Home | KeyCode::Char('g') => self.months.step(isize::MIN),
            KeyCode::End | KeyCode::Char('G') => self.months.step(isize::MAX),
            KeyCode::Enter => return self.keep_month(),
            KeyCode::Esc | KeyCode::Char('q') => return self.leave_months(),
            _ => match self.keymap.action(Place::List, key) {
                Some(Action::Months) => return self.leave_months(),
                Some(action) if action.is_about_all() => return self.perform(action),
                _ => {}
            },
        }
        Vec::new()
    }

    /// Searches for what was searched for in the selected month.
    fn keep_month(&mut self) -> Vec<Effect> {
        let Some((month, _)) = self.months.selected() else { return Vec::new() };
        self.focus = self.months.before;
        if self.focus == Focus::Reader {
            self.leave_reader();
        }
        self.prefs.zoom = false;
        self.focus = Focus::List;
        // The date comes first: the last word may be one that is still being typed.
        let query = format!("date:{month} {}", self.months.query);
        self.search.line.set(query.trim_end());
        self.search.accepted = false;
        self.lay_out();
        self.request_search()
    }

    pub(super) fn leave_months(&mut self) -> Vec<Effect> {
        self.focus = self.months.before;
        let choosing = matches!(self.focus, Focus::List | Focus::Search);
        // What is searched may have been answered since.
        let before = self.months.article.map(|article| self.library.newest(article));
        let stale = choosing && self.selected_article() != before;
        if stale { self.preview() } else { Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_loses_its_dates_only() {
        let check = |query, expected| assert_eq!(without_dates(query), expected);
        check("", "");
        check("lam dong", "lam dong");
        check("lam ", "lam ");
        check("date:2023-04", "");
        check("date:2023 lam  DATE:2022.. dong", "lam dong");
        check("-covid date:2023", "-covid");
        check("điện ảnh", "điện ảnh");
    }
}
