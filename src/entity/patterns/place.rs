//! Places with the noun for their sort before them: `tỉnh Lâm Đồng`, `quận 1`, `sông Hồng`.
//!
//! Places that stand without such a noun are a matter of names, not of form.

use super::super::gazetteer::Class;
use super::super::token::{Form, Tokens};

/// Places that need no evidence.
const KNOWN: Class = Class::PROVINCE.or(Class::COUNTRY).or(Class::CITY);

/// Finds a place with its noun that begins at a token.
pub(crate) fn find(t: &Tokens, at: usize) -> Option<usize> {
    let inside = at > 0
        && t.capital(at)
        && t.capital(at - 1)
        && !t.opens(at)
        && t.form(at) == Form::Title
        && t.same_line(at - 1, at);
    if inside {
        return None;
    }
    if let Some(end) =
        t.longest(at, KNOWN).filter(|&end| end > at + 1 && (t.capital(end - 1) || end > at + 3))
    {
        let whole = t.capital(at) && end > at + 2 && !t.capital(end);
        if !t.capital(at) || whole {
            return Some(end);
        }
    }
    if let Some(end) = abbreviated(t, at) {
        return Some(end);
    }
    if compound_before(t, at) {
        return None;
    }
    if t.low(at) == "nước" && t.small(at) {
        return t
            .longest(at + 1, Class::COUNTRY)
            .filter(|_| t.capital(at + 1) && !t.any(at - usize::from(at > 0), &["nhà", "đất"]));
    }
    if let Some(unit) = t.longest(at, Class::UNIT_PLACE) {
        return named(t, at, unit);
    }
    let unit = t.longest(at, Class::UNIT_LOOSE)?;
    loose(t, at, unit)
}

/// Finds `Q.3`, `P.14`, `Q.Tân Bình`.
fn abbreviated(t: &Tokens, at: usize) -> Option<usize> {
    let unit =
        matches!(t.raw(at), "Q" | "P" | "H" | "X") && t.raw(at + 1) == "." && t.glued(at + 1);
    let next = at + 2;
    if !unit || !t.glued(next) && !t.is(next, Class::DISTRICT) {
        return None;
    }
    if t.form(next) == Form::Number {
        return (t.raw(next).len() <= 2).then_some(next + 1);
    }
    t.longest(next, Class::DISTRICT.or(Class::COMMUNE))
        .filter(|&end| t.capital(next) && t.capital(end - 1))
}

/// Tells whether a word for a sort of place ends a word before it: `yêu cầu`, `ông xã`.
fn compound_before(t: &Tokens, at: usize) -> bool {
    const OPEN: [&str; 10] =
        ["con", "tuyến", "cây", "ngôi", "khu", "các", "hai", "dọc", "qua", "vùng"];
    let word = at > 0
        && t.same_line(at - 1, at)
        && t.small(at)
        && t.class(at - 1, at + 1).meets(Class::COMPOUND);
    word && !t.any(at - 1, &OPEN) || t.low(at) == "xã" && t.any(at.wrapping_sub(1), &["ông", "bà"])
}

/// Finds a well-known place at a token, all of it in capitals.
pub(crate) fn known(t: &Tokens, at: usize) -> Option<usize> {
    let class = KNOWN.or(Class::DISTRICT);
    t.longest(at, class).filter(|&end| t.capital(at) && t.capital(end - 1))
}

/// Finds a territory: a level with or without its name, or a name alone; `at` when there is none.
pub(crate) fn territory(t: &Tokens, at: usize) -> usize {
    if at == 0 || !t.same_line(at - 1, at) {
        return at;
    }
    if let Some(end) = known(t, at) {
        return end;
    }
    let Some(level) = t.longest(at, Class::LEVEL) else { return at };
    let dotted = t.raw(level) == "." && t.capital(level + 1) && t.any(at, &["tp", "tx", "tt"]);
    let level = level + usize::from(dotted);
    if !t.same_line(at, level) {
        return level;
    }
    let class = KNOWN.or(Class::DISTRICT).or(Class::COMMUNE);
    if let Some(end) = t.longest(level, class).filter(|_| t.capital(level)) {
        return end;
    }
    if t.form(level) == Form::Number
        && t.raw(level).len() <= 2
        && t.any(level - 1, &["quận", "phường"])
    {
        return level + 1;
    }
    let person = t.is(level, Class::SURNAME);
    let named = run(t, level, 4);
    if t.capital(level) && !person && named <= level + 2 { named } else { level }
}

fn named(t: &Tokens, at: usize, unit: usize) -> Option<usize> {
    let unit = if t.raw(unit) == "." && t.any(at, &["tp", "tx", "tt"]) { unit + 1 } else { unit };
    if !t.same_line(at, unit) {
        return None;
    }
    let class = KNOWN.or(Class::DISTRICT).or(Class::COMMUNE);
    if let Some(end) = t.longest(unit, class).filter(|&end| t.capital(unit) && t.capital(end - 1)) {
        let end = numbered(t, if t.is(end, Class::SURNAME) { end } else { run(t, end, 2) });
        let line = t.any(unit - 1, &["tốc", "sắt", "đường"]) && matches!(t.raw(end), "-" | "–");
        return Some(if line && t.capital(end + 1) { run(t, end + 1, 3) } else { end });
    }
    if t.form(unit) == Form::Number {
        return counted(t, at, unit);
    }
    let odd = t.any(at, &["đường", "châu", "hang", "động", "mũi", "rừng", "kiệt", "đình", "tt"])
        && t.opens(at);
    let end = run(t, unit, 5);
    (end > unit && !odd).then(|| numbered(t, end))
}

