//! Abbreviations and their long forms: those that docbao carries, and the user's own beside them.

use std::collections::HashMap;

use super::query::Word;
use crate::corpus::Diagnostic;
use crate::entity::abbreviations::{all, squeeze};
use crate::text::{CleanText, Fit, Syllable, clean_line};

/// Limits the lines of the user's file.
const MAX_LINES: usize = 2_000;

/// Limits the long forms of one short form, and the words of one: a search looks for all of them.
const MAX_LONG_FORMS: usize = 4;
const MAX_WORDS: usize = 16;

/// Holds abbreviations, to be looked up from either side.
#[derive(Debug)]
pub struct Abbreviations {
    pairs: Vec<Pair>,
    /// The pairs of the bare letters of a short form, without its signs.
    by_short: HashMap<String, Vec<usize>>,
    /// The pairs of which the long form begins with a word of these bare letters.
    by_first: HashMap<String, Vec<usize>>,
}

/// Represents a short form with one of its long forms, in words, at least one each.
#[derive(Debug)]
pub(super) struct Pair {
    /// The short form as one word.
    joined: String,
    pub short: Vec<Word>,
    pub long: Vec<Word>,
}

impl Default for Abbreviations {
    /// Gives those that docbao carries.
    fn default() -> Self {
        let (pairs, by_short, by_first) = (Vec::new(), HashMap::new(), HashMap::new());
        let mut carried = Self { pairs, by_short, by_first };
        for (short, long) in all() {
            // A test says that none is refused.
            let _ = carried.add(short, long);
        }
        carried
    }
}

impl Abbreviations {
    /// Gives those that docbao carries with those of the user's file, which is `bytes` in UTF-8 of
    /// the form of `assets/abbreviations.tsv`: `short<TAB>long` on a line, `#` before a remark.
    ///
    /// A short form may have several long forms, and one that docbao knows has both. A line that
    /// cannot be read costs that line; the diagnostics name it and the file.
    pub fn with_own(bytes: &[u8], file: &CleanText) -> (Self, Vec<Diagnostic>) {
        let mut abbreviations = Self::default();
        let mut troubles = Vec::new();
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        for (line, number) in bytes.split(|&byte| byte == b'\n').zip(1..) {
            let read = match number {
                _ if line.trim_ascii().is_empty() => continue,
                ..=MAX_LINES => abbreviations.add_line(line),
                _ => Err(format!("is not read on: it has more than {MAX_LINES} lines")),
            };
            let at = Some(number as u64);
            troubles.extend(read.err().map(|why| Diagnostic::warning(file, at, &why)));
            if number > MAX_LINES {
                break;
            }
        }
        (abbreviations, troubles)
    }

    fn add_line(&mut self, line: &[u8]) -> Result<(), String> {
        let line = str::from_utf8(line).map_err(|_| "is skipped: it is not UTF-8")?;
        if line.starts_with('#') {
            return Ok(());
        }
        let (short, long) = line
            .split_once('\t')
            .ok_or("is skipped: there is no tab between a short form and its long form")?;
        self.add(&clean_line(short), &clean_line(long))
    }

    /// Adds a pair of clean texts, unless it is there; says why it cannot be one.
    fn add(&mut self, short: &str, long: &str) -> Result<(), String> {
        let joined = squeeze(short).to_lowercase();
        let letters = Syllable::new(&joined).skeleton().to_owned();
        let pair = Pair { joined, short: Word::all_of(short), long: Word::all_of(long) };
        let Some(first) = pair.long.first().filter(|_| !pair.short.is_empty()) else {
            return Err("is skipped: a form has no letters".into());
        };
        if pair.short.len().max(pair.long.len()) > MAX_WORDS {
            return Err(format!("is skipped: a form has more than {MAX_WORDS} words"));
        }
        let of_short = self.by_short.entry(letters).or_default();
        let same = of_short.iter().map(|&at| &self.pairs[at]);
        let mut same = same.filter(|known| known.joined == pair.joined);
        if same.clone().any(|known| known.long == pair.long) {
            return Ok(());
        }
        if same.nth(MAX_LONG_FORMS - 1).is_some() {
            return Err(format!("is skipped: {short} has {MAX_LONG_FORMS} long forms already"));
        }
        of_short.push(self.pairs.len());
        let first = first.syllable.skeleton().to_owned();
        self.by_first.entry(first).or_default().push(self.pairs.len());
        self.pairs.push(pair);
        Ok(())
    }

