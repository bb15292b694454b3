//! A query made ready for one search: its terms looked up in all parts of the index, what each of
//! them weighs, and which articles are looked at.

use rayon::prelude::*;

use super::docs::{DocSet, Fields};
use super::expand::{expand, is_rare};
use super::fallback::note;
use super::filter::Filter;
use super::fuzzy::Pattern;
use super::hits::Note;
use super::index::Part;
use super::query::{Query, Term};
use super::terms::{PartTerm, PartTerms, having, may_be_alike};
use super::{NamesPart, SearchSegment, Searchable};
use crate::corpus::{Article, ArticleNo, Date};
use crate::entity::{Entity, EntityTable};

/// Holds what all articles are compared with.
pub(super) struct Plan<'s> {
    /// What is looked for: the terms with all that may stand in their stead.
    pub terms: Vec<Term>,
    /// For each term, what may match in titles and names in its stead.
    pub patterns: Vec<Option<Pattern>>,
    /// How much each term says: 0 for one that is everywhere; the sum is 1.
    pub weights: Vec<f64>,
    pub filter: Filter,
    pub parts: Vec<PartPlan<'s>>,
}

/// Represents a part of the index with the terms looked up in it.
pub(super) struct PartPlan<'s> {
    pub segment: &'s SearchSegment,
    pub part: &'s Part,
    pub terms: PartTerms,
    /// The articles that are looked at; nothing when all are.
    passing: Option<DocSet>,
}

impl<'s> Plan<'s> {
    pub fn new(on: &'s Searchable, query: &Query) -> Self {
        let filter = Filter::new(on, query);
        let parts = on.parts().collect::<Vec<_>>();
        let part = |(segment, part)| PartPlan {
            terms: PartTerms::default(),
            passing: filter.within(segment, part),
            segment,
            part,
        };
        let mut parts: Vec<_> = parts.into_par_iter().map(part).collect();
        look_up(&mut parts, &query.terms);
        let typed = counts(&parts, &query.terms);
        let expanded = expand(query, &parts, &typed, &on.abbreviations);
        let terms = expanded.as_ref().unwrap_or(query).terms.clone();
        // A word that is in texts is meant as that word, not as initials.
        let is_rare = |term: &Term| {
            let mut counts = query.terms.iter().zip(&typed);
            counts.any(|(word, &count)| word.typed() == term.typed() && is_rare(count, on.len()))
        };
        let patterns = terms.iter().map(|term| Pattern::new(term).filter(|_| is_rare(term)));
        let patterns = patterns.collect();
        if expanded.is_some() {
            look_up(&mut parts, &terms);
        }
        parts.par_iter_mut().for_each(|part| part.terms.note_beginnings());
        let weights = weights(&counts(&parts, &terms), on.len());
        Self { terms, patterns, weights, filter, parts }
    }

    /// Says which words were not looked for as they were typed only.
    pub fn notes(&self) -> Vec<Note> {
        self.terms.iter().filter_map(note).collect()
    }

    /// Tells whether texts are searched: one letter is in all of them.
    pub fn wants_passages(&self) -> bool {
        let letters = |term: &Term| term.joined().len() >= 2;
        self.terms.iter().any(letters)
    }
}

