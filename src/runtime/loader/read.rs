//! The reader: opens one input after the other, cuts it into records and hands them out in batches.

use std::cell::{Cell, RefCell};
use std::io::{BufRead, BufReader, Read, stdin};
use std::os::fd::AsFd;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::sync::mpsc::SyncSender;

use super::batch::{Batch, Item};
use super::fill::{Filler, Patient};
use super::input::{Counted, open};
use super::walk::{Found, Walk};
use super::{Input, Stop};
use crate::corpus::{Diagnostic, Records, SEEDS, Source, unreadable};
use crate::runtime::limits::memory_is_short;

/// The buffer in front of a file.
const BUFFER: usize = 128 << 10;

/// Represents the reader and the batch that it fills.
pub(super) struct Reader {
    /// Shared with the input that is being read: one that keeps silent has the batch sent.
    filler: RefCell<Filler>,
    stop: Stop,
    read: Arc<AtomicU64>,
    /// Whether nothing more is read, for want of memory.
    full: Cell<bool>,
}

impl Reader {
    /// Makes a reader that waits for a permit before it sends a batch.
    pub fn new(batches: SyncSender<Batch>, permits: SyncSender<()>, stop: Stop) -> Self {
        let read = Arc::default();
        let filler = Filler::new((batches, permits), stop.clone(), Arc::clone(&read));
        Self { filler: RefCell::new(filler), stop, read, full: Cell::new(false) }
    }

    /// Reads all inputs.
    pub fn run(self, inputs: &[Input]) {
        for input in inputs {
            if self.full.get() {
                break;
            }
            match input {
                Input::Seeds => {
                    for (name, bytes) in SEEDS {
                        self.read_source(name, bytes);
                    }
                }
                Input::Stdin => self.read_stream("stdin", stdin()),
                Input::Path(path) => self.read_path(path.clone()),
            }
        }
        self.filler.borrow_mut().send();
    }

    /// Reads what may trickle in.
    fn read_stream(&self, name: &str, stream: impl Read + AsFd) {
        let patient = Patient { inner: stream, filler: &self.filler };
        let counted = Counted { inner: patient, count: &self.read };
        self.read_source(name, BufReader::with_capacity(BUFFER, counted));
    }

    /// Reads a file, or the files of a folder.
    fn read_path(&self, path: PathBuf) {
        for found in Walk::new(path) {
            if self.stop.is_set() || self.full.get() {
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
    fn read_file(&self, path: &Path) {
        let name = shown(path);
        match open(path) {
            Ok(file) => {
                let counted = Counted { inner: file, count: &self.read };
                self.read_source(&name, BufReader::with_capacity(BUFFER, counted));
            }
            Err(error) => {
                self.complain(unreadable(&Source::new(&name), None, &error));
            }
        }
    }

    /// Reads the records of one source; a panic of a decompressor costs the rest of the source.
    fn read_source(&self, name: &str, input: impl BufRead) {
        self.filler.borrow_mut().files += 1;
        let source = Arc::new(Source::new(name));
        // Items are only pushed whole, so a panic leaves the batch as it was.
        let read = catch_unwind(AssertUnwindSafe(|| self.read_records(&source, input)));
        if read.is_err() {
            let message = "is not read on: its reader failed (a bug)";
            self.complain(Diagnostic::error(&source.shown, None, message));
        }
    }

    /// Reads the records of one source until its end or that of the load.
    fn read_records(&self, source: &Arc<Source>, input: impl BufRead) {
        let records = match Records::open(source, input) {
            Ok(records) => records,
            Err(diagnostic) => return self.complain(diagnostic),
        };
        let mut none = true;
        for record in records {
            none = false;
            match record {
                Ok(record) => self.push(Item::Record(Arc::clone(source), record)),
                Err(diagnostic) => self.complain(diagnostic),
            }
            if self.filler.borrow().is_empty() && memory_is_short() {
                let message =
                    "is not read on, nor what follows: the limit on memory (ulimit) is near";
                self.complain(Diagnostic::error(&source.shown, None, message));
                self.full.set(true);
            }
            if self.stop.is_set() || self.full.get() {
                return;
            }
        }
        if none {
            self.complain(Diagnostic::warning(&source.shown, None, "holds no articles"));
        }
    }

    /// Adds a diagnostic to the batch.
    fn complain(&self, diagnostic: Diagnostic) {
        self.push(Item::Diagnostic(diagnostic));
    }

    /// Adds an item to the batch.
    fn push(&self, item: Item) {
        self.filler.borrow_mut().push(item);
    }
}

/// Gives a path as text; what is no Unicode in it is replaced.
fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use std::io::{Write, pipe};
    use std::sync::mpsc::sync_channel;
    use std::thread::spawn;

    use super::*;

    #[test]
    fn what_trickles_in_is_sent_while_nothing_follows() {
        let (batches, sent) = sync_channel(9);
        let (permits, _permits) = sync_channel(9);
        let (input, mut output) = pipe().expect("there is a pipe");
        let reader = Reader::new(batches, permits, Stop::default());
        let reading = spawn(move || reader.read_stream("stdin", input));
        for number in 0..3 {
            let line = format!(
                "{{\"text\":\"Tin số {number} dài hơn sáu mươi tư chữ cái, để biết là gì.\"}}\n"
            );
            output.write_all(line.as_bytes()).expect("it is read");
            // The next line is not written before this one has come.
            let batch = sent.recv().expect("it is sent");
            assert_eq!((batch.number, batch.items.len()), (number, 1));
        }
        drop(output);
        reading.join().expect("the reader ends");
    }
}
