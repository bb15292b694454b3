//! The user's configuration: a TOML file of which each setting may be left out. What is wrong with
//! one setting costs that one only.

mod kinds;
mod read;
#[cfg(test)]
mod tests;

use super::{Keymap, Language, Prefs, ThemeName};

pub use kinds::{KindStyle, SIGNS};
pub use read::Fault;

/// Holds the default configuration with remarks: the reference.
pub const DEFAULTS: &str = include_str!("../../assets/config.toml");

/// Holds what the user has chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The language; `None` leaves it to the locale.
    pub language: Option<Language>,
    /// The colours; `None` leaves them to the terminal's background.
    pub theme: Option<ThemeName>,
    /// Whether files that change are read anew.
    pub watch: bool,
    /// All else that the user likes.
    pub prefs: Prefs,
    /// What is wanted otherwise for the kinds of entities, by their index.
    pub kinds: [KindStyle; 9],
    /// The keys.
    pub keymap: Keymap,
}

impl Default for Config {
    fn default() -> Self {
        let (prefs, keymap) = (Prefs::default(), Keymap::default());
        Self {
            language: None,
            theme: None,
            watch: true,
            prefs,
            kinds: [KindStyle::default(); 9],
            keymap,
        }
    }
}

impl Config {
    /// Reads a configuration. Gives with it what is wrong, in the order of the lines; `source` may
    /// be any text.
    pub fn parse(source: &str) -> (Self, Vec<Fault>) {
        read::read(source)
    }
}
