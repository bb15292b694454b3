//! Jumping by labels.

use super::harness::{app, type_in};
use super::{check, seen};
use crate::app::State;

/// Gives the labels with what they stand on, the nearest first.
fn labels(state: &State) -> String {
    let (Some(labels), Some(reader)) = (&state.labels, &state.reader) else { return String::new() };
    let text = &state.library.article(reader.article).expect("it is open").text;
    let mention = |at: usize| reader.resolved.mentions[at].span.of(text);
    let shown = labels.shown().map(|label| format!("{}:{}", label.text, mention(label.mention)));
    shown.collect::<Vec<_>>().join(" ")
}

fn check_labels(script: &str, expected: &str) {
    let mut state = app(100, 14);
    type_in(&mut state, script);
    assert_eq!(labels(&state), expected, "after {script}");
}

#[test]
fn each_mention_on_the_screen_has_a_label() {
    let all = "j:Phạm Văn Sơn k:90 triệu đồng h:Trần Thị Hoa g:tỉnh Lâm Đồng j:Phạm Văn Sơn \
        f:Ngày 27/4 g:Lâm Đồng j:Phạm Văn Sơn";
    check_labels("f", all);
    check_labels("3;", "j:tỉnh Lâm Đồng j:Lâm Đồng");
    check_labels("3{tab}f", "j:tỉnh Lâm Đồng");
    check_labels("fj", "");
    check_labels("9f", "");
}

#[test]
fn a_label_goes_to_its_mention() {
    check("fk", "list #0 money:90 triệu đồng");
    check("{enter}fk", "reader #0 money:90 triệu đồng");
    check("fK", "reader #0 money:90 triệu đồng !90 triệu đồng: only names have a card");
    check("3fj", "list #0 location:tỉnh Lâm Đồng");
    check("3fj;j", "list #0 location:Lâm Đồng");
    check("{tab}*fh", "list #0 person:Phạm Văn Sơn 2/3");
    check("{tab}*fJ", "reader #0 location:Lâm Đồng -/3");
    check("f{esc}", "list #0");
    check("f1", "list #0");
    check("f{down}", "list #0");
    check("9f", "list #0 !no event on the screen");
    check("jj{enter}9f", "reader #2 !no event on the screen");
}

#[test]
fn labels_need_an_article_on_the_screen() {
    let mut state = app(60, 14);
    type_in(&mut state, "f");
    assert_eq!(seen(&state), "list #0 !labels are for an article on the screen: open one first");
}
