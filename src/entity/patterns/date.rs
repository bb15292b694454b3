//! Calendar expressions with the words that head them. Durations and vague times are not here.

use super::super::gazetteer::Class;
use super::super::token::{Form, Tokens};
use super::number::free;

const PARTS: [&str; 9] = ["rạng", "sáng", "sớm", "trưa", "chiều", "tối", "đêm", "khuya", "cuối"];
const WEEKDAYS: [&str; 8] = ["hai", "ba", "tư", "năm", "sáu", "bảy", "nhật", "tu"];
const STEMS: [&str; 10] = ["giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý"];

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

fn day(t: &Tokens, at: usize) -> Option<usize> {
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
fn day_numbers(t: &Tokens, at: usize) -> Option<usize> {
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

fn tail(t: &Tokens, mut end: usize) -> usize {
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

fn month(t: &Tokens, at: usize) -> Option<usize> {
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
fn year_after(t: &Tokens, at: usize) -> Option<usize> {
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

fn year(t: &Tokens, at: usize) -> bool {
    let raw = t.raw(at);
    raw.len() == 4 && (1000..2200).contains(&numbers(raw)[0]) && numbers(raw)[1] == 0
}

/// Finds two years with a dash or a slash between them: `2021-2025`.
fn years(t: &Tokens, at: usize) -> Option<usize> {
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
fn stem(t: &Tokens, at: usize) -> Option<usize> {
    let pair = t.any(at, &STEMS) && t.form(at) == Form::Title && t.form(at + 1) == Form::Title;
    pair.then_some(at + 2)
}

fn numeral(t: &Tokens, at: usize) -> Option<usize> {
    let roman = |raw: &str| !raw.is_empty() && raw.bytes().all(|b| b"IVX".contains(&b));
    (free(t, at) || roman(t.raw(at))).then_some(at + 1)
}

fn quarter(t: &Tokens, at: usize) -> Option<usize> {
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

/// Tells whether the number at a token has a day and a month in it.
fn slashed(t: &Tokens, at: usize) -> bool {
    let parts = numbers(t.raw(at));
    (1..=31).contains(&parts[0]) && (1..=12).contains(&parts[1])
}

/// Reads up to three numbers out of a token, 0 for those that are not there.
fn numbers(raw: &str) -> [u32; 3] {
    let mut parts = [0; 3];
    let pieces = raw.split(|c: char| !c.is_ascii_digit()).filter(|piece| !piece.is_empty());
    for (slot, piece) in parts.iter_mut().zip(pieces) {
        *slot = if piece.len() <= 4 { piece.parse().unwrap_or(0) } else { u32::MAX };
    }
    parts
}

#[cfg(test)]
#[path = "date/tests.rs"]
mod tests;
