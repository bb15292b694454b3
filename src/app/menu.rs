//! Keys that are pressed one after the other, and the menu of how they can go on.

use crossterm::event::KeyEvent;

use super::keymap::Meaning;
use super::typing::is_quit;
use super::{Action, Effect, Place, State};

/// Holds the keys that have been pressed and wait for more.
#[derive(Debug, Clone, Default)]
pub struct Menu {
    /// The keys.
    pub typed: Vec<KeyEvent>,
    /// Whether the menu is on the screen.
    pub shown: bool,
    /// The number of the newest request to show it.
    pub generation: u64,
}

impl State {
    /// Takes a key where keys are bound; `before` are those that waited for it. Gives the action, or
    /// else asks to show in a moment how the keys can go on.
    pub(super) fn pressed(
        &mut self,
        place: Place,
        mut before: Vec<KeyEvent>,
        key: KeyEvent,
    ) -> Result<Action, Vec<Effect>> {
        before.push(key);
        match self.keymap.meaning(place, &before) {
            Meaning::Does(action) => Ok(action),
            // Whatever is bound, there is a way out.
            Meaning::Nothing if is_quit(key) => Err(vec![Effect::Quit]),
            Meaning::Nothing => Err(Vec::new()),
            Meaning::Begins => {
                let generation = self.menu.generation + 1;
                self.menu = Menu { typed: before, shown: false, generation };
                Err(vec![Effect::ShowMenuSoon(generation)])
            }
        }
    }

    /// Shows the menu, unless a key has come since.
    pub(super) fn show_menu(&mut self, generation: u64) {
        self.menu.shown = !self.menu.typed.is_empty() && generation == self.menu.generation;
    }

    /// Chooses the keys.
    #[must_use]
    pub fn with_keymap(self, keymap: super::Keymap) -> Self {
        Self { keymap, ..self }
    }
}
