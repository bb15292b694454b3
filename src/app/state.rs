//! The whole state of the application.

use std::borrow::Cow;

use ratatui::layout::{Rect, Size};

use crate::corpus::{ArticleNo, Diagnostic};
use crate::entity::Kind;
use crate::reading::{Memory, PageStyle, ThemeName, WORDS_A_MINUTE};

use super::amend::Pending;
use super::aside::Aside;
use super::attention::Attention;
use super::entity_list::EntityList;
use super::history::{History, Spot, Visit};
use super::live::Live;
use super::recall::Recall;
use super::resume::Resume;
use super::{
    Card, Filter, Keymap, Labels, Language, Library, LineEdit, ListPane, Listing, Load, Menu,
    Months, Overlay, Panes, Phrase, Reader, SearchPane, Shape, Thread, Way, panes,
};

/// Sets the lines that an article takes in the list.
pub(super) const ARTICLE_LINES: u16 = 2;

/// Names what the keys go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Focus {
    /// The article list, or the results in its place.
    #[default]
    List,
    /// The reader.
    Reader,
    /// The search line.
    Search,
    /// The line for what is to be found in the article.
    Find,
    /// The list of entities.
    Entities,
    /// The months.
    Months,
}

/// Holds what the user likes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Prefs {
    /// The most columns that text may take.
    pub measure: u16,
    /// How the text of an article is set.
    pub page: PageStyle,
    /// Whether the reader has the whole screen.
    pub zoom: bool,
    /// Whether the mouse is ours, not the terminal's.
    pub mouse: bool,
    /// The colours.
    pub theme: ThemeName,
    /// Whether the terminal's background tells the colours.
    pub auto_theme: bool,
    /// The language of the screens.
    pub language: Language,
    /// From how many columns on list and reader stand side by side.
    pub two_panes: u16,
    /// From how many columns on the entities have a pane of their own.
    pub three_panes: u16,
    /// How many words are read in a minute.
    pub words_a_minute: usize,
}

impl Default for Prefs {
    fn default() -> Self {
        Self {
            measure: 72,
            page: PageStyle::default(),
            zoom: false,
            mouse: true,
            theme: ThemeName::Dark,
            auto_theme: false,
            language: Language::English,
            two_panes: 80,
            three_panes: 140,
            words_a_minute: WORDS_A_MINUTE,
        }
    }
}

/// Remembers the reader as it was before something was typed to be found.
#[derive(Debug, Clone)]
pub(super) struct BeforeFind {
    pub(super) spot: Spot,
    pub(super) zoom: bool,
    pub(super) thread: Option<Thread>,
}

/// Holds all that the application knows; it changes only in `update`.
#[derive(Debug, Clone, Default)]
pub struct State {
    /// The size of the terminal.
    pub size: Size,
    /// What the keys go to.
    pub focus: Focus,
    /// What the user likes.
    pub prefs: Prefs,
    /// The keys that wait for more.
    pub menu: Menu,
    /// What is open.
    pub library: Library,
    /// How far loading has come.
    pub load: Load,
    /// What could not be read.
    pub diagnostics: Vec<Diagnostic>,
    /// The selection in the list of all articles.
    pub list: ListPane,
    /// The order of that list.
    pub listing: Listing,
    /// The selected row of the menu of orders, while that is open.
    pub sorting: Option<usize>,
    /// The search line and its results.
    pub search: SearchPane,
    /// What is typed to be found in the article.
    pub find: LineEdit,
    /// The article on the screen.
    pub reader: Option<Reader>,
    /// The one kind that is shown; `None` shows all.
    pub solo: Option<Kind>,
    /// The list of entities, as it is or was last.
    pub entities: EntityList,
    /// The articles by month, as they are or were last shown.
    pub months: Months,
    /// The labels on the mentions, while they are there.
    pub labels: Option<Labels>,
    /// The screen that lies over the others.
    pub overlay: Option<Overlay>,
    /// The card that lies over the others.
    pub card: Option<Card>,
    /// The entities that the list is filtered by.
    pub filter: Filter,
    /// The number of the newest request for what the corpus says of an entity.
    pub(super) dossier_generation: u64,
    pub(super) aside: Aside,
    /// The way in which the thread leaves the article when the same key comes again.
    pub(super) crossing: Option<Way>,
    /// The correction that waits for one more key.
    pub(super) pending: Option<Pending>,
    /// What has to be said once; the next key takes it away.
    pub notice: Option<String>,
    /// What is remembered of articles, searches and corpora.
    pub memory: Memory,
    pub(super) attention: Attention,
    pub(super) resume: Resume,
    pub(super) recalled: Recall,
    pub(super) live: Live,
    pub(super) history: History,
    /// Where one last read, while the list has the keys.
    pub(super) last_visit: Option<Visit>,
    /// Where the reader was before something was typed to be found.
    pub(super) before_find: Option<BeforeFind>,
    /// The keys.
    pub keymap: Keymap,
}

