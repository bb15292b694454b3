//! The log as text: a line that names the version, and a line for each entry, in any order that keeps
//! those of one article in theirs. A damaged line costs that line.

use super::{Entry, Memory};

/// Stands on the first line of a log, before the version.
const NAME: &str = "docbao-reading ";

/// Counts the forms of the log; one with a higher number is of a newer program.
pub const VERSION: u32 = 1;

/// The first line of a log.
pub const HEAD: &str = "docbao-reading 1\n";

/// Holds what was read of a log.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Log {
    /// What is remembered.
    pub memory: Memory,
    /// The lines that are damaged.
    pub damaged: usize,
    /// The lines that are whole, the head included.
    pub whole: usize,
    /// The version of the newer program that wrote it.
    pub newer: Option<u32>,
}

impl Log {
    /// Tells whether the log cannot be gone on with: it is of a newer program, or nothing of it is
    /// whole.
    pub const fn is_foreign(&self) -> bool {
        self.newer.is_some() || (self.whole == 0 && self.damaged > 0)
    }
}

/// Reads a log, whatever it holds.
pub fn read_log(bytes: &[u8]) -> Log {
    let mut log = Log::default();
    for line in bytes.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()) {
        match (version(line), Entry::body(line)) {
            (Some(version), _) if version > VERSION => log.newer = log.newer.max(Some(version)),
            (Some(_), _) => log.whole += 1,
            (None, Some(body)) => {
                log.whole += 1;
                if let Some(entry) = Entry::of(body) {
                    log.memory.apply(entry);
                }
            }
            (None, None) => log.damaged += 1,
        }
    }
    log
}

/// Reads a line that names a version.
fn version(line: &[u8]) -> Option<u32> {
    let number = str::from_utf8(line.strip_prefix(NAME.as_bytes())?).ok()?;
    number.parse().ok()
}

#[cfg(test)]
mod tests;
