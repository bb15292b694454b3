//! What a segment speaks of: its mentions, article by article, and the names behind them.
//!
//! Within an article the resolver says which mentions speak of one entity; across articles one key
//! is one entity.

use std::collections::HashMap;

use super::{ArticleEntity, Kind, Mention, Tagger};
use crate::corpus::{Article, ArticleNo, Segment};

/// Represents one entity of a segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// What it is.
    pub kind: Kind,
    /// What all its names have in common; see [`super::key`].
    pub key: String,
    /// The fullest name of the first article that speaks of it.
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
    /// Finds the mentions and entities of all articles of a segment.
    pub fn build(segment: &Segment, tagger: &Tagger) -> Self {
        let tag = |article: &Article| tagger.tag(&article.text);
        Self::new(segment, segment.articles.iter().map(tag).collect(), tagger)
    }

    /// Makes the table of a segment from the mentions of each of its articles, in order.
    pub fn new(segment: &Segment, mentions: Vec<Vec<Mention>>, tagger: &Tagger) -> Self {
        let mut builder = Builder::default();
        for ((number, article), found) in segment.iter().zip(&mentions) {
            let resolved = tagger.resolve(&article.text, found, article.date);
            let named = resolved.entities.into_iter().filter(|entity| entity.kind.is_named());
            named.for_each(|entity| builder.add(number, entity));
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
    fn add(&mut self, article: ArticleNo, found: ArticleEntity) {
        let ArticleEntity { kind, key, name, mentions, .. } = found;
        let index = *self.by_key.entry((kind, key.clone())).or_insert_with(|| {
            self.entities.push(Entity { kind, key, name, articles: Vec::new(), mentions: 0 });
            self.entities.len() - 1
        });
        let entity = &mut self.entities[index];
        entity.mentions += mentions.len() as u32;
        entity.articles.push(article);
    }
}
