//! The date of an article, as exact as its source gives it. It is not a moment: no time of day, no
//! zone, no arithmetic.

use std::fmt;

/// Represents a year, a month of a year, or a day.
///
/// The order is by time; a year stands before its months and a month before its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    /// The year, 1000 to 9999.
    pub year: u16,
    /// The month, 1 to 12, when it is known.
    pub month: Option<u8>,
    /// The day of the month, when it is known (never without the month).
    pub day: Option<u8>,
}

impl Date {
    /// Parses a date that stands at the start of `text`, alone or before a time of day.
    ///
    /// Shapes: `2023`, `2023-04`, `2023-04-27`, the same with `/` or `.` between, `20230427`, and the
    /// full ones followed by `T`, a space or nothing. Gives nothing for a day that does not exist.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (year, rest) = digits(text, 4)?;
        if rest.is_empty() {
            return Self::checked(year, None, None);
        }
        let separator = rest.chars().next().filter(|c| matches!(c, '-' | '/' | '.'));
        let Some(separator) = separator else {
            let (month, rest) = digits(rest, 2)?;
            let (day, rest) = digits(rest, 2)?;
            return if ends_date(rest) {
                Self::checked(year, Some(month), Some(day))
            } else {
                None
            };
        };
        let (month, rest) = short_number(&rest[1..])?;
        let Some(rest) = rest.strip_prefix(separator) else {
            return if ends_date(rest) { Self::checked(year, Some(month), None) } else { None };
        };
        let (day, rest) = short_number(rest)?;
        if ends_date(rest) { Self::checked(year, Some(month), Some(day)) } else { None }
    }

    /// Makes a date of its parts; gives nothing when there is no such day.
    pub fn checked(year: u16, month: Option<u16>, day: Option<u16>) -> Option<Self> {
        let known_month = month.is_none_or(|month| (1..=12).contains(&month));
        let known_day = match (month, day) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(month), Some(day)) => (1..=days_of(year, month)).contains(&day),
        };
        let fine = (1000..=9999).contains(&year) && known_month && known_day;
        fine.then(|| Self { year, month: month.map(|n| n as u8), day: day.map(|n| n as u8) })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        match self.day {
            Some(day) => write!(f, "-{day:02}"),
            None => Ok(()),
        }
    }
}

/// Splits exactly `count` ASCII digits off the start.
fn digits(text: &str, count: usize) -> Option<(u16, &str)> {
    let head = text.get(..count)?;
    let all_digits = head.bytes().all(|byte| byte.is_ascii_digit());
    let value = if all_digits { head.parse().ok()? } else { return None };
    Some((value, &text[count..]))
}

/// Splits one or two digits off the start.
fn short_number(text: &str) -> Option<(u16, &str)> {
    digits(text, 2).or_else(|| digits(text, 1))
}

/// Tells whether a date may be over here: nothing more, or a time of day.
fn ends_date(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(['T', 't', ' ', 'Z', '+'])
}

/// Gives the number of days of a month (1 to 12) in the Gregorian calendar.
fn days_of(year: u16, month: u16) -> u16 {
    let leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::Date;
    use proptest::prelude::*;

    fn check(input: &str, expected: &str) {
        let shown = Date::parse(input).map_or_else(String::new, |date| date.to_string());
        assert_eq!(shown, expected, "{input:?}");
    }

    #[test]
    fn reads_the_shapes_that_corpora_have() {
        check("2023", "2023");
        check("2023-04", "2023-04");
        check("2023-04-27", "2023-04-27");
        check(" 2023-04-27\n", "2023-04-27");
        check("2023-04-27T08:00:00Z", "2023-04-27");
        check("2023-04-27 08:00:00", "2023-04-27");
        check("2023-04-27T08:00:00+07:00", "2023-04-27");
        check("2023/04/27", "2023-04-27");
        check("2023/4/7", "2023-04-07");
        check("2023.04.27", "2023-04-27");
        check("20230427", "2023-04-27");
        check("20230427080000", "");
        check("2024-02-29", "2024-02-29");
        check("2000-02-29", "2000-02-29");
    }

    #[test]
    fn refuses_what_is_no_date() {
        for input in [
            "",
            "x",
            "23",
            "202",
            "2023-",
            "2023-00",
            "2023-13",
            "2023-02-29",
            "1900-02-29",
            "2023-04-31",
            "2023-04-00",
            "2023-04-271",
            "2023-4-",
            "2023-04/27",
            "0999",
            "202304",
            "20231301",
            "２０２３",
            "2023 tỷ đồng",
            "-2023",
            "+202",
            "1681970400",
        ] {
            check(input, "");
        }
    }

    #[test]
    fn the_order_is_by_time() {
        let dates =
            ["2022", "2022-01", "2022-01-05", "2022-01-06", "2022-11", "2023", "2023-01-01"];
        let parsed: Vec<_> = dates.iter().map(|text| Date::parse(text)).collect();
        assert!(parsed.is_sorted());
        assert!(parsed.iter().all(Option::is_some));
    }

    proptest! {
        #[test]
        fn any_text_gives_a_date_that_reads_back_or_nothing(text in "[0-9TZ/. ệ-]{0,14}|.*") {
            if let Some(date) = Date::parse(&text) {
                prop_assert_eq!(Date::parse(&date.to_string()), Some(date));
            }
        }
    }
}
