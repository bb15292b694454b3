//! What has changed between two readings of a file. An article is the same when it says the same,
//! wherever in the file it stands by now: it keeps its number, and with that all that one knows of it.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::{Article, ArticleKey, ArticleNo, Diagnostic, Segment, Withdrawn};
use crate::text::CleanText;

/// Represents what has changed in files since they were read last.
#[derive(Debug, Default)]
pub struct Changes {
    /// The new articles, with the numbers that follow all others.
    pub segment: Option<Arc<Segment>>,
    /// The articles that are no more, each with the new one that stands in its stead.
    pub gone: Vec<(ArticleNo, Option<ArticleNo>)>,
    /// The articles that were no more, and are there again.
    pub back: Vec<ArticleNo>,
    /// The files that were read, and those that are no more.
    pub files: Vec<CleanText>,
    /// What is wrong with them now.
    pub diagnostics: Vec<Diagnostic>,
}

/// Holds what a file had, while it is read anew.
pub struct Comparison<'k> {
    /// Those that were not met again, by what they say.
    known: HashMap<ArticleKey, Vec<(ArticleNo, &'k Article)>>,
    /// Those of them that the file had some time ago, and then no more.
    withdrawn: &'k Withdrawn,
    fresh: Vec<Article>,
    back: BTreeMap<ArticleNo, &'k Article>,
}

/// Names an article of the new reading that the old one did not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrived {
    /// A new one, by its place among these.
    New(usize),
    /// One that is there again.
    Back(ArticleNo),
}

/// Represents what has become of one file.
#[derive(Debug, Default)]
pub struct Revision {
    /// The articles that it did not have, in the order of the file.
    pub fresh: Vec<Article>,
    /// Those that it has again, in load order.
    pub back: Vec<ArticleNo>,
    /// Those that it has no more, in load order, each with what it became.
    pub gone: Vec<(ArticleNo, Option<Arrived>)>,
}

impl<'k> Comparison<'k> {
    /// Begins with the articles that the file had, in load order, and with those that it has ever had.
    pub fn new(
        had: impl DoubleEndedIterator<Item = (ArticleNo, &'k Article)>,
        withdrawn: &'k Withdrawn,
    ) -> Self {
        let mut known: HashMap<_, Vec<_>> = HashMap::new();
        // The first of several that are the same is the last of its list, and met first.
        for (number, article) in had.rev() {
            known.entry(article.key).or_default().push((number, article));
        }
        Self { known, withdrawn, fresh: Vec::new(), back: BTreeMap::new() }
    }

    /// Takes in the next article of the file.
    pub fn take(&mut self, article: Article) {
        let same = self.known.get_mut(&article.key).and_then(|same| {
            // One that is there comes before one that was there.
            let rank = |at: &usize| (!self.withdrawn.has(same[*at].0), *at);
            let alike = (0..same.len()).filter(|&at| is_same(same[at].1, &article));
            Some(same.remove(alike.max_by_key(rank)?))
        });
        match same {
            None => self.fresh.push(article),
            Some((number, known)) if self.withdrawn.has(number) => {
                self.back.insert(number, known);
            }
            Some(_) => {}
        }
    }

    /// Ends at the end of the file.
    pub fn finish(self) -> Revision {
        let known = self.known.into_values().flatten();
        let gone: BTreeMap<_, _> =
            known.filter(|(number, _)| !self.withdrawn.has(*number)).collect();
        let new = self.fresh.iter().enumerate().map(|(at, article)| (Arrived::New(at), article));
        let back = self.back.iter().map(|(&number, &article)| (Arrived::Back(number), article));
        let arrived: Vec<(Arrived, &Article)> = new.chain(back).collect();
        let mut by_name: HashMap<&str, usize> = HashMap::new();
        for (at, (_, article)) in arrived.iter().enumerate() {
            by_name.entry(&article.id).or_insert(at);
            by_name.extend(article.url.as_deref().map(|url| (url, at)));
        }
        let mut taken = vec![false; arrived.len()];
        let mut became = |old: &Article| {
            let names = old.url.as_deref().into_iter().chain([&*old.id]);
            let mut found = names.filter_map(|name| by_name.get(name).copied());
            let found = found.find(|&at| !taken[at] && is_akin(old, arrived[at].1))?;
            taken[found] = true;
            Some(arrived[found].0)
        };
        let gone = gone.into_iter().map(|(number, old)| (number, became(old))).collect();
        Revision { gone, back: self.back.into_keys().collect(), fresh: self.fresh }
    }
}

/// Tells whether two articles of one text are the same; an id may only tell the line.
fn is_same(one: &Article, other: &Article) -> bool {
    let parts =
        |it: &Article| (it.title, it.title_origin, it.body, it.date, it.captions.len(), it.byline);
    parts(one) == parts(other) && one.url == other.url && one.text == other.text
}

/// Tells whether one article is a new form of another, and not one that has taken its line.
fn is_akin(one: &Article, other: &Article) -> bool {
    let (before, after) = common(&one.text, &other.text);
    let half = one.text.len().min(other.text.len()) / 2;
    one.url.is_some() && one.url == other.url
        || one.title() == other.title()
        || before + after > half
}

/// Counts the bytes that two texts have in common at their beginning, and at their end.
fn common(one: &str, other: &str) -> (usize, usize) {
    let same = |(a, b): &(u8, u8)| a == b;
    let before = one.bytes().zip(other.bytes()).take_while(same).count();
    let (one, other) = (&one.as_bytes()[before..], &other.as_bytes()[before..]);
    let ends = one.iter().rev().copied().zip(other.iter().rev().copied());
    (before, ends.take_while(same).count())
}

/// Gives the byte of the new form of a text at which one is, who was at the byte `at` of the old one:
/// the same words where they are still there, else where the change begins.
pub fn moved(old: &str, new: &str, at: u32) -> u32 {
    let (before, after) = common(old, new);
    let at = at as usize;
    let there = match at {
        _ if at <= before => at,
        _ if at >= old.len() - after => (at + new.len()).saturating_sub(old.len()),
        _ => before,
    };
    new.floor_char_boundary(there) as u32
}

#[cfg(test)]
mod tests;
