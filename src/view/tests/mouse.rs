//! Clicks on what is on the screen.

use ratatui::layout::Position;

use super::text_of;
use crate::app::tests::harness::{app, app_of, send, type_in};
use crate::app::tests::seen;
use crate::app::{Mouse, Msg, State};

/// Finds where a text stands on the screen, of its `nth` places.
fn place(state: &State, text: &str, nth: usize) -> Position {
    let shown = text_of(state);
    let found = shown.iter().zip(0..).flat_map(|(line, y)| {
        let columns = move |at: usize| crate::text::width(&line[..at]) as u16;
        line.match_indices(text).map(move |(at, _)| Position::new(columns(at), y))
    });
    found.collect::<Vec<_>>()[nth]
}

/// Clicks on texts, each with the number of its place, after a script.
fn check_clicks(script: &str, texts: &[(&str, usize)], expected: &str) {
    let mut state = app(100, 20);
    type_in(&mut state, script);
    for &(text, nth) in texts {
        let at = place(&state, text, nth);
        send(&mut state, Msg::Mouse(Mouse::Click(at)));
    }
    assert_eq!(seen(&state), expected, "after {script} and clicks on {texts:?}");
}

#[test]
fn a_click_chooses_and_a_second_one_opens() {
    check_clicks("", &[("Một bài", 0)], "list #2");
    check_clicks("", &[("Một bài", 0), ("Một bài", 0)], "reader #2");
    check_clicks("{enter}", &[("Một bài", 0)], "list #2");
    check_clicks("", &[("tỉnh Lâm Đồng với", 0)], "reader #0 location:tỉnh Lâm Đồng");
    check_clicks("", &[("27/4", 1)], "reader #0 date:Ngày 27/4");
    check_clicks("3", &[("27/4", 1)], "reader #0");
    check_clicks("", &[("gặp", 0)], "reader #0");
    check_clicks("", &[("/ search", 0)], "search #0");
    check_clicks("slạm", &[("Chợ lạm phát", 0)], "reader #3 -/2");
    check_clicks("e", &[("Trần Thị Hoa", 0)], "entities #0 person:Trần Thị Hoa 1/1");
    check_clicks(
        "e",
        &[("Trần Thị Hoa", 0), ("Trần Thị Hoa", 0)],
        "reader #0 person:Trần Thị Hoa 1/1",
    );
}

/// Each mention is found where it stands, also where lines are filled and paragraphs set in.
#[test]
fn a_click_finds_what_stands_there_however_the_page_is_set() {
    for script in ["{enter}z", "{enter}z#", "{enter}z_", "{enter}z#_", "{enter}z#_<<<<<"] {
        for (text, expected) in [
            ("Phạm", "reader #0 person:Phạm Văn Sơn"),
            ("Sơn,", "reader #0 person:Phạm Văn Sơn"),
            ("triệu", "reader #0 money:90 triệu đồng"),
            ("Trần", "reader #0 person:Trần Thị Hoa"),
            ("15/2020/NĐ-CP", "reader #0 law:Nghị định số 15/2020/NĐ-CP"),
        ] {
            let mut state = app_of(&[super::NEWS], (100, 30));
            type_in(&mut state, script);
            let found = place(&state, text, 0);
            send(&mut state, Msg::Mouse(Mouse::Click(found)));
            assert_eq!(seen(&state), expected, "{text} after {script}");
        }
    }
}

#[test]
fn a_click_opens_a_card_and_leads_on_from_it() {
    let hoa = ("Trần Thị Hoa", 0);
    let mut state = app(100, 20);
    type_in(&mut state, "{enter}");
    for (text, nth) in [hoa, hoa] {
        let at = place(&state, text, nth);
        send(&mut state, Msg::Mouse(Mouse::Click(at)));
    }
    assert_eq!(state.card.as_ref().map(|card| card.name.as_str()), Some("Trần Thị Hoa"));
    for _ in 0..2 {
        let at = place(&state, "Bà Trần", 0);
        send(&mut state, Msg::Mouse(Mouse::Click(at)));
    }
    assert_eq!(seen(&state), "reader #3 person:Trần Thị Hoa 1/1");
}

#[test]
fn a_click_takes_a_chip_away() {
    let mut state = app(100, 20);
    type_in(&mut state, "{enter}{tab}=1{tab}{tab}{tab}=");
    assert_eq!(state.filter.chips.len(), 2);
    let at = place(&state, "= Phạm", 0);
    send(&mut state, Msg::Mouse(Mouse::Click(at)));
    let left: Vec<_> = state.filter.chips.iter().map(|chip| chip.name.as_str()).collect();
    assert_eq!(left, ["Trần Thị Hoa"]);
}
