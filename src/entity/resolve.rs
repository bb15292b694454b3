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
mod traits;
mod values;

use std::collections::HashMap;

use super::gazetteer::Gazetteer;
use super::value::Value;
use super::{EntityId, Kind, Mention, key};
use crate::corpus::Date;
use crate::text::{Span, single_spaced};

pub use traits::{Born, Calling, Sex, Traits};

/// Represents an entity of one article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleEntity {
    /// What it is.
    pub kind: Kind,
    /// What it is in all articles.
    pub id: EntityId,
    /// Its fullest name in the article, on one line.
    pub name: String,
    /// What a date, an amount or a quantity comes to, in its normal form.
    pub value: Option<String>,
    /// The numbers of the offices and ranks that the article gives a person, each once.
    pub roles: Vec<usize>,
    /// What is said of a person that tells namesakes apart.
    pub traits: Traits,
    /// The numbers of its mentions, in reading order.
    pub mentions: Vec<usize>,
}

impl ArticleEntity {
    /// Makes an entity without mentions.
    pub(super) fn new(kind: Kind, id: EntityId) -> Self {
        let (name, roles, mentions) = (String::new(), Vec::new(), Vec::new());
        Self { kind, id, name, value: None, roles, traits: Traits::default(), mentions }
    }

    /// Gives what all its names have in common: its value, or else see [`key()`].
    pub fn key(&self) -> String {
        self.value.clone().unwrap_or_else(|| key(self.kind, &self.name))
    }
}

/// Holds the mentions of an article and what they refer to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Resolved {
    /// The mentions, sorted by start and apart.
    pub mentions: Vec<Mention>,
    /// The entities in the order in which they appear.
    pub entities: Vec<ArticleEntity>,
    /// For each mention the number of its entity.
    pub entity_of: Vec<usize>,
}

impl Resolved {
    /// Gives the entity that a mention refers to.
    pub fn entity(&self, mention: usize) -> &ArticleEntity {
        &self.entities[self.entity_of[mention]]
    }

    /// Gives the places of an entity.
    pub fn places(&self, entity: &ArticleEntity) -> Vec<Span> {
        entity.mentions.iter().map(|&mention| self.mentions[mention].span).collect()
    }

    /// Gives the names of the offices and ranks of a person.
    pub fn roles(&self, person: &ArticleEntity) -> Vec<&str> {
        person.roles.iter().map(|&role| self.entities[role].name.as_str()).collect()
    }
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
    mentions: Vec<Mention>,
    date: Option<Date>,
    gazetteer: &Gazetteer,
) -> Resolved {
    let names = mentions.iter().map(|mention| single_spaced(mention.span.of(text))).collect();
    let mut draft = Draft { text, mentions: &mentions, names };
    places::complete(&mut draft, gazetteer);
    definitions::write_out(&mut draft, gazetteer);
    bodies::write_out(&mut draft);
    firms::write_out(&mut draft, gazetteer);
    locations::write_out(&mut draft, gazetteer);
    persons::write_out(&mut draft);
    roles::write_out(&mut draft);
    laws::write_out(&mut draft);
    events::write_out(&mut draft, gazetteer);
    let mut resolved = group(&draft, &values::read(&draft, date));
    roles::tie(&draft, &mut resolved);
    traits::tell(&draft, &mut resolved, date);
    resolved.mentions = mentions;
    resolved
}

/// Makes an entity of all mentions whose names have one key; what has a value has that for a key.
fn group(draft: &Draft, values: &[Option<Value>]) -> Resolved {
    let mut resolved = Resolved::default();
    let mut by_name: HashMap<(Kind, &str, &Option<Value>), usize> = HashMap::new();
    let mut by_id: HashMap<EntityId, usize> = HashMap::new();
    for (index, mention) in draft.mentions.iter().enumerate() {
        let (name, value) = (&draft.names[index], &values[index]);
        // Most names come more than once, and a key costs more than a look.
        let number = *by_name.entry((mention.kind, name, value)).or_insert_with(|| {
            let value = value.as_ref().map(ToString::to_string);
            let id = EntityId::new(mention.kind, name, value.as_deref());
            *by_id.entry(id).or_insert_with(|| {
                let entity = ArticleEntity::new(mention.kind, id);
                resolved.entities.push(ArticleEntity { value, ..entity });
                resolved.entities.len() - 1
            })
        });
        let entity = &mut resolved.entities[number];
        entity.mentions.push(index);
        if entity.name.is_empty() || rank(entity.kind, name) > rank(entity.kind, &entity.name) {
            entity.name.clone_from(name);
        }
        resolved.entity_of.push(number);
    }
    resolved
}

/// Lists the words that a plain date begins with.
const DATE_HEADS: [&str; 9] = ["ngày", "tháng", "năm", "quý", "thập", "thế", "tuần", "mùa", "giai"];

/// Tells how good a name is to be shown: a date without `cuối` and `chiều`, a country without
/// `nước`, none all in capitals, the longest; a value or a place as it stands within a sentence.
fn rank(kind: Kind, name: &str) -> (u8, bool, usize, bool) {
    let lower = name.to_lowercase();
    let first = lower.split(' ').next().unwrap_or_default();
    let plain = match kind {
        Kind::Date if DATE_HEADS.contains(&first) => 2,
        Kind::Date if first.starts_with(|c: char| c.is_ascii_digit()) => 1,
        Kind::Location if !matches!(first, "nước" | "thủ") => 1,
        _ => 0,
    };
    let capital = name.starts_with(char::is_uppercase);
    let within = !capital && (kind == Kind::Location || !kind.is_named());
    (plain, !shouts(name), name.chars().count(), within)
}

/// Tells whether a name of several words is all in capitals, as in a headline.
pub(super) fn shouts(name: &str) -> bool {
    name.contains(' ') && !name.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests;
