//! Showing articles: what is selected, what is opened, what was visited before.

use crate::corpus::{Article, ArticleNo};
use crate::search::{Query, find_in};
use crate::text::Span;

use super::moves::Distance;
use super::reader::{Thread, ThreadKind, Way};
use super::{Effect, Focus, Found, Reader, SearchPane, Sort, State, Target};

impl State {
    /// Shows what is selected in the reader, without giving it the keys.
    pub(super) fn preview(&mut self) -> Vec<Effect> {
        if let Some(found) = &self.search.found {
            let target = found.target(self.search.pane.selected);
            return target.map_or_else(Vec::new, |target| self.show_target(&target));
        }
        let article = self.selected_article();
        let effects = article.map_or_else(Vec::new, |article| self.show(article));
        self.rethread();
        effects
    }

    /// Opens what is selected: the reader takes the keys, and where one was is remembered.
    pub(super) fn open(&mut self) -> Vec<Effect> {
        let effects = self.preview();
        if let Some(reader) = &self.reader {
            let article = reader.article;
            let left = self.last_visit.take().filter(|visit| visit.spot.article != article);
            self.leave(left);
            self.focus = Focus::Reader;
        }
        self.lay_out();
        effects
    }

    /// Gives the keys back to the list.
    pub(super) fn leave_reader(&mut self) {
        self.last_visit = self.visit();
        self.focus = Focus::List;
        self.lay_out();
    }

    /// Shows an article from its beginning, or leaves it as it is when it is shown already. The
    /// places of its thread are still to be found.
    pub(super) fn show(&mut self, number: ArticleNo) -> Vec<Effect> {
        let number = self.library.newest(number);
        if self.reader.as_ref().is_some_and(|reader| reader.article == number) {
            return Vec::new();
        }
        let Some(article) = self.library.article(number) else { return Vec::new() };
        let resolved = self.library.resolved(number);
        // A new form of what one reads is shown at the same words.
        let before = self.reader.as_ref().map(|reader| self.now(reader.spot()));
        let before = before.filter(|spot| spot.article == number);
        let place = before.map_or_else(|| self.mark(number).place(), |spot| spot.offset);
        let mut reader = Reader::new(number, article, resolved, self.setting());
        // What was typed to be found in one article is not looked for in the next.
        let followed = self.reader.as_mut().and_then(|old| old.thread.take());
        reader.thread = followed
            .filter(|thread| thread.kind != ThreadKind::Find)
            .map(|thread| Thread { at: None, entered: None, ..thread });
        reader.restore(place);
        let tagged = reader.tagged;
        self.reader = Some(reader);
        match self.library.segment(number) {
            Some(segment) if !tagged => vec![Effect::Tag(number, segment.clone())],
            _ => Vec::new(),
        }
    }

    pub(super) fn show_target(&mut self, target: &Target) -> Vec<Effect> {
        let effects = self.show(target.article());
        if let Some(reader) = &mut self.reader {
            reader.thread = match target {
                Target::Entity(_, id, name) => Some(ThreadKind::Entity(*id).thread(name.clone())),
                _ => None,
            };
        }
        self.rethread();
        let place = self.mark(target.article()).place();
        self.with_reader(|reader, height, _| match target {
            Target::Title(_) => {
                reader.scroll_to(0, height);
                reader.restore(place);
            }
            Target::Place(_, span) => {
                let place = reader.thread.as_mut().and_then(|thread| thread.go_to(*span));
                reader.reveal(place.unwrap_or(*span), height);
            }
            Target::Entity(..) => {
                reader.step_thread(Way::Forward, height);
            }
        });
        effects
    }

    /// Finds the places of the thread anew: the article, its mentions or the query have changed.
    pub(super) fn rethread(&mut self) {
        let Some(reader) = &mut self.reader else { return };
        let Some(article) = self.library.corpus.get(reader.article) else { return };
        let thread = match (reader.thread.take(), &self.search.found) {
            (Some(thread), _) if thread.kind != ThreadKind::Search => Some(thread),
            (Some(thread), Some(found)) if thread.label == found.query => Some(thread),
            (_, Some(found)) => Some(ThreadKind::Search.thread(found.query.clone())),
            (_, None) => None,
        };
        reader.thread = thread.map(|mut thread| {
            thread.spans = match thread.kind {
                ThreadKind::Entity(id) => reader.places_of(id),
                ThreadKind::Search => find_in(&article.text, &asked(&thread.label, &self.search)),
                ThreadKind::Find => find_in(&article.text, &Query::parse(&thread.label)),
            };
            thread.at = thread.at.filter(|&at| at < thread.spans.len());
            thread
        });
        self.number_article();
        let entered = self.reader.as_ref().and_then(|it| it.thread.as_ref()?.entered);
        if let Some(way) = entered {
            self.with_reader(|reader, height, _| {
                if reader.tagged {
                    reader.enter_thread(way, height);
                }
            });
        }
    }

