//! Following a thread from one article into the next.

use crate::corpus::ArticleNo;
use crate::dossier::{by_date, route};

use super::reader::{ThreadKind, Way};
use super::{Effect, Phrase, State};

impl State {
    /// Moves along the thread: within the article, and then on into the next one that has it. The
    /// first time that a thread leaves its article it says so, and waits for one more key.
    pub(super) fn step_thread(&mut self, way: Way) -> Vec<Effect> {
        let moved = self.with_reader(|reader, height, _| reader.step_thread(way, height)).flatten();
        if moved.is_some() {
            self.crossing = None;
            return Vec::new();
        }
        let Some(thread) = self.reader.as_ref().and_then(|reader| reader.thread.as_ref()) else {
            self.tell(Phrase::NothingToFollow);
            return Vec::new();
        };
        let (kind, label, crosses) = (thread.kind.clone(), thread.label.clone(), thread.crosses);
        let Some(next) = self.next_article(&kind, way) else {
            self.tell(end_of(&kind, way));
            return Vec::new();
        };
        if !crosses && self.crossing != Some(way) {
            self.crossing = Some(way);
            self.tell(match way {
                Way::Forward => Phrase::NoMoreHere { label: &label },
                Way::Back => Phrase::NoMoreHereBack { label: &label },
            });
            return Vec::new();
        }
        self.crossing = None;
        self.cross(next, kind, way)
    }

    /// Goes on in another article.
    fn cross(&mut self, next: ArticleNo, kind: ThreadKind, way: Way) -> Vec<Effect> {
        let here = self.visit();
        self.leave(here);
        let label = self.reader.as_ref().and_then(|it| Some(it.thread.as_ref()?.label.clone()));
        let effects = self.enter(next, kind.thread(label.unwrap_or_default()), way);
        if let Some(thread) = self.reader.as_mut().and_then(|reader| reader.thread.as_mut()) {
            thread.crosses = true;
        }
        effects
    }

    /// Gives the article on which a thread goes on.
    fn next_article(&self, kind: &ThreadKind, way: Way) -> Option<ArticleNo> {
        let (articles, here) = self.way_of(kind)?;
        match way {
            Way::Forward => articles.get(here + 1).copied(),
            Way::Back => here.checked_sub(1).and_then(|before| articles.get(before).copied()),
        }
    }

    /// Gives the articles that a thread goes through, and the place of the open one among them.
    pub(super) fn way_of(&self, kind: &ThreadKind) -> Option<(Vec<ArticleNo>, usize)> {
        let mut articles = match kind {
            ThreadKind::Entity(id) => route(&self.library.searchable, *id),
            ThreadKind::Search => self.search.found.as_ref()?.articles(),
            ThreadKind::Find => return None,
        };
        if let (Some(left), ThreadKind::Entity(_)) = (&self.filter.articles, kind) {
            articles.retain(|article| left.binary_search(article).is_ok());
        }
        let open = self.library.newest(self.reader.as_ref()?.article);
        if let (ThreadKind::Entity(_), true) = (kind, self.library.is_gone(open)) {
            // Who reads what is no more goes on from where it stood.
            let on = &self.library.searchable;
            let place = |article| by_date(on, article);
            articles.insert(articles.partition_point(|&it| place(it) < place(open)), open);
        }
        let here = articles.iter().position(|&it| self.library.newest(it) == open)?;
        Some((articles, here))
    }
}

const fn end_of(kind: &ThreadKind, way: Way) -> Phrase<'static> {
    match (kind, way) {
        (ThreadKind::Find, Way::Forward) => Phrase::LastMatchHere,
        (ThreadKind::Find, Way::Back) => Phrase::FirstMatchHere,
        (ThreadKind::Entity(_), Way::Forward) => Phrase::LastMention,
        (ThreadKind::Entity(_), Way::Back) => Phrase::FirstMention,
        (ThreadKind::Search, Way::Forward) => Phrase::LastMatch,
        (ThreadKind::Search, Way::Back) => Phrase::FirstMatch,
    }
}
