//! The thread that writes.

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::Builder;
use std::time::{Duration, Instant};

use super::Journal;
use super::file::Place;
use crate::app::Msg;
use crate::corpus::Diagnostic;
use crate::reading::Entry;
use crate::runtime::event::Event;
use crate::text::clean_line;

/// Limits the entries that wait for a disk that takes nothing.
const MOST_WAITING: usize = 10_000;

/// Sets how long the end of the program waits for what is still to be written.
const LAST_PATIENCE: Duration = Duration::from_millis(500);

/// Sets how long a frame waits for what it shows to be written, so that what was seen is kept: a disk
/// that is well takes it in far less, and one that is not makes the reader slow and no more.
const FRAME_PATIENCE: Duration = Duration::from_millis(50);

/// Represents the thread; dropping it waits until all is written, though not for long.
pub(in crate::runtime) struct Keeper {
    entries: Option<Sender<Entry>>,
    /// Tells how many entries were written, or could not be.
    written: Receiver<usize>,
    waiting: usize,
}

impl Keeper {
    /// Starts the thread. Without a journal nothing is kept.
    pub fn start(journal: Option<Journal>, events: &Sender<Event>) -> Self {
        let (entries, queue) = channel();
        let (tell, written) = channel();
        let events = events.clone();
        if let Some(journal) = journal {
            let body = move || {
                let say = |trouble| events.send(Event::App(Msg::Forgetful(trouble))).is_ok();
                work(&journal.place, (&queue, &tell), say);
            };
            // Without the thread nothing is kept, and the rest of the program lives on.
            let _ = Builder::new().name("journal".into()).spawn(body);
        }
        Self { entries: Some(entries), written, waiting: 0 }
    }

    /// Has an entry written.
    pub fn keep(&mut self, entry: Entry) {
        if let Some(entries) = &self.entries {
            self.waiting += usize::from(entries.send(entry).is_ok());
        }
    }

    /// Waits until all is written, though not for long.
    pub fn settle(&mut self) {
        let end = Instant::now() + FRAME_PATIENCE;
        while self.waiting > 0 {
            let left = end.saturating_duration_since(Instant::now());
            let Ok(count) = self.written.recv_timeout(left) else { return };
            self.waiting -= count;
        }
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.entries = None;
        let end = Instant::now() + LAST_PATIENCE;
        // The thread has ended when nobody tells any more.
        while self.written.recv_timeout(end.saturating_duration_since(Instant::now())).is_ok() {}
    }
}

/// Writes what comes, all that waits at once; tells the first failure only. What could not be written
/// waits for the next time.
fn work(
    place: &Place,
    (queue, tell): (&Receiver<Entry>, &Sender<usize>),
    say: impl Fn(Diagnostic) -> bool,
) {
    let mut said = false;
    let mut heed = |result: io::Result<()>| {
        if let (Err(error), false) = (&result, said) {
            said = true;
            let shown = clean_line(&place.log().to_string_lossy());
            say(Diagnostic::warning(&shown, None, &format!("what you read is not kept: {error}")));
        }
        result.is_ok()
    };
    heed(place.tidy());
    let mut waiting: Vec<Entry> = Vec::new();
    let mut written = false;
    while let Ok(first) = queue.recv() {
        let mut taken = 0;
        for entry in std::iter::once(first).chain(queue.try_iter()) {
            taken += 1;
            // The last word of each thing is enough; there are few that wait.
            if waiting.last().is_some_and(|last| entry.replaces(last)) {
                waiting.pop();
            }
            waiting.push(entry);
        }
        waiting.drain(..waiting.len().saturating_sub(MOST_WAITING));
        let mut lines = String::new();
        for entry in &waiting {
            entry.write(&mut lines);
        }
        if heed(place.append(&lines)) {
            waiting.clear();
            written = true;
        }
        let _ = tell.send(taken);
    }
    if written {
        heed(place.sync());
    }
}
