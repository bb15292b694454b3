//! What the environment says of the terminal and the user's files.

use std::env;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use crate::app::{Config, Fault, KindStyle, Language, ThemeName};
use crate::corpus::Diagnostic;
use crate::search::Abbreviations;
use crate::text::{CleanText, clean_line};
use crate::view::{Theme, Tier};

use super::loader::input::open;

/// Limits the bytes of a file of the configuration folder.
const MAX_BYTES: u64 = 256 << 10;

/// Tells how many colours the terminal shows, as `NO_COLOR`, `COLORTERM` and `TERM` say.
///
/// See no-color.org for the first: any value but an empty one asks for no colour.
pub fn tier() -> Tier {
    let set = |name| env::var_os(name).unwrap_or_default().to_string_lossy().into_owned();
    tier_of(&set("NO_COLOR"), &set("COLORTERM"), &set("TERM"))
}

fn tier_of(no_color: &str, colorterm: &str, term: &str) -> Tier {
    let mono = ["vt100", "vt102", "vt220", "vt320", "linux-m"];
    match (no_color, colorterm) {
        ("", _) if mono.contains(&term) || term.ends_with("-m") || term.ends_with("-mono") => {
            Tier::Mono
        }
        ("", "truecolor" | "24bit") => Tier::True,
        ("", _) if term.ends_with("-direct") => Tier::True,
        ("", _) if term.contains("256color") => Tier::Ansi256,
        ("", _) => Tier::Ansi16,
        _ => Tier::Mono,
    }
}

/// Tells whether the terminal can be asked for its background: not where the answer is of no use,
/// and not the console of Linux, which shows what it does not understand.
pub fn can_be_asked() -> bool {
    tier() != Tier::Mono && env::var_os("TERM").is_some_and(|term| term != "linux")
}

/// Tells the language that the locale asks for in messages.
pub fn language() -> Language {
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"].map(env::var_os);
    let named = named.map(|value| value.unwrap_or_default().to_string_lossy().into_owned());
    Language::of_locale(named.iter().map(String::as_str))
}

/// Holds the colours for either background.
#[derive(Debug, Clone)]
pub struct Themes {
    dark: Theme,
    light: Theme,
}

impl Themes {
    /// Loads both: the user's own where there is one in the configuration folder, else the
    /// embedded one; with what the configuration wants otherwise for `kinds`. Gives with them what is
    /// wrong with the user's.
    pub fn load(tier: Tier, kinds: &[KindStyle; 9]) -> (Self, Vec<Diagnostic>) {
        let mut troubles = Vec::new();
        let mut one = |name| {
            let theme =
                own_theme(name, tier).and_then(|own| own.map_err(|it| troubles.push(it)).ok());
            theme.unwrap_or_else(|| Theme::embedded(name, tier)).with_kinds(kinds, tier)
        };
        (Self { dark: one(ThemeName::Dark), light: one(ThemeName::Light) }, troubles)
    }

    /// Gives the colours of a name.
    pub const fn get(&self, name: ThemeName) -> &Theme {
        match name {
            ThemeName::Dark => &self.dark,
            ThemeName::Light => &self.light,
        }
    }
}

/// Gives the folders of docbao, as the platform has them.
fn folders() -> Option<ProjectDirs> {
    ProjectDirs::from("", "", "docbao")
}

/// Gives the folder of the user's configuration.
pub fn config_folder() -> Option<PathBuf> {
    Some(folders()?.config_dir().to_owned())
}

/// Gives the folder for what can be computed again.
pub fn cache_folder() -> Option<PathBuf> {
    Some(folders()?.cache_dir().to_owned())
}

/// Gives the folder for what the user has done.
pub fn state_folder() -> Option<PathBuf> {
    let folders = folders()?;
    Some(folders.state_dir().unwrap_or_else(|| folders.data_local_dir()).to_owned())
}

