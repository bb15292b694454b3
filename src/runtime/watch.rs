//! Watches the files that are open: tells which of them, and which beside them, have changed, once
//! they have been left alone for a moment.
//!
//! The system tells of changes; nothing is looked at again and again. Where it cannot, as with more
//! folders than it watches, that is said once and the program lives on without. What another machine
//! does to the files of a network is not told.

mod quiet;
mod reading;
pub(super) mod reread;
mod tail;

use std::fs::{self, DirEntry};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::Builder;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind};
use notify::{Config, ErrorKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::event::Event;
use super::loader::Input;
use super::loader::walk::{Found, Walk, is_hidden};
use super::workers::stand_back;
use crate::app::Msg;
use crate::text::clean_line;
use quiet::Quiet;

/// Sets how far the clocks of file systems, which stand still for some milliseconds, may be behind.
const BEHIND: Duration = Duration::from_millis(10);

/// Represents what is heard from the system.
type Heard = notify::Result<notify::Event>;

/// Represents a file or folder that is open.
#[derive(Debug)]
struct Root {
    /// As it was named.
    given: PathBuf,
    /// As the system names it.
    real: PathBuf,
    /// Whether it is a folder.
    is_folder: bool,
}

/// Begins to watch in the background; what is no file or folder is left alone. What has changed since
/// `since`, which was before the files were loaded, is told too.
pub(super) fn start(inputs: &[Input], since: SystemTime, events: Sender<Event>) {
    let path = |input: &Input| match input {
        Input::Path(path) => Some(path.clone()),
        _ => None,
    };
    let paths: Vec<PathBuf> = inputs.iter().filter_map(path).collect();
    if paths.is_empty() {
        return;
    }
    // Without the thread nothing is watched, and the rest of the program lives on.
    let _ = Builder::new().name("watch".into()).spawn(move || {
        stand_back();
        if let Err(error) = watch(paths, since, &events) {
            tell_of(&error, &events);
        }
    });
}

/// Says that something is not watched.
fn tell_of(error: &notify::Error, events: &Sender<Event>) {
    let why = clean_line(&error.to_string());
    let _ = events.send(Event::App(Msg::NotWatched(why)));
}

/// Watches until the program ends.
fn watch(paths: Vec<PathBuf>, since: SystemTime, events: &Sender<Event>) -> notify::Result<()> {
    let root = |given: PathBuf| {
        let real = fs::canonicalize(&given).ok()?;
        Some(Root { is_folder: real.is_dir(), real, given })
    };
    let roots: Vec<Root> = paths.into_iter().filter_map(root).collect();
    let (sender, heard) = channel();
    let mut watcher = RecommendedWatcher::new(sender, Config::default())?;
    for root in &roots {
        if root.is_folder {
            watch_folder(&mut watcher, &root.real)?;
        } else if let Some(folder) = root.real.parent() {
            // Many programs write a new file and give it the old one's name.
            if let Err(error) = watcher.watch(folder, RecursiveMode::NonRecursive) {
                tell_of(&error, events);
            }
        }
    }
    let since = since.duration_since(UNIX_EPOCH).unwrap_or_default().saturating_sub(BEHIND);
    listen((&roots, since), &mut watcher, &heard, events)
}

/// Watches a folder and those in it, but for hidden ones and links, as the loader does: so no loop can
/// be. What cannot be watched because it cannot be read was complained of by that.
fn watch_folder(watcher: &mut RecommendedWatcher, folder: &Path) -> notify::Result<()> {
    if !cfg!(target_os = "linux") {
        return watcher.watch(folder, RecursiveMode::Recursive);
    }
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        match watcher.watch(&folder, RecursiveMode::NonRecursive) {
            Err(error) if matches!(error.kind, ErrorKind::MaxFilesWatch) => return Err(error),
            Err(_) => continue,
            Ok(()) => {}
        }
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        let is_folder = |it: &DirEntry| it.file_type().is_ok_and(|kind| kind.is_dir());
        let is_shown = |it: &DirEntry| !is_hidden(&it.file_name());
        let inner = entries.flatten().filter(|it| is_folder(it) && is_shown(it));
        folders.extend(inner.map(|it| it.path()));
    }
    Ok(())
}

/// Listens to the system until nobody listens to what it says.
fn listen(
    (roots, since): (&[Root], Duration),
    watcher: &mut RecommendedWatcher,
    heard: &Receiver<Heard>,
    events: &Sender<Event>,
) -> notify::Result<()> {
    let start = Instant::now();
    let mut quiet = Quiet::default();
    quiet.note(changed_since(roots, since), start.elapsed());
    loop {
        let next = match quiet.due() {
            None => heard.recv().map_err(RecvTimeoutError::from),
            Some(due) => heard.recv_timeout(due.saturating_sub(start.elapsed())),
        };
        match next {
            // Not all could be heard: folders may be new, and files gone.
            Ok(Ok(event)) if event.need_rescan() => {
                let mut folders = roots.iter().filter(|root| root.is_folder);
                folders.try_for_each(|root| watch_folder(watcher, &root.real))?;
                quiet.note(roots.iter().map(Root::itself).collect(), start.elapsed());
            }
            Ok(Ok(event)) => {
                let paths = paths(roots, &event);
                if cfg!(target_os = "linux") && !paths.is_empty() {
                    let mut new = event.paths.iter().filter(|path| is_real_folder(path));
                    new.try_for_each(|folder| watch_folder(watcher, folder))?;
                }
                quiet.note(paths, start.elapsed());
            }
            Ok(Err(_)) | Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
        }
        let changed = quiet.take(start.elapsed());
        if !changed.is_empty() && events.send(Event::App(Msg::FilesChanged(changed))).is_err() {
            return Ok(());
        }
    }
}

