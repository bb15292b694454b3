//! Filling the places of a text.

/// Represents what stands in the place of a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Value<'a> {
    /// A text, as it is.
    Text(&'a str),
    /// A whole number.
    Number(usize),
    /// A number with one decimal.
    Decimal(f64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Self::Number(number)
    }
}

impl From<f64> for Value<'_> {
    fn from(number: f64) -> Self {
        Self::Decimal(number)
    }
}

/// Holds the signs with which numbers are written: between each three digits, and before decimals.
#[derive(Debug, Clone, Copy)]
pub(super) struct Signs {
    pub thousands: char,
    pub decimals: char,
}

/// Chooses the form of a text and fills its places.
///
/// `one|many` has two forms; the value `count` decides. The place `{key:NAME}` is for the key of the
/// action NAME, which `key` tells.
pub(super) fn fill(
    text: &str,
    values: &[(&str, Value)],
    signs: Signs,
    key: impl Fn(&str) -> String,
) -> String {
    let one = values.contains(&("count", Value::Number(1)));
    let mut rest = match text.split_once('|') {
        Some((singular, plural)) => {
            if one {
                singular
            } else {
                plural
            }
        }
        None => text,
    };
    let mut out = String::with_capacity(rest.len() + 16);
    while let Some((before, tail)) = rest.split_once('{') {
        let (name, after) = tail.split_once('}').unwrap_or((tail, ""));
        out.push_str(before);
        let value = values.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
        match value {
            Some(Value::Text(text)) => out.push_str(text),
            Some(Value::Number(number)) => out.push_str(&whole(number, signs)),
            Some(Value::Decimal(number)) => {
                out.push_str(&format!("{number:.1}").replace('.', &signs.decimals.to_string()));
            }
            None => out.push_str(&name.strip_prefix("key:").map_or_else(String::new, &key)),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Writes a number with a sign between each three digits.
pub(super) fn whole(number: usize, signs: Signs) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(signs.thousands);
        }
        out.push(digit);
    }
    out
}
