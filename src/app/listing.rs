//! The order of the list of articles, and what stands together in it.
//!
//! The order is made when it is chosen, and for what is loaded later; it does not change while one
//! reads, so that nothing goes away under the cursor.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::corpus::{Article, ArticleNo};
use crate::dossier::Month;
use crate::reading::{Group, Progress, Sort};
use crate::text::fold_char;

use super::state::ARTICLE_LINES;
use super::{Found, Language, Library, Phrase, State};

/// Holds the rows of the list, where they are not the articles in load order.
#[derive(Debug, Clone, Default)]
pub struct Listing {
    /// The order.
    pub sort: Sort,
    /// What stands together.
    pub group: Group,
    /// The articles that have been put in order, all that were there.
    order: Vec<ArticleNo>,
    /// The titles of articles by their numbers, folded, as far as they were needed.
    titles: Vec<Box<str>>,
    /// The articles of the rows: those of the order that the filter leaves.
    rows: Option<Vec<ArticleNo>>,
    /// The row of each article, or none of them.
    places: Vec<u32>,
    /// The rows that begin a group.
    heads: Vec<u32>,
}

/// Sets how many rows are seen before the selected one in a new order, where there are so many.
const LEAST_ABOVE: u16 = 2;

/// Stands for no row.
const NOWHERE: u32 = u32::MAX;

impl Listing {
    /// Tells whether the list is as it was loaded.
    pub fn is_plain(&self) -> bool {
        self.sort == Sort::Plain && self.group == Group::None
    }

    /// Gives the lines that a row takes: the first one of a group has its heading above it.
    pub fn height(&self, row: usize) -> u16 {
        ARTICLE_LINES + u16::from(self.group_size(row).is_some())
    }

    /// Gives the number of articles in the group that a row begins.
    pub fn group_size(&self, row: usize) -> Option<usize> {
        let at = self.heads.binary_search(&(row as u32)).ok()?;
        let rows = self.rows.as_ref().map_or(0, Vec::len);
        Some(self.heads.get(at + 1).map_or(rows, |&next| next as usize) - row)
    }

    /// Folds the titles of articles that came since.
    fn fold_titles(&mut self, library: &Library) {
        let new = (self.titles.len()..library.corpus.len()).map(|at| ArticleNo(at as u32));
        let fold = |number| library.article(number).map(folded_title).unwrap_or_default();
        self.titles.extend(new.map(fold));
    }
}

fn folded_title(article: &Article) -> Box<str> {
    article.title().chars().filter_map(fold_char).skip_while(|c| !c.is_alphanumeric()).collect()
}

/// Names the group of an article, as its heading does.
pub fn group_name(group: Group, article: &Article, language: Language) -> String {
    match group {
        Group::None => String::new(),
        Group::Month => {
            let month = article.date.map(|date| match Month::of(date) {
                Some(month) => month.to_string(),
                None => date.to_string(),
            });
            month.unwrap_or_else(|| language.say(Phrase::NoDate).into_owned())
        }
        Group::Source => source(article).to_owned(),
    }
}

/// Gives the site of an article, else the file that holds many, else the folder of its own file.
fn source(article: &Article) -> &str {
    let url = article.url.as_deref().and_then(|url| url.split_once("://"));
    if let Some(site) = url.map(|(_, rest)| rest.split(['/', '?', '#']).next().unwrap_or(rest)) {
        return site.strip_prefix("www.").unwrap_or(site);
    }
    let source = article.source.as_str();
    match source.rsplit_once('/') {
        Some((folder, file)) if !file.contains(".json") && !file.contains(".ndjson") => folder,
        _ => source,
    }
}

impl State {
    /// Gives the article on a row of the list of all articles, or of those that the filter leaves.
    pub fn article_at(&self, row: usize) -> Option<ArticleNo> {
        match self.listing.rows.as_ref().or(self.filter.articles.as_ref()) {
            Some(articles) => articles.get(row).copied(),
            None => (row < self.library.corpus.len()).then_some(ArticleNo(row as u32)),
        }
    }

    /// Counts the rows of that list.
    pub fn list_rows(&self) -> usize {
        let some = self.listing.rows.as_ref().or(self.filter.articles.as_ref());
        some.map_or(self.library.corpus.len(), Vec::len)
    }

    /// Gives the row of an article in that list, or of its newest form.
    fn place_of(&self, article: ArticleNo) -> Option<usize> {
        let article = self.library.newest(article);
        match (&self.listing.rows, &self.filter.articles) {
            (Some(_), _) => {
                let place = self.listing.places.get(article.index()).copied();
                place.filter(|&place| place != NOWHERE).map(|place| place as usize)
            }
            (None, Some(articles)) => articles.binary_search(&article).ok(),
            (None, None) => Some(article.index()),
        }
    }

    /// Selects an article in what is listed, results or all, where that has it.
    pub(super) fn select_article(&mut self, article: ArticleNo) {
        let selected = self.selected_article() == Some(article);
        let row = match &self.search.found {
            Some(found) => found.row_of(article),
            None => self.place_of(article),
        };
        if let Some(row) = row.filter(|_| !selected) {
            self.select_row(row);
        }
    }

    /// Gives the place of the open article in the list, from 1, and the number of articles there.
    pub fn position(&self) -> Option<(usize, usize)> {
        let open = self.reader.as_ref()?.article;
        self.place_of(open).map(|row| (row + 1, self.list_rows()))
    }

    /// Puts what was loaded in its place, and takes out what is no more. The selected row stays
    /// where it is on the screen.
    pub(super) fn arrange_loaded(&mut self, selected: Option<ArticleNo>) {
        let was_loaded = self.listing.is_plain()
            && self.listing.rows.is_none()
            && self.filter.articles.is_none()
            && self.library.searchable.withdrawn.is_empty();
        if !was_loaded {
            self.arrange_below(selected, 0);
        }
    }

