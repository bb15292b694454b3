//! Writing out firms, clubs, parties and schools: `Văn Quý` is Công ty CP Đầu tư Văn Quý, `Nam
//! Định` the club is CLB Nam Định, in an article that says so.

use std::collections::HashMap;

use super::{Draft, nearest};
use crate::entity::Kind;
use crate::entity::gazetteer::{Class, Gazetteer};

/// Lists the words that such names begin with, besides those of the tables.
const HEADS: [&str; 14] = [
    "công ty",
    "tổng công ty",
    "tập đoàn",
    "ngân hàng",
    "clb",
    "câu lạc bộ",
    "đảng",
    "báo",
    "hãng",
    "trường",
    "ctcp",
    "quỹ",
    "chuỗi",
    "hợp tác xã",
];

/// Lists the heads of clubs, which alone may be called by a place.
const CLUBS: [&str; 3] = ["clb", "câu lạc bộ", "đội"];

/// Limits the words of the part of a name that stands for the whole.
const MAX_WORDS: usize = 5;

/// Writes the short names of firms out.
pub(super) fn write_out(draft: &mut Draft, gazetteer: &Gazetteer) {
    let by_core = by_core(draft);
    if by_core.is_empty() {
        return;
    }
    for index in draft.of_kind(Kind::Organization) {
        let name = draft.names[index].clone();
        let core = without_head(&name).unwrap_or(&name);
        if let Some(found) = by_core.get(&core.to_lowercase())
            && let Some(long) = nearest(found, index)
            && stands_for(&name, core, &draft.names[long], gazetteer)
        {
            let long = draft.names[long].clone();
            draft.names[index] = long;
        }
    }
}

/// Finds the long names by the parts that may stand for them.
fn by_core(draft: &Draft) -> HashMap<String, Vec<usize>> {
    let mut by_core: HashMap<String, Vec<usize>> = HashMap::new();
    for index in draft.of_kind(Kind::Organization) {
        let name = &draft.names[index];
        if let Some(club) = name.strip_suffix(" FC") {
            by_core.entry(club.to_lowercase()).or_default().push(index);
        }
        let Some(rest) = without_head(name) else { continue };
        let ends = rest.rmatch_indices(' ').map(|(at, _)| &rest[at + 1..]);
        for core in ends.chain([rest]).take(MAX_WORDS) {
            if core.starts_with(char::is_uppercase) {
                by_core.entry(core.to_lowercase()).or_default().push(index);
            }
        }
    }
    by_core
}

/// Gives a name without the word for its sort.
fn without_head(name: &str) -> Option<&str> {
    let starts = name.match_indices(' ').map(|(at, _)| at).take(3).collect::<Vec<_>>();
    let head = |&&at: &&usize| HEADS.contains(&name[..at].to_lowercase().as_str());
    starts.iter().rev().find(head).map(|&at| &name[at + 1..])
}

/// Tells whether a short name stands for a long one that ends in it: its sort, where it is said, is
/// the same, and it is no place that the long one only lies in.
fn stands_for(short: &str, core: &str, long: &str, gazetteer: &Gazetteer) -> bool {
    let count = |name: &str| name.split(' ').count();
    let (short_lower, long_lower) = (short.to_lowercase(), long.to_lowercase());
    let head = short_lower.strip_suffix(&core.to_lowercase()).unwrap_or_default().trim();
    let club = long.ends_with(" FC") || CLUBS.iter().any(|club| long_lower.starts_with(club));
    let places = Class::PROVINCE.or(Class::DISTRICT).or(Class::COUNTRY).or(Class::CITY);
    count(short) < count(long)
        && long_lower.starts_with(head)
        && (club || !gazetteer.phrase(&core.to_lowercase()).meets(places))
}
