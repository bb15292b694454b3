//! The answer to a query without words: filters only.

use std::cmp::Reverse;

use super::filter::is_named;
use super::needle::Needle;
use super::plan::Plan;
use super::query::Query;
use super::{Limits, Results, Searchable, TitleHit, Totals, entities};

/// Lists the articles that pass the filters, freshest first, and the entities that are asked for,
/// most frequent first.
pub(super) fn list(on: &Searchable, query: &Query, plan: &Plan, limits: Limits) -> Results {
    let mut results = Results::default();
    if !plan.filter.is_open() {
        list_articles(on, plan, limits.titles, &mut results);
    }
    if !query.kinds.is_empty() || !query.about.is_empty() {
        let about: Vec<_> = query.about.iter().map(Needle::new).collect();
        let merged = entities::list(on, plan, limits.entities, |entity| {
            about.is_empty() || about.iter().any(|needle| is_named(entity, needle))
        });
        results.totals.entities = merged.total;
        results.entities = merged.hits;
    }
    results
}

fn list_articles(on: &Searchable, plan: &Plan, limit: usize, results: &mut Results) {
    let articles = on.segments.iter().flat_map(|segment| segment.segment.iter());
    let mut passing: Vec<_> = articles
        .filter(|&(number, _)| plan.filter.passes(number))
        .map(|(number, article)| (Reverse(article.date), number))
        .collect();
    passing.sort_unstable();
    results.totals = Totals { titles: passing.len(), ..results.totals };
    let hit = |(_, article)| TitleHit { article, score: 0, matches: Vec::new() };
    results.titles = passing.into_iter().take(limit).map(hit).collect();
}
