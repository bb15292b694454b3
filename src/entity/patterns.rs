//! The regular forms of Vietnamese news prose, one module for each.
//!
//! Each matcher is a function from a token to the end of the form that begins there, if one does.
//! A matcher may look at the words before it, but never claims them.

pub(crate) mod date;
pub(crate) mod event;
pub(crate) mod law;
pub(crate) mod money;
pub(crate) mod number;
pub(crate) mod organization;
pub(crate) mod place;
pub(crate) mod quantity;
pub(crate) mod role;
pub(crate) mod title;

use super::Kind;
use super::token::Tokens;

/// Represents a matcher: it gives the end of the form that begins at a token.
type Matcher = fn(&Tokens, usize) -> Option<usize>;

/// All matchers; where two find the same stretch, the earlier one names it.
const MATCHERS: [(Kind, Matcher); 8] = [
    (Kind::Date, date::find),
    (Kind::Money, money::find),
    (Kind::Quantity, quantity::find),
    (Kind::Law, law::find),
    (Kind::Role, role::find),
    (Kind::Event, event::find),
    (Kind::Organization, organization::find),
    (Kind::Location, place::find),
];

/// Finds the longest form that begins at a token: its end and its kind.
pub(crate) fn longest(tokens: &Tokens, at: usize) -> Option<(usize, Kind)> {
    let mut best: Option<(usize, Kind)> = None;
    for (kind, find) in MATCHERS {
        if let Some(end) = find(tokens, at)
            && best.is_none_or(|(longest, _)| end > longest)
        {
            best = Some((end, kind));
        }
    }
    best
}

#[cfg(test)]
pub(crate) mod testing {
    use crate::entity::Kind;
    use crate::entity::decide::Candidate;
    use crate::entity::tagger::{gazetteer, rules};
    use crate::entity::token::Tokens;

    /// Checks that the mentions of one kind that the rules find in a text are the expected ones.
    pub fn check(kind: Kind, text: &str, expected: &[&str]) {
        let tokens = Tokens::new(text, gazetteer());
        let found: Vec<&str> = rules(&tokens)
            .finish()
            .into_iter()
            .filter(|candidate| candidate.kind == kind)
            .map(|Candidate { from, to, .. }| tokens.source(from, to))
            .collect();
        assert_eq!(found, expected, "{kind:?} in {text:?}");
    }
}
