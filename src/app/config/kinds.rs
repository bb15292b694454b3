//! What the user wants otherwise for kinds of entities: colours and signs, whatever the theme.

use ratatui::style::{Color, Modifier};
use toml::Spanned;
use toml::de::DeValue;

use super::read::{Reader, nearest};
use crate::entity::Kind;

/// Holds what is wanted otherwise for a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct KindStyle {
    /// The colour where the terminal knows them all.
    pub rgb: Option<Color>,
    /// The colour where it knows sixteen.
    pub ansi: Option<Color>,
    /// What is not colour.
    pub signs: Option<Modifier>,
}

/// Lists the sixteen colours that have names.
const NAMED: [(&str, Color); 16] = [
    ("black", Color::Black),
    ("red", Color::Red),
    ("green", Color::Green),
    ("yellow", Color::Yellow),
    ("blue", Color::Blue),
    ("magenta", Color::Magenta),
    ("cyan", Color::Cyan),
    ("gray", Color::Gray),
    ("dark gray", Color::DarkGray),
    ("light red", Color::LightRed),
    ("light green", Color::LightGreen),
    ("light yellow", Color::LightYellow),
    ("light blue", Color::LightBlue),
    ("light magenta", Color::LightMagenta),
    ("light cyan", Color::LightCyan),
    ("white", Color::White),
];

/// Lists the signs that are not colour.
pub const SIGNS: [(&str, Modifier); 5] = [
    ("bold", Modifier::BOLD),
    ("dim", Modifier::DIM),
    ("italic", Modifier::ITALIC),
    ("underlined", Modifier::UNDERLINED),
    ("reversed", Modifier::REVERSED),
];

impl Reader<'_> {
    /// Reads what is wanted otherwise for each kind.
    pub(super) fn kinds(&mut self, value: &Spanned<DeValue>, into: &mut [KindStyle; 9]) {
        let Some(table) = value.get_ref().as_table() else {
            let why = "kinds is a table: [kinds.person], and below it rgb, ansi or signs";
            return self.fault(value.span(), why);
        };
        for (name, value) in table {
            let said = name.get_ref();
            let Some(kind) = Kind::from_name(said) else {
                let near = nearest(said, Kind::ALL.map(Kind::name));
                self.fault(
                    name.span(),
                    &format!("no kind is called {said}; the nearest is {near}"),
                );
                continue;
            };
            self.kind((kind, name), value, &mut into[kind.index()]);
        }
    }

    fn kind<T>(
        &mut self,
        (kind, at): (Kind, &Spanned<T>),
        value: &Spanned<DeValue>,
        into: &mut KindStyle,
    ) {
        let Some(table) = value.get_ref().as_table() else {
            let why = format!("{} is a table of rgb, ansi and signs", kind.name());
            return self.fault(at.span(), &why);
        };
        for (name, value) in table {
            match &**name.get_ref() {
                "rgb" => into.rgb = self.rgb(value).or(into.rgb),
                "ansi" => {
                    let words = NAMED.map(|(name, color)| (name, Some(color)));
                    self.word("ansi", value, &words, &mut into.ansi);
                }
                "signs" => into.signs = self.signs(value).or(into.signs),
                other => {
                    let near = nearest(other, ["rgb", "ansi", "signs"]);
                    let why =
                        format!("no setting of a kind is called {other}; the nearest is {near}");
                    self.fault(name.span(), &why);
                }
            }
        }
    }

    /// Reads a colour as `#rrggbb`.
    fn rgb(&mut self, value: &Spanned<DeValue>) -> Option<Color> {
        let said = value.get_ref().as_str().filter(|said| said.starts_with('#'));
        let color = said.and_then(|said| said.parse().ok());
        if color.is_none() {
            self.fault(value.span(), "rgb is a colour, as \"#7fdbca\"");
        }
        color
    }

    /// Reads a list of signs; none of them when one is not known.
    fn signs(&mut self, value: &Spanned<DeValue>) -> Option<Modifier> {
        let all = value.get_ref().as_array();
        let said = all.and_then(|all| {
            all.iter().map(|sign| Some((sign.span(), sign.get_ref().as_str()?))).collect()
        });
        let said: Vec<_> = said.or_else(|| {
            self.fault(value.span(), "signs is a list, as [\"bold\", \"underlined\"]");
            None
        })?;
        let mut signs = Some(Modifier::empty());
        for (at, name) in said {
            let sign = SIGNS.iter().find(|(known, _)| *known == name).map(|(_, sign)| *sign);
            if sign.is_none() {
                let near = nearest(name, SIGNS.map(|(known, _)| known));
                self.fault(at, &format!("no sign is called {name}; the nearest is {near}"));
            }
            signs = signs.zip(sign).map(|(signs, sign)| signs | sign);
        }
        signs
    }
}
