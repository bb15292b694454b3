//! Calls on the files of the state that fail, as on a disk that is full or broken: what was kept
//! stays, the reader lives, and the next start goes on. Where there is no tracer that makes them
//! fail, nothing is checked.

use std::fs;
use std::process::{Command, Stdio};

use docbao::reading::{Entry, Memory, read_log};

use crate::harness::{Folder, Session, Setup};
use crate::news::news;

/// Lists the calls on the folder, the file and its lock.
const CALLS: [&str; 10] = [
    "mkdir",
    "openat",
    "flock",
    "statx",
    "read",
    "write",
    "fdatasync",
    "fsync",
    "rename",
    "getdents64",
];

/// Tells whether calls can be made to fail here.
fn can_fail() -> bool {
    let tracer = Command::new("strace")
        .args(["-f", "-qq", "-o", "/dev/null", "-e", "inject=sync:error=EIO", "true"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    let can = tracer.is_ok_and(|status| status.success());
    #[allow(clippy::print_stderr, reason = "who runs the tests should know")]
    if !can {
        eprintln!("skipped: there is no tracer");
    }
    can
}

/// Starts the program; `fault` says which of the calls on its state fail, and how.
fn start(folder: &Folder, fault: Option<&str>) -> Session {
    let (path, state) = (folder.path("news.jsonl"), folder.path("state"));
    let kept = |name: &str| format!("{state}/docbao{name}");
    let (place, log, lock) = (kept(""), kept("/reading.log"), kept("/reading.lock"));
    let program = Setup::default().program;
    let fault = fault.map(|fault| format!("inject={fault}"));
    let traced = fault.as_ref().map(|fault| {
        let tracer = ["-f", "-qq", "-o", "/dev/null", "-P", &place, "-P", &log, "-P", &lock];
        [&tracer[..], &["-e", fault, program, &path]].concat()
    });
    let args = traced.unwrap_or_else(|| vec![&path]);
    let program = if fault.is_some() { "strace" } else { program };
    Setup { program, args: &args, env: &[("XDG_STATE_HOME", &state)], ..Setup::default() }.ready()
}

fn memory(folder: &Folder) -> Memory {
    let bytes = fs::read(folder.path("state/docbao/reading.log")).expect("it is still there");
    let log = read_log(&bytes);
    assert!(!log.is_foreign() && log.damaged <= 1, "{log:?}");
    log.memory
}

fn stars(folder: &Folder) -> usize {
    memory(folder).entries().filter(|entry| matches!(entry, Entry::Star(..))).count()
}

fn quit(mut session: Session) {
    session.keys("q");
    assert_eq!(session.wait_exit().code(), Some(0), "{}", session.dump());
}

/// Gives a star, lets calls fail while the next one is given, and gives a third one; a line that was
/// cut has the file written anew by whoever can.
fn check(fault: &str) {
    let folder = news();
    let session = start(&folder, None);
    session.check_keys("m", "★ 2023-01");
    quit(session);
    let log = folder.path("state/docbao/reading.log");
    let kept = fs::read_to_string(&log).expect("it was written");
    fs::write(&log, format!("{kept}\nstar half a li")).expect("it can be written");

    let session = start(&folder, Some(fault));
    session.check_keys("G m", "★ 2023-12");
    quit(session);
    assert!((1..=2).contains(&stars(&folder)), "{fault}: {:?}", memory(&folder));

    let session = start(&folder, None);
    session.check_keys("g j m", "★ 2023-02");
    quit(session);
    assert!((2..=3).contains(&stars(&folder)), "{fault}: {:?}", memory(&folder));
    let mut names: Vec<_> = fs::read_dir(folder.path("state/docbao"))
        .expect("it is there")
        .map(|file| file.expect("it can be read").file_name())
        .collect();
    names.sort();
    assert_eq!(names, ["reading.lock", "reading.log"], "{fault}");
}

#[test]
fn a_full_disk_loses_nothing_that_was_kept() {
    if can_fail() {
        let folder = news();
        start(&folder, None).check_keys("m", "★ 2023-01");
        let session = start(&folder, Some("write:error=ENOSPC:when=1+"));
        session.check_keys("G m", "1 problem (!)");
        session.check_keys("!", "what you read is not kept");
        drop(session);
        check("write:error=ENOSPC:when=1+");
        check("write:error=ENOSPC:when=2");
        check("openat:error=ENOSPC:when=3+");
        check("rename:error=ENOSPC");
    }
}

#[test]
#[ignore = "long: each call fails the first time, later, and always"]
fn any_call_may_fail() {
    if !can_fail() {
        return;
    }
    let mut count = 0;
    for call in CALLS {
        for error in ["EIO", "ENOSPC"] {
            for when in ["1", "2", "3", "4", "5+", "1+"] {
                check(&format!("{call}:error={error}:when={when}"));
                count += 1;
            }
        }
    }
    #[allow(clippy::print_stdout, reason = "long runs tell what was checked")]
    {
        println!("state: {count} faults of {} calls survived", CALLS.len());
    }
}