    /// Puts the list in its order anew. The selected article stays so, or else the next one that is
    /// left; something is seen before it.
    pub(super) fn arrange(&mut self, selected: Option<ArticleNo>) {
        self.arrange_below(selected, LEAST_ABOVE * ARTICLE_LINES);
    }

    /// Puts the list in its order anew, with as many lines above the selected row as before, and at
    /// least some.
    fn arrange_below(&mut self, selected: Option<ArticleNo>, least: u16) {
        let before = self.list.top..self.list.selected;
        let above = before.map(|row| self.listing.height(row)).sum::<u16>().max(least);
        self.hold(selected);
        self.listing.rows = None;
        self.listing.heads.clear();
        if !self.listing.is_plain() || !self.library.searchable.withdrawn.is_empty() {
            self.put_in_order();
        }
        let (left, rows) = (&self.filter.articles, self.list_rows());
        let next = |old: ArticleNo| match (&self.listing.rows, left) {
            (None, Some(left)) => left.partition_point(|&it| it < old),
            _ => self.list.selected,
        };
        let row = selected.map_or(0, |old| self.place_of(old).unwrap_or_else(|| next(old)));
        let (lines, listing) = (self.list_lines(), &self.listing);
        // Gives the first row from which so many lines have all rows before `end`.
        let first_of = |end: usize, lines: u16| {
            let mut used = 0;
            let fits = |&row: &usize| {
                used += listing.height(row);
                used <= lines
            };
            (0..end).rev().take_while(fits).last().unwrap_or(end)
        };
        self.list.top = first_of(row, above).min(first_of(rows, lines));
        self.list.select(row, rows, lines, |row| listing.height(row));
    }

    fn put_in_order(&mut self) {
        let known = self.listing.order.len();
        let new = (known..self.library.corpus.len()).map(|at| ArticleNo(at as u32));
        self.listing.order.extend(new);
        let mut order = std::mem::take(&mut self.listing.order);
        if self.listing.sort == Sort::Title {
            self.listing.fold_titles(&self.library);
            let titles = &self.listing.titles;
            order.sort_by_key(|&it| (&titles[it.index()], self.library.place(it)));
        } else {
            let sort = self.listing.sort;
            order.sort_by_cached_key(|&it| (self.sort_key(sort, it), self.library.place(it)));
        }
        let group = self.listing.group;
        let groups = self.groups(group);
        if group != Group::None {
            order.sort_by_key(|it| groups[it.index()]);
        }
        let mut places = vec![NOWHERE; self.library.corpus.len()];
        let is_left = |it: &ArticleNo| match &self.filter.articles {
            Some(left) => left.binary_search(it).is_ok() || self.live.held.contains(it),
            None => self.has_row(*it),
        };
        let rows: Vec<ArticleNo> = order.iter().copied().filter(is_left).collect();
        let mut last = None;
        for (row, article) in rows.iter().enumerate() {
            places[article.index()] = row as u32;
            let group = groups.get(article.index());
            if group.is_some() && group != last {
                self.listing.heads.push(row as u32);
            }
            last = group;
        }
        self.listing.order = order;
        self.listing.places = places;
        self.listing.rows = Some(rows);
    }

    /// Gives the number of the group of each article: the newest month first, sources by name.
    fn groups(&self, group: Group) -> Vec<u32> {
        let articles = || self.library.corpus.iter().map(|(_, article)| article);
        match group {
            Group::None => Vec::new(),
            Group::Month => {
                // A date without a month stands behind the months of its year.
                let number = |article: &Article| {
                    article.date.map_or(u32::MAX, |date| {
                        let month = u32::from(date.month.unwrap_or(0));
                        u32::from(u16::MAX - date.year) * 13 + 12 - month
                    })
                };
                articles().map(number).collect()
            }
            Group::Source => {
                let names: Vec<&str> =
                    articles().map(source).collect::<BTreeSet<_>>().into_iter().collect();
                let number = |article| names.binary_search(&source(article)).unwrap_or(0) as u32;
                articles().map(number).collect()
            }
        }
    }

    /// Gives what an article is put in order by, where that is a number.
    fn sort_key(&self, sort: Sort, number: ArticleNo) -> Reverse<u64> {
        let Some(article) = self.library.article(number) else { return Reverse(0) };
        Reverse(match sort {
            Sort::Plain | Sort::Title => 0,
            Sort::Date => article.date.map_or(0, |date| {
                let part = |part: Option<u8>| u64::from(part.unwrap_or(0));
                u64::from(date.year) << 16 | part(date.month) << 8 | part(date.day)
            }),
            Sort::Length => article.words() as u64,
            Sort::Unread => match self.mark(number).progress() {
                Progress::Reading => 2,
                Progress::Unread => 1,
                Progress::Read => 0,
            },
            Sort::Starred => u64::from(self.mark(number).star),
        })
    }

    /// Puts the titles and passages of an answer in the order that was chosen for them.
    pub(super) fn arrange_found(&self, found: &mut Found) {
        let sort = self.search.sort;
        let title = |it| match (sort, self.library.article(it)) {
            (Sort::Title, Some(article)) => folded_title(article),
            _ => Box::default(),
        };
        let key = |it| (self.sort_key(sort, it), title(it));
        if sort != Sort::Plain {
            found.results.titles.sort_by_cached_key(|hit| key(hit.article));
            found.results.passages.sort_by_cached_key(|hit| key(hit.article));
        }
    }
}
