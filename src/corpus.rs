//! The corpus layer: articles, how they are parsed from the forms that holders of corpora have, and
//! the immutable segments that they are kept in.
//!
//! It reads from `io::Read` traits but opens no file, starts no thread and asks no clock; the loader
//! at the edge does that.

mod article;
mod date;
mod diagnostic;
mod segment;

pub use article::{Article, TitleOrigin};
pub use date::Date;
pub use diagnostic::{Diagnostic, Severity};
pub use segment::{ArticleNo, Corpus, Segment};
