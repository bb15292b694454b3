//! Completing bodies and offices by the place that they leave out: in an article on Lâm Đồng, `UBND
//! tỉnh` is UBND tỉnh Lâm Đồng, `Tỉnh ủy` is Tỉnh ủy Lâm Đồng, and `Sở Y tế` is Sở Y tế Lâm Đồng.

mod seats;

use std::cmp::Reverse;
use std::collections::HashMap;

use super::Draft;
use crate::entity::Kind;
use crate::entity::gazetteer::{Class, Gazetteer};
use seats::{seats, stated};

/// Names a level of government that a unit word stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    Province,
    City,
    District,
    Town,
    Commune,
    Ward,
    Township,
    HighCourt,
}

/// Lists the unit words of each level, in lower case.
const UNITS: [(&str, Level); 12] = [
    ("tỉnh", Level::Province),
    ("thành phố", Level::City),
    ("tp", Level::City),
    ("tp.", Level::City),
    ("huyện", Level::District),
    ("quận", Level::District),
    ("thị xã", Level::Town),
    ("tx", Level::Town),
    ("xã", Level::Commune),
    ("phường", Level::Ward),
    ("thị trấn", Level::Township),
    ("cấp cao", Level::HighCourt),
];

/// Lists bodies whose name tells the level.
const BARE: [(&str, Level); 10] = [
    ("tỉnh ủy", Level::Province),
    ("tỉnh uỷ", Level::Province),
    ("tỉnh đoàn", Level::Province),
    ("thành ủy", Level::City),
    ("thành uỷ", Level::City),
    ("thành đoàn", Level::City),
    ("huyện ủy", Level::District),
    ("huyện uỷ", Level::District),
    ("quận ủy", Level::District),
    ("huyện đoàn", Level::District),
];

/// Lists the cities under the state, whose departments are like those of provinces.
const CITIES: [&str; 8] =
    ["hà nội", "hải phòng", "đà nẵng", "cần thơ", "huế", "hồ chí minh", "tp.hcm", "hcm"];

/// Represents a place that the article names.
struct Place {
    name: String,
    mention: usize,
}

/// Holds the places of one level, each list in reading order.
#[derive(Default)]
struct Known {
    /// Those in the names of bodies and offices: what the article is about.
    of_bodies: Vec<Place>,
    /// Those that stand alone with their unit.
    with_unit: Vec<Place>,
    /// Which of the latter are cities under the state.
    cities: Vec<usize>,
    /// Provinces without their unit; the one with the most mentions comes to stand first.
    alone: Vec<Place>,
}

/// Holds the places of all levels.
type Places = [Known; Level::HighCourt as usize + 1];

/// Writes the place into the names that leave it out.
pub(super) fn complete(draft: &mut Draft, gazetteer: &Gazetteer) {
    let (places, seats) = (places(draft, gazetteer), seats(draft, gazetteer));
    for index in 0..draft.names.len() {
        if !matches!(draft.mentions[index].kind, Kind::Organization | Kind::Role) {
            continue;
        }
        let name = &draft.names[index];
        let place = match (missing(name), department(name, gazetteer)) {
            (Some(level), _) => {
                find(&places[level as usize], draft, index).map(|(_, place)| place.name.clone())
            }
            (None, Some(Department { bare, place: "" })) => {
                stated(&seats, bare, index).or_else(|| seat(&places, draft, index).map(with_unit))
            }
            _ => None,
        };
        if let Some(place) = place {
            let name = &mut draft.names[index];
            name.push(' ');
            name.push_str(&place);
        }
    }
}

/// Tells the level whose place a name leaves out.
fn missing(name: &str) -> Option<Level> {
    let lower = name.to_lowercase();
    let ends = |unit: &str| {
        lower.strip_suffix(unit).is_some_and(|rest| rest.ends_with(' ') || rest.is_empty())
    };
    let whole = |unit: &str| lower != unit && ends(unit);
    let bare = BARE.iter().find(|(body, _)| ends(body));
    bare.or_else(|| UNITS.iter().find(|(unit, _)| whole(unit))).map(|(_, level)| *level)
}

/// Represents the name of a department of a province within that of a body or an office.
struct Department<'n> {
    /// The department without its province.
    bare: &'n str,
    /// The province, with its unit; empty when it is left out.
    place: &'n str,
}

/// Finds the department in a name.
fn department<'n>(name: &'n str, gazetteer: &Gazetteer) -> Option<Department<'n>> {
    const OTHERS: [&str; 6] = ["Sở Giao", "Sở Thuế", "Sở Cảnh", "Sở Mật", "Sở giao", "Sở Chỉ"];
    let at = name.match_indices("Sở ").map(|(at, _)| at).find(|&at| {
        let before = &name[..at];
        before.is_empty() || before.ends_with(' ')
    })?;
    let body = &name[at..];
    if OTHERS.iter().any(|other| body.starts_with(other)) {
        return None;
    }
    let placed = Class::PROVINCE.or(Class::CITY).or(Class::COUNTRY).or(Class::DISTRICT);
    let lower = name.to_lowercase();
    let is_place = |&from: &usize| {
        gazetteer.phrase(&name[from..].to_lowercase()).meets(placed)
            || place_at(name, &lower, from).is_some()
    };
    let mut starts = body.match_indices(' ').map(|(space, _)| at + space + 1);
    let place = starts.find(is_place).unwrap_or(name.len());
    Some(Department { bare: name[at..place].trim_end(), place: &name[place..] })
}

