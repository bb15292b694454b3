//! What a corpus says of one entity: its names and offices, when it was written about, with whom it
//! appears, and where to read on.

mod concordance;
mod timeline;

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::HashSet;

use hashbrown::HashMap;
use rayon::prelude::*;

use crate::corpus::{Article, ArticleNo, Date};
use crate::entity::{Doubt, Entity, EntityId, Kind, doubt};
use crate::search::{Query, Searchable, answering};
use crate::text::Span;

pub use concordance::{Line, line};
pub use timeline::{Month, Timeline};

/// Sets how many companions are kept.
const COMPANIONS: usize = 20;

/// Limits how many of the most frequent are looked at.
const CANDIDATES: usize = 500;

/// Holds what a corpus says of one entity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dossier {
    /// Its number.
    pub id: EntityId,
    /// What it is.
    pub kind: Kind,
    /// The name that it has in most articles, or as the user calls it.
    pub name: String,
    /// Its other names.
    pub aliases: Vec<String>,
    /// The offices and ranks that articles give it, with how many do, most first.
    pub roles: Vec<(String, usize)>,
    /// What speaks against one person behind the name.
    pub doubt: Option<Doubt>,
    /// How often it is mentioned.
    pub mentions: usize,
    /// The articles that speak of it, by date, with its first place in each.
    pub articles: Vec<(ArticleNo, Span)>,
    /// When they were written.
    pub timeline: Timeline,
    /// Who is spoken of in the same articles, most often first.
    pub companions: Vec<Companion>,
}

/// Represents an entity that stands in the same articles as another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Companion {
    /// Its number.
    pub id: EntityId,
    /// What it is.
    pub kind: Kind,
    /// Its name.
    pub name: String,
    /// How many articles speak of both.
    pub articles: usize,
}

/// Gives all that is known of an entity; nothing when no article speaks of it.
pub fn dossier(on: &Searchable, id: EntityId) -> Option<Dossier> {
    let id = on.corrections.canonical(id);
    let members: Vec<Entity> = on.members(id).collect();
    let kind = on.kind(id)?;
    let places = places(on, id, &members);
    let mut articles: Vec<_> = places.iter().map(|place| (place.article, place.first)).collect();
    articles.sort_by_cached_key(|&(number, _)| by_date(on, number));
    let timeline = Timeline::new(articles.iter().map(|&(number, _)| date(on, number)));
    let name = on.name(id)?.to_owned();
    (!articles.is_empty()).then(|| Dossier {
        aliases: aliases(&members, &name),
        roles: roles(on, &members),
        doubt: doubt(&members),
        mentions: places.iter().map(|place| place.mentions).sum(),
        timeline,
        companions: companions(on, id, &places),
        articles,
        kind,
        name,
        id,
    })
}

/// Gives the articles that speak of an entity in the order in which a thread visits them: by date,
/// those without one last.
pub fn route(on: &Searchable, id: EntityId) -> Vec<ArticleNo> {
    let mut articles = on.articles_of(id);
    articles.sort_by_cached_key(|&number| by_date(on, number));
    articles
}

/// Gives what articles are put in order by on the way along an entity: by date, those without one
/// last.
pub fn by_date(on: &Searchable, number: ArticleNo) -> (bool, Option<Date>, ArticleNo) {
    let date = date(on, number);
    (date.is_none(), date, number)
}

/// Counts by month the articles that answer a query; all when it is empty.
pub fn months(on: &Searchable, query: &Query) -> Timeline {
    Timeline::new(answering(on, query).into_iter().map(|number| date(on, number)))
}

fn date(on: &Searchable, number: ArticleNo) -> Option<Date> {
    on.article(number).and_then(|article: &Article| article.date)
}

/// Represents what one article has of an entity.
struct Place {
    article: ArticleNo,
    first: Span,
    mentions: usize,
    /// Who else is spoken of, each once.
    others: Vec<EntityId>,
}

/// Looks into each article that speaks of an entity, in load order.
fn places(on: &Searchable, id: EntityId, members: &[Entity]) -> Vec<Place> {
    let group: HashSet<EntityId> = members.iter().map(|entity| entity.id()).collect();
    let place = |article| place(on, (id, &group), article);
    on.articles_of(id).into_par_iter().filter_map(place).collect()
}

