//! What tells a corpus from others, and from itself at another time: the paths as they were given
//! and as they are, and size and times of each file; and which program it was computed by, told by
//! what is in its file and not by the times of that.

use std::env::current_exe;
use std::fs::{self, Metadata};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::sync::OnceLock;
use std::time::{Duration, SystemTime};

use crate::bytes::Writer;
use crate::entity::Tagger;
use crate::runtime::loader::Input;
use crate::runtime::loader::walk::{Found, Walk};

/// Sets how long a file must have been left alone: clocks of file systems stand still for some
/// milliseconds, and a file that changes twice in that time looks as if it had changed once.
const SETTLED: Duration = Duration::from_millis(50);

/// Represents the inputs and the program at one time.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Identity {
    /// The paths, as they are shown.
    pub paths: Vec<String>,
    /// Everything that must be the same.
    pub bytes: Vec<u8>,
    /// The hash of the paths.
    name: u64,
    settled: Settled,
}

/// Tells whether all files had been left alone for a while; it does not count for equality.
#[derive(Debug)]
struct Settled(bool);

impl PartialEq for Settled {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Settled {}

impl Identity {
    /// Looks at the inputs; gives nothing when one of them is no file or folder that can be read.
    pub fn of(inputs: &[Input]) -> Option<Self> {
        let mut found =
            Self { paths: Vec::new(), bytes: Vec::new(), name: 0, settled: Settled(true) };
        let mut writer = Writer::new(Vec::new());
        let mut hasher = DefaultHasher::new();
        for input in inputs {
            let Input::Path(path) = input else { return None };
            let real = fs::canonicalize(path).ok()?;
            (path.as_os_str(), real.as_os_str()).hash(&mut hasher);
            write_path(&mut writer, path);
            write_path(&mut writer, &real);
            found.paths.push(real.to_string_lossy().into_owned());
            found.settled.0 &= write_files(&mut writer, path)?;
        }
        write_program(&mut writer)?;
        found.name = hasher.finish();
        found.bytes = writer.finish().ok()?;
        Some(found)
    }

    /// Gives the name of the file that is kept: the same for the same paths, so that what is newly
    /// computed takes the place of what is out of date.
    pub fn file_name(&self) -> String {
        format!("{:016x}.kept", self.name)
    }

    /// Tells whether what is read after this was looked at can be told from any later change.
    pub const fn is_settled(&self) -> bool {
        self.settled.0
    }
}

/// Adds the version, the training of the tagger, and length and checksum of the program: each build
/// may compute something else, and a copy of it computes the same.
fn write_program(writer: &mut Writer<Vec<u8>>) -> Option<()> {
    static PROGRAM: OnceLock<Option<(u64, u32)>> = OnceLock::new();
    let sum = || {
        let program = fs::read(current_exe().ok()?).ok()?;
        Some((program.len() as u64, crc32fast::hash(&program)))
    };
    let (length, checksum) = (*PROGRAM.get_or_init(sum))?;
    let origin = Tagger::shared().origin();
    writer.text(env!("CARGO_PKG_VERSION"));
    writer.number(origin.corpus);
    writer.number(origin.features);
    writer.number(length);
    writer.number(checksum);
    Some(())
}

/// Adds the files at a path in load order; tells whether all of them have settled.
fn write_files(writer: &mut Writer<Vec<u8>>, path: &Path) -> Option<bool> {
    let mut settled = true;
    for found in Walk::new(path.to_owned()) {
        match found {
            Found::File(path, _) => {
                let metadata = fs::metadata(&path).ok()?;
                settled &= has_settled(&metadata);
                writer.number(0_u8);
                write_path(writer, &path);
                write_metadata(writer, &metadata);
            }
            Found::Skipped(path, why) => {
                writer.number(1_u8);
                write_path(writer, &path);
                writer.text(&why);
            }
            Found::Failed(..) => return None,
        }
    }
    Some(settled)
}

fn write_path(writer: &mut Writer<Vec<u8>>, path: &Path) {
    writer.list(path.as_os_str().as_bytes().iter().copied());
}

/// Adds size and times; the time of the last change of any kind tells what a set time hides.
fn write_metadata(writer: &mut Writer<Vec<u8>>, metadata: &Metadata) {
    writer.number(metadata.len());
    let times = [metadata.mtime(), metadata.mtime_nsec(), metadata.ctime(), metadata.ctime_nsec()];
    for time in times {
        writer.number(time.cast_unsigned());
    }
}

fn has_settled(metadata: &Metadata) -> bool {
    let seconds = u64::try_from(metadata.ctime()).unwrap_or(0);
    let nanoseconds = u64::try_from(metadata.ctime_nsec()).unwrap_or(0);
    let changed = Duration::from_secs(seconds) + Duration::from_nanos(nanoseconds);
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    now.saturating_sub(changed) >= SETTLED
}
