//! Clean text that comes back from where it was kept: it is looked at again, without being copied
//! for that. Almost all of it is plain; only the characters beside others are cleaned again.

use std::io::BufRead;
use std::ops::Range;

use super::class::is_plain;
use super::{CleanText, clean};
use crate::bytes::{Reader, parts};

impl CleanText {
    /// Reads texts that were kept; gives nothing when one of them is not clean.
    pub(crate) fn read_all(reader: &mut Reader<impl BufRead>) -> Option<Vec<Self>> {
        let mut read = Vec::new();
        reader.texts(|all, ends| {
            for text in parts(all, ends) {
                read.push(Self(text?.into()));
            }
            are_clean(all, ends).then_some(())
        })?;
        Some(read)
    }
}

/// Tells whether texts that stand one behind the other are clean; `ends` are the ends of each.
///
/// What [`clean`] makes of the text before two plain characters does not depend on what comes after
/// the first of them, nor the other way round: no mark, cluster or composition reaches from one plain
/// character to the next.
pub(crate) fn are_clean(all: &str, ends: &[usize]) -> bool {
    let mut from = 0;
    while let Some(odd) = odd_block(all.as_bytes(), from) {
        let around = widen(all.as_bytes(), ends, odd);
        let inner = ends.partition_point(|&end| end <= around.start);
        let last = ends.partition_point(|&end| end < around.end);
        let mut start = around.start;
        for end in ends[inner..last].iter().copied().chain([around.end]) {
            if !all.get(start..end).is_some_and(is_clean) {
                return false;
            }
            start = end;
        }
        from = around.end;
    }
    true
}

/// Widens a block until it begins and ends between two plain letters, or with a text.
fn widen(bytes: &[u8], ends: &[usize], block: Range<usize>) -> Range<usize> {
    let letter = |byte: u8| matches!(byte, b' '..=b'~');
    let parts = |at: &usize| letter(bytes[at - 1]) && letter(bytes[*at]);
    let first = ends.partition_point(|&end| end <= block.start).checked_sub(1);
    let first = first.map_or(0, |first| ends[first]);
    let last = ends.get(ends.partition_point(|&end| end < block.end));
    let last = last.copied().unwrap_or(bytes.len());
    let start = (first + 1..=block.start).rev().find(parts).unwrap_or(first);
    start..(block.end..last).find(parts).unwrap_or(last)
}

/// Tells whether a text is clean; it looks at the characters that are not plain with those beside
/// them.
fn is_clean(text: &str) -> bool {
    let is_same = |text: &str| *clean(text) == *text;
    let (mut start, mut odd, mut after_plain) = (0, false, false);
    for (at, c) in text.char_indices() {
        let plain = is_plain(c);
        if plain && after_plain {
            if odd && !is_same(&text[start..at]) {
                return false;
            }
            (start, odd) = (at, false);
        }
        odd |= !plain;
        after_plain = plain;
    }
    !odd || is_same(&text[start..])
}

/// Sets how many bytes are looked at together.
const BLOCK: usize = 1 << 10;

/// Finds the first block from a place on that has a character which is not plain, as `is_plain`
/// tells for one of them; it looks at bytes, many at a time.
fn odd_block(bytes: &[u8], from: usize) -> Option<Range<usize>> {
    let mut starts = (from..bytes.len()).step_by(BLOCK);
    starts.find_map(|start| {
        let block = start..(start + BLOCK).min(bytes.len());
        // The first two bytes of all have none before them.
        let begin = block.start.max(2).min(block.end);
        let before = |at: usize, back| at.checked_sub(back).map_or(0, |at: usize| bytes[at]);
        let mut odd =
            (block.start..begin).any(|at| is_odd([before(at, 2), before(at, 1), bytes[at]]));
        if begin < block.end {
            let (two, one) = (&bytes[begin - 2..block.end - 2], &bytes[begin - 1..block.end - 1]);
            let threes = two.iter().zip(one).zip(&bytes[begin..block.end]);
            odd |= threes.fold(false, |odd, ((&a, &b), &c)| odd | is_odd([a, b, c]));
        }
        odd.then_some(block)
    })
}

