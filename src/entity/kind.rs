//! The kinds of entities.

use serde::{Deserialize, Serialize};

/// Lists the kinds of entities, in the order of the keys `1` to `9`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A person's name, without titles.
    Person,
    /// A specific body: an agency, a company, a club, a school.
    Organization,
    /// A place, with the noun for its sort right before it.
    Location,
    /// An office or rank, with the body that it governs.
    Role,
    /// A legal document, by number or by title.
    Law,
    /// A calendar expression.
    Date,
    /// An amount of money.
    Money,
    /// A number with its unit or with the word that it counts.
    Quantity,
    /// An event with a title of its own.
    Event,
}

impl Kind {
    /// All kinds, in order.
    pub const ALL: [Self; 9] = [
        Self::Person,
        Self::Organization,
        Self::Location,
        Self::Role,
        Self::Law,
        Self::Date,
        Self::Money,
        Self::Quantity,
        Self::Event,
    ];

    /// Gives the name used in output and queries: lower case, one word.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Location => "location",
            Self::Role => "role",
            Self::Law => "law",
            Self::Date => "date",
            Self::Money => "money",
            Self::Quantity => "quantity",
            Self::Event => "event",
        }
    }

    /// Finds the kind of a name, the full one or a beginning of three letters or more.
    pub fn from_name(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        Self::ALL.into_iter().find(|kind| {
            kind.name() == name || name.len() >= 3 && kind.name().starts_with(name.as_str())
        })
    }

    /// Gives the position in [`Kind::ALL`], from 0.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// Tells whether entities of this kind have names that one looks for, rather than values.
    pub const fn is_named(self) -> bool {
        !matches!(self, Self::Date | Self::Money | Self::Quantity)
    }
}
