//! The card of an entity: what the corpus says of it, each line a jump.

use std::sync::Arc;

use crossterm::event::KeyEvent;

use crate::corpus::ArticleNo;
use crate::dossier::Dossier;
use crate::entity::EntityId;

use super::action::Place;
use super::aside::Aside;
use super::reader::{Thread, ThreadKind, Way};
use super::{Action, Effect, Focus, ListPane, Phrase, State};

/// Limits the companions that a card shows.
const COMPANIONS: usize = 8;

/// Sets the lines of a card that do not scroll: name, offices, other names, timeline, a rule.
pub(crate) const HEAD_LINES: u16 = 6;

/// Holds an open card.
#[derive(Debug, Clone)]
pub struct Card {
    /// The entity.
    pub id: EntityId,
    /// Its name, as it was called where the card was opened.
    pub name: String,
    /// What the corpus says of it; `None` until that has been gathered.
    pub dossier: Option<Arc<Dossier>>,
    /// The selected row.
    pub pane: ListPane,
    /// Whether Enter was pressed before the rows were there.
    accepted: bool,
}

/// Names what a row of a card shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardRow {
    /// The heading over the companions.
    Companions,
    /// A companion, by its number.
    Companion(usize),
    /// The heading over the articles.
    Articles,
    /// An article, by its number.
    Article(usize),
}

impl CardRow {
    const fn is_heading(self) -> bool {
        matches!(self, Self::Companions | Self::Articles)
    }
}

impl Card {
    /// Gives the number of rows.
    pub fn len(&self) -> usize {
        self.dossier.as_ref().map_or(0, |it| self.companions() + it.articles.len() + 2)
    }

    /// Tells whether there are no rows yet.
    pub fn is_empty(&self) -> bool {
        self.dossier.is_none()
    }

    fn companions(&self) -> usize {
        self.dossier.as_ref().map_or(0, |it| it.companions.len().min(COMPANIONS))
    }

    /// Tells what a row shows.
    pub fn row(&self, row: usize) -> CardRow {
        let companions = self.companions();
        match row {
            0 => CardRow::Companions,
            _ if row <= companions => CardRow::Companion(row - 1),
            _ if row == companions + 1 => CardRow::Articles,
            _ => CardRow::Article(row - companions - 2),
        }
    }

    /// Selects the nearest row that is no heading.
    fn select(&mut self, row: usize, lines: u16) {
        let is_jump = |&row: &usize| !self.row(row).is_heading();
        let row = (row..self.len())
            .find(is_jump)
            .or_else(|| (0..row.min(self.len())).rev().find(is_jump));
        // The heading above the first row is worth a line.
        let row = row.unwrap_or(0);
        self.pane.select(row.saturating_sub(1), self.len(), lines, |_| 1);
        self.pane.select(row, self.len(), lines, |_| 1);
    }

    fn step(&mut self, steps: isize, lines: u16) {
        let target = self.pane.selected.saturating_add_signed(steps).min(self.len().max(1) - 1);
        let is_heading = self.row(target).is_heading();
        let further = if steps < 0 { target.checked_sub(1) } else { Some(target + 1) };
        self.select(further.filter(|_| is_heading).unwrap_or(target), lines);
    }
}

/// Tells whether an action does on a card what it does anywhere.
const fn is_general(action: Action) -> bool {
    use Action::{Copy, Merge, Reclass, Reject, Undo, With, Without};
    let concerns_it = matches!(action, Copy | Merge | Reclass | Reject | Undo | With | Without);
    concerns_it || action.is_about_all()
}

impl State {
    /// Opens the card of the focused entity.
    pub(super) fn open_card(&mut self) -> Vec<Effect> {
        let entity = self.reader.as_ref().and_then(|reader| {
            let entity = reader.resolved.entity(reader.focus?);
            Some((entity.id, entity.name.clone(), entity.kind))
        });
        match entity {
            None => self.tell(Phrase::FocusForCard),
            Some((_, name, kind)) if !kind.is_named() => {
                self.tell(Phrase::NoCard { name: &name });
            }
            Some((id, name, _)) => return self.show_card(id, name, 0),
        }
        Vec::new()
    }

    /// Shows a card with a row selected.
    pub(super) fn show_card(&mut self, id: EntityId, name: String, row: usize) -> Vec<Effect> {
        self.aside = Aside::default();
        let pane = ListPane { selected: row, top: 0 };
        self.card = Some(Card { id, name, dossier: None, pane, accepted: false });
        vec![self.gather(id)]
    }

    /// Takes what was gathered for the card that is open.
    pub(super) fn fill_card(&mut self, dossier: Option<Arc<Dossier>>) -> Vec<Effect> {
        let lines = self.card_lines();
        if let (None, Some(card)) = (&dossier, self.card.as_ref()) {
            let name = card.name.clone();
            self.tell(Phrase::NotInAllYet { name: &name });
            self.card = None;
        }
        let Some(card) = &mut self.card else { return Vec::new() };
        card.dossier = dossier;
        card.select(card.pane.selected.min(card.len()), lines);
        if card.accepted { self.open_card_row() } else { Vec::new() }
    }

