//! The search line and the results below it.

use std::collections::HashSet;
use std::time::Duration;

use crate::corpus::ArticleNo;
use crate::entity::EntityId;
use crate::search::Results;
use crate::text::Span;

use super::{LineEdit, ListPane, Sort, Way};

/// Represents one row of the results.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ResultRow {
    /// The heading over the titles.
    Titles,
    /// The heading over the entities.
    Entities,
    /// The heading over the passages.
    Passages,
    /// A title, by its number among the titles.
    Title(usize),
    /// An entity, by its number.
    Entity(usize),
    /// A passage, by its number.
    Passage(usize),
}

impl ResultRow {
    /// Gives the lines that the row takes.
    pub const fn height(self) -> u16 {
        match self {
            Self::Titles | Self::Entities | Self::Passages | Self::Entity(_) => 1,
            Self::Title(_) => 2,
            Self::Passage(_) => 3,
        }
    }

    /// Tells whether the row is a heading, which cannot be selected.
    pub const fn is_heading(self) -> bool {
        matches!(self, Self::Titles | Self::Entities | Self::Passages)
    }
}

/// Holds the answer to a query.
#[derive(Debug, Clone)]
pub struct Found {
    /// What was typed.
    pub query: String,
    /// The hits.
    pub results: Results,
    /// How long they took.
    pub took: Duration,
    /// The rows that show them.
    pub rows: Vec<ResultRow>,
}

impl Found {
    /// Makes the rows of an answer: each group that has hits, under its heading.
    pub fn new(query: String, results: Results, took: Duration) -> Self {
        let mut rows = Vec::new();
        let mut group = |heading, count, row: fn(usize) -> ResultRow| {
            if count > 0 {
                rows.push(heading);
                rows.extend((0..count).map(row));
            }
        };
        group(ResultRow::Titles, results.titles.len(), ResultRow::Title);
        group(ResultRow::Entities, results.entities.len(), ResultRow::Entity);
        group(ResultRow::Passages, results.passages.len(), ResultRow::Passage);
        Self { query, results, took, rows }
    }

    /// Gives what opening a row shows.
    pub fn target(&self, row: usize) -> Option<Target> {
        Some(match *self.rows.get(row)? {
            ResultRow::Title(index) => Target::Title(self.results.titles.get(index)?.article),
            ResultRow::Passage(index) => {
                let hit = self.results.passages.get(index)?;
                Target::Place(hit.article, *hit.matches.first().unwrap_or(&hit.snippet))
            }
            ResultRow::Entity(index) => {
                let hit = self.results.entities.get(index)?;
                Target::Entity(*hit.articles.first()?, hit.id, hit.name.clone())
            }
            _ => return None,
        })
    }

    /// Gives the articles whose title or text was found, in the order of their rows, each once.
    pub fn articles(&self) -> Vec<ArticleNo> {
        let mut seen = HashSet::new();
        self.texts().map(|(_, article)| article).filter(|&article| seen.insert(article)).collect()
    }

    /// Finds the first row of an article whose title or text was found.
    pub fn row_of(&self, article: ArticleNo) -> Option<usize> {
        self.texts().find(|&(_, found)| found == article).map(|(row, _)| row)
    }

    /// Gives the rows of titles and texts with their articles: an article of an entity need not have
    /// what was typed.
    fn texts(&self) -> impl Iterator<Item = (usize, ArticleNo)> {
        let targets = (0..self.rows.len()).filter_map(|row| Some((row, self.target(row)?)));
        let texts = targets.filter(|(_, target)| !matches!(target, Target::Entity(..)));
        texts.map(|(row, target)| (row, target.article()))
    }

    /// Finds the nearest row that can be selected, from `row` on or else before it.
    pub fn selectable(&self, row: usize) -> Option<usize> {
        let is_hit = |&row: &usize| self.rows.get(row).is_some_and(|row| !row.is_heading());
        (row..self.rows.len()).find(is_hit).or_else(|| (0..row).rev().find(is_hit))
    }

    /// Finds the first hit of the next group, or of the one before; there is none beyond the last.
    pub fn step_group(&self, row: usize, way: Way) -> Option<usize> {
        let is_heading = |&row: &usize| self.rows[row].is_heading();
        let heading = match way {
            Way::Forward => (row + 1..self.rows.len()).find(is_heading),
            Way::Back => (0..row.min(self.rows.len())).rev().filter(is_heading).nth(1),
        };
        heading.map(|heading| heading + 1)
    }

    /// Finds the row that can be selected `steps` hits after `row`, or before it.
    pub fn step(&self, row: usize, steps: isize) -> Option<usize> {
        let is_hit = |&row: &usize| self.rows.get(row).is_some_and(|row| !row.is_heading());
        let count = steps.unsigned_abs();
        let reached = if steps < 0 {
            (0..row.min(self.rows.len())).rev().filter(is_hit).take(count).last()
        } else {
            (row + 1..self.rows.len()).filter(is_hit).take(count).last()
        };
        reached.or_else(|| self.selectable(row))
    }
}

/// Names what a result row leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// An article, at its beginning.
    Title(ArticleNo),
    /// A place in an article.
    Place(ArticleNo, Span),
    /// The first mention of an entity in an article.
    Entity(ArticleNo, EntityId, String),
}

impl Target {
    /// Gives the article.
    pub const fn article(&self) -> ArticleNo {
        match self {
            Self::Title(article) | Self::Place(article, _) | Self::Entity(article, ..) => *article,
        }
    }
}

/// Holds what is typed in the search line and what was found.
#[derive(Debug, Clone, Default)]
pub struct SearchPane {
    /// What is typed.
    pub line: LineEdit,
    /// The number of the newest request.
    pub generation: u64,
    /// The answer on the screen; `None` shows all articles.
    pub found: Option<Found>,
    /// The selected row of the results.
    pub pane: ListPane,
    /// Whether the user has moved among the results: then new ones must not reorder them.
    pub moved: bool,
    /// The order of titles and passages.
    pub sort: Sort,
    /// Whether more could be found by now than the answer on the screen has.
    pub partial: bool,
    /// Whether Enter was pressed before the answer came.
    pub accepted: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::Kind;
    use crate::search::{EntityHit, TitleHit};

    #[test]
    fn a_search_goes_on_only_where_a_text_was_found() {
        let title = |article| TitleHit { article: ArticleNo(article), score: 0, matches: vec![] };
        let entity = EntityHit {
            id: EntityId::of(Kind::Person, "Lê An"),
            kind: Kind::Person,
            name: "Lê An".into(),
            alias: None,
            score: 0,
            matches: vec![],
            articles: vec![ArticleNo(7)],
            mentions: 1,
        };
        let (titles, entities) = (vec![title(3), title(1), title(3)], vec![entity]);
        let results = Results { titles, entities, ..Results::default() };
        let found = Found::new("an".into(), results, Duration::ZERO);
        assert_eq!(found.articles(), [ArticleNo(3), ArticleNo(1)]);
        assert_eq!(
            [1, 3, 7].map(|article| found.row_of(ArticleNo(article))),
            [Some(2), Some(1), None]
        );
    }
}
