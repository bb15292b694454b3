//! What the environment says of the terminal and the user's files.

use std::env;
use std::path::PathBuf;

use directories::ProjectDirs;

use crate::app::ThemeName;
use crate::corpus::Diagnostic;
use crate::text::clean_line;
use crate::view::{Theme, Tier};

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

/// Holds the colours for either background.
#[derive(Debug, Clone)]
pub struct Themes {
    dark: Theme,
    light: Theme,
}

impl Themes {
    /// Loads both: the user's own where there is one in the configuration folder, else the
    /// embedded one. Gives with them what is wrong with the user's.
    pub fn load(tier: Tier) -> (Self, Vec<Diagnostic>) {
        let mut troubles = Vec::new();
        let mut one = |name| match own_theme(name, tier) {
            Some(Ok(theme)) => theme,
            other => {
                troubles.extend(other.and_then(Result::err));
                Theme::embedded(name, tier)
            }
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

/// Gives the folder of the user's configuration, as the platform has it.
pub fn config_folder() -> Option<PathBuf> {
    ProjectDirs::from("", "", "docbao").map(|folders| folders.config_dir().to_owned())
}

/// Reads the user's own theme file, if there is one.
fn own_theme(name: ThemeName, tier: Tier) -> Option<Result<Theme, Diagnostic>> {
    let file = match name {
        ThemeName::Dark => "dark.toml",
        ThemeName::Light => "light.toml",
    };
    let path = config_folder()?.join("themes").join(file);
    let shown = clean_line(&path.to_string_lossy());
    let named = |error: &str| Diagnostic::warning(&shown, None, error);
    let source = match std::fs::read_to_string(&path) {
        Ok(source) => source,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return None,
        Err(error) => return Some(Err(named(&error.to_string()))),
    };
    Some(Theme::parse(&source, tier).map_err(|error| named(&error)))
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