    /// Gives the pairs of a short form, typed as words are: `tttt` is `TT-TT`, and `hdnd` is `HĐND`.
    pub(super) fn of_short(&self, short: &str) -> impl Iterator<Item = &Pair> {
        let typed = Syllable::new(&squeeze(short).to_lowercase());
        let found = self.at(self.by_short.get(typed.skeleton()));
        found.filter(move |pair| typed.fit(&pair.joined).is_some_and(|fit| fit >= Fit::Free))
    }

    /// Gives the pairs of which the long form begins with a word.
    pub(super) fn of_first(&self, word: &Word) -> impl Iterator<Item = &Pair> {
        self.at(self.by_first.get(word.syllable.skeleton()))
    }

    fn at<'a>(&'a self, found: Option<&'a Vec<usize>>) -> impl Iterator<Item = &'a Pair> {
        found.into_iter().flatten().map(|&at| &self.pairs[at])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Compares the long forms of a short form, and what is said of a file.
    fn check(file: &[u8], short: &str, long: &[&str], said: &[&str]) {
        let (found, troubles) = Abbreviations::with_own(file, &clean_line("own.tsv"));
        let written = |word: &Word| word.typed.clone();
        let forms = found.of_short(short);
        let forms: Vec<_> =
            forms.map(|pair| pair.long.iter().map(written).collect::<Vec<_>>().join(" ")).collect();
        assert_eq!(forms, long, "{}", String::from_utf8_lossy(file));
        let troubles: Vec<_> = troubles.iter().map(ToString::to_string).collect();
        assert_eq!(troubles, said, "{}", String::from_utf8_lossy(file));
    }

    #[test]
    fn carries_each_line_of_its_table() {
        let carried = Abbreviations::default();
        assert_eq!(carried.pairs.len(), all().count());
        for (short, long) in all() {
            assert!(carried.of_short(short).any(|pair| pair.long == Word::all_of(long)), "{short}");
        }
    }

    #[test]
    fn reads_the_users_file() {
        let none = "own.tsv:1: is skipped: there is no tab between a short form and its long form";
        let empty = "own.tsv:1: is skipped: a form has no letters";
        check(b"", "ubnd", &["ủy ban nhân dân"], &[]);
        check("XYZ\tXa Yên Zăng".as_bytes(), "xyz", &["xa yên zăng"], &[]);
        check("\u{feff}# XYZ\ta\r\n\n \nXYZ\tb\r\n".as_bytes(), "xyz", &["b"], &[]);
        check("X-Y.Z\tb c".as_bytes(), "xyz", &["b c"], &[]);
        check(
            "ubnd\tUỷ ban Nhân dân".as_bytes(),
            "UBND",
            &["ủy ban nhân dân", "uỷ ban nhân dân"],
            &[],
        );
        check("UBND\tỦy ban nhân dân".as_bytes(), "UBND", &["ủy ban nhân dân"], &[]);
        check("UBND\tu b".as_bytes(), "UBND", &["ủy ban nhân dân", "u b"], &[]);
        check(b"XYZ a b\nXYZ\tc", "xyz", &["c"], &[none]);
        check(b"XYZ\t -\nXYZ\tc", "xyz", &["c"], &[empty]);
        check(b"--\tc", "xyz", &[], &[empty]);
        check("XĐY\ta\nXDY\tb".as_bytes(), "xdy", &["a", "b"], &[]);
        check("XĐY\ta\nXDY\tb".as_bytes(), "xđy", &["a"], &[]);
        check(b"X\xffZ\ta\nXZ\tb", "xz", &["b"], &["own.tsv:1: is skipped: it is not UTF-8"]);
        check(b"XYZ\ta\x1b[31m\tb\x07", "xyz", &["a 31m b"], &[]);
    }

    #[test]
    fn bounds_what_a_search_must_look_for() {
        let long = format!("XYZ\t{}\nXYZ\ta", "a ".repeat(MAX_WORDS + 1));
        check(
            long.as_bytes(),
            "xyz",
            &["a"],
            &["own.tsv:1: is skipped: a form has more than 16 words"],
        );
        let many = b"X\ta\nX\tb\nX\tc\nX\td\nX\te\nX\ta";
        check(
            many,
            "x",
            &["a", "b", "c", "d"],
            &["own.tsv:5: is skipped: X has 4 long forms already"],
        );
        let lines = format!("{}X\ta\nX\tb\nY\tb\n", "\n".repeat(MAX_LINES - 1));
        let said = "own.tsv:2001: is not read on: it has more than 2000 lines";
        check(lines.as_bytes(), "x", &["a"], &[said]);
        check(lines.as_bytes(), "y", &[], &[said]);
    }
}
