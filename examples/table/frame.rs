//! How soon the program shows something: it is started in a pseudo-terminal, and what it draws is
//! read as it comes.

use std::ffi::OsStr;
use std::io::Read;
use std::num::NonZeroU16;
use std::path::Path;
use std::time::{Duration, Instant};

use pty_process::Size;
use pty_process::blocking::{Command, open};
use rustix::event::{PollFd, PollFlags, Timespec, poll};

const ROWS: u16 = 24;
const COLUMNS: u16 = 80;
const FRAME_ENDS: &[u8] = b"\x1b[?2026l";

/// How long something may take to come.
const PATIENCE: Duration = Duration::from_mins(1);

/// Represents when the first frame was there, and when the first article stood in the list.
#[derive(Debug, Clone, Copy)]
pub struct First {
    pub frame: Duration,
    pub article: Duration,
}

/// Starts a program some times and gives the middle of the times that it took.
pub fn first(program: &Path, args: &[&OsStr], article: &str, times: usize) -> Option<First> {
    let mut runs: Vec<_> = (0..times).filter_map(|_| run(program, args, article)).collect();
    runs.sort_unstable_by_key(|run| run.article);
    runs.get(times / 2).copied()
}

fn run(program: &Path, args: &[&OsStr], article: &str) -> Option<First> {
    let (mut master, slave) = open().ok()?;
    master.resize(Size::new(ROWS, COLUMNS)).ok()?;
    let start = Instant::now();
    // What an earlier start has kept must not help this one.
    let command = Command::new(program).arg("--no-cache").args(args);
    let command = command.env("TERM", "xterm-256color");
    let mut child = command.spawn(slave).ok()?;
    let (rows, columns) = (NonZeroU16::new(ROWS)?, NonZeroU16::new(COLUMNS)?);
    let mut parser = vt100::Parser::new(rows, columns, 0);
    let (mut frame, mut seen, mut first) = (None, Vec::new(), None);
    let mut buffer = [0; 16 * 1024];
    while first.is_none() && start.elapsed() < PATIENCE {
        let second = Timespec { tv_sec: 1, tv_nsec: 0 };
        let mut waiting = [PollFd::new(&master, PollFlags::IN)];
        if poll(&mut waiting, Some(&second)).is_ok_and(|ready| ready == 0) {
            continue;
        }
        let length = master.read(&mut buffer).unwrap_or(0);
        if length == 0 {
            break;
        }
        parser.process(&buffer[..length]);
        seen.extend_from_slice(&buffer[..length]);
        if seen.windows(FRAME_ENDS.len()).any(|window| window == FRAME_ENDS) {
            let frame = *frame.get_or_insert_with(|| start.elapsed());
            let there = parser.screen().contents().contains(article);
            first = there.then(|| First { frame, article: start.elapsed() });
        }
    }
    let _ = child.kill();
    let _ = child.wait();
    first
}
