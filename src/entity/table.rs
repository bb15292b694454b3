//! What a segment speaks of: its mentions, article by article, and the names behind them.
//!
//! Names are taken as they stand, without case: which names mean the same entity is a question for
//! a resolver, and this is the place where its answer will be kept.

use std::collections::HashMap;

use super::{Kind, Mention};
use crate::corpus::{ArticleNo, Segment};

/// Represents one entity of a segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// What it is.
    pub kind: Kind,
    /// Its name as it first stood in the segment, white space made single.
    pub name: String,
    /// The articles that speak of it, in order, each once.
    pub articles: Vec<ArticleNo>,
    /// How often they do, all together.
    pub mentions: u32,
}

/// Holds the mentions of a segment's articles and the entities that they speak of; it never
/// changes once it is made.
#[derive(Debug, Default)]
pub struct EntityTable {
    first: ArticleNo,
    mentions: Box<[Box<[Mention]>]>,
    entities: Box<[Entity]>,
}

impl EntityTable {
    /// Makes the table of a segment from the mentions of each of its articles, in order.
    pub fn new(segment: &Segment, mentions: Vec<Vec<Mention>>) -> Self {
        let mut builder = Builder::default();
        for ((number, article), found) in segment.iter().zip(&mentions) {
            for mention in found.iter().filter(|mention| mention.kind.is_named()) {
                builder.add(number, mention.kind, mention.span.of(&article.text));
            }
        }
        Self {
            first: segment.first,
            mentions: mentions.into_iter().map(Vec::into_boxed_slice).collect(),
            entities: builder.entities.into_boxed_slice(),
        }
    }

    /// Gives the mentions of an article; `None` when it does not lie in this segment.
    pub fn mentions(&self, article: ArticleNo) -> Option<&[Mention]> {
        let index = article.0.checked_sub(self.first.0)?;
        self.mentions.get(index as usize).map(AsRef::as_ref)
    }

    /// Gives the entities that have names, in the order in which they first appear.
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }
}

#[derive(Default)]
struct Builder {
    entities: Vec<Entity>,
    by_key: HashMap<(Kind, String), usize>,
}

impl Builder {
    fn add(&mut self, article: ArticleNo, kind: Kind, name: &str) {
        let key = (kind, entity_key(name));
        let index = *self.by_key.entry(key).or_insert_with(|| {
            let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
            self.entities.push(Entity { kind, name, articles: Vec::new(), mentions: 0 });
            self.entities.len() - 1
        });
        let entity = &mut self.entities[index];
        entity.mentions += 1;
        if entity.articles.last() != Some(&article) {
            entity.articles.push(article);
        }
    }
}

/// Gives what two names of one entity share: the words without case, white space made single.
pub fn entity_key(name: &str) -> String {
    name.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}
