//! What the words around a run of capitals say of it.

use super::super::Kind;
use super::super::decide::Draft;
use super::super::gazetteer::Class;
use super::super::token::{Form, Tokens};
use super::judge::PLACE;

/// Words before a place.
const TO_PLACE: [&str; 13] =
    ["ở", "tại", "từ", "đến", "quê", "ngụ", "trú", "sang", "tới", "thăm", "rời", "khắp", "quanh"];

/// Words before a body.
const TO_BODY: [&str; 16] = [
    "hãng", "tờ", "đài", "nhóm", "clb", "đội", "ngân", "hàng", "kênh", "sàn", "báo", "trang",
    "theo", "ty", "đoàn", "mạng",
];

/// Words after which a run in capitals names a weapon, a vehicle, a disease or a people.
const NO_NAME: [&str; 30] = [
    "thống", "lửa", "rocket", "bay", "virus", "dịch", "bệnh", "vaccine", "chip", "xe", "phóng",
    "tộc", "bào", "tiếng", "súng", "pháo", "tàu", "mẫu", "dòng", "chiếc", "iphone", "galaxy",
    "game", "điệu", "tăng", "thuốc", "chữ", "giống", "sách", "phim",
];

/// Tells whether the words right before a token say that a person's name follows.
pub(crate) fn person_before(t: &Tokens, draft: &Draft, from: usize) -> bool {
    let Some(before) = from.checked_sub(1).filter(|&at| t.same_line(at, from)) else {
        return false;
    };
    if draft.at(before).is_some_and(|c| c.kind == Kind::Role) {
        return true;
    }
    (from.saturating_sub(3)..from).any(|start| {
        t.class(start, from).meets(Class::BEFORE_PERSON)
            && (!t.capital(start) || t.opens(start) || start + 1 < from)
            && t.same_line(start, from)
    }) || credit(t, from)
}

/// Tells whether a token follows `Ảnh:` or another mark of authorship.
fn credit(t: &Tokens, from: usize) -> bool {
    from >= 2 && t.raw(from - 1) == ":" && t.any(from - 2, &["ảnh", "tin", "bài", "video", "clip"])
}

/// Reads a short name in brackets or a unit's code: `(NCSC)` after a body, `PA05`.
pub(crate) fn coded(t: &Tokens, draft: &Draft, from: usize, end: usize) -> Option<Kind> {
    if t.form(from) != Form::Upper && !(t.form(from) == Form::Title && t.raw(from).len() == 1) {
        return None;
    }
    let unit = end == from + 2
        && t.raw(from + 1).len() == 2
        && t.any(from, &["pa", "pc", "px", "pv", "ph", "pk", "a", "c", "pb"])
        && t.form(from + 1) == Form::Number;
    let bracket = from > 1 && t.raw(from - 1) == "(" && t.raw(end) == ")" && end <= from + 3;
    let owner = if bracket { draft.at(from - 2).map(|c| c.kind) } else { None };
    let source =
        from == 1 && t.raw(0) == "(" || t.opens_line(from) && matches!(t.raw(end), "-" | "–");
    let dateline = source && end == from + 1 && t.raw(from).len() <= 5;
    let body = matches!(owner, Some(Kind::Organization | Kind::Role));
    let known = t.class(from, end).meets(PLACE);
    (!known && (unit || body || dateline)).then_some(Kind::Organization)
}

/// Tells whether the words before a run say that it is no name: `tiếng Anh`, `iPhone 14 Pro`.
pub(crate) fn nameless(t: &Tokens, from: usize, end: usize) -> bool {
    let Some(before) = from.checked_sub(1).filter(|&at| t.same_line(at, from)) else {
        return false;
    };
    let model = t.form(before) == Form::Number
        && before > 0
        && (t.capital(before - 1) || t.any(before - 1, &["iphone"]));
    let land = t.class(from, end);
    let people = t.any(before, &["người", "gốc"])
        && (land.meets(Class::COUNTRY) || !land.meets(PLACE.or(Class::NAME_L).or(Class::DISTRICT)));
    let side =
        t.any(before, &["phía", "hướng", "gió"]) && t.any(from, &["nam", "bắc", "đông", "tây"]);
    let unnamed = t.any(before, &NO_NAME) && !t.class(from, end).meets(Class::NAME_P);
    let language = t.any(before, &["tiếng", "chữ"]);
    let land = t.class(from, end).meets(PLACE) && !language;
    model || people || side || unnamed && !land
}

/// Finds the end of a name of two to four words after a mark of authorship, before any grammar.
pub(crate) fn credited(t: &Tokens, from: usize) -> Option<usize> {
    if !t.capital(from) || !credit(t, from) {
        return None;
    }
    let words =
        (from..from + 5).take_while(|&at| t.form(at) == Form::Title && t.same_line(from, at));
    let end = from + words.count();
    let closed = t.form(end) == Form::Mark || !t.same_line(from, end);
    let known = t.class(from, end);
    let other = known.meets(PLACE.or(Class::NAME_O).or(Class::WHOLE))
        || t.longest(from, Class::AREA_HEAD) == Some(end);
    ((from + 2..from + 5).contains(&end) && closed && !other).then_some(end)
}

/// Gives the kind that the word before a run points to.
pub(crate) fn hint(t: &Tokens, from: usize) -> Option<Kind> {
    let before = from.checked_sub(1).filter(|&at| t.same_line(at, from))?;
    if t.any(before, &TO_PLACE) && t.form(from) == Form::Title {
        return Some(Kind::Location);
    }
    (t.any(before, &TO_BODY) && t.small(before)).then_some(Kind::Organization)
}
