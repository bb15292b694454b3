//! Files that only grow: what was read of one is not read again.
//!
//! It counts as grown when it is still the same file, no shorter than before, and what stood at its
//! end before stands there now. What is changed in place before that, and in the same moment added to,
//! is not seen until the file changes in another way: to see it, all of it would have to be read each
//! time that a line is added.

use std::fs::{File, Metadata};
use std::io;
use std::os::unix::fs::{FileExt, MetadataExt};

/// Limits the bytes before the end that must be as they were.
const CHECKED: u64 = 64 << 10;

/// Remembers how far a file with a record on each line was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tail {
    identity: (u64, u64),
    stamp: Stamp,
    /// The byte up to which it was read: no record goes on behind it.
    pub end: u64,
    /// The lines before that.
    pub lines: u64,
    checked: u64,
    sum: u32,
}

/// Holds what tells that a file was not touched at all: its length, and the times of its last change.
type Stamp = (u64, i64, i64, i64, i64);

fn stamp(of: &Metadata) -> Stamp {
    (of.len(), of.mtime(), of.mtime_nsec(), of.ctime(), of.ctime_nsec())
}

impl Tail {
    /// Remembers a file that was read up to the byte `read`, with so many lines. A last line that has
    /// no end yet and could not be read will be read again.
    pub fn new(
        file: &File,
        before: &Metadata,
        (read, lines): (u64, u64),
        last_is_whole: bool,
    ) -> io::Result<Option<Self>> {
        let bytes = bytes_before(file, read, CHECKED)?;
        let open = match memchr::memrchr(b'\n', &bytes) {
            Some(at) => bytes.len() - at - 1,
            // A line that is longer than what is looked at: all is read again.
            None if read > bytes.len() as u64 => return Ok(None),
            None => bytes.len(),
        };
        let left = if last_is_whole { 0 } else { open };
        let kept = &bytes[..bytes.len() - left];
        Ok(Some(Self {
            identity: (before.dev(), before.ino()),
            stamp: stamp(before),
            end: read - left as u64,
            // The rest of a line that was read, though it has no end, is that line and not the next.
            lines: lines - u64::from(open > 0),
            checked: kept.len() as u64,
            sum: crc32fast::hash(kept),
        }))
    }

    /// Tells whether the file was not touched since.
    pub fn is_untouched(&self, now: &Metadata) -> bool {
        self.identity == (now.dev(), now.ino()) && self.stamp == stamp(now)
    }

    /// Tells whether the file has only grown since.
    pub fn has_grown(&self, file: &File, now: &Metadata) -> bool {
        let same = self.identity == (now.dev(), now.ino()) && now.len() > self.stamp.0;
        same && bytes_before(file, self.end, self.checked)
            .is_ok_and(|bytes| crc32fast::hash(&bytes) == self.sum)
    }
}

/// Gives the bytes before a place, at most `most`.
fn bytes_before(file: &File, end: u64, most: u64) -> io::Result<Vec<u8>> {
    let length = end.min(most);
    let mut bytes = vec![0; length as usize];
    file.read_exact_at(&mut bytes, end - length)?;
    Ok(bytes)
}
