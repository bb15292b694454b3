//! What is certain of a name whatever the model weighs: words that name nothing, words cut in two.
//!
//! The model sees parts of words as names where their capital is the sentence's, and products as
//! people where they were never in the training articles. Nothing is found here; what is found is
//! kept, mended or dropped.

use super::Kind;
use super::decide::Candidate;
use super::gazetteer::Class;
use super::token::{Form, Tokens};

/// Words that go with `nam`, man, at the opening of a sentence: `Nam thanh niên`.
const MEN: [&str; 10] =
    ["thanh", "sinh", "bệnh", "nhân", "công", "hành", "tài", "giới", "du", "nữ"];

/// Mends a mention, or drops it.
pub(crate) fn review(t: &Tokens, candidate: Candidate) -> Option<Candidate> {
    let Candidate { from, to, kind } = closed_up(t, candidate);
    if kind.index() > Kind::Location.index() {
        return Some(Candidate { from, to, kind });
    }
    let nothing = t.class(from, to).meets(Class::NOTHING)
        || half_a_word(t, from, to)
        || people(t, from, to, kind);
    let from = particle(t, without_land(t, from, to, kind));
    let kind = if kind == Kind::Organization && byline(t, from, to) { Kind::Person } else { kind };
    (!nothing).then_some(Candidate { from, to, kind })
}

/// Ends a mention at a gap of several spaces: between numbers it parts the cells of a table, and
/// after a name it stands where a line was lost.
fn closed_up(t: &Tokens, candidate: Candidate) -> Candidate {
    let Candidate { from, to, kind } = candidate;
    let name = matches!(kind, Kind::Person | Kind::Location);
    let number = |at: usize| t.form(at) == Form::Number;
    let parts = |at: &usize| t.gap(*at) && (name || number(at - 1) && number(*at));
    Candidate { to: (from + 1..to).find(parts).unwrap_or(to), ..candidate }
}

/// Tells whether a name of one syllable is rather the first of a word: `Trung thu`.
fn half_a_word(t: &Tokens, from: usize, to: usize) -> bool {
    if to == from + 1 && from > 0 && t.any(from - 1, &["thứ"]) && t.same_line(from - 1, from) {
        return true;
    }
    let next = t.small(to) && t.same_line(from, to) && !t.glued(to);
    if to != from + 1 || t.form(from) != Form::Title || !next {
        return false;
    }
    let man = t.opens(from) && t.low(from) == "nam" && t.any(to, &MEN);
    let word = t.class(from, to + 1).meets(Class::COMPOUND);
    man || word && (t.opens(from) || !t.after(from, Class::BEFORE_PERSON))
}

/// Tells whether a name of one syllable names a people or its language: `người Việt`, `tiếng Anh`.
fn people(t: &Tokens, from: usize, to: usize, kind: Kind) -> bool {
    let land = t.is(from, Class::COUNTRY) || t.low(from) == "việt";
    let language = t.any(from.wrapping_sub(1), &["tiếng"]);
    to == from + 1
        && kind != Kind::Organization
        && t.form(from) == Form::Title
        && land
        && (language || t.any(from.wrapping_sub(1), &["người"]))
        && t.same_line(from.wrapping_sub(1), from)
}

/// Gives where the name of a country begins after `nước`, which is no part of it.
fn without_land(t: &Tokens, from: usize, to: usize, kind: Kind) -> usize {
    let land = kind == Kind::Location && to > from + 1 && t.low(from) == "nước";
    if land && t.capital(from + 1) { from + 1 } else { from }
}

/// Gives where a foreign name begins whose first letter is parted from it: `L'Oréal`, `D'Arc`.
fn particle(t: &Tokens, from: usize) -> usize {
    let letter = from >= 2
        && t.glued(from)
        && t.glued(from - 1)
        && matches!(t.raw(from - 1), "'" | "’")
        && t.capital(from - 2)
        && t.raw(from - 2).len() == 1;
    if letter { from - 2 } else { from }
}

/// Tells whether a body is rather the author of the article, whose name closes it.
fn byline(t: &Tokens, from: usize, to: usize) -> bool {
    let words = to == from + 2 && (from..to).all(|at| t.form(at) == Form::Title);
    let known = Class::NAME_O.or(Class::WHOLE);
    words && to == t.len() && from > 0 && t.opens_line(from) && !t.class(from, to).meets(known)
}

#[cfg(test)]
mod tests {
    use super::super::tagger::gazetteer;
    use super::*;

    /// Checks what becomes of a mention of some words in a text; nothing when it is dropped.
    fn check(text: &str, words: &str, kind: Kind, expected: &str) {
        let t = Tokens::new(text, gazetteer());
        let all = (0..t.len()).flat_map(|from| (from + 1..=t.len()).map(move |to| (from, to)));
        let (from, to) =
            all.clone().find(|&(from, to)| t.source(from, to) == words).unwrap_or((0, 0));
        let found = review(&t, Candidate { from, to, kind });
        let found = found.map_or("", |found| t.source(found.from, found.to));
        assert_eq!(found, expected, "{words:?} in {text:?}");
    }

    #[test]
    fn what_is_no_name_is_dropped() {
        for (text, words) in [
            ("Bệnh nhân Covid khỏi.", "Covid"),
            ("Máy chạy Windows cũ.", "Windows"),
            ("Nam thanh niên bị bắt.", "Nam"),
            ("Dạy tiếng Việt ở đó.", "Việt"),
            ("Vào hôm thứ Sáu tới.", "Sáu"),
        ] {
            check(text, words, Kind::Person, "");
        }
        check("Một người Nhật kể.", "Nhật", Kind::Location, "");
        check("Các nước Hồi giáo họp.", "Hồi", Kind::Location, "");
    }

    #[test]
    fn names_are_kept() {
        for (text, words, kind) in [
            ("Ông Nam nói thế.", "Nam", Kind::Person),
            ("Anh Trung thu tiền.", "Trung", Kind::Person),
            ("Nước Nhật ở xa.", "Nhật", Kind::Location),
            ("Ngày  2/9 năm 1945", "Ngày  2/9 năm 1945", Kind::Date),
        ] {
            check(text, words, kind, words);
        }
    }

    #[test]
    fn names_are_mended() {
        check("gặp Steve Jobs  Khi ấy", "Steve Jobs  Khi", Kind::Person, "Steve Jobs");
        check("bảng 1972  1974 đó", "1972  1974", Kind::Date, "1972");
        check("hãng L'Oréal mới", "Oréal", Kind::Organization, "L'Oréal");
        check("ở nước Đức xưa", "nước Đức", Kind::Location, "Đức");
    }

    #[test]
    fn the_author_closes_the_article() {
        let kind = |text: &str, from: usize, to: usize| {
            let t = Tokens::new(text, gazetteer());
            review(&t, Candidate { from, to, kind: Kind::Organization }).map(|found| found.kind)
        };
        assert_eq!(kind("Hết.\nTrường Thịnh\n", 2, 4), Some(Kind::Person));
        assert_eq!(kind("Hết.\nTrường Thịnh đón khách", 2, 4), Some(Kind::Organization));
        assert_eq!(kind("Hết.\nTuổi Trẻ", 2, 4), Some(Kind::Organization));
    }
}
