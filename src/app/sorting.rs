//! The menu of orders and groups.

use crossterm::event::{KeyCode, KeyEvent};

use super::typing::is_quit;
use super::{Action, Effect, Focus, Group, Phrase, Place, Sort, State};

/// Names what a row of the menu asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MenuRow {
    /// An order.
    Sort(Sort),
    /// What is to stand together.
    Group(Group),
}

/// Lists the rows of the menu with what they say; the number of each is its key.
const SORT_MENU: &[(MenuRow, Phrase)] = &[
    (MenuRow::Sort(Sort::Plain), Phrase::SortPlain),
    (MenuRow::Sort(Sort::Date), Phrase::SortDate),
    (MenuRow::Sort(Sort::Title), Phrase::SortTitle),
    (MenuRow::Sort(Sort::Length), Phrase::SortLength),
    (MenuRow::Sort(Sort::Unread), Phrase::SortUnread),
    (MenuRow::Sort(Sort::Starred), Phrase::SortStarred),
    (MenuRow::Group(Group::None), Phrase::GroupNone),
    (MenuRow::Group(Group::Month), Phrase::GroupMonth),
    (MenuRow::Group(Group::Source), Phrase::GroupSource),
];

/// Counts the rows that hold for what was searched for.
const ORDERS: usize = 6;

impl State {
    /// Gives the rows of the menu that hold for what is shown: what was found has no groups.
    pub fn sort_menu(&self) -> impl Iterator<Item = (MenuRow, Phrase<'static>)> {
        let found = self.search.found.is_some();
        let count = if found { ORDERS } else { SORT_MENU.len() };
        SORT_MENU[..count].iter().map(move |&(row, text)| match row {
            MenuRow::Sort(Sort::Plain) if found => (row, Phrase::SortBest),
            _ => (row, text),
        })
    }

    /// Tells whether a row of the menu holds now.
    pub fn holds(&self, row: MenuRow) -> bool {
        match row {
            MenuRow::Sort(sort) if self.search.found.is_some() => sort == self.search.sort,
            MenuRow::Sort(sort) => sort == self.listing.sort,
            MenuRow::Group(group) => group == self.listing.group,
        }
    }

    /// Says how the list is put in order, where that is not as ever.
    pub fn order_name(&self) -> Option<String> {
        let said = |(row, text): (MenuRow, Phrase)| {
            let ever = matches!(row, MenuRow::Sort(Sort::Plain) | MenuRow::Group(Group::None));
            (self.holds(row) && !ever).then(|| self.prefs.language.say(text))
        };
        let parts: Vec<_> = self.sort_menu().filter_map(said).collect();
        (!parts.is_empty()).then(|| parts.join(" · "))
    }

    /// Opens the menu.
    pub(super) fn open_sort_menu(&mut self) -> Vec<Effect> {
        let held = self.sort_menu().position(|(row, _)| self.holds(row));
        self.sorting = held;
        Vec::new()
    }

    /// Handles a key while the menu is open.
    pub(super) fn sort_menu_key(&mut self, key: KeyEvent) -> Vec<Effect> {
        let Some(at) = self.sorting else { return Vec::new() };
        let last = self.sort_menu().count() - 1;
        if is_quit(key) {
            return vec![Effect::Quit];
        }
        if let KeyCode::Char(digit) = key.code
            && let Some(digit) = digit.to_digit(10)
        {
            return (digit as usize)
                .checked_sub(1)
                .map_or_else(Vec::new, |row| self.choose_order(row));
        }
        match self.keymap.action(Place::List, key) {
            Some(Action::Down) => self.sorting = Some((at + 1).min(last)),
            Some(Action::Up) => self.sorting = Some(at.saturating_sub(1)),
            Some(Action::First) => self.sorting = Some(0),
            Some(Action::Last) => self.sorting = Some(last),
            Some(Action::Open) => return self.choose_order(at),
            _ => self.sorting = None,
        }
        Vec::new()
    }

    /// Lets a row of the menu hold.
    fn choose_order(&mut self, row: usize) -> Vec<Effect> {
        let Some((row, _)) = self.sort_menu().nth(row) else { return Vec::new() };
        self.sorting = None;
        let selected = self.article_at(self.list.selected);
        match row {
            MenuRow::Sort(sort) if self.search.found.is_some() => return self.sort_found(sort),
            MenuRow::Sort(sort) => self.listing.sort = sort,
            MenuRow::Group(group) => self.listing.group = group,
        }
        self.arrange(selected);
        Vec::new()
    }

    /// Puts what was found in another order.
    fn sort_found(&mut self, sort: Sort) -> Vec<Effect> {
        self.search.sort = sort;
        if self.focus == Focus::Reader {
            self.leave_reader();
        }
        self.request_search()
    }
}
