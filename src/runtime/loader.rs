//! Loads a corpus in the background: finds files, reads them in order, parses their articles on all
//! processors, and sends them on as segments.
//!
//! One thread reads (`read`), several parse (`work`), one puts the batches back in order and cuts
//! segments (`collect`). The load order depends on the inputs alone: arguments as given, files of a
//! folder by path, lines by number. Only where one segment ends and the next begins depends on time.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread::{JoinHandle, available_parallelism, spawn};

use crate::corpus::{Article, ArticleNo, Corpus, Diagnostic, Segment};
use crate::search::{EntityIndex, SearchSegment};
pub use kept::{Opened, load_kept, open_all};

mod batch;
mod collect;
mod fill;
pub(super) mod input;
mod kept;
mod read;
pub(super) mod walk;
pub(super) mod work;

/// Represents one thing to load.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// The articles that are part of the program.
    Seeds,
    /// The standard input.
    Stdin,
    /// A file, or a folder with all that is in it.
    Path(PathBuf),
}

/// Tells how far loading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// The articles in the segments that were sent.
    pub articles: u64,
    /// The bytes read, as they lie on the disk.
    pub bytes_read: u64,
    /// The bytes of all inputs on the disk; 0 when that is not known.
    pub bytes_total: u64,
    /// The files that were begun.
    pub files: u64,
}

/// Represents what the loader reports.
#[derive(Debug)]
pub enum LoadEvent {
    /// The next articles in load order.
    Segment(Arc<Segment>),
    /// The next articles in load order, with what was computed of them before.
    Kept(SearchSegment),
    /// The entities of articles that came so, in load order.
    Entities(Arc<EntityIndex>),
    /// How far loading is.
    Progress(Progress),
    /// What went wrong at one place; loading goes on.
    Diagnostic(Diagnostic),
    /// Everything was sent.
    Done,
}

/// Represents a running load; dropping it cancels the load. Threads that wait for input end when
/// they get some.
#[derive(Debug)]
#[must_use = "dropping it cancels the load"]
pub struct LoadHandle {
    stop: Stop,
    collector: Option<JoinHandle<()>>,
}

impl LoadHandle {
    /// Waits until the last event was sent.
    pub fn wait(mut self) {
        if let Some(collector) = self.collector.take() {
            // A panic of the collector is one of `send`, which has been reported by its owner.
            let _ = collector.join();
        }
    }
}

impl Drop for LoadHandle {
    fn drop(&mut self) {
        self.stop.set();
    }
}

/// Represents the wish to end a load, shared by its threads.
#[derive(Debug, Clone, Default)]
struct Stop(Arc<AtomicBool>);

impl Stop {
    fn set(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    fn is_set(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Loads the inputs in the background and gives every event to `send`, from one thread.
///
/// The load ends early when `send` gives `false` and when the handle is dropped. `Done` is the last
/// event of a load that was not ended early.
pub fn load(inputs: Vec<Input>, send: impl Fn(LoadEvent) -> bool + Send + 'static) -> LoadHandle {
    let stop = Stop::default();
    LoadHandle { collector: Some(start(inputs, &stop, send)), stop }
}

/// Starts the threads of a load that ends early when `stop` is set; gives the one that sends.
fn start(
    inputs: Vec<Input>,
    stop: &Stop,
    send: impl Fn(LoadEvent) -> bool + Send + 'static,
) -> JoinHandle<()> {
    let workers = available_parallelism().map_or(1, usize::from);
    let total = walk::total_in_background(inputs.clone(), stop.clone());
    // A permit is given for each batch that is not yet collected: this bounds all queues.
    let (permits, returned) = sync_channel(workers * 4);
    let (batches, to_parse) = sync_channel(workers * 4);
    let (parsed, to_collect) = sync_channel(workers * 4);
    let reader = read::Reader::new(batches, permits, stop.clone());
    spawn(move || reader.run(&inputs));
    work::spawn_workers(workers, to_parse, &parsed);
    drop(parsed);
    let collector = collect::Collector::new(send, returned, total, stop.clone());
    spawn(move || collector.run(&to_collect))
}

/// Sets the articles of a segment of [`load_all`].
const SEGMENT: usize = 8192;

/// Loads the inputs and waits for all of them. Segments have a fixed size: nothing that is computed
/// from them depends on time.
pub fn load_all(inputs: Vec<Input>) -> (Corpus, Vec<Diagnostic>) {
    let (sender, events) = sync_channel(16);
    let handle = load(inputs, move |event| forward(&sender, event));
    let (mut articles, mut diagnostics) = (Vec::new(), Vec::new());
    for event in events {
        match event {
            LoadEvent::Segment(segment) => {
                // Nobody else holds it.
                articles
                    .extend(Arc::into_inner(segment).map(|segment| segment.articles.into_vec()));
            }
            LoadEvent::Diagnostic(diagnostic) => diagnostics.push(diagnostic),
            LoadEvent::Progress(_) | LoadEvent::Kept(_) | LoadEvent::Entities(_) => {}
            LoadEvent::Done => break,
        }
    }
    handle.wait();
    (corpus(articles.into_iter().flatten()), diagnostics)
}

/// Cuts articles into segments of a fixed size.
fn corpus(mut articles: impl Iterator<Item = Article>) -> Corpus {
    let mut corpus = Corpus::default();
    loop {
        let part: Box<[Article]> = articles.by_ref().take(SEGMENT).collect();
        if part.is_empty() {
            return corpus;
        }
        let first = ArticleNo(corpus.len() as u32);
        corpus.push(Arc::new(Segment { first, articles: part }));
    }
}

/// Sends an event on; gives `false` when nobody listens any more.
fn forward(sender: &SyncSender<LoadEvent>, event: LoadEvent) -> bool {
    sender.send(event).is_ok()
}
