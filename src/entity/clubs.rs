//! Clubs that are called by their province alone, as reports on football do: `2-1 trước Thanh Hóa`.
//!
//! Whether a province is a club there is not to be seen from one sentence, so this looks at the
//! whole article: whether it speaks of football, and whether anywhere the province plays.

use std::collections::HashMap;

use super::Kind;
use super::decide::Candidate;
use super::gazetteer::Class;
use super::token::{Form, Tokens};

/// Words before a club that plays.
const PLAYS: [&str; 12] =
    ["trước", "gặp", "thắng", "thua", "hạ", "lưới", "thủ", "clb", "đội", "với", "tiếp", "khách"];

/// Words before a place.
const TO_PLACE: [&str; 17] = [
    "ở", "tại", "từ", "đến", "quê", "tỉnh", "tới", "về", "sân", "phố", "người", "vào", "rời",
    "trên", "động", "bay", "khán",
];

/// One word in so many must be of football.
const DENSITY: usize = 60;

/// Makes the provinces that play in an article about football bodies.
pub(crate) fn rename(t: &Tokens, mentions: &mut [Candidate]) {
    let bare =
        |c: &Candidate| c.kind == Kind::Location && t.class(c.from, c.to).meets(Class::PROVINCE);
    let mut plays: HashMap<&str, usize> = HashMap::new();
    for candidate in mentions.iter().filter(|candidate| bare(candidate)) {
        *plays.entry(t.source(candidate.from, candidate.to)).or_default() +=
            usize::from(play(t, candidate));
    }
    plays.retain(|_, count| *count > 1);
    if plays.is_empty() || !football(t) {
        return;
    }
    for candidate in mentions.iter_mut().filter(|candidate| bare(candidate)) {
        let Candidate { from, to, .. } = *candidate;
        let place = from > 0 && t.same_line(from - 1, from) && t.any(from - 1, &TO_PLACE);
        if plays.contains_key(t.source(from, to)) && !place {
            candidate.kind = Kind::Organization;
        }
    }
}

/// Tells whether the words beside a province say that it plays.
fn play(t: &Tokens, candidate: &Candidate) -> bool {
    let Candidate { from, to, .. } = *candidate;
    let before = from > 0 && t.same_line(from - 1, from) && t.any(from - 1, &PLAYS);
    let score = t.form(to) == Form::Number && t.raw(to).len() == 3 && t.raw(to).contains('-');
    before || score && t.same_line(from, to)
}

/// Tells whether an article speaks of football.
fn football(t: &Tokens) -> bool {
    let words = (0..t.len()).filter(|&at| t.longest(at, Class::SPORT).is_some()).count();
    words > 4 && words * DENSITY > t.len()
}

#[cfg(test)]
mod tests {
    use super::super::tagger::gazetteer;
    use super::*;

    /// Checks how many of the places of a text become clubs.
    fn check(text: &str, expected: usize) {
        let t = Tokens::new(text, gazetteer());
        let place = |from: &usize| t.class(*from, from + 2).meets(Class::PROVINCE);
        let mention = |from| Candidate { from, to: from + 2, kind: Kind::Location };
        let mut mentions: Vec<Candidate> = (0..t.len()).filter(place).map(mention).collect();
        rename(&t, &mut mentions);
        let clubs = mentions.iter().filter(|found| found.kind == Kind::Organization).count();
        assert_eq!(clubs, expected, "{text:?}");
    }

    #[test]
    fn provinces_that_play_are_clubs() {
        let football = "Ở V-League, tiền đạo ghi bàn trong trận đấu, thủ môn và hậu vệ đứng nhìn.";
        let plays = "Thắng 2-1 trước Thanh Hóa, họ sẽ gặp Nam Định. Cầu thủ Thanh Hóa tiếc.";
        check(&format!("{football} {plays} Về Thanh Hóa nghỉ, Thanh Hóa lo."), 3);
        check(&format!("{plays} Về Thanh Hóa nghỉ, Thanh Hóa lo."), 0);
        check(&format!("{football} Ông ở Thanh Hóa, quê Thanh Hóa."), 0);
    }
}
