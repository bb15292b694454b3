//! From mentions to entities: what the mentions of one article refer to.
//!
//! A mention is first written out: a given name to the full name that the article gives, `UBND
//! tỉnh` to the province that it speaks of, an abbreviation to what it stands for. Mentions whose
//! written-out names have one [`key()`] are one entity. Values (dates, money, quantities) are entities
//! too, normalised where that can be done. Nothing here looks beyond the article: across articles
//! the keys do the work.

mod bodies;
mod persons;
mod places;
mod roles;

use std::collections::HashMap;

use super::gazetteer::Gazetteer;
use super::value::{Value, value};
use super::{Kind, Mention, key};
use crate::corpus::Date;

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

/// Finds what mentions refer to; `date` is that of the article, for dates without a year.
pub(super) fn resolve(
    text: &str,
    mentions: &[Mention],
    date: Option<Date>,
    gazetteer: &Gazetteer,
) -> Resolved {
    let names = mentions.iter().map(|mention| one_line(mention.span.of(text))).collect();
    let mut draft = Draft { text, mentions, names };
    places::complete(&mut draft, gazetteer);
    bodies::write_out(&mut draft);
    persons::write_out(&mut draft);
    let mut resolved = group(&draft);
    for entity in &mut resolved.entities {
        let first = entity.mentions.first().map(|&index| mentions[index].span.of(text));
        entity.value = first.and_then(|surface| value(entity.kind, surface, date));
    }
    roles::tie(&draft, &mut resolved);
    resolved
}

/// Makes an entity of all mentions whose names have one key.
fn group(draft: &Draft) -> Resolved {
    let mut resolved = Resolved::default();
    let mut by_key: HashMap<(Kind, String), usize> = HashMap::new();
    for (index, mention) in draft.mentions.iter().enumerate() {
        let name = &draft.names[index];
        let key = key(mention.kind, name);
        let number = *by_key.entry((mention.kind, key.clone())).or_insert_with(|| {
            resolved.entities.push(ArticleEntity::new(mention.kind, key));
            resolved.entities.len() - 1
        });
        let entity = &mut resolved.entities[number];
        entity.mentions.push(index);
        if better(name, &entity.name) {
            entity.name.clone_from(name);
        }
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

/// Gives a name on one line, white space made single.
fn one_line(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