    /// Notes which of the articles of its thread the open one is.
    fn number_article(&mut self) {
        let kind = self.reader.as_ref().and_then(|it| Some(it.thread.as_ref()?.kind.clone()));
        let way = kind.and_then(|kind| self.way_of(&kind));
        if let Some(thread) = self.reader.as_mut().and_then(|reader| reader.thread.as_mut()) {
            thread.article = way.map(|(articles, here)| (here, articles.len()));
        }
    }

    /// Goes to the next article of the list, or the one before, and shows it.
    pub(super) fn step_article(&mut self, way: Way) -> Vec<Effect> {
        let steps = if way == Way::Forward { 1 } else { -1 };
        let here = self.visit().filter(|_| self.focus == Focus::Reader);
        let effects = self.move_selection(Distance::Line(steps));
        let there = self.reader.as_ref().map(|reader| reader.article);
        self.leave(here.filter(|here| Some(here.spot.article) != there));
        effects
    }

    /// Shows the answer to a query in place of the list.
    pub(super) fn show_found(&mut self, mut found: Found) -> Vec<Effect> {
        self.arrange_found(&mut found);
        let pane = self.search.pane;
        let before = self.search.found.as_ref().and_then(|old| old.target(pane.selected));
        // What is selected stays so when more is found, or in another order.
        let is_same = |row: &usize| found.target(*row) == before;
        let same = (0..found.rows.len()).find(is_same).filter(|_| before.is_some());
        let fresh = self.search.found.as_ref().is_none_or(|old| old.query != found.query);
        self.search.found = Some(found);
        let choosing = matches!(self.focus, Focus::List | Focus::Search);
        if fresh {
            self.search.pane = super::ListPane::default();
        }
        if fresh && choosing {
            self.with_reader(|reader, _, _| reader.focus = None);
        }
        self.select_row(if fresh { 0 } else { same.unwrap_or(pane.selected) });
        if let Some(row) = self.resumed_row() {
            self.select_row(row);
            self.rethread();
        }
        if std::mem::take(&mut self.search.accepted) && self.selected_article().is_some() {
            self.search.moved = true;
            return self.open();
        }
        if fresh && !choosing {
            self.select_open();
        }
        if self.selected_article().is_none() || fresh && !choosing {
            self.rethread();
        }
        if choosing { self.preview() } else { Vec::new() }
    }

    /// Gives the list back as it was before the search.
    pub(super) fn end_search(&mut self) -> Vec<Effect> {
        self.search.line.set("");
        self.search.generation += 1;
        self.search.found = None;
        self.search.moved = false;
        self.search.accepted = false;
        self.search.sort = Sort::Plain;
        self.focus = Focus::List;
        self.with_reader(|reader, _, _| reader.thread = None);
        self.lay_out();
        self.preview()
    }

    /// Shows the places of what is typed to be found in the article.
    pub(super) fn find_now(&mut self) {
        let query = Query::parse(self.find.text());
        let label = self.find.text().to_owned();
        self.with_reader(|reader, height, library| {
            let Some(article) = library.article(reader.article) else { return };
            let mut thread = ThreadKind::Find.thread(label);
            thread.spans = find_in(&article.text, &query);
            let from = reader.layout.offset_of(reader.top).unwrap_or(0);
            let first = thread.next(from);
            reader.thread = Some(thread);
            if let Some(first) = first {
                reader.reveal(first, height);
            }
        });
    }

    /// Gives the article in the reader.
    pub(super) fn open_article(&self) -> Option<&Article> {
        self.library.article(self.reader.as_ref()?.article)
    }

    /// Gives the place on the thread, or else the focused mention, whichever is on the screen.
    pub fn focused_place(&self) -> Option<Span> {
        let reader = self.reader.as_ref()?;
        let thread = reader.thread.as_ref().and_then(|thread| Some(thread.spans[thread.at?]));
        let focus = reader.focus.map(|focus| reader.resolved.mentions[focus].span);
        [thread, focus].into_iter().flatten().find(|&span| self.is_shown(span))
    }

    /// Tells whether a span lies on the screen.
    pub fn is_shown(&self, span: Span) -> bool {
        self.reader.as_ref().is_some_and(|reader| reader.shows(span, self.reader_height()))
    }
}

impl ThreadKind {
    /// Makes a thread that has no places yet.
    pub(super) fn thread(self, label: String) -> Thread {
        let (spans, at) = (Vec::new(), None);
        Thread { kind: self, label, spans, at, crosses: false, entered: None, article: None }
    }
}

/// Gives the query that a thread follows, with all that was looked for in the stead of its words.
fn asked(label: &str, search: &SearchPane) -> Query {
    let found = search.found.as_ref().filter(|found| found.query == label);
    found.map_or_else(|| Query::parse(label), |found| found.results.query.clone())
}
