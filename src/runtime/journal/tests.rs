use std::fs;
use std::path::Path;
use std::process::id;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, channel};

use super::*;
use crate::app::Msg;
use crate::corpus::ArticleKey;
use crate::reading::{Entry, HEAD};
use crate::runtime::event::Event;

/// Represents a folder that is removed in the end.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("docbao-journal-{}-{number}", id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn log(&self) -> PathBuf {
        self.0.join("state/reading.log")
    }

    fn with(self, log: &[u8]) -> Self {
        fs::create_dir_all(self.0.join("state")).unwrap();
        fs::write(self.log(), log).unwrap();
        self
    }

    fn open(&self) -> (Memory, Option<Journal>, Vec<Diagnostic>) {
        open(self.0.join("state"))
    }

    /// Gives the names of the files, sorted.
    fn names(&self) -> Vec<String> {
        let files = fs::read_dir(self.0.join("state")).unwrap();
        let name = |file: fs::DirEntry| file.file_name().into_string().unwrap();
        let mut names: Vec<String> = files.map(|file| name(file.unwrap())).collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn read(key: u64) -> Entry {
    Entry::Read(ArticleKey(key), true)
}

fn line(entry: &Entry) -> String {
    let mut line = String::new();
    entry.write(&mut line);
    line
}

/// Has entries kept by a program of their own; gives what was said.
fn keep(folder: &Folder, entries: impl IntoIterator<Item = Entry>) -> Vec<String> {
    let (sender, events) = channel();
    let mut keeper = Keeper::start(folder.open().1, &sender);
    entries.into_iter().for_each(|entry| keeper.keep(entry));
    drop((keeper, sender));
    said(&events)
}

fn said(events: &Receiver<Event>) -> Vec<String> {
    let said = events.iter().filter_map(|event| match event {
        Event::App(Msg::Forgetful(trouble)) => Some(trouble.message.to_string()),
        _ => None,
    });
    said.collect()
}

fn are_read(folder: &Folder, keys: impl IntoIterator<Item = u64>) -> bool {
    let memory = folder.open().0;
    keys.into_iter().all(|key| memory.mark(ArticleKey(key)).read)
}

#[test]
fn what_is_kept_is_there_at_the_next_start() {
    let folder = Folder::new();
    assert!(folder.open().2.is_empty());
    assert_eq!(keep(&folder, (0..9).map(read)), [""; 0]);
    assert!(are_read(&folder, 0..9));
    assert_eq!(keep(&folder, [read(9)]), [""; 0]);
    assert!(are_read(&folder, 0..10));
    assert_eq!(folder.names(), ["reading.lock", "reading.log"]);
    let text = fs::read_to_string(folder.log()).unwrap();
    assert_eq!(text.matches(HEAD).count(), 1);
}

#[test]
fn programs_that_run_at_once_lose_nothing() {
    let folder = Folder::new();
    let (sender, _events) = channel();
    let mut keepers: Vec<Keeper> =
        (0..4).map(|_| Keeper::start(folder.open().1, &sender)).collect();
    for key in 0..400 {
        keepers[key as usize % 4].keep(read(key));
    }
    drop(keepers);
    assert!(are_read(&folder, 0..400));
    assert!(folder.open().2.is_empty());
}

/// A file that one program writes anew is the one that the other goes on with.
#[test]
fn a_file_that_is_written_anew_loses_nothing() {
    let folder = Folder::new();
    let places = (0..9_000).map(|at| line(&Entry::Place(ArticleKey(3), at)));
    let folder = folder.with(format!("{HEAD}{}", places.collect::<String>()).as_bytes());
    let (sender, _events) = channel();
    let mut first = Keeper::start(folder.open().1, &sender);
    first.keep(read(1));
    let mut second = Keeper::start(folder.open().1, &sender);
    second.keep(read(2));
    first.keep(read(4));
    drop((first, second));
    assert!(are_read(&folder, [1, 2, 4]));
    assert_eq!(folder.open().0.mark(ArticleKey(3)).at, 8_999);
    assert!(fs::metadata(folder.log()).unwrap().len() < 1_000);
}

fn check_aside(log: &[u8], why: &str) {
    let folder = Folder::new().with(log);
    let (memory, journal, troubles) = folder.open();
    assert!(memory == Memory::default() && journal.is_some());
    let [trouble] = &troubles[..] else { panic!("{troubles:?}") };
    assert!(trouble.message.contains(why), "{trouble}");
    assert_eq!(fs::read(folder.0.join("state/reading.log.aside-1")).unwrap(), log);
    assert_eq!(keep(&folder, [read(1)]), [""; 0]);
    assert!(are_read(&folder, [1]) && folder.open().2.is_empty());
    fs::write(folder.log(), log).unwrap();
    folder.open();
    let aside = ["reading.lock", "reading.log.aside-1", "reading.log.aside-2"];
    assert_eq!(folder.names(), aside);
}

#[test]
fn what_cannot_be_gone_on_with_is_set_aside() {
    check_aside(b"docbao-reading 2\nwhat newer programs write\n", "newer docbao (form 2)");
    check_aside(b"\0\0\0\0\0\0", "is damaged");
    check_aside(b"docbao-rea", "is damaged");
}

#[test]
fn a_damaged_line_is_said_once_and_costs_itself() {
    let text = format!("{HEAD}{}rubbish\n{}", line(&read(1)), line(&read(2)));
    let folder = Folder::new().with(text.as_bytes());
    assert_eq!(folder.open().2.len(), 1);
    assert_eq!(keep(&folder, [read(3)]), [""; 0]);
    assert!(are_read(&folder, 1..4));
    assert!(folder.open().2.is_empty());
}

#[test]
fn a_file_that_was_cut_is_gone_on_with() {
    let whole = format!("{HEAD}{}{}", line(&read(1)), line(&read(2)));
    for cut in 0..whole.len() {
        let folder = Folder::new().with(&whole.as_bytes()[..cut]);
        assert_eq!(keep(&folder, [read(3)]), [""; 0], "{cut}");
        let first = HEAD.len() + line(&read(1)).len();
        assert!(are_read(&folder, (1..2).filter(|_| cut >= first).chain([3])), "{cut}");
    }
}

#[test]
fn what_was_left_half_written_goes() {
    let folder = Folder::new().with(HEAD.as_bytes());
    fs::write(folder.0.join("state/reading.log.77.half"), "half").unwrap();
    fs::write(folder.0.join("state/another.half"), "not ours").unwrap();
    keep(&folder, []);
    assert_eq!(folder.names(), ["another.half", "reading.lock", "reading.log"]);
}

#[test]
fn what_cannot_be_kept_is_said_once() {
    let folder = Folder::new();
    let (sender, events) = channel();
    let journal = folder.open().1;
    fs::write(folder.0.join("state"), "a file in the place of the folder").unwrap();
    let mut keeper = Keeper::start(journal, &sender);
    let patience = std::time::Duration::from_secs(9);
    keeper.keep(read(1));
    let first = events.recv_timeout(patience).unwrap();
    let is_said = |event: &Event| matches!(event, Event::App(Msg::Forgetful(_)));
    assert!(is_said(&first));
    keeper.keep(read(2));
    // What could not be written is written as soon as that is possible.
    fs::remove_file(folder.0.join("state")).unwrap();
    keeper.keep(read(3));
    drop((keeper, sender));
    assert!(!events.iter().any(|event| is_said(&event)));
    assert!(are_read(&folder, 1..4));
}

#[test]
fn what_is_no_file_is_left_alone() {
    let folder = Folder::new();
    fs::create_dir_all(folder.log()).unwrap();
    let (_, journal, troubles) = folder.open();
    assert!(journal.is_none() && troubles.len() == 1, "{troubles:?}");
    assert!(folder.log().is_dir());
}

#[test]
fn a_corpus_is_the_set_of_its_paths() {
    let input = |path: &str| Input::Path(path.into());
    let number =
        |paths: &[&str]| corpus_number(&paths.iter().copied().map(input).collect::<Vec<_>>());
    assert_eq!(number(&["src", "tests"]), number(&["tests/", "src", "./src"]));
    assert_ne!(number(&["src"]), number(&["tests"]));
    let whole = Path::new("src").canonicalize().unwrap();
    assert_eq!(number(&["src"]), number(&[whole.to_str().unwrap()]));
    let all = [corpus_number(&[Input::Seeds]), corpus_number(&[Input::Stdin]), number(&["none"])];
    assert!(all[0] != all[1] && all[1] != all[2]);
}
