//! Where the article says which province a department belongs to: `Sở Y tế Lâm Đồng`.

use std::collections::HashMap;

use super::{Draft, department};
use crate::entity::gazetteer::Gazetteer;
use crate::entity::{Kind, key};

/// Represents where the article names a department in full.
pub(super) struct Seat {
    /// The place that is named first, and in which mention.
    place: String,
    first: usize,
    /// Whether it is named again, and whether always the same place.
    again: bool,
    one: bool,
}

/// Holds the seats of departments by the keys of their bare names.
pub(super) type Seats = HashMap<String, Seat>;

/// Finds the departments that the article names in full.
pub(super) fn seats(draft: &Draft, gazetteer: &Gazetteer) -> Seats {
    let mut seats = Seats::new();
    for (index, name) in draft.names.iter().enumerate() {
        if matches!(draft.mentions[index].kind, Kind::Organization | Kind::Role)
            && let Some(found) = department(name, gazetteer)
            && !found.place.is_empty()
        {
            let place = found.place;
            let same = |other: &str| key(Kind::Location, other) == key(Kind::Location, place);
            seats
                .entry(key(Kind::Organization, found.bare))
                .and_modify(|seat| {
                    seat.again = true;
                    seat.one = seat.one && same(&seat.place);
                })
                .or_insert_with(|| Seat {
                    place: place.to_owned(),
                    first: index,
                    again: false,
                    one: true,
                });
        }
    }
    seats
}

/// Finds the place of a department that the article names in full: before, or more than once.
pub(super) fn stated(seats: &Seats, bare: &str, mention: usize) -> Option<String> {
    let seat = seats.get(&key(Kind::Organization, bare))?;
    (seat.one && (seat.first < mention || seat.again)).then(|| seat.place.clone())
}
