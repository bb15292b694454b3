//! Amounts of money: a number, its magnitude and a currency; or a bare number of millions.

use super::super::gazetteer::Class;
use super::super::token::{Form, Tokens};
use super::number;

/// Finds an amount of money that begins at a token.
pub(crate) fn find(t: &Tokens, at: usize) -> Option<usize> {
    if matches!(t.raw(at), "$" | "€") && t.form(at + 1) == Form::Number {
        return number::find(t, at + 1);
    }
    let mut end = number::find(t, at)?;
    if t.any(at, &["một", "nửa"]) && end == at + 1 || t.raw(at).contains('/') {
        return None;
    }
    if let Some(far) = currency(t, end) {
        return Some(more(t, far));
    }
    for _ in 0..3 {
        end = smaller(t, end).unwrap_or(end);
        if let Some(far) = currency(t, end) {
            return Some(far);
        }
    }
    bare(t, at, end)
}

fn currency(t: &Tokens, at: usize) -> Option<usize> {
    let end = t.longest(at, Class::CURRENCY)?;
    let short = matches!(t.raw(at), "đ" | "đồng" | "Đồng" | "ĐỒNG" | "đô" | "tệ" | "xu");
    let word = t.small(at) || t.form(at) == Form::Upper || t.form(at) == Form::Mark || short;
    let other =
        t.any(at, &["đồng"]) && t.any(at + 1, &["chí", "đội", "hồ", "bào", "phạm", "hương"]);
    (at > 0 && t.same_line(at - 1, at) && word && !other).then_some(end)
}

/// Extends `1 tỷ đồng 200 triệu đồng` and its like; the plain form is already whole.
fn more(t: &Tokens, end: usize) -> usize {
    smaller(t, end).and_then(|far| currency(t, far)).unwrap_or(end)
}

/// Finds a second number with a smaller magnitude, as in `1 tỷ 200 triệu`.
fn smaller(t: &Tokens, at: usize) -> Option<usize> {
    let follows = t.form(at) == Form::Number && at > 0 && t.same_line(at - 1, at);
    let after =
        t.is(at - usize::from(at > 0), Class::MAGNITUDE) || t.any(at.wrapping_sub(1), &["đồng"]);
    (follows && after && t.is(at + 1, Class::MAGNITUDE)).then(|| at + 2)
}

/// Takes millions without a currency as money when nothing is counted by them.
fn bare(t: &Tokens, at: usize, end: usize) -> Option<usize> {
    if t.form(at) != Form::Number {
        return None;
    }
    if t.glued(end) && t.any(end, &["k", "tr"]) && !t.glued(end + 1) {
        return Some(end + 1);
    }
    let big = t.any(end - 1, &["triệu", "tỷ", "tỉ"]) && end > at + 1;
    let counts = t.same_line(end - 1, end)
        && t.small(end)
        && !t.is(end, Class::STOP)
        && !t.any(
            end,
            &["mua", "trả", "mỗi", "tiền", "một", "năm", "tháng", "tùy", "ông", "bà", "anh"],
        );
    (big && !counts).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::super::testing::check as check_kind;
    use crate::entity::Kind;

    fn check(text: &str, expected: &[&str]) {
        check_kind(Kind::Money, text, expected);
    }

    #[test]
    fn amounts() {
        check("phạt tiền 90 triệu đồng và", &["90 triệu đồng"]);
        check("giá 1.500 USD một tấn", &["1.500 USD"]);
        check("hơn 3,2 tỉ đồng.", &["3,2 tỉ đồng"]);
        check("từ 18-20 triệu đồng", &["18-20 triệu đồng"]);
        check("khoảng 18 - 20 triệu đồng/m2", &["18 - 20 triệu đồng"]);
        check("giá 40.000đ/kg", &["40.000đ"]);
        check("chỉ 500k một vé", &["500k"]);
        check("thu 1 tỷ 200 triệu đồng", &["1 tỷ 200 triệu đồng"]);
        check("vốn 2.534 tỷ, tăng", &["2.534 tỷ"]);
        check("25 triệu euro", &["25 triệu euro"]);
        check("hai triệu đồng", &["hai triệu đồng"]);
    }

    #[test]
    fn not_amounts() {
        check("10 triệu người xem", &[]);
        check("5 đồng chí", &[]);
        check("hàng tỷ đồng", &[]);
        check("năm 2021, đồng bằng", &[]);
    }
}
