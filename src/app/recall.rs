//! What was searched for before, brought back into the search line.

use super::{Effect, State, Way};

/// Holds how far back one has gone in what was searched for.
#[derive(Debug, Clone, Default)]
pub(super) struct Recall {
    /// The steps back, 0 for what was being typed.
    back: usize,
    /// What was being typed.
    typed: String,
}

impl State {
    /// Brings what was searched for before into the search line, or what was after that.
    pub(super) fn recall(&mut self, way: Way) -> Vec<Effect> {
        let searches = self.memory.searches();
        let back = match way {
            Way::Back => (self.recalled.back + 1).min(searches.len()),
            Way::Forward => self.recalled.back.saturating_sub(1),
        };
        if back == self.recalled.back {
            return Vec::new();
        }
        if self.recalled.back == 0 {
            self.search.line.text().clone_into(&mut self.recalled.typed);
        }
        self.recalled.back = back;
        let text = match back {
            0 => self.recalled.typed.clone(),
            _ => searches[searches.len() - back].clone(),
        };
        self.search.line.set(&text);
        self.request_search()
    }
}
