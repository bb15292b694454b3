//! Which terms may stand beside each other in an article, as the index tells, and how close together
//! all of them are at most.

use crate::search::docs::DocSet;
use crate::search::forms::FormSet;
use crate::search::index::Part;
use crate::search::plan::PartPlan;
use crate::search::query::Change;
use crate::search::terms::PartTerm;

/// Limits the terms of which each is asked for beside each other one.
const MAX_TERMS: usize = 6;

/// Holds for the terms of a query, typed as single words, where they may stand side by side.
pub(super) struct Links {
    /// The articles that have a term otherwise than it was typed, and those that have one as another
    /// name, which may stand for the terms beside it as well.
    others: DocSet,
    named: DocSet,
    /// For each term but the last: the articles in which the next one may follow it; nothing where
    /// that may be any.
    chain: Vec<Option<DocSet>>,
    /// For each two terms that are no word at once: the articles in which they may be neighbours.
    pairs: Vec<Option<DocSet>>,
    /// The fewest words that can be all terms; 0 if that was not asked.
    length: usize,
}

impl Links {
    /// Asks where each term may follow the one before; nothing for phrases.
    pub fn new(part: &PartPlan) -> Option<Self> {
        let words = words(part)?;
        let none = DocSet::new(part.part.len());
        let mut links = Self {
            others: none.clone(),
            named: none,
            chain: Vec::new(),
            pairs: Vec::new(),
            length: 0,
        };
        for term in part.terms.iter() {
            links.others |= &term.changed(part.part, |change| change != Change::Typed);
            links.named |= &term.changed(part.part, |change| change == Change::Name);
        }
        let chain = words.windows(2).map(|pair| links.may_follow(part.part, pair[0], pair[1]));
        links.chain = chain.collect();
        Some(links)
    }

    /// Asks which terms may be neighbours.
    pub fn note_neighbours(&mut self, part: &PartPlan) {
        let Some(words) = words(part).filter(|words| words.len() <= MAX_TERMS) else { return };
        let groups = groups(&words);
        let apart = each_two(words.len()).filter(|&(left, right)| groups[left] != groups[right]);
        let neighbours = apart.map(|(left, right)| {
            let mut docs = if right == left + 1 {
                self.chain[left].clone()
            } else {
                self.may_follow(part.part, words[left], words[right])
            }?;
            docs |= &self.may_follow(part.part, words[right], words[left])?;
            Some(docs)
        });
        self.pairs = neighbours.collect();
        self.length = (0..words.len()).filter(|&term| groups[term] == term).count();
    }

    /// Gives the articles in which one word may follow another, or be the same.
    fn may_follow(&self, part: &Part, word: &FormSet, next: &FormSet) -> Option<DocSet> {
        if word.overlaps(next) {
            return None;
        }
        let mut docs = part.may_adjoin(word.skeletons(), next.skeletons())?;
        docs |= &self.others;
        Some(docs)
    }

    /// Tells whether an article has the terms only as they were typed.
    pub fn are_typed(&self, doc: usize) -> bool {
        !self.others.has(doc)
    }

    /// Tells whether an article has a term as another name.
    pub fn has_name(&self, doc: usize) -> bool {
        self.named.has(doc)
    }

    /// Removes the articles in which the terms do not stand side by side.
    pub fn retain_side_by_side(&self, docs: &mut DocSet) {
        self.chain.iter().flatten().for_each(|may| *docs &= may);
    }

    /// Gives how many terms may stand side by side in an article, in their order.
    pub fn run(&self, doc: usize) -> usize {
        let (mut longest, mut run) = (1, 1);
        for link in &self.chain {
            run = if may_have(link.as_ref(), doc) { run + 1 } else { 1 };
            longest = longest.max(run);
        }
        longest
    }

    /// Gives the fewest words that a stretch of an article with all terms may have: between two that
    /// are no neighbours there is one more.
    pub fn length(&self, doc: usize) -> usize {
        let links = self.pairs.iter().filter(|link| may_have(link.as_ref(), doc)).count();
        self.length + self.length.saturating_sub(1).saturating_sub(links)
    }
}

fn may_have(link: Option<&DocSet>, doc: usize) -> bool {
    link.is_none_or(|docs| docs.has(doc))
}

/// Gives the words of the terms as they were typed, if all are single ones.
fn words<'p>(part: &'p PartPlan) -> Option<Vec<&'p FormSet>> {
    let words = || part.terms.iter().map(PartTerm::typed_forms).collect();
    if part.has_phrases() { None } else { words() }
}

/// Puts terms that may be one word into groups, named by their first ones.
fn groups(words: &[&FormSet]) -> Vec<usize> {
    let mut groups: Vec<usize> = (0..words.len()).collect();
    for (left, right) in
        each_two(words.len()).filter(|&(left, right)| words[left].overlaps(words[right]))
    {
        let (from, to) = (groups[right].max(groups[left]), groups[left].min(groups[right]));
        groups.iter_mut().filter(|group| **group == from).for_each(|group| *group = to);
    }
    groups
}

/// Lists all twos of some.
fn each_two(count: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..count).flat_map(move |left| (left + 1..count).map(move |right| (left, right)))
}
