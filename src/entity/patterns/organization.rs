//! Bodies by the head of their name: `UBND tỉnh Lâm Đồng`, `Sở Y tế`, `Công ty ...`.
//!
//! Names of bodies without such a head (`Samsung`, `Reuters`) are a matter of names.

use super::super::gazetteer::Class;
use super::super::token::{Form, Tokens};
use super::place;
use super::title::{self, Manner};

/// Finds a body that begins at a token.
pub(crate) fn find(t: &Tokens, at: usize) -> Option<usize> {
    if t.form(at) == Form::Number || t.form(at) == Form::Mark || inside_name(t, at) {
        return None;
    }
    [territorial(t, at), whole(t, at), titled(t, at), firm(t, at)].into_iter().flatten().max()
}

/// Finds the rest of a body's name after an office that ends with its head: `Trưởng phòng ...`.
pub(crate) fn rest(t: &Tokens, at: usize) -> Option<usize> {
    field_or_title(t, at, Manner::State).map(|end| place_after(t, end))
}

/// Tells whether a token stands after a surname, so that it is rather a given name.
fn inside_name(t: &Tokens, at: usize) -> bool {
    t.capital(at)
        && !t.opens(at)
        && t.after(at, Class::SURNAME)
        && t.capital(at - 1)
        && !t.is(at + 1, Class::GOES_ON)
}

/// Finds a body named by its territory: `UBND huyện X`, `Công an tỉnh`.
fn territorial(t: &Tokens, at: usize) -> Option<usize> {
    let head = t.longest(at, Class::AREA_HEAD)?;
    let head = if t.any(head, &["các", "nước"]) && t.low(head) == "nước" { head + 1 } else { head };
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
    let country = t.longest(end, Class::COUNTRY).filter(|_| t.capital(end) && t.low(end) != "anh" || t.low(end) == "anh" && t.capital(end));
    let nested = t.any(at, &["chính", "quốc", "hạ", "thượng", "nghị"]);
    Some(if nested { country.unwrap_or(end) } else { end })
}

/// Finds a body with a title: `Bộ Thông tin và Truyền thông`, `Ban Chỉ đạo ...`.
fn titled(t: &Tokens, at: usize) -> Option<usize> {
    let head = t.longest(at, Class::HEAD)?;
    if !t.capital(at) {
        return None;
    }
    let end = field_or_title(t, head, Manner::State)?;
    Some(place_after(t, end))
}

fn field_or_title(t: &Tokens, at: usize, manner: Manner) -> Option<usize> {
    if at == 0 || !t.same_line(at - 1, at) {
        return None;
    }
    let titled = t.capital(at) || t.form(at) == Form::Number && t.any(at - 1, &["khu", "đoàn", "đội", "chủng", "vùng"]);
    if !titled || t.is(at, Class::SURNAME) && t.capital(at + 1) && !t.is(at, Class::COMMON) && t.longest(at, Class::FIELD).is_none() && place::known(t, at).is_none() {
        return None;
    }
    if let Some(end) = t.longest(at, Class::FIELD).filter(|&end| end > at + 1 || !t.capital(end)) {
        let long = title::end(t, at, manner);
        let open = t.any(end, &["và", ",", "-"]) || long > end && t.is(end, Class::GOES_ON) && !t.is(end, Class::LEVEL);
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

/// Finds a firm, a school, a hospital or a club.
fn firm(t: &Tokens, at: usize) -> Option<usize> {
    let mut head = t.longest(at, Class::FIRM_HEAD)?;
    while let Some(end) = t.longest(head, Class::FIRM_HEAD) {
        head = end;
    }
    if !t.same_line(at, head) || !t.capital(head) && !business(t, head) {
        return None;
    }
    let lower = t.small(at);
    if lower && !lower_head(t, at) || t.is(head, Class::BEFORE_PERSON) && t.form(head) == Form::Title && lower {
        return None;
    }
    let end = title::end(t, head, if school_of_area(t, at) { Manner::State } else { Manner::Firm });
    let end = if end > head { end } else { return None };
    let far = if t.is(end, Class::LEVEL) && t.small(end) { second_level(t, place::territory(t, end)) } else { end };
    (end > head + usize::from(lower && t.form(head) == Form::Number)).then_some(far)
}

/// Tells whether a trade follows the head: `Công ty sản xuất ...` with its name after it.
fn business(t: &Tokens, at: usize) -> bool {
    let small = t.small(at) && t.is(at, Class::GOES_ON) && !t.is(at, Class::STOP);
    small && (at + 1..at + 6).take_while(|&word| t.small(word)).count() < 5 && {
        let next = (at + 1..at + 6).find(|&word| !t.small(word));
        next.is_some_and(|word| t.capital(word))
    }
}

fn lower_head(t: &Tokens, at: usize) -> bool {
    const FREE: [&str; 12] = [
        "công", "tập", "ngân", "trường", "bệnh", "đại", "viện", "báo", "đảng", "câu", "doanh",
        "học",
    ];
    t.any(at, &FREE) && !t.any(at, &["viện"])
}

fn school_of_area(t: &Tokens, at: usize) -> bool {
    t.any(at, &["trung", "bệnh", "viện", "quỹ", "tổ"])
}

#[cfg(test)]
#[path = "organization/tests.rs"]
mod tests;
