//! The answer to a query without words: filters only.

use super::best::{Found, top};
use super::docs::Fields;
use super::plan::{PartPlan, Plan};
use super::query::Query;
use super::{Cancelled, Limits, Results, Searchable, TitleHit, Totals, entities};

/// Lists the articles that pass the filters, freshest first, and the entities that are asked for,
/// most frequent first; `None` when cancelled.
pub(super) fn list(
    on: &Searchable,
    (query, plan): (&Query, &Plan),
    limits: Limits,
    cancelled: Cancelled,
) -> Option<Results> {
    let mut results = Results::default();
    if plan.filter.asks() {
        list_articles(plan, limits.titles, &mut results);
    }
    if !query.kinds.is_empty() || !query.about.is_empty() {
        let found = entities::search(on, (plan, &query.about), limits.entities, cancelled)?;
        results.totals.entities = found.total;
        results.entities = found.hits;
    }
    Some(results)
}

fn list_articles(plan: &Plan, limit: usize, results: &mut Results) {
    let in_part = |(at, part): (usize, &PartPlan)| {
        let found =
            |doc| Found { part: at, doc, number: part.number(doc), date: part.date(doc), score: 0 };
        part.all_of(Fields::anywhere).iter().map(found).collect::<Vec<_>>()
    };
    let passing: Vec<_> = plan.parts.iter().enumerate().flat_map(in_part).collect();
    results.totals = Totals { titles: passing.len(), ..results.totals };
    let hit = |found: Found| TitleHit { article: found.number, score: 0, matches: Vec::new() };
    results.titles = top(passing, limit).into_iter().map(hit).collect();
}
