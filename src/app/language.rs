//! The languages that the screens speak, and what they say in each.
//!
//! `assets/strings.tsv` is the one source of all texts. A key there is the name of a [`Phrase`], or
//! `action:` with the name of an action, or `kind:` with the name of a kind.

mod fill;
mod phrase;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use crate::entity::{Doubt, Kind, Says};
use crate::search::Note;

use super::{ActionInfo, Keymap};
use fill::{Signs, fill, whole};
pub use phrase::Phrase;

/// The table: key, English, Vietnamese.
const STRINGS: &str = include_str!("../../assets/strings.tsv");

static TEXTS: LazyLock<HashMap<&str, [&str; 2]>> = LazyLock::new(|| lines(STRINGS).collect());

/// Reads the lines of the table; `#` begins a remark.
fn lines(table: &str) -> impl Iterator<Item = (&str, [&str; 2])> {
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| {
        let mut cells = line.split('\t');
        Some((cells.next()?, [cells.next()?, cells.next()?]))
    })
}

/// Names a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Vietnamese.
    Vietnamese,
}

impl Language {
    /// All languages, in the order of the columns of the table.
    pub const ALL: [Self; 2] = [Self::English, Self::Vietnamese];

    /// Finds the language of a locale, from the variables that may name it, the first one first.
    pub fn of_locale<'v>(variables: impl IntoIterator<Item = &'v str>) -> Self {
        let set = variables.into_iter().find(|value| !value.is_empty());
        let language = set.and_then(|locale| locale.split(['_', '.', '@', '-']).next());
        match language {
            Some(name) if name.eq_ignore_ascii_case("vi") => Self::Vietnamese,
            _ => Self::English,
        }
    }

    /// Gives the text of a phrase that names no key, with its places filled.
    pub fn say(self, phrase: Phrase) -> Cow<'static, str> {
        self.fill(phrase, |_| String::new())
    }

    /// Gives the text of a phrase with its places filled, those for keys with the keys that there are.
    pub fn say_with_keys(self, phrase: Phrase, keymap: &Keymap) -> Cow<'static, str> {
        self.fill(phrase, |action| keymap.taught(action))
    }

    fn fill(self, phrase: Phrase, key: impl Fn(&str) -> String) -> Cow<'static, str> {
        let text = self.text(phrase.key());
        if !text.contains('{') {
            return Cow::Borrowed(text);
        }
        phrase.with_values(|values| Cow::Owned(fill(text, values, self.signs(), key)))
    }

    /// Tells what an action does.
    pub fn action(self, info: &ActionInfo) -> &'static str {
        self.text(&format!("action:{}", info.name))
    }

    /// Names a kind of entities.
    pub fn kind(self, kind: Kind) -> &'static str {
        self.forms(kind).0
    }

    /// Names several entities of a kind.
    pub fn kinds(self, kind: Kind) -> &'static str {
        self.forms(kind).1
    }

    fn forms(self, kind: Kind) -> (&'static str, &'static str) {
        let text = self.text(&format!("kind:{}", kind.name()));
        text.split_once('|').unwrap_or((text, text))
    }

    /// Writes a whole number.
    pub fn number(self, number: usize) -> String {
        whole(number, self.signs())
    }

    /// Tells what was looked for other than what was typed.
    pub fn note(self, note: &Note) -> Cow<'static, str> {
        match note {
            Note::Decoded(text) => self.say(Phrase::NoteDecoded { text }),
            Note::AllButOne => self.say(Phrase::NoteAllButOne),
            Note::LeftOut(word) => self.say(Phrase::NoteLeftOut { word }),
            Note::ReadAs { typed, others } => {
                self.say(Phrase::NoteReadAs { typed, text: &others.join(", ") })
            }
        }
    }

    /// Tells why a name may stand for several people.
    pub fn doubt(self, doubt: &Doubt) -> Cow<'static, str> {
        if doubt.people.is_empty() {
            return self.say(Phrase::DoubtGivenName);
        }
        let said: Vec<_> = doubt.people.iter().map(|(says, _)| self.says(says)).collect();
        self.say(Phrase::DoubtPeople { count: said.len(), said: &said.join("; ") })
    }

    fn says(self, says: &Says) -> Cow<'static, str> {
        let born = |year: &u16| year.to_string();
        self.say(match says {
            Says::Office(role) => return Cow::Owned(role.clone()),
            Says::Born { year, given: true } => {
                return self.say(Phrase::Born { year: &born(year) });
            }
            Says::Born { year, .. } => return self.say(Phrase::BornAbout { year: &born(year) }),
            Says::Man => Phrase::Man,
            Says::Woman => Phrase::Woman,
            Says::Footballer => Phrase::Footballer,
            Says::Artist => Phrase::Artist,
            Says::Doctor => Phrase::Doctor,
            Says::Lawyer => Phrase::Lawyer,
            Says::Driver => Phrase::Driver,
        })
    }

    /// Gives a text as it stands in the table; a test finds the keys that have none.
    fn text(self, key: &str) -> &'static str {
        TEXTS.get(key).map_or("", |texts| texts[self as usize])
    }

    const fn signs(self) -> Signs {
        match self {
            Self::English => Signs { thousands: ',', decimals: '.' },
            Self::Vietnamese => Signs { thousands: '.', decimals: ',' },
        }
    }
}
