//! Where in the body of an article the terms stand closest together.

use crate::search::cover::Cover;
use crate::search::nearby::best_around;
use crate::search::place::Place;
use crate::search::plan::{PartPlan, Plan};

/// Gives the tokens of an article in which passages are found.
pub(super) fn body<'a>(part: &PartPlan<'a>, doc: usize) -> &'a [u16] {
    &part.part.tokens(doc)[part.part.body_start(doc)..]
}

/// Gives the terms that stand in the body of an article, as bits, and the rarest of them.
pub(super) fn wanted(plan: &Plan, part: &PartPlan, doc: usize) -> Option<(u32, usize)> {
    let there = (0..part.terms.len()).filter(|&term| part.terms[term].fields.body.has(doc));
    let anchor = there.clone().max_by(|&a, &b| plan.weights[a].total_cmp(&plan.weights[b]))?;
    Some((there.fold(0, |wanted, term| wanted | 1 << term), anchor))
}

/// Finds the best place in the body of an article or in its beginning, around the rarest term that
/// the body has; only where terms are near each other, if so asked.
pub(super) fn around(
    plan: &Plan,
    part: &PartPlan,
    (doc, tokens, near): (usize, &[u16], bool),
    places: &mut Vec<Place>,
) -> Option<Cover> {
    let (wanted, anchor) = wanted(plan, part, doc)?;
    best_around(&part.terms, tokens, (wanted, anchor, near), places)
}
