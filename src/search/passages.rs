//! Articles found by their texts. The words must be there, by the rule of syllables: a subsequence
//! of letters is in almost any text.
//!
//! Every text that has the words is ranked before any is cut. What the postings tell bounds what a
//! text may score: those that may score most are looked at first, and none that cannot be among the
//! best. Of many a text the lead tells enough.

mod around;
mod hit;
mod score;

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashSet, VecDeque};

use rayon::prelude::*;

use super::best::{Best, Found, key, top};
use super::cover::{Closeness, Cover, NEAR as NEAR_WORDS};
use super::docs::{DocSet, Fields};
use super::index::LEAD_WORDS;
use super::nearby::{best_adjacent, closest};
use super::place::Place;
use super::plan::{PartPlan, Plan};
use super::terms::{PartTerm, retain_phrases};
use super::{Cancelled, points};
use around::{around, body, wanted};
pub(super) use hit::hit;
pub(super) use score::NEAR;
use score::{ADJACENT, EARLY, FAR, FIT, LEAD, RUN, TITLED};

/// Sets how many texts of a part are looked at in the first round, and at most in a later one.
const FIRST: usize = 16;
const CHUNK: usize = 512;

/// Finds the articles whose texts answer, the best `limit` of them in order, and counts them all;
/// `None` when cancelled. `titled` says for each part which titles answer.
pub(super) fn search(
    plan: &Plan,
    titled: &[DocSet],
    limit: usize,
    cancelled: Cancelled,
) -> Option<(Vec<Found>, usize)> {
    let best = Best::new(limit);
    let anchor = (0..plan.terms.len()).max_by(|&a, &b| plan.weights[a].total_cmp(&plan.weights[b]));
    let anchor = anchor.unwrap_or_default();
    let begin = |at| Search::begin((plan, at, anchor), &titled[at], &best, cancelled);
    let searches: Option<Vec<_>> = (0..plan.parts.len()).into_par_iter().map(begin).collect();
    let mut searches = searches?;
    // Words side by side count most, so that few texts remain that need a closer look.
    rounds(&mut searches, cancelled, Search::look_side_by_side)?;
    rounds(&mut searches, cancelled, Search::look_around)?;
    let total = searches.iter().map(|search| search.total).sum();
    drop(searches);
    let mut best = top(best.into_vec(), limit);
    // An article that takes several parts may be found in each.
    let mut seen = HashSet::new();
    best.retain(|found| seen.insert(found.number));
    Some((best, total))
}

/// Looks at the texts of all parts, some of each at a time, the best ones first, until none is left
/// that may be among the best; `None` when cancelled.
fn rounds<'a>(
    searches: &mut [Search<'a>],
    cancelled: Cancelled,
    look: fn(&mut Search<'a>, usize) -> bool,
) -> Option<()> {
    let mut count = FIRST;
    loop {
        if cancelled() {
            return None;
        }
        let looked = searches.par_iter_mut().map(|search| look(search, count));
        if !looked.reduce(|| false, |one, other| one | other) {
            return Some(());
        }
        count = (count * 2).min(CHUNK);
    }
}

/// Holds what one part is searched with.
struct Search<'a> {
    plan: &'a Plan<'a>,
    part: &'a PartPlan<'a>,
    at: usize,
    /// The term that is likely in the fewest places.
    anchor: usize,
    best: &'a Best,
    total: usize,
    /// The articles that have all terms in the lead or in the title, and those that have them in the
    /// body.
    lead: DocSet,
    body: DocSet,
    /// The articles by the most that they may score beside the points for closeness, and those of
    /// them whose words do not stand side by side.
    bounds: BinaryHeap<Bound>,
    rest: VecDeque<Bound>,
    places: Vec<Place>,
}

/// Represents what is known of an article before its text is looked at: the most points beside those
/// for closeness, as a key, and which one it is.
type Bound = (i64, Reverse<u32>);

/// Gives points as a part of a key.
const fn part_of_key(points: i64) -> i64 {
    points << 32
}

impl<'a> Search<'a> {
    /// Finds the articles that have all words, and what their postings say of them.
    fn begin(
        (plan, at, anchor): (&'a Plan<'a>, usize, usize),
        titled: &DocSet,
        best: &'a Best,
        cancelled: Cancelled,
    ) -> Option<Self> {
        let part = &plan.parts[at];
        let mut search = Search {
            lead: part.all_of(Fields::early),
            body: part.all_of(|fields| fields.body.clone()),
            total: 0,
            bounds: BinaryHeap::new(),
            rest: VecDeque::new(),
            places: Vec::new(),
            plan,
            part,
            at,
            anchor,
            best,
        };
        let mut docs = search.candidates(titled);
        if docs.is_empty() {
            return Some(search);
        }
        retain_phrases(&mut docs, part.part, &part.terms);
        search.total = docs.count();
        match &part.terms[..] {
            [term] if !part.has_phrases() => search.take_word(term, docs),
            _ => search.bounds = search.bounds(&docs),
        }
        (!cancelled()).then_some(search)
    }

