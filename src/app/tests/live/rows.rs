//! The rows of the list while files change.

use super::{change, list};
use crate::app::tests::harness::{app, app_of, type_in};
use crate::app::tests::seen;
use crate::app::{Outdated, State};
use crate::corpus::ArticleNo;

/// Gives forty texts with a date in two months.
fn many() -> Vec<String> {
    let text = |number| format!(" date 2023-0{} Bài số {number} ở Đà Lạt.", number % 2 + 1);
    (0..40).map(text).collect()
}

fn app_of_many(rows: u16) -> State {
    let texts = many();
    app_of(&texts.iter().map(String::as_str).collect::<Vec<_>>(), (100, rows))
}

/// Compares the list after a script and a change: the numbers of its first rows, and that the
/// selected article stands on the same line.
fn check_line(script: &str, new: &[&str], gone: &[(u32, Option<u32>)], selected: u32) {
    let mut state = app_of_many(20);
    type_in(&mut state, script);
    let line = |state: &State| {
        let rows = state.list.top..state.list.selected;
        rows.map(|row| state.row_height(row)).sum::<u16>()
    };
    let before = line(&state);
    change(&mut state, new, gone);
    assert_eq!(state.selected_article(), Some(ArticleNo(selected)), "{script} {gone:?}");
    assert_eq!(line(&state), before, "{script} {gone:?}");
}

#[test]
fn the_selected_row_stays_where_it_is() {
    let down = "j".repeat(20);
    let up = format!("{down}kkkkkkk");
    for order in ["", "o2", "o3", "o4", "o8", "o9", "3{tab}="] {
        let at = |script: &str| format!("{order}{script}");
        for script in [at(&down), at(&up)] {
            let mut state = app_of_many(20);
            type_in(&mut state, &script);
            let selected = state.selected_article().expect("one is").0;
            check_line(&script, &["Bài mới"], &[], selected);
            let others: Vec<_> =
                (0..10).filter(|&it| it != selected).map(|it| (it, None)).collect();
            check_line(&script, &["Bài mới"], &others, selected);
            check_line(&script, &[], &[(selected, None)], selected);
            check_line(&script, &[&many()[selected as usize]], &[(selected, Some(40))], 40);
        }
    }
    check_line("", &["Bài mới"], &[(5, None)], 0);
}

#[test]
fn a_new_form_stands_where_the_old_one_stood() {
    let mut state = app(100, 14);
    change(&mut state, &["Hòa Bình làm đường mới"], &[(1, Some(4))]);
    assert_eq!(list(&state).0, [0, 4, 2, 3]);
    change(&mut state, &["Hòa Bình làm đường mới nữa", "Bài mới"], &[(4, Some(5))]);
    assert_eq!(list(&state).0, [0, 5, 2, 3, 6]);
    assert_eq!(state.library.len(), 5);
}

#[test]
fn a_row_that_is_no_more_stays_until_one_leaves_it() {
    let mut state = app(100, 14);
    type_in(&mut state, "jj");
    change(&mut state, &[], &[(1, None), (2, None)]);
    assert_eq!(list(&state), (vec![0, 2, 3], 1, 0));
    assert_eq!(state.outdated(), Some(Outdated::Gone));
    type_in(&mut state, "j");
    assert_eq!(list(&state), (vec![0, 3], 1, 0));
    assert_eq!((seen(&state), state.outdated()), ("list #3".into(), None));
}

#[test]
fn all_may_go() {
    let mut state = app(100, 14);
    change(&mut state, &[], &[(0, None), (1, None), (2, None), (3, None)]);
    assert_eq!((list(&state).0, state.library.len()), (vec![0], 0));
    type_in(&mut state, "jjk{enter}J");
    assert_eq!(seen(&state), "reader #0");
    change(&mut state, &["Bài mới"], &[]);
    type_in(&mut state, "J");
    assert_eq!((seen(&state), list(&state).0), ("reader #4".into(), vec![4]));
}
