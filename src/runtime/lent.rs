//! The terminal while another program has it: keys and signals are that one's.

use std::mem::take;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, LazyLock, Mutex, MutexGuard, PoisonError};

/// Tells whose the terminal is, and whose what came from it.
#[derive(Debug, Clone, Copy)]
struct Loan {
    lent: bool,
    /// Whether a signal that came while the terminal was lent is still to be looked at.
    owed: bool,
}

static LOAN: Mutex<Loan> = Mutex::new(Loan { lent: false, owed: false });
static RETURNED: Condvar = Condvar::new();

/// Tells whether a signal has come since one was looked at last. The handler itself sets it, and so
/// before it can be known that the program which has the terminal has ended of that signal.
static COME: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);

/// Gives what handlers of signals from the terminal have to set.
pub(super) fn come() -> Arc<AtomicBool> {
    Arc::clone(&COME)
}

/// Lends the terminal as long as it lives.
pub(super) struct Lent(());

impl Lent {
    /// Lends the terminal: from now on nobody here reads keys.
    pub(super) fn new() -> Self {
        COME.store(false, Ordering::SeqCst);
        *loan() = Loan { lent: true, owed: false };
        Self(())
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        // A signal that is looked at meanwhile waits for this.
        let mut loan = loan();
        *loan = Loan { lent: false, owed: COME.load(Ordering::SeqCst) };
        drop(loan);
        RETURNED.notify_all();
    }
}

fn loan() -> MutexGuard<'static, Loan> {
    LOAN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Tells whether another program has the terminal.
pub(super) fn is_lent() -> bool {
    loan().lent
}

/// Tells whether a signal that is looked at now came while another program had the terminal: that
/// was told too, and knows what to do.
pub(super) fn was_lent() -> bool {
    let mut loan = loan();
    COME.store(false, Ordering::SeqCst);
    loan.lent || take(&mut loan.owed)
}

/// Waits until the terminal is ours, and reads from it while nobody can lend it.
pub(super) fn while_ours<T>(read: impl FnOnce() -> T) -> T {
    let ours = RETURNED.wait_while(loan(), |loan| loan.lent);
    let _ours = ours.unwrap_or_else(PoisonError::into_inner);
    read()
}
