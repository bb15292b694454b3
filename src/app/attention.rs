//! What is remembered of reading: the place in each article, and when one counts as read.
//!
//! Time comes in messages. It counts while an article stands on the screen and has the keys, for each
//! screen of it no longer than twice what its words take: who goes away from the first screen of a
//! long article has not read it.

use std::time::Duration;

use crate::corpus::{Article, ArticleKey, ArticleNo};
use crate::reading::{Entry, Mark};

use super::{Effect, Focus, Phrase, State};

/// Sets from how much of its length on an article that one has scrolled through is read, in percent.
const ENOUGH: usize = 90;

/// Sets how much of the time that its words take makes an article read.
const MOST_OF_TIME: f64 = 0.6;

/// Sets the least time for that: who passes over short articles has not read them.
const LEAST_TIME: Duration = Duration::from_secs(5);

/// Sets how often the time that its words take may count for a screen.
const LINGER: f64 = 2.0;

/// Tells what of an article is being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Screen {
    article: ArticleNo,
    top: usize,
}

/// Holds how long the open article has been read.
#[derive(Debug, Clone, Default)]
pub(super) struct Attention {
    /// The time, from any beginning.
    now: Duration,
    screen: Option<Screen>,
    /// When this screen of the article came.
    since: Duration,
    /// The most time that counts for this screen.
    most: Duration,
    /// The time that counts for its earlier screens.
    before: Duration,
    /// Whether one has just scrolled.
    scrolled: bool,
    /// The article that was marked by hand: it stays as it is until another one is read.
    marked: Option<ArticleNo>,
}

impl Attention {
    fn spent(&self) -> Duration {
        self.before + self.now.saturating_sub(self.since).min(self.most)
    }
}

impl State {
    /// Takes the time.
    pub(super) fn take_time(&mut self, now: Duration) {
        self.attention.now = self.attention.now.max(now);
    }

    /// Tells when it has to be told the time, counted as the times that it was told, since nothing
    /// else may happen before that.
    pub fn wake_at(&self) -> Option<Duration> {
        let attention = &self.attention;
        let article = attention.screen?.article;
        let missing = self.time_to_read(article).saturating_sub(attention.before);
        let comes = missing <= attention.most
            && attention.marked != Some(article)
            && !self.mark(article).read;
        comes.then_some(attention.since + missing)
    }

    /// Gives what is remembered of an article.
    pub fn mark(&self, article: ArticleNo) -> Mark {
        self.library.article(article).map(|it| self.memory.mark(it.key)).unwrap_or_default()
    }

    /// Notes that one has scrolled in the open article: what leads one on by itself does not count.
    pub(super) const fn note_scroll(&mut self) {
        self.attention.scrolled = true;
    }

    /// Takes note of what is on the screen now; gives what is to be kept of it.
    pub(super) fn attend(&mut self) -> Vec<Effect> {
        let mut effects: Vec<Effect> = self.note_screen().into_iter().collect();
        let Some(screen) = self.attention.screen else { return effects };
        let height = self.reader_height();
        let shown = self.reader.as_ref().map_or(0, |reader| reader.percent(height));
        let through = std::mem::take(&mut self.attention.scrolled) && shown >= ENOUGH;
        let by_hand = self.attention.marked == Some(screen.article);
        let enough = self.attention.spent() >= self.time_to_read(screen.article);
        if (through || enough) && !by_hand && !self.mark(screen.article).read {
            let read = |key| Entry::Read(key, true);
            effects.extend(self.remember_of(screen.article, read));
        }
        effects
    }

    /// Notes which screen is being read; gives its place, when that is a new one.
    fn note_screen(&mut self) -> Option<Effect> {
        let screen = self.screen_read();
        if screen == self.attention.screen {
            return None;
        }
        let article = |screen: Option<Screen>| screen.map(|screen| screen.article);
        let same = article(screen) == article(self.attention.screen);
        let now = self.attention.now;
        let before = if same { self.attention.spent() } else { Duration::ZERO };
        let scrolled = same && self.attention.scrolled;
        let most = self.time_of(self.words_shown()).mul_f64(LINGER);
        let marked = self.attention.marked.filter(|&it| screen.is_none_or(|now| now.article == it));
        self.attention = Attention { now, screen, since: now, most, before, scrolled, marked };
        let screen = screen?;
        let at = self.reader.as_ref()?.spot().offset.unwrap_or(0);
        let moved = self.mark(screen.article).at != at;
        moved.then(|| self.remember_of(screen.article, |key| Entry::Place(key, at))).flatten()
    }

    fn screen_read(&self) -> Option<Screen> {
        let covered = self.overlay.is_some() || self.card.is_some();
        let reader = self.reader.as_ref().filter(|_| self.focus == Focus::Reader && !covered)?;
        Some(Screen { article: reader.article, top: reader.top })
    }

    /// Gives the time that words take.
    fn time_of(&self, words: f64) -> Duration {
        Duration::from_secs_f64(words * 60.0 / self.prefs.words_a_minute.max(1) as f64)
    }

    /// Gives the words that are on the screen, about.
    fn words_shown(&self) -> f64 {
        let height = self.reader_height();
        let Some(reader) = &self.reader else { return 0.0 };
        let Some(article) = self.library.article(reader.article) else { return 0.0 };
        let rows = reader.layout.rows.len().max(1);
        article.words() as f64 * height.min(rows) as f64 / rows as f64
    }

    /// Gives the time after which an article counts as read.
    fn time_to_read(&self, article: ArticleNo) -> Duration {
        let words = self.library.article(article).map_or(0, Article::words);
        self.time_of(words as f64).mul_f64(MOST_OF_TIME).max(LEAST_TIME)
    }

    /// Gives the article that is meant: the open one while one reads, else the selected one.
    fn article_meant(&self) -> Option<ArticleNo> {
        let open = self.reader.as_ref().map(|reader| reader.article);
        if self.focus == Focus::Reader { open } else { self.selected_article() }
    }

    /// Gives the article that is meant a star, or takes it away.
    pub(super) fn toggle_star(&mut self) -> Vec<Effect> {
        let Some(article) = self.article_meant() else { return Vec::new() };
        let star = !self.mark(article).star;
        self.tell(if star { Phrase::StarGiven } else { Phrase::StarTaken });
        self.remember_of(article, |key| Entry::Star(key, star)).into_iter().collect()
    }

    /// Marks the article that is meant as read, or as one that nobody has begun.
    pub(super) fn toggle_read(&mut self) -> Vec<Effect> {
        let Some(article) = self.article_meant() else { return Vec::new() };
        let read = !self.mark(article).read;
        self.tell(if read { Phrase::MarkedRead } else { Phrase::MarkedUnread });
        self.attention.marked = self.attention.screen.map(|screen| screen.article);
        self.remember_of(article, |key| Entry::Read(key, read)).into_iter().collect()
    }

    /// Remembers something of an article.
    fn remember_of(
        &mut self,
        article: ArticleNo,
        entry: impl FnOnce(ArticleKey) -> Entry,
    ) -> Option<Effect> {
        let entry = entry(self.library.article(article)?.key);
        Some(self.remember(entry))
    }

    /// Remembers something, here and beyond the end of the program.
    pub(super) fn remember(&mut self, entry: Entry) -> Effect {
        self.memory.apply(entry.clone());
        Effect::Remember(entry)
    }
}
