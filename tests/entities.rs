//! The tagger on arbitrary text and on the marked seed articles.

#![allow(clippy::unwrap_used, reason = "a test may fail by panicking")]

use std::collections::BTreeSet;

use docbao::entity::{Kind, Mention, Tagger};
use proptest::prelude::*;

/// Checks what must hold of the mentions of any text.
fn check_invariants(text: &str, mentions: &[Mention]) {
    let mut last = 0;
    for mention in mentions {
        let range = mention.span.range();
        assert!(range.start >= last && !range.is_empty(), "{mentions:?} in {text:?}");
        assert!(text.get(range.clone()).is_some_and(|name| name.trim() == name));
        last = range.end;
    }
}

/// Words and marks that the matchers look for, so that arbitrary mixtures reach deep into them.
const PIECES: [&str; 64] = [
    "ngày",
    "Ngày",
    "tháng",
    "năm",
    "quý",
    "giai đoạn",
    "sáng",
    "hôm",
    "mùng",
    "Tết",
    "27/4",
    "2021-2025",
    "1.998",
    "5",
    "100",
    "%",
    "triệu",
    "đồng",
    "USD",
    "một",
    "hai",
    "năm",
    "người",
    "vụ",
    "km",
    "Nghị quyết",
    "số",
    "30-NQ/TW",
    "Luật",
    "An ninh mạng",
    "Quy chế",
    "về",
    "Điều",
    "khoản",
    "Phó",
    "Chủ tịch",
    "UBND",
    "tỉnh",
    "Thiếu tướng",
    "Nguyễn",
    "Văn",
    "Giang",
    "Bộ",
    "Công an",
    "Cục",
    "và",
    ",",
    ".",
    "-",
    "(",
    ")",
    "\"",
    "Hội nghị",
    "lần thứ",
    "bão",
    "U23",
    "Việt Nam",
    "công ty",
    "Trường",
    "Q.",
    "TP.HCM",
    "Ảnh:",
    "\n",
    "đường",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_text_gives_sorted_mentions(text in any::<String>()) {
        check_invariants(&text, &Tagger::shared().tag(&text));
    }

    #[test]
    fn any_mixture_of_words_gives_sorted_mentions(
        pieces in prop::collection::vec((prop::sample::select(PIECES.to_vec()), any::<bool>()), 0..40)
    ) {
        let text: String =
            pieces.iter().flat_map(|(piece, space)| [*piece, if *space { " " } else { "" }]).collect();
        check_invariants(&text, &Tagger::shared().tag(&text));
    }
}

#[test]
fn every_end_of_a_seed_is_safe() {
    let text = include_str!("../seeds/000_a67fe91cfa96657e.txt");
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).filter(|at| at % 7 == 0).collect();
    for end in ends {
        check_invariants(&text[..end], &Tagger::shared().tag(&text[..end]));
    }
}

#[test]
fn long_text_without_spaces_is_tagged() {
    for unit in ["a", "A", "1", "A ", "1,", "A-", "Nguyễn ", "công ty ", "Điều 1, ", "1 triệu "]
    {
        let text = unit.repeat(200_000 / unit.len());
        check_invariants(&text, &Tagger::shared().tag(&text));
    }
}

/// Gives the hits, the found and the marked mentions of the seed articles.
fn score_seeds() -> (usize, usize, usize) {
    let (mut hits, mut found_count, mut gold_count) = (0, 0, 0);
    for line in include_str!("data/seeds.gold.jsonl").lines() {
        let article: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = article["text"].as_str().unwrap();
        let header = " date 2023-04".len();
        let point = |byte: usize| text[..byte].chars().count() as u64;
        let found: BTreeSet<(u64, u64, Kind)> = Tagger::shared()
            .tag(&text[header..])
            .iter()
            .map(|m| (m.span.range().start + header, m.span.range().end + header, m.kind))
            .map(|(start, end, kind)| (point(start), point(end), kind))
            .collect();
        let gold: BTreeSet<(u64, u64, Kind)> = article["entities"]
            .as_array()
            .unwrap()
            .iter()
            .map(|e| {
                let kind = Kind::from_name(e["type"].as_str().unwrap()).unwrap();
                (e["start"].as_u64().unwrap(), e["end"].as_u64().unwrap(), kind)
            })
            .collect();
        hits += found.intersection(&gold).count();
        found_count += found.len();
        gold_count += gold.len();
    }
    (hits, found_count, gold_count)
}

#[test]
fn seeds_keep_their_score() {
    let (hits, found, gold) = score_seeds();
    let f1 = 200 * hits / (found + gold);
    assert!(f1 >= 95, "F1 on the seeds fell to {f1} ({hits} hits, {found} found, {gold} marked)");
}
