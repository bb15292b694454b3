//! What is remembered of one article.

/// Tells how far an article has been read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Progress {
    /// Not at all.
    #[default]
    Unread,
    /// Up to some place.
    Reading,
    /// To its end, or for most of the time that it takes.
    Read,
}

/// Holds what is remembered of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Mark {
    /// Whether it has a star.
    pub star: bool,
    /// Whether it was read; what is read stays so until one says otherwise.
    pub read: bool,
    /// The byte of its text that stood at the top of the screen, 0 for its beginning.
    pub at: u32,
}

impl Mark {
    /// Tells how far the article has been read.
    pub const fn progress(self) -> Progress {
        match self {
            Self { read: true, .. } => Progress::Read,
            Self { at: 0, .. } => Progress::Unread,
            _ => Progress::Reading,
        }
    }

    /// Gives where one goes on reading: what was read begins anew.
    pub fn place(self) -> Option<u32> {
        (self.progress() == Progress::Reading).then_some(self.at)
    }
}
