//! Training of the weights in `assets/entities/weights.bin`: nothing here runs while one reads.
//!
//! Articles with marks ([`Article`]) become rows of features and labels ([`Problem`]); the weights
//! of a conditional random field are fitted to them and written down. The result depends on the
//! articles, their order and the code alone: one thread, sums in a fixed order, logarithms and
//! exponentials computed here, a generator of fixed seed for the order of the lines.

mod article;
mod chain;
mod descent;
mod learn;
mod maths;
mod problem;
mod variant;

pub use super::model::file::Origin;
pub use article::{Article, corpus_hash, read_marked};
pub use descent::Settings;
pub use problem::Problem;
