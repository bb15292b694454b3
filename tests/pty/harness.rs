//! A terminal for the tests: the program runs in a pseudo-terminal, keys go in, and what it draws is
//! parsed into a screen. Nothing here waits for a fixed time: a test waits for what it wants to see.

mod escapes;
mod folder;
mod keys;
mod setup;
mod stream;

use std::io::Write;
use std::process::{Child, ExitStatus};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use pty_process::Size;
use pty_process::blocking::{Pts, Pty};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
use rustix::process::{Pid, Signal, kill_process};
use rustix::termios::{tcgetattr, tcgetpgrp};
use vt100::Screen;

pub use escapes::forbidden;
pub use folder::Folder;
pub use keys::bytes;
pub use setup::Setup;
use stream::Stream;

/// Sets how long a test waits for what must come: far longer than a busy machine needs.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// Sets how often something is asked for that cannot be waited for.
const PAUSE: Duration = Duration::from_millis(1);

/// Represents the program in its terminal; dropping it ends both.
pub struct Session {
    child: Child,
    slave: Option<Pts>,
    master: Option<Arc<Pty>>,
    stream: Arc<Stream>,
    /// Closing it ends the thread that reads the terminal.
    wake: Option<std::io::PipeWriter>,
    drain: Option<JoinHandle<()>>,
    settings: String,
    _home: Folder,
}

impl Session {
    /// Starts the program with arguments in a terminal of 80 x 24, and waits until all is loaded.
    pub fn open(args: &[&str]) -> Self {
        Setup { args, ..Setup::default() }.ready()
    }

    /// Presses the keys of a script: names as in the table of actions, anything else as it is.
    pub fn keys(&self, script: &str) {
        script.split_whitespace().for_each(|key| self.send(&bytes(key)));
    }

    /// Types a text letter by letter.
    pub fn type_text(&self, text: &str) {
        text.chars().for_each(|c| self.send(c.to_string().as_bytes()));
    }

    /// Sends bytes and waits until the program has read them, so that the Esc key and the key after
    /// it never look like one escape sequence.
    pub fn send(&self, bytes: &[u8]) {
        self.write(bytes);
        self.until("the keys are read", || {
            let Some(slave) = &self.slave else { return true };
            let mut waiting = [PollFd::new(slave, PollFlags::IN)];
            let now = Timespec { tv_sec: 0, tv_nsec: 0 };
            poll(&mut waiting, Some(&now)).expect("the terminal can be asked") == 0
        });
    }

    /// Sends bytes and does not care who reads them.
    pub fn write(&self, bytes: &[u8]) {
        let mut master: &Pty = self.master.as_ref().expect("the terminal is there");
        master.write_all(bytes).expect("the terminal takes keys");
    }

    /// Waits until the screen is as wanted, looking only between frames.
    pub fn wait_for(&self, what: &str, wanted: impl Fn(&Screen) -> bool) {
        let seen = self.stream.wait(PATIENCE, |stream| wanted(stream.screen()));
        assert!(seen, "waited in vain for: {what}\n{}", self.dump());
    }

    /// Waits until each of the texts is on the screen.
    pub fn see(&self, texts: &[&str]) {
        let all = |screen: &Screen| texts.iter().all(|text| screen.contents().contains(text));
        self.wait_for(&format!("{texts:?}"), all);
    }

    /// Presses keys and waits for a text.
    pub fn check_keys(&self, script: &str, expected: &str) {
        self.keys(script);
        self.wait_for(&format!("{expected:?} after {script}"), |screen| {
            screen.contents().contains(expected)
        });
    }

    /// Waits until articles and entities are loaded.
    pub fn wait_until_loaded(&self) {
        self.wait_for("all is loaded", |screen| progress(screen) == Some(true));
    }

    /// Waits until all keys that were pressed have had their effect: the keys' order is kept, so
    /// that they have when the redraw that comes last has. Not while something is typed.
    pub fn settle(&self) {
        let before = self.stream.redraws();
        self.send(&bytes("ctrl-l"));
        let drawn = self.stream.wait(PATIENCE, |stream| stream.redraws > before);
        assert!(drawn, "the screen was not drawn anew\n{}", self.dump());
    }

    /// Waits as `settle` does, while something is typed: a size that comes draws all anew.
    pub fn settle_typing(&self) {
        let (rows, columns) = self.screen().size();
        let before = self.stream.redraws();
        self.resize(columns.get(), rows.get() + 1);
        self.wait_for_redraw(before);
        let before = self.stream.redraws();
        self.resize(columns.get(), rows.get());
        self.wait_for_redraw(before);
    }

    /// Gives the number of times that the screen was cleared.
    pub fn redraws(&self) -> usize {
        self.stream.redraws()
    }

    /// Waits until the screen was cleared more often than `before`.
    pub fn wait_for_redraw(&self, before: usize) {
        let drawn = self.stream.wait(PATIENCE, |stream| stream.redraws > before);
        assert!(drawn, "the screen was not drawn anew\n{}", self.dump());
    }

