//! The wheel, and copying.

use ratatui::layout::Position;

use super::harness::{app, keys, send, type_in};
use super::seen;
use crate::app::{Effect, Mouse, Msg};

/// Turns the wheel over a place, after a script.
fn check_wheel(script: &str, (x, y): (u16, u16), notches: isize, expected: &str) {
    let mut state = app(100, 14);
    type_in(&mut state, script);
    send(&mut state, Msg::Mouse(Mouse::Wheel(Position::new(x, y), notches)));
    assert_eq!(seen(&state), expected, "after {script}, {notches} notches");
}

#[test]
fn the_wheel_scrolls_what_it_is_over() {
    check_wheel("", (5, 5), 2, "list #2");
    check_wheel("G", (5, 5), -1, "list #2");
    check_wheel("jj", (60, 5), 1, "list #2 top 3");
    check_wheel("jj{enter}", (60, 5), isize::MAX, "reader #2 top 16");
    check_wheel("jj{enter}", (5, 5), -1, "reader #1");
    check_wheel("e", (5, 5), 1, "entities #0 person:Trần Thị Hoa 1/1");
    check_wheel("", (5, 13), 3, "list #0");
}

/// Copies after a script what a key names; compares text, or else what is said.
fn check_copy(script: &str, key: &str, expected: &str) {
    let mut state = app(100, 20);
    type_in(&mut state, script);
    let effects = keys(&format!("y{key}")).into_iter().flat_map(|key| state.update(Msg::Key(key)));
    let copied = effects.collect::<Vec<_>>().into_iter().find_map(|effect| match effect {
        Effect::Copy(text) => Some(text),
        _ => None,
    });
    let found = copied.or(state.notice).unwrap_or_default();
    assert_eq!(found, expected, "{script} y {key}");
}

#[test]
fn what_one_asks_for_is_copied() {
    let source = "— Ông Phạm Văn Sơn ở Lâm Đồng · 0.txt";
    check_copy("", "t", "Ông Phạm Văn Sơn ở Lâm Đồng");
    check_copy("{enter}1{tab}", "n", "Phạm Văn Sơn");
    check_copy("{enter}7{tab}", "n", "90 triệu đồng");
    let sentence = "Ngày 27/4, ông Phạm Văn Sơn tới tỉnh Lâm Đồng với 90 triệu đồng.";
    check_copy("{enter}", "s", &format!("{sentence}\n\n{source}"));
    check_copy("{enter}7{tab}", "s", &format!("{sentence}\n\n{source}"));
    let last = "Ông Phạm Văn Sơn gặp bà Trần Thị Hoa.";
    check_copy("{enter}1{back}", "p", &format!("{last}\n\n{source}"));
    check_copy(
        "j{enter}/đường{enter}nn",
        "s",
        concat!(
            "Người dân hoan nghênh việc làm này vì đường cũ đã hỏng nhiều năm.\n\n",
            "— Hòa Bình làm đường · 1.txt",
        ),
    );
    check_copy("", "l", "there is no such thing to copy here");
    check_copy("{enter}", "n", "there is no such thing to copy here");
    check_copy("", "{esc}", "");
    check_copy("{enter}1{back}{enter}", "n", "Trần Thị Hoa");
}
