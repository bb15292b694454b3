//! The reader: opens one input after the other, cuts it into records and hands them out in batches.

use std::io::{BufRead, BufReader, stdin};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::SyncSender;
use std::time::{Duration, Instant};

use super::batch::{Batch, Item, ReadSoFar};
use super::input::{Counted, open};
use super::walk::{Found, Walk};
use super::{Input, Stop};
use crate::corpus::{Diagnostic, Records, SEEDS, Source};

/// The items of a full batch.
const ITEMS: usize = 256;
/// The bytes of a full batch.
const BYTES: usize = 1 << 20;
/// How long a batch may be filled.
const WAIT: Duration = Duration::from_millis(20);
/// The items of the first batch, which the first segment waits for.
const FIRST_ITEMS: usize = 64;
/// The buffer in front of a file.
const BUFFER: usize = 128 << 10;

/// Represents the reader and the batch that it fills.
pub(super) struct Reader {
    batches: SyncSender<Batch>,
    permits: SyncSender<()>,
    stop: Stop,
    number: u64,
    items: Vec<Item>,
    bytes: usize,
    since: Instant,
    files: u64,
    read: Arc<AtomicU64>,
}

impl Reader {
    /// Makes a reader that waits for a permit before it sends a batch.
    pub fn new(batches: SyncSender<Batch>, permits: SyncSender<()>, stop: Stop) -> Self {
        let since = Instant::now();
        let read = Arc::default();
        Self {
            batches,
            permits,
            stop,
            number: 0,
            items: Vec::new(),
            bytes: 0,
            since,
            files: 0,
            read,
        }
    }

    /// Reads all inputs.
    pub fn run(mut self, inputs: &[Input]) {
        for input in inputs {
            match input {
                Input::Seeds => {
                    for (name, bytes) in SEEDS {
                        self.read_source(name, bytes);
                    }
                }
                Input::Stdin => {
                    let read = Arc::clone(&self.read);
                    let counted = Counted { inner: stdin(), count: &read };
                    self.read_source("stdin", BufReader::with_capacity(BUFFER, counted));
                }
                Input::Path(path) => self.read_path(path.clone()),
            }
        }
        self.send();
    }

    /// Reads a file, or the files of a folder.
    fn read_path(&mut self, path: PathBuf) {
        for found in Walk::new(path) {
            if self.stop.is_set() {
                return;
            }
            match found {
                Found::File(path, _) => self.read_file(&path),
                Found::Skipped(path, why) => {
                    self.complain(Diagnostic::warning(
                        &Source::new(&shown(&path)).shown,
                        None,
                        &why,
                    ));
                }
                Found::Failed(path, why) => {
                    self.complain(Diagnostic::error(&Source::new(&shown(&path)).shown, None, &why));
                }
            }
        }
    }

    /// Reads a regular file.
    fn read_file(&mut self, path: &Path) {
        let name = shown(path);
        match open(path) {
            Ok(file) => {
                let read = Arc::clone(&self.read);
                let counted = Counted { inner: file, count: &read };
                self.read_source(&name, BufReader::with_capacity(BUFFER, counted));
            }
            Err(error) => {
                let message = format!("cannot be read: {error}");
                self.complain(Diagnostic::error(&Source::new(&name).shown, None, &message));
            }
        }
    }

    /// Reads the records of one source; a panic of a decompressor costs the rest of the source.
    fn read_source(&mut self, name: &str, input: impl BufRead) {
        self.files += 1;
        let source = Arc::new(Source::new(name));
        // Items are only pushed whole, so a panic leaves the batch as it was.
        let read = catch_unwind(AssertUnwindSafe(|| self.read_records(&source, input)));
        if read.is_err() {
            let message = "is not read on: its reader failed (a bug)";
            self.complain(Diagnostic::error(&source.shown, None, message));
        }
    }

    /// Reads the records of one source until its end or that of the load.
    fn read_records(&mut self, source: &Arc<Source>, input: impl BufRead) {
        let records = match Records::open(source, input) {
            Ok(records) => records,
            Err(diagnostic) => return self.complain(diagnostic),
        };
        let before = self.count();
        for record in records {
            match record {
                Ok(record) => {
                    self.bytes += record.bytes.len();
                    self.push(Item::Record(Arc::clone(source), record));
                }
                Err(diagnostic) => self.complain(diagnostic),
            }
            if self.stop.is_set() {
                return;
            }
        }
        if self.count() == before {
            self.complain(Diagnostic::warning(&source.shown, None, "holds no articles"));
        }
    }

    /// Gives how many items there were so far, as a pair that grows with each.
    fn count(&self) -> (u64, usize) {
        (self.number, self.items.len())
    }

    /// Adds a diagnostic to the batch.
    fn complain(&mut self, diagnostic: Diagnostic) {
        self.push(Item::Diagnostic(diagnostic));
    }

    /// Adds an item to the batch and sends it when it is full.
    fn push(&mut self, item: Item) {
        if self.items.is_empty() {
            self.since = Instant::now();
        }
        self.items.push(item);
        let most = if self.number == 0 { FIRST_ITEMS } else { ITEMS };
        if self.items.len() >= most || self.bytes >= BYTES || self.since.elapsed() >= WAIT {
            self.send();
        }
    }

    /// Sends the batch, unless it is empty or the load has ended.
    fn send(&mut self) {
        if self.items.is_empty() {
            return;
        }
        let items = std::mem::take(&mut self.items);
        self.bytes = 0;
        let so_far = ReadSoFar { bytes: self.read.load(Ordering::Relaxed), files: self.files };
        let batch = Batch { number: self.number, items, so_far };
        self.number += 1;
        if self.permits.send(()).is_err() || self.batches.send(batch).is_err() {
            self.stop.set();
        }
    }
}

/// Gives a path as text; what is no Unicode in it is replaced.
fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
