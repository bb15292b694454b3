//! How far the name of a body, a law or an event goes on after its first words.
//!
//! Officialese mixes capitals and small letters inside a name (`Cục An ninh mạng và phòng, chống
//! tội phạm ...`). A small word goes on with a name when the tables have seen it inside names,
//! or when it makes a word with the one before it; a joint (`và`, a comma, a dash) only joins
//! when a part of a name follows it.

use super::super::gazetteer::Class;
use super::super::token::{Form, Tokens};
use super::place;

/// The longest name, in tokens; a bound for the time that a text without marks can take.
const LIMIT: usize = 30;

/// Words that begin another body or office, so that no name goes on over them after a joint.
const NEXT: Class =
    Class::HEAD.or(Class::AREA_HEAD).or(Class::WHOLE).or(Class::OFFICE).or(Class::FIRM_HEAD);

/// Represents how freely a name goes on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    /// Names of state bodies: a surname ends them, a place closes them.
    State,
    /// Names of firms, schools, clubs: any run of capitals belongs to them.
    Firm,
    /// Titles of documents and events: small words go on until one that ends a name.
    Title,
}

/// Finds the end of the name whose words begin at `from`; `from` itself when there is none.
pub(crate) fn end(t: &Tokens, from: usize, manner: Manner) -> usize {
    let (mut end, mut at) = (from, from);
    while at < t.len() && at < from + LIMIT && t.same_line(from, at) {
        let next = match t.form(at) {
            Form::Title | Form::Upper => capital(t, from, at, manner),
            Form::Number => number(t, at, manner),
            Form::Lower => small(t, from, at, manner),
            Form::Mark => None,
        };
        if let Some(next) = next {
            (at, end) = (next, next);
        } else if let Some(next) = joint(t, from, at, manner) {
            at = next;
        } else {
            break;
        }
    }
    end
}

fn capital(t: &Tokens, from: usize, at: usize, manner: Manner) -> Option<usize> {
    if manner == Manner::Firm {
        return Some(at + 1);
    }
    if at > from
        && let Some(end) = place::known(t, at)
    {
        return Some(end);
    }
    let stranger = manner == Manner::State && t.is(at, Class::SURNAME) && t.capital(at + 1);
    let office =
        at > from && t.longest(at, Class::OFFICE.or(Class::RANK)).is_some_and(|e| e > at + 1);
    (!(office || stranger && at > from)).then_some(at + 1)
}

fn number(t: &Tokens, at: usize, manner: Manner) -> Option<usize> {
    let before =
        at > 0 && (t.capital(at - 1) || t.any(at - 1, &["số", "năm", "thứ", "khu", "đoàn"]));
    let years = manner == Manner::Title
        && t.any(at - usize::from(at > 0), &["niệm", "kết"])
        && t.low(at + 1) == "năm";
    if years {
        return Some(at + 2);
    }
    let plain = t.raw(at).len() <= 4 || manner == Manner::Title && t.raw(at).len() == 9;
    (before && plain && !t.is(at + 1, Class::CLASSIFIER) && t.raw(at + 1) != "%").then_some(at + 1)
}

fn small(t: &Tokens, from: usize, at: usize, manner: Manner) -> Option<usize> {
    if manner == Manner::Firm && t.glued(at) {
        return Some(at + 1);
    }
    if at > from && t.class(at - 1, at + 1).meets(Class::COMPOUND) {
        return Some(at + 1);
    }
    if t.longest(at, Class::BREAKS).is_some_and(|end| end > at + 1)
        || t.low(at) == "địa" && t.low(at + 1) == "bàn"
    {
        return None;
    }
    let joined = at > from && t.any(at - 1, &["trên", "về"]);
    let stop = t.is(at, Class::STOP) && !(joined && t.low(at + 1) == "gian");
    let fits = t.is(at, Class::GOES_ON) && !stop;
    let free = manner == Manner::Title && !stop && t.class(at, at + 2).meets(Class::COMPOUND);
    (fits || free).then_some(at + 1)
}

/// Skips a joint between two parts of one name.
fn joint(t: &Tokens, from: usize, at: usize, manner: Manner) -> Option<usize> {
    if at == from {
        return None;
    }
    let next = at + 1;
    let goes_on = t.is(next, Class::GOES_ON) && !t.is(next, Class::STOP);
    let other = t.longest(next, NEXT).is_some() && t.capital(next);
    let joined = match t.raw(at) {
        "và" => {
            !other && (t.capital(next) && manner != Manner::Title || goes_on && t.small(at - 1))
        }
        "&" | "+" | "'" | "’" => t.capital(next) || t.form(next) == Form::Number,
        "." => t.glued(at) && t.glued(next) && t.capital(next),
        "-" | "–" => dash(t, at) && !other,
        "," if t.low(at - 1) == "phòng" && t.low(next) == "chống" => manner != Manner::Firm,
        "," => manner != Manner::Firm && !other && (list(t, next) || closes(t, next)),
        "trên" if t.low(next) == "không" && t.low(next + 1) == "gian" => manner == Manner::Title,
        "của" | "các" | "về" | "trên" | "cho" => {
            manner == Manner::Title && goes_on && t.low(next) != "địa"
        }
        _ => false,
    };
    joined.then_some(next)
}

fn dash(t: &Tokens, at: usize) -> bool {
    let field = Class::SURNAME.or(Class::BEFORE_PERSON);
    t.capital(at + 1) && (t.glued(at) == t.glued(at + 1)) && (t.glued(at) || !t.is(at + 1, field))
}

/// Tells whether a second field with the level of the body follows a comma: `..., An ninh mạng tỉnh`.
fn closes(t: &Tokens, from: usize) -> bool {
    let words = (from + 1..from + 6).take_while(|&at| t.small(at) && !t.is(at, Class::STOP));
    let mut last = words.skip(1).skip_while(|&at| !t.any(at, &["tỉnh", "quốc", "huyện", "xã"]));
    t.capital(from)
        && t.longest(from, NEXT).is_none()
        && t.class(from, from + 2).meets(Class::COMPOUND)
        && last.next().is_some_and(|at| t.form(at + 1) != Form::Title)
}

/// Tells whether the words from a comma on are the last parts of a list: `..., chống ... và ...`.
fn list(t: &Tokens, from: usize) -> bool {
    let part = |at: usize| {
        t.capital(at) && t.longest(at, NEXT).is_none()
            || t.is(at, Class::GOES_ON) && !t.is(at, Class::STOP)
    };
    let limit = from + 7;
    part(from)
        && (from + 1..limit)
            .take_while(|&at| t.form(at) != Form::Mark || t.raw(at) == ",")
            .any(|at| matches!(t.raw(at), "và" | "&") && part(at + 1))
}
