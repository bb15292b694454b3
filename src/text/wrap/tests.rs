use proptest::prelude::*;

use super::*;
use crate::text::clean;

fn lines<'t>(text: &'t str, columns: usize, glue: &[&str]) -> Vec<&'t str> {
    let mut spans: Vec<Span> = glue
        .iter()
        .flat_map(|name| text.match_indices(name).map(|(at, m)| Span::new(at, at + m.len())))
        .collect();
    spans.sort_unstable();
    let area = Span::new(0, text.len());
    wrap(text, area, columns, 0, &spans).into_iter().map(|line| line.of(text)).collect()
}

fn check(text: &str, columns: usize, glue: &[&str], expected: &[&str]) {
    assert_eq!(lines(text, columns, glue), expected, "{text:?} at {columns}");
}

#[test]
fn breaks_at_white_space_only() {
    check("tỉnh Lâm Đồng đã", 10, &[], &["tỉnh Lâm", "Đồng đã"]);
    check("số 30-NQ/TW UBND-HĐND", 11, &[], &["số 30-NQ/TW", "UBND-HĐND"]);
    check("một  hai   ba", 8, &[], &["một  hai", "ba"]);
    check("Hòa\u{A0}Bình ơi", 9, &[], &["Hòa\u{A0}Bình", "ơi"]);
    check("  thụt đầu  ", 99, &[], &["thụt đầu"]);
    check("", 5, &[], &[""]);
    check("   ", 5, &[], &[""]);
}

#[test]
fn keeps_names_whole() {
    check("tỉnh Lâm Đồng đã", 10, &["Lâm Đồng"], &["tỉnh", "Lâm Đồng", "đã"]);
    check("ở (Lâm Đồng), và", 12, &["Lâm Đồng"], &["ở", "(Lâm Đồng),", "và"]);
    check("90 triệu đồng", 8, &["90 triệu đồng"], &["90 triệu", "đồng"]);
    check("A B C D", 3, &["A B", "B C"], &["A B", "C D"]);
}

#[test]
fn breaks_what_fits_no_line() {
    check("abcdefgh", 3, &[], &["abc", "def", "gh"]);
    check("x abcdefgh y", 4, &[], &["x", "abcd", "efgh", "y"]);
    check("日本語", 3, &[], &["日", "本", "語"]);
    check("日本", 1, &[], &["日", "本"]);
    check("a\u{A0}b\u{A0}c", 3, &[], &["a\u{A0}b", "\u{A0}c"]);
    check("abc", 0, &[], &["a", "b", "c"]);
}

#[test]
fn the_first_line_is_set_in() {
    let check = |text: &str, glue: &[Span], expected: &[&str]| {
        let lines = wrap(text, Span::new(0, text.len()), 8, 3, glue);
        assert_eq!(lines.iter().map(|line| line.of(text)).collect::<Vec<_>>(), expected, "{text}");
    };
    check("một hai ba bốn", &[], &["một", "hai ba", "bốn"]);
    check("hai ba bốn", &[], &["hai", "ba bốn"]);
    check("abcdefghijkl", &[], &["abcde", "fghijkl"]);
    check("Lâm Đồng", &[Span::new(0, "Lâm Đồng".len())], &["Lâm", "Đồng"]);
    check("ở Lâm Đồng", &[Span::new("ở ".len(), "ở Lâm Đồng".len())], &["ở", "Lâm Đồng"]);
}

#[test]
fn stays_inside_its_area() {
    let text = "một hai ba bốn";
    let area = Span::new("một ".len(), "một hai ba".len());
    let glue = [Span::new(0, text.len())];
    for glue in [&[][..], &glue] {
        let lines = wrap(text, area, 3, 0, glue);
        assert_eq!(lines.iter().map(|line| line.of(text)).collect::<Vec<_>>(), ["hai", "ba"]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]
    #[test]
    fn holds_its_promises(
        raw in "(\\PC|[ \u{A0}đạ日\u{301}👍-]| [a-zĐ]{1,9}){0,120}",
        columns in 1_usize..=200,
        indent in 0_usize..=6,
        cuts in prop::collection::vec(0_usize..300, 0..8),
    ) {
        let text = crate::text::clean_line(&raw);
        let mut cuts: Vec<_> = cuts.iter().map(|&at| text.floor_char_boundary(at)).collect();
        cuts.sort_unstable();
        let glue: Vec<_> = cuts.chunks_exact(2).map(|pair| Span::new(pair[0], pair[1])).collect();
        let lines = wrap(&text, Span::new(0, text.len()), columns, indent, &glue);
        let mut end = 0;
        for line in &lines {
            let gap = &text[end..line.start as usize];
            prop_assert!(gap.chars().all(|c| c.is_whitespace() && c != '\u{A0}'), "lost {gap:?}");
            let wide = width(line.of(&text));
            let one = line.of(&text).graphemes(true).count() <= 1;
            let room = if end == 0 { columns.saturating_sub(indent).max(1) } else { columns };
            prop_assert!(wide <= room || one, "{wide} at {room}");
            end = line.end as usize;
        }
        prop_assert!(text[end..].trim().is_empty());
    }

    #[test]
    fn does_not_part_what_is_glued(width in 12_usize..=200, words in prop::collection::vec("[a-zđ]{1,5}", 1..60)) {
        let text = clean(&words.join(" "));
        let glue: Vec<_> = words_in_pairs(&text);
        let lines = wrap(&text, Span::new(0, text.len()), width, 0, &glue);
        for pair in glue {
            prop_assert!(lines.iter().any(|line| line.covers(pair)));
        }
    }
}

fn words_in_pairs(text: &str) -> Vec<Span> {
    let words: Vec<_> = crate::text::words(text).collect();
    words.chunks_exact(2).map(|pair| Span { start: pair[0].start, end: pair[1].end }).collect()
}
