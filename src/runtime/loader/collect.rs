//! The collector: puts batches back in order, cuts the articles into segments and reports.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use super::batch::ParsedBatch;
use super::{LoadEvent, Progress, Stop};
use crate::corpus::{Article, ArticleNo, Segment};

/// The articles of a full first segment: few, so that the list is there at once.
const FIRST_ARTICLES: usize = 64;
/// How long the first segment may wait to be full.
const FIRST_WAIT: Duration = Duration::from_millis(20);
/// The articles of a full segment.
const ARTICLES: usize = 8192;
/// The bytes of text of a full segment.
const BYTES: usize = 24 << 20;
/// How long articles may wait when no more of them come.
const WAIT: Duration = Duration::from_millis(250);

/// Represents the articles that were collected and not yet sent.
pub(super) struct Collector<S> {
    send: S,
    permits: Receiver<()>,
    total: Arc<AtomicU64>,
    stop: Stop,
    early: BTreeMap<u64, ParsedBatch>,
    next: u64,
    pending: Vec<Article>,
    pending_bytes: usize,
    since: Instant,
    progress: Progress,
}

impl<S: Fn(LoadEvent) -> bool> Collector<S> {
    /// Makes a collector that gives a permit back for each batch.
    pub fn new(send: S, permits: Receiver<()>, total: Arc<AtomicU64>, stop: Stop) -> Self {
        Self {
            send,
            permits,
            total,
            stop,
            early: BTreeMap::new(),
            next: 0,
            pending: Vec::new(),
            pending_bytes: 0,
            since: Instant::now(),
            progress: Progress::default(),
        }
    }

    /// Collects batches until there are no more.
    pub fn run(mut self, batches: &Receiver<ParsedBatch>) {
        loop {
            let alive = match batches.recv_timeout(self.patience()) {
                Ok(batch) => {
                    self.early.insert(batch.number, batch);
                    self.take_ready()
                }
                Err(RecvTimeoutError::Timeout) => self.flush(),
                Err(RecvTimeoutError::Disconnected) => break,
            };
            if !alive || self.stop.is_set() {
                self.stop.set();
                return;
            }
        }
        if !self.stop.is_set() && self.flush() && self.report() {
            (self.send)(LoadEvent::Done);
        }
    }

    /// Gives how long to wait for a batch before what is there is sent.
    fn patience(&self) -> Duration {
        if self.pending.is_empty() {
            // With nothing to send, it only looks whether the load was ended.
            return WAIT;
        }
        let wait = if self.progress.articles == 0 { FIRST_WAIT } else { WAIT };
        wait.saturating_sub(self.since.elapsed())
    }

    /// Takes in the batches whose turn it is; gives `false` when nobody listens.
    fn take_ready(&mut self) -> bool {
        while let Some(batch) = self.early.remove(&self.next) {
            self.next += 1;
            // Each batch was sent with a permit, so this never waits.
            let _ = self.permits.recv();
            self.progress.bytes_read = batch.so_far.bytes;
            self.progress.files = batch.so_far.files;
            let mut diagnostics = batch.diagnostics.into_iter();
            if !diagnostics.all(|diagnostic| (self.send)(LoadEvent::Diagnostic(diagnostic))) {
                return false;
            }
            if !batch.articles.into_iter().all(|article| self.take(article)) || !self.report() {
                return false;
            }
        }
        true
    }

    /// Takes in an article, and sends a segment when it is full.
    fn take(&mut self, article: Article) -> bool {
        if self.pending.is_empty() {
            self.since = Instant::now();
        }
        self.pending_bytes += article.text.len();
        self.pending.push(article);
        let first = self.progress.articles == 0;
        let full = if first { FIRST_ARTICLES } else { ARTICLES };
        let late = first && self.since.elapsed() >= FIRST_WAIT;
        if self.pending.len() >= full || self.pending_bytes >= BYTES || late {
            self.flush()
        } else {
            true
        }
    }

    /// Sends what is pending as a segment; gives `false` when nobody listens.
    fn flush(&mut self) -> bool {
        if self.pending.is_empty() {
            return true;
        }
        let first = ArticleNo(self.progress.articles as u32);
        let articles: Box<[Article]> = std::mem::take(&mut self.pending).into();
        self.pending_bytes = 0;
        self.progress.articles += articles.len() as u64;
        (self.send)(LoadEvent::Segment(Arc::new(Segment { first, articles })))
    }

    /// Sends how far the load is; gives `false` when nobody listens.
    fn report(&mut self) -> bool {
        self.progress.bytes_total = self.total.load(Ordering::Relaxed);
        (self.send)(LoadEvent::Progress(self.progress))
    }
}

#[cfg(test)]
mod tests;
