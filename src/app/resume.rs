//! Coming back to where one was: the session is kept as it changes, and restored as its article is
//! loaded, unless the user has done something by then.

use crate::corpus::{ArticleNo, Segment};
use crate::entity::{EntityId, Kind};
use crate::reading::{Entry, KeptChip, Session};

use super::history::{Spot, Visit};
use super::perform::MEASURE;
use super::{Chip, Effect, Focus, Prefs, State};

/// Holds the session that is being restored, and the one that was kept last.
#[derive(Debug, Clone, Default)]
pub(super) struct Resume {
    /// What is to be restored; nothing any more when the user has done something.
    wanted: Option<Session>,
    /// Its article, once that is loaded.
    found: Option<ArticleNo>,
    /// Whether the user has done something.
    touched: bool,
    kept: Session,
}

impl State {
    /// Begins with the session of a corpus, told by its number, as it was when it was left; of a corpus
    /// that was never open, with how the last one was shown. With `fresh` it begins as ever.
    pub fn begin(&mut self, corpus: u64, fresh: bool) {
        self.resume.kept.corpus = corpus;
        if fresh {
            return;
        }
        let known = self.memory.session(corpus).or_else(|| self.memory.last_session());
        let Some(session) = known.cloned() else { return };
        self.prefs.theme = session.theme;
        // What the configuration says comes before what was changed by keys.
        if self.prefs.measure == Prefs::default().measure {
            self.prefs.measure = session.measure.clamp(MEASURE.0, MEASURE.1);
        }
        let (own, kept) = (&mut self.prefs.page, session.page);
        own.indent |= kept.indent;
        own.justify |= kept.justify;
        own.dim |= kept.dim;
        if session.corpus != corpus {
            return;
        }
        self.filter.chips = session.chips.iter().filter_map(chip).collect();
        self.search.line.set(&session.query);
        self.listing.sort = session.sort;
        self.listing.group = session.group;
        self.resume.wanted = Some(session);
    }

    /// Notes that the user does something: from now on nothing moves by itself.
    pub(super) fn touch(&mut self) {
        if !self.resume.touched {
            let kept = self.session();
            self.resume = Resume { touched: true, kept, ..Resume::default() };
        }
    }

    /// Goes where one was when that is in a segment that was just loaded.
    pub(super) fn resume_in(&mut self, segment: &Segment) -> Vec<Effect> {
        let Some(session) = &self.resume.wanted else { return Vec::new() };
        let mut articles = segment.iter();
        let found = articles.find(|(_, article)| Some(article.key) == session.article);
        let (Some((number, article)), None) = (found, self.resume.found) else {
            return Vec::new();
        };
        let at = self.memory.mark(article.key).at;
        let (reading, zoom) = (session.reading, session.zoom);
        self.resume.found = Some(number);
        if !reading {
            self.select_article(number);
            return self.preview();
        }
        self.prefs.zoom = zoom;
        let offset = (at > 0).then_some(at);
        let spot = Spot { article: number, offset, focus: None };
        self.go_to(Visit { spot, card: None, sought: self.sought() })
    }

    /// Gives the row of the results that one was on.
    pub(super) fn resumed_row(&self) -> Option<usize> {
        let (number, found) = (self.resume.found?, self.search.found.as_ref()?);
        let is_there = |row: &usize| found.target(*row).is_some_and(|it| it.article() == number);
        self.resume.wanted.as_ref().and_then(|_| (0..found.rows.len()).find(is_there))
    }

    /// Keeps the session when it has changed.
    pub(super) fn keep_session(&mut self) -> Option<Effect> {
        let settled = matches!(self.focus, Focus::List | Focus::Reader)
            && self.overlay.is_none()
            && self.card.is_none()
            && self.sorting.is_none();
        if !self.resume.touched || !settled {
            return None;
        }
        let session = self.session();
        if session == self.resume.kept {
            return None;
        }
        self.resume.kept = session.clone();
        Some(self.remember(Entry::Session(Box::new(session))))
    }

    /// Gives where one is.
    fn session(&self) -> Session {
        let open = self.reader.as_ref().map(|reader| reader.article);
        let reading = self.focus == Focus::Reader;
        let article = if reading { open } else { self.selected_article() };
        Session {
            corpus: self.resume.kept.corpus,
            article: article.and_then(|it| self.library.article(it)).map(|it| it.key),
            reading,
            zoom: self.prefs.zoom,
            query: self.search.line.text().to_owned(),
            chips: self.filter.chips.iter().map(kept_chip).collect(),
            measure: self.prefs.measure,
            page: self.prefs.page,
            theme: self.prefs.theme,
            sort: self.listing.sort,
            group: self.listing.group,
        }
    }
}

fn kept_chip(chip: &Chip) -> KeptChip {
    let (kind, name) = (chip.kind.name().to_owned(), chip.name.clone());
    KeptChip { with: chip.with, id: chip.id.number(), kind, name }
}

fn chip(kept: &KeptChip) -> Option<Chip> {
    let (id, name) = (EntityId::of_number(kept.id), kept.name.clone());
    Some(Chip { with: kept.with, id, kind: Kind::from_name(&kept.kind)?, name })
}
