//! From keys to actions.

use std::collections::HashMap;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::action::{ACTIONS, Action, ActionInfo, Place};

/// Represents a key in the form in which it is bound.
type Key = (KeyCode, KeyModifiers);

/// Finds the action that keys mean where they are pressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keymap {
    bound: HashMap<(Place, Vec<Key>), usize>,
    /// The keys of each action of the table, as they are written.
    names: Vec<Vec<String>>,
}

/// Tells what keys mean that were pressed one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// An action.
    Does(Action),
    /// The beginning of longer ones.
    Begins,
    /// Nothing.
    Nothing,
}

/// Represents keys that two actions want.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clash {
    /// The action that has them not.
    pub loser: usize,
    /// The one that has them.
    pub winner: usize,
    /// The keys, as the loser has them.
    pub keys: String,
}

impl Default for Keymap {
    /// Gives the default keys of the action table.
    fn default() -> Self {
        Self::new(&vec![None; ACTIONS.len()]).0
    }
}

impl Keymap {
    /// Binds the keys that were chosen for actions of the table, and the default keys of the
    /// others; what was chosen comes first where two want the same.
    pub(super) fn new(chosen: &[Option<Vec<String>>]) -> (Self, Vec<Clash>) {
        let mut keymap = Self { bound: HashMap::new(), names: vec![Vec::new(); ACTIONS.len()] };
        let mut clashes = Vec::new();
        for own in [true, false] {
            for (at, info) in ACTIONS.iter().enumerate() {
                let keys = match &chosen[at] {
                    Some(keys) if own => keys.clone(),
                    None if !own => info.keys.iter().map(|&key| key.to_owned()).collect(),
                    _ => continue,
                };
                clashes.extend(keys.into_iter().filter_map(|keys| keymap.bind(at, keys)));
            }
        }
        (keymap, clashes)
    }

    fn bind(&mut self, at: usize, keys: String) -> Option<Clash> {
        let sequence = parse_keys(&keys)?;
        let place = ACTIONS[at].place;
        let meets =
            |other: Place| other == place || other == Place::Anywhere || place == Place::Anywhere;
        let clash = self.bound.iter().find(|((other, known), winner)| {
            let alike = known.starts_with(&sequence) || sequence.starts_with(known);
            meets(*other) && alike && ACTIONS[**winner].action != ACTIONS[at].action
        });
        if let Some((_, &winner)) = clash {
            return Some(Clash { loser: at, winner, keys });
        }
        self.bound.insert((place, sequence), at);
        self.names[at].push(keys);
        None
    }

    /// Finds the action of a key in the list or in the reader; what is bound there comes before
    /// what is bound anywhere.
    pub fn action(&self, place: Place, key: KeyEvent) -> Option<Action> {
        match self.meaning(place, &[key]) {
            Meaning::Does(action) => Some(action),
            _ => None,
        }
    }

    /// Tells what keys mean that were pressed one after the other.
    pub fn meaning(&self, place: Place, typed: &[KeyEvent]) -> Meaning {
        let typed: Vec<Key> = typed.iter().map(|&key| normal(key)).collect();
        let places = [place, Place::Anywhere];
        let found = places.iter().find_map(|&place| self.bound.get(&(place, typed.clone())));
        let begins = || {
            let mut known = self.bound.keys();
            known.any(|(of, keys)| places.contains(of) && keys.starts_with(&typed))
        };
        match found {
            Some(&at) => Meaning::Does(ACTIONS[at].action),
            None if begins() => Meaning::Begins,
            None => Meaning::Nothing,
        }
    }

    /// Lists what may follow the keys that were pressed, with all that it does.
    pub fn following(
        &self,
        place: Place,
        typed: &[KeyEvent],
    ) -> Vec<(String, &'static ActionInfo)> {
        let typed: Vec<Key> = typed.iter().map(|&key| normal(key)).collect();
        let follows = |keys: &String| {
            let rest = keys.split(' ').skip(typed.len()).collect::<Vec<_>>();
            let begins = parse_keys(keys).is_some_and(|keys| keys.starts_with(&typed));
            (begins && !rest.is_empty()).then(|| key_name(&rest.join(" ")))
        };
        let here = ACTIONS
            .iter()
            .zip(&self.names)
            .filter(|(info, _)| info.place == place || info.place == Place::Anywhere);
        here.flat_map(|(info, names)| names.iter().filter_map(move |it| Some((follows(it)?, info))))
            .collect()
    }

    /// Gives the keys of an action as they are shown, the one to teach first.
    pub fn shown(&self, info: &ActionInfo) -> Vec<String> {
        let at = ACTIONS.iter().position(|known| known.name == info.name);
        at.map_or_else(Vec::new, |at| self.names[at].iter().map(|keys| key_name(keys)).collect())
    }

    /// Gives the key to teach for an action by its name; where it has none, that of the palette and the
    /// name to be typed there.
    pub fn taught(&self, name: &str) -> String {
        let first = |name: &str| {
            let info = ACTIONS.iter().find(|info| info.name == name)?;
            self.shown(info).into_iter().next()
        };
        let typed = || format!("{} {name}", first("palette").unwrap_or_default()).trim().to_owned();
        first(name).unwrap_or_else(typed)
    }
}

/// Reads the names of keys that are pressed one after the other, with a space between them.
pub(super) fn parse_keys(names: &str) -> Option<Vec<Key>> {
    names.split(' ').map(parse_key).collect()
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
    let function = || {
        let number = name.strip_prefix('f')?.parse().ok()?;
        (1..=24).contains(&number).then_some(KeyCode::F(number))
    };
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

/// Gives the names of keys that can be bound and are no letter or sign.
pub(super) fn named_keys() -> impl Iterator<Item = &'static str> {
    NAMED.iter().map(|(name, ..)| *name).chain(["shift-tab", "ctrl-d", "alt-left", "f1"])
}

/// Gives the names of keys as help shows them: `ctrl-d` is `Ctrl-d`, `down` is `↓`.
pub fn key_name(names: &str) -> String {
    names.split(' ').map(one_key_name).collect::<Vec<_>>().join(" ")
}

fn one_key_name(name: &str) -> String {
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
mod tests;
