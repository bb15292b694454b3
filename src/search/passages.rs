//! Articles found by their texts. The words must be there, by the rule of syllables: a subsequence
//! of letters is in almost any text.
//!
//! Every text that has the words is ranked before any is cut. What the postings tell bounds what a
//! text may score: those that may score most are looked at first, and none that cannot be among the
//! best. Of many a text the lead tells enough.

mod around;
mod hit;
mod links;
mod look;
mod queue;
mod score;

use std::cmp::Reverse;
use std::collections::HashSet;

use rayon::prelude::*;

use super::best::{Best, Found, key, top};
use super::docs::{DocSet, Fields};
use super::place::Place;
use super::plan::{PartPlan, Plan};
use super::terms::{PartTerm, retain_phrases};
use super::{Cancelled, points};
pub(super) use hit::hit;
use links::Links;
use queue::{Bound, Queue};
pub(super) use score::NEAR;
use score::{ADJACENT, EARLY, FIT, LEAD, TITLED};

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
    searches.par_iter_mut().for_each(Search::take_later);
    rounds(&mut searches, cancelled, Search::look_side_by_side)?;
    searches.par_iter_mut().for_each(Search::take_rest);
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
    /// Where its terms may stand side by side, if they are words.
    links: Option<Links>,
    best: &'a Best,
    total: usize,
    /// The articles that have all terms in the lead or in the title, and those that have them in the
    /// body.
    lead: DocSet,
    body: DocSet,
    /// The articles by the most that they may score beside the points for closeness; those that come
    /// after all these, because no title and no lead has the terms; those of them whose words do not
    /// stand side by side, as the index tells; and those of which the text tells that.
    bounds: Queue,
    later: DocSet,
    apart: DocSet,
    rest: Vec<Bound>,
    places: Vec<Place>,
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
            bounds: Queue::default(),
            later: DocSet::default(),
            apart: DocSet::new(part.part.len()),
            links: None,
            rest: Vec::new(),
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
            _ => {
                search.links = Links::new(part);
                search.later = docs.split_off(&search.first());
                search.take_in(docs);
            }
        }
        (!cancelled()).then_some(search)
    }

    /// Gives the articles that may score for the lead or for the title.
    fn first(&self) -> DocSet {
        let mut first = self.lead.clone();
        self.part.terms.iter().for_each(|term| first |= &term.fields.title);
        first
    }

    /// Goes on with the articles that come after all that were looked at, if any of them may be one
    /// of the best.
    fn take_later(&mut self) {
        let later = std::mem::take(&mut self.later);
        if self.best.wants(key(ADJACENT + EARLY + FIT + 1, None)) {
            self.take_in(later);
        }
    }

    /// Prepares to look at articles for words that stand side by side; those that have none of these
    /// are set apart.
    fn take_in(&mut self, mut docs: DocSet) {
        if let Some(links) = &self.links {
            let all = docs.clone();
            links.retain_side_by_side(&mut docs);
            self.apart |= &all;
            self.apart.subtract(&docs);
        }
        self.bounds = Queue::new(self.bounds(&docs));
    }

    /// Goes on with the articles whose words do not stand side by side.
    fn take_rest(&mut self) {
        let mut rest = std::mem::take(&mut self.rest);
        if self.best.wants(key(self.most_near() + LEAD + FIT + TITLED as i64 + 1, None)) {
            rest.extend(self.bounds(&self.apart));
            self.links.iter_mut().for_each(|links| links.note_neighbours(self.part));
        }
        for bound in &mut rest {
            bound.0 += self.near_key(bound);
        }
        rest.retain(|bound| self.best.wants(bound.0));
        self.bounds = Queue::new(rest);
    }

    /// Tells what the postings say of articles.
    fn bounds(&self, docs: &DocSet) -> Vec<Bound> {
        let worthy: Vec<_> =
            self.part.terms.iter().flat_map(|term| term.worthy(self.part.part)).collect();
        let terms = points(self.part.terms.len());
        let bound = |doc| {
            let early = if self.lead.has(doc) { LEAD } else { EARLY };
            let fit = worthy.iter().filter(|set| set.has(doc)).count();
            let more = early + points(fit) * FIT / (2 * terms) + self.titled(doc);
            (key(more, self.part.date(doc)), Reverse(doc as u32))
        };
        docs.iter().map(bound).collect()
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
}
