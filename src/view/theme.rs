//! Colours and signs, from a theme file to the styles that a terminal can show.

mod colours;

use ratatui::style::{Color, Modifier, Style};
use serde::de::Error;
use serde::{Deserialize, Deserializer};

use crate::app::{KindStyle, SIGNS, ThemeName};
use crate::entity::Kind;

use colours::{nearest_indexed, nearest_named};

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

    /// Takes over what the user wants otherwise for the kinds of entities.
    #[must_use]
    pub fn with_kinds(mut self, own: &[KindStyle; 9], tier: Tier) -> Self {
        for (style, own) in self.kinds.iter_mut().zip(own) {
            let color = match tier {
                Tier::Mono => None,
                Tier::Ansi16 => own.ansi.or(own.rgb.map(nearest_named)),
                Tier::Ansi256 => own.rgb.map(nearest_indexed).or(own.ansi),
                Tier::True => own.rgb.or(own.ansi),
            };
            style.fg = color.or(style.fg);
            style.add_modifier = own.signs.unwrap_or(style.add_modifier);
        }
        self
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
    #[serde(deserialize_with = "signs")]
    signs: Modifier,
}

/// Reads a colour as `#rrggbb` or by its name.
fn color<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Color>, D::Error> {
    let name = String::deserialize(from)?;
    name.parse().map(Some).map_err(|_| D::Error::custom(format!("no such colour: {name}")))
}

/// Reads a list of signs.
fn signs<'de, D: Deserializer<'de>>(from: D) -> Result<Modifier, D::Error> {
    let names = Vec::<String>::deserialize(from)?;
    let sign = |name: &String| {
        let known = SIGNS.iter().find(|(known, _)| known == name).map(|(_, sign)| *sign);
        known.ok_or_else(|| D::Error::custom(format!("no such sign: {name}")))
    };
    names.iter().map(sign).try_fold(Modifier::empty(), |all, sign| Ok(all | sign?))
}

impl Entry {
    fn style(&self, tier: Tier) -> Style {
        let color = match tier {
            Tier::Mono => None,
            Tier::Ansi16 => self.ansi,
            Tier::Ansi256 => self.rgb.map(nearest_indexed),
            Tier::True => self.rgb,
        };
        Style { fg: color, ..Style::default() }.add_modifier(self.signs)
    }
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
    fn a_kind_is_as_the_user_wants_it_in_each_tier() {
        let mut kinds = [KindStyle::default(); 9];
        let rgb = Some(Color::Rgb(255, 0, 0));
        kinds[Kind::Person.index()] = KindStyle { rgb, ..KindStyle::default() };
        let signs = Some(Modifier::REVERSED);
        let ansi = Some(Color::Blue);
        kinds[Kind::Law.index()] = KindStyle { rgb: None, ansi, signs };
        for (tier, person, law) in [
            (Tier::Mono, None, None),
            (Tier::Ansi16, Some(Color::LightRed), ansi),
            (Tier::Ansi256, Some(Color::Indexed(196)), ansi),
            (Tier::True, rgb, ansi),
        ] {
            for name in [ThemeName::Dark, ThemeName::Light] {
                let before = Theme::embedded(name, tier);
                let theme = before.clone().with_kinds(&kinds, tier);
                let [of_person, of_law] = [Kind::Person, Kind::Law].map(|kind| theme.kind(kind));
                assert_eq!((of_person.fg, of_law.fg), (person, law), "{tier:?}");
                assert_eq!(of_person.add_modifier, before.kind(Kind::Person).add_modifier);
                assert_eq!(of_law.add_modifier, Modifier::REVERSED);
                assert_eq!(theme.kind(Kind::Date), before.kind(Kind::Date));
            }
        }
    }

    #[test]
    fn says_what_is_wrong() {
        let wrong = DARK.replace("[kinds.law]", "[kinds.lwa]");
        let error = Theme::parse(&wrong, Tier::True).expect_err("there is no such kind");
        assert!(error.contains("lwa"), "{error}");
    }
}
