//! From keys to actions.

use std::collections::HashMap;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::action::{ACTIONS, Action, Place};

/// Finds the action that a key means where it is pressed.
#[derive(Debug, Clone)]
pub struct Keymap {
    keys: HashMap<(Place, KeyCode, KeyModifiers), Action>,
}

impl Default for Keymap {
    /// Gives the default keys of the action table.
    fn default() -> Self {
        let bound = ACTIONS.iter().flat_map(|info| {
            info.keys.iter().filter_map(|name| {
                let (code, modifiers) = parse_key(name)?;
                Some(((info.place, code, modifiers), info.action))
            })
        });
        Self { keys: bound.collect() }
    }
}

impl Keymap {
    /// Finds the action of a key in the list or in the reader; what is bound there comes before
    /// what is bound anywhere.
    pub fn action(&self, place: Place, key: KeyEvent) -> Option<Action> {
        let (code, modifiers) = normal(key);
        [place, Place::Anywhere]
            .into_iter()
            .find_map(|place| self.keys.get(&(place, code, modifiers)).copied())
    }
}

/// Gives a key the form in which it is bound: a letter or sign tells by itself that Shift was held.
fn normal(key: KeyEvent) -> (KeyCode, KeyModifiers) {
    match key.code {
        KeyCode::Char(c) if key.modifiers.contains(KeyModifiers::CONTROL) => {
            (KeyCode::Char(c.to_ascii_lowercase()), KeyModifiers::CONTROL)
        }
        KeyCode::Char(_) => (key.code, key.modifiers & KeyModifiers::ALT),
        KeyCode::BackTab => (KeyCode::BackTab, KeyModifiers::NONE),
        code => (code, key.modifiers),
    }
}

/// Reads the name of a key, as in `ctrl-d`, `shift-tab`, `G`, `f3`.
fn parse_key(name: &str) -> Option<(KeyCode, KeyModifiers)> {
    if name == "shift-tab" {
        return Some((KeyCode::BackTab, KeyModifiers::NONE));
    }
    let mut modifiers = KeyModifiers::NONE;
    let mut rest = name;
    for (prefix, modifier) in [
        ("ctrl-", KeyModifiers::CONTROL),
        ("alt-", KeyModifiers::ALT),
        ("shift-", KeyModifiers::SHIFT),
    ] {
        if let Some(stripped) = rest.strip_prefix(prefix) {
            (rest, modifiers) = (stripped, modifiers | modifier);
        }
    }
    Some((parse_code(rest)?, modifiers))
}

fn parse_code(name: &str) -> Option<KeyCode> {
    let named = NAMED.iter().find(|(known, ..)| *known == name).map(|(_, code, _)| *code);
    let function = || name.strip_prefix('f')?.parse().ok().map(KeyCode::F);
    let mut chars = name.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) => Some(KeyCode::Char(c)),
        _ => named.or_else(function),
    }
}

/// Lists the keys that are no letter: name in a table, code, name shown.
const NAMED: &[(&str, KeyCode, &str)] = &[
    ("enter", KeyCode::Enter, "Enter"),
    ("esc", KeyCode::Esc, "Esc"),
    ("tab", KeyCode::Tab, "Tab"),
    ("space", KeyCode::Char(' '), "Space"),
    ("up", KeyCode::Up, "↑"),
    ("down", KeyCode::Down, "↓"),
    ("left", KeyCode::Left, "←"),
    ("right", KeyCode::Right, "→"),
    ("home", KeyCode::Home, "Home"),
    ("end", KeyCode::End, "End"),
    ("pageup", KeyCode::PageUp, "PgUp"),
    ("pagedown", KeyCode::PageDown, "PgDn"),
];

/// Gives the name of a key as help shows it: `ctrl-d` is `Ctrl-d`, `down` is `↓`.
pub fn key_name(name: &str) -> String {
    let (prefix, rest) = match name.rsplit_once('-') {
        Some((prefix, rest)) if !rest.is_empty() => (Some(prefix), rest),
        _ => (None, name),
    };
    let named = NAMED.iter().find(|(known, ..)| *known == rest).map(|(.., shown)| *shown);
    let is_function = rest.len() > 1 && rest.starts_with('f');
    let shown = named.map_or_else(
        || if is_function { rest.to_ascii_uppercase() } else { rest.to_owned() },
        str::to_owned,
    );
    match prefix {
        Some(prefix) => format!("{}-{shown}", capital(prefix)),
        None => shown,
    }
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(chars).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn each_key_of_the_table_can_be_read_and_means_one_thing() {
        let mut seen = HashSet::new();
        for info in ACTIONS {
            for name in info.keys {
                let key = parse_key(name).unwrap_or_else(|| panic!("{name} cannot be read"));
                assert!(seen.insert((info.place, key)), "{name} is bound twice");
            }
        }
    }

    #[test]
    fn each_action_has_a_key_that_is_no_letter() {
        for info in ACTIONS {
            let plain =
                |name: &&&str| name.chars().count() > 1 || !name.starts_with(char::is_alphabetic);
            assert!(info.keys.iter().any(|name| plain(&name)), "{}", info.name);
        }
    }

    #[test]
    fn no_letter_waits_for_a_vietnamese_mark() {
        // What is no motion and rarely done may have such a letter: its other key is none.
        let quick = ACTIONS.iter().filter(|info| {
            !matches!(
                info.action,
                Action::Merge | Action::Undo | Action::Entities | Action::Copy | Action::Sort
            )
        });
        for name in quick.flat_map(|info| info.keys) {
            assert!(!["a", "e", "i", "o", "u", "y", "d", "w"].contains(name), "{name}");
        }
    }

    #[test]
    fn shows_keys() {
        for (name, shown) in [
            ("ctrl-d", "Ctrl-d"),
            ("shift-f3", "Shift-F3"),
            ("alt-left", "Alt-←"),
            ("space", "Space"),
            ("<", "<"),
            ("G", "G"),
        ] {
            assert_eq!(key_name(name), shown);
        }
    }

    #[test]
    fn finds_actions() {
        let keymap = Keymap::default();
        let press = |place, code, modifiers| keymap.action(place, KeyEvent::new(code, modifiers));
        let none = KeyModifiers::NONE;
        assert_eq!(press(Place::List, KeyCode::Char('/'), none), Some(Action::Search));
        assert_eq!(press(Place::Reader, KeyCode::Char('/'), none), Some(Action::Find));
        assert_eq!(
            press(Place::Reader, KeyCode::Char('G'), KeyModifiers::SHIFT),
            Some(Action::Last)
        );
        assert_eq!(
            press(Place::List, KeyCode::BackTab, KeyModifiers::SHIFT),
            Some(Action::PreviousMention)
        );
        assert_eq!(press(Place::Reader, KeyCode::Enter, none), Some(Action::Card));
        assert_eq!(press(Place::Card, KeyCode::Enter, none), Some(Action::Open));
        assert_eq!(press(Place::Reader, KeyCode::Right, none), None);
    }
}
