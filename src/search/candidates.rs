//! Keeping the entities that may be among the best, and making hits of them: an entity may have
//! several names, and stand in the tables of several stretches of articles.

use std::cmp::Reverse;
use std::sync::atomic::{AtomicI64, Ordering};

use super::Searchable;
use super::hits::EntityHit;
use super::names::highlights;
use super::plan::Plan;
use crate::corpus::ArticleNo;
use crate::entity::{Entity, EntityId, Kind};

/// The most that a name can score.
pub(super) const BEST_NAME: i64 = 3250;

/// Represents an entity by one of its names.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate<'e> {
    pub entity: Entity<'e>,
    /// The articles of its table that speak of it and pass the filters.
    pub articles: usize,
    /// How well the name answers.
    pub score: i64,
    /// The number of the name in the table.
    pub name: usize,
}

impl Candidate<'_> {
    /// Gives the score among entities, as far as its table knows.
    const fn points(&self) -> i64 {
        self.score + frequent(self.articles)
    }
}

/// Scores how many articles speak of an entity: twice as many weigh as much as a sixth of how well
/// a name fits.
const fn frequent(articles: usize) -> i64 {
    let doublings = (articles as u64 + 1).ilog2() as i64;
    8 * if doublings < 12 { doublings } else { 12 }
}

/// Knows what an entity needs at least to be among the best; shared by all parts.
pub(super) struct Needed {
    points: AtomicI64,
    /// How many points an entity may win from the articles of other tables.
    slack: i64,
    /// How many candidates are sure to hold the best entities: one may have a candidate in each
    /// table and part.
    enough: usize,
}

impl Needed {
    /// Makes one for the best `limit` entities.
    ///
    /// An entity may stand in `tables` tables, as other entities that count for it too.
    pub fn new(limit: usize, tables: usize, parts: usize) -> Self {
        let slack = frequent(tables.next_power_of_two() - 1);
        let enough = if limit == 0 { 0 } else { limit * tables.max(1) + parts };
        Self { points: AtomicI64::new(if limit == 0 { i64::MAX } else { 0 }), slack, enough }
    }

    /// Tells whether an entity with a name of this score may be among the best.
    pub fn wants(&self, score: i64, articles: usize) -> bool {
        self.reaches(score + frequent(articles))
    }

    fn reaches(&self, points: i64) -> bool {
        points.saturating_add(self.slack) >= self.points.load(Ordering::Relaxed)
    }

    /// Makes a place for the best of one part.
    pub const fn keep<'e>(&self) -> Best<'e, '_> {
        Best { kept: Vec::new(), latest: None, needed: self, full: 2 * self.enough + 64 }
    }
}

/// Keeps the best of one part.
pub(super) struct Best<'e, 'n> {
    kept: Vec<Candidate<'e>>,
    /// The entity that came last: more of its names may follow.
    latest: Option<Candidate<'e>>,
    needed: &'n Needed,
    full: usize,
}

impl<'e> Best<'e, '_> {
    /// Takes in a candidate; those of one entity come one after the other.
    pub fn add(&mut self, candidate: Candidate<'e>) {
        match &mut self.latest {
            Some(latest) if latest.entity.is(candidate.entity) => {
                if candidate.score > latest.score {
                    *latest = candidate;
                }
            }
            _ => self.keep(Some(candidate)),
        }
    }

    fn keep(&mut self, next: Option<Candidate<'e>>) {
        let latest = std::mem::replace(&mut self.latest, next);
        self.kept.extend(latest.filter(|it| self.needed.reaches(it.points())));
        if self.kept.len() >= self.full {
            self.cut();
            self.full = 2 * self.kept.len() + 64;
        }
    }

    fn cut(&mut self) {
        let Some(last) = self.needed.enough.checked_sub(1) else { return self.kept.clear() };
        if last < self.kept.len() {
            self.kept.select_nth_unstable_by_key(last, |it| Reverse(it.points()));
            self.needed.points.fetch_max(self.kept[last].points(), Ordering::Relaxed);
        }
        self.kept.retain(|it| self.needed.reaches(it.points()));
    }

    /// Gives what was kept.
    pub fn into_vec(mut self) -> Vec<Candidate<'e>> {
        self.keep(None);
        self.cut();
        self.kept
    }
}

