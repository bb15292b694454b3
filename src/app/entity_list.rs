//! The list of entities: those of the article, or those of the whole corpus, found by typing and
//! shown in the reader before one goes there.

mod article;
mod rows;

use crossterm::event::{KeyCode, KeyEvent};

use crate::corpus::ArticleNo;

use super::typing::{edit, is_no_text, is_quit};
use super::{Action, Effect, Focus, Place, Reader, SearchRequest, State, Visit};

pub use rows::{EntityList, EntityRow, Scope};

/// Remembers the screen as it was before the list.
#[derive(Debug, Clone)]
pub(super) struct Before {
    reader: Option<Reader>,
    focus: Focus,
    zoom: bool,
    /// Where one read last.
    visit: Option<Visit>,
    /// The article that was selected in the list of articles or results.
    selected: Option<ArticleNo>,
}

impl State {
    /// Shows the entities of the article in the place of the list.
    pub(super) fn list_entities(&mut self) -> Vec<Effect> {
        let before = Before {
            reader: self.reader.clone(),
            focus: self.focus,
            zoom: self.prefs.zoom,
            visit: if self.focus == Focus::Reader { self.visit() } else { self.last_visit.clone() },
            selected: self.selected_article(),
        };
        let generation = self.entities.generation + 1;
        self.entities = EntityList::new(generation, before);
        self.prefs.zoom = false;
        self.focus = Focus::Entities;
        self.lay_out();
        self.fill_entities()
    }

    /// Handles a key in the list of entities.
    pub(super) fn entities_key(&mut self, key: KeyEvent) -> Vec<Effect> {
        let page = usize::from(self.names_lines()).saturating_sub(1).max(1).cast_signed();
        match key.code {
            KeyCode::Esc => self.leave_entities(),
            KeyCode::Enter => self.accept_entity(),
            KeyCode::Tab | KeyCode::BackTab => self.switch_scope(),
            KeyCode::Down => self.step_entity(1),
            KeyCode::Up => self.step_entity(-1),
            KeyCode::PageDown => self.step_entity(page),
            KeyCode::PageUp => self.step_entity(-page),
            _ if is_quit(key) => vec![Effect::Quit],
            _ if is_no_text(key) => match self.keymap.action(Place::List, key) {
                Some(Action::Entities) => self.leave_entities(),
                Some(action) if action.is_about_all() => self.perform(action),
                _ if edit(&mut self.entities.line, key) => self.fill_entities(),
                _ => Vec::new(),
            },
            _ if edit(&mut self.entities.line, key) => self.fill_entities(),
            _ => Vec::new(),
        }
    }

    fn switch_scope(&mut self) -> Vec<Effect> {
        self.entities.scope = self.entities.scope.other();
        self.entities.take(Vec::new());
        self.fill_entities()
    }

    /// Finds the entities anew: those of the article at once, those of the corpus by a worker.
    pub(super) fn fill_entities(&mut self) -> Vec<Effect> {
        self.entities.generation += 1;
        match self.entities.scope {
            Scope::Article => {
                let before = self.entities.before.as_ref().and_then(|it| it.reader.as_ref());
                let now = self.reader.as_ref();
                // The mentions may have come since.
                let same = now.filter(|now| before.is_some_and(|it| it.article == now.article));
                let reader = same.or(before);
                let typed = self.entities.line.text();
                let groups = reader.map(|reader| article::groups(reader, typed, self.solo));
                self.show_entities(groups.unwrap_or_default())
            }
            Scope::Corpus => {
                let typed = self.entities.line.text();
                let kind =
                    self.solo.map_or_else(String::new, |kind| format!("kind:{} ", kind.name()));
                self.entities.waiting = true;
                vec![Effect::ListEntities(SearchRequest {
                    generation: self.entities.generation,
                    query: format!("{kind}{typed}"),
                    within: self.wanted(),
                    on: self.library.searchable.clone(),
                })]
            }
        }
    }

    /// Finds the entities anew when more of them are known, unless one has moved among them.
    pub(super) fn refresh_entities(&mut self) -> Vec<Effect> {
        let list = &self.entities;
        let moved = list.pane.selected > list.first();
        if self.focus == Focus::Entities && !moved { self.fill_entities() } else { Vec::new() }
    }

    /// Takes what was found, and shows the first.
    pub(super) fn show_entities(&mut self, groups: Vec<crate::search::EntityGroup>) -> Vec<Effect> {
        self.entities.take(groups);
        let focused = self.entities.before.as_ref().and_then(|before| {
            let reader = before.reader.as_ref()?;
            Some(reader.resolved.entity(reader.focus?).id)
        });
        let typed = !self.entities.line.text().is_empty();
        let row = self.entities.row_of(focused.filter(|_| !typed));
        self.select_entity(row);
        self.preview_entity()
    }

    fn step_entity(&mut self, steps: isize) -> Vec<Effect> {
        self.select_entity(self.entities.step(steps));
        self.preview_entity()
    }

    /// Selects the entity on a row, if there is one.
    pub(super) fn choose_entity(&mut self, row: usize) -> Vec<Effect> {
        if !matches!(self.entities.rows.get(row), Some(EntityRow::Entity(..))) {
            return Vec::new();
        }
        self.select_entity(row);
        self.preview_entity()
    }

    fn select_entity(&mut self, row: usize) {
        let lines = self.names_lines();
        self.entities.select(row, lines);
        self.entities.count_months(&self.library, lines as usize);
    }

    fn names_lines(&self) -> u16 {
        self.names_area().map_or_else(|| self.list_lines(), |area| area.height)
    }

    /// Shows the first mention of the selected entity.
    fn preview_entity(&mut self) -> Vec<Effect> {
        let Some(target) = self.entities.target() else { return Vec::new() };
        self.with_reader(|reader, height, _| {
            reader.focus = None;
            reader.scroll_to(0, height);
        });
        self.show_target(&target)
    }

    /// Goes to the selected entity.
    fn accept_entity(&mut self) -> Vec<Effect> {
        if self.entities.target().is_none() {
            return Vec::new();
        }
        let Some(before) = self.entities.before.take() else { return Vec::new() };
        self.focus = Focus::Reader;
        self.prefs.zoom = before.zoom;
        self.last_visit = None;
        self.lay_out();
        self.with_reader(|reader, height, _| {
            if let Some(focus) = reader.focus {
                reader.reveal(reader.resolved.mentions[focus].span, height);
            }
        });
        let there = self.reader.as_ref().map(Reader::spot);
        self.leave(before.visit.filter(|here| Some(here.spot) != there));
        if let Some(there) = there {
            self.select_article(there.article);
        }
        Vec::new()
    }

    /// Gives the screen back as it was before the list.
    pub(super) fn leave_entities(&mut self) -> Vec<Effect> {
        let Some(before) = self.entities.before.take() else { return Vec::new() };
        self.reader = before.reader;
        self.focus = before.focus;
        self.prefs.zoom = before.zoom;
        self.take_mentions();
        self.lay_out();
        // What is searched may have been answered since.
        let reading = matches!(self.focus, Focus::Reader | Focus::Find);
        if !reading && self.selected_article() != before.selected {
            return self.preview();
        }
        let untagged = self.reader.as_ref().filter(|reader| !reader.tagged);
        let number = untagged.map(|reader| reader.article);
        let segment = number.and_then(|it| Some((it, self.library.segment(it)?.clone())));
        segment.into_iter().map(|(number, segment)| Effect::Tag(number, segment)).collect()
    }
}
