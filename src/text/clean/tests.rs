use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use super::*;

fn check(raw: &str, expected: &str) {
    assert_eq!(clean(raw).as_str(), expected, "{raw:?}");
}

#[test]
fn leaves_newspaper_text_alone() {
    for text in ["", "Lâm Đồng", "“Vu khống” – 90 triệu đồng…", "30-NQ/TW\n\nHòa\u{A0}Bình", "₫ €"]
    {
        check(text, text);
    }
}

#[test]
fn composes() {
    check("Ho\u{300}a", "Hòa");
    check("Đô\u{300}ng", "Đồng");
    check("e\u{302}\u{323}", "ệ");
    check("e\u{323}\u{302}", "ệ");
    check("ơ\u{301}", "ớ");
}

#[test]
fn unifies_line_breaks_and_spaces() {
    check("a\r\nb\rc\u{2028}d\u{2029}e\u{B}f\u{C}g\u{85}h", "a\nb\nc\nd\ne\nf\ng\nh");
    check("a\tb\u{3000}c\u{2003}d\u{202F}e", "a b c d\u{A0}e");
    assert_eq!(clean_line("a\r\nb").as_str(), "a b");
}

#[test]
fn keeps_words_apart_where_controls_were() {
    check("a\u{7}b", "a b");
    check("a \u{7F}\u{0}b", "a b");
    check("\u{1B}]52;c;eA==\u{7}x", "]52;c;eA== x");
    check("\u{9B}31mred", "31mred");
}

#[test]
fn removes_what_is_not_seen() {
    check("Vi\u{200B}ệt\u{FEFF}", "Việt");
    check("\u{202E}abc\u{202C}\u{2066}", "abc");
    check("mềm\u{AD}mại", "mềmmại");
    check("x\u{E0001}\u{E0041}\u{FE0F}\u{2061}y", "xy");
    check("👍🏽 🏽", "👍 ◌🏽");
}

#[test]
fn replaces_private_and_noncharacters() {
    check("\u{F0B7} a \u{E000}\u{FFFE}", "• a \u{FFFD}\u{FFFD}");
}

#[test]
fn gives_a_lone_mark_a_base() {
    check("\u{301}a", "\u{25CC}\u{301}a");
    check("a \u{323}", "a \u{25CC}\u{323}");
    check(" \u{FF9E}\n\u{E33}", " \u{25CC}\u{FF9E}\n\u{25CC}\u{E33}");
    check("\u{D4E} a\u{D4E}\nb", "\u{D4E}\u{25CC} a\u{D4E}\u{25CC}\nb");
    assert_eq!(clean_line("\u{D4E}\n").as_str(), "\u{D4E}\u{25CC} ");
}

#[test]
fn bounds_clusters() {
    let many = format!("A{}", "\u{32D}".repeat(5_000));
    assert_eq!(clean(&many).chars().count(), 1 + MAX_MARKS);
    let jamo = "\u{1100}".repeat(1_000);
    assert!(clean(&jamo).len() <= 32 + 3);
}

fn is_safe(c: char) -> bool {
    c == '\n' || !(c.is_control() || matches!(class(c), Class::Drop | Class::Return))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]
    #[test]
    fn holds_its_promises(raw in "\\PC*|(?s:.*)|[ae\u{301}\u{302}\u{323}\u{200B}\u{1100}\u{1F3FD}👍\r\n\t\u{1B} ]*") {
        let text = clean(&raw);
        prop_assert!(text.chars().all(is_safe));
        prop_assert!(unicode_normalization::is_nfc(&text));
        prop_assert_eq!(clean(&text), text.clone(), "idempotent");
        for cluster in text.graphemes(true) {
            prop_assert!(cluster.len() <= 32, "{:?}", cluster);
            let width = crate::text::width(cluster);
            prop_assert!(cluster == "\n" || (1..=4).contains(&width), "{:?}", cluster);
        }
        prop_assert!(!clean_line(&raw).contains('\n'));
    }
}
