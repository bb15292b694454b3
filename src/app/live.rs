//! Files that change while they are open: what is new comes into the list, what is no more goes, and
//! nothing moves that one looks at.
//!
//! What one reads stays as it was, also when its file has another text by now or is no more; it is
//! taken anew when it is opened again or asked for (F5), at the same words. A row that is selected
//! stays until one leaves it.

use std::collections::{BTreeSet, HashSet};
use std::path::PathBuf;
use std::sync::Arc;

use crate::corpus::{ArticleNo, Changes, Corpus, Withdrawn, moved};
use crate::reading::Entry;
use crate::text::CleanText;

use super::history::Spot;
use super::{Effect, Phrase, State};

/// Represents the wish to read files anew: what they hold is compared with what they held.
#[derive(Debug, Clone)]
pub struct Reread {
    /// Files, and folders with all that is in them; there may be nothing there any more.
    pub paths: Vec<PathBuf>,
    /// What is open.
    pub corpus: Corpus,
    /// What of it is in its file no more.
    pub withdrawn: Arc<Withdrawn>,
}

/// Tells how a text on the screen differs from its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outdated {
    /// The file has a newer form.
    Changed,
    /// The file has it no more.
    Gone,
}

/// Counts the articles that came, were changed and went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct News {
    new: usize,
    changed: usize,
    gone: usize,
}

/// Holds which files are still to be read anew, and what is to be said.
#[derive(Debug, Clone, Default)]
pub(super) struct Live {
    /// What has changed since the files were read that are being read.
    waiting: BTreeSet<PathBuf>,
    /// Whether files are being read: what comes of that must be known before the next are compared.
    reading: bool,
    /// Whether anything has changed.
    changed: bool,
    /// What came since the last key.
    news: News,
    /// What was said of it.
    said: Option<String>,
    /// The rows of articles that are no more, which one was on.
    pub(super) held: Vec<ArticleNo>,
}

impl Live {
    /// Tells whether what is open may be other than what was loaded.
    pub(super) const fn has_changed(&self) -> bool {
        self.changed
    }
}

impl State {
    /// Notes that files have changed.
    pub(super) fn files_changed(&mut self, paths: Vec<PathBuf>) -> Vec<Effect> {
        self.live.waiting.extend(paths);
        self.reread().into_iter().collect()
    }

    /// Asks to read what has changed, once all is loaded and nothing is being read.
    pub(super) fn reread(&mut self) -> Option<Effect> {
        if self.live.reading || !self.load.done || self.live.waiting.is_empty() {
            return None;
        }
        self.live.reading = true;
        let paths = std::mem::take(&mut self.live.waiting).into_iter().collect();
        let withdrawn = Arc::clone(&self.library.searchable.withdrawn);
        Some(Effect::Reread(Reread { paths, corpus: self.library.corpus.clone(), withdrawn }))
    }

    /// Takes in what has changed.
    pub(super) fn changed(&mut self, changes: Changes) -> Vec<Effect> {
        self.live.reading = false;
        let selected = self.article_at(self.list.selected);
        let read: HashSet<&str> = changes.files.iter().map(CleanText::as_str).collect();
        self.diagnostics.retain(|it| !read.contains(it.file.as_str()));
        self.count_news(&changes);
        changes.diagnostics.into_iter().for_each(|diagnostic| self.diagnose(diagnostic));
        let mut effects = Vec::new();
        let gone = changes.gone;
        let is_change = changes.segment.is_some() || !(gone.is_empty() && changes.back.is_empty());
        self.live.changed |= is_change;
        if let Some(segment) = changes.segment {
            self.library.corpus.push(Arc::clone(&segment));
            effects.push(Effect::Prepare(segment));
        }
        self.library.withdraw(&gone, &changes.back);
        effects.extend(self.keep_marks(&gone));
        if is_change {
            self.filter_anew();
            self.arrange_loaded(selected);
            self.rethread();
            effects.extend(self.refresh_search());
            effects.extend(self.refresh_entities());
        }
        if self.reader.is_none() && self.search.found.is_none() {
            effects.extend(self.preview());
        }
        effects.extend(self.reread());
        effects
    }

    /// Counts what came; what is back again does not count as gone.
    fn count_news(&mut self, changes: &Changes) {
        let other = changes.gone.iter().filter(|(_, instead)| instead.is_some()).count();
        let new = changes.segment.as_ref().map_or(0, |it| it.articles.len());
        let come = (new + changes.back.len()).saturating_sub(other);
        let news = &mut self.live.news;
        let again = changes.back.len().min(come).min(news.gone);
        news.new += come - again;
        news.changed += other;
        news.gone = news.gone - again + changes.gone.len() - other;
        if self.notice == self.live.said {
            // It is counted anew.
            self.notice = None;
        }
        self.live.said = None;
    }

