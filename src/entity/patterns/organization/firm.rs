//! Firms, schools, hospitals and clubs: a head word and any run of capitals after it.

use super::super::super::gazetteer::Class;
use super::super::super::token::{Form, Tokens};
use super::super::place;
use super::super::title::{self, Manner};
use super::second_level;

/// Finds a firm, a school, a hospital or a club.
pub(crate) fn find(t: &Tokens, at: usize) -> Option<usize> {
    let mut head = t.longest(at, Class::FIRM_HEAD)?;
    if t.small(at) && at > 0 && t.class(at - 1, at + 1).meets(Class::COMPOUND) {
        return None;
    }
    for _ in 0..3 {
        head = t.longest(head, Class::FIRM_HEAD).unwrap_or(head);
    }
    let lower = t.small(at);
    let trade = if t.capital(head) { head } else { business(t, at, head)? };
    if !t.same_line(at, trade) {
        return None;
    }
    if lower && !lower_head(t, at)
        || t.is(head, Class::BEFORE_PERSON) && t.form(head) == Form::Title && lower
    {
        return None;
    }
    let end =
        title::end(t, trade, if school_of_area(t, at) { Manner::State } else { Manner::Firm });
    let end = if end > trade { end } else { return None };
    if lower && place::known(t, head) == Some(end) && !t.any(at, &["đại", "trường", "bệnh"])
    {
        return None;
    }
    let far = if t.is(end, Class::LEVEL) && t.small(end) {
        second_level(t, place::territory(t, end))
    } else {
        end
    };
    (end > head + usize::from(lower && t.form(head) == Form::Number)).then_some(far)
}

/// Skips the trade between the head and the name: `Công ty sản xuất, thương mại ...`.
fn business(t: &Tokens, at: usize, head: usize) -> Option<usize> {
    let trades = t.any(
        at,
        &["công", "cty", "tập", "xí", "nhà", "viện", "trung", "hội", "doanh", "trường", "trại"],
    );
    if !trades || t.small(at) && !t.any(at, &["công"]) {
        return None;
    }
    let mut end = head;
    while end < head + 10
        && (t.small(end) && !t.is(end, Class::STOP) || t.raw(end) == "," && end > head)
    {
        let word = t.is(end, Class::GOES_ON)
            || t.class(end, end + 2).meets(Class::COMPOUND)
            || t.class(end - 1, end + 1).meets(Class::COMPOUND)
            || t.raw(end) == ",";
        if !word || t.longest(end, Class::BREAKS).is_some_and(|far| far > end + 1) {
            return None;
        }
        end += 1;
    }
    (end > head && t.capital(end) && t.raw(end - 1) != ",").then_some(end)
}

fn lower_head(t: &Tokens, at: usize) -> bool {
    const FREE: [&str; 12] = [
        "công",
        "tập",
        "ngân",
        "trường",
        "bệnh",
        "đại",
        "viện",
        "báo",
        "đảng",
        "câu",
        "doanh",
        "học",
    ];
    t.any(at, &FREE) && !t.any(at, &["viện"])
}

fn school_of_area(t: &Tokens, at: usize) -> bool {
    t.any(at, &["trung", "bệnh", "viện", "quỹ", "tổ"])
}
