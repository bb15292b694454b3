//! Going back and forward: to the place, and to what the articles were sought by.

use super::history::{Sought, Visit};
use super::reader::{Reader, Way};
use super::{Effect, Focus, Phrase, State};

impl State {
    /// Gives where one is, the card included; while the list has the keys, where one last read.
    pub(super) fn visit(&self) -> Option<Visit> {
        if let Some(visit) = &self.last_visit {
            return Some(visit.clone());
        }
        let spot = self.reader.as_ref().map(Reader::spot)?;
        let card = self.card.as_ref().map(|card| (card.id, card.pane.selected));
        Some(Visit { spot, card, sought: self.sought() })
    }

    pub(super) fn sought(&self) -> Sought {
        let query = self.search.line.text().to_owned();
        Sought { query, chips: self.filter.chips.clone() }
    }

    /// Remembers a place that is being left.
    pub(super) fn leave(&mut self, here: Option<Visit>) {
        if let Some(here) = here {
            self.history.leave(here);
        }
    }

    /// Goes back or forward in the history.
    pub(super) fn revisit(&mut self, way: Way) -> Vec<Effect> {
        let here = self.visit();
        self.revisit_from(here, way)
    }

    /// Goes back or forward from a place.
    pub(super) fn revisit_from(&mut self, here: Option<Visit>, way: Way) -> Vec<Effect> {
        let Some(here) = here else { return Vec::new() };
        let visit = match way {
            Way::Back => self.history.back(here),
            Way::Forward => self.history.forward(here),
        };
        let Some(visit) = visit else {
            self.tell(Phrase::HistoryEnds);
            return Vec::new();
        };
        self.go_to(visit)
    }

    pub(super) fn go_to(&mut self, visit: Visit) -> Vec<Effect> {
        self.last_visit = None;
        self.focus = Focus::Reader;
        let mut effects = self.seek(visit.sought);
        let spot = self.now(visit.spot);
        effects.extend(self.show(spot.article));
        self.rethread();
        self.lay_out();
        self.with_reader(|reader, _, _| {
            reader.top = 0;
            reader.restore(spot.offset);
            reader.focus_on(spot.focus);
        });
        self.select_article(spot.article);
        if let Some((id, row)) = visit.card {
            let name = self.library.searchable.name(id).unwrap_or_default().to_owned();
            effects.extend(self.show_card(id, name, row));
        }
        effects
    }

    /// Seeks again what was sought, where that is not what is sought now.
    fn seek(&mut self, sought: Sought) -> Vec<Effect> {
        if sought == self.sought() {
            return Vec::new();
        }
        if sought.chips != self.filter.chips {
            self.filter.chips = sought.chips;
            self.refilter();
        }
        self.search.line.set(&sought.query);
        self.request_search()
    }

    /// Selects the open article in what is listed.
    pub(super) fn select_open(&mut self) {
        if let Some(article) = self.reader.as_ref().map(|reader| reader.article) {
            self.select_article(article);
        }
    }
}