/// Loads the user's configuration. Gives with it what is wrong with the file.
pub fn config() -> (Config, Vec<Diagnostic>) {
    own_file("config.toml").map_or_else(Default::default, config_of)
}

/// Loads a configuration from a file of the user's choice; nothing when there is none.
pub fn config_at(path: &Path) -> Option<(Config, Vec<Diagnostic>)> {
    read_own(path, MAX_BYTES).map(config_of)
}

fn config_of((shown, read): (CleanText, Result<Vec<u8>, Diagnostic>)) -> (Config, Vec<Diagnostic>) {
    match read {
        Err(trouble) => (Config::default(), vec![trouble]),
        Ok(bytes) => {
            let (config, faults) = Config::parse(&String::from_utf8_lossy(&bytes));
            let trouble = |it: Fault| Diagnostic::warning(&shown, Some(it.line as u64), &it.why);
            (config, faults.into_iter().map(trouble).collect())
        }
    }
}

/// Loads the abbreviations that docbao carries with the user's own. Gives with them what is wrong
/// with these.
pub fn abbreviations() -> (Abbreviations, Vec<Diagnostic>) {
    match own_file("abbreviations.tsv") {
        None => Default::default(),
        Some((shown, Ok(bytes))) => Abbreviations::with_own(&bytes, &shown),
        Some((_, Err(trouble))) => (Abbreviations::default(), vec![trouble]),
    }
}

/// Reads the user's own theme file, if there is one.
fn own_theme(name: ThemeName, tier: Tier) -> Option<Result<Theme, Diagnostic>> {
    let (shown, bytes) = own_file(match name {
        ThemeName::Dark => "themes/dark.toml",
        ThemeName::Light => "themes/light.toml",
    })?;
    let parse = |bytes: Vec<u8>| {
        let source = str::from_utf8(&bytes).map_err(|error| error.to_string());
        let theme = source.and_then(|source| Theme::parse(source, tier));
        theme.map_err(|error| Diagnostic::warning(&shown, None, &error))
    };
    Some(bytes.and_then(parse))
}

/// Reads a file of the configuration folder, if it is there; gives it with its name as it is shown.
fn own_file(name: &str) -> Option<(CleanText, Result<Vec<u8>, Diagnostic>)> {
    read_own(&config_folder()?.join(name), MAX_BYTES)
}

/// Reads a file of the user's of at most `most` bytes, if there is one. Gives its name as it is
/// shown, and what it holds.
pub(super) fn read_own(path: &Path, most: u64) -> Option<(CleanText, Result<Vec<u8>, Diagnostic>)> {
    let shown = clean_line(&path.to_string_lossy());
    let mut bytes = Vec::new();
    let read = open(path).and_then(|file| file.take(most + 1).read_to_end(&mut bytes));
    let result = match read {
        Err(error) if error.kind() == ErrorKind::NotFound => return None,
        Err(error) => Err(format!("cannot be read: {error}")),
        Ok(_) if bytes.len() as u64 > most => {
            Err(format!("is skipped: it is longer than {} KB", most >> 10))
        }
        Ok(_) => Ok(bytes),
    };
    let result = result.map_err(|why| Diagnostic::warning(&shown, None, &why));
    Some((shown, result))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_tier() {
        let cases = [
            (("1", "truecolor", "xterm-256color"), Tier::Mono),
            (("", "truecolor", "xterm"), Tier::True),
            (("", "", "xterm-256color"), Tier::Ansi256),
            (("", "", "tmux-256color"), Tier::Ansi256),
            (("", "", "xterm"), Tier::Ansi16),
            (("", "", "linux"), Tier::Ansi16),
            (("", "", "vt100"), Tier::Mono),
            (("", "", "xterm-direct"), Tier::True),
        ];
        for ((no_color, colorterm, term), tier) in cases {
            assert_eq!(tier_of(no_color, colorterm, term), tier, "{no_color} {colorterm} {term}");
        }
    }
}
