//! The text layer: what is true of Vietnamese text wherever it stands.
//!
//! It knows nothing of articles, entities or terminals. All other layers work on [`CleanText`].

mod clean;
mod fold;
mod justify;
mod letter;
mod span;
mod syllable;
mod typing;
mod width;
mod wrap;

pub(crate) use clean::are_clean;
pub use clean::{CleanText, clean, clean_line, is_visible, single_spaced};
pub use fold::{Folded, fold, fold_char, fold_str};
pub use justify::justify;
pub use letter::{Letter, Mark, ToneSet, letter};
pub use span::Span;
pub use syllable::{Fit, Syllable, words};
pub use typing::{Typing, decode};
pub use width::{cut, cut_to_end, shorten, width};
pub use wrap::wrap;
