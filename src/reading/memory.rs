//! All that is remembered.

use std::collections::HashMap;

use super::{Entry, Mark, Session};
use crate::corpus::ArticleKey;

/// Limits the searches and the corpora that are remembered; the newest stay.
const SEARCHES: usize = 100;
const SESSIONS: usize = 100;

/// Holds all that is remembered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Memory {
    marks: HashMap<ArticleKey, Mark>,
    searches: Vec<String>,
    sessions: Vec<Session>,
}

impl Memory {
    /// Takes an entry in.
    pub fn apply(&mut self, entry: Entry) {
        match entry {
            Entry::Place(key, at) => self.change(key, |mark| mark.at = at),
            Entry::Read(key, true) => self.change(key, |mark| mark.read = true),
            Entry::Read(key, false) => self.change(key, |mark| {
                (mark.read, mark.at) = (false, 0);
            }),
            Entry::Star(key, star) => self.change(key, |mark| mark.star = star),
            Entry::Search(text) => {
                self.searches.retain(|earlier| *earlier != text);
                self.searches.push(text);
                keep_last(&mut self.searches, SEARCHES);
            }
            Entry::Session(session) => {
                self.sessions.retain(|earlier| earlier.corpus != session.corpus);
                self.sessions.push(*session);
                keep_last(&mut self.sessions, SESSIONS);
            }
        }
    }

    /// Changes a mark; one that says nothing is not held.
    fn change(&mut self, key: ArticleKey, change: impl FnOnce(&mut Mark)) {
        let mut mark = self.mark(key);
        change(&mut mark);
        if mark == Mark::default() {
            self.marks.remove(&key);
        } else {
            self.marks.insert(key, mark);
        }
    }

    /// Gives what is remembered of an article.
    pub fn mark(&self, key: ArticleKey) -> Mark {
        self.marks.get(&key).copied().unwrap_or_default()
    }

    /// Gives what was searched for, the newest last.
    pub fn searches(&self) -> &[String] {
        &self.searches
    }

    /// Gives where one was in a corpus.
    pub fn session(&self, corpus: u64) -> Option<&Session> {
        self.sessions.iter().find(|session| session.corpus == corpus)
    }

    /// Gives where one was last, in any corpus.
    pub fn last_session(&self) -> Option<&Session> {
        self.sessions.last()
    }

    /// Gives as few entries as make this memory.
    pub fn entries(&self) -> impl Iterator<Item = Entry> {
        let mut marks: Vec<_> = self.marks.iter().collect();
        marks.sort_unstable_by_key(|(key, _)| **key);
        let marks = marks.into_iter().flat_map(|(&key, mark)| {
            let place = (mark.at > 0).then_some(Entry::Place(key, mark.at));
            let read = mark.read.then_some(Entry::Read(key, true));
            let star = mark.star.then_some(Entry::Star(key, true));
            [place, read, star].into_iter().flatten()
        });
        let searches = self.searches.iter().cloned().map(Entry::Search);
        let sessions = self.sessions.iter().cloned().map(Box::new).map(Entry::Session);
        marks.chain(searches).chain(sessions)
    }
}

/// Drops what is too much from the front.
fn keep_last<T>(list: &mut Vec<T>, most: usize) {
    list.drain(..list.len().saturating_sub(most));
}
