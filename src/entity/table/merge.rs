//! Making one table of two neighbours: the entities of both are put in order anew, and all that
//! names them by number is told the new numbers.

use std::cmp::Reverse;

use super::lists::Lists;
use super::packed::Packed;
use super::{Entity, EntityTable, Office, Told, name_rank, rank};
use crate::entity::{EntityId, Kind};
use crate::text::Span;

/// Represents one of the two tables, with what its numbers become.
struct Side<'t> {
    table: &'t EntityTable,
    /// How many articles use each name for its entity.
    uses: Vec<u32>,
    /// The new number of each name.
    names: Vec<u32>,
    /// The new place of each entity.
    places: Vec<u32>,
}

/// Merges a table with that of the articles that follow.
pub(super) fn merge(table: &EntityTable, next: &EntityTable) -> EntityTable {
    let mut sides = [Side::new(table), Side::new(next)];
    let mut lists = Lists::default();
    for (place, (.., [one, other])) in pairs(table, next).into_iter().enumerate() {
        add_names(&mut lists, &mut sides, [one, other]);
        let members = || one.into_iter().chain(other);
        for (side, member) in sides.iter_mut().zip([one, other]) {
            if let Some(entity) = member {
                side.places[entity.place] = place as u32;
            }
        }
        let articles = members().flat_map(|entity| entity.articles().iter().copied());
        let mentions = members().map(Entity::mentions).sum();
        if let Some(entity) = members().next() {
            lists.add_entity((entity.id(), entity.kind()), articles, mentions);
        }
    }
    for kind in Kind::ALL {
        add_values(&mut lists, &mut sides, kind);
    }
    let [one, other] = sides;
    EntityTable {
        first: table.first,
        mentions: Packed::new(one.mentions().chain(other.mentions())),
        offices: sorted(one.offices().chain(other.offices()), |it| (it.person, it.article)),
        traits: sorted(one.traits().chain(other.traits()), |it| (it.person, it.article)),
        ..lists.finish()
    }
}

/// Represents an entity of either table, or of both, with what it is ordered by.
type Pair<'t> = ((Reverse<usize>, Reverse<u32>, EntityId), [Option<Entity<'t>>; 2]);

/// Pairs the entities of two tables, and puts them in order.
fn pairs<'t>(table: &'t EntityTable, next: &'t EntityTable) -> Vec<Pair<'t>> {
    let by_id = |table: &'t EntityTable| {
        let places = table.by_id.iter();
        places.map(move |&place| Entity { table, place: place as usize }).peekable()
    };
    let (mut left, mut right) = (by_id(table), by_id(next));
    let mut pairs = Vec::with_capacity(table.len().max(next.len()));
    while let Some(id) = left.peek().into_iter().chain(right.peek()).map(|it| it.id()).min() {
        let pair = [left.next_if(|it| it.id() == id), right.next_if(|it| it.id() == id)];
        let members = || pair.iter().copied().flatten();
        let articles = members().map(|entity| entity.articles().len()).sum();
        let mentions = members().map(Entity::mentions).sum();
        pairs.push((rank(articles, mentions, id), pair));
    }
    pairs.sort_unstable_by_key(|(rank, _)| *rank);
    pairs
}

/// Adds the names of an entity, each once, and notes their new numbers.
fn add_names(lists: &mut Lists, sides: &mut [Side; 2], members: [Option<Entity>; 2]) {
    let mut names: Vec<Joined> = Vec::new();
    for (of, entity) in members.into_iter().enumerate() {
        for name in entity.into_iter().flat_map(Entity::name_numbers) {
            let (letters, uses) = (sides[of].table.letters(name), sides[of].uses[name]);
            if let Some(known) = names.iter_mut().find(|known| known.letters == letters) {
                known.uses += uses;
                known.numbers[of] = Some(name);
            } else {
                names.push(Joined::new(letters, uses, (of, name)));
            }
        }
    }
    names.sort_unstable_by_key(Joined::rank);
    for name in names {
        name.note(sides, lists.add_name(name.letters));
    }
}

/// Adds the names of the values of a kind, each once, and notes their new numbers.
fn add_values(lists: &mut Lists, sides: &mut [Side; 2], kind: Kind) {
    let mut names: Vec<Joined> = Vec::new();
    for (of, side) in sides.iter().enumerate() {
        let values = side.table.values(kind);
        names.extend(
            values.map(|name| Joined::new(side.table.letters(name), side.uses[name], (of, name))),
        );
    }
    names.sort_by_key(|name| name.letters);
    names.dedup_by(|next, first| {
        next.letters == first.letters && {
            first.uses += next.uses;
            first.numbers[1] = next.numbers[1];
            true
        }
    });
    names.sort_unstable_by_key(Joined::rank);
    for name in names {
        name.note(sides, lists.add_value(kind, name.letters));
    }
}

/// Represents a name with its numbers in both tables.
struct Joined<'t> {
    letters: &'t str,
    uses: u32,
    numbers: [Option<usize>; 2],
}

impl<'t> Joined<'t> {
    fn new(letters: &'t str, uses: u32, (of, name): (usize, usize)) -> Self {
        let mut numbers = [None; 2];
        numbers[of] = Some(name);
        Self { letters, uses, numbers }
    }

    fn rank(&self) -> (bool, Reverse<u32>, &'t str) {
        let (shouts, uses) = name_rank(self.letters, self.uses);
        (shouts, uses, self.letters)
    }

    /// Notes its new number.
    fn note(&self, sides: &mut [Side; 2], number: u32) {
        for (side, name) in sides.iter_mut().zip(self.numbers) {
            if let Some(name) = name {
                side.names[name] = number;
            }
        }
    }
}

impl<'t> Side<'t> {
    fn new(table: &'t EntityTable) -> Self {
        let uses = uses(table);
        Self { names: vec![0; uses.len()], places: vec![0; table.len()], uses, table }
    }

    fn mentions(&self) -> impl Iterator<Item = impl Iterator<Item = (Span, u32)>> {
        let renamed = |(span, name): (_, u32)| (span, self.names[name as usize]);
        self.table.mentions.lists().map(move |list| list.map(renamed))
    }

    fn offices(&self) -> impl Iterator<Item = Office> {
        self.table.offices.iter().map(|office| Office {
            person: self.places[office.person as usize],
            name: self.names[office.name as usize],
            ..*office
        })
    }

    fn traits(&self) -> impl Iterator<Item = Told> {
        let told = self.table.traits.iter();
        told.map(|told| Told { person: self.places[told.person as usize], ..*told })
    }
}

/// Counts for each name the articles that use it.
fn uses(table: &EntityTable) -> Vec<u32> {
    let mut uses = vec![0; table.names.len()];
    let mut last = vec![u32::MAX; table.names.len()];
    for (article, mentions) in (0..).zip(table.mentions.lists()) {
        for (_, name) in mentions {
            let name = name as usize;
            uses[name] += u32::from(last[name] != article);
            last[name] = article;
        }
    }
    uses
}

/// Sorts what is said of persons; what an article says of one stays in its order.
fn sorted<T, K: Ord>(all: impl Iterator<Item = T>, key: impl Fn(&T) -> K) -> Box<[T]> {
    let mut all: Vec<T> = all.collect();
    all.sort_by_key(key);
    all.into_boxed_slice()
}