impl PartPlan<'_> {
    /// Gives an article with its number.
    pub fn article(&self, doc: usize) -> Option<(ArticleNo, &Article)> {
        let number = self.number(doc);
        Some((number, self.segment.segment.get(number)?))
    }

    /// Gives the number of an article.
    pub fn number(&self, doc: usize) -> ArticleNo {
        ArticleNo(self.segment.segment.first.0 + (self.part.first + doc) as u32)
    }

    /// Gives the date of an article.
    pub fn date(&self, doc: usize) -> Option<Date> {
        self.part.date(doc)
    }

    /// Tells whether it must be looked at what stands side by side.
    pub fn has_phrases(&self) -> bool {
        self.terms.iter().any(PartTerm::has_phrases)
    }

    /// Tells whether terms that are not side by side as they were typed may be so as another name.
    pub fn has_names(&self) -> bool {
        self.terms.iter().any(|term| term.has_phrases() || term.has_names())
    }

    /// Gives the articles whose titles may have all terms, some of them by letters only.
    pub fn alike(&self, plan: &Plan) -> DocSet {
        may_be_alike(self.part, &self.terms, &plan.patterns, self.passing())
    }

    /// Gives the articles whose titles have all terms but one.
    pub fn all_but_one(&self) -> DocSet {
        let (mut all, mut lacking) = (self.passing(), DocSet::new(self.part.len()));
        for term in self.terms.iter() {
            lacking &= &term.fields.title;
            lacking |= &all.split_off(&term.fields.title);
        }
        lacking
    }

    /// Gives the articles that are looked at.
    fn passing(&self) -> DocSet {
        self.passing.clone().unwrap_or_else(|| DocSet::all(self.part.len()))
    }

    /// Gives the articles that have all terms, by where each stands; those that are not looked at
    /// left out.
    pub fn all_of(&self, field: fn(&Fields) -> DocSet) -> DocSet {
        let mut docs = self.passing();
        self.terms.iter().for_each(|term| docs &= &field(&term.fields));
        docs
    }
}

/// Represents a part of the index of names with the terms looked up in it.
pub(super) struct NamesPlan<'s> {
    /// The place of the table among all.
    pub table: usize,
    entities: &'s EntityTable,
    pub part: &'s Part,
    pub terms: PartTerms,
}

impl<'s> NamesPlan<'s> {
    pub fn new(plan: &Plan, (table, entities, part): NamesPart<'s>) -> Self {
        let mut terms = PartTerms::new(part, &plan.terms);
        terms.note_beginnings();
        Self { table, entities, part, terms }
    }

    /// Gives the number of a name in its table by its place in the part.
    pub const fn number(&self, doc: usize) -> usize {
        self.part.first + doc
    }

    /// Gives the entity of a name by the place of that in the part.
    pub fn entity(&self, doc: usize) -> Option<Entity<'s>> {
        self.entities.named(self.number(doc))
    }

    /// Gives a name by its place in the part.
    pub fn name(&self, doc: usize) -> &'s str {
        self.entities.name(self.number(doc))
    }

    /// Gives the names that have all terms.
    pub fn all(&self) -> DocSet {
        let mut docs = DocSet::all(self.part.len());
        self.terms.iter().for_each(|term| docs &= &term.fields.title);
        docs
    }

    /// Gives the names that have one of some terms.
    pub fn having(&self, terms: &[Term]) -> DocSet {
        let mut docs = DocSet::new(self.part.len());
        for term in terms {
            docs |= &having(self.part, term);
        }
        docs
    }

    /// Gives the names that may have all terms, some of them by letters only.
    pub fn alike(&self, plan: &Plan) -> DocSet {
        may_be_alike(self.part, &self.terms, &plan.patterns, DocSet::all(self.part.len()))
    }
}

/// Looks terms up in all parts.
fn look_up(parts: &mut [PartPlan], terms: &[Term]) {
    parts.par_iter_mut().for_each(|part| {
        part.terms = PartTerms::new(part.part, terms);
    });
}

/// Counts the articles that have each term.
fn counts(parts: &[PartPlan], terms: &[Term]) -> Vec<usize> {
    let count = |term: usize| {
        parts.iter().map(|part| part.terms[term].fields.anywhere().count()).sum::<usize>()
    };
    (0..terms.len()).map(count).collect()
}

/// Weighs the terms by inverse document frequency among `all` articles.
fn weights(counts: &[usize], all: usize) -> Vec<f64> {
    let rarity = |&found: &usize| ((all as f64 + 1.0) / (found as f64 + 0.5)).ln().max(0.05);
    let rarities: Vec<_> = counts.iter().map(rarity).collect();
    let sum: f64 = rarities.iter().sum();
    rarities.iter().map(|rarity| rarity / sum).collect()
}