    /// Says what came, unless something else is being said: then as soon as that is gone.
    pub(super) fn tell_news(&mut self) {
        if self.notice.is_some() || self.live.said.is_some() || self.live.news == News::default() {
            return;
        }
        let News { new, changed, gone } = self.live.news;
        let parts = [
            (new, Phrase::NewArticles { count: new }),
            (changed, Phrase::ChangedArticles { count: changed }),
            (gone, Phrase::GoneArticles { count: gone }),
        ];
        let said = parts.into_iter().filter(|&(count, _)| count > 0);
        let said: Vec<_> = said.map(|(_, phrase)| self.prefs.language.say(phrase)).collect();
        self.notice = Some(said.join(" · "));
        self.live.said.clone_from(&self.notice);
    }

    /// Notes that what was said has been seen.
    pub(super) fn heed_news(&mut self) {
        if self.live.said.take().is_some() {
            self.live.news = News::default();
        }
    }

    /// Gives new forms of articles the star and the place of the old ones: what is remembered goes by
    /// what an article says.
    fn keep_marks(&mut self, gone: &[(ArticleNo, Option<ArticleNo>)]) -> Vec<Effect> {
        let mut effects = Vec::new();
        for &(old, new) in gone {
            let articles =
                new.and_then(|new| Some((self.library.article(old)?, self.library.article(new)?)));
            let Some((old, new)) = articles.filter(|(old, new)| old.key != new.key) else {
                continue;
            };
            let (mark, known) = (self.memory.mark(old.key), self.memory.mark(new.key));
            // Texts are compared only where somebody has begun to read.
            let place = mark.place().filter(|_| known.at == 0);
            let place = place.map(|_| moved(&old.text, &new.text, mark.at)).filter(|&at| at > 0);
            let place = place.map(|at| Entry::Place(new.key, at));
            let star = (mark.star && !known.star).then_some(Entry::Star(new.key, true));
            effects.extend([place, star].into_iter().flatten().map(|it| self.remember(it)));
        }
        effects
    }

    /// Lets go of rows of articles that are no more, as soon as one has left them.
    pub(super) fn let_go(&mut self) {
        let selected = self.article_at(self.list.selected);
        let open = self.reader.as_ref().map(|reader| self.library.newest(reader.article));
        if !self.live.held.iter().all(|held| [selected, open].contains(&Some(*held))) {
            self.arrange_loaded(selected);
        }
    }

    /// Tells whether an article has a row: those that are no more have one while one is on it.
    pub(super) fn has_row(&self, article: ArticleNo) -> bool {
        !self.library.is_gone(article) || self.live.held.contains(&article)
    }

    /// Notes which articles that are no more one is on.
    pub(super) fn hold(&mut self, selected: Option<ArticleNo>) {
        let open = self.reader.as_ref().map(|reader| reader.article);
        let on = [selected, open].into_iter().flatten().map(|it| self.library.newest(it));
        self.live.held = on.filter(|&it| self.library.is_gone(it)).collect();
        self.live.held.dedup();
    }

    /// Tells how the open article differs from its file.
    pub fn outdated(&self) -> Option<Outdated> {
        let open = self.reader.as_ref()?.article;
        let gone = self.library.is_gone(self.library.newest(open));
        let how = if gone { Outdated::Gone } else { Outdated::Changed };
        self.library.is_gone(open).then_some(how)
    }

    /// Gives a place in the newest form of its article.
    pub(super) fn now(&self, spot: Spot) -> Spot {
        let article = self.library.newest(spot.article);
        let texts = self.library.article(spot.article).zip(self.library.article(article));
        match texts.filter(|_| article != spot.article) {
            None => spot,
            Some((old, new)) => {
                let offset = spot.offset.map(|at| moved(&old.text, &new.text, at));
                Spot { article, offset, focus: None }
            }
        }
    }

    /// Takes the newest form of the open article, at the same words.
    pub(super) fn take_newest(&mut self) -> Vec<Effect> {
        let Some(spot) = self.reader.as_ref().map(super::Reader::spot) else { return Vec::new() };
        let new = self.now(spot);
        if new.article == spot.article {
            return Vec::new();
        }
        let effects = self.show(new.article);
        self.rethread();
        effects
    }
}
