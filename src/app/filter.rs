//! The list of only those articles that speak of some entities, and not of others.

use crate::corpus::ArticleNo;
use crate::entity::{EntityId, Kind};
use crate::text::{shorten, width};

use super::{Card, Effect, Focus, Phrase, State, Target};

/// Limits the columns of one chip.
const LONGEST: usize = 24;

/// Represents one entity that articles must speak of, or must not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chip {
    /// Whether they must.
    pub with: bool,
    /// The entity.
    pub id: EntityId,
    /// What it is.
    pub kind: Kind,
    /// Its name.
    pub name: String,
}

/// Holds the entities, and the articles that are left.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// The entities, in the order in which they were chosen.
    pub chips: Vec<Chip>,
    /// The articles in load order; nothing when there are no chips.
    pub articles: Option<Vec<ArticleNo>>,
}

impl Filter {
    /// Gives the chips as they stand before the search line, as far as there is room; nothing with
    /// the ellipsis behind them.
    pub fn shown(&self, room: usize) -> Vec<(Option<&Chip>, String)> {
        let (mut shown, mut used) = (Vec::new(), 2);
        for chip in &self.chips {
            let sign = if chip.with { '=' } else { '-' };
            let text = format!(" {sign} {} ", shorten(&chip.name, LONGEST));
            used += width(&text);
            if used > room {
                shown.push((None, " …".to_owned()));
                break;
            }
            shown.push((Some(chip), text));
        }
        shown
    }

    /// Finds the chip that stands at a column.
    pub(super) fn chip_at(&self, column: usize, room: usize) -> Option<usize> {
        let mut end = 0;
        self.shown(room).iter().position(|(chip, text)| {
            end += width(text);
            column < end && chip.is_some()
        })
    }
}

impl State {
    /// Keeps only articles with the focused entity, or those without it; when that was asked for
    /// already, it holds no more.
    pub(super) fn toggle_chip(&mut self, with: bool) -> Vec<Effect> {
        let Some(chip) = self.chosen(with) else {
            self.tell(Phrase::FocusToFilter);
            return Vec::new();
        };
        let known = self.filter.chips.iter().position(|known| known.id == chip.id);
        match known.map(|at| self.filter.chips.remove(at)) {
            Some(old) if old.with == with => {}
            _ => self.filter.chips.push(chip),
        }
        self.card = None;
        self.apply_filter()
    }

    /// Takes the chip away that was chosen last; tells whether there was one.
    pub(super) fn drop_chip(&mut self) -> Option<Vec<Effect>> {
        self.filter.chips.pop().map(|_| self.apply_filter())
    }

    /// Takes a chip away.
    pub(super) fn remove_chip(&mut self, chip: usize) -> Vec<Effect> {
        self.filter.chips.remove(chip);
        self.apply_filter()
    }

    /// Gives the entity that has the focus: of the card, of the results, of the reader.
    pub(super) fn chosen(&self, with: bool) -> Option<Chip> {
        if let Some(Card { dossier: Some(it), .. }) = &self.card {
            return Some(Chip { with, id: it.id, kind: it.kind, name: it.name.clone() });
        }
        if let (Focus::List, Some(found)) = (self.focus, &self.search.found)
            && let Some(Target::Entity(_, id, name)) = found.target(self.search.pane.selected)
        {
            let hit = found.results.entities.iter().find(|hit| hit.id == id)?;
            return Some(Chip { with, id, kind: hit.kind, name });
        }
        let reader = self.reader.as_ref()?;
        let entity = reader.resolved.entity(reader.focus?);
        let (id, kind, name) = (entity.id, entity.kind, entity.name.clone());
        kind.is_named().then_some(Chip { with, id, kind, name })
    }

    /// Filters anew and shows what is left, the selected article first if it is.
    fn apply_filter(&mut self) -> Vec<Effect> {
        self.refilter();
        self.say_filter();
        if !self.search.line.text().trim().is_empty() {
            return self.request_search();
        }
        if self.focus == Focus::Reader { Vec::new() } else { self.preview() }
    }

    fn say_filter(&mut self) {
        let Some(articles) = &self.filter.articles else { return };
        let signs = self.filter.chips.iter().map(|chip| {
            let sign = if chip.with { '=' } else { '-' };
            format!("{sign} {}", chip.name)
        });
        let signs: Vec<_> = signs.collect();
        let count = articles.len();
        self.tell(Phrase::Filtered { count, names: &signs.join("  ") });
    }

    /// Finds the articles that the filter leaves, and puts them in order.
    pub(super) fn refilter(&mut self) {
        let selected = self.article_at(self.list.selected);
        if self.filter_anew() {
            self.arrange(selected);
        }
    }

    /// Finds the articles that the filter leaves: more of them, when more has become known. Tells
    /// whether there is, or was, a filter.
    pub(super) fn filter_anew(&mut self) -> bool {
        let was = self.filter.articles.is_some();
        let is = !self.filter.chips.is_empty();
        self.filter.articles = is.then(|| self.library.passing(&self.wanted()));
        is || was
    }

    /// Gives the entities that articles must speak of, or must not.
    pub(super) fn wanted(&self) -> Vec<(bool, EntityId)> {
        self.filter.chips.iter().map(|chip| (chip.with, chip.id)).collect()
    }
}
