//! What the system lets the program have: said before anything is begun, because what fails for want
//! of memory is ended by the system without a word.

use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{Builder, available_parallelism};

use rustix::process::{Resource, getrlimit};

/// The least memory that is worth a start.
const LEAST_MEMORY: u64 = 256 << 20;

/// The threads that are started beside those for each processor.
const THREADS: usize = 12;

/// Tells whether the limits of the system leave enough to work with.
///
/// # Errors
/// Gives one line for the user: which limit is too low.
pub fn check_limits() -> Result<(), String> {
    for (resource, option) in [(Resource::As, "-v"), (Resource::Data, "-d")] {
        if let Some(limit) = getrlimit(resource).current
            && limit < LEAST_MEMORY
        {
            let (least, limit) = (LEAST_MEMORY >> 20, limit >> 20);
            return Err(format!(
                "the limit on memory (ulimit {option}) is {limit} MB; at least {least} MB are needed"
            ));
        }
    }
    let processors = available_parallelism().map_or(1, usize::from);
    threads_start(THREADS + 2 * processors).map_err(|error| {
        format!("threads cannot be started: {error}; see the limit on processes (ulimit -u)")
    })
}

/// Starts as many threads as will be needed, all at once, and ends them.
fn threads_start(count: usize) -> io::Result<()> {
    let gate = Arc::new(Mutex::new(()));
    let closed = gate.lock().unwrap_or_else(PoisonError::into_inner);
    let started: Vec<io::Result<_>> = (0..count)
        .map(|_| {
            let gate = Arc::clone(&gate);
            Builder::new().spawn(move || drop(gate.lock()))
        })
        .collect();
    drop(closed);
    started.into_iter().try_for_each(|thread| {
        // Nothing there can panic.
        thread.map(|thread| drop(thread.join()))
    })
}
