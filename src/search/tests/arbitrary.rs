//! What holds of any texts and any query.

use proptest::prelude::*;

use super::*;

/// Makes texts of few words that differ in marks, case or length.
fn text(
    count: impl Into<prop::collection::SizeRange>,
    gaps: &'static [&'static str],
) -> impl Strategy<Value = String> {
    let words =
        ["an", "ân", "ấn", "lam", "lâm", "Lạm", "đồng", "dong", "Đông", "hoa", "hòa", "hoà"];
    let words = prop::sample::select([&words[..], &["h", "đ", "a", "hoang"]].concat());
    let part = (words, prop::sample::select(gaps)).prop_map(|(word, gap)| format!("{word}{gap}"));
    prop::collection::vec(part, count).prop_map(|parts| parts.concat())
}

/// Makes texts of such words; some have them behind their leads only.
fn far_text() -> impl Strategy<Value = String> {
    let text = text(1..12, &[" ", ", ", ".", "\n"]);
    (any::<bool>(), text).prop_map(|(far, text)| {
        if far { format!("{}{text}", "x ".repeat(index::LEAD_WORDS)) } else { text }
    })
}

proptest! {
    #[test]
    fn finds_what_the_slow_way_finds(
        texts in prop::collection::vec(far_text(), 1..=LIMITS.passages),
        typed in text(1..4, &[" "]),
    ) {
        let typed = typed.trim_end();
        prop_assume!(typed.split(' ').any(|word| Syllable::new(&clean(word)).skeleton().len() > 1));
        // Titles that never answer, so that the articles that are found are those with passages.
        let all: Vec<_> = texts.iter().map(|text| ("x", text.as_str(), "")).collect();
        let on = corpus(&all);
        let results = search(&on, &Query::parse(typed), LIMITS, &|| false).unwrap();
        let mut found: Vec<_> = results.passages.iter().map(|hit| hit.article.index()).collect();
        // What is not looked at, because it cannot be among the best, is not among them.
        let few = Limits { passages: 2, ..LIMITS };
        let best = search(&on, &Query::parse(typed), few, &|| false).unwrap();
        prop_assert_eq!(&best.passages[..], &results.passages[..results.passages.len().min(2)]);
        prop_assert_eq!(best.totals, results.totals);
        found.sort_unstable();
        let expected: Vec<_> =
            (0..texts.len()).filter(|&at| has_all(&clean(&texts[at]), &clean(typed))).collect();
        // Only when nothing has all words, fewer are looked for.
        prop_assert_eq!(if results.notes.is_empty() { found } else { Vec::new() }, expected);
    }

    #[test]
    fn spans_are_sorted_and_inside(
        title in ".{0,30}|[a-dA-Dâđ .]{0,30}",
        body in "(.|\n){0,80}|[a-dA-Dâđ .\n]{0,300}",
        typed in ".{0,12}|[a-dâđ .\"'-]{0,12}",
    ) {
        let on = corpus(&[(&title.replace('\n', " "), &body, "2023")]);
        let text = on.segments[0].segment.articles[0].text.clone();
        let query = Query::parse(&typed);
        let results = search(&on, &query, LIMITS, &|| false).unwrap();
        let whole = Span::new(0, text.len());
        let mut lists = vec![(whole, find_in(&text, &query))];
        lists.extend(results.titles.into_iter().map(|hit| (whole, hit.matches)));
        lists.extend(results.passages.into_iter().map(|hit| (hit.snippet, hit.matches)));
        for (bounds, spans) in lists {
            prop_assert!(text.get(bounds.range()).is_some());
            prop_assert!(spans.iter().all(|span| bounds.covers(*span) && !span.is_empty()));
            prop_assert!(spans.iter().all(|span| text.get(span.range()).is_some()));
            prop_assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start));
        }
    }
}
