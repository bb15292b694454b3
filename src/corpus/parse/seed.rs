//! The form of the seeds, as a web crawl leaves articles: ` date 2023-04 ` and then the text.

use crate::corpus::Date;

/// Splits the date off the start of a text; gives the text as it is when it has none.
pub(super) fn split(text: &str) -> (Option<Date>, &str) {
    let found = text.trim_start().strip_prefix("date ").and_then(|rest| {
        let rest = rest.trim_start_matches(' ');
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let date = Date::parse(&rest[..end]).filter(|date| date.month.is_some())?;
        Some((Some(date), &rest[end..]))
    });
    found.unwrap_or((None, text))
}

#[cfg(test)]
mod tests {
    use super::split;

    fn check(text: &str, date: &str, rest: &str) {
        let (found, left) = split(text);
        assert_eq!(
            (found.map(|date| date.to_string()).unwrap_or_default().as_str(), left),
            (date, rest)
        );
    }

    #[test]
    fn the_date_is_split_off() {
        check(" date 2023-04 Ngày 27/4", "2023-04", " Ngày 27/4");
        check("date 2023-04-27 Tin", "2023-04-27", " Tin");
        check(" date 2023-04", "2023-04", "");
        check(" date 2023 Tin", "", " date 2023 Tin");
        check(" date ngày Tin", "", " date ngày Tin");
        check(" Tin date 2023-04", "", " Tin date 2023-04");
        check("", "", "");
    }
}
