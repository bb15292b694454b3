//! What the list of entities holds: its rows, the selected one, the months of those that are seen.

use std::collections::HashMap;

use crate::app::{Library, LineEdit, ListPane, Target};
use crate::corpus::ArticleNo;
use crate::dossier::{Month, Timeline};
use crate::entity::EntityId;
use crate::search::{EntityGroup, EntityHit};

use super::Before;

/// Sets into how many bars the months of the corpus are gathered, at most.
const BARS: usize = 8;

/// Names whose entities are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scope {
    /// Those of the article.
    #[default]
    Article,
    /// Those of all articles.
    Corpus,
}

impl Scope {
    /// Gives the other one.
    pub(super) const fn other(self) -> Self {
        match self {
            Self::Article => Self::Corpus,
            Self::Corpus => Self::Article,
        }
    }
}

/// Represents a row: the heading of a group, or an entity by its group and its place there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntityRow {
    /// The heading of a kind.
    Heading(usize),
    /// An entity.
    Entity(usize, usize),
}

/// Holds the list of entities.
#[derive(Debug, Clone, Default)]
pub struct EntityList {
    /// What is typed.
    pub line: LineEdit,
    /// Whose entities are listed.
    pub scope: Scope,
    /// The entities that were found, by kind.
    pub groups: Vec<EntityGroup>,
    /// The rows.
    pub rows: Vec<EntityRow>,
    /// The selected row.
    pub pane: ListPane,
    /// Whether an answer is still to come.
    pub waiting: bool,
    /// The number of the newest request.
    pub generation: u64,
    pub(super) before: Option<Before>,
    /// The articles of each stretch of months, for the entities that were seen.
    bars: HashMap<EntityId, Vec<u64>>,
    /// The first month of the corpus, and how many there are.
    months: Option<(Month, usize)>,
}

impl EntityList {
    /// Makes a list in which nothing was typed.
    pub(super) fn new(generation: u64, before: Before) -> Self {
        Self { generation, before: Some(before), ..Self::default() }
    }

    /// Gives an entity by its group and its place there.
    pub fn hit(&self, row: EntityRow) -> Option<&EntityHit> {
        let EntityRow::Entity(group, index) = row else { return None };
        self.groups.get(group)?.hits.get(index)
    }

    /// Gives how many articles of each stretch of time speak of an entity, where that is known.
    pub fn bars(&self, id: EntityId) -> Option<&[u64]> {
        self.bars.get(&id).map(Vec::as_slice).filter(|bars| bars.len() > 1)
    }

    /// Takes in what was found; what was selected is so no more.
    pub(super) fn take(&mut self, groups: Vec<EntityGroup>) {
        let rows = groups.iter().enumerate().flat_map(|(at, group)| {
            let entities = (0..group.hits.len()).map(move |index| EntityRow::Entity(at, index));
            [EntityRow::Heading(at)].into_iter().chain(entities)
        });
        self.rows = rows.collect();
        self.groups = groups;
        self.pane = ListPane::default();
        self.waiting = false;
    }

    /// Gives what the selected row leads to.
    pub(super) fn target(&self) -> Option<Target> {
        let hit = self.hit(*self.rows.get(self.pane.selected)?)?;
        Some(Target::Entity(*hit.articles.first()?, hit.id, hit.name.clone()))
    }

    fn is_entity(&self, row: usize) -> bool {
        matches!(self.rows.get(row), Some(EntityRow::Entity(..)))
    }

    /// Gives the first row that can be selected.
    pub(super) fn first(&self) -> usize {
        (0..self.rows.len()).find(|&row| self.is_entity(row)).unwrap_or(0)
    }

    /// Finds the row of an entity, or else the first one.
    pub(super) fn row_of(&self, id: Option<EntityId>) -> usize {
        let is_it = |row: &EntityRow| id.is_some() && self.hit(*row).map(|hit| hit.id) == id;
        self.rows.iter().position(is_it).unwrap_or_else(|| self.first())
    }

    /// Finds the row `steps` entities after the selected one, or before it.
    pub(super) fn step(&self, steps: isize) -> usize {
        let (here, count) = (self.pane.selected, steps.unsigned_abs());
        let is_entity = |&row: &usize| self.is_entity(row);
        let reached = if steps < 0 {
            (0..here).rev().filter(is_entity).take(count).last()
        } else {
            (here + 1..self.rows.len()).filter(is_entity).take(count).last()
        };
        reached.unwrap_or(here)
    }

    /// Selects a row; the heading right above it is shown too.
    pub(super) fn select(&mut self, row: usize, lines: u16) {
        let rows = self.rows.len();
        if lines > 1 && row > 0 && !self.is_entity(row - 1) {
            self.pane.select(row - 1, rows, lines, |_| 1);
        }
        self.pane.select(row, rows, lines, |_| 1);
    }

    /// Counts the articles by month for the rows that are on the screen.
    pub(super) fn count_months(&mut self, library: &Library, lines: usize) {
        let months = self.months.get_or_insert_with(|| span(library));
        let shown = self.rows.iter().skip(self.pane.top).take(lines);
        for &row in shown {
            let EntityRow::Entity(group, index) = row else { continue };
            let hit = &self.groups[group].hits[index];
            // A value has no history.
            if hit.kind.is_named() {
                let articles = || library.searchable.articles_of(hit.id);
                self.bars.entry(hit.id).or_insert_with(|| bars(library, &articles(), *months));
            }
        }
    }
}

/// Gives the first month of the corpus and how many there are.
fn span(library: &Library) -> (Month, usize) {
    let articles = library.corpus.segments().iter().flat_map(|segment| segment.articles.iter());
    let months = || articles.clone().filter_map(|article| Month::of(article.date?));
    let first = months().min().unwrap_or(Month { year: 0, month: 1 });
    let last = months().max().unwrap_or(first);
    (first, last.number() - first.number() + 1)
}

fn bars(library: &Library, articles: &[ArticleNo], (first, months): (Month, usize)) -> Vec<u64> {
    let date = |&number: &ArticleNo| library.article(number).and_then(|article| article.date);
    let mut bars = vec![0; months.min(BARS)];
    let shown = bars.len();
    for (month, count) in Timeline::new(articles.iter().map(date)).months() {
        // More may have been loaded since the months of the corpus were told.
        let at = month.number().saturating_sub(first.number()).min(months - 1);
        bars[at * shown / months] += count as u64;
    }
    bars
}
