//! The order of the list, and its groups.

use std::sync::Arc;

use super::harness::{app_of, article, send, type_in};
use crate::app::{Focus, Msg, Prefs, Sort, State};
use crate::corpus::{ArticleNo, Segment};
use crate::reading::Group;

fn dated() -> State {
    let months = ["2022-01", "2022-03", "2022-03", "2022-11", "2023-04", "2023"];
    let words = ["Đi", "An", "Bình yên", "Êm ả và lặng", "Chào", "Ăn no ngủ kỹ rồi đi"];
    let text = |(month, words)| format!(" date {month} {words} ở Đà Lạt gặp bà Trần Thị Hoa.");
    let texts: Vec<String> = months.into_iter().zip(words).map(text).collect();
    app_of(&texts.iter().map(String::as_str).collect::<Vec<_>>(), (100, 20))
}

/// Gives the numbers of the articles in the order of the list.
fn seen_order(state: &State) -> Vec<u32> {
    (0..state.row_count()).filter_map(|row| state.article_at(row)).map(|it| it.0).collect()
}

fn check(script: &str, expected: &[u32]) {
    let mut state = dated();
    type_in(&mut state, script);
    assert_eq!(seen_order(&state), expected, "after {script}");
}

#[test]
fn the_list_is_put_in_order() {
    check("o1", &[0, 1, 2, 3, 4, 5]);
    check("o2", &[4, 3, 1, 2, 0, 5]);
    check("o3", &[1, 2, 4, 5, 0, 3]);
    check("o4", &[5, 3, 2, 0, 1, 4]);
    check("jjmo6", &[2, 0, 1, 3, 4, 5]);
    check("j{enter}G{esc}o5", &[0, 2, 3, 4, 5, 1]);
    check("o2o1", &[0, 1, 2, 3, 4, 5]);
    check("o{down}{enter}", &[4, 3, 1, 2, 0, 5]);
    check("o{down}{esc}", &[0, 1, 2, 3, 4, 5]);
    check("oG{enter}", &[0, 1, 2, 3, 4, 5]);
    check("o0o9o7", &[0, 1, 2, 3, 4, 5]);
}

#[test]
fn groups_keep_the_order_inside() {
    check("o8", &[4, 3, 1, 2, 0, 5]);
    check("o8o3", &[4, 3, 1, 2, 0, 5]);
    check("o8o4", &[4, 3, 2, 1, 0, 5]);
    let mut state = dated();
    type_in(&mut state, "o8");
    let sizes = (0..6).map(|row| state.listing.group_size(row).unwrap_or(0));
    assert_eq!(sizes.collect::<Vec<_>>(), [1, 1, 2, 0, 1, 1]);
    assert_eq!(state.row_height(0), 3);
    type_in(&mut state, "o7");
    assert_eq!(state.row_height(0), 2);
}

#[test]
fn the_selection_stays_with_its_article() {
    for script in ["jjo2", "jjo3", "jjo8o3", "jjo2o1", "jj{enter}o4", "jjo2{enter}{tab}{tab}={esc}"]
    {
        let mut state = dated();
        type_in(&mut state, script);
        assert_eq!(state.selected_article(), Some(ArticleNo(2)), "after {script}");
        assert_eq!(state.reader.as_ref().map(|it| it.article), Some(ArticleNo(2)), "{script}");
    }
}

/// What is read does not go away under the cursor; the order is made anew when it is asked for.
#[test]
fn what_is_read_stays_where_it_is() {
    let mut state = dated();
    type_in(&mut state, "o5j{enter}G");
    assert_eq!(state.position(), Some((2, 6)));
    assert_eq!(seen_order(&state), [0, 1, 2, 3, 4, 5]);
    type_in(&mut state, "J");
    assert_eq!(state.position(), Some((3, 6)));
    type_in(&mut state, "o5");
    assert_eq!(seen_order(&state), [0, 2, 3, 4, 5, 1]);
    assert_eq!((state.position(), state.focus), (Some((2, 6)), Focus::Reader));
}

#[test]
fn what_is_loaded_later_takes_its_place() {
    let mut state = dated();
    type_in(&mut state, "o3jj");
    let selected = state.selected_article();
    let articles = [article(9, "Bánh mì\n\nMột bài về bánh mì ở Hội An.")].into();
    send(&mut state, Msg::Loaded(Arc::new(Segment { first: ArticleNo(6), articles })));
    assert_eq!(seen_order(&state), [1, 6, 2, 4, 5, 0, 3]);
    assert_eq!(state.selected_article(), selected);
}

#[test]
fn what_was_found_has_an_order_too() {
    let titles = |script: &str| {
        let mut state = dated();
        type_in(&mut state, script);
        let found = state.search.found.as_ref().expect("it was answered");
        let order = found.results.titles.iter().map(|hit| hit.article.0).collect::<Vec<_>>();
        (order, state.search.sort, state.listing.sort)
    };
    let best = titles("shoa{enter}").0;
    assert_eq!(titles("shoa{enter}o2"), (vec![4, 3, 1, 2, 0, 5], Sort::Date, Sort::Plain));
    assert_eq!(titles("shoa{enter}o2o1").0, best);
    assert_eq!(titles("shoa{enter}o2{esc}{esc}shoa{enter}").0, best);
    assert_eq!(titles("o2shoa{enter}"), (best, Sort::Plain, Sort::Date));
}

#[test]
fn the_order_comes_back() {
    let mut before = dated();
    type_in(&mut before, "o3o8j");
    let mut state = State::new(before.size, Prefs::default());
    state.memory = before.memory.clone();
    state.begin(0, false);
    for segment in before.library.corpus.segments() {
        send(&mut state, Msg::Loaded(Arc::clone(segment)));
    }
    assert_eq!((state.listing.sort, state.listing.group), (Sort::Title, Group::Month));
    assert_eq!(seen_order(&state), seen_order(&before));
    assert_eq!(state.selected_article(), before.selected_article());
}

/// The page is full in any order, and something is seen before what is selected.
#[test]
fn the_selection_is_seen_in_a_new_order() {
    let check = |script: &str, row: usize, top: usize| {
        let mut state = dated();
        state.update(Msg::Resize(100, 12));
        type_in(&mut state, script);
        assert_eq!((state.list.selected, state.list.top), (row, top), "after {script}");
    };
    check("o2", 4, 2);
    check("Go2", 5, 3);
    check("jjjjo2", 0, 0);
    check("jjjo4", 1, 0);
}
