//! No network and no other programs, as the system sees it. Where there is no tracer, or it may not
//! trace, nothing is checked.

use std::fs;
use std::process::{Command, Stdio};

use crate::folder::Folder;

/// Runs a command under the tracer; gives the calls of interest, or nothing when that is not to be
/// had.
fn traced(args: &[&str]) -> Option<Vec<String>> {
    let folder = Folder::new();
    let log = folder.path("log");
    let calls = "trace=execve,execveat,fork,vfork,clone,clone3,socket,connect,bind,sendto,ptrace";
    let strace = ["-f", "-qq", "-e", calls, "-e", "signal=none", "-o", &log];
    let status = Command::new("strace")
        .args(strace)
        .arg(env!("CARGO_BIN_EXE_docbao"))
        .args(args)
        .env("HOME", folder.path(""))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .ok()?;
    let log = fs::read_to_string(&log).unwrap_or_default();
    let seen = status.code().is_some_and(|code| code <= 2) && log.contains("execve(");
    if !seen {
        eprintln!("skipped: there is no tracer");
        return None;
    }
    Some(log.lines().map(str::to_owned).collect())
}

/// Tells whether a call is one that the program needs: itself, once, and its threads.
fn is_fine(call: &str) -> bool {
    call.contains("CLONE_THREAD") || call.contains("resumed>") || call.contains("execve(\"")
}

#[test]
fn there_is_no_network_and_no_other_program() {
    let folder = Folder::new().with("a.txt", "Ông Phạm Văn Sơn ở Lâm Đồng. http://127.0.0.1/x");
    let path = folder.path("a.txt");
    for args in [
        &["search", "lam dong", &path][..],
        &["entities", "--json", &path],
        &["list", "http://127.0.0.1/"],
        &["--help"],
        &[],
    ] {
        let Some(calls) = traced(args) else { return };
        let bad: Vec<&String> = calls.iter().filter(|call| !is_fine(call)).collect();
        assert!(bad.is_empty(), "{args:?}: {bad:#?}");
        let programs = calls.iter().filter(|call| call.contains("execve(")).count();
        assert_eq!(programs, 1, "{args:?}: {calls:#?}");
    }
}
