//! The terminal while another program has it: keys and signals are that one's.

use std::sync::{Condvar, Mutex, PoisonError};

/// Tells whether the terminal is lent.
static LENT: Mutex<bool> = Mutex::new(false);
static RETURNED: Condvar = Condvar::new();

/// Lends the terminal as long as it lives.
pub(super) struct Lent(());

impl Lent {
    /// Lends the terminal: from now on nobody here reads keys.
    pub(super) fn new() -> Self {
        set(true);
        Self(())
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        set(false);
    }
}

fn set(lent: bool) {
    *LENT.lock().unwrap_or_else(PoisonError::into_inner) = lent;
    RETURNED.notify_all();
}

/// Tells whether another program has the terminal.
pub(super) fn is_lent() -> bool {
    *LENT.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Waits until the terminal is ours, and reads from it while nobody can lend it.
pub(super) fn while_ours<T>(read: impl FnOnce() -> T) -> T {
    let lent = LENT.lock().unwrap_or_else(PoisonError::into_inner);
    let _ours = RETURNED.wait_while(lent, |lent| *lent).unwrap_or_else(PoisonError::into_inner);
    read()
}
