//! Making a table: names and entities are numbered as they come, and put in order at the end.

use std::collections::{HashMap, HashSet};

use super::lists::Lists;
use super::packed::Packed;
use super::{EntityTable, Office, Told, name_rank, rank};
use crate::corpus::ArticleNo;
use crate::entity::resolve::Traits;
use crate::entity::{ArticleEntity, EntityId, Kind, Resolved};
use crate::text::{Span, fold_str, single_spaced, words};

/// Names what a name belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Owner {
    Entity(EntityId),
    /// A kind whose entities have values.
    Values(Kind),
}

/// Represents a name as it is found.
struct Found {
    owner: Owner,
    letters: String,
    /// How many articles call the entity so.
    articles: u32,
}

/// Represents an entity as it is found.
struct Growing {
    kind: Kind,
    mentions: u32,
    articles: Vec<ArticleNo>,
}

/// Collects what the articles of a segment speak of.
pub struct EntityTableBuilder {
    first: ArticleNo,
    mentions: Vec<Vec<(Span, u32)>>,
    names: Vec<Found>,
    by_name: HashMap<(Owner, String), u32>,
    entities: HashMap<EntityId, Growing>,
    /// Who holds which office, by the number of the name.
    offices: Vec<(EntityId, ArticleNo, u32)>,
    traits: Vec<(EntityId, ArticleNo, Traits)>,
}

impl EntityTableBuilder {
    /// Begins the table of a segment with the number of its first article.
    pub fn new(first: ArticleNo) -> Self {
        Self {
            first,
            mentions: Vec::new(),
            names: Vec::new(),
            by_name: HashMap::new(),
            entities: HashMap::new(),
            offices: Vec::new(),
            traits: Vec::new(),
        }
    }

    /// Adds the next article.
    pub fn add(&mut self, text: &str, resolved: &Resolved) {
        let article = ArticleNo(self.first.0 + self.mentions.len() as u32);
        let names: Vec<u32> = resolved.entities.iter().map(|entity| self.name(entity)).collect();
        for &name in &names {
            self.names[name as usize].articles += 1;
        }
        for entity in resolved.entities.iter().filter(|entity| entity.kind.is_named()) {
            let growing = self.entities.entry(entity.id).or_insert_with(|| Growing {
                kind: entity.kind,
                mentions: 0,
                articles: Vec::new(),
            });
            growing.mentions += entity.mentions.len() as u32;
            growing.articles.push(article);
            let roles = entity.roles.iter().map(|&role| (entity.id, article, names[role]));
            self.offices.extend(roles);
            if entity.traits != Traits::default() {
                self.traits.push((entity.id, article, entity.traits));
            }
            self.add_surfaces(text, resolved, entity);
        }
        let spans = resolved.mentions.iter().map(|mention| mention.span);
        let mentions = spans.zip(resolved.entity_of.iter().map(|&entity| names[entity]));
        self.mentions.push(mentions.collect());
    }

    /// Gives the number of the name that an entity has in its article.
    fn name(&mut self, entity: &ArticleEntity) -> u32 {
        let Some(value) = &entity.value else { return self.number(owner(entity), &entity.name) };
        self.number(owner(entity), &format!("{}\t{value}", entity.name))
    }

    fn number(&mut self, owner: Owner, letters: &str) -> u32 {
        *self.by_name.entry((owner, letters.to_owned())).or_insert_with(|| {
            self.names.push(Found { owner, letters: letters.to_owned(), articles: 0 });
            self.names.len() as u32 - 1
        })
    }

    /// Keeps the names as which an entity stands in the text, where they have a word that the full
    /// one has not.
    fn add_surfaces(&mut self, text: &str, resolved: &Resolved, entity: &ArticleEntity) {
        let mut seen = HashSet::from([entity.name.clone()]);
        for span in resolved.places(entity) {
            let surface = single_spaced(span.of(text));
            if !seen.contains(&surface) {
                if !has_words(&entity.name, &surface) {
                    self.number(owner(entity), &surface);
                }
                seen.insert(surface);
            }
        }
    }

    /// Puts all in order: the entities by how many articles speak of them, the names of each by how
    /// many use them, then the values by kind.
    pub fn finish(mut self) -> EntityTable {
        let order = self.order();
        let mut lists = Lists::default();
        let mut numbers = vec![0; order.len()];
        for names in order.chunk_by(|&one, &other| self.names[one].owner == self.names[other].owner)
        {
            let owner = self.names[names[0]].owner;
            for &name in names {
                let letters = &self.names[name].letters;
                numbers[name] = match owner {
                    Owner::Entity(_) => lists.add_name(letters),
                    Owner::Values(kind) => lists.add_value(kind, letters),
                };
            }
            if let Owner::Entity(id) = owner
                && let Some(growing) = self.entities.remove(&id)
            {
                let articles = growing.articles.into_iter();
                lists.add_entity((id, growing.kind), articles, growing.mentions);
            }
        }
        self.renumber(&numbers);
        self.table(lists.finish())
    }

    fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.names.len()).collect();
        order.sort_by_cached_key(|&at| {
            let Found { owner, letters, articles } = &self.names[at];
            let rank = match owner {
                Owner::Entity(id) => {
                    self.entities.get(id).map(|it| rank(it.articles.len(), it.mentions, *id))
                }
                Owner::Values(_) => None,
            };
            (rank.is_none(), rank, *owner, name_rank(letters, *articles), letters.clone())
        });
        order
    }

    /// Gives names the numbers that they have in the table.
    fn renumber(&mut self, numbers: &[u32]) {
        let mentions = self.mentions.iter_mut().flatten().map(|(_, name)| name);
        for name in mentions.chain(self.offices.iter_mut().map(|(.., name)| name)) {
            *name = numbers[*name as usize];
        }
    }

    fn table(self, table: EntityTable) -> EntityTable {
        let place = |id| table.place(id).map(|place| place as u32);
        let office = |(id, article, name)| Some(Office { person: place(id)?, article, name });
        let mut offices: Vec<Office> = self.offices.into_iter().filter_map(office).collect();
        // The sort is stable: the offices of a person stay in the order of the article.
        offices.sort_by_key(|office| (office.person, office.article));
        let told = |(id, article, traits)| Some(Told { person: place(id)?, article, traits });
        let mut traits: Vec<Told> = self.traits.into_iter().filter_map(told).collect();
        traits.sort_by_key(|told| (told.person, told.article));
        EntityTable {
            first: self.first,
            mentions: Packed::new(self.mentions.into_iter()),
            offices: offices.into_boxed_slice(),
            traits: traits.into_boxed_slice(),
            ..table
        }
    }
}

const fn owner(entity: &ArticleEntity) -> Owner {
    if entity.kind.is_named() { Owner::Entity(entity.id) } else { Owner::Values(entity.kind) }
}

/// Tells whether a name has all words of another, case and marks aside.
fn has_words(name: &str, other: &str) -> bool {
    let (name, other) = (fold_str(name), fold_str(other));
    let mut others = words(&other).map(|word| word.of(&other));
    others.all(|other| words(&name).any(|word| word.of(&name) == other))
}
