//! What happened in the world.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crossterm::event::KeyEvent;

use super::ThemeName;
use crate::corpus::{ArticleNo, Changes, Diagnostic, Segment};
use crate::dossier::{Dossier, Timeline};
use crate::entity::Resolved;
use crate::search::{EntityGroup, EntityIndex, Results, SearchSegment};
use crate::text::CleanText;

use super::Mouse;

/// Names what can happen.
#[derive(Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(KeyEvent),
    /// A text was pasted: outside text, of any length.
    Paste(String),
    /// The mouse did something.
    Mouse(Mouse),
    /// The terminal has a new size: columns, rows.
    Resize(u16, u16),
    /// A segment was loaded.
    Loaded(Arc<Segment>),
    /// A segment was read with what finds in it, as it was computed before; its entities follow.
    Kept(SearchSegment),
    /// Loading went on.
    Progress(Load),
    /// Something could not be read.
    Diagnostic(Diagnostic),
    /// A segment can be searched; small ones may have been joined.
    Searchable(SearchSegment),
    /// The entities of some articles are known, in the stead of what was known of them before.
    Tagged(Arc<EntityIndex>),
    /// The entities of one article are known.
    ArticleTagged(ArticleNo, Resolved),
    /// A query was answered.
    Found {
        /// The number of the request.
        generation: u64,
        /// The answer.
        results: Box<Results>,
        /// How long it took.
        took: Duration,
    },
    /// What is known of an entity was gathered.
    Dossier {
        /// The number of the request.
        generation: u64,
        /// What is known; `None` when nothing is.
        dossier: Option<Arc<Dossier>>,
    },
    /// The entities of the corpus that were asked for were found.
    EntitiesListed {
        /// The number of the request.
        generation: u64,
        /// The entities, by kind.
        groups: Vec<EntityGroup>,
    },
    /// The articles of each month were counted.
    MonthsCounted {
        /// The number of the request.
        generation: u64,
        /// The months.
        timeline: Timeline,
    },
    /// Files may have changed: these, or what is in these folders.
    FilesChanged(Vec<PathBuf>),
    /// Files were read anew.
    Reread(Changes),
    /// What changes in files is not seen; the text says why.
    NotWatched(CleanText),
    /// Time has passed: how much since some moment before the first message.
    Time(Duration),
    /// What is remembered cannot be kept, or could not be read; the same is not said again.
    Forgetful(Diagnostic),
    /// The terminal has told its background.
    Background(ThemeName),
    /// A moment has passed since keys began to wait for more.
    Moment(u64),
    /// A worker failed; the text says how.
    WorkerFailed(CleanText),
}

/// Tells how far loading has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Load {
    /// The bytes read, as they lie on disk.
    pub bytes: u64,
    /// The bytes to read, 0 when that is unknown.
    pub total: u64,
    /// Whether all has been read.
    pub done: bool,
}
