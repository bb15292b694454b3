//! Waiting until files are left alone: who writes a file does it in pieces.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Duration;

/// Sets how long nothing must have changed.
const QUIET: Duration = Duration::from_millis(300);

/// Sets how long a change waits at most, while others come.
const MOST: Duration = Duration::from_secs(2);

/// Holds what has changed and is not yet told. Times are counted from any beginning.
#[derive(Debug, Default)]
pub(super) struct Quiet {
    paths: BTreeSet<PathBuf>,
    first: Duration,
    last: Duration,
}

impl Quiet {
    /// Notes what has changed.
    pub fn note(&mut self, paths: Vec<PathBuf>, now: Duration) {
        if paths.is_empty() {
            return;
        }
        if self.paths.is_empty() {
            self.first = now;
        }
        self.last = now;
        self.paths.extend(paths);
    }

    /// Tells when what has changed is to be told, if anything has.
    pub fn due(&self) -> Option<Duration> {
        (!self.paths.is_empty()).then(|| (self.last + QUIET).min(self.first + MOST))
    }

    /// Takes what has changed, when it is time; of a folder and what is in it only the folder.
    pub fn take(&mut self, now: Duration) -> Vec<PathBuf> {
        if self.due().is_none_or(|due| due > now) {
            return Vec::new();
        }
        let mut outermost: Vec<PathBuf> = Vec::new();
        // A folder comes right before what is in it.
        for path in std::mem::take(&mut self.paths) {
            if outermost.last().is_none_or(|last| !path.starts_with(last)) {
                outermost.push(path);
            }
        }
        outermost
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Notes paths at milliseconds, asks at each of some other times, and compares what is told.
    fn check(changes: &[(u64, &str)], asked: &[u64], expected: &[(u64, &str)]) {
        let mut quiet = Quiet::default();
        let mut told = Vec::new();
        let mut times: Vec<u64> = changes.iter().map(|(at, _)| *at).chain(asked.to_vec()).collect();
        times.sort_unstable();
        times.dedup();
        for at in times {
            let now = Duration::from_millis(at);
            for (_, path) in changes.iter().filter(|(when, _)| *when == at) {
                quiet.note(vec![PathBuf::from(path)], now);
            }
            told.extend(quiet.take(now).into_iter().map(|path| (at, path)));
        }
        let told: Vec<_> = told.iter().map(|(at, path)| (*at, path.to_str().unwrap())).collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn a_change_is_told_when_nothing_follows() {
        check(&[], &[0, 9_000], &[]);
        check(&[(0, "a")], &[299, 300, 301], &[(300, "a")]);
        check(&[(0, "a"), (200, "a")], &[300, 499, 500], &[(500, "a")]);
        check(&[(0, "b"), (200, "a")], &[500], &[(500, "a"), (500, "b")]);
        check(&[(0, "a"), (900, "b")], &[400, 1_300], &[(400, "a"), (1_300, "b")]);
    }

    #[test]
    fn a_change_does_not_wait_for_ever() {
        let changes: Vec<(u64, &str)> = (0..30).map(|step| (step * 100, "a")).collect();
        check(&changes, &[3_200], &[(2_000, "a"), (3_200, "a")]);
    }

    #[test]
    fn a_folder_stands_for_what_is_in_it() {
        check(
            &[(0, "a/b"), (0, "a"), (0, "a b"), (0, "a/b/c")],
            &[300],
            &[(300, "a"), (300, "a b")],
        );
        check(&[(0, "a/b/c"), (0, "a/b")], &[300], &[(300, "a/b")]);
    }
}
