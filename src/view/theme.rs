//! Colours and signs, from a theme file to the styles that a terminal can show.

use ratatui::style::{Color, Modifier, Style};
use serde::de::Error;
use serde::{Deserialize, Deserializer};

use crate::app::ThemeName;
use crate::entity::Kind;

const DARK: &str = include_str!("../../assets/themes/dark.toml");
const LIGHT: &str = include_str!("../../assets/themes/light.toml");

/// Names how many colours the terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tier {
    /// None: all is told by signs.
    Mono,
    /// The sixteen that have names.
    Ansi16,
    /// The 256 of the indexed palette.
    #[default]
    Ansi256,
    /// All.
    True,
}

/// Holds the styles of all that is drawn.
#[derive(Debug, Clone, Default)]
#[allow(missing_docs, reason = "the fields are the entries of the theme file, which explains them")]
pub struct Theme {
    pub text: Style,
    pub title: Style,
    pub derived: Style,
    pub dim: Style,
    pub rule: Style,
    pub caption: Style,
    pub selected: Style,
    pub found: Style,
    pub focus: Style,
    pub same: Style,
    pub mark: Style,
    pub key: Style,
    pub notice: Style,
    pub error: Style,
    kinds: [Style; 9],
}

impl Theme {
    /// Gives an embedded theme in the colours that the terminal shows.
    pub fn embedded(name: ThemeName, tier: Tier) -> Self {
        let source = match name {
            ThemeName::Dark => DARK,
            ThemeName::Light => LIGHT,
        };
        Self::parse(source, tier).expect("a test parses each embedded theme in each tier")
    }

    /// Parses a theme file.
    ///
    /// # Errors
    /// Says what is wrong, with line and column.
    pub fn parse(source: &str, tier: Tier) -> Result<Self, String> {
        let file: ThemeFile = toml::from_str(source).map_err(|error| error.to_string())?;
        let style = |entry: &Entry| entry.style(tier);
        let mut kinds = [Style::default(); 9];
        for kind in Kind::ALL {
            kinds[kind.index()] = style(file.kinds.of(kind));
        }
        Ok(Self {
            text: style(&file.text),
            title: style(&file.title),
            derived: style(&file.derived),
            dim: style(&file.dim),
            rule: style(&file.rule),
            caption: style(&file.caption),
            selected: style(&file.selected),
            found: style(&file.found),
            focus: style(&file.focus),
            same: style(&file.same),
            mark: style(&file.mark),
            key: style(&file.key),
            notice: style(&file.notice),
            error: style(&file.error),
            kinds,
        })
    }

    /// Gives the style of a kind of entities.
    pub const fn kind(&self, kind: Kind) -> Style {
        self.kinds[kind.index()]
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ThemeFile {
    text: Entry,
    title: Entry,
    derived: Entry,
    dim: Entry,
    rule: Entry,
    caption: Entry,
    selected: Entry,
    #[serde(rename = "match")]
    found: Entry,
    focus: Entry,
    same: Entry,
    mark: Entry,
    key: Entry,
    notice: Entry,
    error: Entry,
    kinds: KindEntries,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KindEntries {
    person: Entry,
    organization: Entry,
    location: Entry,
    role: Entry,
    law: Entry,
    date: Entry,
    money: Entry,
    quantity: Entry,
    event: Entry,
}

impl KindEntries {
    const fn of(&self, kind: Kind) -> &Entry {
        match kind {
            Kind::Person => &self.person,
            Kind::Organization => &self.organization,
            Kind::Location => &self.location,
            Kind::Role => &self.role,
            Kind::Law => &self.law,
            Kind::Date => &self.date,
            Kind::Money => &self.money,
            Kind::Quantity => &self.quantity,
            Kind::Event => &self.event,
        }
    }
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Entry {
    #[serde(deserialize_with = "color")]
    rgb: Option<Color>,
    #[serde(deserialize_with = "color")]
    ansi: Option<Color>,
    signs: Vec<Sign>,
}

/// Reads a colour as `#rrggbb` or by its name.
fn color<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Color>, D::Error> {
    let name = String::deserialize(from)?;
    name.parse().map(Some).map_err(|_| D::Error::custom(format!("no such colour: {name}")))
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum Sign {
    Bold,
    Dim,
    Italic,
    Underlined,
    Reversed,
}

impl Sign {
    const fn modifier(self) -> Modifier {
        match self {
            Self::Bold => Modifier::BOLD,
            Self::Dim => Modifier::DIM,
            Self::Italic => Modifier::ITALIC,
            Self::Underlined => Modifier::UNDERLINED,
            Self::Reversed => Modifier::REVERSED,
        }
    }
}

impl Entry {
    fn style(&self, tier: Tier) -> Style {
        let mut modifier = Modifier::empty();
        for sign in &self.signs {
            modifier |= sign.modifier();
        }
        let color = match tier {
            Tier::Mono => None,
            Tier::Ansi16 => self.ansi,
            Tier::Ansi256 => self.rgb.map(nearest_indexed),
            Tier::True => self.rgb,
        };
        Style { fg: color, ..Style::default() }.add_modifier(modifier)
    }
}

/// Finds the nearest colour of the 6 x 6 x 6 cube, whose levels are 0, 95, 135, 175, 215 and 255.
fn nearest_indexed(color: Color) -> Color {
    let Color::Rgb(red, green, blue) = color else { return color };
    let level = |part: u8| match part {
        0..=47 => 0,
        48..=114 => 1,
        _ => (part - 35) / 40,
    };
    Color::Indexed(16 + 36 * level(red) + 6 * level(green) + level(blue))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    const TIERS: [Tier; 4] = [Tier::Mono, Tier::Ansi16, Tier::Ansi256, Tier::True];

    #[test]
    fn all_kinds_can_be_told_apart_in_each_tier() {
        for tier in TIERS {
            for name in [ThemeName::Dark, ThemeName::Light] {
                let theme = Theme::embedded(name, tier);
                let mut styles: HashSet<Style> = Kind::ALL.map(|kind| theme.kind(kind)).into();
                styles.insert(theme.text);
                assert_eq!(styles.len(), 10, "{name:?} {tier:?}");
            }
        }
    }

    #[test]
    fn without_colour_there_is_none() {
        let theme = Theme::embedded(ThemeName::Dark, Tier::Mono);
        let styles = [theme.found, theme.notice, theme.error, theme.kind(Kind::Person)];
        assert!(styles.iter().all(|style| style.fg.is_none() && style.bg.is_none()));
    }

    #[test]
    fn finds_indexed_colours() {
        for (rgb, index) in
            [((0, 0, 0), 16), ((255, 255, 255), 231), ((95, 135, 175), 67), ((127, 219, 202), 116)]
        {
            let found = nearest_indexed(Color::Rgb(rgb.0, rgb.1, rgb.2));
            assert_eq!(found, Color::Indexed(index), "{rgb:?}");
        }
    }

    #[test]
    fn says_what_is_wrong() {
        let wrong = DARK.replace("[kinds.law]", "[kinds.lwa]");
        let error = Theme::parse(&wrong, Tier::True).expect_err("there is no such kind");
        assert!(error.contains("lwa"), "{error}");
    }
}
