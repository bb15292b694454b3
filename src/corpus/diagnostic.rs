//! What went wrong while reading a corpus: data for the reader to show, never a reason to stop.

use std::fmt;

use crate::text::{CleanText, clean, single_spaced};

/// Tells how much was lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Everything was loaded, but not as it stood in the source.
    Warning,
    /// A file, or one article of it, was not loaded.
    Error,
}

/// Represents one complaint about one place of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// How much was lost.
    pub severity: Severity,
    /// The file, as it is shown to the user.
    pub file: CleanText,
    /// The line, counted from 1, when the complaint is about one line.
    pub line: Option<u64>,
    /// What is wrong, as a sentence without a final period.
    pub message: CleanText,
}

impl Diagnostic {
    /// Makes an error about a file; `message` may hold outside text.
    pub fn error(file: &CleanText, line: Option<u64>, message: &str) -> Self {
        Self { severity: Severity::Error, file: file.clone(), line, message: one_line(message) }
    }

    /// Makes a warning about a file; `message` may hold outside text.
    pub fn warning(file: &CleanText, line: Option<u64>, message: &str) -> Self {
        Self { severity: Severity::Warning, ..Self::error(file, line, message) }
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", &*self.file, &*self.message),
            None => write!(f, "{}: {}", &*self.file, &*self.message),
        }
    }
}

/// Cleans a message and takes the line breaks out, so that one complaint is one line.
fn one_line(message: &str) -> CleanText {
    clean(&single_spaced(&clean(message)))
}

#[cfg(test)]
mod tests {
    use super::Diagnostic;
    use crate::text::clean;

    fn check(line: Option<u64>, message: &str, expected: &str) {
        assert_eq!(Diagnostic::error(&clean("báo.jsonl"), line, message).to_string(), expected);
    }

    #[test]
    fn shows_the_place_and_the_message_on_one_line() {
        check(None, "is empty", "báo.jsonl: is empty");
        check(Some(7), "no text", "báo.jsonl:7: no text");
        check(Some(7), "two\nlines\r\n here", "báo.jsonl:7: two lines here");
    }
}
