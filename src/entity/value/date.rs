//! Dates as Vietnamese newspapers write them, in the forms of ISO 8601.

use crate::corpus::Date;

/// Reads a date; a year that it leaves out is taken from the date of the article.
pub(super) fn parse(surface: &str, article: Option<Date>) -> Option<String> {
    let words = scan(&surface.to_lowercase());
    let words: Vec<Word> = words.iter().map(|word| word.as_ref()).collect();
    let from = words.iter().position(|word| {
        matches!(word, Word::Number(..)) || matches!(word, Word::Letters("quý" | "tháng"))
    });
    forms(&words[from?..], &words, article)
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
    let day_like = |n: u16| (1..=31).contains(&n);
    match *from {
        [Letters("quý"), quarter, Sign('/' | '-'), Number(year, 4)] => {
            Some(format!("{year}-Q{}", roman(quarter)?))
        }
        [Letters("quý"), quarter, Letters("năm"), Number(year, 4)] => {
            Some(format!("{year}-Q{}", roman(quarter)?))
        }
        [Letters("tháng"), Number(month, 1..=2), Sign('/' | '-'), Number(year, 4)] => {
            month_of(year, month)
        }
        [Letters("tháng"), Number(month, _), Letters("năm"), Number(year, 4)] => {
            month_of(year, month)
        }
        [Letters("tháng"), Number(month, _)] => month_of(year_for(month, article)?, month),
        [
            Number(day, _),
            Sign('/' | '-' | '.'),
            Number(month, _),
            Sign('/' | '-' | '.'),
            Number(year, 4),
        ] => day_of(year, month, day),
        [Number(day, _), Letters("tháng"), Number(month, _), Letters("năm"), Number(year, 4)] => {
            day_of(year, month, day)
        }
        [Number(day, _), Letters("tháng"), Number(month, _)] => {
            day_of(year_for(month, article)?, month, day)
        }
        [Number(one, 4), Sign('-'), Number(two, 4)]
        | [Number(one, 4), Letters("đến"), Number(two, 4)] => {
            (one < two).then(|| format!("{one}/{two}"))
        }
        [Number(month, 1..=2), Sign('/' | '-'), Number(year, 4)] => month_of(year, month),
        [Number(one, 1..=2), Sign('-'), Number(two, 1..=2), Sign('/'), Number(month, 1..=2)]
            if day_like(one) =>
        {
            let year = year_for(month, article)?;
            Some(format!("{}/{}", day_of(year, month, one)?, day_of(year, month, two)?))
        }
        [Number(day, 1..=2), Sign('/' | '-' | '.'), Number(month, 1..=2)] => {
            day_of(year_for(month, article)?, month, day)
        }
        [Number(year, 4)] if all.iter().any(|word| *word == Letters("thập")) => {
            Some(format!("{year}/{}", year + 9))
        }
        [Number(year, 4)] => Date::checked(year, None, None).map(|date| date.to_string()),
        [Number(..), Letters("h" | "giờ"), ref rest @ ..] => after_clock(rest, all, article),
        _ => None,
    }
}

/// Reads the date behind a time of day: the first piece from which a date is read.
fn after_clock(rest: &[Word], all: &[Word], article: Option<Date>) -> Option<String> {
    let numbers = (0..rest.len()).filter(|&at| matches!(rest[at], Word::Number(..)));
    numbers.into_iter().find_map(|at| forms(&rest[at..], all, article))
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
