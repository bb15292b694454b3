//! Typing: the search line, and the line for what is to be found in the article.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::reading::Entry;

use super::effect::SearchRequest;
use super::moves::Distance;
use super::recall::Recall;
use super::state::BeforeFind;
use super::{Action, Effect, Focus, LineEdit, OverlayKind, Phrase, Place, Reader, State, Way};

impl State {
    /// Puts the caret into the search line; what was typed there stays, to be changed.
    pub(super) fn start_search(&mut self) -> Vec<Effect> {
        if self.focus == Focus::Reader {
            self.leave_reader();
        }
        self.prefs.zoom = false;
        self.focus = Focus::Search;
        self.lay_out();
        Vec::new()
    }

    /// Handles a key in the search line.
    pub(super) fn search_key(&mut self, key: KeyEvent) -> Vec<Effect> {
        match key.code {
            KeyCode::Esc => self.end_search(),
            KeyCode::Enter if self.search.line.text().trim().is_empty() => self.end_search(),
            KeyCode::Enter => self.accept_search(),
            KeyCode::Char('?') if self.search.line.text().is_empty() => {
                self.lay_over(OverlayKind::Help)
            }
            KeyCode::Up if key.modifiers.contains(KeyModifiers::ALT) => self.recall(Way::Back),
            KeyCode::Down if key.modifiers.contains(KeyModifiers::ALT) => self.recall(Way::Forward),
            KeyCode::Down => self.move_selection(Distance::Line(1)),
            KeyCode::Up => self.move_selection(Distance::Line(-1)),
            KeyCode::Tab => self.step_group(Way::Forward),
            KeyCode::BackTab => self.step_group(Way::Back),
            KeyCode::PageDown => self.move_selection(Distance::Page(1)),
            KeyCode::PageUp => self.move_selection(Distance::Page(-1)),
            _ if is_quit(key) => vec![Effect::Quit],
            // What is no text keeps its meaning while one types.
            _ => match self.keymap.action(Place::List, key).filter(|_| is_no_text(key)) {
                Some(action) if is_function(key) || action.is_about_all() => self.perform(action),
                _ if edit(&mut self.search.line, key) => {
                    self.recalled = Recall::default();
                    self.request_search()
                }
                _ => Vec::new(),
            },
        }
    }

    /// Opens the selected hit; when the answer has not come yet, its first hit as soon as it has.
    fn accept_search(&mut self) -> Vec<Effect> {
        self.recalled = Recall::default();
        let mut effects = vec![self.remember(Entry::Search(self.search.line.text().to_owned()))];
        effects.extend(self.open_found());
        effects
    }

    fn open_found(&mut self) -> Vec<Effect> {
        let typed = self.search.line.text();
        self.search.accepted = self.search.found.as_ref().is_none_or(|found| found.query != typed);
        if self.search.accepted || self.selected_article().is_none() {
            self.focus = Focus::List;
            return Vec::new();
        }
        self.search.moved = true;
        self.open()
    }

    /// Asks for the answer to what is typed.
    pub(super) fn request_search(&mut self) -> Vec<Effect> {
        self.search.generation += 1;
        self.search.moved = false;
        self.search.partial = false;
        self.search.accepted &= self.focus == Focus::List;
        if self.search.line.text().trim().is_empty() {
            self.search.found = None;
            self.lay_out();
            return self.preview();
        }
        vec![Effect::Search(SearchRequest {
            generation: self.search.generation,
            query: self.search.line.text().to_owned(),
            within: self.wanted(),
            on: self.library.searchable.clone(),
        })]
    }

    /// Asks again, because more can be found now; but not when the user has moved among the
    /// results, which then stay as they are.
    pub(super) fn refresh_search(&mut self) -> Vec<Effect> {
        let typed = !self.search.line.text().trim().is_empty();
        self.search.partial = typed && self.search.moved;
        if typed && !self.search.moved { self.request_search() } else { Vec::new() }
    }

    /// Asks again for an answer that was left as it was while more was loaded.
    pub(super) fn renew_search(&mut self) -> Vec<Effect> {
        if self.search.partial { self.request_search() } else { Vec::new() }
    }

    /// Goes to the next group of results, or to the one before.
    fn step_group(&mut self, way: Way) -> Vec<Effect> {
        let found = self.search.found.as_ref();
        let row = found.and_then(|found| found.step_group(self.search.pane.selected, way));
        let Some(row) = row else { return Vec::new() };
        self.search.moved = true;
        self.select_row(row);
        self.preview()
    }

