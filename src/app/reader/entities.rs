//! The entities of the article that is being read.

use std::collections::HashMap;

use crate::entity::{Kind, Mention, entity_key};

/// Represents an entity of one article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleEntity {
    /// What it is.
    pub kind: Kind,
    /// Its name as it first stands in the article, on one line.
    pub name: String,
    /// The numbers of its mentions, in reading order.
    pub mentions: Vec<usize>,
}

/// Groups mentions by the entity that they speak of: gives the entities in the order in which
/// they appear, and for each mention the number of its entity.
pub(super) fn group(text: &str, mentions: &[Mention]) -> (Vec<ArticleEntity>, Vec<usize>) {
    let mut entities: Vec<ArticleEntity> = Vec::new();
    let mut by_key = HashMap::new();
    let mut entity_of = Vec::with_capacity(mentions.len());
    for (index, mention) in mentions.iter().enumerate() {
        let name = mention.span.of(text);
        let number = *by_key.entry((mention.kind, entity_key(name))).or_insert_with(|| {
            let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
            entities.push(ArticleEntity { kind: mention.kind, name, mentions: Vec::new() });
            entities.len() - 1
        });
        entities[number].mentions.push(index);
        entity_of.push(number);
    }
    (entities, entity_of)
}
