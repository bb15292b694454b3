//! Entities: what a text speaks of, where, and of which kind.

pub(crate) mod abbreviations;
mod clubs;
mod consistency;
mod corrections;
mod decide;
mod doubt;
mod form;
mod gazetteer;
pub(crate) mod hash;
mod id;
mod key;
mod kind;
mod memo;
mod mention;
mod model;
mod names;
mod patterns;
mod resolve;
mod review;
mod table;
mod tagger;
mod token;
pub mod training;
mod value;

pub use corrections::{Broken, Correction, Corrections, Named, parse as parse_corrections};
pub use doubt::{Doubt, Says, doubt};
pub use id::EntityId;
pub use key::key;
pub use kind::Kind;
pub use mention::Mention;
pub use resolve::{ArticleEntity, Resolved};
pub use table::{Entity, EntityTable, EntityTableBuilder};
pub use tagger::Tagger;
