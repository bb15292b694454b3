//! Entities: what a text speaks of, where, and of which kind.

mod kind;
mod mention;
mod table;

pub use kind::Kind;
pub use mention::Mention;
pub use table::{Entity, EntityTable, entity_key};
