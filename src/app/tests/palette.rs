//! The command palette and help, found by typing.

use super::*;
use crate::app::OverlayRow;

/// Tells what an overlay lists first: the actions by name, queries by what is typed, headings.
fn listed(state: &State, most: usize) -> String {
    let Some(overlay) = &state.overlay else { return seen(state) };
    let name = |row: &OverlayRow| match row {
        OverlayRow::Blank => "-".to_owned(),
        OverlayRow::Heading(phrase) => format!("[{}]", state.prefs.language.say(*phrase)),
        OverlayRow::Action { info, .. } => info.name.to_owned(),
        OverlayRow::Query { number, .. } => QUERY_HELP[*number].0.to_owned(),
    };
    let rows = overlay.rows.iter().skip(overlay.pane.selected).take(most);
    rows.map(name).collect::<Vec<_>>().join(" ")
}

fn check_listed(script: &str, expected: &str) {
    let mut state = app(100, 20);
    type_in(&mut state, script);
    let listed = listed(&state, 9);
    let fits = if expected.is_empty() { listed.is_empty() } else { listed.starts_with(expected) };
    assert!(fits, "after {script}: {listed}");
}

#[test]
fn actions_are_found_in_either_language_without_marks() {
    check_listed(":theme", "theme");
    check_listed(":dark", "theme");
    check_listed(":nen toi", "theme");
    check_listed(":tim trong bai", "find");
    check_listed(":tìm bài", "find search");
    check_listed(":half", "half-down half-up");
    check_listed(":ctrl-d", "half-down");
    check_listed(":sao", "edit star");
    check_listed(":zzzz", "");
    check_listed(":z", "zoom");
    check_listed(":half{down}", "half-up");
    check_listed(":half{down}{up}", "half-down");
    check_listed(":half{down}x{bs}", "half-down");
}

#[test]
fn what_belongs_to_the_place_is_there_and_each_action_once() {
    for (script, first) in [(":", "read"), ("{enter}:", "card"), ("{enter}{tab}{enter}:", "open")] {
        let mut state = app(100, 20);
        type_in(&mut state, script);
        let overlay = state.overlay.as_ref().expect("it is open");
        let actions: Vec<_> = overlay
            .rows
            .iter()
            .filter_map(|row| match row {
                OverlayRow::Action { info, .. } => Some(info.action),
                _ => None,
            })
            .collect();
        let mut once = actions.clone();
        once.dedup();
        assert_eq!(once, actions, "{first}");
        assert!(ACTIONS.iter().all(|info| actions.contains(&info.action)));
    }
}

#[test]
fn enter_does_it() {
    check(":to the end{enter}", "list #3");
    check("{enter}:next article{enter}", "reader #1");
    check(":next hi{enter}", "list #0 person:Phạm Văn Sơn");
    check("{enter}:find{enter}hoa", "find #0 1/1");
    check(":{esc}j", "list #1");
    check(":zzzz{enter}j", "list #1");
    check("e:", "entities #0 person:Phạm Văn Sơn 1/3");
    check("t:search{enter}l", "search #3 -/3");
    check("{enter}{tab}{enter}:half a page down{enter}", "reader #0 person:Phạm Văn Sơn");
    check("{enter}{tab}{enter}:next article{enter}", "reader #1");
    check(":undo{enter}", "list #0 !there is no correction to undo");
}

#[test]
fn help_begins_with_the_screen_one_is_on() {
    check_listed("?", "[list] open search-list - [anywhere] down");
    check_listed("{enter}?", "[reader] card find - [anywhere] down");
    check_listed("{enter}{tab}{enter}?", "[card] open-line - [anywhere] down");
    check_listed("s?", "[in the search line] lam dong lâm");
    check_listed("?theme", "theme");
    check_listed("?viet tat", "");
    check_listed("?long forms", "ubnd  tphcm");
    check_listed("?{enter}j", "list #1");
}
