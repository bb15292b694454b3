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

/// How often a program is started; the middle one counts.
const TIMES: usize = 5;

/// Makes a command of the program that keeps its files in a folder.
pub fn at_home(program: &Path, home: &Path) -> std::process::Command {
    let mut command = std::process::Command::new(program);
    for name in FOLDERS {
        command.env(name, home);
    }
    command
}

/// Lists what names the folders of the program.
const FOLDERS: [&str; 4] = ["HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"];

/// Measures the first frame and the first article in a process of its own, and gives their names
/// and milliseconds: to start a program from one that holds much takes long by itself.
pub fn apart(home: &Path, program: &Path, article: &str, args: &[&OsStr]) -> Vec<(String, f64)> {
    let Ok(here) = std::env::current_exe() else { return Vec::new() };
    let mut command = std::process::Command::new(here);
    command.arg("--first").arg(home).arg(program).arg(article).args(args);
    let told = command.output().map(|output| output.stdout).unwrap_or_default();
    let told = String::from_utf8_lossy(&told);
    let line = |line: &str| {
        let (name, time) = line.split_once('\t')?;
        Some((name.to_owned(), time.parse().ok()?))
    };
    told.lines().filter_map(line).collect()
}

/// Starts a program some times and prints the middle of the times that it took.
pub fn tell((home, program): (&Path, &Path), article: &str, args: &[String]) {
    let mut runs: Vec<_> = (0..TIMES).filter_map(|_| run((home, program), args, article)).collect();
    runs.sort_unstable_by_key(|run| run.article);
    if let Some(run) = runs.get(runs.len() / 2) {
        println!("frame\t{}", run.frame.as_secs_f64() * 1e3);
        println!("article\t{}", run.article.as_secs_f64() * 1e3);
    }
}

fn run((home, program): (&Path, &Path), args: &[String], article: &str) -> Option<First> {
    let (mut master, slave) = open().ok()?;
    master.resize(Size::new(ROWS, COLUMNS)).ok()?;
    let start = Instant::now();
    // What an earlier start has kept must not help this one.
    let folders = FOLDERS.map(|name| (name, home));
    let command = Command::new(program).args(args).envs(folders).env("TERM", "xterm-256color");
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
