//! Opens one input without ever waiting on something that is no file, and counts what is read.

use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use rustix::fs::OFlags;

/// Opens a regular file.
///
/// # Errors
/// If it cannot be opened, or is something else.
pub(in crate::runtime) fn open(path: &Path) -> io::Result<File> {
    // Without this flag, opening a pipe that took the file's place would wait for a writer.
    let flags = OFlags::NONBLOCK.bits().cast_signed();
    let file = OpenOptions::new().read(true).custom_flags(flags).open(path)?;
    if file.metadata()?.is_file() {
        Ok(file)
    } else {
        Err(io::Error::other("it is not a regular file"))
    }
}

/// Represents a reader that adds what it reads to a count.
pub(in crate::runtime) struct Counted<'c, R> {
    pub inner: R,
    pub count: &'c AtomicU64,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.inner.read(buffer)?;
        self.count.fetch_add(length as u64, Ordering::Relaxed);
        Ok(length)
    }
}
