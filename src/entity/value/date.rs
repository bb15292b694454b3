//! Dates as Vietnamese newspapers write them, in the forms of ISO 8601.

mod stretch;

use crate::corpus::Date;

/// Lists words of the lunar calendar, whose days are none of ours.
const LUNAR: [&str; 8] = ["mùng", "mồng", "rằm", "giêng", "chạp", "âm", "thừa", "tết"];

/// Lists the words that a lone number may follow to be a day.
const DAY: [&str; 8] = ["ngày", "sáng", "trưa", "chiều", "tối", "đêm", "khuya", "hôm"];

/// Lists the names of the months.
const MONTHS: [&str; 12] =
    ["một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai"];

/// Reads a date; a year that it leaves out is taken from the date of the article.
pub(super) fn parse(surface: &str, article: Option<Date>) -> Option<String> {
    let words = scan(&surface.to_lowercase());
    let words: Vec<Word> = words.iter().map(|word| word.as_ref()).collect();
    let words = unify(&words);
    if let Some(stretch) = stretch::parse(&words, article) {
        return Some(stretch);
    }
    let year = words.iter().any(|word| matches!(word, Word::Number(_, 4)));
    let lunar = |word: &Word| matches!(word, Word::Letters(word) if LUNAR.contains(word));
    if !year && words.iter().any(lunar) {
        return None;
    }
    let begins = |word: &Word| matches!(word, Word::Number(..) | Word::Letters("quý" | "tháng"));
    let from = words.iter().position(begins)?;
    forms(&words[from..], &words, article)
}

/// Writes `tháng` and `năm` between two numbers as the stroke that others write there, and
/// `đến` as a hyphen.
fn unify<'t>(words: &[Word<'t>]) -> Vec<Word<'t>> {
    let number = |index: usize| matches!(words.get(index), Some(Word::Number(..)));
    let quarter =
        |index: usize| matches!(words.get(index), Some(Word::Letters("i" | "ii" | "iii" | "iv")));
    let unified = words.iter().enumerate().map(|(index, &word)| {
        let before = index.checked_sub(1).is_some_and(|before| number(before) || quarter(before));
        match word {
            // `9 tháng 2022` are nine months.
            Word::Letters("tháng")
                if before && matches!(words.get(index + 1), Some(Word::Number(_, 4))) =>
            {
                word
            }
            Word::Letters("tháng" | "năm") if before && number(index + 1) => Word::Sign('/'),
            Word::Letters("đến") if before && number(index + 1) => Word::Sign('-'),
            _ => word,
        }
    });
    unified.collect()
}

/// Represents a piece of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word<'t> {
    /// A number and how many digits it has.
    Number(u16, usize),
    Sign(char),
    Letters(&'t str),
}

/// The same, with its letters.
enum Owned {
    Number(u16, usize),
    Sign(char),
    Letters(String),
}

impl Owned {
    fn as_ref(&self) -> Word<'_> {
        match self {
            Self::Number(value, digits) => Word::Number(*value, *digits),
            Self::Sign(sign) => Word::Sign(*sign),
            Self::Letters(letters) => Word::Letters(letters),
        }
    }
}

/// Cuts a date into numbers, signs and words; white space goes.
fn scan(text: &str) -> Vec<Owned> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let class = |c: char| (c.is_ascii_digit(), c.is_alphabetic());
        let end = match class(first) {
            (false, false) => first.len_utf8(),
            _ => rest.find(|c| class(c) != class(first)).unwrap_or(rest.len()),
        };
        let piece = &rest[..end];
        words.push(match (piece.parse(), class(first)) {
            (Ok(value), (true, _)) => Owned::Number(value, end),
            // Left over from texts that were quoted once too often.
            (_, (false, false)) if first == '\\' => {
                rest = &rest[end..];
                continue;
            }
            (_, (false, false)) => Owned::Sign(if first == '–' { '-' } else { first }),
            _ => Owned::Letters(piece.to_owned()),
        });
        rest = rest[end..].trim_start();
    }
    words
}

