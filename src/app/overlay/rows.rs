//! What help and the palette list, and how it is found by typing.

use crate::app::{ACTIONS, ActionInfo, Keymap, Language, Phrase, Place};
use crate::search::{Picked, pick};
use crate::text::Span;

/// Lists what can be typed in the search line: an example, and what it finds. Help shows it below
/// the keys.
pub const QUERY_HELP: &[(&str, Phrase<'static>)] = &[
    ("lam dong", Phrase::QueryMarksFree),
    ("lâm", Phrase::QueryMarksBind),
    ("dong lam", Phrase::QueryAllWords),
    ("btqp  lamdong", Phrase::QueryInitials),
    ("ubnd  tphcm", Phrase::QueryAbbreviations),
    ("Laam DDoongf", Phrase::QueryTelex),
    ("phogn", Phrase::QueryTypo),
    ("\"an ninh mạng\"", Phrase::QueryPhrase),
    ("-covid", Phrase::QueryNot),
    ("'hòa", Phrase::QueryExact),
    ("@\"lam dong\"", Phrase::QueryEntity),
    ("kind:person lam", Phrase::QueryKind),
    ("date:2022-06..2023-04", Phrase::QueryDate),
];

/// Holds what is typed, the user's language and the keys.
pub(super) type Asked<'a> = (&'a str, Language, &'a Keymap);

/// Represents a line of help or of the palette.
#[derive(Debug, Clone)]
pub enum OverlayRow {
    /// An empty line.
    Blank,
    /// What the lines below are about.
    Heading(Phrase<'static>),
    /// An action.
    Action {
        /// The action.
        info: &'static ActionInfo,
        /// What matched of what is said of it.
        matches: Vec<Span>,
        /// What is said of it in another language, when that is what matched.
        other: Option<&'static str>,
    },
    /// What can be typed to search.
    Query {
        /// Its number.
        number: usize,
        /// What matched of what is said of it.
        matches: Vec<Span>,
    },
}

/// Lists the actions, those of the place before those of others; with something typed, the best
/// first.
pub(super) fn palette(here: Place, asked: Asked) -> Vec<OverlayRow> {
    let goes_here = |info: &&ActionInfo| info.place == here || info.place == Place::Anywhere;
    let others = ACTIONS.iter().filter(|info| !goes_here(info));
    let mut infos: Vec<&'static ActionInfo> = Vec::new();
    for info in ACTIONS.iter().filter(goes_here).chain(others) {
        if infos.iter().all(|known| known.action != info.action) {
            infos.push(info);
        }
    }
    let found = infos.into_iter().filter_map(|info| action(info, asked));
    best_first(found, asked.0)
}

/// Lists what keys do and what can be typed to search: what belongs to the place first, under
/// headings; with something typed, the best first, without.
pub(super) fn help(here: Place, searching: bool, asked: Asked) -> Vec<OverlayRow> {
    if !asked.0.trim().is_empty() {
        let actions = ACTIONS.iter().filter_map(|info| action(info, asked));
        let queries = (0..QUERY_HELP.len()).filter_map(|number| query(number, asked));
        return best_first(actions.chain(queries), asked.0);
    }
    let of = |place: Place| {
        let infos = ACTIONS.iter().filter(move |info| info.place == place);
        infos.map(|info| OverlayRow::Action { info, matches: Vec::new(), other: None })
    };
    let queries =
        || (0..QUERY_HELP.len()).map(|number| OverlayRow::Query { number, matches: Vec::new() });
    let section = |phrase, rows: Vec<OverlayRow>| (phrase, rows);
    let mut sections = vec![
        section(Phrase::PlaceAnywhere, of(Place::Anywhere).collect()),
        section(Phrase::PlaceList, of(Place::List).collect()),
        section(Phrase::PlaceReader, of(Place::Reader).collect()),
        section(Phrase::PlaceCard, of(Place::Card).collect()),
        section(Phrase::InSearchLine, queries().collect()),
    ];
    let first = match here {
        _ if searching => 4,
        Place::Card => 3,
        Place::Reader => 2,
        Place::List => 1,
        Place::Anywhere => 0,
    };
    sections[..=first].rotate_right(1);
    let lines = sections.into_iter().flat_map(|(heading, rows)| {
        [OverlayRow::Blank, OverlayRow::Heading(heading)].into_iter().chain(rows)
    });
    lines.skip(1).collect()
}

/// Sorts what was found by what it costs; without anything typed it stays in its order.
fn best_first(found: impl Iterator<Item = (Picked, OverlayRow)>, typed: &str) -> Vec<OverlayRow> {
    let mut found: Vec<_> = found.collect();
    if !typed.trim().is_empty() {
        found.sort_by(|(one, _), (other, _)| one.cmp(other));
    }
    found.into_iter().map(|(_, row)| row).collect()
}

/// Finds an action by its text in the user's language or in another one, by its name in a
/// configuration, or by one of its keys.
fn action(
    info: &'static ActionInfo,
    (typed, language, keymap): Asked,
) -> Option<(Picked, OverlayRow)> {
    let own = pick(typed, language.action(info)).map(|picked| (picked, None));
    let others = Language::ALL.into_iter().filter(|&other| other != language);
    let others = others.filter_map(|other| {
        let text = other.action(info);
        Some((pick(typed, text)?, Some(text)))
    });
    // What is as good in both is meant in the user's own.
    let best = own.into_iter().chain(others).min_by(|(one, _), (other, _)| one.cost_cmp(other));
    if let Some((picked, other)) = best {
        let matches = if other.is_none() { picked.spans.clone() } else { Vec::new() };
        return Some((picked, OverlayRow::Action { info, matches, other }));
    }
    let is_typed = |key: &String| key.eq_ignore_ascii_case(typed.trim());
    let by_key = keymap.shown(info).iter().any(is_typed).then(Picked::default);
    let picked = by_key.or_else(|| pick(typed, info.name))?;
    Some((picked, OverlayRow::Action { info, matches: Vec::new(), other: None }))
}

fn query(number: usize, (typed, language, _): Asked) -> Option<(Picked, OverlayRow)> {
    let picked = pick(typed, &language.say(QUERY_HELP[number].1))?;
    let matches = picked.spans.clone();
    Some((picked, OverlayRow::Query { number, matches }))
}
