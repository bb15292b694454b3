//! A period of time, as a query names it.

use crate::corpus::Date;

/// Represents the days from one date to another, both wholly included; an end may be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateRange {
    /// The first year, month or day.
    pub from: Option<Date>,
    /// The last one.
    pub to: Option<Date>,
}

impl DateRange {
    /// Parses `2023`, `2023-04`, `2023-04-27`, `2022-06..2023-04`, `2022..` or `..2022`.
    pub fn parse(text: &str) -> Option<Self> {
        let Some((from, to)) = text.split_once("..") else {
            let date = Date::parse(text.trim_end_matches('-'))?;
            return Some(Self { from: Some(date), to: Some(date) });
        };
        let (from, to) = (end(from)?, end(to.trim_end_matches('-'))?);
        (from.is_some() || to.is_some()).then_some(Self { from, to })
    }

    /// Tells whether all of `date` lies in the range: a date that is only a year is not in a month.
    pub fn contains(&self, date: Date) -> bool {
        self.from.is_none_or(|from| first_day(from) <= first_day(date))
            && self.to.is_none_or(|to| last_day(date) <= last_day(to))
    }
}

/// Reads one end of a range: `Some(None)` when it is open, `None` when it is no date.
#[expect(clippy::option_option, reason = "an open end and a bad one are two things")]
fn end(text: &str) -> Option<Option<Date>> {
    if text.is_empty() { Some(None) } else { Date::parse(text).map(Some) }
}

fn first_day(date: Date) -> (u16, u8, u8) {
    (date.year, date.month.unwrap_or(1), date.day.unwrap_or(1))
}

fn last_day(date: Date) -> (u16, u8, u8) {
    (date.year, date.month.unwrap_or(12), date.day.unwrap_or(31))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(range: &str, date: &str, expected: bool) {
        let date = Date::parse(date).unwrap();
        let found = DateRange::parse(range).is_some_and(|range| range.contains(date));
        assert_eq!(found, expected, "{date} in {range}");
    }

    #[test]
    fn both_ends_are_included_wholly() {
        check("2023", "2023-04-27", true);
        check("2023", "2023", true);
        check("2023", "2022-12-31", false);
        check("2023-04", "2023-04", true);
        check("2023-04", "2023", false);
        check("2023-04", "2023-05-01", false);
        check("2022-06..2023-04", "2022-06-01", true);
        check("2022-06..2023-04", "2023-04-30", true);
        check("2022-06..2023-04", "2023-05", false);
        check("2022-06..", "2029", true);
        check("..2022", "2022-12-31", true);
        check("..2022", "2023", false);
        check("2023..2022", "2022", false);
        check("2023-", "2023-02", true);
        check("..", "2023", false);
        check("x", "2023", false);
        check("2022..x", "2023", false);
    }
}