    /// Gives the lines of a card that scroll.
    pub(super) const fn card_lines(&self) -> u16 {
        // The rule and two status lines stand below.
        self.size.height.saturating_sub(HEAD_LINES + 3)
    }

    /// Handles a key while a card is open.
    pub(super) fn card_key(&mut self, before: Vec<KeyEvent>, key: KeyEvent) -> Vec<Effect> {
        match self.pressed(Place::Card, before, key) {
            Ok(action) => self.card_action(action).unwrap_or_default(),
            Err(waiting) => waiting,
        }
    }

    /// Carries out an action on the card; gives nothing back when it has no meaning there.
    pub(super) fn card_action(&mut self, action: Action) -> Option<Vec<Effect>> {
        let page = isize::try_from(self.card_lines().max(1)).unwrap_or(1);
        match action {
            Action::Down => self.step_card(1),
            Action::Up => self.step_card(-1),
            Action::PageDown => self.step_card(page),
            Action::PageUp => self.step_card(-page),
            Action::HalfDown => self.step_card(page / 2),
            Action::HalfUp => self.step_card(-page / 2),
            Action::First => self.step_card(isize::MIN),
            Action::Last => self.step_card(isize::MAX),
            Action::Open => return Some(self.open_card_row()),
            Action::Back => self.card = None,
            Action::Follow => return Some(self.follow_card()),
            Action::HistoryBack | Action::HistoryForward => {
                let here = self.visit();
                self.card = None;
                let way = if action == Action::HistoryBack { Way::Back } else { Way::Forward };
                return Some(self.revisit_from(here, way));
            }
            _ if is_general(action) => return Some(self.perform(action)),
            _ => return None,
        }
        Some(Vec::new())
    }

    pub(super) fn select_card_row(&mut self, row: usize) {
        let lines = self.card_lines();
        if let Some(card) = &mut self.card {
            card.select(row, lines);
        }
    }

    fn step_card(&mut self, steps: isize) {
        let lines = self.card_lines();
        match &mut self.card {
            // What is typed ahead counts from the first row on.
            Some(card) if card.is_empty() => {
                card.pane.selected = card.pane.selected.saturating_add_signed(steps);
            }
            Some(card) => card.step(steps, lines),
            None => {}
        }
    }

    /// Goes where the selected row of the card leads.
    fn open_card_row(&mut self) -> Vec<Effect> {
        let here = self.visit();
        let Some(card) = &mut self.card else { return Vec::new() };
        let Some(dossier) = &card.dossier else {
            card.accepted = true;
            return Vec::new();
        };
        match card.row(card.pane.selected) {
            CardRow::Companion(number) => {
                let companion = &dossier.companions[number];
                let (id, name) = (companion.id, companion.name.clone());
                self.leave(here);
                self.show_card(id, name, 0)
            }
            CardRow::Article(number) => {
                let (article, _) = dossier.articles[number];
                let (id, name) = (dossier.id, dossier.name.clone());
                self.leave(here);
                self.card = None;
                self.enter(article, ThreadKind::Entity(id).thread(name), Way::Forward)
            }
            CardRow::Companions | CardRow::Articles => Vec::new(),
        }
    }

    /// Follows the entity of the card: in the open article, or from its first one on.
    fn follow_card(&mut self) -> Vec<Effect> {
        let here = self.visit();
        let Some(card) = self.card.take() else { return Vec::new() };
        let name = card.dossier.as_ref().map_or(card.name, |it| it.name.clone());
        let open = self.reader.as_ref().filter(|it| !it.places_of(card.id).is_empty());
        let open = open.map(|reader| reader.article);
        let first = card.dossier.as_ref().and_then(|it| Some(it.articles.first()?.0));
        let Some(article) = open.or(first) else { return Vec::new() };
        if open.is_none() {
            self.leave(here);
        }
        self.tell(Phrase::Following { name: &name });
        self.enter(article, ThreadKind::Entity(card.id).thread(name), Way::Forward)
    }

    /// Shows an article with a thread, and stands on the first place of that, or on its last one
    /// when one comes from behind.
    pub(super) fn enter(&mut self, article: ArticleNo, thread: Thread, way: Way) -> Vec<Effect> {
        let effects = self.show(article);
        self.with_reader(|reader, _, _| {
            reader.thread = Some(thread);
            reader.focus = None;
            reader.top = 0;
        });
        self.rethread();
        self.last_visit = None;
        self.focus = Focus::Reader;
        self.lay_out();
        self.with_reader(|reader, height, _| reader.enter_thread(way, height));
        self.select_article(article);
        effects
    }
}
