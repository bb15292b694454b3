//! Reading the values of dates, amounts and quantities. A date that leaves out its month or year
//! takes it from the one that it is joined to: `ngày 28 đến 30/3`.

use super::Draft;
use crate::corpus::Date;
use crate::entity::Kind;
use crate::entity::value::{Value, value};

/// Lists what joins a date to the one behind it.
const JOINED: [&str; 9] = ["đến", "và", ",", "-", "–", "tới", "đến ngày", "hoặc", "đến hết"];

/// Reads the values of all mentions, the last first.
pub(super) fn read(draft: &Draft, article: Option<Date>) -> Vec<Option<Value>> {
    let mut values: Vec<Option<Value>> = vec![None; draft.mentions.len()];
    for index in (0..draft.mentions.len()).rev() {
        let mention = draft.mentions[index];
        let near = joined(draft, &values, index).or(article);
        values[index] = value(mention.kind, mention.span.of(draft.text), near);
    }
    if article.is_none() {
        by_full_dates(draft, &mut values);
    }
    values
}

/// Gives days without a year, in an article without a date, the year that the article itself gives
/// that day elsewhere.
fn by_full_dates(draft: &Draft, values: &mut [Option<Value>]) {
    let full = values.iter().flatten().filter_map(|value| match value {
        Value::Date(date) => Date::parse(date).filter(|date| date.day.is_some()),
        _ => None,
    });
    let mut full: Vec<Date> = full.collect();
    full.sort_unstable();
    full.dedup();
    for (mention, known) in draft.mentions.iter().zip(values) {
        if mention.kind == Kind::Date && known.is_none() {
            let surface = mention.span.of(draft.text);
            let same = |date: &Date| {
                let read = value(mention.kind, surface, Some(*date));
                read.filter(|read| *read == Value::Date(date.to_string()))
            };
            // A bare `ngày 24` says too little.
            if surface.contains(['/', '-', '.']) || surface.contains("tháng") {
                *known = full.iter().find_map(same);
            }
        }
    }
}

/// Finds the day or month that the next mention gives, if this one is joined to it.
fn joined(draft: &Draft, values: &[Option<Value>], index: usize) -> Option<Date> {
    let next = index + 1;
    let both = draft.kind(index) == Some(Kind::Date) && draft.kind(next) == Some(Kind::Date);
    if !both || !JOINED.contains(&draft.gap(next)?) {
        return None;
    }
    match values[next].as_ref()? {
        Value::Date(date) => Date::parse(date).filter(|date| date.month.is_some()),
        _ => None,
    }
}
