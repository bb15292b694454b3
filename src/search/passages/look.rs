//! Looking at the texts that may be among the best, and at no others.

use std::cmp::Reverse;

use super::Search;
use super::around::{around, body, wanted};
use super::queue::Bound;
use super::score::{ADJACENT, EARLY, FAR, LEAD, NEAR, RUN};
use crate::search::best::Found;
use crate::search::cover::{Closeness, Cover, NEAR as NEAR_WORDS};
use crate::search::index::LEAD_WORDS;
use crate::search::nearby::{best_adjacent, closest};

/// Gives points as a part of a key.
const fn part_of_key(points: i64) -> i64 {
    points << 32
}

impl<'a> Search<'a> {
    /// Looks at some texts for words that stand side by side; tells whether it has to go on.
    pub(super) fn look_side_by_side(&mut self, count: usize) -> bool {
        for _ in 0..count {
            let Some(bound) = self.bounds.pop() else { return false };
            let (key, doc) = (bound.0 + part_of_key(ADJACENT), bound.1.0 as usize);
            if !self.best.wants(key) {
                // Neither is any that comes after it wanted, nor will it be.
                self.bounds.clear();
                return false;
            }
            let lead_only = self.lead.has(doc) && !self.best.wants(key - part_of_key(LEAD - EARLY));
            if self.has_name(doc) {
                if !lead_only || self.is_near_in_lead(doc) {
                    match self.adjacent(doc) {
                        Some(cover) => self.add(doc, &cover),
                        None => self.take(bound),
                    }
                }
            } else if lead_only
                && self.body.has(doc)
                && self.adjacent_in(doc, self.lead(doc)).is_none()
            {
                // Words that are near each other, even in the lead, score less.
            } else if let Some(cover) = self.adjacent(doc) {
                self.add(doc, &cover);
            } else {
                self.rest.push(bound);
            }
        }
        true
    }

    /// Looks at some of the texts whose words do not stand side by side; tells whether it has to go
    /// on.
    pub(super) fn look_around(&mut self, count: usize) -> bool {
        for _ in 0..count {
            let Some(mut bound) = self.bounds.pop() else { return false };
            let (key, doc) = (bound.0, bound.1.0 as usize);
            if !self.best.wants(key) {
                self.bounds.clear();
                return false;
            }
            bound.0 -= self.near_key(&bound);
            let lead_only = self.lead.has(doc) && !self.best.wants(key - part_of_key(LEAD - EARLY));
            let text = if lead_only { self.lead(doc) } else { self.tokens(doc) };
            if self.wants_far(bound) || self.may_be_best(bound, text) {
                self.take(bound);
            }
        }
        true
    }

    /// Gives the most that words near each other add to a key.
    pub(super) fn near_key(&self, (_, Reverse(doc)): &Bound) -> i64 {
        let doc = *doc as usize;
        // What stands in the title only does not lengthen a stretch of the body.
        let links = self.links.as_ref();
        let links = links.filter(|links| links.are_typed(doc) && self.body.has(doc));
        part_of_key(links.map_or_else(
            || self.most_near(),
            |links| {
                let run = links.run(doc).min(self.part.terms.len().saturating_sub(1));
                NEAR + self.run(run) + self.tight(links.length(doc))
            },
        ))
    }

    /// Tells whether a text may be one of the best though its words are far from each other.
    fn wants_far(&self, (key, _): Bound) -> bool {
        self.best.wants(key + part_of_key(FAR + RUN + LEAD))
    }

    /// Tells whether words near each other in a stretch of a text may make it one of the best.
    fn may_be_best(&self, (key, Reverse(doc)): Bound, text: &[u16]) -> bool {
        let wanted = wanted(self.plan, self.part, doc as usize);
        let closest = wanted.and_then(|wanted| closest(&self.part.terms, text, wanted));
        closest.is_some_and(|(length, run)| {
            let run = run.min(self.part.terms.len().saturating_sub(1));
            let close = NEAR + self.run(run) + self.tight(length);
            length <= NEAR_WORDS as usize && self.best.wants(key + part_of_key(close))
        })
    }

    /// Tells whether the terms are near each other in the lead.
    fn is_near_in_lead(&mut self, doc: usize) -> bool {
        let (part, lead) = (self.part, self.lead(doc));
        let cover = around(self.plan, part, (doc, lead, true), &mut self.places);
        cover.is_some_and(|cover| cover.closeness > Closeness::Far)
    }

    /// Finds where all terms stand side by side in an article; of phrases that is not known here.
    fn adjacent(&self, doc: usize) -> Option<Cover> {
        let known = self.body.has(doc) && !self.part.has_phrases();
        known.then(|| self.adjacent_in(doc, self.tokens(doc))).flatten()
    }

    fn adjacent_in(&self, doc: usize, tokens: &[u16]) -> Option<Cover> {
        let typed = self.links.as_ref().is_some_and(|links| links.are_typed(doc));
        best_adjacent(&self.part.terms, tokens, (self.anchor, typed))
    }

    /// Tells whether an article may have terms as another name, or as a phrase.
    fn has_name(&self, doc: usize) -> bool {
        self.links.as_ref().map_or_else(|| self.part.has_names(), |links| links.has_name(doc))
    }

    fn tokens(&self, doc: usize) -> &'a [u16] {
        body(self.part, doc)
    }

    fn lead(&self, doc: usize) -> &'a [u16] {
        let tokens = self.tokens(doc);
        &tokens[..tokens.len().min(LEAD_WORDS)]
    }

    /// Looks at the text of an article.
    fn take(&mut self, bound: Bound) {
        let (doc, near) = (bound.1.0 as usize, !self.wants_far(bound));
        let text = (doc, self.tokens(doc), near);
        if let Some(cover) = around(self.plan, self.part, text, &mut self.places) {
            self.add(doc, &cover);
        }
    }

    fn add(&self, doc: usize, cover: &Cover) {
        let score = self.score(cover) + self.titled(doc);
        let (number, date) = (self.part.number(doc), self.part.date(doc));
        self.best.add(Found { part: self.at, doc, number, date, score });
    }
}
