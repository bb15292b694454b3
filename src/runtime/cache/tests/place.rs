//! A corpus in a folder with the file that is kept of it.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use super::super::{Cache, Input, Piece, Wants};
use crate::corpus::{ArticleNo, Corpus, Segment};
use crate::entity::Tagger;
use crate::runtime::cache::identity::Identity;
use crate::runtime::loader::{LoadEvent, load_all, load_kept};
use crate::search::{EntityIndex, Searchable};

/// Represents a folder with a corpus of three segments, its file, and what was computed.
pub(super) struct Place {
    pub folder: PathBuf,
    pub inputs: Vec<Input>,
    ids: Vec<String>,
}

impl Place {
    pub fn new(name: &str) -> Self {
        let folder =
            std::env::temp_dir().join(format!("docbao-cache-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).expect("the temporary folder can be written");
        let line =
            |n: usize| format!("{{\"id\":\"x{n}\",\"text\":\"Tin {n}. Ông Tô Lâm ở Huế.\"}}\n");
        let lines: String = (0..9).map(line).chain(["{bad\n".to_owned()]).collect();
        let corpus = folder.join("a.jsonl");
        fs::write(&corpus, lines).expect("the folder can be written");
        let ids = (0..9).map(|n| format!("x{n}")).collect();
        Self { inputs: vec![Input::Path(corpus)], ids, folder }
    }

    pub fn cache(&self) -> Cache {
        Cache::new(self.folder.join("cache"), 0)
    }

    pub fn corpus(&self) -> PathBuf {
        self.folder.join("a.jsonl")
    }

    /// Gives the file that is kept.
    pub fn file(&self) -> PathBuf {
        let mut files = fs::read_dir(self.folder.join("cache")).expect("there is a folder");
        files.next().expect("there is a file").expect("it can be read").path()
    }

    /// Waits until the clock has gone on from the time of the corpus.
    pub fn settle(&self) {
        let settled = |identity: Identity| identity.is_settled();
        while !Identity::of(&self.inputs).is_some_and(settled) {
            std::thread::yield_now();
        }
    }

    /// Loads all and keeps it, in segments of three articles.
    pub fn keep(&self) {
        self.settle();
        let cache = self.cache();
        // The file may be there and sound: it is written none the less.
        cache.miss(&self.inputs, Identity::of(&self.inputs).expect("the corpus is there"));
        let (corpus, diagnostics) = load_all(self.inputs.clone());
        let corpus = parts(&corpus, 3);
        let mut on = Searchable::of_articles(&corpus);
        for segment in corpus.segments() {
            on.add_entities(Arc::new(EntityIndex::build(segment, Tagger::shared())));
        }
        assert_eq!(cache.write(&on, &diagnostics), None);
    }

    /// Tells how many articles the cache gives, and of how many the entities.
    pub fn served(&self) -> (usize, usize) {
        self.served_of(Wants::All)
    }

    pub fn served_of(&self, wants: Wants) -> (usize, usize) {
        let (mut articles, mut known) = (0, 0);
        self.cache().read(&self.inputs, wants, |piece, progress| {
            match piece {
                Piece::Articles(segment) => articles += segment.articles.len(),
                Piece::Searchable(part) => articles += part.segment.articles.len(),
                Piece::Entities(entities) => {
                    let range = entities.articles();
                    known += range.end.index() - range.start.index();
                }
            }
            assert_eq!(progress.articles, articles as u64);
            true
        });
        (articles, known)
    }

    /// Checks that a damaged file is not served whole.
    pub fn check_damaged(&self, bytes: &[u8], what: usize) {
        fs::write(self.file(), bytes).expect("it can be written");
        let served = self.served();
        assert!(served.0 < 9 || served.1 < 9, "{what}: {served:?}");
    }

    /// Opens the corpus as the screen does; gives the ids of all articles and what was said.
    pub fn opened(&self) -> (Vec<String>, Vec<String>) {
        let (sender, events) = std::sync::mpsc::channel();
        let handle = load_kept(self.inputs.clone(), Arc::new(self.cache()), move |event| {
            sender.send(event).is_ok()
        });
        let (mut ids, mut said) = (Vec::new(), Vec::new());
        let mut take = |segment: &Segment| {
            assert_eq!(segment.first.index(), ids.len());
            ids.extend(segment.articles.iter().map(|article| article.id.to_string()));
        };
        let mut done = false;
        for event in events {
            match event {
                LoadEvent::Kept(part) => take(&part.segment),
                LoadEvent::Segment(segment) => take(&segment),
                LoadEvent::Diagnostic(diagnostic) => said.push(diagnostic.message.to_string()),
                LoadEvent::Progress(_) | LoadEvent::Entities(_) => {}
                LoadEvent::Done => done = true,
            }
        }
        handle.wait();
        assert!(done);
        (ids, said)
    }

    /// Checks that all articles are opened, whatever is kept.
    pub fn check_opens(&self) {
        let (ids, said) = self.opened();
        assert_eq!(ids, self.ids);
        assert_eq!(said.len(), 1, "{said:?}");
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn parts(corpus: &Corpus, most: usize) -> Corpus {
    let mut parts = Corpus::default();
    let articles: Vec<_> = corpus.iter().map(|(_, article)| article.clone()).collect();
    for part in articles.chunks(most) {
        let first = ArticleNo(parts.len() as u32);
        parts.push(Arc::new(Segment { first, articles: part.into() }));
    }
    parts
}
