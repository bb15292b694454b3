//! What is remembered of articles and sessions.

use std::time::Duration;

use ratatui::layout::Size;

use super::harness::{TEXTS, app, app_of, keys, load, send, type_in};
use super::seen;
use crate::app::{Effect, Load, Msg, PageStyle, Prefs, State, ThemeName};
use crate::corpus::ArticleNo;
use crate::reading::{Entry, Progress};

/// Gives the marks of the articles: a star, then `-` unread, `.` being read, `+` read.
fn marks(state: &State) -> String {
    let one = |number: usize| {
        let mark = state.mark(ArticleNo(number as u32));
        let sign = match mark.progress() {
            Progress::Unread => "-",
            Progress::Reading => ".",
            Progress::Read => "+",
        };
        format!("{}{sign}", if mark.star { "*" } else { "" })
    };
    (0..state.library.corpus.len()).map(one).collect::<Vec<_>>().join(" ")
}

/// Types a script; `{9}` lets so many seconds pass.
fn play(state: &mut State, script: &str) {
    let mut now = 0;
    for part in script.split_inclusive(['{', '}']) {
        match part.strip_suffix('}').map(str::parse::<u64>) {
            Some(Ok(seconds)) => {
                now += seconds;
                send(state, Msg::Time(Duration::from_secs(now)));
            }
            Some(Err(_)) => _ = type_in(state, &format!("{{{part}")),
            None => _ = type_in(state, part.trim_end_matches('{')),
        }
    }
}

fn check(script: &str, expected: &str) {
    let mut state = app(100, 14);
    play(&mut state, script);
    assert_eq!(marks(&state), expected, "after {script}");
}

#[test]
fn what_is_passed_over_is_not_read() {
    check("", "- - - -");
    check("jjj{900}kk{900}", "- - - -");
    check("{enter}JJJKK", "- - - -");
    check("{enter}{3}J{3}J{3}", "- - - -");
    check("jj{enter}/cuối{enter}n", "- - . -");
    check("jj{enter}f{esc}3{tab}{tab}", "- - . -");
}

#[test]
fn an_article_is_read_at_its_end_or_after_its_time() {
    check("jj{enter}jj", "- - - -");
    check("jj{enter}jjj", "- - . -");
    check("jj{enter}jjjjk", "- - . -");
    check("jj{enter}jjjg", "- - - -");
    check("jj{enter}  ", "- - + -");
    check("jj{enter}G", "- - + -");
    check("jj{enter}Gg", "- - + -");
    check("{enter}{9}", "+ - - -");
    check("{enter}{4}{4}", "+ - - -");
    check("{enter}{2}?{900}{esc}{2}", "- - - -");
    check("{enter} ", "+ - - -");
    check("{enter}{9}J{9}", "+ + - -");
}

/// Who goes away from the first screen has not read the article.
#[test]
fn one_screen_is_not_the_article() {
    let long = format!("Một bài dài\n\n{}", "Một câu có tám chữ ở trong đó. ".repeat(200));
    let mut state = app_of(&[&long], (100, 14));
    play(&mut state, "{enter}{9999}");
    assert_eq!(marks(&state), "-");
    assert_eq!(state.wake_at(), None, "nothing happens without a key");
    play(&mut state, "  {9999}");
    assert_eq!(marks(&state), ".");
}

#[test]
fn it_wakes_when_an_article_is_read() {
    let mut state = app(100, 14);
    assert_eq!(state.wake_at(), None);
    send(&mut state, Msg::Time(Duration::from_secs(3)));
    type_in(&mut state, "{enter}");
    let at = state.wake_at().expect("the time to read it comes");
    send(&mut state, Msg::Time(at.saturating_sub(Duration::from_millis(1))));
    assert_eq!((marks(&state), state.wake_at()), ("- - - -".into(), Some(at)));
    send(&mut state, Msg::Time(at));
    assert_eq!((marks(&state), state.wake_at()), ("+ - - -".into(), None));
}

#[test]
fn a_star_is_given_and_taken() {
    check("m", "*- - - -");
    check("jm", "- *- - -");
    check("jmm", "- - - -");
    check("j{enter}m", "- *- - -");
    check("slạm{enter}m", "- - - *-");
    check("jj{enter}Gm", "- - *+ -");
}

#[test]
fn an_article_is_marked_by_hand() {
    check("r", "+ - - -");
    check("jrr", "- - - -");
    check("slạm{enter}r", "- - - +");
    check("jj{enter}jjj{esc}r", "- - + -");
    check("jj{enter}jjj{esc}rr", "- - - -");
    check("jj{enter}Gr", "- - - -");
    // What is marked as unread while one reads it stays so until one comes back.
    check("jj{enter}Grkj{900}G", "- - . -");
    check("{enter}{9}r{900}", "- - - -");
    check("{enter}{9}r{900}JK{900}", "+ - - -");
    check("{enter}mr", "*+ - - -");
}

#[test]
fn reading_goes_on_where_it_was_left() {
    let place = |script: &str| {
        let mut state = app(100, 14);
        type_in(&mut state, script);
        seen(&state)
    };
    assert_eq!(place("jj{enter}jjjJK"), "reader #2 top 3");
    assert_eq!(place("jj{enter}jjj{esc}kj"), "list #2 top 3");
    assert_eq!(place("jj{enter}GJK"), "reader #2", "what was read begins anew");
    assert_eq!(place("jj{enter}jjj{esc}smột bài{enter}"), "reader #2 top 3 -/2");
}

/// Starts again with what was remembered, types before all is loaded, and loads.
fn again(before: &State, early: &str, size: (u16, u16)) -> State {
    let mut state = State::new(Size::new(size.0, size.1), Prefs::default());
    state.memory = before.memory.clone();
    state.begin(7, false);
    type_in(&mut state, early);
    load(&mut state, &TEXTS);
    state
}

