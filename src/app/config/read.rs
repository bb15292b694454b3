//! Reading a configuration: each setting for itself, and what is wrong with it.

use std::fmt::Display;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Config;
use crate::app::keymap::{Clash, named_keys, parse_keys};
use crate::app::{ACTIONS, Keymap, Language, ThemeName};
use crate::text::{CleanText, clean_line};

/// Represents what is wrong with a setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Its line, from 1.
    pub line: usize,
    /// What is wrong, as a sentence without a final period.
    pub why: CleanText,
}

/// Lists the settings beside the keys.
const SETTINGS: [&str; 13] = [
    "language",
    "theme",
    "measure",
    "indent",
    "justify",
    "dim",
    "two-panes",
    "three-panes",
    "words-a-minute",
    "mouse",
    "watch",
    "kinds",
    "keys",
];

/// Holds what is read, and where.
pub(super) struct Reader<'s> {
    source: &'s str,
    faults: Vec<Fault>,
}

pub(super) fn read(source: &str) -> (Config, Vec<Fault>) {
    let mut reader = Reader { source, faults: Vec::new() };
    let (table, errors) = DeTable::parse_recoverable(source);
    for error in errors {
        reader.fault(error.span().unwrap_or_default(), error.message());
    }
    let mut config = Config::default();
    for (name, value) in table.get_ref() {
        reader.setting(&mut config, (name.get_ref(), name.span()), value);
    }
    reader.faults.sort_by_key(|fault| fault.line);
    (config, reader.faults)
}

