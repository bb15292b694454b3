//! What a search gives: hits in three groups, each best first, and one order for all of them.
//!
//! Scores are comparable across the groups. From 2,800 on: all words stand in a title. From 2,300:
//! in a derived title, which is only the beginning of a text, or in the name of an entity. From
//! 1,850: side by side in a text. From 1,100: near each other. Below: far apart. Titles and names
//! that match only by initials or by parts of words have 600 to 1,600.

use super::query::Query;
use crate::corpus::ArticleNo;
use crate::entity::{EntityId, Kind};
use crate::text::Span;

/// Holds the hits of a search, best first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Results {
    /// Articles found by their title.
    pub titles: Vec<TitleHit>,
    /// Entities found by their name.
    pub entities: Vec<EntityHit>,
    /// Articles found by their text.
    pub passages: Vec<PassageHit>,
    /// How many were found before the limits cut them.
    pub totals: Totals,
    /// What was looked for: the query with all that may stand in the stead of its words.
    pub query: Query,
    /// What was looked for other than what was typed.
    pub notes: Vec<Note>,
}

impl Results {
    /// Tells whether nothing was found.
    pub const fn is_empty(&self) -> bool {
        let Totals { titles, entities, passages } = self.totals;
        titles + entities + passages == 0
    }
}

/// Represents something that was looked for other than what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// All words, as typed without an input method.
    Decoded(String),
    /// Titles that have all words but one, because none has all.
    AllButOne,
    /// A word that was left out, because nothing has all words.
    LeftOut(String),
    /// A rare word, read as others.
    ReadAs {
        /// What was typed.
        typed: String,
        /// What was looked for, too.
        others: Vec<String>,
    },
}

/// Counts what was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    /// Articles found by their title.
    pub titles: usize,
    /// Entities found by their name.
    pub entities: usize,
    /// Articles found by their text.
    pub passages: usize,
}

/// Limits the hits of each group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The most title hits.
    pub titles: usize,
    /// The most entity hits.
    pub entities: usize,
    /// The most passage hits.
    pub passages: usize,
}

/// Represents an article whose title answers the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TitleHit {
    /// The article.
    pub article: ArticleNo,
    /// How well it answers.
    pub score: i64,
    /// What matched, in bytes of the article's text, inside the title; empty if only filters did.
    pub matches: Vec<Span>,
}

/// Represents an entity whose name answers the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntityHit {
    /// Its number.
    pub id: EntityId,
    /// What it is.
    pub kind: Kind,
    /// Its name.
    pub name: String,
    /// The other name that it was found by.
    pub alias: Option<String>,
    /// How well it answers.
    pub score: i64,
    /// What matched, in bytes of the name that it was found by.
    pub matches: Vec<Span>,
    /// The articles that speak of it and pass the filters, in load order.
    pub articles: Vec<ArticleNo>,
    /// How often they do, all together, filters aside.
    pub mentions: u32,
}

/// Represents an article whose text answers the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassageHit {
    /// The article.
    pub article: ArticleNo,
    /// How well it answers.
    pub score: i64,
    /// The place to show, in bytes of the article's text: whole words of one line.
    pub snippet: Span,
    /// What matched, in bytes of the article's text, sorted, inside the snippet.
    pub matches: Vec<Span>,
}

/// Represents a hit of any group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hit<'r> {
    /// An article, by its title.
    Article(&'r TitleHit),
    /// An entity.
    Entity(&'r EntityHit),
    /// An article, by its text.
    Passage(&'r PassageHit),
}

impl Hit<'_> {
    /// Gives the score.
    pub const fn score(&self) -> i64 {
        match self {
            Self::Article(hit) => hit.score,
            Self::Entity(hit) => hit.score,
            Self::Passage(hit) => hit.score,
        }
    }
}

/// Gives the hits of all groups in one order, best first.
pub fn ranked(results: &Results) -> Vec<Hit<'_>> {
    let mut hits: Vec<_> = results.titles.iter().map(Hit::Article).collect();
    hits.extend(results.entities.iter().map(Hit::Entity));
    hits.extend(results.passages.iter().map(Hit::Passage));
    hits.sort_by_key(|hit| std::cmp::Reverse(hit.score()));
    hits
}
