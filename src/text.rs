//! The text layer: what is true of Vietnamese text wherever it stands.
//!
//! It knows nothing of articles, entities or terminals. All other layers work on [`CleanText`].

mod clean;
mod span;

pub use clean::{CleanText, clean};
pub use span::Span;