impl State {
    /// Makes the state of a fresh start.
    pub fn new(size: Size, prefs: Prefs) -> Self {
        Self { size, prefs, ..Self::default() }
    }

    /// Says something once, in the user's language and with the user's keys.
    pub fn tell(&mut self, phrase: Phrase) {
        self.notice = Some(self.say(phrase).into_owned());
    }

    /// Gives the text of a phrase in the user's language and with the user's keys.
    pub fn say(&self, phrase: Phrase) -> Cow<'static, str> {
        self.prefs.language.say_with_keys(phrase, &self.keymap)
    }

    /// Gives the geometry of the screen.
    pub fn panes(&self) -> Panes {
        let shape = self.shape(matches!(self.focus, Focus::Reader | Focus::Find));
        // A card lies over the whole screen, and tells what can be pressed.
        panes(self.size, Shape { zoom: shape.zoom && self.card.is_none(), ..shape })
    }

    /// Gives the geometry of the reader, be it on the screen or not.
    pub(super) fn reader_panes(&self) -> Panes {
        panes(self.size, self.shape(true))
    }

    fn shape(&self, reading: bool) -> Shape {
        let names = self.focus == Focus::Entities;
        let Prefs { zoom, measure, two_panes, three_panes, .. } = self.prefs;
        Shape { reading, zoom, names, measure, two_panes, three_panes }
    }

    /// Gives the rows of the list: articles, or results.
    pub fn row_count(&self) -> usize {
        self.search.found.as_ref().map_or_else(|| self.list_rows(), |found| found.rows.len())
    }

    /// Gives the selection and scroll of the list.
    pub fn list_pane(&self) -> ListPane {
        if self.search.found.is_some() { self.search.pane } else { self.list }
    }

    /// Gives the lines that a row of the list takes.
    pub fn row_height(&self, row: usize) -> u16 {
        match &self.search.found {
            Some(found) => found.rows.get(row).map_or(1, |row| row.height()),
            None => self.listing.height(row),
        }
    }

    /// Gives the article on the selected row.
    pub fn selected_article(&self) -> Option<ArticleNo> {
        if let Some(found) = &self.search.found {
            found.target(self.search.pane.selected).map(|target| target.article())
        } else {
            self.article_at(self.list.selected)
        }
    }

    /// Gives the rows of text that the reader shows at once.
    pub fn reader_height(&self) -> usize {
        self.reader_panes().text.height as usize
    }

    /// Gives where the list of entities stands: in the pane of the entities, or else in that of the
    /// list.
    pub fn names_area(&self) -> Option<Rect> {
        let panes = self.panes();
        panes.entities.or(panes.list)
    }

    /// Gives the lines that the list has.
    pub(super) fn list_lines(&self) -> u16 {
        self.panes().list.map_or(self.reader_panes().text.height, |rect| rect.height)
    }
}