impl Reader<'_> {
    pub(super) fn fault(&mut self, at: Range<usize>, why: &str) {
        let before = self.source.get(..at.start).unwrap_or(self.source);
        let line = before.matches('\n').count() + 1;
        self.faults.push(Fault { line, why: clean_line(why) });
    }

    fn setting(
        &mut self,
        config: &mut Config,
        (name, at): (&str, Range<usize>),
        value: &Spanned<DeValue>,
    ) {
        let prefs = &mut config.prefs;
        match name {
            "language" => {
                let words = [
                    ("auto", None),
                    ("en", Some(Language::English)),
                    ("vi", Some(Language::Vietnamese)),
                ];
                self.word(name, value, &words, &mut config.language);
            }
            "theme" => {
                let words = [
                    ("auto", None),
                    ("dark", Some(ThemeName::Dark)),
                    ("light", Some(ThemeName::Light)),
                ];
                self.word(name, value, &words, &mut config.theme);
            }
            "measure" => self.number(name, value, (40, 120), &mut prefs.measure),
            "two-panes" => self.number(name, value, (60, 1_000), &mut prefs.two_panes),
            "three-panes" => self.number(name, value, (100, 2_000), &mut prefs.three_panes),
            "words-a-minute" => self.number(name, value, (50, 2_000), &mut prefs.words_a_minute),
            "indent" => self.switch(name, value, &mut prefs.page.indent),
            "justify" => self.switch(name, value, &mut prefs.page.justify),
            "dim" => self.switch(name, value, &mut prefs.page.dim),
            "mouse" => self.switch(name, value, &mut prefs.mouse),
            "watch" => self.switch(name, value, &mut config.watch),
            "kinds" => self.kinds(value, &mut config.kinds),
            "keys" => config.keymap = self.keys(value),
            _ => {
                let near = nearest(name, SETTINGS);
                self.fault(at, &format!("no setting is called {name}; the nearest is {near}"));
            }
        }
    }

    fn switch(&mut self, name: &str, value: &Spanned<DeValue>, into: &mut bool) {
        match value.get_ref().as_bool() {
            Some(on) => *into = on,
            None => self.fault(value.span(), &format!("{name} is true or false")),
        }
    }

    pub(super) fn word<T: Copy>(
        &mut self,
        name: &str,
        value: &Spanned<DeValue>,
        words: &[(&str, T)],
        into: &mut T,
    ) {
        let known = || words.iter().map(|(word, _)| *word);
        let said = value.get_ref().as_str();
        if let Some((_, meaning)) =
            said.and_then(|said| words.iter().find(|(word, _)| *word == said))
        {
            *into = *meaning;
            return;
        }
        let near = |said| format!("; the nearest to {said} is {}", nearest(said, known()));
        let all = known().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", ");
        let why = format!("{name} is one of {all}{}", said.map_or_else(String::new, near));
        self.fault(value.span(), &why);
    }

    fn number<T: TryFrom<i64> + PartialOrd + Copy + Display>(
        &mut self,
        name: &str,
        value: &Spanned<DeValue>,
        (least, most): (T, T),
        into: &mut T,
    ) {
        let number = value.get_ref().as_integer();
        let number = number.and_then(|it| i64::from_str_radix(it.as_str(), it.radix()).ok());
        match number.and_then(|number| T::try_from(number).ok()) {
            Some(number) if number >= least && number <= most => *into = number,
            _ => self.fault(value.span(), &format!("{name} is a number from {least} to {most}")),
        }
    }

    /// Reads the keys of actions, and binds them.
    fn keys(&mut self, value: &Spanned<DeValue>) -> Keymap {
        let Some(table) = value.get_ref().as_table() else {
            self.fault(
                value.span(),
                "keys is a table: [keys], and below it action = [\"key\", ...]",
            );
            return Keymap::default();
        };
        let mut chosen = vec![None; ACTIONS.len()];
        let mut spans = vec![None; ACTIONS.len()];
        for (name, keys) in table {
            let Some(at) = ACTIONS.iter().position(|info| info.name == &**name.get_ref()) else {
                let near = nearest(name.get_ref(), ACTIONS.iter().map(|info| info.name));
                let name_said = name.get_ref();
                let why = format!("no action is called {name_said}; the nearest is {near}");
                self.fault(name.span(), &why);
                continue;
            };
            spans[at] = Some(keys.span());
            chosen[at] = self.keys_of(ACTIONS[at].name, keys);
        }
        let (keymap, clashes) = Keymap::new(&chosen);
        for Clash { loser, winner, keys } in clashes {
            let at = spans[loser].clone().or_else(|| spans[winner].clone()).unwrap_or_default();
            let (one, other) = (ACTIONS[winner].name, ACTIONS[loser].name);
            let default = if chosen[loser].is_none() { ", by default" } else { "" };
            self.fault(at, &format!("{keys} is bound to {one} and to {other}{default}"));
        }
        keymap
    }

    /// Reads the keys of one action; nothing when none of them is one.
    fn keys_of(&mut self, action: &str, value: &Spanned<DeValue>) -> Option<Vec<String>> {
        let all = match value.get_ref() {
            DeValue::Array(all) => all.iter().collect(),
            _ => vec![value],
        };
        let mut keys = Vec::new();
        for key in &all {
            let Some(said) = key.get_ref().as_str() else {
                self.fault(key.span(), &format!("{action} has keys: [\"j\", \"down\", \"g g\"]"));
                continue;
            };
            if parse_keys(said).is_some() {
                keys.push(said.to_owned());
                continue;
            }
            for part in said.split(' ').filter(|part| parse_keys(part).is_none()) {
                let near = nearest(part, named_keys());
                let why = format!("no key is called {part}; the nearest is {near}");
                self.fault(key.span(), &why);
            }
        }
        (all.is_empty() || !keys.is_empty()).then_some(keys)
    }
}

/// Finds the word with the fewest letters changed.
pub(super) fn nearest<'w>(said: &str, words: impl IntoIterator<Item = &'w str>) -> &'w str {
    // Nobody mistypes so long a word, and the distance costs its square.
    let said = &said[..said.floor_char_boundary(64)];
    let distance = |word: &&str| strsim::osa_distance(word, said);
    words.into_iter().min_by_key(distance).unwrap_or_default()
}
