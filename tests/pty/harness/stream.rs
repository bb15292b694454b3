//! What comes from the program: the bytes, and the screen that they draw.

use std::io::{PipeReader, Read};
use std::num::NonZeroU16;
use std::sync::{Condvar, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use pty_process::blocking::Pty;
use rustix::event::{PollFd, PollFlags, poll};
use vt100::{Parser, Screen};

const FRAME_BEGINS: &[u8] = b"\x1b[?2026h";
const FRAME_ENDS: &[u8] = b"\x1b[?2026l";
const CLEAR: &[u8] = b"\x1b[2J";

/// Holds what has come, for the thread that reads and for the test that waits.
pub struct Stream {
    state: Mutex<State>,
    changed: Condvar,
}

/// Represents what has come.
pub struct State {
    parser: Parser,
    /// The screen after the last whole frame.
    whole: Screen,
    raw: Vec<u8>,
    in_frame: bool,
    ended: bool,
    /// How often the screen was cleared.
    pub redraws: usize,
}

impl State {
    /// Gives the screen after the last whole frame.
    pub const fn screen(&self) -> &Screen {
        &self.whole
    }

    /// Takes bytes in, up to the end of each frame at a time.
    fn take(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.raw.push(byte);
            if self.raw.ends_with(FRAME_BEGINS) {
                self.in_frame = true;
            } else if self.raw.ends_with(FRAME_ENDS) {
                self.in_frame = false;
            } else if self.raw.ends_with(CLEAR) {
                self.redraws += 1;
            }
            self.parser.process(&[byte]);
            if byte == b'l' && !self.in_frame {
                self.whole = self.parser.screen().clone();
            }
        }
        if !self.in_frame {
            self.whole = self.parser.screen().clone();
        }
    }
}

impl Stream {
    pub fn new(columns: u16, rows: u16) -> Self {
        let parser = Parser::new(at_least_one(rows), at_least_one(columns), 0);
        let whole = parser.screen().clone();
        let state =
            State { parser, whole, raw: Vec::new(), in_frame: false, ended: false, redraws: 0 };
        Self { state: Mutex::new(state), changed: Condvar::new() }
    }

    /// Reads the terminal until it has nothing more to give, or until `wake` is closed.
    pub fn drain(&self, mut master: &Pty, wake: &PipeReader) {
        let mut buffer = [0; 16 * 1024];
        loop {
            let mut waiting =
                [PollFd::new(master, PollFlags::IN), PollFd::new(wake, PollFlags::IN)];
            if poll(&mut waiting, None).is_err() {
                continue;
            }
            if !waiting[1].revents().is_empty() {
                break;
            }
            // The error is what a terminal gives that the program has closed.
            let length = master.read(&mut buffer).unwrap_or(0);
            if length == 0 {
                break;
            }
            self.lock().take(&buffer[..length]);
            self.changed.notify_all();
        }
        self.lock().ended = true;
        self.changed.notify_all();
    }

    /// Waits until it is as wanted; tells whether it came to that.
    pub fn wait(&self, patience: Duration, wanted: impl Fn(&State) -> bool) -> bool {
        let start = Instant::now();
        let mut state = self.lock();
        loop {
            if !state.in_frame && wanted(&state) {
                return true;
            }
            let left = patience.saturating_sub(start.elapsed());
            if left.is_zero() || state.ended {
                return false;
            }
            (state, _) = self.changed.wait_timeout(state, left).expect("no thread panics");
        }
    }

    /// Waits until nothing more comes.
    pub fn wait_end(&self, patience: Duration) {
        let ended = self.changed.wait_timeout_while(self.lock(), patience, |state| !state.ended);
        assert!(!ended.expect("no thread panics").1.timed_out(), "the terminal stays open");
    }

    pub fn screen(&self) -> Screen {
        self.lock().whole.clone()
    }

    pub fn raw(&self) -> Vec<u8> {
        self.lock().raw.clone()
    }

    pub fn redraws(&self) -> usize {
        self.lock().redraws
    }

    pub fn resize(&self, columns: u16, rows: u16) {
        self.lock().parser.set_size(at_least_one(rows), at_least_one(columns));
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("no thread panics")
    }
}

fn at_least_one(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).unwrap_or(NonZeroU16::MIN)
}
