use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::*;
use crate::text::{Span, clean};

fn check(source: &str, folded: &str) {
    assert_eq!(fold(&clean(source)).as_str(), folded, "{source}");
    assert_eq!(fold_str(&clean(source)), folded, "{source}");
}

/// Gives the 67 accented letters in lower case with the letter that each folds to.
fn accented() -> Vec<(char, char)> {
    let mut all = vec![('đ', 'd')];
    for base in ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"] {
        let bare = base.nfd().next().expect("a base is not empty");
        for tone in ["", "\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"] {
            let composed: String = format!("{base}{tone}").nfc().collect();
            let letter = composed.chars().next().expect("a letter is not empty");
            assert_eq!(composed.chars().count(), 1);
            if letter != bare {
                all.push((letter, bare));
            }
        }
    }
    all
}

#[test]
fn folds_each_accented_letter_in_both_cases_and_forms() {
    let letters = accented();
    assert_eq!(letters.len(), 67);
    for (letter, bare) in letters {
        for case in [letter.to_string(), letter.to_uppercase().to_string()] {
            check(&case, &bare.to_string());
            check(&case.nfd().collect::<String>(), &bare.to_string());
        }
    }
}

#[test]
fn folds() {
    check("LÂM ĐỒNG", "lam dong");
    check("hoà hòa", "hoa hoa");
    check("TP.\u{A0}HCM – “Đà Lạt”", "tp. hcm - \"da lat\"");
    check("Ðà Nẵng, Ɖ ð", "da nang, d d");
    check("Müller, Çelik, naïve", "muller, celik, naive");
    check("ΑΘΉΝΑ Москва 日本 한국", "αθηνα москва 日本 한국");
    check("q\u{323}\u{304}x", "qx");
    check("", "");
}

#[test]
fn finds_the_way_back() {
    let source = clean("Ở Lâm Đồng, q\u{323}\u{304}x và Đà Lạt ".repeat(9).as_str());
    let folded = fold(&source);
    let at = folded.as_str().rfind("lam dong").expect("it is there");
    assert_eq!(folded.to_source(&source, Span::new(at, at + 8)).of(&source), "Lâm Đồng");
    let at = folded.as_str().rfind("qx").expect("it is there");
    assert_eq!(folded.to_source(&source, Span::new(at, at + 1)).of(&source), "q\u{323}\u{304}");
}

proptest! {
    #[test]
    fn maps_each_character_back(raw in "(\\PC|[đĐạộ\u{301}\u{20DD}日한𝒳]){0,200}") {
        let source = clean(&raw);
        let folded = fold(&source);
        let mut end = 0;
        for (at, c) in folded.as_str().char_indices() {
            let span = folded.to_source(&source, Span::new(at, at + c.len_utf8()));
            prop_assert!(span.start as usize >= end && !span.is_empty());
            prop_assert_eq!(span.of(&source).chars().find_map(fold_char), Some(c));
            end = span.end as usize;
        }
        let whole = folded.to_source(&source, Span::new(0, folded.as_str().len()));
        prop_assert!(folded.as_str().is_empty() || whole.end as usize == source.len());
    }
}
