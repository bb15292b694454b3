//! Calendar expressions with the words that head them. Durations and vague times are not here.

use super::super::gazetteer::Class;
use super::super::token::{Form, Tokens};
use super::number::free;

mod parts;

use parts::{
    day, day_numbers, month, numbers, numeral, quarter, slashed, stem, tail, year, year_after,
    years,
};

const PARTS: [&str; 9] = ["rạng", "sáng", "sớm", "trưa", "chiều", "tối", "đêm", "khuya", "cuối"];
const WEEKDAYS: [&str; 8] = ["hai", "ba", "tư", "năm", "sáu", "bảy", "nhật", "tu"];

/// Finds a date that begins at a token.
pub(crate) fn find(t: &Tokens, at: usize) -> Option<usize> {
    clocked(t, at)
        .or_else(|| headed(t, at))
        .or_else(|| months_of_year(t, at))
        .or_else(|| alone(t, at))
        .filter(|&end| t.same_line(at, end - 1))
}
/// Finds a clock time that a date follows: `8h30 ngày 3-9`.
fn clocked(t: &Tokens, at: usize) -> Option<usize> {
    let mut end = clock(t, at)?;
    if t.any(end, &["-", "–", "đến"])
        && let Some(far) = clock(t, end + 1)
    {
        end = far;
    }
    end = parts_of_day(t, end);
    if matches!(t.raw(end), "," | "(") {
        return None;
    }
    headed(t, end).or_else(|| day_numbers(t, end).filter(|_| slashed(t, end)))
}

fn clock(t: &Tokens, at: usize) -> Option<usize> {
    if !free(t, at) {
        return None;
    }
    let hour = t.any(at + 1, &["h", "g", "giờ"]);
    if !hour {
        return (t.raw(at).contains(':') && t.raw(at).len() <= 5).then_some(at + 1);
    }
    let mut end = at + 2;
    if t.form(end) == Form::Number && (t.glued(end) || t.any(end + 1, &["phút", "'"])) {
        end += 1;
        if t.any(end, &["phút", "'", "p"]) {
            end += 1;
        }
    }
    Some(end)
}

fn parts_of_day(t: &Tokens, mut at: usize) -> usize {
    let start = at;
    let counted = at > 0 && t.any(at - 1, &["hai", "khởi", "bắt", "xế"]) || t.low(at) == "sớm";
    while !counted && at < start + 2 && t.any(at, &PARTS) && t.low(at) != "cuối" {
        at += 1;
    }
    at
}

/// Finds a date by its head word.
fn headed(t: &Tokens, at: usize) -> Option<usize> {
    let day = parts_of_day(t, at);
    let day = weekday(t, day).unwrap_or(day);
    if day > at {
        let inner = if t.raw(day) == "(" { None } else { core(t, day) };
        return inner.or_else(|| day_numbers(t, day).filter(|_| t.form(day) == Form::Number));
    }
    let part = section(t, at);
    core(t, part).filter(|_| part == at || !t.any(part, &["ngày"])).or_else(|| season(t, at))
}

fn weekday(t: &Tokens, at: usize) -> Option<usize> {
    let named = t.low(at) == "thứ" && t.any(at + 1, &WEEKDAYS)
        || t.low(at) == "chủ" && t.low(at + 1) == "nhật";
    named.then(|| at + 2)
}

/// Skips `đầu`, `giữa`, `cuối`, `nửa đầu` and `nửa cuối` before a month or a year.
fn section(t: &Tokens, at: usize) -> usize {
    let skip = usize::from(t.low(at) == "nửa");
    let word = t.any(at + skip, &["đầu", "giữa", "cuối"])
        && !(at > 0 && t.any(at - 1, &["khởi", "bắt", "ban"]));
    let unit = t.any(at + skip + 1, &["năm", "tháng", "quý", "thế", "mùa", "thập"]);
    if word && unit { at + skip + 1 } else { at }
}

