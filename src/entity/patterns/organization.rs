//! Bodies by the head of their name: `UBND tỉnh Lâm Đồng`, `Sở Y tế`, `Công ty ...`.
//!
//! Names of bodies without such a head (`Samsung`, `Reuters`) are a matter of names.

use super::super::gazetteer::Class;
use super::super::token::{Form, Tokens};
use super::place;
use super::title::{self, Manner};

mod firm;

/// Finds a body that begins at a token.
pub(crate) fn find(t: &Tokens, at: usize) -> Option<usize> {
    if t.form(at) == Form::Number || t.form(at) == Form::Mark || inside_name(t, at) {
        return None;
    }
    let found = [
        territorial(t, at),
        whole(t, at),
        titled(t, at),
        firm::find(t, at),
        team(t, at),
        local(t, at),
    ];
    let end = parent(t, at, found.into_iter().flatten().max()?);
    (!other_name(t, at, end)).then(|| abroad(t, at, end))
}

/// Extends a part of a body over the body itself: `Ban Tuyên giáo Tỉnh ủy`.
fn parent(t: &Tokens, at: usize, end: usize) -> usize {
    let part = t.is(at, Class::HEAD) || t.longest(at, Class::AREA_HEAD.or(Class::HEAD)).is_some();
    if !part || !t.same_line(at, end) || t.glued(end) || !t.capital(at) || !t.capital(end) {
        return end;
    }
    let state = territorial(t, end).or_else(|| whole(t, end).filter(|&far| far > end + 1));
    let ministry = titled(t, end).filter(|_| t.any(end, &["bộ", "sở", "công"]));
    state.max(ministry).unwrap_or(end)
}

/// Tells whether a body of two words is rather the name of a place or a person.
fn other_name(t: &Tokens, at: usize, end: usize) -> bool {
    let known = t.class(at, end);
    let place = Class::PROVINCE.or(Class::COUNTRY).or(Class::CITY).or(Class::NAME_L);
    let person = end == at + 2 && known.meets(Class::NAME_P);
    t.capital(at) && !known.meets(Class::WHOLE) && (known.meets(place) || person)
}

/// Extends an embassy or a high court over its seat: `... tại Đà Nẵng`.
fn abroad(t: &Tokens, at: usize, end: usize) -> usize {
    let seated =
        t.any(at, &["đại", "tand", "lãnh", "tổng", "phái", "tòa", "vksnd", "hội", "hiệp", "viện"]);
    let close = t.low(end) == "tại" && t.any(at, &["hội", "hiệp"]) == t.any(end - 1, &["nam"]);
    let place = place::known(t, end + 1).filter(|_| seated && close && end > at + 2);
    place.unwrap_or(end)
}

/// Finds the local part of a firm or an agency: `VNPT Cà Mau`, `Samsung Việt Nam`.
fn local(t: &Tokens, at: usize) -> Option<usize> {
    let end = t.longest(at, Class::WHOLE.or(Class::NAME_O)).filter(|_| t.capital(at))?;
    let place = place::known(t, end).filter(|_| t.same_line(at, end) && !t.glued(end))?;
    let whole = !t.capital(place) && (!t.opens(at) || t.form(at) == Form::Upper);
    let acronym = t.form(at) == Form::Upper || t.class(at, end).meets(Class::WHOLE);
    (whole && acronym && !t.any(at, &["đảng", "anh"])).then_some(place)
}

/// Finds a team: `U23 Việt Nam`, `Quảng Nam FC`.
fn team(t: &Tokens, at: usize) -> Option<usize> {
    if let Some(end) = place::known(t, at).filter(|&end| t.raw(end) == "FC") {
        return Some(end + 1);
    }
    let dash = usize::from(matches!(t.raw(at + 1), "-" | "."));
    let age = t.low(at) == "u" && t.glued(at + 1 + dash) && t.form(at + 1 + dash) == Form::Number;
    let from = at + 2 + dash;
    let from = if t.any(from, &["nữ"]) { from + 1 } else { from };
    place::known(t, from).filter(|_| age && t.same_line(at, from))
}

/// Finds the rest of a body's name after an office that ends with its head: `Trưởng phòng ...`.
pub(crate) fn rest(t: &Tokens, at: usize) -> Option<usize> {
    field_or_title(t, at, Manner::State).map(|end| place_after(t, end))
}

/// Tells whether a token stands after a surname, so that it is rather a given name.
fn inside_name(t: &Tokens, at: usize) -> bool {
    let given = t.capital(at)
        && !t.opens(at)
        && t.after(at, Class::SURNAME)
        && t.capital(at - 1)
        && !t.is(at + 1, Class::GOES_ON);
    given || surname(t, at)
}

/// Tells whether a head of names is here a surname: `ông Đoàn Văn ...`.
fn surname(t: &Tokens, at: usize) -> bool {
    let name =
        t.is(at, Class::SURNAME) && t.form(at) == Form::Title && t.form(at + 1) == Form::Title;
    let addressed = t.after(at, Class::BEFORE_PERSON) && t.small(at - 1);
    let full = t.form(at + 2) == Form::Title
        && t.is(at + 1, Class::MIDDLE)
        && t.longest(at + 1, Class::FIELD).is_none();
    name && (addressed || full && !t.any(at + 1, &["thanh"]))
}

/// Finds a body named by its territory: `UBND huyện X`, `Công an tỉnh`.
fn territorial(t: &Tokens, at: usize) -> Option<usize> {
    let head = t.longest(at, Class::AREA_HEAD)?;
    let head =
        if t.any(head, &["các", "nước"]) && t.low(head) == "nước" { head + 1 } else { head };
    let end = place::territory(t, head);
    let end = if end > head { second_level(t, end) } else { end };
    if end == head {
        return None;
    }
    let specific = t.capital(end - 1) || t.form(end - 1) == Form::Number;
    let lower = t.small(at);
    let state = !t.any(at, &["quân", "hải", "không", "lực", "chính", "thanh"]);
    (!lower && (state || specific) || lower && specific && t.any(at, &["công", "tòa", "viện"]))
        .then_some(end)
}

