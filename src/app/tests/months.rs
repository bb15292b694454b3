//! Articles by month.

use super::harness::{app_of, type_in};
use crate::app::{Focus, State};

fn dated() -> State {
    let months = ["2022-01", "2022-03", "2022-03", "2022-11", "2023-04", "2023"];
    let text = |(at, month)| format!(" date {month} Bài số {at} nói về Đà Lạt.");
    let texts: Vec<String> = months.into_iter().enumerate().map(text).collect();
    app_of(&texts.iter().map(String::as_str).collect::<Vec<_>>(), (100, 20))
}

/// Compares the selected month with its articles, how many months and undated articles there are,
/// or else the search line with the titles that were found.
fn check(script: &str, expected: &str) {
    let mut state = dated();
    type_in(&mut state, script);
    let found = state.search.found.as_ref().map_or(0, |found| found.results.titles.len());
    let shown = match (state.focus, &state.months.timeline) {
        (Focus::Months, Some(timeline)) => {
            let (month, articles) = state.months.selected().expect("some have months");
            let (months, undated) = (timeline.counts.len(), timeline.undated);
            format!("{month} {articles} of {months} +{undated} {:?}", state.months.query)
        }
        (focus, _) => format!("{focus:?} {:?} {found}", state.search.line.text()),
    };
    assert_eq!(shown, expected, "after {script}");
}

#[test]
fn months_are_walked() {
    check("t", "2022-01 1 of 16 +1 \"\"");
    check("jt", "2022-03 2 of 16 +1 \"\"");
    check("t{right}l", "2022-03 2 of 16 +1 \"\"");
    check("t{left}", "2022-01 1 of 16 +1 \"\"");
    check("tG", "2023-04 1 of 16 +1 \"\"");
    check("tGh{up}", "2022-03 2 of 16 +1 \"\"");
    check("tGg", "2022-01 1 of 16 +1 \"\"");
    check("jj{enter}t", "2022-03 2 of 16 +1 \"\"");
}

#[test]
fn the_months_of_what_was_found() {
    check("s\"số 3\"{enter}t", "2022-11 1 of 1 +0 \"\\\"số 3\\\"\"");
    check("sda lat date:2022-03{enter}t", "2022-03 2 of 16 +1 \"da lat\"");
}

#[test]
fn a_month_is_kept() {
    check("jt{enter}", "List \"date:2022-03\" 2");
    check("jt{enter}{esc}", "List \"\" 0");
    check("sda lat date:2022-03{enter}tG{enter}", "List \"date:2023-04 da lat\" 1");
    check("j{enter}zt{enter}", "List \"date:2022-03\" 2");
}

#[test]
fn esc_gives_the_screen_back() {
    check("t{esc}", "List \"\" 0");
    check("j{enter}tt", "Reader \"\" 0");
    check("slat{enter}{esc}tGq", "List \"lat\" 6");
}
