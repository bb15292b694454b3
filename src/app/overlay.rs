//! Screens that lie over the others: help, and what could not be read.

use super::Phrase;

/// Lists what can be typed in the search line: an example, and what it finds. Help shows it below
/// the keys.
pub const QUERY_HELP: &[(&str, Phrase<'static>)] = &[
    ("lam dong", Phrase::QueryMarksFree),
    ("lâm", Phrase::QueryMarksBind),
    ("dong lam", Phrase::QueryAllWords),
    ("btqp  lamdong", Phrase::QueryInitials),
    ("ubnd  tphcm", Phrase::QueryAbbreviations),
    ("Laam DDoongf", Phrase::QueryTelex),
    ("phogn", Phrase::QueryTypo),
    ("\"an ninh mạng\"", Phrase::QueryPhrase),
    ("-covid", Phrase::QueryNot),
    ("'hòa", Phrase::QueryExact),
    ("@\"lam dong\"", Phrase::QueryEntity),
    ("kind:person lam", Phrase::QueryKind),
    ("date:2022-06..2023-04", Phrase::QueryDate),
];

/// Names what an overlay shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OverlayKind {
    /// All actions with their keys.
    Help,
    /// What can be typed into the search line.
    Queries,
    /// All diagnostics of loading.
    Diagnostics,
}

/// Represents an open overlay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overlay {
    /// What it shows.
    pub kind: OverlayKind,
    /// The first line on the screen.
    pub top: usize,
}