    /// Gives the screen as it is now, or as it was after the last whole frame.
    pub fn screen(&self) -> Screen {
        self.stream.screen()
    }

    /// Gives all bytes that came so far.
    pub fn raw(&self) -> Vec<u8> {
        self.stream.raw()
    }

    /// Changes the size of the terminal.
    pub fn resize(&self, columns: u16, rows: u16) {
        self.stream.resize(columns, rows);
        let master = self.master.as_ref().expect("the terminal is there");
        master.resize(Size::new(rows, columns)).expect("the terminal takes a size");
    }

    /// Lets the terminal claim a size that nobody shows.
    pub fn claim(&self, columns: u16, rows: u16) {
        let master = self.master.as_ref().expect("the terminal is there");
        master.resize(Size::new(rows, columns)).expect("the terminal takes a size");
    }

    /// Lets writing to the terminal fail rather than wait, as some programs leave it.
    pub fn let_writes_fail(&self) {
        let slave = self.slave.as_ref().expect("the terminal is there");
        let flags = fcntl_getfl(slave).expect("it has flags");
        fcntl_setfl(slave, flags | OFlags::NONBLOCK).expect("it takes flags");
    }

    /// Gives the most memory that the program has had, in megabytes.
    pub fn most_memory(&self) -> usize {
        let path = format!("/proc/{}/status", self.pid().as_raw_nonzero());
        let status = std::fs::read_to_string(path).expect("the program runs");
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<usize>().ok());
        kilobytes.expect("it is a number") / 1024
    }

    /// Gives the process that was started.
    pub fn pid(&self) -> Pid {
        Pid::from_child(&self.child)
    }

    /// Sends a signal to the process that was started.
    pub fn signal(&self, signal: Signal) {
        kill_process(self.pid(), signal).expect("the process is there");
    }

    /// Gives the process group that has the terminal.
    pub fn foreground(&self) -> Pid {
        tcgetpgrp(self.slave.as_ref().expect("the terminal is there"))
            .or_else(|_| tcgetpgrp(&**self.master.as_ref().expect("the terminal is there")))
            .expect("somebody has the terminal")
    }

    /// Tells whether the settings of the terminal are those from before the start.
    pub fn settings_are_back(&self) -> bool {
        self.settings == settings(self.slave.as_ref().expect("the terminal is there"))
    }

    /// Takes the terminal away, as when its window is closed.
    pub fn vanish(&mut self) {
        self.slave = None;
        self.freeze();
        self.master = None;
    }

    /// Lets the terminal take nothing more, as over a network that hangs.
    pub fn freeze(&mut self) {
        self.wake = None;
        self.drain.take().map(JoinHandle::join);
    }

    /// Waits until the program has ended and all that it wrote has come.
    pub fn wait_exit(&mut self) -> ExitStatus {
        let status = self.wait_status(PATIENCE);
        if self.master.is_some() {
            assert!(self.settings_are_back(), "the terminal's settings were changed");
            self.slave = None;
            self.stream.wait_end(PATIENCE);
        }
        status
    }

    /// Waits until the program has ended.
    pub fn wait_status(&mut self, patience: Duration) -> ExitStatus {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("the child can be waited for") {
                return status;
            }
            assert!(start.elapsed() < patience, "the program goes on\n{}", self.dump());
            thread::sleep(PAUSE);
        }
    }

    /// Waits until `done`.
    pub fn until(&self, what: &str, done: impl Fn() -> bool) {
        let start = Instant::now();
        while !done() {
            assert!(start.elapsed() < PATIENCE, "waited in vain until {what}\n{}", self.dump());
            thread::sleep(PAUSE);
        }
    }

    /// Gives the screen for a message.
    pub fn dump(&self) -> String {
        let screen = self.stream.screen();
        let rule = "-".repeat(screen.size().1.get().into());
        format!("{rule}\n{}\n{rule}\ncursor {:?}", text(&screen), screen.cursor_position())
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        self.vanish();
    }
}

/// Gives the text of a row of the screen.
pub fn line(screen: &Screen, row: u16) -> String {
    let columns = screen.size().1.get();
    screen.rows(0, columns).nth(row.into()).unwrap_or_default().trim_end().to_owned()
}

/// Gives the text of the screen.
pub fn text(screen: &Screen) -> String {
    (0..screen.size().0.get()).map(|row| line(screen, row)).collect::<Vec<_>>().join("\n")
}

/// Tells whether articles and entities are loaded, as the last line says if it is there.
pub fn progress(screen: &Screen) -> Option<bool> {
    let last = line(screen, screen.size().0.get() - 1);
    // Hints stand before it, and may speak of entities too.
    let said = last.trim_end().rsplit("  ").next()?;
    let begins = ["loading", "đang mở", "entities", "thực thể"];
    let waits = begins.iter().any(|&word| said.rsplit(" · ").any(|part| part.starts_with(word)));
    if waits { Some(false) } else { said.ends_with('%').then_some(true) }
}

/// Gives the settings of a terminal, to be compared.
fn settings(terminal: &Pts) -> String {
    format!("{:?}", tcgetattr(terminal).expect("it is a terminal"))
}
