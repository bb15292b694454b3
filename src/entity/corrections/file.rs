//! The file of corrections: TOML, one table for each, the oldest first. What is said later is
//! added at the end, so that nothing that is there is ever lost.

use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Serialize};
use toml::de::DeTable;

use super::Correction;
use crate::text::{CleanText, clean_line};

/// Represents a table of the file that says nothing that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// Its line, from 1.
    pub line: usize,
    /// What is wrong.
    pub why: CleanText,
}

#[derive(Serialize)]
struct Entry<'c> {
    correction: [&'c Correction; 1],
}

/// Reads a file of corrections; a table that cannot be understood does not stop the others.
///
/// # Errors
/// If it is no TOML: then nothing of it is known.
pub fn parse(text: &str) -> Result<(Vec<Correction>, Vec<Broken>), Broken> {
    let broken = |error: &toml::de::Error, span: Option<Range<usize>>| Broken {
        line: line_of(text, error.span().or(span)),
        why: clean_line(error.message()),
    };
    let table = DeTable::parse(text).map_err(|error| broken(&error, None))?;
    let (mut corrections, mut wrong) = (Vec::new(), Vec::new());
    let entries = table.get_ref().get("correction").and_then(|all| all.get_ref().as_array());
    for entry in entries.into_iter().flatten() {
        let span = Some(entry.span());
        match Correction::deserialize(toml::de::ValueDeserializer::from(entry.clone())) {
            Ok(correction) => corrections.push(correction),
            Err(error) => wrong.push(broken(&error, span)),
        }
    }
    Ok((corrections, wrong))
}

fn line_of(text: &str, span: Option<Range<usize>>) -> usize {
    let start = span.map_or(0, |span| span.start).min(text.len());
    text.get(..start).unwrap_or(text).matches('\n').count() + 1
}

impl fmt::Display for Correction {
    /// Writes it as it stands in the file.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let written = toml::to_string(&Entry { correction: [self] }).map_err(|_| fmt::Error)?;
        write!(f, "\n{written}")
    }
}