fn left(script: &str) -> State {
    let mut state = State::new(Size::new(100, 14), Prefs::default());
    state.begin(7, false);
    load(&mut state, &TEXTS);
    type_in(&mut state, script);
    state
}

#[test]
fn one_comes_back_to_where_one_was() {
    let check = |script: &str, expected: &str| {
        let state = again(&left(script), "", (100, 14));
        assert_eq!(seen(&state), expected, "after {script}");
        state
    };
    check("", "list #0");
    check("jj", "list #2");
    check("jj{enter}jjj", "reader #2 top 3");
    check("jj{enter}jjjj{esc}", "list #2 top 4");
    check("jj{enter}G", "reader #2 top 16");
    check("jj{enter}Ggjjj", "reader #2 top 3");
    check("jj{enter}jjj?", "reader #2 top 3");
    let state = check("slam{down}{enter}", "reader #1 -/3");
    assert_eq!(state.search.line.text(), "lam");
    assert_eq!(state.selected_article(), Some(ArticleNo(1)));
    let state = check("slam{down}{enter}{esc}", "list #1 -/3");
    assert_eq!(state.selected_article(), Some(ArticleNo(1)));
    let state = check("{enter}{tab}-{esc}G", "list #3");
    assert_eq!((state.row_count(), state.list.selected), (3, 2));
    let state = check("jj{enter}zjjj>T#_Z", "reader #2 top 3");
    assert_eq!((state.prefs.zoom, state.prefs.measure), (true, 76));
    assert_eq!(state.prefs.page, PageStyle { indent: true, justify: true, dim: true });
    assert_eq!(state.prefs.theme, ThemeName::Light);
}

#[test]
fn another_width_shows_the_same_sentence() {
    let before = left("jj{enter}jjjj");
    let at = |state: &State| state.reader.as_ref().and_then(|reader| reader.spot().offset);
    for columns in [20, 41, 79, 100, 200] {
        assert_eq!(at(&again(&before, "", (columns, 14))), at(&before), "{columns}");
    }
}

/// Who does something before the article is there stays where they are.
#[test]
fn the_user_comes_first() {
    let before = left("jj{enter}jjj");
    assert_eq!(seen(&again(&before, "j", (100, 14))), "list #0");
    let mut state = State::new(Size::new(100, 14), Prefs::default());
    state.memory = before.memory.clone();
    state.begin(7, false);
    assert!(type_in(&mut state, "q"), "it quits");
    assert_eq!(state.memory, before.memory, "q changes nothing");
    load(&mut state, &TEXTS);
    type_in(&mut state, "j");
    assert_ne!(state.memory.session(7), before.memory.session(7));
}

#[test]
fn another_corpus_begins_at_its_beginning() {
    let mut state = State::new(Size::new(100, 14), Prefs::default());
    state.memory = left("jj{enter}jjj>T").memory;
    state.begin(8, false);
    load(&mut state, &TEXTS);
    assert_eq!(seen(&state), "list #0");
    assert_eq!((state.prefs.measure, state.prefs.theme), (76, ThemeName::Light));
    let mut fresh = State::new(Size::new(100, 14), Prefs::default());
    fresh.memory = state.memory.clone();
    fresh.begin(7, true);
    load(&mut fresh, &TEXTS);
    assert_eq!((seen(&fresh), fresh.prefs), ("list #0".into(), Prefs::default()));
}

/// What changes is kept at once, and what does not change is not kept again.
#[test]
fn each_change_is_kept_once() {
    let mut state = left("");
    let mut kept = |script: &str| {
        let effects = keys(script).into_iter().flat_map(|key| state.update(Msg::Key(key)));
        let kept = effects.filter_map(|effect| match effect {
            Effect::Remember(Entry::Place(..)) => Some("place"),
            Effect::Remember(Entry::Read(..)) => Some("read"),
            Effect::Remember(Entry::Star(..)) => Some("star"),
            Effect::Remember(Entry::Search(_)) => Some("search"),
            Effect::Remember(Entry::Session(_)) => Some("session"),
            _ => None,
        });
        kept.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(kept("k"), "");
    assert_eq!(kept("jj"), "session session");
    assert_eq!(kept("{enter}"), "session");
    assert_eq!(kept("jj"), "", "the title is still on the screen");
    assert_eq!(kept("jj"), "place place");
    assert_eq!(kept("gkkg"), "place");
    assert_eq!(kept("G"), "place read");
    assert_eq!(kept("G?{esc}"), "");
    assert_eq!(kept("mm"), "star star");
    assert_eq!(kept("{esc}sx"), "session");
    assert_eq!(kept("{esc}"), "");
    let effects = state.update(Msg::Progress(Load::default()));
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Remember(_))));
}

#[test]
fn searches_come_back() {
    let check = |script: &str, expected: &str| {
        let mut state = app(100, 14);
        type_in(&mut state, "slam{enter}{esc}{esc}shoa{enter}{esc}{esc}");
        type_in(&mut state, script);
        assert_eq!(state.search.line.text(), expected, "after {script}");
    };
    check("s{a-up}", "hoa");
    check("s{a-up}{a-up}", "lam");
    check("s{a-up}{a-up}{a-up}", "lam");
    check("sx{a-up}{a-up}{a-down}{a-down}{a-down}", "x");
    check("s{a-up}x{a-up}", "hoa");
    check("s{a-up}x{a-up}{a-down}", "hoax");
    check("s{a-down}", "");
    check("s{a-up}{a-up}{enter}{esc}{esc}s{a-up}", "lam");
}