    /// Puts the caret into the line for what is to be found in the article.
    pub(super) fn start_find(&mut self) -> Vec<Effect> {
        if let Some(reader) = &self.reader {
            self.before_find = Some(BeforeFind {
                spot: reader.spot(),
                zoom: self.prefs.zoom,
                thread: reader.thread.clone(),
            });
            self.find.set("");
            self.prefs.zoom = false;
            self.focus = Focus::Find;
            self.lay_out();
        }
        Vec::new()
    }

    /// Handles a key in the line for what is to be found.
    pub(super) fn find_key(&mut self, key: KeyEvent) -> Vec<Effect> {
        let action = self.keymap.action(Place::Reader, key);
        match key.code {
            KeyCode::Esc => return self.end_find(),
            KeyCode::Enter if self.find.text().trim().is_empty() => return self.end_find(),
            KeyCode::Enter => {
                self.focus = Focus::Reader;
                self.before_find = None;
                let spans = self.reader.as_ref().and_then(|reader| reader.thread.as_ref());
                if spans.is_none_or(|thread| thread.spans.is_empty()) {
                    let text = self.find.text().to_owned();
                    self.tell(Phrase::NotInArticle { text: &text });
                }
            }
            _ if is_quit(key) => return vec![Effect::Quit],
            _ if is_no_text(key) && action.is_some_and(Action::is_about_all) => {
                return action.map_or_else(Vec::new, |action| self.perform(action));
            }
            _ if edit(&mut self.find, key) => self.find_now(),
            _ => {}
        }
        Vec::new()
    }

    /// Types what was pasted, where one types; a paste never acts as keys.
    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        self.notice = None;
        match (&self.overlay, self.focus) {
            (Some(it), _) if it.kind != OverlayKind::Diagnostics => {
                self.type_over(|line| {
                    line.paste(text);
                    true
                });
            }
            (None, Focus::Search) => {
                self.search.line.paste(text);
                return self.request_search();
            }
            (None, Focus::Find) => {
                self.find.paste(text);
                self.find_now();
            }
            (None, Focus::Entities) => {
                self.entities.line.paste(text);
                return self.fill_entities();
            }
            _ => self.tell(Phrase::PasteWhere),
        }
        Vec::new()
    }

    /// Gives the reader back as it was before something was typed to be found.
    pub(super) fn end_find(&mut self) -> Vec<Effect> {
        self.focus = Focus::Reader;
        let Some(before) = self.before_find.take() else { return Vec::new() };
        self.prefs.zoom = before.zoom;
        self.lay_out();
        // Another article may have come in between.
        let same = |reader: &Reader| reader.article == before.spot.article;
        if !self.reader.as_ref().is_some_and(same) {
            self.rethread();
            return Vec::new();
        }
        self.with_reader(|reader, height, _| {
            reader.scroll_to(0, height);
            reader.restore(before.spot.offset);
            reader.thread = before.thread;
        });
        Vec::new()
    }
}

/// Tells whether a key types nothing: F1 and the like, and letters with Ctrl.
pub(super) fn is_no_text(key: KeyEvent) -> bool {
    is_function(key) || key.modifiers.contains(KeyModifiers::CONTROL)
}

const fn is_function(key: KeyEvent) -> bool {
    matches!(key.code, KeyCode::F(_))
}

pub(super) fn is_quit(key: KeyEvent) -> bool {
    key.code == KeyCode::Char('c') && key.modifiers.contains(KeyModifiers::CONTROL)
}

/// Edits a line by a key; tells whether its text may have changed.
pub(super) fn edit(line: &mut LineEdit, key: KeyEvent) -> bool {
    let held = |modifier| key.modifiers.contains(modifier);
    let before = line.text().to_owned();
    match key.code {
        KeyCode::Char('u') if held(KeyModifiers::CONTROL) => line.delete_to_start(),
        KeyCode::Char('w') if held(KeyModifiers::CONTROL) => line.delete_word(),
        KeyCode::Char('h') if held(KeyModifiers::CONTROL) => line.backspace(),
        KeyCode::Char('a') if held(KeyModifiers::CONTROL) => line.home(),
        KeyCode::Char('e') if held(KeyModifiers::CONTROL) => line.end(),
        KeyCode::Backspace if held(KeyModifiers::ALT) => line.delete_word(),
        KeyCode::Char(_) if held(KeyModifiers::CONTROL) || held(KeyModifiers::ALT) => {}
        KeyCode::Char(c) => line.insert(c),
        KeyCode::Backspace => line.backspace(),
        KeyCode::Delete => line.delete(),
        KeyCode::Left => line.left(),
        KeyCode::Right => line.right(),
        KeyCode::Home => line.home(),
        KeyCode::End => line.end(),
        _ => {}
    }
    line.text() != before
}
