//! Where the reader has been, to go back and forward as in a browser.

use crate::corpus::ArticleNo;
use crate::entity::EntityId;

use super::Chip;

/// Sets how many visits are kept.
const KEPT: usize = 200;

/// Represents a place in an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// The article.
    pub article: ArticleNo,
    /// The byte of its text that stood at the top; `None` for its title.
    pub offset: Option<u32>,
    /// The mention that was focused.
    pub focus: Option<usize>,
}

/// Represents what the articles were sought by.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sought {
    /// What stood in the search line.
    pub query: String,
    /// The entities that the list was filtered by.
    pub chips: Vec<Chip>,
}

/// Represents a place that was visited, with what led there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// The place.
    pub spot: Spot,
    /// The card that was open, by its entity and selected row.
    pub card: Option<(EntityId, usize)>,
    /// What the articles were sought by.
    pub sought: Sought,
}

/// Holds the visits before and after the present one.
#[derive(Debug, Clone, Default)]
pub struct History {
    past: Vec<Visit>,
    future: Vec<Visit>,
}

impl History {
    /// Remembers the place that is being left for a new one.
    pub fn leave(&mut self, visit: Visit) {
        self.future.clear();
        if self.past.last() != Some(&visit) {
            self.past.push(visit);
        }
        if self.past.len() > KEPT {
            self.past.remove(0);
        }
    }

    /// Goes back: gives the visit before, and keeps `here` to come forward to.
    pub fn back(&mut self, here: Visit) -> Option<Visit> {
        let visit = self.past.pop()?;
        self.future.push(here);
        Some(visit)
    }

    /// Goes forward: gives the visit after, and keeps `here` to go back to.
    pub fn forward(&mut self, here: Visit) -> Option<Visit> {
        let visit = self.future.pop()?;
        self.past.push(here);
        Some(visit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visit(article: u32) -> Visit {
        let spot = Spot { article: ArticleNo(article), offset: None, focus: None };
        Visit { spot, card: None, sought: Sought::default() }
    }

    #[test]
    fn goes_back_and_forward() {
        let mut history = History::default();
        assert_eq!(history.back(visit(0)), None);
        history.leave(visit(0));
        history.leave(visit(1));
        assert_eq!(history.back(visit(2)), Some(visit(1)));
        assert_eq!(history.back(visit(1)), Some(visit(0)));
        assert_eq!(history.forward(visit(0)), Some(visit(1)));
        history.leave(visit(1));
        assert_eq!(history.forward(visit(5)), None, "a new way ends the old one");
        assert_eq!(history.back(visit(5)), Some(visit(1)));
    }
}
