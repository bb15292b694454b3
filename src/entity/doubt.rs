//! Whether one name stands for several people: what the articles say of its bearer is held against
//! each other. Offices change within a life, and so does where one serves; a year of birth does not.

use super::gazetteer::Class;
use super::resolve::{Born, Calling, Sex, Traits};
use super::tagger::gazetteer;
use super::{Entity, Kind, key};
use crate::corpus::ArticleNo;

/// Says why a name may stand for several people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// What is said of each of them, and where; nothing when the name is only a given name, which
    /// tells nobody apart.
    pub people: Vec<(Says, Vec<ArticleNo>)>,
}

/// Names what is said of one of several people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Says {
    /// Born in a year; about that year when only an age is given.
    Born {
        /// The year.
        year: u16,
        /// Whether the article gives it.
        given: bool,
    },
    /// Spoken of as a man.
    Man,
    /// Spoken of as a woman.
    Woman,
    /// By calling a footballer.
    Footballer,
    /// An artist.
    Artist,
    /// A doctor.
    Doctor,
    /// A lawyer.
    Lawyer,
    /// A driver.
    Driver,
    /// In an office, as the article has it.
    Office(String),
}

/// Represents what one article says.
struct Evidence<'t> {
    article: ArticleNo,
    traits: Traits,
    roles: Vec<&'t str>,
}

/// Finds what speaks against one person behind a name; `same` is that entity in each segment.
pub fn doubt(same: &[Entity]) -> Option<Doubt> {
    let first = same.first().filter(|entity| entity.kind() == Kind::Person)?;
    let articles: usize = same.iter().map(|entity| entity.articles().len()).sum();
    if articles < 2 {
        return None;
    }
    if is_given_name(first.name()) {
        return Some(Doubt { people: Vec::new() });
    }
    let evidence: Vec<Evidence> = same.iter().flat_map(|entity| evidence(*entity)).collect();
    let tests: [fn(&[Evidence]) -> Sides; 4] = [births, sexes, callings, seats];
    let people = tests.iter().map(|test| test(&evidence)).find(|people| people.len() > 1)?;
    Some(Doubt { people })
}

/// Represents the people that are told apart: what is said of each, and in which articles.
type Sides = Vec<(Says, Vec<ArticleNo>)>;

/// Tells whether a name is a single word that many people are called by, or initials.
fn is_given_name(name: &str) -> bool {
    let words = || name.split([' ', '.']).filter(|word| !word.is_empty());
    let initials = words().all(|word| word.chars().count() == 1);
    let shared = Class::MIDDLE.or(Class::SURNAME);
    initials || words().count() == 1 && gazetteer().phrase(&name.to_lowercase()).meets(shared)
}

fn evidence(entity: Entity) -> Vec<Evidence> {
    let mut found: Vec<Evidence> = entity
        .traits()
        .map(|(article, traits)| Evidence { article, traits, roles: Vec::new() })
        .collect();
    for (article, role) in entity.roles() {
        match found.iter_mut().find(|known| known.article == article) {
            Some(known) => known.roles.push(role),
            None => found.push(Evidence { article, traits: Traits::default(), roles: vec![role] }),
        }
    }
    found
}

/// Adds an article to the side that says the same.
fn add(sides: &mut Sides, says: Says, article: ArticleNo) {
    match sides.iter_mut().find(|(known, _)| *known == says) {
        Some((_, articles)) => articles.push(article),
        None => sides.push((says, vec![article])),
    }
}

/// Parts the years of birth where two lie too far apart to be one year told wrongly.
fn births(evidence: &[Evidence]) -> Sides {
    const APART: u16 = 2;
    const APART_BY_AGE: u16 = 6;
    let mut told: Vec<(Born, ArticleNo)> =
        evidence.iter().filter_map(|e| Some((e.traits.born?, e.article))).collect();
    told.sort_unstable();
    let far = |one: Born, other: Born| {
        let apart = if one.given && other.given { APART } else { APART_BY_AGE };
        other.year - one.year >= apart
    };
    let groups = told.chunk_by(|one, other| !far(one.0, other.0));
    let side = |group: &[(Born, ArticleNo)]| {
        let articles = group.iter().map(|(_, article)| *article).collect();
        (Says::Born { year: group[0].0.year, given: group[0].0.given }, articles)
    };
    groups.map(side).collect()
}

fn sexes(evidence: &[Evidence]) -> Sides {
    let mut sides = Sides::new();
    for one in evidence {
        let says = match one.traits.sex {
            Some(Sex::Man) => Says::Man,
            Some(Sex::Woman) => Says::Woman,
            None => continue,
        };
        add(&mut sides, says, one.article);
    }
    sides
}

fn callings(evidence: &[Evidence]) -> Sides {
    let mut sides = Sides::new();
    for one in evidence {
        let says = match one.traits.calling {
            Some(Calling::Football) => Says::Footballer,
            Some(Calling::Stage) => Says::Artist,
            Some(Calling::Doctor) => Says::Doctor,
            Some(Calling::Lawyer) => Says::Lawyer,
            Some(Calling::Driver) => Says::Driver,
            None => continue,
        };
        add(&mut sides, says, one.article);
    }
    sides
}

/// Lists what is said in offices that move from province to province, as keys have it: those of
/// the party and of parliament, and those outside the state.
const MOVING: [&str; 12] = [
    "bi2 thư",
    "quôc2 hôi5",
    "uy3 viên",
    "đai5 hoc5",
    "trương1",
    "bênh5 viên5",
    "cưu5",
    "nguyên",
    "công ty",
    "trung tâm",
    "hôi5",
    "quân khu",
];

/// Tells offices in different provinces apart, unless an article has them both.
fn seats(evidence: &[Evidence]) -> Sides {
    let mut sides: Vec<(String, String, Vec<ArticleNo>)> = Vec::new();
    for one in evidence {
        let mut seats = one.roles.iter().filter_map(|role| Some((seat(role)?, *role)));
        let Some((seat_key, role)) = seats.next() else { continue };
        if seats.any(|(other, _)| other != seat_key) {
            return Sides::new();
        }
        match sides.iter_mut().find(|(known, ..)| *known == seat_key) {
            Some((.., articles)) => articles.push(one.article),
            None => sides.push((seat_key, role.to_owned(), vec![one.article])),
        }
    }
    sides.into_iter().map(|(_, role, articles)| (Says::Office(role), articles)).collect()
}

/// Gives the key of the province that an office of the state ends in.
fn seat(role: &str) -> Option<String> {
    let office = format!(" {} ", key(Kind::Role, role));
    let known = |name: &str, class: Class| gazetteer().phrase(&name.to_lowercase()).meets(class);
    let mut spaces = role.match_indices(' ').map(|(at, _)| at);
    if MOVING.iter().any(|moving| office.contains(&format!(" {moving} ")))
        || !spaces.any(|at| known(&role[..at], Class::OFFICE))
    {
        return None;
    }
    let mut starts = role.match_indices(' ').map(|(at, _)| &role[at + 1..]);
    starts.find(|end| known(end, Class::PROVINCE)).map(|seat| key(Kind::Location, seat))
}

#[cfg(test)]
mod tests;
