//! Justification: which gaps of a line get one more column, so that it ends where the others do.

use super::Span;
use super::width::width;
use super::wrap::is_space;

/// Gives the places in `line` behind which one more column stays free, so that the line takes
/// `columns`; sorted.
///
/// Gaps between words come first; those inside of `names`, which are sorted and apart, get a column
/// only when all others have one. No gap gets two: there are no places at all in a line that would
/// need that, which so stays ragged.
pub fn justify(text: &str, line: Span, columns: usize, names: &[Span]) -> Vec<u32> {
    let spare = columns.saturating_sub(width(line.of(text)));
    let first = names.partition_point(|name| name.end <= line.start);
    let here: Vec<_> = names[first..].iter().take_while(|name| name.start < line.end).collect();
    let is_inside = |gap: &u32| here.iter().any(|name| name.start < *gap && *gap < name.end);
    let (inside, between): (Vec<_>, Vec<_>) = gaps(text, line).into_iter().partition(is_inside);
    if spare > between.len() + inside.len() {
        return Vec::new();
    }
    let rest = spare.saturating_sub(between.len());
    let mut chosen: Vec<u32> = evenly(&between, spare - rest).collect();
    chosen.extend(evenly(&inside, rest));
    chosen.sort_unstable();
    chosen
}

/// Gives where the gaps of a line end that are one space.
fn gaps(text: &str, line: Span) -> Vec<u32> {
    let shown = line.of(text);
    let ends = shown.match_indices(is_space).filter_map(|(at, space)| {
        let (before, after) = (&shown[..at], &shown[at + space.len()..]);
        let wider = before.ends_with(is_space) || after.starts_with(is_space);
        (!wider && !after.is_empty()).then_some(at + space.len())
    });
    ends.map(|end| line.start + end as u32).collect()
}

/// Takes `count` of the gaps, of which there are as many or more, at even distances.
fn evenly(gaps: &[u32], count: usize) -> impl Iterator<Item = u32> {
    let all = gaps.len().max(1);
    let share = move |index: usize| (index * count + all / 2) / all;
    let is_taken = move |index: usize| share(index + 1) > share(index);
    gaps.iter().enumerate().filter(move |(index, _)| is_taken(*index)).map(|(_, &gap)| gap)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Justifies a line in which `~` stands for the spaces of names; compares it as it is shown.
    fn check(line: &str, columns: usize, expected: &str) {
        let text = line.replace('~', " ");
        let mut names = Vec::new();
        let mut at = 0;
        for word in line.split(' ') {
            if word.contains('~') {
                names.push(Span::new(at, at + word.len()));
            }
            at += word.len() + 1;
        }
        let mut shown = text.clone();
        for place in justify(&text, Span::new(0, text.len()), columns, &names).iter().rev() {
            shown.insert(*place as usize, ' ');
        }
        assert_eq!(shown, expected, "{line} at {columns}");
    }

    #[test]
    fn lines_end_where_the_others_do() {
        check("một hai ba bốn", 14, "một hai ba bốn");
        check("một hai ba bốn", 15, "một hai  ba bốn");
        check("một hai ba bốn", 16, "một  hai ba  bốn");
        check("một hai ba bốn", 17, "một  hai  ba  bốn");
        check("日本 và Đà Lạt", 15, "日本 và  Đà Lạt");
        check("một  hai ba", 12, "một  hai  ba");
    }

    #[test]
    fn a_line_that_would_have_holes_stays_ragged() {
        check("một hai ba bốn", 18, "một hai ba bốn");
        check("một", 9, "một");
        check("", 9, "");
        check("quá dài rồi", 3, "quá dài rồi");
        check("a\u{A0}b c", 7, "a\u{A0}b c");
    }

    #[test]
    fn names_are_widened_last() {
        check("ông Phạm~Văn~Sơn ở Đà~Lạt", 26, "ông Phạm Văn Sơn  ở Đà Lạt");
        check("ông Phạm~Văn~Sơn ở Đà~Lạt", 28, "ông  Phạm Văn Sơn  ở  Đà Lạt");
        check("ông Phạm~Văn~Sơn ở Đà~Lạt", 29, "ông  Phạm Văn  Sơn  ở  Đà Lạt");
        check("ông Phạm~Văn~Sơn ở Đà~Lạt", 31, "ông  Phạm  Văn  Sơn  ở  Đà  Lạt");
        check("ông Phạm~Văn~Sơn ở Đà~Lạt", 32, "ông Phạm Văn Sơn ở Đà Lạt");
    }

    proptest! {
        #[test]
        fn a_line_is_full_or_as_it_was(
            words in prop::collection::vec("[a-zđạ日]{1,5}", 1..20),
            more in 0_usize..30,
            name in (0_usize..60, 0_usize..20),
        ) {
            let text = words.join(" ");
            let columns = width(&text) + more;
            let start = text.floor_char_boundary(name.0);
            let name = Span::new(start, text.floor_char_boundary(start + name.1));
            let places = justify(&text, Span::new(0, text.len()), columns, &[name]);
            prop_assert!(places.is_sorted_by(|one, other| one < other));
            prop_assert!(places.iter().all(|&at| text[..at as usize].ends_with(' ')));
            prop_assert!(places.len() == more || places.is_empty() && more >= words.len());
        }
    }
}
