//! Keys of the user's choice.

use super::*;

/// Makes an application with keys of a configuration.
fn app_with(keys: &str) -> State {
    let (config, faults) = Config::parse(&format!("[keys]\n{keys}"));
    assert_eq!(faults, []);
    app(100, 14).with_keymap(config.keymap)
}

fn check_with(keys: &str, script: &str, expected: &str) {
    let mut state = app_with(keys);
    type_in(&mut state, script);
    assert_eq!(seen(&state), expected, "after {script}");
}

#[test]
fn keys_that_follow_each_other_do_one_thing() {
    let keys = "first = [\"g g\"]\nlast = [\"g e\", \"G\"]\nnext-mention = \"i i\"";
    check_with(keys, "ge", "list #3");
    check_with(keys, "gegg", "list #0");
    check_with(keys, "gjj", "list #1");
    check_with(keys, "g{esc}jgxj", "list #2");
    check_with(keys, "{enter}ii{enter}", "reader #0 person:Phạm Văn Sơn");
    check_with(keys, "gs", "list #0");
    check_with(
        "card = \"i\"\nopen-line = \"i k\"\nup = \"up\"",
        "{enter}{tab}iik",
        "reader #0 person:Phạm Văn Sơn",
    );
}

#[test]
fn what_is_said_names_the_keys_that_there_are() {
    let check = |keys: &str, script: &str, expected: &str| {
        let mut state = app_with(keys);
        type_in(&mut state, script);
        assert_eq!(state.notice.as_deref(), Some(expected), "after {script} with {keys}");
    };
    check("", "*", "Tab to an entity first, then * follows it");
    check("follow = [\"%\", \"*\"]", "*", "Tab to an entity first, then % follows it");
    check("next-mention = \"i i\"", "*", "i i to an entity first, then * follows it");
    let rejected = |key: &str| format!("this is not Phạm Văn Sơn · {key} undoes");
    check("", "{enter}1{tab}x", &rejected("u"));
    check("undo = \"f13\"", "{enter}1{tab}x", &rejected("F13"));
    check("undo = []", "{enter}1{tab}x", &rejected(": undo"));
    check("undo = []\npalette = []", "{enter}1{tab}x", &rejected("undo"));
}

#[test]
fn ctrl_c_quits_unless_it_is_bound() {
    let press = |state: &mut State| {
        let control = crossterm::event::KeyModifiers::CONTROL;
        let key = crossterm::event::KeyEvent::new(KeyCode::Char('c'), control);
        matches!(state.update(Msg::Key(key))[..], [Effect::Quit])
    };
    assert!(press(&mut app_with("quit = []")));
    assert!(!press(&mut app_with("quit = \"q\"\ndown = \"ctrl-c\"")));
}

#[test]
fn the_menu_comes_after_a_moment_and_goes_with_the_next_key() {
    let mut state = app_with("first = [\"g g\"]\nlast = [\"g e\"]");
    let moment = |state: &mut State, number| {
        state.update(Msg::Moment(number));
        state.menu.shown
    };
    let effects = state.update(Msg::Key(keys("g")[0]));
    assert!(matches!(effects[..], [Effect::ShowMenuSoon(1)]));
    assert!(!state.menu.shown && !moment(&mut state, 0) && moment(&mut state, 1));
    type_in(&mut state, "e");
    assert!(!state.menu.shown && !moment(&mut state, 1));
    type_in(&mut state, "g");
    assert!(!moment(&mut state, 1) && moment(&mut state, 2));
}

#[test]
fn help_and_palette_show_the_chosen_keys() {
    let mut state = app_with("first = [\"g g\"]");
    type_in(&mut state, ":g g");
    let overlay = state.overlay.as_ref().expect("it is open");
    assert!(
        matches!(&overlay.rows[..], [OverlayRow::Action { info, .. }, ..] if info.name == "first")
    );
}

#[test]
fn the_background_tells_the_colours_until_the_user_does() {
    let mut state = app(100, 14);
    state.update(Msg::Background(ThemeName::Light));
    assert_eq!(state.prefs.theme, ThemeName::Dark, "nobody asked");
    state.prefs.auto_theme = true;
    state.update(Msg::Background(ThemeName::Light));
    assert_eq!(state.prefs.theme, ThemeName::Light);
    type_in(&mut state, "T");
    state.update(Msg::Background(ThemeName::Light));
    assert_eq!(state.prefs.theme, ThemeName::Dark);
}
