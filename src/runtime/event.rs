//! What reaches the loop from the threads around it.

use std::io;

use crate::app::Msg;

/// Names what reaches the loop.
#[derive(Debug)]
pub(super) enum Event {
    /// A message for the application.
    App(Msg),
    /// A shell wants the terminal.
    Suspend,
    /// A shell has continued the process.
    Continued,
    /// A signal ends the program.
    Ended(i32),
    /// The terminal is gone.
    Lost(io::Error),
}
