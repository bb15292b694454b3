use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use super::phrase::PLACES;
use super::*;
use crate::app::ACTIONS;

/// Gives the keys that the program asks for, with the names of their places.
fn asked() -> BTreeMap<String, BTreeSet<&'static str>> {
    let phrases =
        PLACES.iter().map(|(key, names)| ((*key).into(), names.iter().copied().collect()));
    let actions = ACTIONS.iter().map(|info| (format!("action:{}", info.name), BTreeSet::new()));
    let kinds = Kind::ALL.map(|kind| (format!("kind:{}", kind.name()), BTreeSet::new()));
    phrases.chain(actions).chain(kinds).collect()
}

/// Gives the names of the places of a text.
fn places(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).map(|tail| tail.split('}').next().unwrap_or_default()).collect()
}

/// Gives the places of a text that are for the keys of actions.
fn keys(text: &str) -> BTreeSet<&str> {
    let keys = places(text).into_iter().filter(|name| name.starts_with("key:"));
    keys.inspect(|key| assert!(ACTIONS.iter().any(|info| info.name == &key[4..]), "{text}"))
        .collect()
}

/// Lists the default keys that no text may name, since they may be others; what is typed in menus and
/// lines stays what it is.
#[test]
fn no_text_names_a_key_that_can_be_changed() {
    let fixed = ["CopyWhat", "HelpHint", "PaletteHint", "DiagnosticsHint"];
    for (key, texts) in lines(STRINGS).filter(|(key, _)| !fixed.contains(key)) {
        for word in texts.iter().flat_map(|text| text.split(' ')) {
            let word = word.trim_matches([',', ':', ';', '(', ')']);
            let named = ACTIONS.iter().flat_map(|info| info.keys).any(|&it| {
                let shown = crate::app::key_name(it);
                word == shown && (it.len() > 1 || !word.starts_with(char::is_alphabetic))
            });
            // Months and entities have lines of their own, with keys of their own.
            let own = ["action:entities", "HistoryEnds"].contains(&key) || word == "·";
            assert!(!named || own, "{key}: {word}");
        }
    }
}

/// A phrase that names keys is said by the state, which knows them.
#[test]
fn what_names_keys_is_said_with_them() {
    let code = code();
    for (key, texts) in lines(STRINGS).filter(|(_, texts)| texts[0].contains("{key:")) {
        assert!(!code.contains(&format!("language.say(Phrase::{key}")), "{key}: {texts:?}");
    }
}

#[test]
fn each_key_is_there_once_in_both_languages_and_none_is_left() {
    let mut asked = asked();
    for (key, texts) in lines(STRINGS) {
        let Some(names) = asked.remove(key) else { panic!("{key} is not asked for, or is twice") };
        for text in texts {
            assert!(!text.is_empty() && text.trim() == text, "{key}: {text:?}");
            for form in text.split('|') {
                let (of_keys, found): (BTreeSet<_>, BTreeSet<_>) =
                    places(form).into_iter().partition(|name| name.starts_with("key:"));
                assert_eq!(of_keys, keys(texts[0]), "{key}: {form}");
                let optional = BTreeSet::from(["count"]);
                assert!(found.is_subset(&names), "{key}: {form}");
                assert!(
                    names.difference(&found).all(|name| optional.contains(name)),
                    "{key}: {form}"
                );
            }
            assert!(
                !text.contains('|') || names.contains("count") || key.starts_with("kind:"),
                "{key}"
            );
        }
        let counted = texts.map(|text| text.contains("{count}"));
        assert_eq!(counted[0], counted[1], "{key}");
        assert!(!texts[1].contains('|'), "{key}: Vietnamese has no plural");
    }
    assert!(asked.is_empty(), "no text for {:?}", asked.keys());
}

/// Gives the code of the program but for the list of phrases, without tests.
fn code() -> String {
    let (mut code, mut folders) = (String::new(), vec![PathBuf::from("src")]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the sources are there").flatten() {
            let path = entry.path();
            match path.file_name().and_then(|name| name.to_str()) {
                Some("tests" | "tests.rs" | "phrase.rs") => {}
                _ if path.is_dir() => folders.push(path),
                _ => code.push_str(&fs::read_to_string(&path).unwrap_or_default()),
            }
        }
    }
    code
}

#[test]
fn each_phrase_is_said_somewhere() {
    let code = code();
    let said: BTreeSet<&str> = code
        .split("Phrase::")
        .filter_map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric()).next())
        .collect();
    let unused: Vec<_> = PLACES.iter().filter(|(key, _)| !said.contains(key)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn each_line_of_the_table_has_three_cells_of_clean_text() {
    for line in STRINGS.lines().filter(|line| !line.starts_with('#')) {
        assert_eq!(line.split('\t').count(), 3, "{line}");
        let cells = line.split('\t').collect::<String>();
        assert_eq!(*crate::text::clean_line(&cells), *cells, "{line}");
    }
}

#[test]
fn says_in_either_language() {
    let check = |phrase: Phrase, english: &str, vietnamese: &str| {
        let said = Language::ALL.map(|language| language.say(phrase));
        assert_eq!(said, [english, vietnamese]);
    };
    check(Phrase::Articles { count: 1 }, "1 article", "1 bài");
    check(Phrase::Articles { count: 1_038 }, "1,038 articles", "1.038 bài");
    check(Phrase::Entities { count: 0 }, "0 entities", "0 thực thể");
    check(Phrase::Matches { count: 2 }, "2 matches", "2 chỗ khớp");
    check(Phrase::Took { milliseconds: 0.25 }, "0.2 ms", "0,2 ms");
    check(Phrase::NothingFound, "nothing found", "không tìm thấy gì");
    let typed = Phrase::NoteReadAs { typed: "{typed}|", text: "quân" };
    check(typed, "{typed}| read as quân", "{typed}| hiểu là quân");
    let said = Language::ALL.map(|language| language.kinds(Kind::Person));
    assert_eq!(said, ["persons", "người"]);
}

#[test]
fn numbers_are_written_as_the_language_does() {
    for (number, english, vietnamese) in [
        (0, "0", "0"),
        (999, "999", "999"),
        (1_000, "1,000", "1.000"),
        (1_234_567, "1,234,567", "1.234.567"),
    ] {
        let written = Language::ALL.map(|language| language.number(number));
        assert_eq!(written, [english, vietnamese]);
    }
}

#[test]
fn the_locale_tells_the_language() {
    let check = |variables: [&str; 3], expected| {
        assert_eq!(Language::of_locale(variables), expected, "{variables:?}");
    };
    check(["", "", ""], Language::English);
    check(["", "", "vi_VN.UTF-8"], Language::Vietnamese);
    check(["", "vi", "en_US.UTF-8"], Language::Vietnamese);
    check(["C", "vi_VN", "vi_VN"], Language::English);
    check(["VI-vn", "", ""], Language::Vietnamese);
    check(["", "", "vie_XX"], Language::English);
    check(["", "", "C.UTF-8"], Language::English);
}
