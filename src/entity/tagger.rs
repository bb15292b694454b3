//! The pipeline from text to mentions, and who decides what.
//!
//! 1. **Grammar** ([`patterns`]) takes what has a regular form: dates, money, quantities, laws,
//!    offices with their bodies, bodies with a head word, events with a title, places with a unit
//!    word. At each token the longest form wins, because the outermost unit is the mention.
//! 2. **Names** ([`names`]) reads the runs of capitals that are left, with the tables, the shape
//!    of Vietnamese names and the words before the run.
//! 3. **Consistency** ([`consistency`]) gives what is still left the kind that the same words
//!    have elsewhere in the article.
//!
//! Each source only offers candidates; [`decide`](super::decide) accepts them in this order.

use std::sync::LazyLock;

use super::decide::{Candidate, Draft};
use super::gazetteer::Gazetteer;
use super::token::Tokens;
use super::{Kind, Mention, Resolved, consistency, names, patterns, resolve};
use crate::corpus::Date;

/// Finds the mentions of entities in a text, always the same ones in the same text.
pub struct Tagger {
    gazetteer: Gazetteer,
}

impl Tagger {
    /// Gives the tagger with the embedded tables, which are read on the first call.
    pub fn shared() -> &'static Self {
        static SHARED: LazyLock<Tagger> = LazyLock::new(|| Tagger { gazetteer: Gazetteer::new() });
        &SHARED
    }

    /// Finds all mentions of a text: sorted by start, not overlapping, none empty.
    pub fn tag(&self, text: &str) -> Vec<Mention> {
        let tokens = Tokens::new(text, &self.gazetteer);
        let mut draft = Draft::new(tokens.len());
        grammar(&tokens, &mut draft);
        names::propose(&tokens, &mut draft);
        consistency::propose(&tokens, &mut draft);
        let mention = |Candidate { from, to, kind }| Mention { span: tokens.span(from, to), kind };
        draft.finish().into_iter().map(mention).collect()
    }
}

impl Tagger {
    /// Finds what the mentions of a text refer to; `date` is that of the article.
    pub fn resolve(&self, text: &str, mentions: &[Mention], date: Option<Date>) -> Resolved {
        resolve::resolve(text, mentions, date, &self.gazetteer)
    }
}

fn grammar(tokens: &Tokens, draft: &mut Draft) {
    let mut at = 0;
    while at < tokens.len() {
        if let Some(to) = names::credited(tokens, at) {
            draft.offer(Candidate { from: at, to, kind: Kind::Person });
            at = to;
            continue;
        }
        match patterns::longest(tokens, at) {
            Some((to, kind)) if to > at => {
                let to = to.min(tokens.len());
                draft.offer(Candidate { from: at, to, kind });
                at = to;
            }
            _ => at += 1,
        }
    }
}
