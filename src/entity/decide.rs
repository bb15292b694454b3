//! Who wins when two sources claim the same words.
//!
//! Sources offer their candidates in the order of their rank, and a token that is claimed stays
//! claimed: among the rules grammar first, then names; in the end the model first, then consistency.
//! Within one source the caller offers the leftmost and longest first.

use super::Kind;

/// Represents a stretch of tokens that may be a mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Candidate {
    /// The first token.
    pub from: usize,
    /// The token after the last one.
    pub to: usize,
    /// What it would be.
    pub kind: Kind,
}

/// Holds the candidates that were accepted, and whose each token is.
pub(crate) struct Draft {
    accepted: Vec<Candidate>,
    owner: Vec<Option<u32>>,
}

impl Draft {
    /// Makes an empty draft for a number of tokens.
    pub fn new(tokens: usize) -> Self {
        Self { accepted: Vec::new(), owner: vec![None; tokens] }
    }

    /// Accepts a candidate if all its tokens are free.
    pub fn offer(&mut self, candidate: Candidate) {
        let Candidate { from, to, .. } = candidate;
        let free = self.owner.get(from..to).is_some_and(|slots| slots.iter().all(Option::is_none));
        if free && from < to {
            let id = self.accepted.len() as u32;
            self.owner[from..to].fill(Some(id));
            self.accepted.push(candidate);
        }
    }

    /// Tells whether a token is claimed.
    pub fn taken(&self, at: usize) -> bool {
        self.owner.get(at).is_some_and(Option::is_some)
    }

    /// Gives the accepted candidate that a token belongs to.
    pub fn at(&self, at: usize) -> Option<Candidate> {
        self.owner.get(at).copied().flatten().map(|id| self.accepted[id as usize])
    }

    /// Gives what was accepted so far.
    pub fn accepted(&self) -> &[Candidate] {
        &self.accepted
    }

    /// Gives what was accepted, sorted by start.
    pub fn finish(mut self) -> Vec<Candidate> {
        self.accepted.sort_unstable_by_key(|candidate| candidate.from);
        self.accepted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_offer_wins() {
        let mut draft = Draft::new(5);
        let candidate = |from, to| Candidate { from, to, kind: Kind::Person };
        for (from, to) in [(2, 4), (3, 5), (0, 2), (4, 4), (4, 9)] {
            draft.offer(candidate(from, to));
        }
        assert_eq!(draft.finish(), [candidate(0, 2), candidate(2, 4)]);
    }
}
