//! How many articles were written in each month.

use crate::corpus::Date;

/// Names a month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Month {
    /// The year.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: u8,
}

impl Month {
    /// Gives the month of a date that has one.
    pub fn of(date: Date) -> Option<Self> {
        Some(Self { year: date.year, month: date.month? })
    }

    /// Gives its number, counted from the year 0.
    pub fn number(self) -> usize {
        usize::from(self.year) * 12 + usize::from(self.month) - 1
    }

    /// Gives the month that comes `steps` later.
    #[must_use]
    pub fn later(self, steps: usize) -> Self {
        let number = self.number() + steps;
        Self { year: (number / 12) as u16, month: (number % 12) as u8 + 1 }
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// Holds how many articles were written in each month, without a gap.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Timeline {
    /// The first month; nothing when no article tells its month.
    pub first: Option<Month>,
    /// The articles of each month from that one on.
    pub counts: Vec<usize>,
    /// The articles that do not tell their month.
    pub undated: usize,
}

impl Timeline {
    /// Counts dates.
    pub fn new(dates: impl Iterator<Item = Option<Date>>) -> Self {
        let months: Vec<Option<Month>> = dates.map(|date| Month::of(date?)).collect();
        let known = || months.iter().flatten();
        let undated = months.len() - known().count();
        let (Some(&first), Some(&last)) = (known().min(), known().max()) else {
            return Self { undated, ..Self::default() };
        };
        let mut counts = vec![0; last.number() - first.number() + 1];
        for month in known() {
            counts[month.number() - first.number()] += 1;
        }
        Self { first: Some(first), counts, undated }
    }

    /// Gives the months with their counts.
    pub fn months(&self) -> impl Iterator<Item = (Month, usize)> {
        let first = self.first.into_iter();
        let counts = self.counts.iter().copied().enumerate();
        first.flat_map(move |first| counts.clone().map(move |(at, n)| (first.later(at), n)))
    }

    /// Gives the first month that has most articles, and how many.
    pub fn peak(&self) -> Option<(Month, usize)> {
        self.months().min_by_key(|&(month, count)| (std::cmp::Reverse(count), month))
    }
}
