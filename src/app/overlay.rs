//! Screens that lie over the others: help, and what could not be read.

/// Names what an overlay shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OverlayKind {
    /// All actions with their keys.
    Help,
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
