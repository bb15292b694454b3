//! Opens a corpus: what is kept of it in the cache is read from there, and only what is not is loaded.

use std::sync::Arc;
use std::thread::spawn;

use super::{Input, LoadEvent, LoadHandle, Progress, Stop, load_all, start};
use crate::corpus::{ArticleNo, Corpus, Diagnostic, Segment};
use crate::runtime::cache::{Answer, Cache, Piece, Wants};
use crate::search::Searchable;

/// Loads as [`load`](super::load) does; what the cache has comes as [`LoadEvent::Kept`]. Where the
/// cache ends too early, the load goes on with the next article.
pub fn load_kept(
    inputs: Vec<Input>,
    cache: Arc<Cache>,
    send: impl Fn(LoadEvent) -> bool + Send + 'static,
) -> LoadHandle {
    let stop = Stop::default();
    let ours = stop.clone();
    let collector = spawn(move || {
        let mut alive = true;
        let answer = cache.read(&inputs, Wants::All, |piece, progress| {
            let event = match piece {
                Piece::Articles(segment) => LoadEvent::Segment(segment),
                Piece::Searchable(part) => LoadEvent::Kept(part),
                Piece::Entities(entities) => LoadEvent::Entities(entities),
            };
            alive = !ours.is_set() && send(event) && send(LoadEvent::Progress(progress));
            alive
        });
        match answer {
            Answer::All(diagnostics) if alive => {
                let mut diagnostics = diagnostics.into_iter();
                if diagnostics.all(|diagnostic| send(LoadEvent::Diagnostic(diagnostic))) {
                    send(LoadEvent::Done);
                }
            }
            Answer::Articles(known) if alive => {
                let rest = move |event| rest(event, known).is_none_or(&send);
                // A panic of the collector is one of `send`, which has been reported by its owner.
                let _ = start(inputs, &ours, rest).join();
            }
            _ => {}
        }
    });
    LoadHandle { stop, collector: Some(collector) }
}

/// Takes the first `known` articles out of a load.
fn rest(event: LoadEvent, known: usize) -> Option<LoadEvent> {
    match event {
        LoadEvent::Segment(segment) if segment.first.index() < known => {
            let first = segment.first.index();
            // Nobody else holds it.
            let articles = Arc::into_inner(segment)?.articles.into_iter();
            let articles: Box<[_]> = articles.skip(known - first).collect();
            let segment = Segment { first: ArticleNo(known as u32), articles };
            (!segment.articles.is_empty()).then(|| LoadEvent::Segment(Arc::new(segment)))
        }
        LoadEvent::Progress(progress) => {
            let articles = progress.articles.max(known as u64);
            Some(LoadEvent::Progress(Progress { articles, ..progress }))
        }
        event => Some(event),
    }
}

/// Holds a corpus with all that is known of it.
#[derive(Debug)]
pub struct Opened {
    /// The articles.
    pub corpus: Corpus,
    /// What was computed of them, as far as it was kept.
    pub searchable: Option<Searchable>,
    /// What could not be read.
    pub diagnostics: Vec<Diagnostic>,
}

/// Opens the inputs and waits for all that is wanted of them, as [`load_all`] does.
pub fn open_all(inputs: Vec<Input>, cache: Option<&Cache>, wants: Wants) -> Opened {
    let (mut corpus, mut searchable) = (Corpus::default(), Searchable::default());
    let answer = cache.map(|cache| {
        cache.read(&inputs, wants, |piece, _| {
            match piece {
                Piece::Articles(segment) => corpus.push(segment),
                Piece::Searchable(part) => {
                    corpus.push(Arc::clone(&part.segment));
                    searchable.segments.push(part);
                }
                Piece::Entities(entities) => searchable.add_entities(entities),
            }
            true
        })
    });
    if let Some(Answer::All(diagnostics)) = answer {
        let searchable = Some(searchable).filter(|on| on.tagged() == corpus.len());
        return Opened { corpus, searchable, diagnostics };
    }
    let (corpus, diagnostics) = load_all(inputs);
    Opened { corpus, searchable: None, diagnostics }
}
