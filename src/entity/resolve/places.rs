//! Completing bodies and offices by the place that they leave out: in an article on Lâm Đồng, `UBND
//! tỉnh` is UBND tỉnh Lâm Đồng, and `Tỉnh ủy` is Tỉnh ủy Lâm Đồng.

use super::Draft;
use crate::entity::Kind;
use crate::entity::gazetteer::{Class, Gazetteer};

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
}

/// Lists the unit words of each level, in lower case.
const UNITS: [(&str, Level); 13] = [
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
    ("thôn", Level::Commune),
    ("ấp", Level::Commune),
];

/// Lists bodies whose name tells the level and no place.
const BARE: [(&str, Level); 14] = [
    ("tỉnh ủy", Level::Province),
    ("tỉnh uỷ", Level::Province),
    ("tỉnh đoàn", Level::Province),
    ("ban thường vụ tỉnh ủy", Level::Province),
    ("thường trực tỉnh ủy", Level::Province),
    ("bí thư tỉnh ủy", Level::Province),
    ("phó bí thư tỉnh ủy", Level::Province),
    ("thành ủy", Level::City),
    ("thành uỷ", Level::City),
    ("thành đoàn", Level::City),
    ("huyện ủy", Level::District),
    ("quận ủy", Level::District),
    ("huyện đoàn", Level::District),
    ("bí thư huyện ủy", Level::District),
];

/// Represents a place that the article names, with its level and where.
struct Place {
    level: Level,
    name: String,
    mention: usize,
}

/// Writes the place into the names that leave it out.
pub(super) fn complete(draft: &mut Draft, gazetteer: &Gazetteer) {
    let places = places(draft, gazetteer);
    for index in 0..draft.names.len() {
        if !matches!(draft.mentions[index].kind, Kind::Organization | Kind::Role) {
            continue;
        }
        if let Some(level) = missing(&draft.names[index])
            && let Some(place) = nearest(&places, level, index)
        {
            let name = &mut draft.names[index];
            name.push(' ');
            name.push_str(&place.name);
        }
    }
}

/// Tells the level whose place a name leaves out.
fn missing(name: &str) -> Option<Level> {
    let lower = name.to_lowercase();
    let bare = BARE.iter().find(|(body, _)| lower == *body).map(|(_, level)| *level);
    let ends = || {
        let ended = UNITS
            .iter()
            .find(|(unit, _)| lower.strip_suffix(unit).is_some_and(|rest| rest.ends_with(' ')));
        ended.map(|(_, level)| *level)
    };
    bare.or_else(ends)
}

/// Finds the nearest place of a level before a mention, or else the first after it.
fn nearest(places: &[Place], level: Level, mention: usize) -> Option<&Place> {
    let after = places.partition_point(|place| place.mention < mention);
    let before = places[..after].iter().rev().find(|place| place.level == level);
    before.or_else(|| places[after..].iter().find(|place| place.level == level))
}

/// Collects the places that the article names with their level.
fn places(draft: &Draft, gazetteer: &Gazetteer) -> Vec<Place> {
    let mut places = Vec::new();
    for (mention, name) in draft.names.iter().enumerate() {
        let found = match draft.mentions[mention].kind {
            Kind::Location => leading(name).or_else(|| province(name, gazetteer)),
            Kind::Organization | Kind::Role => trailing(name),
            _ => None,
        };
        if let Some((level, name)) = found {
            places.push(Place { level, name, mention });
        }
    }
    places
}

/// Reads a place that begins with its unit.
fn leading(name: &str) -> Option<(Level, String)> {
    UNITS.iter().find_map(|(unit, level)| {
        let head = name.get(..unit.len())?;
        let rest = name.get(unit.len()..)?.trim_start();
        let fits = head.to_lowercase() == *unit && rest.starts_with(char::is_uppercase);
        fits.then(|| (*level, rest.to_owned()))
    })
}

/// Reads a place with its unit at the end of a body's name.
fn trailing(name: &str) -> Option<(Level, String)> {
    let starts = name.match_indices(' ').map(|(at, _)| &name[at + 1..]);
    starts.rev().find_map(leading)
}

/// Reads a province that stands without its unit; the great cities among them are cities.
fn province(name: &str, gazetteer: &Gazetteer) -> Option<(Level, String)> {
    const CITIES: [&str; 6] = ["hà nội", "hải phòng", "đà nẵng", "cần thơ", "huế", "hồ chí minh"];
    let lower = name.to_lowercase();
    let level = if CITIES.contains(&lower.as_str()) { Level::City } else { Level::Province };
    gazetteer.phrase(&lower).meets(Class::PROVINCE).then(|| (level, name.to_owned()))
}
