//! Keeping the best of what is found: by score, then freshness, then load order.

use std::cmp::Reverse;
use std::sync::atomic::{AtomicI64, Ordering};

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

/// Keeps the best of one part of the index.
pub(super) struct Best<'t> {
    kept: Vec<Found>,
    limit: usize,
    /// The key that is needed; shared by all parts.
    needed: &'t AtomicI64,
}

impl<'t> Best<'t> {
    /// Keeps the best `limit`.
    pub const fn new(limit: usize, needed: &'t AtomicI64) -> Self {
        Self { kept: Vec::new(), limit, needed }
    }

    /// Tells whether something with a score and a date may be among the best.
    pub fn wants(&self, score: i64, date: Option<Date>) -> bool {
        key(score, date) >= self.needed.load(Ordering::Relaxed)
    }

    /// Takes in what was found.
    pub fn add(&mut self, found: Found) {
        if self.wants(found.score, found.date) {
            self.kept.push(found);
            if self.kept.len() >= 2 * self.limit + 64 {
                self.cut();
            }
        }
    }

    fn cut(&mut self) {
        if self.limit < self.kept.len() {
            self.kept.select_nth_unstable_by_key(self.limit, order);
            self.kept.truncate(self.limit);
        }
        if self.kept.len() == self.limit {
            let worst = self.kept.iter().map(|found| key(found.score, found.date)).min();
            self.needed.fetch_max(worst.unwrap_or(i64::MAX), Ordering::Relaxed);
        }
    }

    /// Gives what was kept.
    pub fn into_vec(mut self) -> Vec<Found> {
        self.cut();
        self.kept
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
fn key(score: i64, date: Option<Date>) -> i64 {
    let day = date.map_or(0, |date| {
        let (month, day) = (date.month.unwrap_or(0), date.day.unwrap_or(0));
        i64::from(date.year) << 9 | i64::from(month) << 5 | i64::from(day)
    });
    score << 32 | day
}

fn order(found: &Found) -> (Reverse<i64>, Reverse<Option<Date>>, ArticleNo) {
    (Reverse(found.score), Reverse(found.date), found.number)
}
