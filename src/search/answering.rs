//! All articles that answer a query, unranked.

use rayon::prelude::*;

use super::docs::Fields;
use super::fallback;
use super::plan::{PartPlan, Plan};
use super::terms::retain_phrases;
use super::{Query, Searchable};
use crate::corpus::ArticleNo;

/// Gives the articles that have all words of a query, wherever they stand, and pass its filters; in
/// load order. A query without words gives all that pass.
///
/// When there is none, the query is read otherwise as [`super::search`] does.
pub fn answering(on: &Searchable, query: &Query) -> Vec<ArticleNo> {
    let all = |query: &Query| Some(having_all(on, query));
    fallback::answered(query, all, Vec::is_empty).map_or(Vec::new(), |(found, _)| found)
}

fn having_all(on: &Searchable, query: &Query) -> Vec<ArticleNo> {
    let plan = Plan::new(on, query);
    let of_part = |part: &PartPlan| {
        let mut docs = part.all_of(Fields::anywhere);
        retain_phrases(&mut docs, part.part, &part.terms);
        docs.iter().map(|doc| part.number(doc)).collect::<Vec<_>>()
    };
    let mut found: Vec<_> = plan.parts.par_iter().flat_map_iter(of_part).collect();
    // An article that takes several parts of the index may be found in each.
    found.dedup();
    found
}
