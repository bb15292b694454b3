//! From mentions to entities: what the mentions of one article refer to.
//!
//! A mention is first written out: a given name to the full name that the article gives, `UBND
//! tỉnh` to the province that it speaks of, an abbreviation to what it stands for. Mentions whose
//! written-out names have one [`key()`] are one entity. Values (dates, money, quantities) are entities
//! too, normalised where that can be done. Nothing here looks beyond the article: across articles
//! the keys do the work.

mod bodies;
mod definitions;
mod events;
mod firms;
mod laws;
mod locations;
mod persons;
mod places;
mod roles;
mod values;

use std::collections::HashMap;

use super::gazetteer::Gazetteer;
use super::value::Value;
use super::{Kind, Mention, key};
use crate::corpus::Date;
use crate::text::single_spaced;

/// Represents an entity of one article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleEntity {
    /// What it is.
    pub kind: Kind,
    /// Its fullest name in the article, on one line.
    pub name: String,
    /// What all its names have in common; see [`key()`].
    pub key: String,
    /// The offices and ranks that the article gives a person, each once.
    pub roles: Vec<String>,
    /// What a date, an amount or a quantity comes to.
    pub value: Option<Value>,
    /// The numbers of its mentions, in reading order.
    pub mentions: Vec<usize>,
}

impl ArticleEntity {
    /// Makes an entity without mentions.
    const fn new(kind: Kind, key: String) -> Self {
        Self {
            kind,
            name: String::new(),
            key,
            roles: Vec::new(),
            value: None,
            mentions: Vec::new(),
        }
    }
}

/// Holds what the mentions of an article refer to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Resolved {
    /// The entities in the order in which they appear.
    pub entities: Vec<ArticleEntity>,
    /// For each mention the number of its entity.
    pub entity_of: Vec<usize>,
}

/// Holds one article while it is resolved.
struct Draft<'a> {
    text: &'a str,
    mentions: &'a [Mention],
    /// The name of each mention, on one line, written out step by step.
    names: Vec<String>,
}

impl<'a> Draft<'a> {
    fn kind(&self, index: usize) -> Option<Kind> {
        self.mentions.get(index).map(|mention| mention.kind)
    }

    /// Gives what stands between a mention and the one before it; `None` when that is a new line.
    fn gap(&self, index: usize) -> Option<&'a str> {
        let before = self.mentions.get(index.checked_sub(1)?)?;
        let here = self.mentions.get(index)?;
        let gap = &self.text[before.span.end as usize..here.span.start as usize];
        (!gap.contains('\n')).then_some(gap.trim())
    }

    /// Gives the numbers of the mentions of a kind.
    fn of_kind(&self, kind: Kind) -> impl Iterator<Item = usize> + use<> {
        let numbers: Vec<usize> =
            (0..self.mentions.len()).filter(|&index| self.mentions[index].kind == kind).collect();
        numbers.into_iter()
    }
}

/// Finds the last number before a mention in a sorted list, or else the first after it.
fn nearest(sorted: &[usize], mention: usize) -> Option<usize> {
    let after = sorted.partition_point(|&other| other < mention);
    let before = after.checked_sub(1).map(|at| sorted[at]);
    before.or_else(|| sorted[after..].iter().copied().find(|&other| other != mention))
}

/// Finds what mentions refer to; `date` is that of the article, for dates without a year.
pub(super) fn resolve(
    text: &str,
    mentions: &[Mention],
    date: Option<Date>,
    gazetteer: &Gazetteer,
) -> Resolved {
    let names = mentions.iter().map(|mention| single_spaced(mention.span.of(text))).collect();
    let mut draft = Draft { text, mentions, names };
    places::complete(&mut draft, gazetteer);
    definitions::write_out(&mut draft, gazetteer);
    bodies::write_out(&mut draft);
    firms::write_out(&mut draft, gazetteer);
    locations::write_out(&mut draft, gazetteer);
    persons::write_out(&mut draft);
    laws::write_out(&mut draft);
    events::write_out(&mut draft, gazetteer);
    let mut resolved = group(&draft, &values::read(&draft, date));
    roles::tie(&draft, &mut resolved);
    resolved
}

/// Makes an entity of all mentions whose names have one key; what has a value has that for a key.
fn group(draft: &Draft, values: &[Option<Value>]) -> Resolved {
    let mut resolved = Resolved::default();
    let mut by_name: HashMap<(Kind, &str, &Option<Value>), usize> = HashMap::new();
    let mut by_key: HashMap<(Kind, String), usize> = HashMap::new();
    for (index, mention) in draft.mentions.iter().enumerate() {
        let (name, value) = (&draft.names[index], &values[index]);
        // Most names come more than once, and a key costs more than a look.
        let number = *by_name.entry((mention.kind, name, value)).or_insert_with(|| {
            let key = value.as_ref().map_or_else(|| key(mention.kind, name), ToString::to_string);
            *by_key.entry((mention.kind, key.clone())).or_insert_with(|| {
                resolved.entities.push(ArticleEntity::new(mention.kind, key));
                resolved.entities.len() - 1
            })
        });
        let entity = &mut resolved.entities[number];
        entity.mentions.push(index);
        if better(name, &entity.name) {
            entity.name.clone_from(name);
        }
        entity.value.clone_from(value);
        resolved.entity_of.push(number);
    }
    resolved
}

/// Tells whether a name is a better one to show: not all in capitals, and longer.
fn better(name: &str, than: &str) -> bool {
    let shouts = |name: &str| name.contains(' ') && !name.chars().any(char::is_lowercase);
    let rank = |name: &str| (!shouts(name), name.chars().count());
    than.is_empty() || rank(name) > rank(than)
}

#[cfg(test)]
mod tests;
