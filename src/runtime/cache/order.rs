//! Work on all processors whose results are taken in order.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;
use std::thread::{available_parallelism, scope};

/// Makes `count` things side by side and gives each to `take` in order. Ends early and gives nothing
/// when one of them cannot be made, or `take` gives nothing; a panic while it is made is as good.
pub(super) fn in_order<T: Send>(
    count: usize,
    make: impl Fn(usize) -> Option<T> + Sync,
    mut take: impl FnMut(T) -> Option<()>,
) -> Option<()> {
    let workers = available_parallelism().map_or(1, usize::from).min(count);
    let next = AtomicUsize::new(0);
    scope(|scope| {
        let (sender, results) = sync_channel(workers);
        for _ in 0..workers {
            let (sender, next, make) = (sender.clone(), &next, &make);
            scope.spawn(move || {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    if at >= count {
                        break;
                    }
                    let one = catch_unwind(AssertUnwindSafe(|| make(at))).ok().flatten();
                    if sender.send((at, one)).is_err() {
                        break;
                    }
                }
            });
        }
        drop(sender);
        let (mut early, mut taken) = (BTreeMap::new(), 0);
        for (at, one) in results {
            early.insert(at, one);
            while let Some(one) = early.remove(&taken) {
                take(one?)?;
                taken += 1;
            }
        }
        (taken == count).then_some(())
    })
}
