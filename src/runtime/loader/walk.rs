//! Finds the files of a folder, in the byte order of their paths, one folder at a time: a million
//! files are never held at once, and none is opened here.

use std::collections::VecDeque;
use std::ffi::{OsStr, OsString};
use std::fs::{self, Metadata, read_dir};
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::spawn;

use super::{Input, Stop};

/// Represents a file, or why there is none at a path.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::runtime) enum Found {
    /// A regular file and its size.
    File(PathBuf, u64),
    /// Something that is passed over, and why.
    Skipped(PathBuf, String),
    /// Something that cannot be looked at, and why.
    Failed(PathBuf, String),
}

/// Represents the entries of one folder that were not yet given.
struct Folder {
    path: PathBuf,
    names: VecDeque<Name>,
}

/// Represents one entry of a folder.
struct Name {
    /// The name as it counts for the order: a folder's ends in `/`.
    key: Vec<u8>,
    name: OsString,
}

/// Represents the files under one path that were not yet found.
pub(in crate::runtime) struct Walk {
    start: Option<PathBuf>,
    entry: Option<PathBuf>,
    folders: Vec<Folder>,
}

impl Walk {
    /// Starts at a path, which may be a file, a folder, or a link to one.
    pub fn new(start: PathBuf) -> Self {
        Self { start: Some(start), entry: None, folders: Vec::new() }
    }

    /// Starts at the entry of a folder, which may be a file or a folder.
    pub fn of_entry(entry: PathBuf) -> Self {
        Self { start: None, entry: Some(entry), folders: Vec::new() }
    }

    /// Looks at a path that was given: a link is followed wherever it leads.
    fn look_at_start(&mut self, path: PathBuf) -> Option<Found> {
        match fs::metadata(&path) {
            Ok(metadata) if metadata.is_dir() => self.enter(path),
            Ok(metadata) => Some(file(path, &metadata)),
            Err(error) => Some(failed(path, &error)),
        }
    }

    /// Looks at an entry of a folder: a link to a folder is not followed, so that no loop can be.
    fn look_at(&mut self, path: PathBuf) -> Option<Found> {
        let found = fs::symlink_metadata(&path).and_then(|own| Ok((own, fs::metadata(&path)?)));
        match found {
            Ok((own, target)) if own.is_symlink() && target.is_dir() => {
                Some(Found::Skipped(path, "is skipped: it is a link to a folder".into()))
            }
            Ok((_, target)) if target.is_dir() => self.enter(path),
            Ok((_, target)) => Some(file(path, &target)),
            Err(error) => Some(failed(path, &error)),
        }
    }

    /// Reads the names in a folder; gives what is wrong with it, if anything.
    fn enter(&mut self, path: PathBuf) -> Option<Found> {
        match names(&path) {
            Ok(names) => {
                self.folders.push(Folder { path, names });
                None
            }
            Err(error) => Some(failed(path, &error)),
        }
    }

    /// Takes the next path off the folders.
    fn next_path(&mut self) -> Option<PathBuf> {
        if let Some(entry) = self.entry.take() {
            return Some(entry);
        }
        loop {
            let folder = self.folders.last_mut()?;
            if let Some(entry) = folder.names.pop_front() {
                return Some(folder.path.join(entry.name));
            }
            self.folders.pop();
        }
    }
}

impl Iterator for Walk {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        if let Some(start) = self.start.take()
            && let Some(found) = self.look_at_start(start)
        {
            return Some(found);
        }
        loop {
            let path = self.next_path()?;
            if let Some(found) = self.look_at(path) {
                return Some(found);
            }
        }
    }
}

/// Gives the names in a folder that are not hidden, in the byte order of the paths.
fn names(path: &Path) -> io::Result<VecDeque<Name>> {
    let mut names = Vec::new();
    for entry in read_dir(path)? {
        // An entry that cannot be read does not hide the others.
        let Ok(entry) = entry else { continue };
        let name = entry.file_name();
        if is_hidden(&name) {
            continue;
        }
        let mut key = name.as_bytes().to_vec();
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            key.push(b'/');
        }
        names.push(Name { key, name });
    }
    names.sort_unstable_by(|one, other| one.key.cmp(&other.key));
    Ok(names.into())
}

/// Tells whether what has this name is not read.
pub(in crate::runtime) fn is_hidden(name: &OsStr) -> bool {
    name.as_bytes().starts_with(b".")
}

/// Gives a file, when it is one: opening a pipe or a device could wait for ever.
fn file(path: PathBuf, metadata: &Metadata) -> Found {
    if metadata.is_file() {
        Found::File(path, metadata.len())
    } else {
        Found::Skipped(path, "is skipped: it is not a regular file".into())
    }
}

/// Tells why a path cannot be looked at.
fn failed(path: PathBuf, error: &io::Error) -> Found {
    Found::Failed(path, format!("cannot be read: {error}"))
}

/// Adds the sizes of all files up in a thread of its own; the sum is 0 until it is known.
pub(super) fn total_in_background(inputs: Vec<Input>, stop: Stop) -> Arc<AtomicU64> {
    let total = Arc::new(AtomicU64::new(0));
    let shared = Arc::clone(&total);
    spawn(move || {
        if let Some(bytes) = total_bytes(inputs, &stop) {
            shared.store(bytes, Ordering::Relaxed);
        }
    });
    total
}

/// Adds the sizes of all files up; gives nothing when one of the inputs has no size.
fn total_bytes(inputs: Vec<Input>, stop: &Stop) -> Option<u64> {
    let mut total = 0;
    for input in inputs {
        let Input::Path(path) = input else { return None };
        for found in Walk::new(path) {
            if stop.is_set() {
                return None;
            }
            if let Found::File(_, size) = found {
                total += size;
            }
        }
    }
    Some(total)
}
