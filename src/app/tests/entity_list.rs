//! The list of entities.

use super::harness::{app, send, type_in};
use super::{check, seen};
use crate::app::{EntityRow, Focus, Msg, State};

/// Gives the rows, the selected one in brackets, and what stands in the reader.
fn listed(state: &State) -> String {
    let list = &state.entities;
    let row = |(at, row): (usize, &EntityRow)| match (list.hit(*row), row) {
        (Some(hit), _) if at == list.pane.selected => format!("[{} {}]", hit.name, hit.mentions),
        (Some(hit), _) => format!("{} {}", hit.name, hit.mentions),
        (None, EntityRow::Heading(group)) => format!("{}:", list.groups[*group].kind.name()),
        (None, _) => "?".into(),
    };
    list.rows.iter().enumerate().map(row).collect::<Vec<_>>().join(" ")
}

fn check_list(script: &str, expected: &str) {
    let mut state = app(100, 14);
    type_in(&mut state, script);
    assert_eq!(state.focus, Focus::Entities);
    assert_eq!(listed(&state), expected, "after {script}");
}

#[test]
fn entities_are_listed_and_found() {
    check_list(
        "e",
        "person: [Phạm Văn Sơn 3] Trần Thị Hoa 1 location: tỉnh Lâm Đồng 2 date: Ngày 27/4 1 money: 90 triệu đồng 1",
    );
    check_list(
        "e{down}{down}{up}",
        "person: Phạm Văn Sơn 3 [Trần Thị Hoa 1] location: tỉnh Lâm Đồng 2 date: Ngày 27/4 1 money: 90 triệu đồng 1",
    );
    check_list(
        "{tab}{tab}e",
        "person: Phạm Văn Sơn 3 Trần Thị Hoa 1 location: [tỉnh Lâm Đồng 2] date: Ngày 27/4 1 money: 90 triệu đồng 1",
    );
    check_list("elâm", "location: [tỉnh Lâm Đồng 2]");
    check_list("elam d", "location: [tỉnh Lâm Đồng 2]");
    check_list("elạm", "");
    check_list("3e", "location: [tỉnh Lâm Đồng 2]");
    check_list(
        "e{tab}",
        "person: [Trần Thị Hoa 2] Phạm Văn Sơn 3 location: Hà Nội 1 Tỉnh Hòa Bình 2 tỉnh Lâm Đồng 2 Đà Lạt 1",
    );
    check_list("e{tab}hoa", "person: [Trần Thị Hoa 2] location: Tỉnh Hòa Bình 2");
    check_list("3e{tab}hoa", "location: [Tỉnh Hòa Bình 2]");
    check_list("eh{tab}{tab}", "person: [Trần Thị Hoa 1]");
}

#[test]
fn a_paste_is_typed_there() {
    let mut state = app(100, 14);
    type_in(&mut state, "e");
    send(&mut state, Msg::Paste("trần\n".into()));
    assert_eq!(listed(&state), "person: [Trần Thị Hoa 1]");
}

#[test]
fn one_goes_to_an_entity() {
    check("e", "entities #0 person:Phạm Văn Sơn 1/3");
    check("e{down}{enter}", "reader #0 person:Trần Thị Hoa 1/1");
    check("jj{enter}e{tab}tran{enter}", "reader #0 person:Trần Thị Hoa 1/1");
    check("jj{enter}e{tab}tran{enter}H", "reader #2 -/0");
    check("jj{enter}e{tab}tran{enter}{esc}", "list #0 person:Trần Thị Hoa 1/1");
    check("jj{enter}ezzz{enter}", "entities #2 location:Hà Nội 1/1");
}

/// Esc gives back what was on the screen, whatever was looked at.
#[test]
fn esc_gives_the_screen_back() {
    for before in [
        "",
        "jj{enter}G",
        "{enter}{tab}*n",
        "slam{enter}{esc}j",
        "slam{enter}n",
        "jj{enter}zjj",
        "3",
    ] {
        for looked in ["", "{down}{down}", "{tab}", "{tab}tran{down}", "zzz{tab}"] {
            let mut state = app(100, 14);
            type_in(&mut state, before);
            let place = |state: &State| {
                let top = state.reader.as_ref().map(|reader| (reader.top, reader.spot()));
                (seen(state), top, state.list_pane(), state.prefs, state.panes())
            };
            let expected = place(&state);
            type_in(&mut state, &format!("e{looked}{{esc}}"));
            assert_eq!(place(&state), expected, "{before} {looked}");
        }
    }
}
