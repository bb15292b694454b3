//! What the user says against the program: two names are one entity's, a name is no entity, a
//! mention is wrong, an entity is of another kind.
//!
//! The corpus and the tables stay as they are; what is read from them passes here. The last
//! correction can always be taken back.

mod file;

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::{ArticleEntity, EntityId, Kind, Mention, Resolved};

pub use file::{Broken, parse};

/// Names an entity as the user does.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// What it is.
    pub kind: Kind,
    /// One of its names.
    pub name: String,
}

impl Named {
    /// Gives its number.
    pub fn id(&self) -> EntityId {
        EntityId::of(self.kind, &self.name)
    }
}

/// Represents one thing that the user says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "lowercase", deny_unknown_fields)]
pub enum Correction {
    /// All that is said of one entity is said of another.
    Merge {
        /// The entity that is no other.
        entity: Named,
        /// The one that it is.
        into: Named,
    },
    /// An entity is of another kind.
    Kind {
        /// The entity.
        entity: Named,
        /// What it is.
        to: Kind,
    },
    /// What is taken for an entity is none.
    Reject {
        /// The entity.
        entity: Named,
    },
    /// One mention is none.
    Mention {
        /// The entity that it was taken for.
        entity: Named,
        /// The name of the article that commands take.
        article: String,
        /// The byte of the article's text at which it starts.
        at: u32,
    },
    /// The last correction before this one that still holds does not hold any more.
    Undo,
}

/// Holds the corrections, and what follows from them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Corrections {
    /// Those that hold, in the order in which they were made.
    list: Vec<Correction>,
    /// What entities count for.
    targets: HashMap<EntityId, Named>,
    rejected: HashSet<EntityId>,
    /// The mentions that are none, by the names of their articles.
    mentions: HashMap<String, HashSet<u32>>,
}

impl Corrections {
    /// Makes corrections of what was said, in that order.
    pub fn new(said: impl IntoIterator<Item = Correction>) -> Self {
        let mut corrections = Self::default();
        for correction in said {
            corrections.add(correction);
        }
        corrections
    }

    /// Gives those that hold, in the order in which they were made.
    pub fn list(&self) -> &[Correction] {
        &self.list
    }

    /// Adds a correction, or takes the last one back.
    pub fn add(&mut self, correction: Correction) {
        if correction == Correction::Undo {
            let mut list = std::mem::take(&mut self.list);
            list.pop();
            *self = Self::new(list);
            return;
        }
        match &correction {
            Correction::Merge { entity, into } => self.redirect(entity, into.clone()),
            Correction::Kind { entity, to } => {
                let name = self.target(entity.id()).unwrap_or(entity).name.clone();
                self.redirect(entity, Named { kind: *to, name });
            }
            Correction::Reject { entity } => {
                self.rejected.insert(self.canonical(entity.id()));
            }
            Correction::Mention { article, at, .. } => {
                self.mentions.entry(article.clone()).or_default().insert(*at);
            }
            Correction::Undo => {}
        }
        self.list.push(correction);
    }

    /// Lets an entity, and all that count for it already, count for another.
    fn redirect(&mut self, entity: &Named, into: Named) {
        let from = self.canonical(entity.id());
        let into = self.target(into.id()).cloned().unwrap_or(into);
        if from == into.id() {
            return;
        }
        for target in self.targets.values_mut().filter(|target| target.id() == from) {
            *target = into.clone();
        }
        self.targets.insert(from, into);
    }

    /// Gives what an entity counts for, when that is another one.
    pub fn target(&self, id: EntityId) -> Option<&Named> {
        self.targets.get(&id)
    }

    /// Gives the number of what an entity counts for: another one, or itself.
    pub fn canonical(&self, id: EntityId) -> EntityId {
        self.target(id).map_or(id, Named::id)
    }

    /// Tells whether an entity is none.
    pub fn is_rejected(&self, id: EntityId) -> bool {
        self.rejected.contains(&self.canonical(id))
    }

    /// Gives all entities that count for one, itself first; none when it is rejected.
    pub fn group(&self, id: EntityId) -> Vec<EntityId> {
        let id = self.canonical(id);
        if self.rejected.contains(&id) {
            return Vec::new();
        }
        let others = self.targets.iter().filter(|(_, target)| target.id() == id);
        let mut others: Vec<EntityId> = others.map(|(from, _)| *from).collect();
        others.sort_unstable();
        others.insert(0, id);
        others
    }

    /// Gives what the user calls an entity that others count for.
    pub fn named(&self, id: EntityId) -> Option<&Named> {
        self.targets.values().find(|target| target.id() == id)
    }

    /// Tells whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Gives the most entities that count for one.
    pub fn largest_group(&self) -> usize {
        let groups = self.targets.values().map(|target| self.group(target.id()).len());
        groups.max().unwrap_or(1)
    }

    /// Gives the entities that count for another, and those that are none.
    pub fn changed(&self) -> impl Iterator<Item = EntityId> {
        self.targets.keys().chain(&self.rejected).copied()
    }

    /// Tells whether there are mentions that are none.
    pub fn has_mentions(&self) -> bool {
        !self.mentions.is_empty()
    }

    /// Tells whether mentions of an article, named as commands do, are none.
    pub fn has_mentions_of(&self, article: &str) -> bool {
        self.mentions.contains_key(article)
    }

    /// Corrects what was found in an article, named as commands do.
    pub fn apply(&self, article: &str, found: Resolved) -> Resolved {
        if self.is_empty() {
            return found;
        }
        let wrong = self.mentions.get(article);
        let holds = |mention: &Mention| wrong.is_none_or(|at| !at.contains(&mention.span.start));
        let mut corrected = Resolved::default();
        // For each entity as it was found, its number now.
        let mut numbers: Vec<Option<usize>> = vec![None; found.entities.len()];
        for (mention, &entity) in found.mentions.iter().zip(&found.entity_of) {
            if !holds(mention) || self.is_rejected(found.entities[entity].id) {
                continue;
            }
            let number = *numbers[entity]
                .get_or_insert_with(|| self.number(&found.entities[entity], &mut corrected));
            let kind = corrected.entities[number].kind;
            corrected.entities[number].mentions.push(corrected.mentions.len());
            corrected.entity_of.push(number);
            corrected.mentions.push(Mention { kind, ..*mention });
        }
        for (entity, number) in found.entities.iter().zip(&numbers) {
            let Some(number) = *number else { continue };
            for role in entity.roles.iter().filter_map(|&role| numbers[role]) {
                if !corrected.entities[number].roles.contains(&role) {
                    corrected.entities[number].roles.push(role);
                }
            }
        }
        corrected
    }

    /// Gives the number of what an entity counts for among those of its article.
    fn number(&self, entity: &ArticleEntity, corrected: &mut Resolved) -> usize {
        let id = self.canonical(entity.id);
        if let Some(known) = corrected.entities.iter().position(|known| known.id == id) {
            return known;
        }
        let target = self.target(entity.id);
        corrected.entities.push(ArticleEntity {
            id,
            kind: target.map_or(entity.kind, |target| target.kind),
            name: target.map_or_else(|| entity.name.clone(), |target| target.name.clone()),
            roles: Vec::new(),
            mentions: Vec::new(),
            ..entity.clone()
        });
        corrected.entities.len() - 1
    }
}

#[cfg(test)]
mod tests;
