//! Reading keys from the terminal.
//!
//! The bytes are read and understood here and not by crossterm. That spins for ever on a terminal
//! that has gone (crossterm issue 793), misses keys that come together with a new size, waits for
//! the end of a paste that may never come (issue 1060), and takes Shift-F3 for the place of the
//! cursor.

pub mod keys;
mod mouse;
mod paste;

use std::fs::File;
use std::io::{self, ErrorKind, IsTerminal, Read, stdin};
use std::os::fd::AsFd;
use std::sync::mpsc::Sender;

use rustix::event::{PollFd, PollFlags, Timespec, poll};

use crate::app::{Mouse, Msg};

use super::event::{Event, start_thread};
use super::lent;
use keys::Input;
use paste::Paste;

/// Sets how many bytes are read at a time.
const BUFFER: usize = 4 * 1024;

/// Begins the sequences of the keys that are no letter; alone it is the Esc key.
const ESCAPE: u8 = 0x1B;

/// Sets how long the rest of a sequence may take: networks part what terminals send at once.
const REST_OF_SEQUENCE: Timespec = Timespec { tv_sec: 0, tv_nsec: 25_000_000 };

/// Sets after how long a paste is over though its end has not come.
const REST_OF_PASTE: Timespec = Timespec { tv_sec: 1, tv_nsec: 0 };

/// Sets how long nothing may follow a key that leaves an endless paste. It is no key when more
/// comes: else a text could hold a Ctrl-C, and what follows it would go to the shell.
const REST_OF_LEAVING: Timespec = Timespec { tv_sec: 0, tv_nsec: 250_000_000 };

/// Asks what is there already.
const NOW: Timespec = Timespec { tv_sec: 0, tv_nsec: 0 };

/// Starts the thread that sends keys until the terminal is gone.
///
/// # Errors
/// If no thread can be started.
pub(super) fn start(terminal: File, events: Sender<Event>) -> io::Result<()> {
    start_thread("keys", events, move |events| {
        Keyboard { terminal, events, bytes: Vec::new(), paste: None, mouse: None }.read_all()
    })
}

/// Opens what keys come from: standard input, or else the terminal that controls the process.
///
/// # Errors
/// Gives an error when there is none.
pub(super) fn terminal() -> io::Result<File> {
    if stdin().is_terminal() {
        return Ok(stdin().as_fd().try_clone_to_owned()?.into());
    }
    let no_keys =
        |error| io::Error::other(format!("there is no terminal to read keys from: {error}"));
    File::open("/dev/tty").map_err(no_keys)
}

/// Holds what has come from the terminal and is not understood yet.
struct Keyboard<'e> {
    terminal: File,
    events: &'e Sender<Event>,
    bytes: Vec<u8>,
    /// The paste that has begun and not ended.
    paste: Option<Paste>,
    /// What the mouse did last; turns of the wheel are added up.
    mouse: Option<Mouse>,
}

