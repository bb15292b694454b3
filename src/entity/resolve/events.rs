//! Writing out events: `SEA Games` is SEA Games 31, `Mùa hè xanh` is Chiến dịch Mùa hè xanh 2018,
//! where the article speaks of one such event only.

use std::collections::HashMap;

use super::Draft;
use crate::entity::Kind;
use crate::entity::gazetteer::{Class, Gazetteer};
use crate::entity::key;

/// Limits the titles that short ones are held against; an article has a few.
const MAX_TITLES: usize = 64;

/// Lists words that make another event of one.
const DIFFERENT: [&str; 14] = [
    "vietnam",
    "nữ",
    "nam",
    "trẻ",
    "futsal",
    "u17",
    "u19",
    "u20",
    "u21",
    "u22",
    "u23",
    "huyện",
    "xã",
    "phường",
];

/// Represents a title: its words in lower case, without the sort in front and the edition behind.
struct Title {
    name: String,
    words: Vec<String>,
    base: Vec<String>,
    edition: Vec<String>,
}

/// Writes short titles out to the only longer one that they fit.
pub(super) fn write_out(draft: &mut Draft, gazetteer: &Gazetteer) {
    let titles = titles(draft, gazetteer);
    let mut known: HashMap<String, Option<String>> = HashMap::new();
    for index in draft.of_kind(Kind::Event) {
        let name = draft.names[index].clone();
        let long =
            known.entry(name).or_insert_with_key(|name| long_title(name, &titles, gazetteer));
        if let Some(long) = long {
            draft.names[index].clone_from(long);
        }
    }
}

fn titles(draft: &Draft, gazetteer: &Gazetteer) -> Vec<Title> {
    let mut titles: Vec<Title> = Vec::new();
    for index in draft.of_kind(Kind::Event) {
        let name = &draft.names[index];
        if titles.len() < MAX_TITLES && titles.iter().all(|title| title.name != *name) {
            titles.push(title(name, gazetteer));
        }
    }
    titles
}

fn title(name: &str, gazetteer: &Gazetteer) -> Title {
    let lower = name.to_lowercase();
    let words: Vec<String> = lower
        .split([' ', ',', '"', '“', '”'])
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    let end = edition_start(&words);
    let head = (1..=3.min(end.saturating_sub(1)))
        .filter(|&to| gazetteer.phrase(&words[..to].join(" ")).meets(Class::EVENT_HEAD))
        .max()
        .unwrap_or(0);
    Title {
        name: name.to_owned(),
        base: words[head..end].to_vec(),
        edition: words[end..].to_vec(),
        words,
    }
}

/// Finds where the edition begins: a year, a number, `lần thứ`, `năm`.
fn edition_start(words: &[String]) -> usize {
    let number = |word: &String| word.bytes().all(|c| c.is_ascii_digit() || c == b'/' || c == b'-');
    let begins = |at: &usize| {
        number(&words[*at])
            || words[*at] == "lần" && words.get(at + 1).is_some_and(|next| next == "thứ")
            || words[*at] == "năm" && words.get(at + 1).is_some_and(number)
    };
    (1..words.len()).find(begins).unwrap_or(words.len())
}

/// Finds the only title that a short one stands for.
fn long_title(name: &str, titles: &[Title], gazetteer: &Gazetteer) -> Option<String> {
    let short = title(name, gazetteer);
    let tests: [fn(&Title, &Title) -> bool; 3] = [only_edition, part, shortened];
    tests.iter().find_map(|fits| {
        let longer = |long: &&Title| long.words.len() > short.words.len() && fits(&short, long);
        let mut found = titles.iter().filter(longer);
        let first = found.next()?;
        let one = key(Kind::Event, &first.name);
        found.all(|other| key(Kind::Event, &other.name) == one).then(|| first.name.clone())
    })
}

/// Tells whether the short title leaves the edition out.
fn only_edition(short: &Title, long: &Title) -> bool {
    let same_edition = short.edition.is_empty() || short.edition == long.edition;
    let with_sort = |title: &Title| title.words.len() - title.edition.len();
    let same = short.words[..with_sort(short)] == long.words[..with_sort(long)];
    same_edition && (same || short.words == long.base)
}

/// Tells whether the short title begins the long one, or is the code that ends it (`COP27`).
fn part(short: &Title, long: &Title) -> bool {
    let begins = short.edition.is_empty()
        && short.words.len() > 1
        && long.words.starts_with(&short.words)
        && !different(&long.words[short.words.len()..]);
    let code = short.words.len() == 1
        && short.words[0].ends_with(|c: char| c.is_ascii_digit())
        && long.words.ends_with(&short.words);
    begins || code
}

/// Tells whether the short title leaves words within the long one out, but none that matters.
fn shortened(short: &Title, long: &Title) -> bool {
    let same_edition = short.edition.is_empty() || short.edition == long.edition;
    let words = |title: &Title| title.words[..title.words.len() - title.edition.len()].to_vec();
    let (few, many) = (words(short), words(long));
    if !same_edition || few.len() < 2 || few.first() != many.first() || few.last() != many.last() {
        return false;
    }
    let (mut rest, mut left_out) = (few.iter().peekable(), Vec::new());
    for word in many {
        if rest.peek() == Some(&&word) {
            rest.next();
        } else {
            left_out.push(word);
        }
    }
    rest.next().is_none() && !different(&left_out)
}

fn different(words: &[String]) -> bool {
    words.iter().any(|word| DIFFERENT.contains(&word.as_str()))
        || words.windows(2).any(|pair| pair == ["việt", "nam"])
}
