use ratatui::style::{Color, Modifier};

use super::*;
use crate::app::{ACTIONS, DEFAULTS, PageStyle};
use crate::entity::Kind;

/// Compares what is wrong with a configuration: `line: why`, one a line.
fn check(source: &str, expected: &[&str]) {
    let (_, faults) = Config::parse(source);
    let said: Vec<_> = faults.iter().map(|it| format!("{}: {}", it.line, &*it.why)).collect();
    assert_eq!(said, expected, "{source}");
}

#[test]
fn the_reference_says_what_holds_without_it() {
    let (config, faults) = Config::parse(DEFAULTS);
    assert_eq!((config, faults), (Config::default(), Vec::new()));
    let (_, keys) = DEFAULTS.split_once("[keys]").expect("there are keys");
    let named: Vec<_> = keys.lines().filter_map(|line| line.split_once(" = ")).collect();
    let known: Vec<_> =
        ACTIONS.iter().map(|info| (info.name, format!("{:?}", info.keys))).collect();
    let known: Vec<_> = known.iter().map(|(name, keys)| (*name, keys.as_str())).collect();
    assert_eq!(named, known);
}

#[test]
fn settings_hold() {
    let source = "language = \"vi\"\ntheme = \"light\"\nmeasure = 60\nmouse = true\n\
                  indent = true\ndim = true\ntwo-panes = 90\nthree-panes = 150\nwords-a-minute = 300\n\
                  [keys]\nfirst = [\"g g\", \"home\"]\nredraw = \"f5\"\nquit = []\n";
    let (config, faults) = Config::parse(source);
    assert_eq!(faults, []);
    assert_eq!(config.language, Some(Language::Vietnamese));
    assert_eq!(config.theme, Some(ThemeName::Light));
    let Prefs { measure, two_panes, three_panes, words_a_minute, .. } = config.prefs;
    assert_eq!((measure, two_panes, three_panes, words_a_minute), (60, 90, 150, 300));
    assert_eq!(config.prefs.page, PageStyle { indent: true, justify: false, dim: true });
    let keys = |name| {
        let info = ACTIONS.iter().find(|info| info.name == name).expect("it is there");
        config.keymap.shown(info).join(" / ")
    };
    assert_eq!(keys("first"), "g g / Home");
    assert_eq!(keys("redraw"), "F5");
    assert_eq!(keys("quit"), "");
    assert_eq!(keys("down"), "j / ↓");
}

#[test]
fn faults_name_the_line_and_the_nearest_word() {
    check("", &[]);
    check("\nmesure = 60", &["2: no setting is called mesure; the nearest is measure"]);
    check("measure = 4", &["1: measure is a number from 40 to 120"]);
    check("measure = \"wide\"", &["1: measure is a number from 40 to 120"]);
    let theme = "1: theme is one of \"auto\", \"dark\", \"light\"; the nearest to lihgt is light";
    check("theme = \"lihgt\"", &[theme]);
    check("language = 3", &["1: language is one of \"auto\", \"en\", \"vi\""]);
    check("mouse = 1", &["1: mouse is true or false"]);
    check("dim = \"no\"", &["1: dim is true or false"]);
    check(
        "[keys]\npagedown = \"x\"",
        &["2: no action is called pagedown; the nearest is page-down"],
    );
    check("[keys]\nquit = [\"ctlr-d\"]", &["2: no key is called ctlr-d; the nearest is ctrl-d"]);
    check("[keys]\nquit = \"g esk\"", &["2: no key is called esk; the nearest is esc"]);
    check("[keys]\nquit = 3", &["2: quit has keys: [\"j\", \"down\", \"g g\"]"]);
    check("keys = 3", &["1: keys is a table: [keys], and below it action = [\"key\", ...]"]);
}

#[test]
fn kinds_have_colours_and_signs() {
    let source = "[kinds.person]\nrgb = \"#010203\"\nsigns = [\"bold\", \"italic\"]\n\
                  [kinds.money]\nansi = \"light red\"\n";
    let (config, faults) = Config::parse(source);
    assert_eq!(faults, []);
    let person = KindStyle {
        rgb: Some(Color::Rgb(1, 2, 3)),
        ansi: None,
        signs: Some(Modifier::BOLD | Modifier::ITALIC),
    };
    assert_eq!(config.kinds[Kind::Person.index()], person);
    assert_eq!(config.kinds[Kind::Money.index()].ansi, Some(Color::LightRed));
    check("[kinds]\npresident = 1", &["2: no kind is called president; the nearest is person"]);
    check("[kinds]\nlaw = 1", &["2: law is a table of rgb, ansi and signs"]);
    check("kinds = 1", &["1: kinds is a table: [kinds.person], and below it rgb, ansi or signs"]);
    check(
        "[kinds.law]\nsings = []",
        &["2: no setting of a kind is called sings; the nearest is signs"],
    );
    check("[kinds.law]\nrgb = \"red\"", &["2: rgb is a colour, as \"#7fdbca\""]);
    check("[kinds.law]\nrgb = \"#12345\"", &["2: rgb is a colour, as \"#7fdbca\""]);
    check(
        "[kinds.law]\nsigns = [\"blod\", \"dim\"]",
        &["2: no sign is called blod; the nearest is bold"],
    );
    check("[kinds.law]\nsigns = \"bold\"", &["2: signs is a list, as [\"bold\", \"underlined\"]"]);
    let (_, faults) = Config::parse("[kinds.law]\nansi = \"light gren\"");
    assert!(faults[0].why.ends_with("; the nearest to light gren is light green"), "{faults:?}");
}

#[test]
fn a_key_that_is_bound_twice_names_both() {
    check("[keys]\nquit = \"n\"", &["2: n is bound to quit and to next-match, by default"]);
    check("[keys]\nquit = \"i\"\nundo = \"i\"", &["2: i is bound to undo and to quit"]);
    check("[keys]\nquit = \"i i\"\nundo = \"i\"", &["2: i i is bound to undo and to quit"]);
    check("[keys]\nfind = \"q\"", &["2: q is bound to find and to quit, by default"]);
    check("[keys]\nopen = \"f13\"\nfind = \"f13\"", &[]);
}

#[test]
fn the_rest_of_a_file_with_faults_holds() {
    let source = "measure = = 3\nwords-a-minute = 300\nthem = \"light\"\n[keys]\nquit = \"Q\"\n";
    let (config, faults) = Config::parse(source);
    assert_eq!(config.prefs.words_a_minute, 300);
    let lines: Vec<_> = faults.iter().map(|fault| fault.line).collect();
    assert!(lines.contains(&1) && lines.contains(&3), "{faults:?}");
    let quit = ACTIONS.iter().find(|info| info.name == "quit").expect("it is there");
    assert_eq!(config.keymap.shown(quit), ["Q"]);
}

proptest::proptest! {
    #[test]
    fn no_text_breaks_it(source in "([a-z\"=\\[\\]\n #0-9-]|measure|keys|\\PC){0,80}") {
        let (_, faults) = Config::parse(&source);
        for fault in faults {
            proptest::prop_assert!(fault.why.chars().all(crate::text::is_visible));
        }
    }
}
