use super::*;
use crate::search::Query;

/// Shows a query as text: `word*` is a prefix, `word!` exact, `+` joins a phrase.
fn shown(query: &Query) -> String {
    let lists = [("", &query.terms), ("-", &query.without), ("@", &query.about)];
    let terms = lists.iter().flat_map(|(sign, terms)| {
        terms.iter().map(move |term| format!("{sign}{}", shown_term(term)))
    });
    let kinds = query.kinds.iter().map(|kind| kind.name().to_owned());
    let dates = query.dates.iter().map(|range| match (range.from, range.to) {
        (Some(from), Some(to)) => format!("{from}..{to}"),
        (from, to) => format!("{from:?}..{to:?}"),
    });
    terms.chain(kinds).chain(dates).collect::<Vec<_>>().join(" ")
}

fn shown_term(term: &Term) -> String {
    let words = term.typed().iter().map(|word| {
        let sign = match word.ask {
            Ask::Prefix => "*",
            Ask::Whole => "",
            Ask::Exact => "!",
        };
        format!("{}{sign}", word.syllable.skeleton())
    });
    words.collect::<Vec<_>>().join("+")
}

fn check(typed: &str, expected: &str) {
    let query = Query::parse(typed);
    assert_eq!(shown(&query), expected, "{typed:?}");
    assert_eq!(query.is_empty(), expected.is_empty(), "{typed:?}");
}

#[test]
fn the_last_word_is_a_beginning() {
    check("lam dong", "lam dong*");
    check("lam dong ", "lam dong");
    check("  LÂM   Đồng", "lam dong*");
    check("lam\ndong", "lam dong*");
    check("", "");
    check(" , ", "");
}

#[test]
fn a_joined_token_is_a_phrase() {
    check("30-NQ/TW", "30+nq+tw*");
    check("30-NQ/TW ", "30+nq+tw");
    check("TP.HCM kẹt xe", "tp+hcm ket xe*");
    check("covid-", "covid");
    check("(hoa)", "hoa");
}

#[test]
fn quotes_make_a_phrase() {
    check("\"lâm đồng\" hoa", "lam+dong hoa*");
    check("\"lâm đồ", "lam+do*");
    check("\"lâm ", "lam");
    check("“lâm đồng”", "lam+dong");
    check("\"\"", "");
    check("\"", "");
    check("a\"b", "a+b*");
}

#[test]
fn signs_change_what_is_asked() {
    check("hoa -sen", "hoa -sen");
    check("-", "");
    check("- hoa", "hoa*");
    check("-\"hoa sen\" x", "x* -hoa+sen");
    check("'hòa", "hoa!");
    check("'hòa bình", "hoa! binh*");
    check("@đồng hoa", "hoa* @dong");
    check("@\"lâm đồng\"", "@lam+dong");
    check("@", "");
}

#[test]
fn filters_are_read() {
    check("kind:person an", "an* person");
    check("kind:per", "person");
    check("Kind:LOC kind:org", "location organization");
    check("date:2023 x", "x* 2023..2023");
    check("date:2022-06..2023-04", "2022-06..2023-04");
}

#[test]
fn a_filter_half_typed_filters_nothing() {
    check("hoa kind:", "hoa");
    check("hoa kind:pe", "hoa");
    check("hoa date:20", "hoa");
    check("date:2022..", "Some(Date { year: 2022, month: None, day: None })..None");
}

#[test]
fn what_is_no_filter_is_words() {
    check("kind:xyz", "kind+xyz*");
    check("kind:pe hoa", "kind+pe hoa*");
    check("date:hoa", "date+hoa*");
    check("date:20 hoa", "date+20 hoa*");
}

#[test]
fn a_pasted_page_is_cut() {
    let query = Query::parse(&"từ ".repeat(1000));
    assert_eq!(query.terms.len(), 24);
}
