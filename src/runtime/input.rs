//! Reading keys from the terminal.
//!
//! The bytes are read and understood here and not by crossterm. That spins for ever on a terminal
//! that has gone (crossterm issue 793), misses keys that come together with a new size, waits for
//! the end of a paste that may never come (issue 1060), and takes Shift-F3 for the place of the
//! cursor.

mod keys;

use std::fs::File;
use std::io::{self, IsTerminal, Read, stdin};
use std::os::fd::AsFd;
use std::sync::mpsc::Sender;
use std::thread;

use rustix::event::{PollFd, PollFlags, Timespec, poll};

use crate::app::Msg;

use super::event::Event;
use keys::Input;

/// Sets how many bytes are read at a time.
const BUFFER: usize = 4 * 1024;

/// Begins the sequences of the keys that are no letter; alone it is the Esc key.
const ESCAPE: u8 = 0x1B;

/// Sets how long the rest of a sequence may take: networks part what terminals send at once.
const REST_OF_SEQUENCE: Timespec = Timespec { tv_sec: 0, tv_nsec: 25_000_000 };

/// Starts the thread that sends keys until the terminal is gone.
///
/// # Errors
/// Gives an error when there is no terminal to read from.
pub(super) fn start(events: Sender<Event>) -> io::Result<()> {
    let mut terminal = terminal()?;
    thread::Builder::new().name("input".into()).spawn(move || {
        let read = std::panic::AssertUnwindSafe(|| read_all(&mut terminal, &events));
        let end = std::panic::catch_unwind(read)
            .unwrap_or_else(|_| Err(io::Error::other("reading keys failed")));
        let error = end.err().unwrap_or_else(|| io::ErrorKind::UnexpectedEof.into());
        let _ = events.send(Event::Lost(error));
    })?;
    Ok(())
}

/// Opens what keys come from: standard input, or else the terminal that controls the process.
fn terminal() -> io::Result<File> {
    if stdin().is_terminal() {
        return Ok(stdin().as_fd().try_clone_to_owned()?.into());
    }
    File::open("/dev/tty")
}

fn read_all(terminal: &mut File, events: &Sender<Event>) -> io::Result<()> {
    let mut bytes = Vec::new();
    loop {
        wait(terminal)?;
        read(terminal, &mut bytes)?;
        if bytes.ends_with(&[ESCAPE]) {
            let before = bytes.len() - 1;
            send(&bytes[..before], events)?;
            bytes.drain(..before);
            read_rest(terminal, &mut bytes, events)?;
        }
        let rest = send(&bytes, events)?;
        bytes.drain(..bytes.len() - rest);
    }
}

/// Reads what follows an escape at once. What was sent apart is a sequence only if it looks like
/// one; Alt is sent in one piece.
fn read_rest(terminal: &mut File, bytes: &mut Vec<u8>, events: &Sender<Event>) -> io::Result<()> {
    if more_comes(terminal) {
        read(terminal, bytes)?;
        if !matches!(bytes[..], [ESCAPE, b'[' | b'O', ..]) {
            send(&[ESCAPE], events)?;
            bytes.remove(0);
        }
    }
    Ok(())
}

/// Reads what is there, behind what was read before.
fn read(terminal: &mut File, bytes: &mut Vec<u8>) -> io::Result<()> {
    let mut buffer = [0; BUFFER];
    match terminal.read(&mut buffer) {
        Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
        Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
        other => bytes.extend_from_slice(&buffer[..other?]),
    }
    Ok(())
}

/// Sends the keys that bytes mean; gives how many bytes wait for more.
fn send(bytes: &[u8], events: &Sender<Event>) -> io::Result<usize> {
    let mut rest = bytes;
    while let Some(input) = keys::next(&mut rest) {
        if let Input::Key(key) = input {
            let sent = events.send(Event::App(Msg::Key(key)));
            sent.map_err(|_| io::Error::from(io::ErrorKind::BrokenPipe))?;
        }
    }
    Ok(rest.len())
}

/// Tells whether more comes at once.
fn more_comes(terminal: &File) -> bool {
    let mut waiting = [PollFd::new(terminal, PollFlags::IN)];
    poll(&mut waiting, Some(&REST_OF_SEQUENCE)).is_ok_and(|ready| ready > 0)
}

/// Waits until there is something to read; an error when the terminal is gone.
fn wait(terminal: &File) -> io::Result<()> {
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
