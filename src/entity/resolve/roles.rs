//! Tying offices and ranks to the persons who hold them.

use super::{Draft, Resolved};
use crate::entity::Kind;

/// Lists the words that may stand between an office and its holder's name.
const BETWEEN: [&str; 10] =
    ["", "ông", "bà", "anh", "chị", "đồng chí", "là ông", "là bà", "cô", "chú"];

/// Lists what may stand between a person and the office that is told after the name.
const AFTER: [&str; 12] = [
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
];

/// Gives each person the roles that stand beside the name.
pub(super) fn tie(draft: &Draft, resolved: &mut Resolved) {
    for index in 0..draft.mentions.len() {
        if draft.mentions[index].kind != Kind::Role {
            continue;
        }
        if let Some(person) = holder(draft, index) {
            let role = draft.names[index].clone();
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
    let kind = |index: usize| draft.mentions.get(index).map(|mention| mention.kind);
    let mut next = role + 1;
    while kind(next) == Some(Kind::Role) && matches!(gap(draft, next), Some("" | "," | "-" | "–"))
    {
        next += 1;
    }
    if kind(next) == Some(Kind::Person)
        && gap(draft, next).is_some_and(|gap| BETWEEN.contains(&gap))
    {
        return Some(next);
    }
    let mut at = role;
    while at > 0
        && kind(at - 1) == Some(Kind::Role)
        && matches!(gap(draft, at), Some("," | "-" | "–"))
    {
        at -= 1;
    }
    let before = at.checked_sub(1).filter(|&index| kind(index) == Some(Kind::Person))?;
    gap(draft, at).is_some_and(|gap| AFTER.contains(&gap)).then_some(before)
}

/// Gives what stands between a mention and the one before it; `None` when that is a new line.
fn gap<'a>(draft: &Draft<'a>, index: usize) -> Option<&'a str> {
    let before = draft.mentions.get(index.checked_sub(1)?)?;
    let here = draft.mentions.get(index)?;
    let gap = &draft.text[before.span.end as usize..here.span.start as usize];
    (!gap.contains('\n')).then_some(gap.trim())
}