/// Makes hits of the best `limit` entities.
pub(super) fn hits(
    mut found: Vec<Candidate>,
    (on, plan): (&Searchable, &Plan),
    (limit, needed): (usize, &Needed),
) -> Vec<EntityHit> {
    let corrections = &on.corrections;
    let id = |it: &Candidate| corrections.canonical(it.entity.id());
    found.retain(|it| !corrections.is_rejected(it.entity.id()));
    found.sort_by_key(|it| (id(it), Reverse(it.score), Reverse(it.articles), it.name));
    found.dedup_by_key(|it| id(it));
    // What other tables say is asked only of those that it may bring among the best.
    if (1..found.len()).contains(&limit) {
        found.select_nth_unstable_by_key(limit - 1, |it| Reverse(it.points()));
        let worst = found[limit - 1].points();
        found.retain(|it| it.points() + needed.slack >= worst);
    }
    let mut hits: Vec<_> = found.iter().map(|it| Hit::new(it, on, plan)).collect();
    let order = |a: &Hit, b: &Hit| a.rank().cmp(&b.rank()).then_with(|| a.name.cmp(b.name));
    if limit < hits.len() {
        hits.select_nth_unstable_by(limit, order);
        hits.truncate(limit);
    }
    hits.sort_unstable_by(order);
    hits.into_iter().map(|hit| hit.make(on, plan)).collect()
}

/// Represents an entity with what all tables say of it.
struct Hit<'e> {
    found: Candidate<'e>,
    id: EntityId,
    kind: Kind,
    name: &'e str,
    /// How many articles speak of it and pass the filters.
    articles: usize,
}

impl<'e> Hit<'e> {
    fn new(found: &Candidate<'e>, on: &'e Searchable, plan: &Plan) -> Self {
        let id = on.corrections.canonical(found.entity.id());
        Self {
            found: *found,
            id,
            kind: on.kind(id).unwrap_or(found.entity.kind()),
            name: on.name(id).unwrap_or(found.entity.name()),
            articles: count(on, plan, id),
        }
    }

    fn score(&self) -> i64 {
        self.found.score + frequent(self.articles)
    }

    fn rank(&self) -> impl Ord {
        Reverse((self.score(), self.articles, Reverse(self.kind)))
    }

    fn make(self, on: &Searchable, plan: &Plan) -> EntityHit {
        let found = self.found.entity.table_name(self.found.name);
        // A correction may have made another name of its best one.
        let alias = (found != self.found.entity.name() && found != self.name
            || self.id != self.found.entity.id())
        .then_some(found);
        EntityHit {
            id: self.id,
            kind: self.kind,
            name: self.name.to_owned(),
            alias: alias.filter(|&alias| alias != self.name).map(str::to_owned),
            score: self.score(),
            matches: highlights(plan, alias.unwrap_or(self.name)),
            articles: articles(on, plan, self.id),
            mentions: on.mentions_of(self.id) as u32,
        }
    }
}

/// Gives the articles that speak of an entity and pass the filters.
fn articles(on: &Searchable, plan: &Plan, id: EntityId) -> Vec<ArticleNo> {
    let mut articles = on.articles_of(id);
    articles.retain(|&number| plan.filter.passes(number));
    articles
}

fn count(on: &Searchable, plan: &Plan, id: EntityId) -> usize {
    if on.corrections.is_empty() {
        // Each table tells of other articles.
        return on.members(id).map(|entity| plan.filter.count(entity.articles())).sum();
    }
    articles(on, plan, id).len()
}
