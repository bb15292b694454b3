//! The entities of the open article, by kind, as their pane shows them.

use std::cmp::Reverse;

use crate::entity::Kind;

use super::Reader;

/// Names what a row of the pane shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaneRow {
    /// A kind, and how many entities of it there are.
    Heading(Kind, usize),
    /// An entity, by its number in the article.
    Entity(usize),
}

/// Holds the rows of the pane, and which entity is focused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntityPane {
    /// All rows: each kind that is shown, the most frequent entities first.
    pub rows: Vec<PaneRow>,
    /// The number of the focused entity.
    pub focused: Option<usize>,
}

impl EntityPane {
    /// Makes the rows for the open article, of one kind or of all.
    pub fn new(reader: &Reader, solo: Option<Kind>) -> Self {
        let entities = &reader.resolved.entities;
        let mut rows = Vec::new();
        for kind in Kind::ALL.into_iter().filter(|&kind| solo.is_none_or(|solo| solo == kind)) {
            let mut of_kind: Vec<usize> =
                (0..entities.len()).filter(|&number| entities[number].kind == kind).collect();
            of_kind.sort_by_key(|&number| Reverse(entities[number].mentions.len()));
            if !of_kind.is_empty() {
                rows.push(PaneRow::Heading(kind, of_kind.len()));
                rows.extend(of_kind.into_iter().map(PaneRow::Entity));
            }
        }
        let focused = reader.focus.map(|focus| reader.resolved.entity_of[focus]);
        Self { rows, focused }
    }

    /// Gives the first row on the screen: the focused entity stands in the middle, where there are
    /// more rows than lines.
    pub fn top(&self, lines: usize) -> usize {
        let is_focused =
            |row: &PaneRow| matches!(row, PaneRow::Entity(number) if Some(*number) == self.focused);
        let at = self.rows.iter().position(is_focused);
        let last = self.rows.len().saturating_sub(lines);
        at.map_or(0, |at| at.saturating_sub(lines / 2)).min(last)
    }
}
