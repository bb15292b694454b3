//! Labels: a letter or two on each mention that is on the screen, to jump there by typing them.

use std::collections::HashMap;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::corpus::{Article, ArticleNo, TitleOrigin};
use crate::entity::Kind;

use super::{Effect, Focus, Phrase, Reader, RowKind, State};

/// Lists the letters of labels, those under the fingers first.
///
/// There is no vowel, `d` or `w`, and no label has a letter twice: a Vietnamese input method lets
/// the others through.
const LETTERS: &str = "jkhgfslnmbvrtcpxzq";

/// Represents a mention that is on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place {
    mention: usize,
    entity: usize,
    /// The first byte of it that is on the screen.
    at: u32,
    /// The rows, and then the bytes, from where one is.
    distance: (usize, u32),
}

/// Represents the label of a mention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The number of the mention.
    pub mention: usize,
    /// The first byte of it that is on the screen.
    pub at: u32,
    /// What is typed for it; all mentions of an entity have the same.
    pub text: String,
}

/// Holds the labels on the screen, those nearest to where one is first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labels {
    /// The article that they belong to.
    pub article: ArticleNo,
    /// The labels.
    pub all: Vec<Label>,
    /// What was typed of one, in small letters.
    pub typed: String,
    /// Whether a capital was typed.
    capital: bool,
}

impl Labels {
    /// Gives the labels that begin with what was typed.
    pub fn shown(&self) -> impl Iterator<Item = &Label> {
        self.all.iter().filter(|label| label.text.starts_with(&self.typed))
    }
}

/// Gives `count` labels, none of which begins another, the shortest first; fewer when there are not
/// so many.
fn names(count: usize) -> Vec<String> {
    let letters = LETTERS.len();
    // A letter that is no label itself begins as many as there are other letters.
    let pairs = count.saturating_sub(letters).div_ceil(letters - 2).min(letters);
    let (single, first) = LETTERS.split_at(letters - pairs);
    let others = |a: char| LETTERS.chars().filter(move |&b| b != a);
    let pairs = first.chars().flat_map(|a| others(a).map(move |b| String::from_iter([a, b])));
    single.chars().map(String::from).chain(pairs).take(count).collect()
}

/// Labels mentions: the entities that are nearest have the shortest labels.
fn assign(mut places: Vec<Place>) -> Vec<Label> {
    places.sort_by_key(|place| place.distance);
    let mut order = HashMap::new();
    for place in &places {
        let next = order.len();
        order.entry(place.entity).or_insert(next);
    }
    let names = names(order.len());
    let label = |place: Place| {
        let text = names.get(order[&place.entity])?.clone();
        Some(Label { mention: place.mention, at: place.at, text })
    };
    places.into_iter().filter_map(label).collect()
}

/// Finds the mentions that are on the screen, but for the focused one, where one is already.
fn places(reader: &Reader, article: &Article, height: usize, solo: Option<Kind>) -> Vec<Place> {
    let mentions = &reader.resolved.mentions;
    let focus = reader.focus.map(|focus| mentions[focus].span);
    let origin = focus.filter(|&span| reader.shows(span, height)).map(|span| span.start);
    let row = origin.map_or(reader.top + height / 2, |at| reader.layout.row_at(at));
    let middle = || reader.layout.rows.get(row).map_or(u32::MAX, |row| row.span.start);
    let origin = origin.unwrap_or_else(middle);
    let mut places: Vec<Place> = Vec::new();
    let rows = reader.layout.rows.iter().enumerate().skip(reader.top).take(height);
    for (index, shown) in rows {
        let derived = article.title_origin == TitleOrigin::Derived;
        // A derived title repeats the body's beginning.
        if shown.kind == RowKind::Title && derived {
            continue;
        }
        let first = mentions.partition_point(|mention| mention.span.end <= shown.span.start);
        let here = mentions.iter().enumerate().skip(first);
        for (number, mention) in here.take_while(|(_, it)| it.span.start < shown.span.end) {
            let known = places.last().is_some_and(|last| last.mention == number);
            let shown_kind = solo.is_none_or(|kind| kind == mention.kind);
            if known || !shown_kind || reader.focus == Some(number) {
                continue;
            }
            let at = mention.span.start.max(shown.span.start);
            let distance = (index.abs_diff(row), at.abs_diff(origin));
            let entity = reader.resolved.entity_of[number];
            places.push(Place { mention: number, entity, at, distance });
        }
    }
    places
}