    /// Tells what the postings say of articles.
    fn bounds(&self, docs: &DocSet) -> BinaryHeap<Bound> {
        let worthy: Vec<_> =
            self.part.terms.iter().flat_map(|term| term.worthy(self.part.part)).collect();
        let terms = points(self.part.terms.len());
        let bound = |doc| {
            let early = if self.lead.has(doc) { LEAD } else { EARLY };
            let fit = worthy.iter().filter(|set| set.has(doc)).count();
            let more = early + points(fit) * FIT / (2 * terms) + self.titled(doc);
            (key(more, self.part.date(doc)), Reverse(doc as u32))
        };
        docs.iter().map(bound).collect::<Vec<_>>().into()
    }

    /// Looks at some texts for words that stand side by side; tells whether it has to go on.
    fn look_side_by_side(&mut self, count: usize) -> bool {
        for _ in 0..count {
            let Some(bound) = self.bounds.pop() else { return false };
            let (key, doc) = (bound.0 + part_of_key(ADJACENT), bound.1.0 as usize);
            if !self.best.wants(key) {
                // Neither is any that comes after it wanted, nor will it be.
                self.bounds.clear();
                return false;
            }
            let lead_only = self.lead.has(doc) && !self.best.wants(key - part_of_key(LEAD - EARLY));
            if self.part.has_names() {
                if !lead_only || self.is_near_in_lead(doc) {
                    match self.adjacent(doc) {
                        Some(cover) => self.add(doc, &cover),
                        None => self.take(bound),
                    }
                }
            } else if lead_only && self.body.has(doc) && self.adjacent_in(self.lead(doc)).is_none()
            {
                // Words that are near each other, even in the lead, score less.
            } else if let Some(cover) = self.adjacent(doc) {
                self.add(doc, &cover);
            } else {
                self.rest.push_back(bound);
            }
        }
        true
    }

    /// Looks at some of the texts whose words do not stand side by side; tells whether it has to go
    /// on.
    fn look_around(&mut self, count: usize) -> bool {
        let most = self.most_near();
        for _ in 0..count {
            let Some(bound) = self.rest.pop_front() else { return false };
            let (key, doc) = (bound.0 + part_of_key(most), bound.1.0 as usize);
            if !self.best.wants(key) {
                self.rest.clear();
                return false;
            }
            let lead_only = self.lead.has(doc) && !self.best.wants(key - part_of_key(LEAD - EARLY));
            let text = if lead_only { self.lead(doc) } else { self.tokens(doc) };
            if self.wants_far(bound) || self.may_be_best(bound, text) {
                self.take(bound);
            }
        }
        true
    }

    /// Tells whether a text may be one of the best though its words are far from each other.
    fn wants_far(&self, (key, _): Bound) -> bool {
        self.best.wants(key + part_of_key(FAR + RUN + LEAD))
    }

    /// Tells whether words near each other in a stretch of a text may make it one of the best.
    fn may_be_best(&self, (key, Reverse(doc)): Bound, text: &[u16]) -> bool {
        let wanted = wanted(self.part, doc as usize);
        closest(&self.part.terms, text, wanted).is_some_and(|(length, run)| {
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
        known.then(|| self.adjacent_in(self.tokens(doc))).flatten()
    }

    fn adjacent_in(&self, tokens: &[u16]) -> Option<Cover> {
        best_adjacent(&self.part.terms, tokens, self.anchor)
    }

    fn tokens(&self, doc: usize) -> &'a [u16] {
        body(self.part, doc)
    }

    fn lead(&self, doc: usize) -> &'a [u16] {
        let tokens = self.tokens(doc);
        &tokens[..tokens.len().min(LEAD_WORDS)]
    }

    /// Gives the articles that have all terms. One whose title answers is a hit already; it is one
    /// again if its body has all of them too.
    fn candidates(&self, titled: &DocSet) -> DocSet {
        let mut docs = self.part.all_of(Fields::anywhere);
        docs.subtract(titled);
        let mut again = self.body.clone();
        again &= titled;
        again.subtract(&self.part.part.derived);
        docs |= &again;
        docs
    }

    /// Takes in the articles of a query of one word: the postings tell all about them.
    fn take_word(&self, term: &PartTerm, mut left: DocSet) {
        for (worth, fields) in term.by_worth(self.part.part) {
            let mut docs = fields.anywhere();
            docs &= &left;
            left.subtract(&docs);
            for doc in docs.iter() {
                let early = if fields.lead.has(doc) { LEAD } else { 0 };
                let titled = if term.fields.title.has(doc) { TITLED as i64 } else { 0 };
                let score = ADJACENT + early + worth.points() * FIT / 2 + titled;
                let (number, date) = (self.part.number(doc), self.part.date(doc));
                self.best.add(Found { part: self.at, doc, number, date, score });
            }
        }
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
