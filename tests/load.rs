//! Loads folders, files and what only looks like them, through the public interface.

use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::PathBuf;
use std::process::id;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::channel;

use docbao::runtime::loader::{Input, LoadEvent, Progress, load, load_all};

/// Represents a folder that is deleted in the end.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("docbao-load-{}-{}", id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).expect("the temporary folder can be written");
        Self(path)
    }

    /// Writes a file, with the folders that it lies in.
    fn with(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.0.join(name);
        let folder = path.parent().expect("it lies in the folder");
        fs::create_dir_all(folder).expect("the folder can be written");
        fs::write(path, content).expect("the folder can be written");
        self
    }

    /// Loads the named entries (the folder itself for an empty name); gives ids and complaints.
    fn load(&self, names: &[&str]) -> (Vec<String>, Vec<String>) {
        let inputs = names.iter().map(|name| match *name {
            "" => Input::Path(self.0.clone()),
            name => Input::Path(self.0.join(name)),
        });
        let (corpus, diagnostics) = load_all(inputs.collect());
        let here = format!("{}/", self.0.display());
        let ids = corpus.iter().map(|(_, article)| article.id.to_string()).collect();
        let complaints = diagnostics.iter().map(|it| it.to_string().replace(&here, "")).collect();
        (ids, complaints)
    }

    fn check(&self, names: &[&str], ids: &[&str], complaints: &[&str]) {
        let (found, said) = self.load(names);
        assert_eq!(found, ids, "{said:?}");
        assert_eq!(said, complaints);
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn files_come_in_the_order_of_their_paths() {
    let folder = Folder::new()
        .with("b/2.txt", "Tin hai.")
        .with("b/10.txt", "Tin mười.")
        .with("b.txt", "Tin b.")
        .with("a/z/đ.txt", "Tin đ.")
        .with("a/z.txt", "Tin z.")
        .with("B.md", "# Tin\n\nTin lớn.")
        .with(".hidden/x.txt", "Ẩn.")
        .with("a/.x.txt", "Ẩn.");
    folder.check(&[""], &["B", "z", "đ", "b", "10", "2"], &[]);
    folder.check(&["b", "B.md", "b/2.txt"], &["10", "2", "B", "2"], &[]);
}

#[test]
fn many_lines_keep_their_order_whatever_the_threads_do() {
    let lines = |from: u32| -> String {
        (from..from + 6000)
            .map(|n| format!("{{\"id\":{n},\"text\":\"Tin {n}.\"}}\n"))
            .collect::<Vec<_>>()
            .concat()
    };
    let folder = Folder::new().with("a.jsonl", lines(0)).with("b.jsonl", lines(6000));
    let (ids, complaints) = folder.load(&[""]);
    let expected: Vec<_> = (0..12000).map(|n: u32| n.to_string()).collect();
    assert_eq!((ids, complaints), (expected, vec![]));
}

#[test]
fn a_bad_line_costs_one_line() {
    let folder = Folder::new().with("a.jsonl", "{\"text\":\"Một.\"}\nx\n{\"text\":\"Ba.\"}\n");
    let complaint = "a.jsonl:2: is not a JSON object (column 1): expected value";
    folder.check(&[""], &["a:1", "a:3"], &[complaint]);
}

#[test]
fn what_is_no_article_is_said_and_passed_over() {
    let folder = Folder::new()
        .with("0.txt", "Tin.")
        .with("binary.dat", [0, 1, 2, 255])
        .with("binary.txt", [0, 1, 2, 255])
        .with("blank.jsonl", "\n\n")
        .with("empty.txt", "")
        .with("latin.txt", [b'a', 0xE9, 0xE9, b'b'])
        .with("photo.png", "x")
        .with("z.txt", "Tin.");
    let complaints = [
        "binary.dat: is skipped: it is binary data",
        "binary.txt: is binary data, not text",
        "blank.jsonl: holds no articles",
        "empty.txt: is empty",
        "latin.txt:1: is not UTF-8: 2 bytes are invalid, the first is byte 2",
        "photo.png: is skipped: files of this kind are not read",
    ];
    folder.check(&[""], &["0", "z"], &complaints);
}

#[test]
fn links_are_followed_to_files_and_never_round_in_a_loop() {
    let folder = Folder::new().with("a/1.txt", "Một.").with("b/2.txt", "Hai.");
    symlink("..", folder.0.join("a/loop")).unwrap();
    symlink("../b/2.txt", folder.0.join("a/two.txt")).unwrap();
    symlink("self", folder.0.join("self")).unwrap();
    symlink("gone", folder.0.join("lost.txt")).unwrap();
    symlink("a", folder.0.join("to-a")).unwrap();
    let (ids, complaints) = folder.load(&[""]);
    assert_eq!(ids, ["1", "two", "2"]);
    let starts =
        ["a/loop: is skipped: it is a link", "lost.txt: cannot", "self: cannot", "to-a: is"];
    assert_eq!(complaints.len(), starts.len(), "{complaints:?}");
    assert!(
        complaints.iter().zip(starts).all(|(it, start)| it.starts_with(start)),
        "{complaints:?}"
    );
    assert_eq!(folder.load(&["to-a"]).0, ["1", "two"]);
}

#[test]
fn a_pipe_or_device_is_never_opened() {
    let folder = Folder::new().with("a.txt", "Một.");
    let pipe = folder.0.join("pipe.txt");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    folder.check(&["", "pipe.txt"], &["a"], &["pipe.txt: is skipped: it is not a regular file"; 2]);
    let (corpus, diagnostics) = load_all(vec![Input::Path("/dev/zero".into())]);
    assert!(corpus.is_empty());
    assert_eq!(diagnostics[0].to_string(), "/dev/zero: is skipped: it is not a regular file");
}

#[test]
fn what_cannot_be_read_is_said() {
    let folder = Folder::new().with("a.txt", "Một.").with("b.txt", "Hai.");
    let (ids, complaints) = folder.load(&["none.txt", "b.txt"]);
    assert_eq!(ids, ["b"]);
    assert!(complaints[0].starts_with("none.txt: cannot be read: "), "{complaints:?}");
    let locked = folder.0.join("a.txt");
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o000)).unwrap();
    // A superuser can read it all the same.
    if fs::read(&locked).is_err() {
        let (ids, complaints) = folder.load(&[""]);
        assert_eq!(ids, ["b"]);
        assert!(complaints[0].starts_with("a.txt: cannot be read: "), "{complaints:?}");
    }
}

