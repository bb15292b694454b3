//! The terms of a query as they stand in one part of the index.

use super::cover::{Cover, NEAR, best};
use super::docs::{DocSet, Fields};
use super::forms::FormSet;
use super::fuzzy::Pattern;
use super::index::Part;
use super::place::{Place, Worth};
use super::query::{Change, Reading, Term};
use crate::text::Fit;

/// Sets how many tokens are looked at together, before each is.
const BLOCK: usize = 32;

/// Limits the places of a term, on average, that are looked at in one text.
const MAX_PLACES: usize = 64;

/// Limits the places of one term around which the others are looked for in one text.
const MAX_ANCHORS: usize = 16;

/// Sets how far around such a place: enough for words that are near, with phrases among them.
const REACH: usize = NEAR as usize + 6;

/// Represents a term in a part.
pub(super) struct PartTerm {
    readings: Vec<PartReading>,
    /// The articles that have it; those that have the words of a phrase, but not side by side,
    /// are among them.
    pub fields: Fields,
}

struct PartReading {
    words: Vec<FormSet>,
    change: Change,
}

impl PartTerm {
    /// Looks a term up.
    pub fn new(part: &Part, term: &Term) -> Self {
        let mut fields = Fields::new(part.len());
        let mut readings = Vec::new();
        for reading in &term.readings {
            if let Some(reading) = PartReading::new(part, reading) {
                fields |= &reading.fields(part);
                readings.push(reading);
            }
        }
        Self { readings, fields }
    }

    /// Tells whether what stands side by side must be looked at.
    pub fn has_phrases(&self) -> bool {
        self.readings.iter().any(|reading| reading.words.len() > 1)
    }

    /// Tells whether another name may stand for it, and for the terms beside it.
    pub fn has_names(&self) -> bool {
        self.readings.iter().any(|reading| reading.change == Change::Name)
    }

    /// Tells whether a token of a block may be one of its words: never no when one is.
    fn may_be_in(&self, tokens: &[u16]) -> bool {
        self.words().any(|forms| forms.may_be_in(tokens))
    }

    /// Tells whether a token is one of its words.
    fn is(&self, token: u16) -> bool {
        self.words().any(|forms| forms.fit(token).is_some())
    }

    /// Tells what a token is worth as one of its words.
    pub fn worth(&self, token: u16) -> Option<Worth> {
        let worth = |reading: &PartReading| {
            Some(Worth::new(reading.change, reading.words.first()?.fit(token)?))
        };
        self.readings.iter().filter_map(worth).max()
    }

    fn words(&self) -> impl Iterator<Item = &FormSet> {
        self.readings.iter().filter_map(|reading| reading.words.first())
    }

    /// Gives the articles of a term of single words by their worth, the best first.
    pub fn by_worth(&self, part: &Part) -> Vec<(Worth, Fields)> {
        let mut found: Vec<(Worth, Fields)> = Vec::new();
        for reading in &self.readings {
            let [forms] = reading.words.as_slice() else { continue };
            if let Some(exact) = forms.exact() {
                let mut fields = Fields::new(part.len());
                part.postings.add_to(exact, &mut fields);
                found.push((Worth::new(reading.change, Fit::Exact), fields));
            }
            found.push((Worth::new(reading.change, Fit::Free), reading.fields(part)));
        }
        found.sort_by_key(|(worth, _)| std::cmp::Reverse(*worth));
        found
    }

    /// Tells whether the term stands in a stretch of tokens.
    pub fn stands_in(&self, tokens: &[u16]) -> bool {
        self.readings.iter().any(|reading| reading.stands_in(tokens))
    }

    /// Finds what places of the term begin at a token.
    fn at<'t>(
        &'t self,
        tokens: &'t [u16],
        at: usize,
        term: usize,
    ) -> impl Iterator<Item = Place> + 't {
        self.readings.iter().filter_map(move |reading| reading.place(tokens, at, term))
    }
}

impl PartReading {
    fn new(part: &Part, reading: &Reading) -> Option<Self> {
        let find = |word| Some(FormSet::find(&part.vocabulary, word)).filter(|set| !set.is_empty());
        let words: Option<Vec<_>> = reading.words.iter().map(find).collect();
        Some(Self { words: words?, change: reading.change })
    }

    /// Finds the articles that have all its words.
    fn fields(&self, part: &Part) -> Fields {
        let mut all = Fields::all(part.len());
        for forms in &self.words {
            let mut fields = Fields::new(part.len());
            forms.iter().for_each(|form| part.postings.add_to(form, &mut fields));
            all &= &fields;
        }
        all
    }

    fn stands_in(&self, tokens: &[u16]) -> bool {
        let [first, rest @ ..] = self.words.as_slice() else { return false };
        if rest.first().is_some_and(|next| !first.may_be_before(next, tokens)) {
            return false;
        }
        let mut blocks = tokens.chunks(BLOCK).zip((0..).step_by(BLOCK));
        blocks.any(|(block, start)| {
            let mut starts = start..start + block.len();
            first.may_be_in(block) && starts.any(|at| self.place(tokens, at, 0).is_some())
        })
    }

