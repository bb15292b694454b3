//! What the world must do for the application.

use std::sync::Arc;

use crate::corpus::{ArticleNo, Segment};
use crate::entity::{Correction, EntityId};
use crate::reading::Entry;
use crate::search::{Query, Searchable};

use super::{Program, Reread};

/// Names what the world must do; the runtime carries it out and may answer with a message.
#[derive(Debug, Clone)]
pub enum Effect {
    /// Make the segment ready for search.
    Prepare(Arc<Segment>),
    /// Find the entities of a segment that is ready for search.
    FindEntities(Arc<Segment>),
    /// Find the entities of one article at once: it is on the screen.
    Tag(ArticleNo, Arc<Segment>),
    /// Answer a query; the newest generation wins.
    Search(SearchRequest),
    /// List the entities that answer a query, by kind; the newest generation wins.
    ListEntities(SearchRequest),
    /// Count the articles of each month that answer a query, or all; the newest generation wins.
    CountMonths(SearchRequest),
    /// Keep what was computed for the next start: all is loaded, and its entities are known.
    Keep(Searchable),
    /// Gather what is known of an entity; the newest generation wins.
    Dossier {
        /// The number of the request.
        generation: u64,
        /// The entity.
        id: EntityId,
        /// Where to look, as it was when the request was made.
        on: Searchable,
    },
    /// Read files anew, and tell what has changed.
    Reread(Reread),
    /// Keep a correction.
    Correct(Correction),
    /// Put a text into the clipboard.
    Copy(String),
    /// Open a text, or an address, in another program.
    OpenOutside {
        /// The program.
        program: Program,
        /// The text, or for a browser the address.
        what: String,
    },
    /// Keep something for later starts.
    Remember(Entry),
    /// Send the moment with this number in a moment: keys wait for more.
    ShowMenuSoon(u64),
    /// Draw every cell anew.
    Redraw,
    /// Give the terminal to the shell until it calls back.
    Suspend,
    /// End the program.
    Quit,
}

/// Represents a query that waits for its answer.
#[derive(Debug, Clone)]
pub struct SearchRequest {
    /// The number of the request; answers to older ones are dropped.
    pub generation: u64,
    /// What was typed.
    pub query: String,
    /// The entities that articles must speak of, or must not.
    pub within: Vec<(bool, EntityId)>,
    /// What is searched, as it was when the request was made.
    pub on: Searchable,
}

impl SearchRequest {
    /// Gives what was typed as a query, with the entities that are asked for.
    pub fn parsed(&self) -> Query {
        Query::parse(&self.query).within(self.within.clone())
    }
}
