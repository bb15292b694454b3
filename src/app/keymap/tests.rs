use std::collections::HashSet;

use super::*;

#[test]
fn each_key_of_the_table_can_be_read_and_means_one_thing() {
    let mut seen = HashSet::new();
    for info in ACTIONS {
        for name in info.keys {
            let key = parse_key(name).unwrap_or_else(|| panic!("{name} cannot be read"));
            assert!(seen.insert((info.place, key)), "{name} is bound twice");
        }
    }
}

#[test]
fn each_action_has_a_key_that_is_no_letter() {
    for info in ACTIONS {
        let plain =
            |name: &&&str| name.chars().count() > 1 || !name.starts_with(char::is_alphabetic);
        assert!(info.keys.iter().any(|name| plain(&name)), "{}", info.name);
    }
}

#[test]
fn no_letter_waits_for_a_vietnamese_mark() {
    // What is no motion and rarely done may have such a letter: its other key is none.
    let quick = ACTIONS.iter().filter(|info| {
        !matches!(
            info.action,
            Action::Merge | Action::Undo | Action::Entities | Action::Copy | Action::Sort
        )
    });
    for name in quick.flat_map(|info| info.keys) {
        assert!(!["a", "e", "i", "o", "u", "y", "d", "w"].contains(name), "{name}");
    }
}

#[test]
fn shows_keys() {
    for (name, shown) in [
        ("ctrl-d", "Ctrl-d"),
        ("shift-f3", "Shift-F3"),
        ("alt-left", "Alt-←"),
        ("space", "Space"),
        ("<", "<"),
        ("G", "G"),
    ] {
        assert_eq!(key_name(name), shown);
    }
}

#[test]
fn finds_actions() {
    let keymap = Keymap::default();
    let press = |place, code, modifiers| keymap.action(place, KeyEvent::new(code, modifiers));
    let none = KeyModifiers::NONE;
    assert_eq!(press(Place::List, KeyCode::Char('/'), none), Some(Action::Search));
    assert_eq!(press(Place::Reader, KeyCode::Char('/'), none), Some(Action::Find));
    assert_eq!(press(Place::Reader, KeyCode::Char('G'), KeyModifiers::SHIFT), Some(Action::Last));
    assert_eq!(
        press(Place::List, KeyCode::BackTab, KeyModifiers::SHIFT),
        Some(Action::PreviousMention)
    );
    assert_eq!(press(Place::Reader, KeyCode::Enter, none), Some(Action::Card));
    assert_eq!(press(Place::Card, KeyCode::Enter, none), Some(Action::Open));
    assert_eq!(press(Place::Reader, KeyCode::Right, none), None);
}

#[test]
fn keys_that_follow_each_other_are_one() {
    let mut chosen = vec![None; ACTIONS.len()];
    let at = |name| ACTIONS.iter().position(|info| info.name == name).expect("it is there");
    chosen[at("first")] = Some(vec!["g g".to_owned(), "home".to_owned()]);
    chosen[at("last")] = Some(vec!["g e".to_owned(), "j".to_owned()]);
    let (keymap, clashes) = Keymap::new(&chosen);
    let key = |c| KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE);
    let meaning =
        |typed: &str| keymap.meaning(Place::List, &typed.chars().map(key).collect::<Vec<_>>());
    assert_eq!(meaning("g"), Meaning::Begins);
    assert_eq!(meaning("gg"), Meaning::Does(Action::First));
    assert_eq!(meaning("ge"), Meaning::Does(Action::Last));
    assert_eq!(meaning("gx"), Meaning::Nothing);
    assert_eq!(meaning("j"), Meaning::Does(Action::Last), "what was chosen comes first");
    let clash = Clash { loser: at("down"), winner: at("last"), keys: "j".into() };
    assert_eq!(clashes, [clash]);
    let menu: Vec<_> = keymap.following(Place::List, &[key('g')]);
    let menu: Vec<_> = menu.iter().map(|(key, info)| format!("{key} {}", info.name)).collect();
    assert_eq!(menu, ["g first", "e last"]);
}
