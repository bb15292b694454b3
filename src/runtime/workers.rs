//! The threads that compute: each takes jobs from a queue and answers with messages. A panic of a
//! job becomes a message too, and the worker goes on with the next job.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Instant;

use crate::app::{Msg, Reread, SearchRequest};
use crate::corpus::{ArticleNo, Diagnostic, Segment};
use crate::dossier::{dossier, months};
use crate::entity::{EntityId, EntityTable, Tagger};
use crate::search::{Gatherer, Joiner, Limits, Searchable, entities_by_kind, search};
use crate::text::clean_line;

use super::cache::Cache;
use super::event::Event;
use super::watch::reread::Rereader;

/// Limits the hits of each group that the screen shows.
const LIMITS: Limits = Limits { titles: 50, entities: 12, passages: 60 };

/// Limits the entities of each kind in the list of them.
const ENTITIES_OF_A_KIND: usize = 1_000;

/// Holds what was computed of a corpus, and what could not be read.
type Computed = (Searchable, Vec<Diagnostic>);

/// Holds the queues of the workers; they end when it is dropped.
pub(super) struct Workers {
    texts: Sender<Arc<Segment>>,
    tables: Sender<Arc<Segment>>,
    article: Sender<(ArticleNo, Arc<Segment>)>,
    searches: Sender<SearchRequest>,
    lists: Sender<SearchRequest>,
    months: Sender<SearchRequest>,
    keeper: Sender<Computed>,
    dossiers: Sender<(u64, EntityId, Searchable)>,
    files: Sender<Reread>,
    newest: Arc<AtomicU64>,
    newest_list: Arc<AtomicU64>,
}

impl Workers {
    /// Starts the threads.
    pub(super) fn start(events: &Sender<Event>, cache: Option<Arc<Cache>>) -> Self {
        let newest = Arc::new(AtomicU64::new(0));
        let current = Arc::clone(&newest);
        let newest_list = Arc::new(AtomicU64::new(0));
        let current_list = Arc::clone(&newest_list);
        let mut gatherer = Gatherer::default();
        let (mut joiner, mut rereader) = (Joiner::default(), Rereader::default());
        Self {
            texts: worker("texts", events, every, move |segment| {
                Some(Msg::Searchable(joiner.add(segment)))
            }),
            tables: worker("entities", events, every, move |segment: Arc<Segment>| {
                stand_back();
                let table = EntityTable::build(&segment, Tagger::shared());
                Some(Msg::Tagged(gatherer.add(table)))
            }),
            article: worker("article", events, newest_only, tag_article),
            searches: worker("search", events, newest_only, move |job| answer(&job, &current)),
            lists: worker("names", events, newest_only, move |job| list(&job, &current_list)),
            months: worker("months", events, newest_only, |job| Some(count_months(&job))),
            keeper: worker("cache", events, every, move |(on, diagnostics): Computed| {
                stand_back();
                cache.as_ref()?.write(&on, &diagnostics).map(Msg::Diagnostic)
            }),
            dossiers: worker("dossiers", events, newest_only, |(generation, id, on)| {
                let dossier = dossier(&on, id).map(Arc::new);
                Some(Msg::Dossier { generation, dossier })
            }),
            files: worker("files", events, every, move |job: Reread| {
                stand_back();
                Some(Msg::Reread(rereader.reread(&job)))
            }),
            newest,
            newest_list,
        }
    }

    /// Makes a segment searchable.
    pub(super) fn prepare(&self, segment: Arc<Segment>) {
        let _ = self.texts.send(segment);
    }

    /// Finds the entities of a segment.
    pub(super) fn find_entities(&self, segment: Arc<Segment>) {
        let _ = self.tables.send(segment);
    }

    /// Finds the entities of the article on the screen.
    pub(super) fn tag(&self, article: ArticleNo, segment: Arc<Segment>) {
        let _ = self.article.send((article, segment));
    }

    /// Keeps what was computed of a corpus.
    pub(super) fn keep(&self, on: Searchable, diagnostics: Vec<Diagnostic>) {
        let _ = self.keeper.send((on, diagnostics));
    }

