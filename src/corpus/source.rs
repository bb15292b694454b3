//! The names of the place that articles come from.

use super::format::{Ending, by_ending, unpacked_name};
use crate::text::{CleanText, clean_line};

/// Represents one file, or another source of bytes, by its names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The path as it is shown to the user.
    pub shown: CleanText,
    /// The file name without folders and known endings, for the ids of articles.
    pub stem: CleanText,
    pub(super) ending: Ending,
}

impl Source {
    /// Makes the names of a path, in which `/` divides folders; `path` is outside text.
    pub fn new(path: &str) -> Self {
        let file = path.rsplit('/').next().unwrap_or(path);
        let name = unpacked_name(file);
        let ending = by_ending(name);
        let stem = match (ending, name.rsplit_once('.')) {
            (Ending::Known(_), Some((stem, _))) if !stem.is_empty() => stem,
            _ => name,
        };
        // File names may hold line breaks.
        Self { shown: clean_line(path), stem: clean_line(stem), ending }
    }
}

#[cfg(test)]
mod tests {
    use super::Source;

    fn check(path: &str, shown: &str, stem: &str) {
        let source = Source::new(path);
        assert_eq!((&*source.shown, &*source.stem), (shown, stem));
    }

    #[test]
    fn a_path_has_a_name_to_show_and_a_stem() {
        check("báo/2023/a.txt", "báo/2023/a.txt", "a");
        check("a.jsonl.zst", "a.jsonl.zst", "a");
        check("a.b.MD.gz", "a.b.MD.gz", "a.b");
        check("a.sgm", "a.sgm", "a.sgm");
        check("stdin", "stdin", "stdin");
        check("x/.txt", "x/.txt", ".txt");
        check("a\nb.txt", "a b.txt", "a b");
    }
}
