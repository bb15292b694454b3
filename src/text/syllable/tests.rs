use super::*;
use crate::text::clean;

fn check(typed: &str, written: &str, expected: Option<Fit>) {
    let fit = Syllable::new(&clean(typed)).fit(&clean(written));
    assert_eq!(fit, expected, "{typed} in {written}");
}

#[test]
fn a_typed_mark_must_be_there() {
    check("lâm", "lạm", None);
    check("lâm", "lam", None);
    check("lâm", "Lầm", Some(Fit::Free));
    check("đ", "d", None);
    check("đồng", "dong", None);
    check("đồng", "đông", None);
    check("ă", "â", None);
    check("o", "ô", Some(Fit::Free));
    check("ü", "u", None);
}

#[test]
fn a_mark_left_out_is_free() {
    check("lam", "Lâm", Some(Fit::Free));
    check("LAM", "lam", Some(Fit::Exact));
    check("dong", "Đồng", Some(Fit::Free));
    check("đong", "Đồng", Some(Fit::Free));
    check("dồng", "Đồng", Some(Fit::Free));
    check("ĐỒNG", "Đồng", Some(Fit::Exact));
    check("đô\u{300}ng", "Đồng", Some(Fit::Exact));
}

#[test]
fn a_tone_belongs_to_the_syllable() {
    check("hoà", "hòa", Some(Fit::Exact));
    check("hòa", "Hoà", Some(Fit::Exact));
    check("thuý", "Thúy", Some(Fit::Exact));
    check("hoa", "hòa", Some(Fit::Free));
    check("hòa", "hoa", None);
    check("hòa", "hỏa", None);
}

#[test]
fn a_beginning_fits_too() {
    check("ngh", "Nghị", Some(Fit::Prefix));
    check("nghị", "nghịch", Some(Fit::Prefix));
    check("nghi", "ngh", None);
    check("hò", "hoà", Some(Fit::Prefix));
    check("", "x", Some(Fit::Prefix));
    check("30", "30", Some(Fit::Exact));
}

#[test]
fn finds_words() {
    let text = clean("Nghị quyết 30-NQ/TW, “Ða\u{323}t”!");
    let found: Vec<_> = words(&text).map(|span| span.of(&text)).collect();
    assert_eq!(found, ["Nghị", "quyết", "30", "NQ", "TW", "Ðạt"]);
    assert_eq!(words("").count() + words(" ,.").count(), 0);
}
