//! Reading keys from the terminal.
//!
//! The thread waits on the terminal itself before it asks crossterm, because crossterm spins for
//! ever on a terminal that has gone (crossterm issue 793).

use std::fs::File;
use std::io::{self, IsTerminal, stdin};
use std::os::fd::{AsFd, OwnedFd};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use crossterm::event::{self, Event as TerminalEvent};
use rustix::event::{PollFd, PollFlags, poll};

use crate::app::Msg;

use super::screen::Event;
use super::terminal::announce_again;

/// Starts the thread that sends keys until the terminal is gone.
///
/// # Errors
/// Gives an error when there is no terminal to read from.
pub(super) fn start(events: Sender<Event>) -> io::Result<()> {
    let terminal = terminal()?;
    thread::Builder::new().name("input".into()).spawn(move || {
        let read = std::panic::AssertUnwindSafe(|| read_all(&terminal, &events));
        let end = std::panic::catch_unwind(read)
            .unwrap_or_else(|_| Err(io::Error::other("reading keys failed")));
        let error = end.err().unwrap_or_else(|| io::ErrorKind::UnexpectedEof.into());
        let _ = events.send(Event::Lost(error));
    })?;
    Ok(())
}

/// Opens what keys come from: standard input, or else the terminal that controls the process.
fn terminal() -> io::Result<OwnedFd> {
    if stdin().is_terminal() {
        return stdin().as_fd().try_clone_to_owned();
    }
    Ok(File::open("/dev/tty")?.into())
}

fn read_all(terminal: &OwnedFd, events: &Sender<Event>) -> io::Result<()> {
    loop {
        wait(terminal)?;
        if !event::poll(Duration::ZERO)? {
            announce_again(terminal);
        }
        while event::poll(Duration::ZERO)? {
            let msg = match event::read()? {
                TerminalEvent::Key(key) => Msg::Key(key),
                TerminalEvent::Resize(columns, rows) => Msg::Resize(columns, rows),
                _ => continue,
            };
            if events.send(Event::App(msg)).is_err() {
                return Ok(());
            }
        }
    }
}

/// Waits until there is something to read; an error when the terminal is gone.
fn wait(terminal: &OwnedFd) -> io::Result<()> {
    let mut waiting = [PollFd::new(terminal, PollFlags::IN)];
    match poll(&mut waiting, None) {
        Err(rustix::io::Errno::INTR) => return Ok(()),
        other => other?,
    };
    let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
    if waiting[0].revents().intersects(gone) {
        return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the terminal is gone"));
    }
    Ok(())
}
