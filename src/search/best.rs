//! Keeping the best of what is found: by score, then freshness, then load order.

use std::cmp::Reverse;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::corpus::{ArticleNo, Date};

/// Represents an article that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    /// The part of the plan that it lies in.
    pub part: usize,
    /// Its place in that part.
    pub doc: usize,
    pub number: ArticleNo,
    pub date: Option<Date>,
    pub score: i64,
}

/// Keeps the best of what is found on all threads.
pub(super) struct Best {
    kept: Mutex<Vec<Found>>,
    limit: usize,
    /// The key that is needed to be among them.
    needed: AtomicI64,
}

impl Best {
    /// Keeps the best `limit`.
    pub const fn new(limit: usize) -> Self {
        Self { kept: Mutex::new(Vec::new()), limit, needed: AtomicI64::new(i64::MIN) }
    }

    /// Tells whether something with a key may be among the best.
    pub fn wants(&self, key: i64) -> bool {
        key >= self.needed.load(Ordering::Relaxed)
    }

    /// Takes in what was found.
    pub fn add(&self, found: Found) {
        if self.wants(key(found.score, found.date)) {
            // Nothing panics while the lock is held.
            let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
            kept.push(found);
            if kept.len() >= self.limit + self.limit / 4 + 8 {
                kept.select_nth_unstable_by_key(self.limit, order);
                kept.truncate(self.limit);
                let worst = kept.iter().map(|found| key(found.score, found.date)).min();
                self.needed.fetch_max(worst.unwrap_or(i64::MAX), Ordering::Relaxed);
            }
        }
    }

    /// Gives what was kept: the best and maybe some more.
    pub fn into_vec(self) -> Vec<Found> {
        self.kept.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Gives the best `limit` of what was found, in order.
pub(super) fn top(mut found: Vec<Found>, limit: usize) -> Vec<Found> {
    if limit < found.len() {
        found.select_nth_unstable_by_key(limit, order);
        found.truncate(limit);
    }
    found.sort_unstable_by_key(order);
    found
}

/// Gives one number by which a better score comes first, then a fresher date.
pub(super) fn key(score: i64, date: Option<Date>) -> i64 {
    let day = date.map_or(0, |date| {
        let (month, day) = (date.month.unwrap_or(0), date.day.unwrap_or(0));
        i64::from(date.year) << 9 | i64::from(month) << 5 | i64::from(day)
    });
    score << 32 | day
}

fn order(found: &Found) -> (Reverse<i64>, Reverse<Option<Date>>, ArticleNo) {
    (Reverse(found.score), Reverse(found.date), found.number)
}
