//! What a segment speaks of: its mentions, article by article, and the names behind them.
//!
//! Within an article the resolver says which mentions speak of one entity; across articles one key
//! is one entity.

use std::collections::HashMap;

use super::{ArticleEntity, Kind, Mention, Tagger};
use crate::corpus::{Article, ArticleNo, Segment};
use crate::text::{Span, fold_char, words};

/// Represents one entity of a segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// What it is.
    pub kind: Kind,
    /// What all its names have in common; see [`super::key()`].
    pub key: String,
    /// The fullest name of the first article that speaks of it.
    pub name: String,
    /// Where the folded name stands in [`EntityTable::folded_names`].
    pub folded: Span,
    /// The letters `a` to `z` that words of the folded name begin with, as a set of bits.
    pub initials: u32,
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
    folded_names: Box<str>,
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
            folded_names: builder.folded_names.into_boxed_str(),
        }
    }

    /// Gives the mentions of an article; `None` when it does not lie in this segment.
    pub fn mentions(&self, article: ArticleNo) -> Option<&[Mention]> {
        let index = article.0.checked_sub(self.first.0)?;
        self.mentions.get(index as usize).map(AsRef::as_ref)
    }

    /// Gives the folded names of all entities, one behind the other: what each stroke of a search
    /// looks through.
    pub fn folded_names(&self) -> &str {
        &self.folded_names
    }

    /// Gives the entities that have names, in the order in which they first appear.
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }
}

#[derive(Default)]
struct Builder {
    entities: Vec<Entity>,
    folded_names: String,
    by_key: HashMap<(Kind, String), usize>,
}

impl Builder {
    fn add(&mut self, article: ArticleNo, found: ArticleEntity) {
        let ArticleEntity { kind, key, name, mentions, .. } = found;
        let index = *self.by_key.entry((kind, key.clone())).or_insert_with(|| {
            let start = self.folded_names.len();
            self.folded_names.extend(name.chars().filter_map(fold_char));
            let folded = Span::new(start, self.folded_names.len());
            let initials = initials(folded.of(&self.folded_names));
            let (articles, mentions) = (Vec::new(), 0);
            let entity = Entity { kind, key, name, folded, initials, articles, mentions };
            self.entities.push(entity);
            self.entities.len() - 1
        });
        let entity = &mut self.entities[index];
        entity.mentions += mentions.len() as u32;
        entity.articles.push(article);
    }
}

/// Gives the letters that words of a folded text begin with.
fn initials(folded: &str) -> u32 {
    let mut set = 0;
    for word in words(folded) {
        if let first @ b'a'..=b'z' = folded.as_bytes()[word.start as usize] {
            set |= 1 << (first - b'a');
        }
    }
    set
}
