//! Events with a title of their own: `Hội nghị tập huấn ...`, `SEA Games 31`, `bão số 3`.

use super::super::gazetteer::Class;
use super::super::token::{Form, Tokens};
use super::title::{self, Manner};

/// Finds an event that begins at a token.
pub(crate) fn find(t: &Tokens, at: usize) -> Option<usize> {
    storm(t, at).or_else(|| known(t, at)).or_else(|| titled(t, at))
}

/// Finds a storm by its number or name.
fn storm(t: &Tokens, at: usize) -> Option<usize> {
    if t.low(at) != "bão" || !t.same_line(at, at + 1) {
        return None;
    }
    if t.low(at + 1) == "số" && t.form(at + 2) == Form::Number {
        return Some(at + 3);
    }
    let name = t.form(at + 1) == Form::Title && !t.is(at + 1, Class::COMMON) && !t.capital(at + 2);
    name.then_some(at + 2)
}

/// Finds an event that the tables know, with its number or year.
fn known(t: &Tokens, at: usize) -> Option<usize> {
    let end = t.longest(at, Class::EVENT_NAME)?;
    if t.low(at) == "apec" && (t.form(end) != Form::Number || t.form(at) != Form::Upper) {
        return None;
    }
    let acronym = end == at + 1 && t.form(at) == Form::Title && t.raw(at).len() <= 5;
    let euro = t.low(at) == "euro" && t.form(end) == Form::Number;
    let written = t.capital(at) && (!acronym || euro) || t.small(at) && end > at + 2;
    if !written || t.small(at) && t.low(end) == "quốc" {
        return None;
    }
    let host = t.capital(end) && t.form(end + 1) == Form::Number && t.raw(end + 1).len() == 4;
    Some(if host && t.same_line(at, end + 1) { end + 2 } else { year(t, end) })
}

fn year(t: &Tokens, end: usize) -> usize {
    let gender = if t.any(end, &["nữ", "nam"]) { end + 1 } else { end };
    let city = t
        .longest(gender, Class::CITY.or(Class::COUNTRY))
        .filter(|_| t.capital(gender))
        .unwrap_or(gender);
    let skip = usize::from(t.low(city) == "năm");
    let number = city + skip;
    let fits = t.form(number) == Form::Number
        && t.same_line(end - 1, number)
        && t.raw(number).len() <= 9
        && !t.raw(number).contains(['.', ','])
        && !t.is(number + 1, Class::CLASSIFIER)
        && t.raw(number + 1) != "%";
    if fits {
        number + 1
    } else if city > gender {
        end
    } else {
        gender.min(end)
    }
}

/// Finds an event by the head of its title, which must go on in a way that no other event shares.
fn titled(t: &Tokens, at: usize) -> Option<usize> {
    let head = t.longest(at, Class::EVENT_HEAD)?;
    if t.form(at) != Form::Title || !t.same_line(at, head) {
        return None;
    }
    if t.any(head, &["đồng", "đường"]) {
        return None;
    }
    let start = ordinal(t, head);
    if start > head && t.any(head - 1, &["họp"]) {
        return Some(session(t, start));
    }
    if t.raw(start) == "\"" || t.raw(start) == "“" {
        return quoted(t, at, start);
    }
    let body = title::end(t, start, Manner::Title);
    let end = ordinal(t, body);
    let end = dated(t, end);
    let end =
        if end > start && end > body { dated(t, title::end(t, end, Manner::Title)) } else { end };
    unique(t, at, head, end).then_some(end)
}

/// Extends `Kỳ họp thứ 4` over `, Quốc hội khóa XV`.
fn session(t: &Tokens, end: usize) -> usize {
    let at = end + usize::from(t.raw(end) == ",");
    let body = t.any(at, &["quốc", "hđnd"]) && t.capital(at) && t.same_line(end - 1, at);
    let term = (at..at + 6).find(|&word| t.any(word, &["khóa", "khoá"]));
    match term {
        Some(term) if body && t.capital(term + 1) => term + 2,
        _ => dated(t, end),
    }
}

/// Tells whether the words `head..end` set an event apart from all others.
fn unique(t: &Tokens, at: usize, head: usize, end: usize) -> bool {
    let words = end - head;
    let named = (head..end).any(|word| t.capital(word) || t.form(word) == Form::Number);
    let weak = t.any(at, &["ngày", "năm", "tháng", "phong", "chiến", "giải"]) && head == at + 1;
    let long = words >= if t.opens(at) { 6 } else { 4 };
    if t.low(at) == "hoa" {
        return t.form(end - 1) == Form::Number && t.capital(head);
    }
    if weak {
        return words >= 3
            && t.capital(head)
            && !t.opens(at)
            && t.longest(head, Class::PROVINCE.or(Class::COUNTRY)).is_none();
    }
    long && !weak || words >= 2 && named && (t.capital(head) || words >= 3)
}

/// Takes `lần thứ IX`, `thứ 4`, `lần hai` after the words of a title.
fn ordinal(t: &Tokens, at: usize) -> usize {
    let first = at + usize::from(t.low(at) == "lần");
    let word = first + usize::from(t.low(first) == "thứ");
    let roman = t.form(word) == Form::Upper || t.raw(word).bytes().all(|b| b"IVX".contains(&b));
    let number = t.form(word) == Form::Number
        || roman && !t.raw(word).is_empty()
        || t.is(word, Class::NUMERAL)
        || t.low(word) == "nhất";
    if word > at && number && t.same_line(at, word) { word + 1 } else { at }
}

/// Takes the year or the term that closes a title.
fn dated(t: &Tokens, end: usize) -> usize {
    let comma = usize::from(t.raw(end) == "," && t.any(end + 1, &["nhiệm", "khóa"]));
    let at = end + comma;
    if t.low(at) == "nhiệm" && t.low(at + 1) == "kỳ" && t.form(at + 2) == Form::Number {
        let dash = matches!(t.raw(at + 3), "-" | "–") && t.form(at + 4) == Form::Number;
        return if dash { at + 5 } else { at + 3 };
    }
    if t.low(at) == "khóa" && t.same_line(at, at + 1) && t.capital(at + 1) {
        return at + 2;
    }
    let skip = usize::from(t.low(end) == "năm");
    let year = t.form(end + skip) == Form::Number && t.raw(end + skip).len() == 4;
    if year && t.same_line(end.saturating_sub(1), end + skip) { end + skip + 1 } else { end }
}

fn quoted(t: &Tokens, at: usize, open: usize) -> Option<usize> {
    let close = (open + 1..open + 20).find(|&mark| matches!(t.raw(mark), "\"" | "”"))?;
    (t.same_line(at, close) && close > open + 2).then_some(dated(t, close + 1))
}

#[cfg(test)]
#[path = "event/tests.rs"]
mod tests;
