//! Where one was in a corpus, and how it was shown.

use serde::{Deserialize, Serialize};

use crate::corpus::ArticleKey;
use crate::text::clean_line;

/// Names a set of colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ThemeName {
    /// For a dark background.
    #[default]
    Dark,
    /// For a light background.
    Light,
}

/// Names an order of articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// As they were loaded; of what was searched for, the best first.
    #[default]
    Plain,
    /// The newest first.
    Date,
    /// By the letters of the title.
    Title,
    /// The longest first.
    Length,
    /// What is not read first: what is being read, then what is unread, then what is read.
    Unread,
    /// What has a star first.
    Starred,
}

/// Names what articles of a list stand together by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Group {
    /// By nothing.
    #[default]
    None,
    /// By the month of their date.
    Month,
    /// By where they come from: their site, else the file or its folder.
    Source,
}

/// Holds how the text of an article is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PageStyle {
    /// Whether the first line of a paragraph is set in, and no empty line stands before it.
    pub indent: bool,
    /// Whether lines are filled, so that they end in one column.
    pub justify: bool,
    /// Whether all but the paragraph that is being read is dimmed where the reader has the whole
    /// screen.
    pub dim: bool,
}

/// Represents an entity that the list was filtered by.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct KeptChip {
    /// Whether articles must speak of it, or must not.
    pub with: bool,
    /// The number of the entity.
    pub id: u64,
    /// The name of its kind.
    pub kind: String,
    /// Its name.
    pub name: String,
}

/// Holds where one was in a corpus, and how it was shown. The place in the article is that of the
/// article's mark.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Session {
    /// What was open: a hash of the paths.
    pub corpus: u64,
    /// The article that was open or selected.
    pub article: Option<ArticleKey>,
    /// Whether the reader had the keys.
    pub reading: bool,
    /// Whether the reader had the whole screen.
    pub zoom: bool,
    /// What was searched for.
    pub query: String,
    /// The entities that the list was filtered by.
    pub chips: Vec<KeptChip>,
    /// The most columns that text took.
    pub measure: u16,
    /// How text was set.
    pub page: PageStyle,
    /// The colours.
    pub theme: ThemeName,
    /// The order of the list.
    pub sort: Sort,
    /// What stood together in it.
    pub group: Group,
}

/// Limits the entities of a filter, and the bytes of each text of a session.
const MOST: (usize, usize) = (50, 1_000);

/// Gives a text of a session as it may be shown: what was kept is outside text.
pub(super) fn bounded(text: &str) -> String {
    let text = clean_line(text);
    text[..text.floor_char_boundary(MOST.1)].to_owned()
}

impl Session {
    /// Makes what was read from a file safe to show.
    #[must_use]
    pub(super) fn cleaned(mut self) -> Self {
        self.query = bounded(&self.query);
        self.chips.truncate(MOST.0);
        for chip in &mut self.chips {
            chip.name = bounded(&chip.name);
        }
        self
    }
}