/// Tells whether a byte of a text does not belong to a plain character; two are those before it.
/// There is no branch in it, so that it is done for many bytes at once.
#[expect(clippy::needless_bitwise_bool, reason = "a branch would stop the vectors")]
const fn is_odd([second, first, here]: [u8; 3]) -> bool {
    let control = (here < 0x20) & (here != b'\n') | (here == 0x7F);
    // What begins characters from U+0080 to U+024F, U+1000 to U+1FFF and U+2000 to U+2FFF.
    let leads = here >= 0xC0;
    let strange = leads & ((here < 0xC2) | (here > 0xC9)) & (here != 0xE1) & (here != 0xE2);
    let latin =
        (first == 0xC2) & ((here < 0xA0) | (here == 0xAD)) | (first == 0xC9) & (here > 0x8F);
    let long = (first == 0xE1) & (here != 0xBA) & (here != 0xBB)
        | (first == 0xE2) & (here != 0x80) & (here != 0x82);
    let vietnamese =
        (second == 0xE1) & ((first == 0xBA) & (here < 0xA0) | (first == 0xBB) & (here > 0xB9));
    let sign = (second == 0xE2)
        & ((first == 0x80) & ((here < 0x90) | (here > 0xA7))
            | (first == 0x82) & (here != 0xAB) & (here != 0xAC));
    control | strange | latin | long | vietnamese | sign
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn bytes_tell_the_same_as_characters() {
        for c in (0..=0x0010_FFFF).filter_map(char::from_u32) {
            let plain = odd_block(c.encode_utf8(&mut [0; 4]).as_bytes(), 0).is_none();
            assert_eq!(plain, is_plain(c), "{c:?}");
        }
    }

    fn check(texts: &[&str], expected: bool) {
        let ends = texts.iter().scan(0, |end, text| {
            *end += text.len();
            Some(*end)
        });
        let ends: Vec<_> = ends.collect();
        assert_eq!(are_clean(&texts.concat(), &ends), expected, "{texts:?}");
    }

    #[test]
    fn only_clean_text_is_taken() {
        let long = "Tin về Lâm Đồng. ".repeat(BLOCK);
        check(&[], true);
        check(&["Đọc báo", "", "日本", "a\u{301}".replace("a\u{301}", "á").as_str()], true);
        check(&["Đọc báo", "\u{1b}[2J"], false);
        check(&["a", "\u{301}"], false);
        check(&["a\u{301}"], false);
        check(&["a\tb"], false);
        check(&[&long, "日本", &long, "日本\n"], true);
        check(&[&long, "日本", &long, "日\u{200B}本"], false);
        check(&[&format!("{long}日本\n{long}\r\n{long}")], false);
        check(&[&format!("{long}日本{long}\n\u{302}{long}")], false);
        check(&[&long, &format!("{long}日本\n日{long}本\n"), "", &long], true);
    }

    proptest! {
        #[test]
        fn any_mixture_is_judged_as_its_characters(text in "[\\n -~À-ỹ₫€–…\u{AD}\u{7F}\u{2028}日]{0,40}") {
            prop_assert_eq!(odd_block(text.as_bytes(), 0).is_none(), text.chars().all(is_plain));
        }

        #[test]
        fn what_was_cleaned_is_clean(text in any::<String>()) {
            let text = clean(&text);
            prop_assert!(are_clean(&text, &[text.len()]));
        }

        #[test]
        fn text_is_judged_as_by_cleaning_it(
            texts in prop::collection::vec("[\\n ae\u{301}\u{302}\u{200B}\u{1100}\u{1F3FD}👍日\r\t]{0,6}(Đọc báo ){0,200}", 0..9),
        ) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            check(&texts, texts.iter().all(|text| *clean(text) == **text));
        }
    }
}