/// Finds `quận 1`, `quốc lộ 1A`, `tổ 5`.
fn counted(t: &Tokens, at: usize, number: usize) -> Option<usize> {
    const NUMBERED: [&str; 20] = [
        "quận",
        "phường",
        "thôn",
        "ấp",
        "khóm",
        "quốc",
        "ql",
        "tỉnh",
        "hương",
        "ngõ",
        "hẻm",
        "tổ",
        "khu",
        "xóm",
        "buôn",
        "ngách",
        "kiệt",
        "vành",
        "đường",
        "lộ",
    ];
    let head = t.any(at, &NUMBERED) && !(t.any(at, &["tỉnh", "đường"]) && number == at + 1);
    let plain = t.raw(number).bytes().all(|b| b.is_ascii_digit() || b == b'/');
    if !head || !plain {
        return None;
    }
    let tail = t.glued(number + 1) && t.raw(number + 1).len() == 1 && t.capital(number + 1);
    Some(number + 1 + usize::from(tail))
}

fn loose(t: &Tokens, at: usize, unit: usize) -> Option<usize> {
    if t.low(at) == "số" {
        let street = t.form(unit) == Form::Number && t.same_line(at, unit) && t.capital(unit + 1);
        let from = unit + 1;
        return street.then(|| run(t, from, 4)).filter(|&end| {
            end > from + 1
                && t.class(from, end).meets(Class::NAME_L.or(Class::MAYBE_L).or(Class::COMMUNE))
        });
    }
    if t.capital(at) && !t.opens(at) || !t.same_line(at, unit) || !t.capital(unit) {
        return None;
    }
    let end = run(t, unit, 4);
    let class = t.class(unit, end);
    let place = Class::NAME_L.or(Class::MAYBE_L).or(Class::COMMUNE).or(Class::DISTRICT);
    let land = t.any(at, &["làng", "đảo", "hồ", "cầu", "chợ", "hòn", "bãi", "sân", "cảng", "ga"]);
    let country = t.longest(unit, Class::COUNTRY) == Some(end) || class.meets(Class::NAME_O);
    let sure = class.meets(place)
        || land && !t.is(unit, Class::BEFORE_PERSON) && !class.meets(Class::NAME_P);
    (end > unit && sure && !country && !t.opens(at)).then(|| numbered(t, end))
}

/// Takes the run of capitals from a token on, at most `limit` of them.
fn run(t: &Tokens, from: usize, limit: usize) -> usize {
    let mut end = from;
    while end < from + limit && t.capital(end) && t.same_line(from.saturating_sub(1), end) {
        if end > from && t.longest(end, Class::RANK.or(Class::OFFICE)).is_some_and(|e| e > end + 1)
        {
            break;
        }
        end += 1;
        let joined =
            matches!(t.raw(end), "-" | "'" | "’" | ".") && t.glued(end) && t.glued(end + 1);
        let spaced = t.raw(end) == "-"
            && !t.glued(end)
            && t.any(from.wrapping_sub(1), &["tốc", "đường", "sắt"]);
        if (joined || spaced)
            && (t.capital(end + 1) || joined && t.small(end + 1))
            && t.same_line(from, end + 1)
        {
            end += 2;
        }
    }
    let word = end > from
        && t.small(end)
        && t.same_line(end - 1, end)
        && t.class(end - 1, end + 1).meets(Class::COMPOUND);
    if word { end - 1 } else { end }
}

/// Takes the number that closes a name: `KCN Sóng Thần 2`, `bản Hoa Tiến 1`.
fn numbered(t: &Tokens, end: usize) -> usize {
    let number = t.form(end) == Form::Number && t.raw(end).len() == 1 && t.same_line(end - 1, end);
    let closes = t.form(end + 1) == Form::Mark && t.raw(end + 1) != "%";
    if number && closes { end + 1 } else { end }
}

#[cfg(test)]
mod tests {
    use super::super::testing::check as check_kind;
    use crate::entity::Kind;

    fn check(text: &str, expected: &[&str]) {
        check_kind(Kind::Location, text, expected);
    }

    #[test]
    fn units() {
        check("tại tỉnh Lâm Đồng và TP.HCM", &["tỉnh Lâm Đồng", "TP.HCM"]);
        check("ở quận 1, TP Hồ Chí Minh", &["quận 1", "TP Hồ Chí Minh"]);
        check("dọc sông Hồng", &["sông Hồng"]);
        check("quốc lộ 1A đoạn qua xã Lộc An", &["quốc lộ 1A", "xã Lộc An"]);
        check("trên đường Lê Lợi", &["đường Lê Lợi"]);
        check("đến châu Âu", &["châu Âu"]);
        check("sân bay Tân Sơn Nhất", &["sân bay Tân Sơn Nhất"]);
    }

    #[test]
    fn no_unit_without_a_name() {
        check("trên địa bàn tỉnh, các huyện", &[]);
        check("lãnh đạo tỉnh cho biết", &[]);
    }
}
