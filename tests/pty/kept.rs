//! The second start on the same corpus, which reads what the first one kept.

use std::fs::{self, File};
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use crate::harness::{Folder, Session, Setup};

/// Makes a corpus with as much text as is worth keeping: few words, and long ones.
fn corpus(name: &str) -> Folder {
    let folder = Folder::new();
    write(&folder, name);
    folder
}

fn write(folder: &Folder, name: &str) {
    let filler = format!("{} ", "a".repeat(999)).repeat(1 << 10);
    let first = format!("{{\"title\":\"Tin đầu\",\"text\":\"Ông {name} đến Đà Lạt.\"}}\n");
    let others = format!("{{\"title\":\"Dài\",\"text\":\"{filler}\"}}\n").repeat(5);
    let path = folder.path("a.jsonl");
    fs::write(&path, first + &others).expect("the folder can be written");
    // Only what has been left alone for a moment is kept.
    let changed = fs::metadata(path).and_then(|it| it.modified()).expect("it is there");
    while changed.elapsed().is_ok_and(|age| age < Duration::from_millis(100)) {
        std::thread::yield_now();
    }
}

/// Gives the files that are kept.
fn kept(folder: &Folder) -> Vec<PathBuf> {
    let files = fs::read_dir(folder.path("cache/docbao")).into_iter().flatten().flatten();
    let files = files.map(|file| file.path());
    files.filter(|path| path.extension().is_some_and(|end| end == "kept")).collect()
}

/// Starts the program, sees the list, finds a name, and gives the session.
fn start(folder: &Folder, name: &str) -> Session {
    let (path, cache) = (folder.path("a.jsonl"), folder.path("cache"));
    let session =
        Setup { args: &[&path], env: &[("XDG_CACHE_HOME", &cache)], ..Setup::default() }.ready();
    session.see(&["6 articles", "Tin đầu"]);
    session.keys("s");
    session.type_text(name);
    session.see(&["1 entity", name]);
    session.keys("esc esc");
    session
}

fn quit(mut session: Session) {
    session.keys("q");
    assert_eq!(session.wait_exit().code(), Some(0), "{}", session.dump());
}

#[test]
fn a_second_start_shows_and_finds_what_was_kept() {
    let folder = corpus("Nguyễn Văn Giang");
    let session = start(&folder, "Nguyễn Văn Giang");
    session.until("it is kept", || kept(&folder).len() == 1);
    quit(session);

    // A file that is read has a new time.
    let old = SystemTime::now() - Duration::from_secs(9_999);
    let file = kept(&folder).remove(0);
    let opened = File::options().append(true).open(&file).expect("it is there");
    opened.set_modified(old).expect("its time can be set");
    let before = fs::read(&file).expect("it can be read");
    quit(start(&folder, "Nguyễn Văn Giang"));
    let used = fs::metadata(&file).and_then(|it| it.modified()).expect("it is there");
    assert!(used > old + Duration::from_secs(999), "it was not read");
    assert_eq!(fs::read(&file).expect("it can be read"), before, "it was written again");

    write(&folder, "Trần Thị Sen");
    let session = start(&folder, "Trần Thị Sen");
    session.until("it is kept anew", || {
        fs::read(&file).is_ok_and(|now| now != before) && kept(&folder).len() == 1
    });
    quit(session);
    quit(start(&folder, "Trần Thị Sen"));
}
