//! One thing that is remembered, and the line that it is kept as: a checksum, a word, and what it is
//! about. A line stands for itself: those around it may be lost.

use std::fmt::Write;

use super::Session;
use super::session::bounded;
use crate::corpus::ArticleKey;

/// Represents one thing that is remembered; a later one of the same article or corpus takes its
/// place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// The byte of an article that stands at the top of the screen, 0 for its beginning.
    Place(ArticleKey, u32),
    /// An article was read, or is to count as one that nobody has begun.
    Read(ArticleKey, bool),
    /// An article has a star, or has none any more.
    Star(ArticleKey, bool),
    /// Something was searched for.
    Search(String),
    /// Where one is in a corpus.
    Session(Box<Session>),
}

impl Entry {
    /// Adds the line of this entry to a text.
    pub fn write(&self, to: &mut String) {
        let body = match self {
            Self::Place(key, at) => format!("place {key} {at}"),
            Self::Read(key, true) => format!("read {key}"),
            Self::Read(key, false) => format!("unread {key}"),
            Self::Star(key, true) => format!("star {key}"),
            Self::Star(key, false) => format!("unstar {key}"),
            Self::Search(text) => format!("search {}", serde_json::Value::from(text.as_str())),
            // Only keys that are no text could fail.
            Self::Session(session) => {
                format!("session {}", serde_json::to_string(session).unwrap_or_default())
            }
        };
        let _ = writeln!(to, "{:08x} {body}", crc32fast::hash(body.as_bytes()));
    }

    /// Gives what a line without its end says, when that is whole.
    pub(super) fn body(line: &[u8]) -> Option<&str> {
        let line = str::from_utf8(line).ok()?;
        let (sum, body) = line.split_at_checked(8)?;
        let body = body.strip_prefix(' ')?;
        (sum == format!("{:08x}", crc32fast::hash(body.as_bytes()))).then_some(body)
    }

    /// Reads what a line says; gives nothing for what this version does not know.
    pub(super) fn of(body: &str) -> Option<Self> {
        let (word, rest) = body.split_once(' ')?;
        Some(match word {
            "place" => {
                let (key, at) = rest.split_once(' ')?;
                Self::Place(ArticleKey::parse(key)?, at.parse().ok()?)
            }
            "read" => Self::Read(ArticleKey::parse(rest)?, true),
            "unread" => Self::Read(ArticleKey::parse(rest)?, false),
            "star" => Self::Star(ArticleKey::parse(rest)?, true),
            "unstar" => Self::Star(ArticleKey::parse(rest)?, false),
            "search" => Self::Search(bounded(&serde_json::from_str::<String>(rest).ok()?)),
            "session" => {
                let session: Session = serde_json::from_str(rest).ok()?;
                Self::Session(Box::new(session.cleaned()))
            }
            _ => return None,
        })
    }

    /// Tells whether this entry takes the place of an earlier one.
    pub fn replaces(&self, earlier: &Self) -> bool {
        match (self, earlier) {
            (Self::Place(one, _), Self::Place(other, _))
            | (Self::Star(one, _), Self::Star(other, _))
            | (Self::Read(one, _), Self::Read(other, _)) => one == other,
            (Self::Session(one), Self::Session(other)) => one.corpus == other.corpus,
            (Self::Search(one), Self::Search(other)) => one == other,
            _ => false,
        }
    }
}
