//! Laying the letters of a typed word over the words of a name: which letters of which words, at
//! the least cost. Dynamic programming over words and letters, so the time is bounded.

use crate::text::{Span, words};

/// Limits the words that may lie unmatched between matched ones, all together.
const MAX_SKIPPED: usize = 2;

/// Represents letters laid over words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Alignment {
    /// The matched letters, in folded bytes; a piece for each word, two where a letter strays.
    pub spans: Vec<Span>,
    /// How many words lie unmatched in between.
    pub skipped: usize,
    /// How many letters stray: neither start a word nor follow the one before.
    pub strays: usize,
}

/// Represents what it costs to get somewhere, and how one got there; less is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Step {
    strays: usize,
    skipped: usize,
    /// How many words are matched: the fewer, the longer the pieces.
    pieces: usize,
    /// Where the pieces in the last matched word lie; the second one is empty without a stray.
    last: [Span; 2],
    /// The word and the letters matched before it, of the state that this one came from.
    from: (usize, usize),
}

/// Lays `letters` over the words of folded text; nothing when they do not fit as words allow.
pub(super) fn align(letters: &str, folded: &str, max_strays: usize) -> Option<Alignment> {
    let words: Vec<_> = words(folded).collect();
    // `table[word][matched]`: the cheapest way to have `matched` letters before `word`, the last
    // of them in the word before it or in one skipped since.
    let mut table = vec![vec![None::<Step>; letters.len() + 1]; words.len() + 1];
    let start = Step { strays: 0, skipped: 0, pieces: 0, last: [Span::default(); 2], from: (0, 0) };
    for (at, &word) in words.iter().enumerate() {
        table[at][0] = Some(start);
        for matched in 0..letters.len() {
            let Some(here) = table[at][matched] else { continue };
            if matched > 0 && here.skipped < MAX_SKIPPED {
                relax(&mut table[at + 1][matched], Step { skipped: here.skipped + 1, ..here });
            }
            for (count, pieces) in pieces(&letters[matched..], folded, word, max_strays) {
                let strays = here.strays + usize::from(!pieces[1].is_empty());
                let step = Step {
                    strays,
                    pieces: here.pieces + 1,
                    last: pieces,
                    from: (at, matched),
                    ..here
                };
                if strays <= max_strays {
                    relax(&mut table[at + 1][matched + count], step);
                }
            }
        }
    }
    let ends = table.iter().filter_map(|row| row[letters.len()]);
    Some(trace(&table, ends.min()?))
}

fn relax(cell: &mut Option<Step>, step: Step) {
    if cell.is_none_or(|there| step < there) {
        *cell = Some(step);
    }
}

/// Lists the beginnings of `letters` that a word may take: so many letters, and where they lie.
fn pieces(letters: &str, folded: &str, word: Span, max_strays: usize) -> Vec<(usize, [Span; 2])> {
    let (start, text) = (word.start as usize, word.of(folded));
    let common = common(letters, text);
    let whole = (1..=common)
        .filter(|&count| text.is_char_boundary(count))
        .map(|count| (count, [Span::new(start, start + count), Span::default()]));
    let mut found: Vec<_> = whole.collect();
    if max_strays == 0 || common == 0 || common == letters.len() {
        return found;
    }
    // One letter is left out in the word: go on behind it, as far as possible.
    for (at, _) in text.char_indices().filter(|&(at, _)| at > common) {
        let more = self::common(&letters[common..], &text[at..]);
        if more > 0 {
            let second = Span::new(start + at, start + at + more);
            found.push((common + more, [Span::new(start, start + common), second]));
        }
    }
    found
}

/// Gives the length of the common beginning of two texts, in whole characters.
fn common(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8()).sum()
}

fn trace(table: &[Vec<Option<Step>>], end: Step) -> Alignment {
    let (skipped, strays) = (end.skipped, end.strays);
    let mut spans: Vec<Span> = Vec::new();
    let mut step = Some(end);
    while let Some(here) = step.filter(|here| here.pieces > 0) {
        spans.extend(here.last.iter().rev().filter(|span| !span.is_empty()));
        step = table[here.from.0][here.from.1];
    }
    spans.reverse();
    Alignment { spans, skipped, strays }
}
