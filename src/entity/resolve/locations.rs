//! Writing out places: `Tân Uyên` is thị xã Tân Uyên where the article says so.

use std::collections::HashMap;

use super::{Draft, nearest};
use crate::entity::Kind;
use crate::entity::gazetteer::{Class, Gazetteer};

/// Lists the unit words that the press leaves out when it names a place again. Those of streets,
/// bridges, stations and stadiums do not come and go: they name other things than the bare name.
const UNITS: [&str; 27] = [
    "huyện",
    "quận",
    "thị xã",
    "xã",
    "phường",
    "thị trấn",
    "thành phố",
    "tp",
    "tp.",
    "đặc khu",
    "đảo",
    "quần đảo",
    "bán đảo",
    "làng",
    "thôn",
    "bản",
    "buôn",
    "ấp",
    "xóm",
    "sông",
    "suối",
    "núi",
    "đèo",
    "bang",
    "hạt",
    "tỉnh",
    "vùng",
];

/// Writes bare names out to the nearest place with a unit, unless they are known by themselves.
pub(super) fn write_out(draft: &mut Draft, gazetteer: &Gazetteer) {
    let mut with_unit: HashMap<String, Vec<usize>> = HashMap::new();
    for index in draft.of_kind(Kind::Location) {
        if let Some(bare) = bare(&draft.names[index]) {
            with_unit.entry(bare.to_lowercase()).or_default().push(index);
        }
    }
    if with_unit.is_empty() {
        return;
    }
    let known = Class::PROVINCE.or(Class::CITY).or(Class::COUNTRY);
    for index in draft.of_kind(Kind::Location) {
        let name = &draft.names[index];
        let lower = name.to_lowercase();
        if let Some(found) = with_unit.get(&lower)
            && bare(name).is_none()
            && !gazetteer.phrase(&lower).meets(known)
            && let Some(full) = nearest(found, index)
        {
            let full = draft.names[full].clone();
            draft.names[index] = full;
        }
    }
}

/// Gives a place's name without its unit.
fn bare(name: &str) -> Option<&str> {
    let starts = name.match_indices(' ').map(|(at, _)| at).take(2);
    let fits = |&at: &usize| UNITS.contains(&name[..at].to_lowercase().as_str());
    let rest = starts.filter(fits).last().map(|at| &name[at + 1..])?;
    rest.starts_with(char::is_uppercase).then_some(rest)
}
