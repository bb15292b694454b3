//! What dates, amounts of money and quantities come to.

mod date;
mod number;

use std::fmt;

use super::Kind;
use crate::corpus::Date;

/// Represents the value of a date, an amount or a quantity.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Value {
    /// A day, month, quarter, year or stretch of time, in the forms of ISO 8601 (`2023-04-27`,
    /// `2023-04`, `2023-Q1`, `2023`, `2021/2025`).
    Date(String),
    /// An amount as a decimal number or a range of two (`5000000-9000000`), and its currency by the
    /// code of ISO 4217.
    Money(String, &'static str),
    /// A decimal number, a range (`10-10.5`) or a ratio (`27/41`), and what it counts as it stands;
    /// a score (`2-1`) counts nothing.
    Quantity(String, String),
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => f.write_str(date),
            Self::Money(amount, currency) => write!(f, "{amount} {currency}"),
            Self::Quantity(score, unit) if unit.is_empty() => f.write_str(score),
            Self::Quantity(number, unit) => write!(f, "{number} {unit}"),
        }
    }
}

/// Finds the value of a mention, as far as its words tell; `article` is the date of the article.
pub(super) fn value(kind: Kind, surface: &str, article: Option<Date>) -> Option<Value> {
    match kind {
        Kind::Date => date::parse(surface, article).map(Value::Date),
        Kind::Money => money(surface),
        Kind::Quantity => quantity(surface),
        _ => None,
    }
}

/// Lists the currencies by words that are a part of how they are written, the longer ones first.
const CURRENCIES: [(&str, &str); 53] = [
    ("đô la úc", "AUD"),
    ("đôla úc", "AUD"),
    ("aud", "AUD"),
    ("đô la singapore", "SGD"),
    ("sgd", "SGD"),
    ("đô la canada", "CAD"),
    ("cad", "CAD"),
    ("đô la hong kong", "HKD"),
    ("đô la zimbabwe", "ZWL"),
    ("đôla zimbabwe", "ZWL"),
    ("đôla singapore", "SGD"),
    ("kyat", "MMK"),
    ("kíp", "LAK"),
    ("kip", "LAK"),
    ("riel", "KHR"),
    ("ringgit", "MYR"),
    ("rupee", "INR"),
    ("rupiah", "IDR"),
    ("tenge", "KZT"),
    ("rial", "IRR"),
    ("krona", "SEK"),
    ("korun", "CZK"),
    ("đài tệ", "TWD"),
    ("tệ", "CNY"),
    ("ndt", "CNY"),
    ("cny", "CNY"),
    ("usd", "USD"),
    ("đô la", "USD"),
    ("đôla", "USD"),
    ("đô", "USD"),
    ("$", "USD"),
    ("euro", "EUR"),
    ("eur", "EUR"),
    ("€", "EUR"),
    ("bảng", "GBP"),
    ("gbp", "GBP"),
    ("£", "GBP"),
    ("yên", "JPY"),
    ("yen", "JPY"),
    ("won", "KRW"),
    ("baht", "THB"),
    ("rúp", "RUB"),
    ("rub", "RUB"),
    ("hkd", "HKD"),
    ("nzd", "NZD"),
    ("nok", "NOK"),
    ("sek", "SEK"),
    ("chf", "CHF"),
    ("aed", "AED"),
    ("inr", "INR"),
    ("jpy", "JPY"),
    ("krw", "KRW"),
    ("thb", "THB"),
];

fn money(surface: &str) -> Option<Value> {
    let lower = surface.to_lowercase();
    let (amount, rest) = number::read(&lower)?;
    // What has no currency is in ours; what has one that is not known is not.
    let rest = rest.trim_start();
    let ours = rest.is_empty() || rest.starts_with(['đ', '/']) || rest.starts_with("vn");
    let foreign =
        || CURRENCIES.iter().find(|(word, _)| lower.contains(word)).map(|(_, code)| *code);
    let currency = if lower.ends_with("đồng") {
        "VND"
    } else {
        foreign().or_else(|| ours.then_some("VND"))?
    };
    Some(Value::Money(amount, currency))
}

fn quantity(surface: &str) -> Option<Value> {
    let lower = surface.to_lowercase();
    if let Some(below) = lower.strip_prefix(['-', '−']) {
        let (number, unit) = number::read(below)?;
        return Some(Value::Quantity(format!("-{number}"), unit.trim().to_owned()));
    }
    let (number, rest) = number::read(&lower)?;
    if let Some(rest) = rest.strip_prefix('/') {
        return ratio(&number, rest);
    }
    let unit = rest.trim();
    let whole = !unit.is_empty() || number.contains('-');
    (whole && !unit.starts_with(['-', ':'])).then(|| Value::Quantity(number, unit.to_owned()))
}

/// Reads the rest of `27/41 giáo viên`.
fn ratio(part: &str, rest: &str) -> Option<Value> {
    let (whole, unit) = number::read(rest)?;
    let unit = unit.trim();
    (!unit.is_empty()).then(|| Value::Quantity(format!("{part}/{whole}"), unit.to_owned()))
}

#[cfg(test)]
mod tests;
