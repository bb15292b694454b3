//! The files that are kept: what they are, and which of them go.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::contents::Contents;
use crate::runtime::environment::cache_folder;
use crate::text::{CleanText, clean_line};

/// Sets how long a file may be half written; then whoever wrote it is gone.
const HALF: Duration = Duration::from_hours(1);

/// Represents a file that is kept.
#[derive(Debug)]
pub struct Kept {
    /// The paths of the corpus; none when the file cannot be read.
    pub paths: Vec<CleanText>,
    /// The number of articles.
    pub articles: u64,
    /// The bytes of the file.
    pub bytes: u64,
    /// When it was last written or read.
    pub used: SystemTime,
    file: PathBuf,
}

/// Lists the files in the user's folder, the last used one first.
///
/// # Errors
/// If the folder cannot be read.
pub fn list() -> io::Result<Vec<Kept>> {
    cache_folder().map_or_else(|| Ok(Vec::new()), |folder| files(&folder, "kept"))
}

/// Removes all files from the user's folder; tells how many.
///
/// # Errors
/// If the folder cannot be read or a file cannot be removed.
pub fn clear() -> io::Result<usize> {
    let Some(folder) = cache_folder() else { return Ok(0) };
    let kept = files(&folder, "kept")?;
    kept.iter().chain(&files(&folder, "half")?).try_for_each(|it| fs::remove_file(&it.file))?;
    Ok(kept.len())
}

/// Removes the files that were not used for longest, until what is left is small enough, and those
/// that nobody writes on.
pub(super) fn limit(folder: &Path, most: u64) -> io::Result<()> {
    let mut total = 0;
    for kept in files(folder, "kept")? {
        total += kept.bytes;
        if total > most {
            fs::remove_file(kept.file)?;
        }
    }
    let left = files(folder, "half")?;
    let old = |it: &&Kept| it.used.elapsed().is_ok_and(|age| age > HALF);
    left.iter().filter(old).try_for_each(|it| fs::remove_file(&it.file))
}

/// Finds the files with an ending, the last used one first.
fn files(folder: &Path, ending: &str) -> io::Result<Vec<Kept>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut found = Vec::new();
    for entry in entries {
        let file = entry?.path();
        if file.extension().is_some_and(|it| it == ending) {
            found.extend(look_at(file));
        }
    }
    found.sort_by(|one, other| (other.used, &one.file).cmp(&(one.used, &other.file)));
    Ok(found)
}

/// Looks at a file; one that is gone by now is none.
fn look_at(path: PathBuf) -> Option<Kept> {
    let metadata = fs::symlink_metadata(&path).ok().filter(fs::Metadata::is_file)?;
    let bytes = metadata.len();
    let head = File::open(&path).ok().and_then(|file| Contents::read(&file, bytes));
    let paths = head.as_ref().map(|head| head.paths.iter().map(|path| clean_line(path)).collect());
    Some(Kept {
        paths: paths.unwrap_or_default(),
        articles: head.map_or(0, |head| head.articles),
        bytes,
        used: metadata.modified().ok()?,
        file: path,
    })
}
