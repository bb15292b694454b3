//! Names that an article gives to what it has just named: `Tập đoàn Dầu khí Việt Nam (PVN)`, `Đỗ
//! Thị Lan, nghệ danh Lan Hương`.

use std::collections::{HashMap, HashSet};

use super::Draft;
use crate::entity::Kind;
use crate::entity::gazetteer::{Class, Gazetteer};

/// Lists the words that say that another name follows.
const CALLED: [&str; 18] = [
    "gọi tắt là",
    "gọi là",
    "còn gọi là",
    "hay còn gọi là",
    "thường gọi là",
    "tên thường gọi là",
    "sau đây gọi là",
    "sau đây gọi tắt là",
    "viết tắt là",
    "viết tắt",
    "tên viết tắt",
    "tên tắt",
    "tên thật là",
    "tên thật",
    "nghệ danh",
    "bí danh",
    "biệt danh",
    "tức",
];

/// Represents the names that stand for others, by kind and in lower case.
type Known = HashMap<(Kind, String), String>;

/// Writes the names that the article defines out, wherever they stand.
pub(super) fn write_out(draft: &mut Draft, gazetteer: &Gazetteer) {
    let known = collect(draft, gazetteer);
    if known.is_empty() {
        return;
    }
    for index in 0..draft.names.len() {
        if let Some(long) = long_name(&known, draft.mentions[index].kind, &draft.names[index]) {
            draft.names[index] = long;
        }
    }
}

/// Finds what a name stands for; `Phòng PA05` is what `PA05` is, if that is a Phòng.
fn long_name(known: &Known, kind: Kind, name: &str) -> Option<String> {
    let lower = name.to_lowercase();
    if let Some(long) = known.get(&(kind, lower.clone())) {
        return Some(long.clone());
    }
    let (head, last) = lower.rsplit_once(' ').filter(|_| kind == Kind::Organization)?;
    let long = known.get(&(kind, last.to_owned()))?;
    long.to_lowercase().starts_with(&format!("{head} ")).then(|| long.clone())
}

fn collect(draft: &Draft, gazetteer: &Gazetteer) -> Known {
    let mut known = Known::new();
    let mut seen: HashSet<(Kind, &str)> = HashSet::new();
    let headline = draft.text.find('\n').unwrap_or(0);
    for index in 0..draft.mentions.len() {
        let (kind, short) = (draft.mentions[index].kind, draft.names[index].as_str());
        if index > 0
            && !seen.contains(&(kind, short))
            && let Some((short, long)) = defined(draft, index, gazetteer)
        {
            known.insert((kind, short.to_lowercase()), long);
        }
        // What a headline says is explained below it.
        if draft.mentions[index].span.start as usize >= headline {
            seen.insert((kind, short));
        }
    }
    known
}

/// Gives the shorter and the fuller of a mention's name and the one before it, if both are names
/// of one thing.
fn defined(draft: &Draft, index: usize, gazetteer: &Gazetteer) -> Option<(String, String)> {
    let gap = draft.gap(index)?;
    let (kind, short) = (draft.kind(index)?, draft.names[index].as_str());
    let (before, long) = (draft.kind(index - 1)?, draft.names[index - 1].as_str());
    let words = gap.trim_start_matches(['(', ',', '-', '–', ' ']);
    if before == kind && gap != words && CALLED.contains(&words) {
        return Some(by_length(short, long));
    }
    let end = draft.mentions[index].span.end as usize;
    if gap != "(" || !draft.text[end..].starts_with(')') {
        return None;
    }
    let long = match (before, kind) {
        (Kind::Event, Kind::Event) => Some(long.to_owned()),
        (Kind::Person, Kind::Person) => return Some(by_length(short, long)),
        (Kind::Organization, Kind::Organization) => {
            (is_label(short) || is_foreign(short, long)).then(|| long.to_owned())
        }
        (Kind::Role, Kind::Organization) if is_label(short) => body(long, gazetteer),
        (Kind::Law, Kind::Law) => {
            let number = short.to_lowercase().starts_with("luật số ");
            (is_label(short) || number).then(|| long.to_owned())
        }
        _ => None,
    };
    long.map(|long| (short.to_owned(), long))
}

fn by_length(one: &str, other: &str) -> (String, String) {
    let count = |name: &str| name.chars().count();
    let (short, long) = if count(one) > count(other) { (other, one) } else { (one, other) };
    (short.to_owned(), long.to_owned())
}

/// Tells whether a name is one word with two capitals or more, as labels for later use are.
/// Letters of our own (`ĐHQG-HCM`) make it the abbreviation of another body, as a rule the one
/// above.
fn is_label(name: &str) -> bool {
    name.is_ascii()
        && !name.contains(' ')
        && name.bytes().filter(u8::is_ascii_uppercase).count() > 1
}

/// Tells whether a name says in another language what a name of ours says.
fn is_foreign(short: &str, long: &str) -> bool {
    short.is_ascii() && !long.is_ascii()
}

/// Gives the body that an office governs.
fn body(role: &str, gazetteer: &Gazetteer) -> Option<String> {
    let heads = Class::HEAD.or(Class::FIRM_HEAD).or(Class::AREA_HEAD);
    let lower: Vec<String> = role.split(' ').map(str::to_lowercase).collect();
    let is_head = |&at: &usize| {
        let two = lower.get(at + 1).map(|next| format!("{} {next}", lower[at]));
        gazetteer.phrase(&lower[at]).meets(heads)
            || two.is_some_and(|two| gazetteer.phrase(&two).meets(heads))
    };
    let from = (1..lower.len()).find(is_head)?;
    Some(role.split(' ').skip(from).collect::<Vec<_>>().join(" "))
}
