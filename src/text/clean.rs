//! The one door for outside text (to be written).

/// Represents text that has passed [`clean`].
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct CleanText(Box<str>);

impl std::ops::Deref for CleanText {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

/// Cleans outside text.
pub fn clean(raw: &str) -> CleanText {
    CleanText(raw.into())
}