impl State {
    /// Puts labels on the mentions that are on the screen.
    pub(super) fn start_labels(&mut self) -> Vec<Effect> {
        let height = self.reader_height();
        let shown = self.reader.as_ref().filter(|_| self.panes().reader.is_some());
        let article = shown.and_then(|reader| self.library.article(reader.article));
        let (Some(reader), Some(article)) = (shown, article) else {
            self.tell(Phrase::LabelsNeedArticle);
            return Vec::new();
        };
        let all = assign(places(reader, article, height, self.solo));
        if all.is_empty() {
            let (focus, what) = (reader.focus, self.what());
            self.tell(match focus {
                Some(_) => Phrase::NoOtherOnScreen { what: &what },
                None => Phrase::NoneOnScreen { what: &what },
            });
            return Vec::new();
        }
        let article = reader.article;
        self.labels = Some(Labels { article, all, typed: String::new(), capital: false });
        Vec::new()
    }

    /// Handles a key while there are labels: a letter of one goes there, all else takes them away.
    pub(super) fn labels_key(&mut self, key: KeyEvent) -> Vec<Effect> {
        let Some(mut labels) = self.labels.take() else { return Vec::new() };
        let held = key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
        let KeyCode::Char(letter) = key.code else { return Vec::new() };
        if held {
            let quits = letter == 'c' && key.modifiers.contains(KeyModifiers::CONTROL);
            return if quits { vec![Effect::Quit] } else { Vec::new() };
        }
        labels.typed.push(letter.to_ascii_lowercase());
        labels.capital |= letter.is_ascii_uppercase();
        let found = labels.shown().next().map(|label| (label.mention, label.text.len()));
        match found {
            Some((mention, length)) if length == labels.typed.len() => {
                self.go_to_label(mention, &labels)
            }
            Some(_) => {
                self.labels = Some(labels);
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    fn go_to_label(&mut self, mention: usize, labels: &Labels) -> Vec<Effect> {
        self.with_reader(|reader, height, _| {
            // What is on the screen may have changed since.
            if reader.article == labels.article && mention < reader.resolved.mentions.len() {
                reader.go_to_mention(mention, height);
            }
        });
        if !labels.capital {
            return Vec::new();
        }
        self.focus = Focus::Reader;
        self.lay_out();
        self.open_card()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    /// Compares how many labels have one letter and how many have two, of those that are wanted.
    fn check_names(count: usize, expected: (usize, usize)) {
        let names = names(count);
        let of = |length| names.iter().filter(|name| name.len() == length).count();
        assert_eq!((of(1), of(2)), expected, "{count}");
        let begins = |a: &String| names.iter().filter(|b| b.starts_with(a)).count();
        assert!(names.iter().all(|name| begins(name) == 1), "one begins another: {names:?}");
        assert!(names.is_sorted_by_key(String::len));
    }

    #[test]
    fn no_label_begins_another() {
        check_names(0, (0, 0));
        check_names(1, (1, 0));
        check_names(13, (13, 0));
        check_names(14, (14, 0));
        check_names(18, (18, 0));
        check_names(19, (17, 2));
        check_names(34, (17, 17));
        check_names(35, (16, 19));
        check_names(40, (16, 24));
        check_names(300, (0, 300));
        check_names(306, (0, 306));
        check_names(900, (0, 306));
    }

    #[test]
    fn no_letter_waits_for_a_vietnamese_mark() {
        let letters: HashSet<char> = LETTERS.chars().collect();
        assert_eq!(letters.len(), LETTERS.len());
        assert!("aeiouydw".chars().all(|c| !letters.contains(&c)));
        let doubled = |name: &String| name.len() == 2 && name.as_bytes()[0] == name.as_bytes()[1];
        assert!(!names(900).iter().any(doubled));
    }

    /// Labels mentions that are told as entity and distance in rows; compares them in their order.
    fn check(mentions: &[(usize, usize)], expected: &str) {
        let place = |(mention, &(entity, rows)): (usize, &(usize, usize))| Place {
            mention,
            entity,
            at: mention as u32,
            distance: (rows, 0),
        };
        let labels = assign(mentions.iter().enumerate().map(place).collect());
        let shown = labels.iter().map(|label| format!("{}{}", label.mention, label.text));
        assert_eq!(shown.collect::<Vec<_>>().join(" "), expected);
    }

    #[test]
    fn the_nearest_come_first_and_an_entity_has_one_label() {
        check(&[], "");
        check(&[(7, 3)], "0j");
        check(&[(7, 3), (8, 1), (7, 0)], "2j 1k 0j");
        check(&[(1, 0), (1, 0), (2, 0), (1, 9)], "0j 1j 2k 3j");
    }
}
