//! `docbao` reads a corpus of articles in the terminal: an article list, a reader with highlighted
//! entities, and a search line that knows how Vietnamese is typed.
//!
//! The modules are layers, lowest first; each may use only those before it, and `tests/tidy.rs`
//! proves that they do: [`text`], then [`corpus`] and [`entity`], then [`search`], and at the edge
//! [`runtime`].

pub mod corpus;
pub mod entity;
pub mod runtime;
pub mod search;
pub mod text;