/// Finds the province or the city under the state that a department belongs to.
fn seat<'p>(places: &'p Places, draft: &Draft, index: usize) -> Option<&'p Place> {
    let of = |level: Level| find(&places[level as usize], draft, index);
    let city = of(Level::City).filter(|(_, place)| is_city(&place.name));
    let found = [of(Level::Province), city].into_iter().flatten();
    found.min_by_key(|(rank, place)| (*rank, place.mention.abs_diff(index))).map(|(_, place)| place)
}

/// Gives the name of a place as it stands behind a department: only `HCM` needs its unit.
fn with_unit(place: &Place) -> String {
    if place.name == "HCM" { "TP.HCM".to_owned() } else { place.name.clone() }
}

fn is_city(name: &str) -> bool {
    CITIES.contains(&name.to_lowercase().as_str())
}

/// Finds the place of a level that a mention speaks of, and how sure that is (0 the surest).
fn find<'p>(known: &'p Known, draft: &Draft, index: usize) -> Option<(u8, &'p Place)> {
    let (bodies_before, bodies_after) = around(&known.of_bodies, index);
    let (units_before, units_after) = around(&known.with_unit, index);
    let same = units_before.filter(|place| one_sentence(draft, place.mention, index));
    // A city under the state is meant rather than one of its parts.
    let later = known.cities.partition_point(|&city| known.with_unit[city].mention < index);
    let great = later.checked_sub(1).map(|at| &known.with_unit[known.cities[at]]);
    let alone = known.alone.first();
    let ranked = [same, bodies_before, great, units_before, bodies_after, alone, units_after];
    ranked.into_iter().enumerate().find_map(|(rank, place)| Some((rank as u8, place?)))
}

/// Finds the nearest place before a mention, and the nearest after it.
fn around(places: &[Place], mention: usize) -> (Option<&Place>, Option<&Place>) {
    let after = places.partition_point(|place| place.mention < mention);
    (after.checked_sub(1).map(|at| &places[at]), places.get(after))
}

/// Tells whether two mentions stand in one sentence, as far as that is seen at a glance.
fn one_sentence(draft: &Draft, from: usize, to: usize) -> bool {
    const GLANCE: usize = 400;
    let (start, end) = (draft.mentions[from].span.end, draft.mentions[to].span.start);
    let between = &draft.text[start as usize..end as usize];
    between.len() < GLANCE && ![". ", "\n", "? ", "! "].iter().any(|end| between.contains(end))
}

/// Collects the places that the article names with their level.
fn places(draft: &Draft, gazetteer: &Gazetteer) -> Places {
    let mut places = Places::default();
    for (mention, name) in draft.names.iter().enumerate() {
        let place = |name: String| Place { name, mention };
        match draft.mentions[mention].kind {
            Kind::Location => {
                if let Some((level, name)) = leading(name) {
                    let known = &mut places[level as usize];
                    known.cities.extend(is_city(&name).then_some(known.with_unit.len()));
                    known.with_unit.push(place(name));
                } else if let Some((level, name)) = province(name, gazetteer) {
                    places[level as usize].alone.push(place(name));
                }
            }
            Kind::Organization | Kind::Role => {
                if let Some((level, name)) = trailing(name) {
                    places[level as usize].of_bodies.push(place(name));
                }
            }
            _ => {}
        }
    }
    for known in &mut places {
        most_named_first(&mut known.alone);
    }
    places
}

/// Puts the place with the most mentions, or else the first of them, in front.
fn most_named_first(places: &mut [Place]) {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for place in &*places {
        *counts.entry(place.name.to_lowercase()).or_default() += 1;
    }
    let count = |place: &Place| counts.get(&place.name.to_lowercase()).copied();
    let most = places.iter().enumerate().max_by_key(|(at, place)| (count(place), Reverse(*at)));
    if let Some((at, _)) = most {
        places.swap(0, at);
    }
}

/// Reads a place that begins with its unit.
fn leading(name: &str) -> Option<(Level, String)> {
    place_at(name, &name.to_lowercase(), 0)
}

/// Reads a place with its unit at the end of a body's name.
fn trailing(name: &str) -> Option<(Level, String)> {
    let lower = name.to_lowercase();
    let starts = lower.rmatch_indices(' ').map(|(at, _)| at + 1);
    starts.chain([0]).find_map(|at| place_at(name, &lower, at))
}

/// Reads a place whose unit begins at an offset of a name, which is given in lower case too.
fn place_at(name: &str, lower: &str, at: usize) -> Option<(Level, String)> {
    let start =
        lower.get(at..).filter(|start| start.starts_with(['t', 'h', 'q', 'x', 'p', 'c']))?;
    UNITS.iter().chain(&BARE).find_map(|(unit, level)| {
        let rest = start.strip_prefix(unit)?.trim_start();
        // In the few letters whose lower case is of another length the offsets differ.
        let rest = name.get(name.len().checked_sub(rest.len())?..)?;
        let place = rest.strip_prefix("tại ").unwrap_or(rest);
        place.starts_with(char::is_uppercase).then(|| (*level, rest.to_owned()))
    })
}

/// Reads a province that stands without its unit; the great cities among them are cities.
fn province(name: &str, gazetteer: &Gazetteer) -> Option<(Level, String)> {
    let level = if is_city(name) { Level::City } else { Level::Province };
    let known = gazetteer.phrase(&name.to_lowercase()).meets(Class::PROVINCE);
    known.then(|| (level, name.to_owned()))
}