/// Finds the files that have changed since some time; what is no more is not among them.
fn changed_since(roots: &[Root], since: Duration) -> Vec<PathBuf> {
    let files = roots.iter().flat_map(|root| Walk::new(root.given.clone()));
    let changed = files.filter_map(|found| match found {
        Found::File(path, _) => {
            let now = fs::metadata(&path).ok()?;
            let seconds = u64::try_from(now.ctime()).ok()?;
            let rest = u32::try_from(now.ctime_nsec()).ok()?;
            // Some file systems count seconds.
            let least = if rest == 0 { Duration::from_secs(since.as_secs()) } else { since };
            (Duration::new(seconds, rest) >= least).then_some(path)
        }
        _ => None,
    });
    changed.collect()
}

/// Gives the paths that may have changed, as they were named.
fn paths(roots: &[Root], event: &notify::Event) -> Vec<PathBuf> {
    if !is_change(event.kind) {
        return Vec::new();
    }
    let named = event.paths.iter().flat_map(|path| roots.iter().map(move |root| (root, path)));
    named.filter_map(|(root, path)| as_named(root, path)).collect()
}

/// Tells whether what a file holds may be other than before.
const fn is_change(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(kind) => matches!(kind, AccessKind::Close(AccessMode::Write)),
        EventKind::Modify(kind) => !matches!(kind, ModifyKind::Metadata(_)),
        _ => true,
    }
}

/// Gives a path as it was named; nothing for what is hidden or lies elsewhere.
fn as_named(root: &Root, path: &Path) -> Option<PathBuf> {
    let below = path.strip_prefix(&root.real).ok()?;
    if below.components().any(|part| is_hidden(part.as_os_str())) {
        return None;
    }
    Some(if below.as_os_str().is_empty() { root.itself() } else { root.given.join(below) })
}

/// Tells whether there is a folder, and not a link to one.
fn is_real_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|it| it.is_dir())
}

impl Root {
    /// Gives its path; that of a folder ends in `/`, so that a link to it leads there.
    fn itself(&self) -> PathBuf {
        if self.is_folder { self.given.join("") } else { self.given.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{CreateKind, DataChange, MetadataKind, RemoveKind};

    /// Compares what an event says to have changed under `tin`, which is /x/báo, and the file `một`.
    fn check(kind: EventKind, path: &str, expected: &[&str]) {
        let root = |given: &str, real: &str, is_folder| Root {
            given: given.into(),
            real: real.into(),
            is_folder,
        };
        let roots = [root("tin", "/x/báo", true), root("../một", "/x/một.txt", false)];
        let event = notify::Event::new(kind).add_path(path.into());
        let found = paths(&roots, &event);
        assert_eq!(found, expected.iter().map(PathBuf::from).collect::<Vec<_>>(), "{path}");
    }

    #[test]
    fn only_what_is_read_counts() {
        let written = EventKind::Modify(ModifyKind::Data(DataChange::Any));
        check(written, "/x/báo/a.txt", &["tin/a.txt"]);
        check(written, "/x/báo/a/b.txt", &["tin/a/b.txt"]);
        check(written, "/x/báo", &["tin"]);
        check(written, "/x/một.txt", &["../một"]);
        check(written, "/x/hai.txt", &[]);
        check(written, "/x/báo/.a.swp", &[]);
        check(written, "/x/báo/.git/a", &[]);
        check(EventKind::Create(CreateKind::File), "/x/báo/a", &["tin/a"]);
        check(EventKind::Remove(RemoveKind::Folder), "/x/báo/a", &["tin/a"]);
        check(EventKind::Access(AccessKind::Close(AccessMode::Write)), "/x/báo/a", &["tin/a"]);
        check(EventKind::Access(AccessKind::Open(AccessMode::Any)), "/x/báo/a", &[]);
        check(EventKind::Modify(ModifyKind::Metadata(MetadataKind::Any)), "/x/báo/a", &[]);
    }

    #[test]
    fn what_was_not_heard_is_told_by_its_time() {
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("seeds");
        let roots = [Root { real: root.clone(), given: root, is_folder: true }];
        assert_eq!(changed_since(&roots, Duration::ZERO).len(), 2);
        assert_eq!(changed_since(&roots, Duration::MAX).len(), 0);
    }
}
