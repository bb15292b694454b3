//! The file, the lock beside it, and the half-written file that takes its place.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::process::id;
use std::thread::sleep;
use std::time::Duration;

use crate::reading::{Entry, HEAD, read_log};
use crate::runtime::loader::input::open;

/// The file, and the one that is locked for it: the file itself may be replaced.
const LOG: &str = "reading.log";
const LOCK: &str = "reading.lock";

/// Ends the name of a file that is not whole yet.
const HALF: &str = ".half";

/// Limits the bytes that are read: more than a million articles are remembered in.
const MOST: u64 = 256 << 20;

/// Sets from how many bytes on the file is written anew, when it is so many times as long as it need
/// be.
const GROWN: (usize, usize) = (64 << 10, 4);

/// Sets how often it is asked for a lock that nobody should hold for long, and the time between.
const PATIENCE: (u32, Duration) = (40, Duration::from_millis(1));

/// Limits the files that were set aside.
const MOST_ASIDE: u32 = 9_999;

/// Tells why a file was not set aside.
#[derive(Debug)]
pub(super) enum Refused {
    /// It is not there any more, or can be gone on with by now.
    Gone,
    /// The system does not let it be.
    Failed(io::Error),
}

impl From<io::Error> for Refused {
    fn from(error: io::Error) -> Self {
        Self::Failed(error)
    }
}

/// Represents the folder of the file.
#[derive(Debug)]
pub(super) struct Place {
    folder: PathBuf,
}

impl Place {
    pub const fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Gives the path of the file.
    pub fn log(&self) -> PathBuf {
        self.folder.join(LOG)
    }

    /// Reads the file; one that is not there is empty. Who is just writing is waited for a moment.
    pub fn read(&self) -> io::Result<Vec<u8>> {
        let lock = File::open(self.folder.join(LOCK)).ok();
        let _held = lock.as_ref().map(|lock| patiently(|| lock.try_lock_shared()));
        self.bytes()
    }

    fn bytes(&self) -> io::Result<Vec<u8>> {
        let file = match open(&self.log()) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            file => file?,
        };
        let mut bytes = Vec::new();
        file.take(MOST + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > MOST {
            return Err(io::Error::other("it is too long"));
        }
        Ok(bytes)
    }

    /// Adds lines at the end. They begin with an empty one: what stands before may have been cut.
    pub fn append(&self, lines: &str) -> io::Result<()> {
        DirBuilder::new().recursive(true).mode(0o700).create(&self.folder)?;
        let lock = self.lock_file()?;
        let _held = lock.lock();
        let mut file = OpenOptions::new().append(true).create(true).mode(0o600).open(self.log())?;
        let head = if file.metadata()?.len() == 0 { HEAD } else { "" };
        file.write_all(format!("{head}\n{lines}").as_bytes())
    }

    /// Waits until what was added is on the disk.
    pub fn sync(&self) -> io::Result<()> {
        File::open(self.log())?.sync_data()
    }

    /// Opens the lock. Systems that know none do without.
    fn lock_file(&self) -> io::Result<File> {
        let path = self.folder.join(LOCK);
        OpenOptions::new().write(true).create(true).truncate(false).mode(0o600).open(path)
    }

    /// Gives the file another name; gives that.
    pub fn set_aside(&self) -> Result<String, Refused> {
        let lock = self.lock_file()?;
        patiently(|| lock.try_lock())?;
        if !read_log(&self.bytes()?).is_foreign() {
            return Err(Refused::Gone);
        }
        let name = |number: u32| format!("{LOG}.aside-{number}");
        let free = (1..=MOST_ASIDE).map(name).find(|name| !self.folder.join(name).exists());
        let free = free.ok_or_else(|| io::Error::other("too many were set aside before"))?;
        fs::rename(self.log(), self.folder.join(&free))?;
        Ok(free)
    }

    /// Writes the file anew when it has grown much or has lines that are damaged, and removes what
    /// was left by programs that were ended while they did so. Somebody else may be at it: then it
    /// is left to them.
    pub fn tidy(&self) -> io::Result<()> {
        let Ok(lock) = self.lock_file() else { return Ok(()) };
        if lock.try_lock().is_err() {
            return Ok(());
        }
        for half in self.halves() {
            fs::remove_file(half)?;
        }
        let bytes = self.bytes()?;
        let log = read_log(&bytes);
        if log.is_foreign() || (log.damaged == 0 && bytes.len() < GROWN.0) {
            return Ok(());
        }
        let fewest = fewest(log.memory.entries());
        if log.damaged == 0 && bytes.len() < GROWN.1 * fewest.len() {
            return Ok(());
        }
        let half = self.folder.join(format!("{LOG}.{}{HALF}", id()));
        let written = write_new(&half, &fewest).and_then(|()| fs::rename(&half, self.log()));
        if written.is_err() {
            let _ = fs::remove_file(&half);
        }
        written?;
        File::open(&self.folder)?.sync_all()
    }

    /// Gives the files that are not whole.
    fn halves(&self) -> Vec<PathBuf> {
        let files = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let is_half = |file: &fs::DirEntry| {
            let name = file.file_name();
            let name = name.to_string_lossy();
            name.starts_with(LOG) && name.ends_with(HALF)
        };
        files.filter(is_half).map(|file| file.path()).collect()
    }
}

/// Writes entries as a whole file.
fn fewest(entries: impl Iterator<Item = Entry>) -> String {
    let mut text = HEAD.to_owned();
    entries.for_each(|entry| entry.write(&mut text));
    text
}

fn write_new(path: &Path, text: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// Asks for a lock some times.
fn patiently(take: impl Fn() -> Result<(), TryLockError>) -> io::Result<()> {
    for _ in 0..PATIENCE.0 {
        match take() {
            Err(TryLockError::WouldBlock) => sleep(PATIENCE.1),
            Err(TryLockError::Error(error)) => return Err(error),
            Ok(()) => return Ok(()),
        }
    }
    Err(io::Error::other("another docbao is writing it"))
}
