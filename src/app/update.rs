//! The one function that changes the state.

use std::sync::Arc;

use crossterm::event::{KeyEvent, KeyEventKind};
use ratatui::layout::Size;

use crate::corpus::{Diagnostic, Segment};
use crate::search::{EntityIndex, SearchSegment};

use super::action::Place;
use super::{Effect, Focus, Found, Msg, Phrase, State};

/// Limits the diagnostics that are kept: a million bad lines need not be read one by one.
const MAX_DIAGNOSTICS: usize = 10_000;

impl State {
    /// Takes in what happened, and gives what the world must do.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        if matches!(msg, Msg::Key(_) | Msg::Paste(_) | Msg::Mouse(_)) {
            self.touch();
            self.heed_news();
        }
        let mut effects = self.take_in(msg);
        self.let_go();
        self.tell_news();
        effects.extend(self.look_aside());
        effects.extend(self.attend());
        effects.extend(self.keep_session());
        effects
    }

    fn take_in(&mut self, msg: Msg) -> Vec<Effect> {
        match msg {
            Msg::Key(key) => self.key(key),
            Msg::Paste(text) => self.paste(&text),
            Msg::Mouse(mouse) => self.mouse(mouse),
            Msg::Resize(columns, rows) => self.resize(Size::new(columns, rows)),
            Msg::Loaded(segment) => self.loaded(segment),
            Msg::Kept(part) => self.kept(part),
            Msg::Progress(load) => {
                self.load = load;
                let mut effects = if load.done { self.find_unknown() } else { Vec::new() };
                effects.extend(self.keep());
                effects.extend(self.reread());
                effects
            }
            Msg::Diagnostic(diagnostic) => {
                self.diagnose(diagnostic);
                Vec::new()
            }
            Msg::FilesChanged(paths) => self.files_changed(paths),
            Msg::Reread(changes) => self.changed(changes),
            Msg::Searchable(part) => {
                let segment = self.library.add_index(part);
                let mut effects = self.refresh_search();
                effects.extend(segment.map(Effect::FindEntities));
                effects
            }
            Msg::Tagged(entities) => self.tagged(entities),
            Msg::ArticleTagged(article, resolved) => {
                if let (Some(reader), Some(text)) =
                    (&mut self.reader, self.library.article(article))
                    && reader.article == article
                    && !reader.tagged
                {
                    let corrections = &self.library.searchable.corrections;
                    reader.set_mentions(text, corrections.apply(&text.id, resolved));
                    self.rethread();
                }
                self.refresh_entities()
            }
            Msg::EntitiesListed { .. } | Msg::MonthsCounted { .. } => self.listed(msg),
            Msg::Found { generation, results, took } if generation == self.search.generation => {
                let found = Found::new(self.search.line.text().to_owned(), *results, took);
                self.show_found(found)
            }
            Msg::Dossier { generation, dossier } if generation == self.dossier_generation => {
                self.gathered(dossier)
            }
            Msg::Found { .. } | Msg::Dossier { .. } => Vec::new(),
            Msg::Time(_)
            | Msg::Forgetful(_)
            | Msg::Background(_)
            | Msg::Moment(_)
            | Msg::NotWatched(_)
            | Msg::WorkerFailed(_) => {
                self.told(msg);
                Vec::new()
            }
        }
    }

    fn tagged(&mut self, entities: Arc<EntityIndex>) -> Vec<Effect> {
        self.library.searchable.add_entities(entities);
        self.take_mentions();
        let selected = self.article_at(self.list.selected);
        if self.filter_anew() {
            self.arrange_loaded(selected);
        }
        let mut effects = self.refresh_search();
        effects.extend(self.refresh_entities());
        effects.extend(self.keep());
        effects
    }

    /// Takes in what asks for nothing more.
    fn told(&mut self, msg: Msg) {
        match msg {
            Msg::Time(now) => self.take_time(now),
            Msg::Forgetful(diagnostic) => {
                self.notice = Some(diagnostic.to_string());
                self.diagnostics.insert(0, diagnostic);
            }
            Msg::Background(theme) if self.prefs.auto_theme => self.prefs.theme = theme,
            Msg::Moment(generation) => self.show_menu(generation),
            Msg::NotWatched(why) => self.tell(Phrase::NotWatched { error: &why }),
            Msg::WorkerFailed(text) => self.notice = Some(text.to_string()),
            _ => {}
        }
    }

    /// Takes in what a list or the months were waiting for, unless something else was asked since.
    fn listed(&mut self, msg: Msg) -> Vec<Effect> {
        match msg {
            Msg::EntitiesListed { generation, groups }
                if generation == self.entities.generation && self.focus == Focus::Entities =>
            {
                return self.show_entities(groups);
            }
            Msg::MonthsCounted { generation, timeline } if generation == self.months.generation => {
                self.take_months(timeline);
            }
            _ => {}
        }
        Vec::new()
    }

    pub(super) fn key(&mut self, key: KeyEvent) -> Vec<Effect> {
        if key.kind == KeyEventKind::Release {
            return Vec::new();
        }
        self.notice = None;
        self.menu.shown = false;
        let before = std::mem::take(&mut self.menu.typed);
        if let Some(effects) = self.answer(key) {
            return effects;
        }
        if self.overlay.is_some() {
            return self.overlay_key(key);
        }
        if self.card.is_some() {
            return self.card_key(before, key);
        }
        if self.sorting.is_some() {
            return self.sort_menu_key(key);
        }
        if self.labels.is_some() {
            return self.labels_key(key);
        }
        let place = match self.focus {
            Focus::Search => return self.search_key(key),
            Focus::Find => return self.find_key(key),
            Focus::Entities => return self.entities_key(key),
            Focus::Months => return self.months_key(key),
            Focus::List => Place::List,
            Focus::Reader => Place::Reader,
        };
        match self.pressed(place, before, key) {
            Ok(action) => self.perform(action),
            Err(waiting) => waiting,
        }
    }

    fn resize(&mut self, size: Size) -> Vec<Effect> {
        self.size = size;
        self.lay_out();
        Vec::new()
    }

    /// Lays the reader out again, and keeps the selected row on the screen.
    pub(super) fn lay_out(&mut self) {
        let setting = self.setting();
        if let Some(reader) = &mut self.reader
            && let Some(article) = self.library.corpus.get(reader.article)
        {
            reader.set(article, setting);
        }
        self.select_row(self.list_pane().selected);
    }

    fn loaded(&mut self, segment: Arc<Segment>) -> Vec<Effect> {
        let selected = self.article_at(self.list.selected);
        self.library.corpus.push(Arc::clone(&segment));
        self.arrange_loaded(selected);
        let mut effects = self.find_unknown();
        effects.extend(self.resume_in(&segment));
        effects.push(Effect::Prepare(segment));
        if self.reader.is_none() && self.search.found.is_none() {
            effects.extend(self.preview());
        }
        effects
    }

    /// Takes in a segment with its index; its entities come later.
    fn kept(&mut self, part: SearchSegment) -> Vec<Effect> {
        let segment = Arc::clone(&part.segment);
        let selected = self.article_at(self.list.selected);
        self.library.add_kept(part);
        self.arrange_loaded(selected);
        let mut effects = self.refresh_search();
        effects.extend(self.resume_in(&segment));
        if self.reader.is_none() && self.search.found.is_none() {
            effects.extend(self.preview());
        }
        effects
    }

    /// Asks for the entities that were not kept, when no more come from where they were.
    fn find_unknown(&mut self) -> Vec<Effect> {
        self.library.take_unknown().into_iter().map(Effect::FindEntities).collect()
    }

    /// Asks to keep what was computed, once that is all: of the files as they were loaded.
    fn keep(&self) -> Option<Effect> {
        let complete = self.load.done
            && !self.live.has_changed()
            && self.library.tagged() == self.library.corpus.len();
        complete.then(|| Effect::Keep(self.library.searchable.clone()))
    }

    pub(super) fn diagnose(&mut self, diagnostic: Diagnostic) {
        if self.diagnostics.len() < MAX_DIAGNOSTICS {
            self.diagnostics.push(diagnostic);
        }
    }

    /// Gives the open article its mentions, when its segment's have just come.
    pub(super) fn take_mentions(&mut self) {
        let Some(reader) = self.reader.as_mut().filter(|reader| !reader.tagged) else { return };
        let resolved = self.library.resolved(reader.article);
        if let (Some(resolved), Some(article)) = (resolved, self.library.article(reader.article)) {
            reader.set_mentions(article, resolved);
            self.rethread();
        }
    }
}
