//! The parts of a date: days, months, quarters and years.

use super::super::super::gazetteer::Class;
use super::super::super::token::{Form, Tokens};
use super::super::number::free;
use super::{festival, weekday};

/// The first words of the years of the cycle of sixty.
const STEMS: [&str; 10] = ["giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý"];

pub(crate) fn day(t: &Tokens, at: usize) -> Option<usize> {
    let mut from = at + 1;
    if t.any(from, &["mùng", "mồng"]) {
        from += 1;
    }
    if t.low(at) == "hôm" {
        if let Some(far) = weekday(t, from) {
            from = far;
        }
        return day_numbers(t, from).filter(|_| slashed(t, from));
    }
    let rank = t.form(from) == Form::Number || t.is(from, Class::NUMERAL) && from > at + 1;
    let end = day_numbers(t, from).or_else(|| rank.then_some(from + 1))?;
    if t.small(end)
        && t.is(end, Class::CLASSIFIER)
        && at > 0
        && t.any(at - 1, &["mỗi", "một", "hai"])
    {
        return None;
    }
    let counts = t.is(end, Class::TIME) && t.low(end) != "tháng" && t.low(end) != "năm";
    let end = if t.low(end) == "tết" { festival(t, end).unwrap_or(end + 1) } else { end };
    (!counts && !t.is(end, Class::MEASURE) && t.raw(end) != "%").then_some(end)
}

/// Finds a day in digits with the month and the year that may follow in words.
pub(crate) fn day_numbers(t: &Tokens, at: usize) -> Option<usize> {
    if t.form(at) != Form::Number {
        return None;
    }
    let parts = numbers(t.raw(at));
    let (day, month) = (parts[0], parts[1]);
    let whole = t.raw(at).contains(['.', ',']) && t.raw(at).matches('.').count() < 2;
    if !(1..=31).contains(&day) || month > 31 || whole && month > 12 {
        return None;
    }
    Some(tail(t, range(t, at + 1)))
}

/// Extends a day over the other end of its range: `15 - 20/5`.
fn range(t: &Tokens, end: usize) -> usize {
    let dash = matches!(t.raw(end), "-" | "–");
    if dash && t.form(end + 1) == Form::Number && slashed(t, end + 1) { end + 2 } else { end }
}

pub(crate) fn tail(t: &Tokens, mut end: usize) -> usize {
    if t.low(end) == "tháng"
        && let Some(far) = month(t, end)
    {
        return far;
    }
    if t.low(end) == "năm"
        && let Some(far) = year_after(t, end + 1).or_else(|| stem(t, end + 1))
    {
        end = far;
    }
    if t.low(end) == "âm" && t.low(end + 1) == "lịch" { end + 2 } else { end }
}

pub(crate) fn month(t: &Tokens, at: usize) -> Option<usize> {
    const NAMES: [&str; 13] = [
        "giêng", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "chạp", "một",
        "mười",
    ];
    let next = at + 1;
    let end = if t.form(next) == Form::Number {
        let parts = numbers(t.raw(next));
        (parts[0] <= 12 && parts[0] > 0).then_some(next + 1)?
    } else if t.any(next, &NAMES) && t.form(next) == Form::Title {
        next + 1 + usize::from(t.any(next + 1, &["một", "hai"]))
    } else {
        return None;
    };
    let end =
        if matches!(t.raw(end), "/" | "-" | "–") && year(t, end + 1) { end + 2 } else { end };
    Some(tail(t, end))
}

/// Finds a year, or two with a dash between them.
pub(crate) fn year_after(t: &Tokens, at: usize) -> Option<usize> {
    let number = t.raw(at);
    let plain =
        number.len() <= 4 && numbers(number)[0] > 31 && number.bytes().all(|b| b.is_ascii_digit());
    if !free(t, at) || !(plain || years(t, at) == Some(at + 1)) {
        return if stem(t, at).is_some_and(|end| year(t, end)) {
            stem(t, at).map(|e| e + 1)
        } else {
            None
        };
    }
    let dash = matches!(t.raw(at + 1), "-" | "–");
    Some(if dash && year(t, at + 2) { at + 3 } else { at + 1 })
}

pub(crate) fn year(t: &Tokens, at: usize) -> bool {
    let raw = t.raw(at);
    raw.len() == 4 && (1000..2200).contains(&numbers(raw)[0]) && numbers(raw)[1] == 0
}

/// Finds two years with a dash or a slash between them: `2021-2025`.
pub(crate) fn years(t: &Tokens, at: usize) -> Option<usize> {
    if t.form(at) != Form::Number {
        return None;
    }
    if year(t, at) && matches!(t.raw(at + 1), "-" | "–" | "đến") && year(t, at + 2) {
        return Some(at + 3);
    }
    let parts = numbers(t.raw(at));
    ((1000..2200).contains(&parts[0]) && parts[1] > 0).then_some(at + 1)
}

/// Finds a year of the cycle of sixty: `Canh Tý`.
pub(crate) fn stem(t: &Tokens, at: usize) -> Option<usize> {
    let pair = t.any(at, &STEMS) && t.form(at) == Form::Title && t.form(at + 1) == Form::Title;
    pair.then_some(at + 2)
}

pub(crate) fn numeral(t: &Tokens, at: usize) -> Option<usize> {
    let roman = |raw: &str| !raw.is_empty() && raw.bytes().all(|b| b"IVX".contains(&b));
    (free(t, at) || roman(t.raw(at))).then_some(at + 1)
}

pub(crate) fn quarter(t: &Tokens, at: usize) -> Option<usize> {
    let end = numeral(t, at + 1)?;
    let part = numbers(t.raw(at + 1));
    if t.form(at + 1) == Form::Number && part[0] > 4 {
        return None;
    }
    if matches!(t.raw(end), "/" | "-") && year(t, end + 1) {
        return Some(end + 2);
    }
    Some(if t.low(end) == "năm" { year_after(t, end + 1).unwrap_or(end) } else { end })
}

/// Tells whether the number at a token has a day and a month in it.
pub(crate) fn slashed(t: &Tokens, at: usize) -> bool {
    let parts = numbers(t.raw(at));
    (1..=31).contains(&parts[0]) && (1..=12).contains(&parts[1])
}

/// Reads up to three numbers out of a token, 0 for those that are not there.
pub(crate) fn numbers(raw: &str) -> [u32; 3] {
    let mut parts = [0; 3];
    let pieces = raw.split(|c: char| !c.is_ascii_digit()).filter(|piece| !piece.is_empty());
    for (slot, piece) in parts.iter_mut().zip(pieces) {
        *slot = if piece.len() <= 4 { piece.parse().unwrap_or(0) } else { u32::MAX };
    }
    parts
}
