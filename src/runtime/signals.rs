//! Signals: what ends the program gives the terminal back first, what stops it lets the shell
//! have the terminal, and a new size is a message like any other.

use std::io;
use std::process;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use crossterm::terminal;
use rustix::process::{getppid, getsid};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use crate::app::Msg;

use super::event::Event;
use super::terminal::give_back;

/// Sets how long the main thread has to end the program before it is ended without it: it may hang
/// in a write to a terminal that has gone.
const PATIENCE: Duration = Duration::from_secs(1);

/// Sets how long the terminal has to be given back after that.
const LAST_PATIENCE: Duration = Duration::from_millis(200);

/// Starts the thread that turns signals into events.
///
/// # Errors
/// Gives an error when the system takes no handlers.
pub(super) fn start(events: Sender<Event>) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
    thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in signals.forever() {
            let event = match signal {
                SIGTSTP => Event::Suspend,
                SIGCONT => Event::Continued,
                SIGWINCH => match terminal::size() {
                    Ok((columns, rows)) => Event::App(Msg::Resize(columns, rows)),
                    Err(_) => continue,
                },
                _ => Event::Ended(signal),
            };
            let ended = matches!(event, Event::Ended(_));
            let _ = events.send(event);
            if ended {
                thread::sleep(PATIENCE);
                give_back_or_hang();
                process::exit(exit_status(signal));
            }
        }
    })?;
    Ok(())
}

/// Gives the terminal back, on a thread of its own: a terminal that takes nothing more, as over a
/// network that hangs, holds whoever writes to it, and whoever waits for those.
fn give_back_or_hang() {
    let _ = thread::Builder::new().spawn(give_back);
    thread::sleep(LAST_PATIENCE);
}

/// Gives the status of a program that a signal has ended, as shells give it.
pub(super) const fn exit_status(signal: i32) -> i32 {
    128 + signal
}

/// Tells whether there is a shell that could continue the process once it has stopped: none is
/// there when its parent lives in another session.
pub(super) fn has_shell() -> bool {
    let here = getsid(None).ok();
    let parent = getppid().and_then(|parent| getsid(Some(parent)).ok());
    here.is_some() && here == parent
}

/// Stops the process until a shell continues it.
pub(super) fn stop() {
    let _ = emulate_default_handler(SIGTSTP);
}
