//! Stretches of time that have words of their own: months of a year, half years, centuries, and
//! the years that Tết names by stem and branch.

use super::Word::{self, Letters, Number, Sign};
use crate::corpus::Date;

/// Lists the ten stems, from the one of the years that end in 0.
const STEMS: [&str; 10] = ["canh", "tân", "nhâm", "quý", "giáp", "ất", "bính", "đinh", "mậu", "kỷ"];

/// Lists the twelve branches, from the one of the years that twelve divides, and their variants.
const BRANCHES: [&[&str]; 12] = [
    &["thân"],
    &["dậu"],
    &["tuất"],
    &["hợi"],
    &["tý", "tí"],
    &["sửu"],
    &["dần"],
    &["mão", "mẹo"],
    &["thìn"],
    &["tỵ", "tị"],
    &["ngọ"],
    &["mùi"],
];

/// Lists the numerals that count months.
const COUNTS: [&str; 12] =
    ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai"];

/// Reads a stretch of time.
pub(super) fn parse(words: &[Word], article: Option<Date>) -> Option<String> {
    months(words, article)
        .or_else(|| half(words, article))
        .or_else(|| century(words))
        .or_else(|| new_year(words, article))
        .or_else(|| between(words, article))
}

/// Reads `12-16/8`, `30/4-1/5` and `30/12/2021-2/1/2022`.
fn between(words: &[Word], article: Option<Date>) -> Option<String> {
    let from = words.iter().position(|word| matches!(word, Number(..)))?;
    let mut parts = words[from..].split(|word| *word == Sign('-'));
    let (Some(first), Some(last), None) = (parts.next(), parts.next(), parts.next()) else {
        return None;
    };
    let day = |words: &[Word], near| match words {
        [Number(_, 1..=2), Sign('/' | '.'), Number(_, 1..=2), ..] => {
            Date::parse(&super::forms(words, words, near)?)
        }
        _ => None,
    };
    let end = day(last, article)?;
    let start = match first {
        [Number(start, 1..=2)] => Date::checked(end.year, end.month.map(u16::from), Some(*start)),
        _ => day(first, Some(end)),
    };
    start.filter(|start| *start < end).map(|start| format!("{start}/{end}"))
}

/// Reads `6 tháng đầu năm 2022`, `9 tháng 2022`, `hai tháng cuối năm`.
fn months(words: &[Word], article: Option<Date>) -> Option<String> {
    let (first, rest) = words.split_first()?;
    let count = match first {
        Number(count @ 1..=12, 1..=2) => *count,
        Letters(word) => COUNTS.iter().position(|known| known == word)? as u16 + 1,
        _ => return None,
    };
    let [Letters("tháng"), rest @ ..] = rest else { return None };
    let (late, rest) = match rest {
        [Letters("đầu"), rest @ ..] => (false, rest),
        [Letters("cuối"), rest @ ..] => (true, rest),
        _ => (false, rest),
    };
    let year = year(rest, article)?;
    let (from, to) = if late { (13 - count, 12) } else { (1, count) };
    Some(format!("{year}-{from:02}/{year}-{to:02}"))
}

/// Reads `nửa đầu năm 2022`.
fn half(words: &[Word], article: Option<Date>) -> Option<String> {
    let [Letters("nửa"), Letters(which @ ("đầu" | "cuối")), rest @ ..] = words else {
        return None;
    };
    let year = year(rest, article)?;
    let (from, to) = if *which == "đầu" { ("01", "06") } else { ("07", "12") };
    Some(format!("{year}-{from}/{year}-{to}"))
}

/// Reads `năm 2022`, `2022` and, by the article's date, `năm`.
fn year(words: &[Word], article: Option<Date>) -> Option<u16> {
    match words {
        [Letters("năm"), Number(year, 4)] | [Number(year, 4)] => Some(*year),
        [Letters("năm")] => article.map(|date| date.year),
        _ => None,
    }
}

/// Reads `thế kỷ 20` and `giữa thế kỷ XIX`.
fn century(words: &[Word]) -> Option<String> {
    let [.., Letters("thế"), Letters("kỷ" | "kỉ"), number] = words else { return None };
    let number = match number {
        Number(number @ 1..=30, _) => *number,
        Letters(letters) => roman(letters)?,
        _ => return None,
    };
    Some(format!("{:04}/{:04}", number * 100 - 99, number * 100))
}

/// Reads a Roman number in lower case, up to thirty-nine.
fn roman(letters: &str) -> Option<u16> {
    let tens = letters.bytes().take_while(|letter| *letter == b'x').count();
    let ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let ones = ones.iter().position(|known| *known == &letters[tens..])?;
    (tens < 4 && !letters.is_empty()).then_some(tens as u16 * 10 + ones as u16)
}

/// Reads the year of `Tết Canh Tý`: the last one of that name, or the one that comes.
fn new_year(words: &[Word], article: Option<Date>) -> Option<String> {
    let numbers = words.iter().any(|word| matches!(word, Number(..)));
    if numbers || words.first() != Some(&Letters("tết")) {
        return None;
    }
    let [.., Letters(stem), Letters(branch)] = words else { return None };
    let stem = STEMS.iter().position(|known| known == stem)?;
    let branch = BRANCHES.iter().position(|known| known.contains(branch))?;
    let next = usize::from(article?.year) + 2;
    let year =
        (next.saturating_sub(60)..=next).rev().find(|y| y % 10 == stem && y % 12 == branch)?;
    Some(year.to_string())
}
