//! Entities: what a text speaks of, where, and of which kind.

mod consistency;
mod decide;
mod gazetteer;
mod kind;
mod mention;
mod names;
mod patterns;
mod table;
mod tagger;
mod token;

pub use kind::Kind;
pub use mention::Mention;
pub use table::{Entity, EntityTable, entity_key};
pub use tagger::Tagger;