/// Reads the forms that begin with a number, `quý` or `tháng`.
fn forms(from: &[Word], all: &[Word], article: Option<Date>) -> Option<String> {
    use Word::{Letters, Number, Sign};
    match *from {
        [Letters("quý"), quarter, Sign('/' | '-'), Number(year, 4)]
        | [Letters("quý"), quarter, Number(year, 4)] => {
            Some(format!("{year}-Q{}", roman(quarter)?))
        }
        [Letters("quý"), quarter] => Some(format!("{}-Q{}", article?.year, roman(quarter)?)),
        [Letters("tháng"), ref rest @ ..] => match *rest {
            [Number(month, 1..=2)] => month_of(year_for(month, article)?, month),
            [Number(month, 1..=2), Number(year, 4)] => month_of(year, month),
            [Letters(name)] => {
                let month = MONTHS.iter().position(|known| *known == name)? as u16 + 1;
                month_of(year_for(month, article)?, month)
            }
            _ => forms(rest, all, article),
        },
        [
            Number(day, _),
            Sign('/' | '-' | '.'),
            Number(month, _),
            Sign('/' | '-' | '.'),
            Number(year, 4),
        ] => day_of(year, month, day),
        [Number(one, 4), Sign('-'), Number(two, 4)] => (one < two).then(|| format!("{one}/{two}")),
        // `2023/24`
        [Number(one, 4), Sign('-' | '/'), Number(two, 2)] => {
            ((one + 1) % 100 == two).then(|| format!("{one}/{}", one + 1))
        }
        [Number(month, 1..=2), Sign('/' | '-' | '.'), Number(year, 4)] => month_of(year, month),
        [Number(day, 1..=2), Sign('/' | '-' | '.'), Number(month, 1..=2)] => {
            day_of(year_for(month, article)?, month, day)
        }
        [Number(year, digits @ (2 | 4))] if is_decade(year, all) => {
            let year = if digits == 2 { 1900 + year } else { year };
            Some(format!("{year}/{}", year + 9))
        }
        [Number(year, 4)] => Date::checked(year, None, None).map(|date| date.to_string()),
        [Number(day, 1..=2)] if is_day(all) => {
            let article = article?;
            day_of(article.year, u16::from(article.month?), day)
        }
        [Number(..), Letters("h" | "giờ"), ref rest @ ..] => after_clock(rest, all, article),
        _ => None,
    }
}

/// Reads the date behind a time of day: the first piece from which a date is read.
fn after_clock(rest: &[Word], all: &[Word], article: Option<Date>) -> Option<String> {
    let mut numbers = (0..rest.len()).filter(|&at| matches!(rest[at], Word::Number(..)));
    numbers.find_map(|at| forms(&rest[at..], all, article))
}

/// Tells whether a number is a decade, as in `những năm 90`.
fn is_decade(number: u16, all: &[Word]) -> bool {
    let said = ["thập", "những"].iter().any(|word| all.contains(&Word::Letters(word)));
    said && number.is_multiple_of(10)
}

/// Tells whether the number at the end stands alone or behind a word for a day.
fn is_day(all: &[Word]) -> bool {
    match all {
        [_] => true,
        [.., Word::Letters(word), _] => DAY.contains(word),
        _ => false,
    }
}

fn day_of(year: u16, month: u16, day: u16) -> Option<String> {
    Date::checked(year, Some(month), Some(day)).map(|date| date.to_string())
}

fn month_of(year: u16, month: u16) -> Option<String> {
    Date::checked(year, Some(month), None).map(|date| date.to_string())
}

/// Finds the year of a month in an article: the one in which they lie nearest.
fn year_for(month: u16, article: Option<Date>) -> Option<u16> {
    let article = article?;
    let here = article.month.map_or(6, u16::from);
    Some(match month {
        _ if month > here + 6 => article.year - 1,
        _ if month + 6 < here => article.year + 1,
        _ => article.year,
    })
}

/// Reads the number of a quarter.
fn roman(quarter: Word) -> Option<u16> {
    match quarter {
        Word::Number(number @ 1..=4, _) => Some(number),
        Word::Letters(letters) => ["i", "ii", "iii", "iv"]
            .iter()
            .position(|roman| *roman == letters)
            .map(|n| n as u16 + 1),
        _ => None,
    }
}
