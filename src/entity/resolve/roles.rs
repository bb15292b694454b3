//! Tying offices and ranks to the persons who hold them.

use std::collections::HashMap;

use super::{Draft, Resolved};
use crate::entity::{Kind, key};

/// Lists the words that may stand between an office and its holder's name.
const BETWEEN: [&str; 10] =
    ["", "ông", "bà", "anh", "chị", "đồng chí", "là ông", "là bà", "cô", "chú"];

/// Lists what may stand between a person and the office that is told after the name.
const AFTER: [&str; 26] = [
    ",",
    "-",
    "–",
    "(",
    ", nguyên",
    "- nguyên",
    "(nguyên",
    "là",
    ", hiện là",
    ", tân",
    ", là",
    "- tân",
    "),",
    ") -",
    ") –",
    ", SN",
    "(SN",
    "(sinh",
    ", sinh",
    ", quyền",
    ", kiêm",
    "kiêm",
    ", giữ chức",
    "giữ chức",
    "giữ chức vụ",
    "làm",
];

/// Writes an office without its body out where its holder has one with a body: `Thứ trưởng Lê An` is
/// Thứ trưởng Bộ Tài chính in an article that calls him so.
pub(super) fn write_out(draft: &mut Draft) {
    let mut held: HashMap<&str, Vec<usize>> = HashMap::new();
    for role in draft.of_kind(Kind::Role) {
        if let Some(person) = holder(draft, role) {
            let roles = held.entry(&draft.names[person]).or_default();
            if roles.len() < MAX_OFFICES {
                roles.push(role);
            }
        }
    }
    let mut full: Vec<(usize, String)> = Vec::new();
    for roles in held.values() {
        for &role in roles {
            let short = format!("{} ", draft.names[role].to_lowercase());
            let longer = |other: &&usize| draft.names[**other].to_lowercase().starts_with(&short);
            let mut found = roles.iter().filter(longer).map(|&other| &draft.names[other]);
            let Some(first) = found.next() else { continue };
            if found.all(|other| key(Kind::Role, other) == key(Kind::Role, first)) {
                full.push((role, first.clone()));
            }
        }
    }
    for (role, name) in full {
        draft.names[role] = name;
    }
}

/// Limits the offices of one person that are held against each other.
const MAX_OFFICES: usize = 64;

/// Gives each person the roles that stand beside the name.
pub(super) fn tie(draft: &Draft, resolved: &mut Resolved) {
    for index in 0..draft.mentions.len() {
        if draft.mentions[index].kind != Kind::Role {
            continue;
        }
        if let Some(person) = holder(draft, index) {
            let role = resolved.entity_of[index];
            let roles = &mut resolved.entities[resolved.entity_of[person]].roles;
            if !roles.contains(&role) {
                roles.push(role);
            }
        }
    }
}

/// Finds the person that a role belongs to: the one right behind it, also behind further roles,
/// or else the one before it.
fn holder(draft: &Draft, role: usize) -> Option<usize> {
    let mut next = role + 1;
    while draft.kind(next) == Some(Kind::Role)
        && matches!(draft.gap(next), Some("" | "," | "-" | "–"))
    {
        next += 1;
    }
    if draft.kind(next) == Some(Kind::Person)
        && draft.gap(next).is_some_and(|gap| BETWEEN.contains(&gap))
    {
        return Some(next);
    }
    before(draft, role)
}

/// Limits how far a role looks back for its person.
const REACH: usize = 6;

/// Finds the person before a role, over ages, dates and further roles.
fn before(draft: &Draft, role: usize) -> Option<usize> {
    for at in (role.saturating_sub(REACH) + 1..=role).rev() {
        if !draft.gap(at).is_some_and(|gap| AFTER.contains(&gap)) {
            return None;
        }
        match draft.kind(at - 1)? {
            Kind::Person => return Some(at - 1),
            Kind::Role | Kind::Quantity | Kind::Date => {}
            _ => return None,
        }
    }
    None
}