    fn place(&self, tokens: &[u16], at: usize, term: usize) -> Option<Place> {
        if let [forms] = self.words.as_slice() {
            let fit = Worth::new(self.change, forms.fit(*tokens.get(at)?)?);
            return Some(Place { start: at as u32, term, end: at as u32 + 1, fit });
        }
        let mut worst = Fit::Exact;
        let here = tokens.get(at..at + self.words.len())?;
        for (forms, &token) in self.words.iter().zip(here) {
            worst = worst.min(forms.fit(token)?);
        }
        let end = (at + self.words.len()) as u32;
        Some(Place { start: at as u32, term, end, fit: Worth::new(self.change, worst) })
    }
}

/// Finds the first places of a term's first words in a stretch of tokens.
fn anchors<'t>(term: &'t PartTerm, tokens: &'t [u16]) -> impl Iterator<Item = usize> + 't {
    let blocks = tokens.chunks(BLOCK).zip((0..).step_by(BLOCK));
    let blocks = blocks.filter(|(block, _)| term.may_be_in(block));
    let places = blocks.flat_map(|(block, start)| (start..).zip(block));
    places.filter(|(_, token)| term.is(**token)).map(|(at, _)| at)
}

/// Finds the best place where terms of single words stand side by side, in order; looks around each
/// place of the term `anchor`, which is best a rare one.
pub(super) fn best_adjacent(terms: &[PartTerm], tokens: &[u16], anchor: usize) -> Option<Cover> {
    let pair = anchor.saturating_sub(1);
    if let [left, right, ..] = &terms[pair..]
        && let ([left], [right]) = (left.readings.as_slice(), right.readings.as_slice())
        && !left.words[0].may_be_before(&right.words[0], tokens)
    {
        return None;
    }
    let starts = anchors(&terms[anchor], tokens).filter_map(|at| at.checked_sub(anchor));
    let cover = |start: usize| {
        let here = tokens.get(start..start + terms.len())?;
        let mut fit = 0;
        for (term, &token) in terms.iter().zip(here) {
            fit += term.worth(token)?.points();
        }
        Some(Cover::adjacent(start as u32, terms.len(), fit))
    };
    starts.filter_map(cover).max()
}

/// Finds the best cover of the terms `wanted` around the first places of the `anchor` among them.
/// When they are near each other nowhere, it is where most of them stand side by side, and far.
pub(super) fn best_around(
    terms: &[PartTerm],
    tokens: &[u16],
    (wanted, anchor): (u32, usize),
    places: &mut Vec<Place>,
) -> Option<Cover> {
    let mut found: Option<Cover> = None;
    for at in anchors(&terms[anchor], tokens).take(MAX_ANCHORS) {
        let start = at.saturating_sub(REACH);
        let around = &tokens[start..(at + REACH).min(tokens.len())];
        let lacks = |number: usize| wanted >> number & 1 == 1 && !terms[number].may_be_in(around);
        let far = (0..terms.len()).any(lacks);
        find_places(terms, around, places);
        let cover = best(places, terms.len()).map(|cover| cover.moved_by(start as u32));
        found = found.max(if far { cover.map(Cover::made_far) } else { cover });
    }
    found
}

/// Finds the places of all terms in a stretch of tokens, sorted, the first ones when there are very
/// many; `places` is emptied first.
pub(super) fn find_places(terms: &[PartTerm], tokens: &[u16], places: &mut Vec<Place>) {
    places.clear();
    for (block, start) in tokens.chunks(BLOCK).zip((0..).step_by(BLOCK)) {
        // A short stretch is a title or a name that is known to have the terms.
        let short = tokens.len() <= BLOCK;
        let here = terms.iter().enumerate().filter(|(_, term)| short || term.may_be_in(block));
        let here = here.fold(0u32, |here, (number, _)| here | 1 << number);
        if here == 0 {
            continue;
        }
        for at in start..start + block.len() {
            let mut left = here;
            while left != 0 {
                let number = left.trailing_zeros() as usize;
                left &= left - 1;
                places.extend(terms[number].at(tokens, at, number));
            }
        }
        if places.len() >= MAX_PLACES * terms.len() {
            break;
        }
    }
}

/// Gives the articles or names of a part that have a term.
pub(super) fn having(part: &Part, term: &Term) -> DocSet {
    let term = PartTerm::new(part, term);
    let mut docs = term.fields.anywhere();
    retain_phrases(&mut docs, part, &[term]);
    docs
}

/// Removes the articles or names in which the words of a phrase do not stand side by side.
pub(super) fn retain_phrases(docs: &mut DocSet, part: &Part, terms: &[PartTerm]) {
    let phrases: Vec<_> = terms.iter().filter(|term| term.has_phrases()).collect();
    if !phrases.is_empty() {
        docs.retain(|doc| phrases.iter().all(|term| term.stands_in(part.tokens(doc))));
    }
}

/// Gives the articles or names whose titles may have all terms, some of them by letters only.
pub(super) fn may_be_alike(
    part: &Part,
    terms: &[PartTerm],
    patterns: &[Option<Pattern>],
    mut docs: DocSet,
) -> DocSet {
    for (term, pattern) in terms.iter().zip(patterns) {
        let mut having = term.fields.title.clone();
        if let Some(wanted) = pattern.as_ref().map(Pattern::letters) {
            let has = |doc: &usize| wanted & !part.letters(*doc) == 0;
            (0..part.len()).filter(has).for_each(|doc| having.add(doc, 1));
        }
        docs &= &having;
    }
    docs
}
