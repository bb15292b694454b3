//! The corpus layer: articles, how they are parsed from the forms that holders of corpora have, and
//! the immutable segments that they are kept in.
//!
//! It reads from `io::Read` traits but opens no file, starts no thread and asks no clock; the loader
//! at the edge does that.

mod article;
mod byline;
mod caption;
mod date;
mod decode;
mod diagnostic;
mod format;
mod kept;
mod key;
mod lines;
mod parse;
mod parts;
mod records;
mod revision;
mod seeds;
mod segment;
mod sentence;
mod source;
mod title;
mod withdrawn;
mod zstd;

pub use article::{Article, TitleOrigin};
pub use date::Date;
pub use decode::{Decoded, Fault, decode};
pub use diagnostic::{Diagnostic, Severity};
pub use key::ArticleKey;
pub use parse::{Parsed, parse_record};
pub use records::{LONGEST_RECORD, Record, Records, Shape, unreadable};
pub use revision::{Arrived, Changes, Comparison, Revision, moved};
pub use seeds::SEEDS;
pub use segment::{ArticleNo, Corpus, Segment};
pub use source::Source;
pub use withdrawn::Withdrawn;
