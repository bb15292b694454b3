//! What reaches the loop from the threads around it.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::Sender;
use std::thread::Builder;

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

/// Starts a thread that the terminal depends on: its error, and its panic too, end the program in
/// order.
///
/// # Errors
/// If no thread can be started.
pub(super) fn start_thread(
    name: &'static str,
    events: Sender<Event>,
    body: impl FnOnce(&Sender<Event>) -> io::Result<()> + Send + 'static,
) -> io::Result<()> {
    Builder::new().name(name.into()).spawn(move || {
        let end = catch_unwind(AssertUnwindSafe(|| body(&events)));
        let failed = || Err(io::Error::other(format!("the thread for {name} failed (a bug)")));
        if let Err(error) = end.unwrap_or_else(|_| failed()) {
            let _ = events.send(Event::Lost(error));
        }
    })?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    #[test]
    fn the_end_of_a_thread_is_told() {
        let check = |body: fn(&Sender<Event>) -> io::Result<()>, expected: Option<&str>| {
            let (sender, events) = channel();
            start_thread("tests", sender, body).unwrap();
            let lost = events.iter().find_map(|event| match event {
                Event::Lost(error) => Some(error.to_string()),
                _ => None,
            });
            assert_eq!(lost.as_deref(), expected);
        };
        check(|_| Ok(()), None);
        check(|_| Err(io::Error::other("gone")), Some("gone"));
        check(|_| panic!("a planted panic"), Some("the thread for tests failed (a bug)"));
    }
}
