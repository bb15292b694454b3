//! The pipeline from text to mentions, and who decides what.
//!
//! 1. **Grammar** ([`patterns`]) reads what has a regular form: dates, money, quantities, laws,
//!    offices with their bodies, bodies with a head word, events with a title, places with a unit
//!    word. At each token the longest form wins, because the outermost unit is the mention.
//! 2. **Names** ([`names`]) reads the runs of capitals that are left, with the tables, the shape
//!    of Vietnamese names and the words before the run.
//! 3. **The model** ([`model`]) decides on all nine kinds. What the first two propose is evidence
//!    for it, beside the words around, their clusters and their counts. Grammar does not overrule
//!    it: fixing the spans of dates, money, quantities and laws was tried, and gained nothing on
//!    the development sets, since the model follows grammar there wherever grammar is right; fixing
//!    bodies, offices and places lost about one point.
//! 4. **Review** ([`review`]) drops or mends what the model finds where a table or the words
//!    beside it leave no doubt: half words, products, languages. Of what the rules alone find, only `Đảng` is kept.
//! 5. **Consistency** ([`consistency`]) gives what is still left the kind that the same words
//!    have elsewhere in the article, and each name the kind that most of its mentions have;
//!    [`clubs`] makes provinces that play football bodies.
//!
//! Each source only offers candidates; [`decide`](super::decide) accepts them in their order.

use std::sync::LazyLock;

use super::decide::{Candidate, Draft};
use super::gazetteer::Gazetteer;
use super::model::weights::Weights;
use super::token::Tokens;
use super::training::Origin;
use super::{Kind, Mention, Resolved, clubs, consistency, model, names, patterns, resolve, review};
use crate::corpus::{Article, Date};

/// Finds the mentions of entities in a text, always the same ones in the same text.
pub struct Tagger {
    weights: Weights,
}

impl Tagger {
    /// Gives the tagger with the embedded tables and weights, which are read on the first call.
    pub fn shared() -> &'static Self {
        static SHARED: LazyLock<Tagger> = LazyLock::new(|| Tagger::with_weights(WEIGHTS));
        &SHARED
    }

    /// Makes a tagger with other weights than the embedded ones; what cannot be read weighs nothing.
    pub fn with_weights(data: &[u8]) -> Self {
        Self { weights: Weights::read(data) }
    }

    /// Tells what the weights were trained from.
    pub fn origin(&self) -> Origin {
        self.weights.origin
    }

    /// Finds all mentions of a text: sorted by start, not overlapping, none empty.
    pub fn tag(&self, text: &str) -> Vec<Mention> {
        let tokens = Tokens::new(text, gazetteer());
        let rules = rules(&tokens);
        let mut draft = Draft::new(tokens.len());
        let found = model::find(&tokens, &rules, &self.weights);
        let proposed = rules.finish();
        for part in found.into_iter().flat_map(|candidate| parted(candidate, &proposed)) {
            if let Some(part) = review::review(&tokens, part) {
                draft.offer(part);
            }
        }
        let party =
            |c: &&Candidate| c.kind == Kind::Organization && tokens.source(c.from, c.to) == "Đảng";
        proposed.iter().filter(party).for_each(|party| draft.offer(*party));
        consistency::propose(&tokens, &mut draft);
        let mut mentions = draft.finish();
        consistency::agree(&tokens, &mut mentions);
        clubs::rename(&tokens, &mut mentions);
        let mention = |Candidate { from, to, kind }| Mention { span: tokens.span(from, to), kind };
        mentions.into_iter().map(mention).collect()
    }

    /// Finds what the mentions of a text refer to; `date` is that of the article.
    pub fn resolve(&self, text: &str, mentions: Vec<Mention>, date: Option<Date>) -> Resolved {
        resolve::resolve(text, mentions, date, gazetteer())
    }

    /// Finds the mentions of an article and what they refer to.
    pub fn read(&self, article: &Article) -> Resolved {
        self.resolve(&article.text, self.tag(&article.text), article.date)
    }
}

const WEIGHTS: &[u8] = include_bytes!("../../assets/entities/weights.bin");

/// Gives the embedded tables.
pub(crate) fn gazetteer() -> &'static Gazetteer {
    static SHARED: LazyLock<Gazetteer> = LazyLock::new(Gazetteer::new);
    &SHARED
}

/// Gives what the rules alone propose.
pub(crate) fn rules(tokens: &Tokens) -> Draft {
    let mut draft = Draft::new(tokens.len());
    grammar(tokens, &mut draft);
    names::propose(tokens, &mut draft);
    draft
}

/// Parts a body that the model sees where grammar sees a body and the one above it, side by side
/// with one sign between (`Cục X - Bộ Y`): these are two.
fn parted(candidate: Candidate, rules: &[Candidate]) -> Vec<Candidate> {
    let from = rules.partition_point(|part| part.from < candidate.from);
    let inside = rules[from..].iter().take_while(|part| part.to <= candidate.to);
    let parts: Vec<Candidate> = inside.copied().collect();
    let begins = parts.first().is_some_and(|part| part.from == candidate.from);
    let closes = parts.last().is_some_and(|part| part.to == candidate.to);
    let beside = parts.windows(2).all(|pair| pair[0].to + 1 == pair[1].from);
    let are_bodies = candidate.kind == Kind::Organization
        && parts.iter().all(|part| part.kind == Kind::Organization);
    if are_bodies && begins && closes && beside { parts } else { vec![candidate] }
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
