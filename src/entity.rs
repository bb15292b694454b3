//! Entities: what a text speaks of, where, and of which kind.

mod kind;
mod mention;

pub use kind::Kind;
pub use mention::Mention;