/// Extends `UBND xã A` over `huyện B` when no comma parts them.
fn second_level(t: &Tokens, end: usize) -> usize {
    let next = t.is(end, Class::LEVEL) && t.small(end) && t.capital(end - 1);
    let far = if next { place::territory(t, end) } else { end };
    if far > end + 1 { far } else { end }
}

/// Finds a body that is whole in the tables: `Quốc hội`, `Bộ Chính trị`.
fn whole(t: &Tokens, at: usize) -> Option<usize> {
    let end = t.longest(at, Class::WHOLE)?;
    let lower_party = t.any(at, &["đảng"]) && end > at + 1 && t.capital(at + 1);
    if !t.capital(at) && !lower_party {
        return None;
    }
    let acronym = end == at + 1 && t.raw(at).len() <= 4 && t.form(at) != Form::Upper;
    let party = t.low(at) == "đảng" && end == at + 1;
    if party && (t.capital(end) || t.opens(at) || t.any(end, &["viên", "bộ", "phái"])) {
        return None;
    }
    if acronym && !party || t.capital(end) && end == at + 1 && t.form(at) == Form::Title && !party {
        return None;
    }
    let country = t
        .longest(end, Class::COUNTRY)
        .filter(|_| t.capital(end) && t.low(end) != "anh" || t.low(end) == "anh" && t.capital(end));
    let nested = t.any(at, &["chính", "quốc", "hạ", "thượng", "nghị"]);
    let term =
        t.any(end, &["khóa", "khoá"]) && t.form(end + 1) == Form::Upper && t.same_line(at, end + 1);
    Some(if nested {
        country.unwrap_or(end)
    } else if term {
        end + 2
    } else {
        end
    })
    .map(|end| {
        let term = t.any(end, &["khóa", "khoá"]) && t.form(end + 1) == Form::Upper;
        if term && t.same_line(at, end + 1) { end + 2 } else { end }
    })
}

/// Finds a body with a title: `Bộ Thông tin và Truyền thông`, `Ban Chỉ đạo ...`.
fn titled(t: &Tokens, at: usize) -> Option<usize> {
    let longest = t.longest(at, Class::HEAD)?;
    if !t.capital(at) {
        return None;
    }
    let generic = ["tổ", "quản", "giám", "chỉ"];
    let heads = (at + 1..=longest).rev().filter(|&head| t.class(at, head).meets(Class::HEAD));
    let titles = heads.filter_map(|head| {
        let from = if t.capital(head) { head } else { society(t, at, head).unwrap_or(head) };
        Some((head, field_or_title(t, from, Manner::State)?))
    });
    let (head, end) = titles.max_by_key(|found| found.1)?;
    let group =
        t.any(at, &["đoàn", "đội", "nhóm", "báo", "vùng", "đài", "tổ", "hội"]) && head == at + 1;
    let far = place_after(t, end);
    let bare = t.low(at) == "ban" && head == at + 1 && far == at + 3 && t.any(head, &generic);
    (!(bare || group && place::known(t, head) == Some(end))).then_some(far)
}

/// Skips small words between a society and the place that closes its name: `Hội ... Việt Nam`.
fn society(t: &Tokens, at: usize, head: usize) -> Option<usize> {
    let kind =
        t.any(at, &["hội", "hiệp", "viện", "trung", "quỹ"]) || head >= at + 3 && t.low(at) == "ban";
    if !kind || t.class(head - 1, head + 1).meets(Class::COMPOUND) {
        return None;
    }
    let words =
        (head..head + 7).take_while(|&word| t.small(word) && !t.is(word, Class::STOP)).count();
    let end = head + words;
    let placed = place::known(t, end).is_some() || t.is(end - 1, Class::LEVEL) && t.capital(end);
    (words > 0 && words < 7 && placed && t.same_line(at, end)).then_some(end)
}

fn field_or_title(t: &Tokens, at: usize, manner: Manner) -> Option<usize> {
    if at == 0 || !t.same_line(at - 1, at) {
        return None;
    }
    let titled = t.capital(at)
        || t.form(at) == Form::Number && t.any(at - 1, &["khu", "đoàn", "đội", "chủng", "vùng"]);
    if !titled
        || t.is(at, Class::SURNAME)
            && t.capital(at + 1)
            && !t.is(at, Class::COMMON)
            && t.longest(at, Class::FIELD).is_none()
            && place::known(t, at).is_none()
    {
        return None;
    }
    if let Some(end) = t.longest(at, Class::FIELD).filter(|&end| end > at + 1 || !t.capital(end)) {
        let long = title::end(t, at, manner);
        let goes =
            t.is(end, Class::GOES_ON) && !t.is(end, Class::LEVEL) && !t.any(at - 1, &["bộ", "sở"]);
        let open = t.any(end, &["và", ",", "-"]) || long > end && goes;
        return Some(if open { long.max(end) } else { end });
    }
    let end = title::end(t, at, manner);
    (end > at).then_some(end)
}

/// Extends a body over the territory after its title: `Sở Y tế tỉnh Lâm Đồng`.
fn place_after(t: &Tokens, end: usize) -> usize {
    if t.any(end, &["quốc"]) && t.low(end + 1) == "gia" && t.small(end) {
        return end + 2;
    }
    if t.is(end, Class::LEVEL) || t.capital(end) {
        return second_level(t, place::territory(t, end));
    }
    end
}

#[cfg(test)]
#[path = "organization/tests.rs"]
mod tests;
