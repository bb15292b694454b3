//! What the system lets the program have: said before anything is begun, because what fails for want
//! of memory is ended by the system without a word.

use std::fs::read_to_string;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{Builder, available_parallelism};

use rustix::process::{Resource, getrlimit};

/// The least megabytes that are worth a start: of memory, and of addresses, of which each thread
/// sets many aside.
const LEAST: [(Resource, &str, u64); 2] = [(Resource::Data, "-d", 256), (Resource::As, "-v", 2048)];

/// The share of the memory that articles may take; the rest is for what is computed from them.
const SHARE: u64 = 3;

/// The threads that are started beside those for each processor.
const THREADS: usize = 15;

/// Tells whether the limits of the system leave enough to work with.
///
/// # Errors
/// Gives one line for the user: which limit is too low.
pub fn check_limits() -> Result<(), String> {
    for (resource, option, least) in LEAST {
        if let Some(limit) = getrlimit(resource).current.map(|bytes| bytes >> 20)
            && limit < least
        {
            return Err(format!(
                "the limit on memory (ulimit {option}) is {limit} MB; at least {least} MB are needed"
            ));
        }
    }
    let processors = available_parallelism().map_or(1, usize::from);
    threads_start(THREADS + 2 * processors).map_err(|error| {
        format!("threads cannot be started: {error}; see the limits on processes and memory (ulimit -u, -v)")
    })
}

/// Tells whether articles take as much of the memory that the system allows as they may.
pub(super) fn memory_is_short() -> bool {
    let limits = LEAST.into_iter().filter_map(|(resource, ..)| getrlimit(resource).current);
    let Some(limit) = limits.min() else { return false };
    used().is_some_and(|used| used > limit / SHARE)
}

/// Gives the bytes of memory in use, where the system tells.
fn used() -> Option<u64> {
    let status = read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    Some(line.split_whitespace().next()?.parse::<u64>().ok()? << 10)
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
