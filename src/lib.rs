//! `docbao` reads a corpus of articles in the terminal: an article list, a reader with highlighted
//! entities, and a search line that knows how Vietnamese is typed.
//!
//! The modules are layers, lowest first; each may use only those before it, and `tests/tidy.rs`
//! proves that they do: `bytes`; [`text`]; [`corpus`] and [`entity`]; [`search`]; [`dossier`];
//! [`reading`]; [`app`], which knows the screen
//! and the keyboard as plain data; [`view`]; and at the edge, where files, threads, clock and
//! environment are, [`runtime`] and [`cli`].

pub mod app;
mod bytes;
pub mod cli;
pub mod corpus;
pub mod dossier;
pub mod entity;
pub mod reading;
pub mod runtime;
pub mod search;
pub mod text;
pub mod view;
