//! Signals: what ends the program gives the terminal back first, what stops it lets the shell
//! have the terminal, and a new size is a message like any other.

use std::io;
use std::process;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::Duration;

use rustix::process::{Signal, getpid, kill_current_process_group, kill_process};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::flag;
use signal_hook::iterator::Signals;

use crate::app::Msg;

use super::event::{Event, start_thread};
use super::lent::{come, is_lent, was_lent};
use super::terminal::{give_back, size};

/// Sets how long the main thread has to end the program before it is ended without it: it may hang
/// in a write to a terminal that has gone.
const PATIENCE: Duration = Duration::from_secs(1);

/// Sets how long the terminal has to be given back after that.
const LAST_PATIENCE: Duration = Duration::from_secs(1);

/// Starts the thread that turns signals into events.
///
/// # Errors
/// Gives an error when the system takes no handlers.
pub(super) fn start(events: Sender<Event>) -> io::Result<()> {
    // Before the signals can be looked at.
    for signal in [SIGINT, SIGQUIT] {
        flag::register(signal, come())?;
    }
    let mut signals = Signals::new([SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
    start_thread("signals", events, move |events| {
        for signal in signals.forever() {
            let event = match signal {
                SIGINT | SIGQUIT if was_lent() => continue,
                SIGCONT if is_lent() => continue,
                SIGTSTP if is_lent() => {
                    let _ = kill_process(getpid(), Signal::STOP);
                    continue;
                }
                SIGTSTP => Event::Suspend,
                SIGCONT => Event::Continued,
                SIGWINCH => match size() {
                    Ok(size) => Event::App(Msg::Resize(size.width, size.height)),
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
        Ok(())
    })
}

/// Gives the terminal back, on a thread of its own: a terminal that takes nothing more, as over a
/// network that hangs, holds whoever writes to it, and whoever waits for those.
fn give_back_or_hang() {
    let (done, given_back) = channel();
    let _ = thread::Builder::new().spawn(move || {
        give_back();
        let _ = done.send(());
    });
    let _ = given_back.recv_timeout(LAST_PATIENCE);
}

/// Gives the status of a program that a signal has ended, as shells give it.
pub(super) const fn exit_status(signal: i32) -> i32 {
    128 + signal
}

/// Stops the process and lets a shell continue it.
pub(super) struct Stopper {
    /// Set by the handler of SIGCONT itself, which runs before a stopped thread goes on.
    continued: Arc<AtomicBool>,
}

impl Stopper {
    /// Makes a stopper.
    ///
    /// # Errors
    /// Gives an error when the system takes no handler.
    pub(super) fn new() -> io::Result<Self> {
        let continued = Arc::new(AtomicBool::new(false));
        flag::register(SIGCONT, Arc::clone(&continued))?;
        Ok(Self { continued })
    }

    /// Stops the process and what else belongs to its job until a shell continues them, and tells
    /// whether one did.
    ///
    /// SIGTTIN asks for what SIGTSTP does, and nobody here handles it. The system heeds it only if
    /// there is a shell to continue the job, which a program can find out in no way as sure: the
    /// sessions of its parents may lie outside of what a container shows.
    pub(super) fn stop(&self) -> bool {
        self.continued.store(false, Ordering::SeqCst);
        kill_current_process_group(Signal::TTIN).is_ok() && self.continued.load(Ordering::SeqCst)
    }
}
