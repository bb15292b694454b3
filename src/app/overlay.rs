//! Screens that lie over the others: help and the command palette, both found by typing, and what
//! could not be read.

mod rows;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::typing::{edit, is_quit};
use super::{Action, Effect, Focus, LineEdit, ListPane, Place, State};

pub use rows::{OverlayRow, QUERY_HELP};

/// Sets the lines above what scrolls: the title and the rule below it.
const HEAD: u16 = 2;

/// Names what an overlay shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OverlayKind {
    /// What keys do, those of the screen that one is on first; and what can be typed to search.
    Help,
    /// All actions, to do one of them.
    Palette,
    /// All diagnostics of loading.
    Diagnostics,
}

/// Represents an open overlay.
#[derive(Debug, Clone)]
pub struct Overlay {
    /// What it shows.
    pub kind: OverlayKind,
    /// What is typed to find some of it.
    pub line: LineEdit,
    /// What is left of it; for the diagnostics nothing, they are in the state.
    pub rows: Vec<OverlayRow>,
    /// The first line on the screen, and in the palette the selected one.
    pub pane: ListPane,
}

impl State {
    pub(super) fn lay_over(&mut self, kind: OverlayKind) -> Vec<Effect> {
        let (line, rows) = (LineEdit::default(), self.rows_of(kind, ""));
        self.overlay = Some(Overlay { kind, line, rows, pane: ListPane::default() });
        Vec::new()
    }

    fn rows_of(&self, kind: OverlayKind, typed: &str) -> Vec<OverlayRow> {
        let asked = (typed, self.prefs.language, &self.keymap);
        match kind {
            OverlayKind::Help => rows::help(self.place(), self.focus == Focus::Search, asked),
            OverlayKind::Palette => rows::palette(self.place(), asked),
            OverlayKind::Diagnostics => Vec::new(),
        }
    }

    /// Gives where keys have their meaning now.
    pub fn place(&self) -> Place {
        match self.focus {
            _ if self.card.is_some() => Place::Card,
            Focus::Reader | Focus::Find => Place::Reader,
            _ => Place::List,
        }
    }

    /// Gives the number of lines that the open overlay has.
    pub fn overlay_lines(&self) -> usize {
        self.overlay.as_ref().map_or(0, |overlay| match overlay.kind {
            OverlayKind::Diagnostics => self.diagnostics.len(),
            _ => overlay.rows.len(),
        })
    }

    /// Handles a key while an overlay is open.
    pub(super) fn overlay_key(&mut self, key: KeyEvent) -> Vec<Effect> {
        if is_quit(key) {
            return vec![Effect::Quit];
        }
        let action = self.keymap.action(Place::List, key);
        match action {
            Some(Action::Redraw) => return vec![Effect::Redraw],
            Some(Action::Suspend) => return vec![Effect::Suspend],
            _ => {}
        }
        match self.overlay.as_ref().map(|overlay| overlay.kind) {
            Some(OverlayKind::Diagnostics) => {
                match action.and_then(steps) {
                    Some(steps) => self.step_overlay(steps),
                    None => self.overlay = None,
                }
                Vec::new()
            }
            Some(_) => self.typed_overlay_key(key, action),
            None => Vec::new(),
        }
    }

    /// Handles a key where one types to find something.
    fn typed_overlay_key(&mut self, key: KeyEvent, action: Option<Action>) -> Vec<Effect> {
        let is_text = matches!(key.code, KeyCode::Char(_))
            && !key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
        match (key.code, action) {
            (KeyCode::Esc, _) => self.overlay = None,
            (KeyCode::Enter, _) => return self.choose(),
            (_, Some(Action::Help | Action::Palette)) if !is_text => self.overlay = None,
            (KeyCode::Down, _) => self.step_overlay(Steps::Lines(1)),
            (KeyCode::Up, _) => self.step_overlay(Steps::Lines(-1)),
            (KeyCode::PageDown, _) => self.step_overlay(Steps::Pages(1)),
            (KeyCode::PageUp, _) => self.step_overlay(Steps::Pages(-1)),
            (KeyCode::Home, _) => self.step_overlay(Steps::First),
            (KeyCode::End, _) => self.step_overlay(Steps::Last),
            _ => self.type_over(|line| edit(line, key)),
        }
        Vec::new()
    }

    /// Lets `change` edit the line, and finds anew when it has.
    pub(super) fn type_over(&mut self, change: impl FnOnce(&mut LineEdit) -> bool) {
        let Some(mut overlay) = self.overlay.take() else { return };
        if change(&mut overlay.line) {
            overlay.rows = self.rows_of(overlay.kind, overlay.line.text());
            overlay.pane = ListPane::default();
        }
        self.overlay = Some(overlay);
    }

    fn step_overlay(&mut self, steps: Steps) {
        let (rows, lines) = (self.overlay_lines(), self.size.height.saturating_sub(HEAD));
        let Some(overlay) = &mut self.overlay else { return };
        let chooses = overlay.kind == OverlayKind::Palette;
        let here = if chooses { overlay.pane.selected } else { overlay.pane.top };
        let page = usize::from(lines).max(1);
        let last = if chooses { rows.saturating_sub(1) } else { rows.saturating_sub(page) };
        let there = match steps {
            Steps::Lines(lines) => here.saturating_add_signed(lines),
            Steps::Pages(pages) => here.saturating_add_signed(pages * page.cast_signed()),
            Steps::HalfPages(halves) => {
                here.saturating_add_signed(halves * (page / 2).cast_signed())
            }
            Steps::First => 0,
            Steps::Last => usize::MAX,
        };
        if chooses {
            overlay.pane.select(there, rows, lines, |_| 1);
        } else {
            overlay.pane.top = there.min(last);
        }
    }

    /// Does what is selected in the palette.
    fn choose(&mut self) -> Vec<Effect> {
        let Some(overlay) = self.overlay.take() else { return Vec::new() };
        match overlay.rows.get(overlay.pane.selected) {
            Some(OverlayRow::Action { info, .. }) if overlay.kind == OverlayKind::Palette => {
                self.act(info.action)
            }
            _ => Vec::new(),
        }
    }

    /// Carries out an action wherever one is: what does not go there is left first.
    fn act(&mut self, action: Action) -> Vec<Effect> {
        if self.card.is_some() {
            if let Some(effects) = self.card_action(action) {
                return effects;
            }
            self.card = None;
        }
        let mut effects = match self.focus {
            _ if action.is_about_all() => Vec::new(),
            Focus::Entities => self.leave_entities(),
            Focus::Months => self.leave_months(),
            Focus::Find => self.end_find(),
            Focus::List | Focus::Reader | Focus::Search => Vec::new(),
        };
        effects.extend(self.perform(action));
        effects
    }
}

/// Tells how far one goes.
#[derive(Debug, Clone, Copy)]
enum Steps {
    Lines(isize),
    Pages(isize),
    HalfPages(isize),
    First,
    Last,
}

const fn steps(action: Action) -> Option<Steps> {
    Some(match action {
        Action::Down => Steps::Lines(1),
        Action::Up => Steps::Lines(-1),
        Action::PageDown => Steps::Pages(1),
        Action::PageUp => Steps::Pages(-1),
        Action::HalfDown => Steps::HalfPages(1),
        Action::HalfUp => Steps::HalfPages(-1),
        Action::First => Steps::First,
        Action::Last => Steps::Last,
        _ => return None,
    })
}