#[test]
fn names_that_are_no_unicode_are_shown_all_the_same() {
    let folder = Folder::new();
    let name = std::ffi::OsStr::from_bytes(b"b\xFFo\nx.txt");
    fs::write(folder.0.join(name), "Tin.").unwrap();
    folder.check(&[""], &["b\u{FFFD}o x"], &[]);
}

#[test]
fn the_seeds_are_two_articles() {
    let (corpus, diagnostics) = load_all(vec![Input::Seeds]);
    let ids: Vec<_> = corpus.iter().map(|(_, article)| article.id.to_string()).collect();
    assert_eq!(ids, ["000_a67fe91cfa96657e", "003_12b05c839997e4a5"]);
    assert_eq!(diagnostics, []);
}

#[test]
fn the_events_end_with_done_and_the_first_segment_is_small() {
    let lines: String =
        (0..5000).map(|n| format!("{{\"text\":\"Tin {n}.\"}}\n")).collect::<Vec<_>>().concat();
    let folder = Folder::new().with("a.jsonl", &lines);
    let (sender, events) = channel();
    let input = Input::Path(folder.0.join("a.jsonl"));
    load(vec![input], move |event| sender.send(event).is_ok()).wait();
    let (mut sizes, mut last, mut done) = (Vec::new(), Progress::default(), 0);
    for event in events {
        assert_eq!(done, 0, "nothing comes after the end");
        match event {
            LoadEvent::Segment(segment) => sizes.push(segment.articles.len()),
            LoadEvent::Progress(progress) => last = progress,
            LoadEvent::Kept(_) | LoadEvent::Entities(_) => panic!("nothing was kept"),
            LoadEvent::Diagnostic(diagnostic) => panic!("{diagnostic}"),
            LoadEvent::Done => done += 1,
        }
    }
    assert_eq!(done, 1);
    assert!(sizes[0] <= 64 && sizes.iter().sum::<usize>() == 5000, "{sizes:?}");
    assert_eq!((last.articles, last.bytes_read, last.files), (5000, lines.len() as u64, 1));
}

#[test]
fn a_load_that_nobody_listens_to_ends() {
    let lines: String =
        (0..50_000).map(|n| format!("{{\"text\":\"Tin {n}.\"}}\n")).collect::<Vec<_>>().concat();
    let folder = Folder::new().with("a.jsonl", lines);
    let (sender, events) = channel();
    let count = AtomicU32::new(0);
    let handle = load(vec![Input::Path(folder.0.clone())], move |event| {
        sender.send(event).is_ok() && count.fetch_add(1, Ordering::Relaxed) < 3
    });
    handle.wait();
    let events: Vec<_> = events.iter().collect();
    assert!(events.len() == 4 && !matches!(events.last(), Some(LoadEvent::Done)), "{events:?}");
}
