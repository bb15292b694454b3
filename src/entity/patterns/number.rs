//! Numbers: in digits, in words, and ranges of them. What they count is decided elsewhere.

use super::super::gazetteer::Class;
use super::super::token::{Form, Tokens};

/// Finds a number that begins at a token, with its range and its thousands and millions.
pub(crate) fn find(t: &Tokens, at: usize) -> Option<usize> {
    if t.form(at) == Form::Number { digits(t, at) } else { words(t, at) }
}

/// Tells whether a token is a number that is no part of a code such as `VF8` or `COVID-19`.
pub(crate) fn free(t: &Tokens, at: usize) -> bool {
    if t.form(at) != Form::Number {
        return false;
    }
    let inside = |mark: usize| {
        matches!(t.raw(mark), "-" | "/" | "." | "_")
            && t.glued(mark)
            && mark > 0
            && matches!(t.form(mark - 1), Form::Title | Form::Upper | Form::Lower)
    };
    at == 0 || !t.glued(at) || t.form(at - 1) == Form::Mark && !inside(at - 1)
}

fn digits(t: &Tokens, at: usize) -> Option<usize> {
    if !free(t, at) {
        return None;
    }
    let end = magnitudes(t, at + 1);
    let joint = matches!(t.raw(end), "-" | "–" | "đến" | "hoặc");
    if joint && t.form(end + 1) == Form::Number && t.same_line(at, end + 1) {
        let spelled = matches!(t.raw(end), "đến" | "hoặc");
        let far = magnitudes(t, end + 2);
        let small = t.raw(end + 1).len() <= 3 && t.raw(at).len() <= 3;
        if !spelled || small && t.raw(end) == "hoặc" {
            return Some(far);
        }
    }
    Some(end)
}

/// Skips the words for thousand, million and so on.
fn magnitudes(t: &Tokens, mut at: usize) -> usize {
    while t.is(at, Class::MAGNITUDE) && at > 0 && t.same_line(at - 1, at) {
        at += 1;
    }
    at
}

fn words(t: &Tokens, at: usize) -> Option<usize> {
    let head = t.is(at, Class::NUMERAL) && !t.is(at, Class::MAGNITUDE);
    if !head || t.form(at) == Form::Upper || t.any(at, &["linh", "lăm", "lẻ", "mươi", "mốt", "tư"])
    {
        return None;
    }
    let mut end = at + 1;
    while end < at + 8
        && t.small(end)
        && t.is(end, Class::NUMERAL.or(Class::MAGNITUDE))
        && t.low(end) != "năm"
    {
        end += 1;
    }
    (t.low(at) != "năm" || is_five(t, at)).then_some(end)
}

/// Tells whether `năm` is the number five and not a year.
fn is_five(t: &Tokens, at: usize) -> bool {
    const YEAR: [&str; 24] = [
        "mỗi", "hàng", "hằng", "cả", "trong", "đầu", "cuối", "qua", "nhiều", "những", "mấy", "vài",
        "lâu", "các", "từng", "quanh", "giữa", "trọn", "theo", "đến", "từ", "một", "hai", "ba",
    ];
    let before = at.wrapping_sub(1);
    let next = t.is(at + 1, Class::CLASSIFIER) || t.any(at + 1, &["ngày", "giờ", "tháng", "phút"]);
    next && !t.any(before, &YEAR) && t.form(before) != Form::Number && !t.is(before, Class::NUMERAL)
}
