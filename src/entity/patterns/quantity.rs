//! Quantities: a share, a measure, or a number with the one word that it counts.

use super::super::gazetteer::Class;
use super::super::token::{Form, Tokens};
use super::number;

/// Words before a number that make it a name, a rank or a place in a row.
const ORDINAL: [&str; 54] = [
    "ty",
    "đoàn",
    "số",
    "thứ",
    "hạng",
    "cấp",
    "mức",
    "độ",
    "khóa",
    "khoá",
    "lớp",
    "phút",
    "vòng",
    "top",
    "quận",
    "phường",
    "ngày",
    "tháng",
    "năm",
    "điều",
    "khoản",
    "chương",
    "quý",
    "tầng",
    "tổ",
    "khu",
    "bảng",
    "ghế",
    "lộ",
    "loại",
    "kỷ",
    "ấp",
    "thôn",
    "kỳ",
    "phiên",
    "lần",
    "phòng",
    "km",
    "iphone",
    "galaxy",
    "nhóm",
    "hiệp",
    "ván",
    "tập",
    "phần",
    "bước",
    "series",
    "windows",
    "android",
    "type",
    "giải",
    "khối",
    "bậc",
    "mốc",
];

/// Finds a quantity that begins at a token.
pub(crate) fn find(t: &Tokens, at: usize) -> Option<usize> {
    let end = number::find(t, at)?;
    if score(t, at) {
        return Some(at + 1);
    }
    if t.raw(end) == "%" {
        return Some(end + 1);
    }
    let to = counted(t, at, end)?;
    let past = t.any(at.wrapping_sub(1), &["niệm", "mừng"]) && t.low(end) == "năm";
    if past {
        return None;
    }
    let aged = t.any(to - 1, &["tuổi", "người", "km", "m", "kg", "ha"]);
    if ordinal(t, at) && !aged {
        return None;
    }
    Some(further(t, to))
}

fn ordinal(t: &Tokens, at: usize) -> bool {
    let total = at > 1 && t.low(at - 1) == "số" && t.any(at - 2, &["tổng", "trong"]);
    at > 0 && !total && t.same_line(at - 1, at) && t.any(at - 1, &ORDINAL)
}

/// Finds the score of a match, such as `2-1`.
fn score(t: &Tokens, at: usize) -> bool {
    const CUES: [&str; 13] = [
        "số", "thắng", "thua", "hòa", "hoà", "dẫn", "bại", "gỡ", "quả", "lợi", "ấn", "thành", "lên",
    ];
    let small = |part: &str| part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit());
    let pair = t.raw(at).split_once('-').is_some_and(|(a, b)| small(a) && small(b));
    pair && (at.saturating_sub(4)..at).any(|word| t.any(word, &CUES))
        && !t.any(at.wrapping_sub(1), &["ngày", "sáng", "chiều", "tối", "trưa", "đêm", "hôm"])
}

/// Finds the end of what the number `from..at` counts.
fn counted(t: &Tokens, from: usize, at: usize) -> Option<usize> {
    if !t.same_line(from, at) {
        return None;
    }
    let units = Class::MEASURE.or(Class::TIME);
    let measure = t.longest(at, units).filter(|&end| !cut(t, end));
    let spelled = t.form(from) != Form::Number;
    let one = spelled && at == from + 1 && t.any(from, &["một", "nửa"]);
    if one {
        let half = t.low(from) == "nửa" && t.low(at) == "đêm" || t.low(at) == "buổi";
        return t
            .longest(at, Class::TIME)
            .filter(|&end| t.small(at) && !half && !vague(t, at, end));
    }
    let noun = t.longest(at, Class::COUNTED.or(Class::CLASSIFIER)).filter(|&end| !cut(t, end));
    let clock = t.low(at) == "giờ"
        && (t.any(at + 1, &["sáng", "trưa", "chiều", "tối", "đêm", "khuya", "kém"])
            || t.any(from.wrapping_sub(1), &["lúc", "khoảng"]) && !spelled);
    if clock || matches!(t.raw(at), "G" | "D") && t.glued(at) {
        return None;
    }
    if let Some(end) = measure.max(noun) {
        let known = t.small(at) || t.is(at, units) || t.any(at, &["hcv", "hcb", "hcđ", "clb"]);
        return (known && !(spelled && vague(t, at, end))).then_some(end);
    }
    noun_of_one_word(t, from, at)
}

/// Tells whether a word goes on without white space, so that it is no unit: `4G`, `5m2x`.
fn cut(t: &Tokens, end: usize) -> bool {
    t.glued(end)
        && matches!(t.form(end), Form::Lower | Form::Title | Form::Upper | Form::Number)
        && t.form(end) != Form::Number
}

/// Tells whether a counted word after a spelled number speaks of both sides or parents.
fn vague(t: &Tokens, at: usize, end: usize) -> bool {
    end == at + 1
        && (t.any(at, &["bên", "nước", "số", "mặt", "tay", "mắt", "đầu", "má", "phía"])
            || t.any(at - 1, &["ba"]) && t.any(at, &["lô", "mẹ", "má", "gác", "rọi"]))
        || t.low(at) == "lúc"
}

fn noun_of_one_word(t: &Tokens, from: usize, at: usize) -> Option<usize> {
    if !t.small(at) || t.glued(at) || t.is(at, Class::STOP) || t.is(at, Class::CURRENCY) {
        return None;
    }
    if let Some(end) = t
        .longest(at, Class::COMPOUND)
        .filter(|_| !date_like(t.raw(from)) || t.raw(from).contains('-'))
    {
        return Some(end);
    }
    let plain =
        t.form(from) == Form::Number && t.low(at).len() > 1 && !t.is(at - 1, Class::MAGNITUDE);
    (plain && t.longest(at, Class::STOP).is_none() && !date_like(t.raw(from))).then_some(at + 1)
}

/// Tells whether a number is rather a date, a score or a fraction.
fn date_like(raw: &str) -> bool {
    raw.contains(['/', ':', '-'])
}

/// Extends a time or length over its smaller units: `2 năm 6 tháng`, `9 phút 52 giây 44`, `1m50`.
fn further(t: &Tokens, mut end: usize) -> usize {
    const SMALLER: [(&str, &[&str]); 7] = [
        ("năm", &["tháng"]),
        ("tháng", &["ngày"]),
        ("giờ", &["phút"]),
        ("tiếng", &["phút"]),
        ("phút", &["giây"]),
        ("tuổi", &[]),
        ("ngày", &["giờ"]),
    ];
    while t.form(end) == Form::Number && t.same_line(end - 1, end) {
        let unit = t.low(end - 1);
        let next = SMALLER.iter().find(|(big, _)| *big == unit);
        if next.is_some_and(|(_, small)| t.any(end + 1, small)) {
            end += 2;
        } else if unit == "giây" && !t.is(end + 1, Class::TIME) || unit == "m" && t.glued(end) {
            end += 1;
        } else {
            break;
        }
    }
    end
}

#[cfg(test)]
#[path = "quantity/tests.rs"]
mod tests;
