//! Tests of abbreviations and their long forms.

use super::*;

/// Makes a corpus with a long form side by side, scattered, and abbreviated.
fn bodies() -> Searchable {
    corpus(&[
        ("A", "Hội đồng nhân dân tỉnh họp.", "2023-01"),
        ("B", "HĐND tỉnh họp.", "2023-02"),
        ("C", "Nhân dân họp hội ở cánh đồng.", "2023-03"),
        ("D", "Đại hội và đồng tiền.", "2023-04"),
        ("E", "CPVN họp.", "2023-05"),
    ])
}

fn check(own: &str, typed: &str, expected: &str) {
    let (abbreviations, troubles) = Abbreviations::with_own(own.as_bytes(), &clean("own.tsv"));
    assert_eq!(troubles, []);
    let on = Searchable { abbreviations: Arc::new(abbreviations), ..bodies() };
    assert_eq!(shown(&on, typed), expected, "{typed}");
}

#[test]
fn a_short_form_finds_its_long_forms() {
    check("", "hdnd", "p1[HĐND] p0[Hội đồng nhân dân]");
    check("", "hđ-nd", "p1[HĐND] p0[Hội đồng nhân dân]");
    check("", "\"hdnd\"", "p1[HĐND]");
    check("", "hdx", "");
    check("HDX\thọp hội", "hdx ", "p2[họp hội]");
    check("HDND\tđồng tiền", "hdnd ", "p1[HĐND] p3[đồng tiền] p0[Hội đồng nhân dân]");
}

#[test]
fn a_long_form_finds_its_short_forms_and_its_words() {
    let found = "p0[Hội đồng nhân dân] p1[HĐND] p2[Nhân dân|hội|đồng]";
    check("", "hoi dong nhan dan ", found);
    check("", "hoi dong nhan dan", found);
    check("", "hoi dong nhan da", "p0[Hội đồng nhân dâ] p2[Nhân dâ|hội|đồng]");
    check("", "hoi dong nhan dan tinh", "p0[Hội đồng nhân dân tỉnh] p1[HĐND tỉnh]");
    check("", "tinh hoi dong nhan dan", "p0[Hội đồng nhân dân|tỉnh] p1[HĐND|tỉnh]");
    check("", "\"hoi dong nhan dan\" ", "p0[Hội đồng nhân dân]");
    let own = "CPVN\thội đồng nhân dân";
    check(
        own,
        "hoi dong nhan dan ",
        "p0[Hội đồng nhân dân] p4[CPVN] p1[HĐND] p2[Nhân dân|hội|đồng]",
    );
    check("CPVN\thội và đồng tiền", "hoi va dong tien ", "p3[hội và đồng tiền] p4[CPVN]");
    check("C P\thội và đồng tiền\n\nJP\tx", "hoi va dong tien ", "p3[hội và đồng tiền]");
}