impl Keyboard<'_> {
    fn read_all(mut self) -> io::Result<()> {
        loop {
            if wait(&self.terminal, self.paste.as_ref().map(patience))? {
                self.read()?;
                if self.paste.is_none() && self.bytes.ends_with(&[ESCAPE]) {
                    self.read_after_escape()?;
                }
            } else {
                self.leave_paste()?;
            }
            self.send()?;
        }
    }

    /// Reads what is there, behind what was read before.
    fn read(&mut self) -> io::Result<()> {
        let mut buffer = [0; BUFFER];
        let terminal = &mut self.terminal;
        let read = lent::while_ours(|| match wait(terminal, Some(&NOW)) {
            // Another program has had the terminal, and what was there was for that.
            Ok(false) => Err(ErrorKind::WouldBlock.into()),
            Ok(true) => terminal.read(&mut buffer),
            Err(error) => Err(error),
        });
        match read {
            Ok(0) => return Err(ErrorKind::UnexpectedEof.into()),
            Err(error)
                if matches!(error.kind(), ErrorKind::Interrupted | ErrorKind::WouldBlock) => {}
            other => self.bytes.extend_from_slice(&buffer[..other?]),
        }
        Ok(())
    }

    /// Reads what follows an escape at once. What was sent apart is a sequence only if it looks
    /// like one; Alt is sent in one piece.
    fn read_after_escape(&mut self) -> io::Result<()> {
        if wait(&self.terminal, Some(&REST_OF_SEQUENCE))? {
            let before = self.bytes.len();
            self.read()?;
            if !matches!(self.bytes[before..], [b'[' | b'O' | b'\\', ..]) {
                let after = self.bytes.split_off(before);
                self.send()?;
                self.bytes.extend(after);
            }
        }
        Ok(())
    }

    /// Sends what the bytes mean; what waits for more stays.
    fn send(&mut self) -> io::Result<()> {
        let mut at = 0;
        loop {
            if let Some(paste) = &mut self.paste {
                let Some(rest) = paste.take(&self.bytes[at..]) else {
                    self.bytes.clear();
                    return Ok(());
                };
                self.bytes = rest;
                at = 0;
                self.end_paste()?;
            }
            let mut rest = &self.bytes[at..];
            let Some(input) = keys::next(&mut rest) else { break };
            at = self.bytes.len() - rest.len();
            match input {
                Input::Key(key) => self.tell(Msg::Key(key))?,
                Input::Mouse(mouse) => self.moved(mouse)?,
                Input::Paste => self.paste = Some(Paste::default()),
                Input::Background(theme) => self.tell(Msg::Background(theme))?,
                Input::Noise => {}
            }
        }
        self.bytes.drain(..at);
        self.tell_mouse()
    }

    /// Keeps what the mouse did until it is known what comes after.
    fn moved(&mut self, mouse: Mouse) -> io::Result<()> {
        let joined = self.mouse.and_then(|before| mouse::join(before, mouse));
        if joined.is_none() {
            self.tell_mouse()?;
        }
        self.mouse = joined.or(Some(mouse));
        Ok(())
    }

    fn tell_mouse(&mut self) -> io::Result<()> {
        self.mouse.take().map_or(Ok(()), |mouse| self.send_on(Msg::Mouse(mouse)))
    }

    /// Ends a paste whose end does not come; a key that was pressed to leave it is one.
    fn leave_paste(&mut self) -> io::Result<()> {
        self.bytes.extend(self.paste.as_mut().and_then(Paste::leave));
        self.end_paste()
    }

    fn end_paste(&mut self) -> io::Result<()> {
        let pasted = self.paste.take().map(Paste::into_text);
        pasted.map_or(Ok(()), |text| self.tell(Msg::Paste(text)))
    }

    /// Sends a message, after what the mouse did before.
    fn tell(&mut self, msg: Msg) -> io::Result<()> {
        self.tell_mouse()?;
        self.send_on(msg)
    }

    fn send_on(&self, msg: Msg) -> io::Result<()> {
        self.events.send(Event::App(msg)).map_err(|_| ErrorKind::BrokenPipe.into())
    }
}

/// Tells how long a paste is waited for.
fn patience(paste: &Paste) -> &'static Timespec {
    if paste.may_be_left() { &REST_OF_LEAVING } else { &REST_OF_PASTE }
}

/// Waits until there is something to read, and tells whether there is in time; an error when the
/// terminal is gone.
fn wait(terminal: &File, patience: Option<&Timespec>) -> io::Result<bool> {
    let mut waiting = [PollFd::new(terminal, PollFlags::IN)];
    let ready = loop {
        match poll(&mut waiting, patience) {
            Err(rustix::io::Errno::INTR) => {}
            other => break other?,
        }
    };
    let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
    if waiting[0].revents().intersects(gone) {
        return Err(io::Error::new(ErrorKind::UnexpectedEof, "the terminal is gone"));
    }
    Ok(ready > 0)
}
