//! The terms of a query as they stand in one part of the index.

use std::ops::Deref;

use super::docs::{DocSet, Fields};
use super::forms::FormSet;
use super::fuzzy::Pattern;
use super::index::Part;
use super::place::{Place, Worth};
use super::query::{Change, Reading, Term};
use crate::text::Fit;

/// Represents all terms of a query in a part.
#[derive(Default)]
pub(super) struct PartTerms {
    terms: Vec<PartTerm>,
    /// For each token, which terms a place may be of that begins with it, as bits; those that none
    /// begins with are left out at the end.
    begun: Vec<u32>,
}

impl PartTerms {
    /// Looks terms up.
    pub fn new(part: &Part, terms: &[Term]) -> Self {
        let terms = terms.iter().map(|term| PartTerm::new(part, term)).collect();
        Self { terms, begun: Vec::new() }
    }

    /// Makes ready to look for places.
    pub fn note_beginnings(&mut self) {
        let last = self.terms.iter().flat_map(PartTerm::words).map(FormSet::end).max();
        self.begun = vec![0; usize::from(last.unwrap_or_default())];
        for (number, term) in self.terms.iter().enumerate() {
            for form in term.words().flat_map(FormSet::iter) {
                self.begun[usize::from(form)] |= 1 << number;
            }
        }
    }

    /// Gives the terms of which a place may begin with a token, as bits.
    #[inline]
    pub fn begun_by(&self, token: u16) -> u32 {
        self.begun.get(usize::from(token)).copied().unwrap_or_default()
    }
}

impl Deref for PartTerms {
    type Target = [PartTerm];

    fn deref(&self) -> &[PartTerm] {
        &self.terms
    }
}

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
    fields: Fields,
    /// The articles in which the words of a phrase may stand side by side; nothing when that is not
    /// known.
    side_by_side: Option<DocSet>,
    /// The first of the two words of a phrase that are likely in the fewest places side by side.
    pair: usize,
}

impl PartTerm {
    /// Looks a term up.
    pub fn new(part: &Part, term: &Term) -> Self {
        let mut fields = Fields::new(part.len());
        let mut readings = Vec::new();
        for reading in &term.readings {
            if let Some(reading) = PartReading::new(part, reading) {
                fields |= &reading.fields;
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

    /// Tells whether a token of a block may begin a place: never no when one does.
    pub fn may_be_in(&self, tokens: &[u16]) -> bool {
        self.words().any(|forms| forms.may_be_in(tokens))
    }

    /// Gives the forms that it was typed as, if that is one word.
    pub fn typed_forms(&self) -> Option<&FormSet> {
        let mut readings = self.readings.iter();
        match readings.find(|reading| reading.change == Change::Typed)?.words.as_slice() {
            [forms] => Some(forms),
            _ => None,
        }
    }

    /// Gives the articles that have it by readings of some changes.
    pub fn changed(&self, part: &Part, is_meant: impl Fn(Change) -> bool) -> DocSet {
        let mut docs = DocSet::new(part.len());
        let meant = self.readings.iter().filter(|reading| is_meant(reading.change));
        meant.for_each(|reading| docs |= &reading.fields.anywhere());
        docs
    }

    /// Tells what a token is worth as one of its words.
    #[inline]
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
            found.push((Worth::new(reading.change, Fit::Free), reading.fields.clone()));
        }
        found.sort_by_key(|(worth, _)| std::cmp::Reverse(*worth));
        found
    }

    /// Gives the articles in whose texts a place of the term may be worth two points, and those
    /// where it may be worth one; in the others it is worth less.
    pub fn worthy(&self, part: &Part) -> [DocSet; 2] {
        let (mut two, mut one) = (DocSet::new(part.len()), DocSet::new(part.len()));
        for reading in &self.readings {
            if Worth::new(reading.change, Fit::Exact) != Worth::Exact {
                continue;
            }
            let [forms] = reading.words.as_slice() else {
                two |= &reading.fields.body;
                one |= &reading.fields.body;
                continue;
            };
            two |= &part.fields_of(forms.exact().into_iter()).body;
            one |= &part.fields_of(forms.whole()).body;
        }
        [two, one]
    }

    /// Tells whether the term stands in an article.
    pub fn stands_in(&self, part: &Part, doc: usize) -> bool {
        let may = |docs: &DocSet| docs.has(doc);
        let has = |reading: &&PartReading| {
            reading.fields.has(doc) && reading.side_by_side.as_ref().is_none_or(may)
        };
        self.readings.iter().filter(has).any(|reading| reading.stands_in(part.tokens(doc)))
    }

    /// Finds what places of the term begin at a token.
    pub fn at<'t>(
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
        let words = words?;
        let mut fields = Fields::all(part.len());
        let mut counts = Vec::new();
        for forms in &words {
            let word = part.fields_of(forms.iter());
            counts.push(word.anywhere().count());
            fields &= &word;
        }
        let mut side_by_side: Option<DocSet> = None;
        for pair in words.windows(2) {
            let Some(docs) = part.may_adjoin(pair[0].skeletons(), pair[1].skeletons()) else {
                continue;
            };
            match &mut side_by_side {
                Some(all) => *all &= &docs,
                None => side_by_side = Some(docs),
            }
        }
        let pairs = counts.windows(2).map(|pair| pair[0] * pair[1]).enumerate();
        let pair = pairs.min_by_key(|&(_, places)| places).map_or(0, |(at, _)| at);
        Some(Self { words, change: reading.change, fields, side_by_side, pair })
    }

    /// Tells whether its words stand side by side in the tokens of an article that has them all.
    fn stands_in(&self, tokens: &[u16]) -> bool {
        let Some([left, right, ..]) = self.words.get(self.pair..) else { return true };
        left.before(right, tokens).any(|at| {
            at.checked_sub(self.pair).is_some_and(|start| self.place(tokens, start, 0).is_some())
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
        docs.retain(|doc| phrases.iter().all(|term| term.stands_in(part, doc)));
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
    if docs.is_empty() {
        return docs;
    }
    let skeletons = part.vocabulary.skeletons_of_forms();
    docs.retain(|doc| {
        let words = part.title_tokens(doc).iter();
        // A gap is no word.
        let words = words.filter_map(|&token| skeletons.get(usize::from(token)).copied());
        terms.iter().zip(patterns).all(|(term, pattern)| {
            let alike = |pattern: &Pattern| pattern.may_accept(words.clone());
            term.fields.title.has(doc) || pattern.as_ref().is_some_and(alike)
        })
    });
    docs
}