/// Finds `ngày ...`, `tháng ...`, `năm ...`, `quý ...` and longer spans of the calendar.
fn core(t: &Tokens, at: usize) -> Option<usize> {
    match t.low(at) {
        "ngày" | "hôm" | "mùng" | "mồng" => day(t, at),
        "tháng" => month(t, at),
        "năm" => year_after(t, at + 1).or_else(|| stem(t, at + 1)),
        "những" if t.low(at + 1) == "năm" => year_after(t, at + 2),
        "thập" if t.any(at + 1, &["niên", "kỷ"]) => year_after(t, at + 2),
        "thế" if t.low(at + 1) == "kỷ" => numeral(t, at + 2),
        "quý" => quarter(t, at),
        "giai" if t.low(at + 1) == "đoạn" => years(t, at + 2),
        "nhiệm" if t.low(at + 1) == "kỳ" => years(t, at + 2),
        "niên" if t.low(at + 1) == "khóa" => years(t, at + 2),
        "quốc" if t.low(at + 1) == "khánh" => {
            day_numbers(t, at + 2).filter(|_| slashed(t, at + 2))
        }
        "hè" => year_after(t, at + 1),
        "tết" => festival(t, at),
        _ => None,
    }
}

fn festival(t: &Tokens, at: usize) -> Option<usize> {
    let skip = if t.low(at + 1) == "nguyên" { 3 } else { 1 };
    let end = stem(t, at + skip).or_else(|| {
        let next = if t.low(at + skip) == "năm" { at + skip + 1 } else { at + skip };
        year_after(t, next)
    })?;
    Some(if year(t, end) { end + 1 } else { end })
}

/// Finds seasons and school years: `mùa hè năm 2020`, `năm học 2023-2024`, `mùa giải 2023`.
fn season(t: &Tokens, at: usize) -> Option<usize> {
    if t.low(at) == "năm" && t.low(at + 1) == "học" {
        return years(t, at + 2);
    }
    let inner = at > 0 && t.class(at - 1, at + 1).meets(Class::COMPOUND);
    if inner || !t.any(at, &["mùa", "vụ", "niên"]) {
        return None;
    }
    let end = (at + 1..=at + 3)
        .find(|&word| t.form(word) == Form::Number || t.low(word) == "năm" || !t.small(word))?;
    if t.low(end) == "năm" {
        return year_after(t, end + 1);
    }
    (t.low(at) != "niên").then(|| years(t, end).or_else(|| year(t, end).then_some(end + 1)))?
}

/// Finds `9 tháng đầu năm 2023`.
fn months_of_year(t: &Tokens, at: usize) -> Option<usize> {
    let number = free(t, at) || t.is(at, Class::NUMERAL);
    let phrase =
        t.low(at + 1) == "tháng" && t.any(at + 2, &["đầu", "cuối"]) && t.low(at + 3) == "năm";
    let whole =
        free(t, at) && t.low(at + 1) == "tháng" && t.low(at + 2) == "năm" && year(t, at + 3);
    if whole {
        return Some(at + 4);
    }
    if !number || !phrase {
        return None;
    }
    year_after(t, at + 4).or_else(|| (!t.any(at + 4, &["nay", "ngoái"])).then_some(at + 4))
}

/// Finds a date without a head word: whole, or a day and a month after a fitting word.
fn alone(t: &Tokens, at: usize) -> Option<usize> {
    const BEFORE: [&str; 26] = [
        "hồi", "lễ", "phiên", "tức", "từ", "đến", "tới", "vào", "hôm", "và", "(", "trước", "sau",
        "qua", "nay", "đó", "hết", "cho", "-", "–", "ngày", "dịp", "lúc", "nhật", "từng", "tính",
    ];
    if !free(t, at) {
        return None;
    }
    let parts = numbers(t.raw(at));
    let before = at.wrapping_sub(1);
    if t.any(before, &["sn", "sinh"]) && year(t, at) {
        return Some(at + 1);
    }
    let calendar = (1..=31).contains(&parts[0]) && (1..=12).contains(&parts[1]);
    let plain = !t.raw(at).contains([',', ':']);
    if calendar && plain && (1000..2200).contains(&parts[2]) {
        return Some(tail(t, at + 1));
    }
    let dash = t.raw(at).contains('-') && t.any(before, &["từ", "đến", "tới", "hôm", "hồi"]);
    let short = calendar && parts[2] == 0 && (t.raw(at).contains('/') || dash);
    let counts =
        t.small(at + 1) && t.longest(at + 1, Class::COUNTED.or(Class::CLASSIFIER)).is_some();
    (short && !counts && (t.any(before, &BEFORE) || weekday(t, at.wrapping_sub(2)) == Some(at)))
        .then(|| tail(t, at + 1))
}

#[cfg(test)]
#[path = "date/tests.rs"]
mod tests;