    /// Reads files anew that have changed.
    pub(super) fn reread(&self, job: Reread) {
        let _ = self.files.send(job);
    }

    /// Gathers what is known of an entity.
    pub(super) fn gather(&self, generation: u64, id: EntityId, on: Searchable) {
        let _ = self.dossiers.send((generation, id, on));
    }

    /// Answers a query; a query that is being answered is given up.
    pub(super) fn search(&self, request: SearchRequest) {
        self.newest.store(request.generation, Ordering::SeqCst);
        let _ = self.searches.send(request);
    }

    /// Counts articles by month.
    pub(super) fn count_months(&self, request: SearchRequest) {
        let _ = self.months.send(request);
    }

    /// Lists entities; a list that is being made is given up.
    pub(super) fn list_entities(&self, request: SearchRequest) {
        self.newest_list.store(request.generation, Ordering::SeqCst);
        let _ = self.lists.send(request);
    }
}

/// Lets all other threads go before this one: nobody waits for the entities of a whole corpus.
pub(super) fn stand_back() {
    // Only Linux has a priority for each thread; elsewhere the whole process would stand back.
    #[cfg(target_os = "linux")]
    let _ = rustix::process::setpriority_process(None, 10);
}

fn tag_article((number, segment): (ArticleNo, Arc<Segment>)) -> Option<Msg> {
    let article = segment.get(number)?;
    Some(Msg::ArticleTagged(number, Tagger::shared().read(article)))
}

fn answer(job: &SearchRequest, newest: &AtomicU64) -> Option<Msg> {
    let start = Instant::now();
    let given_up = || newest.load(Ordering::Relaxed) != job.generation;
    let results = Box::new(search(&job.on, &job.parsed(), LIMITS, &given_up)?);
    Some(Msg::Found { generation: job.generation, results, took: start.elapsed() })
}

fn list(job: &SearchRequest, newest: &AtomicU64) -> Option<Msg> {
    let given_up = || newest.load(Ordering::Relaxed) != job.generation;
    let groups = entities_by_kind(&job.on, &job.parsed(), ENTITIES_OF_A_KIND, &given_up)?;
    Some(Msg::EntitiesListed { generation: job.generation, groups })
}

fn count_months(job: &SearchRequest) -> Msg {
    Msg::MonthsCounted { generation: job.generation, timeline: months(&job.on, &job.parsed()) }
}

/// Takes each job in turn.
fn every<J>(queue: &Receiver<J>) -> Option<J> {
    queue.recv().ok()
}

/// Takes the newest job and drops those before it.
fn newest_only<J>(queue: &Receiver<J>) -> Option<J> {
    let first = queue.recv().ok()?;
    Some(queue.try_iter().last().unwrap_or(first))
}

/// Starts a thread that works on jobs as `take` gives them.
fn worker<J: Send + 'static>(
    name: &str,
    events: &Sender<Event>,
    take: impl Fn(&Receiver<J>) -> Option<J> + Send + 'static,
    mut work: impl FnMut(J) -> Option<Msg> + Send + 'static,
) -> Sender<J> {
    let (jobs, queue) = channel();
    let events = events.clone();
    let name = name.to_owned();
    let body = move || {
        while let Some(job) = take(&queue) {
            let msg = catch_unwind(AssertUnwindSafe(|| work(job))).unwrap_or_else(|panic| {
                let text = panic.downcast_ref::<String>().map(String::as_str);
                let what = text.or_else(|| panic.downcast_ref::<&str>().copied());
                let what = what.unwrap_or("a worker failed");
                Some(Msg::WorkerFailed(clean_line(&format!("internal error: {what}"))))
            });
            if msg.is_some_and(|msg| events.send(Event::App(msg)).is_err()) {
                break;
            }
        }
    };
    // Without the thread its jobs stay undone, and the rest of the program lives on.
    let _ = thread::Builder::new().name(name).spawn(body);
    jobs
}
