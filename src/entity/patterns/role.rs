//! Ranks and offices, with the body that an office governs: `Phó Chủ tịch UBND tỉnh`.

use super::super::gazetteer::Class;
use super::super::token::{Form, Tokens};
use super::{organization, place};

/// Finds a rank or an office that begins at a token.
pub(crate) fn find(t: &Tokens, at: usize) -> Option<usize> {
    let former = t.any(at, &["cựu", "quyền"]);
    let from = at + usize::from(former);
    if !former && at > 0 && after_former(t, at) {
        return None;
    }
    rank(t, from).max(office(t, from)).filter(|&end| t.same_line(at, end - 1))
}

/// Tells whether `cựu` or `quyền` stands before an office, which then begins there.
fn after_former(t: &Tokens, at: usize) -> bool {
    t.same_line(at - 1, at) && t.low(at - 1) == "cựu" && t.small(at - 1)
}

fn rank(t: &Tokens, at: usize) -> Option<usize> {
    let end = t.longest(at, Class::RANK)?;
    let followed = t.capital(end) && t.same_line(at, end);
    let short = end == at + 1;
    match t.form(at) {
        Form::Lower => (followed && !short).then_some(end),
        Form::Upper | Form::Title if short => followed.then_some(end),
        _ => Some(end),
    }
}

fn office(t: &Tokens, at: usize) -> Option<usize> {
    let longest = t.longest(at, Class::OFFICE)?;
    let heads = (at + 1..=longest).rev().filter(|&head| t.class(at, head).meets(Class::OFFICE));
    heads.filter_map(|head| office_of(t, at, head)).max()
}

fn office_of(t: &Tokens, at: usize, head: usize) -> Option<usize> {
    let mut head = head;
    if t.any(head, &["thường"]) && t.low(head + 1) == "trực" {
        head += 2;
    }
    if t.any(at.wrapping_sub(1), &["phủ", "dinh"]) {
        return None;
    }
    let governed = governs(t, at, head);
    let body = governed.unwrap_or(head);
    let needs = t.any(head - 1, &["trưởng", "phó", "trợ", "vấn", "ký"]) && head == at + 1
        || t.any(at, &["trợ", "cố", "thư", "nhà", "đồng"]);
    if t.capital(at) {
        return (governed.is_some() || !needs).then_some(body);
    }
    let named = (head..body).any(|word| t.capital(word));
    (named && body > head).then_some(body)
}

/// Finds the end of what an office governs.
fn governs(t: &Tokens, office: usize, at: usize) -> Option<usize> {
    if !t.same_line(at - 1, at) {
        return None;
    }
    let body = organization::find(t, at).map(|end| before_person(t, at, end));
    if at == office + 1 && t.any(office, &["phó", "trưởng"]) {
        return body;
    }
    let field = t.longest(at, Class::FIELD).filter(|_| t.capital(at)).map(|end| {
        let list = t.low(end) == "và" && t.capital(end + 1);
        if list { organization::rest(t, at).unwrap_or(end) } else { end }
    });
    if let Some(end) = body.max(field) {
        let end = country(t, end).unwrap_or(end);
        return Some(if body.is_none() { place::territory(t, end) } else { end });
    }
    if t.any(at - 1, &["trưởng"])
        && t.capital(at)
        && t.small(at + 1)
        && t.class(at, at + 2).meets(Class::COMPOUND)
    {
        return Some(country(t, at + 2).unwrap_or(at + 2));
    }
    let unit = t.any(at - 1, &["phòng", "ban", "khoa", "đoàn", "nhiệm", "viện", "môn", "đội"]);
    if unit
        && t.capital(at)
        && !t.is(at, Class::SURNAME)
        && let Some(end) = organization::rest(t, at)
    {
        return Some(end);
    }
    abroad(t, at).or_else(|| level(t, at)).or_else(|| brand(t, at)).or_else(|| bare_body(t, at))
}

/// Ends a body before the full name of a person, which a run of capitals may hold.
fn before_person(t: &Tokens, at: usize, end: usize) -> usize {
    let firm = t.any(at, &["công", "htx", "trung", "ban", "doanh", "chi", "tập"]);
    let name = (at + 2..end).find(|&from| {
        let surname =
            t.capital(from) && t.is(from, Class::SURNAME) && t.is(from + 1, Class::MIDDLE);
        surname && (from + 3..=from + 4).contains(&end)
    });
    name.filter(|_| firm).unwrap_or(end)
}

/// Finds a country with the one that an envoy is sent to: `Đại sứ Việt Nam tại New Zealand`.
fn abroad(t: &Tokens, at: usize) -> Option<usize> {
    let end = country(t, at)?;
    let post = t.low(end) == "tại" && t.any(at - 1, &["sứ", "tán", "sự", "diện", "trực"]);
    Some(place::known(t, end + 1).filter(|_| post).unwrap_or(end))
}

/// Finds a bare head of a body in capitals: `Phó Giám đốc Sở`, `Bí thư Chi bộ`.
fn bare_body(t: &Tokens, at: usize) -> Option<usize> {
    let end = t.longest(at, Class::HEAD.or(Class::FIRM_HEAD)).filter(|_| t.capital(at))?;
    let alone = !t.capital(end) && !t.is(at, Class::SURNAME) || end > at + 1;
    alone.then_some(end)
}

/// Finds the country or the city of an office: `Tổng thống Mỹ`.
fn country(t: &Tokens, at: usize) -> Option<usize> {
    let mayor = t.any(at - 1, &["trưởng", "đốc", "hiến"]);
    let land = Class::COUNTRY.or(Class::CITY).or(Class::PROVINCE);
    let class = if mayor { land.or(Class::NAME_L) } else { land };
    let end = t.longest(at, class).filter(|_| t.capital(at) || t.any(at, &["châu", "bang"]))?;
    let name = t.capital(end) && t.raw(at).len() <= 4 && end == at + 1 && t.is(at, Class::SURNAME);
    (t.same_line(at - 1, at) && !name).then_some(end)
}

/// Finds the level that an office serves: `Chủ tịch xã`.
fn level(t: &Tokens, at: usize) -> Option<usize> {
    let head = t.any(at - 1, &["tịch", "thư", "tra"]);
    let end = place::territory(t, at);
    (head && end > at && t.small(at)).then_some(end)
}

/// Finds the firm that an office governs: `CEO Nvidia`.
fn brand(t: &Tokens, at: usize) -> Option<usize> {
    let end = t.longest(at, Class::NAME_O.or(Class::WHOLE)).filter(|_| t.capital(at))?;
    let sure = t.form(at) == Form::Upper || t.class(at, end).meets(Class::WHOLE) || end > at + 1;
    (!t.capital(end) || t.is(end, Class::SURNAME) || sure && !t.is(at, Class::SURNAME))
        .then_some(end)
}

#[cfg(test)]
#[path = "role/tests.rs"]
mod tests;
