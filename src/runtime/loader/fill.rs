//! The batch that is being filled, and the input that has it sent when it keeps silent.

use std::cell::RefCell;
use std::io::{self, Read};
use std::os::fd::AsFd;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::SyncSender;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::Stop;
use super::batch::{Batch, Item, ReadSoFar};

/// The items of a full batch.
const ITEMS: usize = 256;
/// The bytes of a full batch.
const BYTES: usize = 1 << 20;
/// How long a batch may be filled, and its input be silent.
const WAIT: Duration = Duration::from_millis(20);
/// The items of the first batch, which the first segment waits for.
const FIRST_ITEMS: usize = 64;

/// Represents a batch that is being filled.
pub(super) struct Filler {
    batches: SyncSender<Batch>,
    permits: SyncSender<()>,
    stop: Stop,
    number: u64,
    items: Vec<Item>,
    bytes: usize,
    since: Instant,
    /// The files that were begun.
    pub files: u64,
    read: Arc<AtomicU64>,
}

impl Filler {
    /// Makes an empty batch; `read` counts the bytes that were read.
    pub fn new(
        (batches, permits): (SyncSender<Batch>, SyncSender<()>),
        stop: Stop,
        read: Arc<AtomicU64>,
    ) -> Self {
        let (items, since) = (Vec::new(), Instant::now());
        Self { batches, permits, stop, number: 0, items, bytes: 0, since, files: 0, read }
    }

    /// Tells whether the batch is empty: what came before was just sent.
    pub const fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Adds an item to the batch and sends it when it is full.
    pub fn push(&mut self, item: Item) {
        if self.items.is_empty() {
            self.since = Instant::now();
        }
        if let Item::Record(_, record) = &item {
            self.bytes += record.bytes.len();
        }
        self.items.push(item);
        let most = if self.number == 0 { FIRST_ITEMS } else { ITEMS };
        if self.items.len() >= most || self.bytes >= BYTES || self.since.elapsed() >= WAIT {
            self.send();
        }
    }

    /// Sends the batch, unless it is empty or the load has ended.
    pub fn send(&mut self) {
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

/// Represents an input that may keep silent for long: then what was read of it is sent.
pub(super) struct Patient<'f, R> {
    pub inner: R,
    pub filler: &'f RefCell<Filler>,
}

impl<R: Read + AsFd> Read for Patient<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        // The batch is not in use: it is filled between one record and the next.
        let mut filler = self.filler.borrow_mut();
        if !filler.items.is_empty() && is_silent(&self.inner) {
            filler.send();
        }
        drop(filler);
        self.inner.read(buffer)
    }
}

/// Tells whether an input gives nothing for a while; one that has ended does not.
fn is_silent(input: &impl AsFd) -> bool {
    let wait = Timespec { tv_sec: 0, tv_nsec: WAIT.as_nanos() as i64 };
    let mut inputs = [PollFd::new(input, PollFlags::IN)];
    matches!(poll(&mut inputs, Some(&wait)), Ok(0))
}