fn place(
    on: &Searchable,
    (id, group): (EntityId, &HashSet<EntityId>),
    article: ArticleNo,
) -> Option<Place> {
    let wrong = on.is_amended(article).then(|| on.resolved(article));
    let mentions: Vec<(Span, EntityId)> = match wrong.flatten() {
        Some(found) => {
            let numbers = found.mentions.iter().enumerate();
            numbers.map(|(at, mention)| (mention.span, found.entity(at).id)).collect()
        }
        None => on.mentions(article).collect(),
    };
    let is_it = |other: EntityId| other == id || group.contains(&other);
    let mut spans = mentions.iter().filter(|(_, other)| is_it(*other)).map(|(span, _)| *span);
    let first = spans.next()?;
    let count = spans.count() + 1;
    let others = mentions.iter().map(|(_, other)| *other).filter(|&other| !is_it(other));
    let mut others: Vec<EntityId> = others.collect();
    others.sort_unstable();
    others.dedup();
    Some(Place { article, first, mentions: count, others })
}

fn aliases(members: &[Entity], name: &str) -> Vec<String> {
    // A full stop behind a name makes no other name.
    let bare = |name| str::trim_end_matches(name, ['.', ',']);
    let mut seen = HashSet::from([bare(name)]);
    let names = members.iter().flat_map(|entity| entity.names());
    names.filter(|&other| seen.insert(bare(other))).map(str::to_owned).collect()
}

/// Counts offices and ranks, whatever the case of their letters; each is written as most articles do.
fn roles(on: &Searchable, members: &[Entity]) -> Vec<(String, usize)> {
    let mut written: HashMap<String, HashMap<&str, usize>> = HashMap::new();
    let said = members.iter().flat_map(|entity| entity.roles());
    for (_, role) in said.filter(|&(article, _)| !on.withdrawn.has(article)) {
        *written.entry(role.to_lowercase()).or_default().entry(role).or_default() += 1;
    }
    let said = written.into_values().filter_map(|ways| {
        let most = ways.iter().max_by_key(|&(way, count)| (count, Reverse(way)))?.0;
        Some(((*most).to_owned(), ways.values().sum()))
    });
    let mut roles: Vec<(String, usize)> = said.collect();
    roles.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    roles
}

/// Counts in how many of the articles each other entity is.
fn shared(on: &Searchable, places: &[Place]) -> HashMap<EntityId, usize> {
    let corrected = !on.corrections.list().is_empty();
    let mut counts = HashMap::new();
    for place in places {
        let mut others = Cow::Borrowed(&place.others);
        if corrected {
            // Several that count for one count once.
            let others = others.to_mut();
            for other in others.iter_mut() {
                *other = on.corrections.canonical(*other);
            }
            others.sort_unstable();
            others.dedup();
        }
        for &other in &*others {
            *counts.entry(other).or_default() += 1;
        }
    }
    counts
}

fn companions(on: &Searchable, id: EntityId, places: &[Place]) -> Vec<Companion> {
    // Whoever has an office appears with it.
    let own: HashSet<EntityId> = on
        .members(id)
        .flat_map(Entity::roles)
        .map(|(_, role)| EntityId::of(Kind::Role, role))
        .collect();
    let is_other = |&(other, _): &(EntityId, usize)| other != id && !own.contains(&other);
    let mut best: Vec<(EntityId, usize)> =
        shared(on, places).into_iter().filter(is_other).collect();
    best.sort_unstable_by_key(|&(other, count)| (Reverse(count), other));
    // Some may be none by now: a few more are looked at.
    let least = best.get(2 * COMPANIONS).map_or(0, |&(_, count)| count);
    best.truncate(best.partition_point(|&(_, count)| count >= least).min(CANDIDATES));
    let companion = |(id, articles): (EntityId, usize)| {
        Some(Companion { id, kind: on.kind(id)?, name: on.name(id)?.to_owned(), articles })
    };
    // What is as frequent comes by kind: people first.
    let mut found: Vec<Companion> = best.into_iter().filter_map(companion).collect();
    found.sort_by(|a, b| {
        b.articles.cmp(&a.articles).then_with(|| (a.kind, &a.name).cmp(&(b.kind, &b.name)))
    });
    found.truncate(COMPANIONS);
    found
}

#[cfg(test)]
mod tests;
