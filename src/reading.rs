//! What is remembered of the reader: how far each article was read, which have a star, what was
//! searched for, and where one was. Plain data and its text form; the files are kept at the edge.

mod entry;
mod log;
mod mark;
mod memory;
mod pace;
mod session;

pub use entry::Entry;
pub use log::{HEAD, Log, VERSION, read_log};
pub use mark::{Mark, Progress};
pub use memory::Memory;
pub use pace::{WORDS_A_MINUTE, minutes};
pub use session::{Group, KeptChip, PageStyle, Session, Sort, ThemeName};
