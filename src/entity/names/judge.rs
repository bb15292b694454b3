//! What a run of capitals names.

use super::super::Kind;
use super::super::decide::Draft;
use super::super::gazetteer::Class;
use super::super::token::{Form, Tokens};
use super::cues;

/// Places that need no evidence.
pub(crate) const PLACE: Class = Class::PROVINCE.or(Class::COUNTRY).or(Class::CITY);
const SURE: Class = Class::NAME_P.or(Class::NAME_L).or(Class::NAME_O);
const LIKELY: Class = Class::MAYBE_P.or(Class::MAYBE_L).or(Class::MAYBE_O);

/// Words of speech and thought: a lone name before one is a person's.
const SPEECH: [&str; 24] = [
    "nói", "kể", "hỏi", "cười", "bảo", "đáp", "khai", "chia", "thừa", "khẳng", "nhớ", "viết",
    "tâm", "trả", "giải", "bày", "tiết", "nhận", "thổ", "gật", "lắc", "quay", "khóc", "sinh",
];

/// Gives the kind of a run that is a line of its own.
pub(crate) fn byline(t: &Tokens, from: usize, end: usize) -> Kind {
    let class = t.class(from, end);
    if class.meets(PLACE) {
        Kind::Location
    } else if class.meets(Class::NAME_O) {
        Kind::Organization
    } else {
        Kind::Person
    }
}

/// Cuts the first name off the run `from..end` and tells what it names, if anything.
pub(crate) fn piece(t: &Tokens, draft: &Draft, from: usize, end: usize) -> (usize, Option<Kind>) {
    if cues::person_before(t, draft, from)
        && let Some(to) = person_end(t, from, end)
    {
        return (to, Some(Kind::Person));
    }
    if let Some(kind) = cues::coded(t, draft, from, end) {
        return (end, Some(kind));
    }
    if cues::nameless(t, from, end) {
        let land = t.longest(from, Class::COUNTRY).filter(|&to| to < end);
        return (land.unwrap_or(end), None);
    }
    if t.form(from) == Form::Upper
        && t.form(from + 1) == Form::Title
        && t.is(from + 1, Class::SURNAME)
        && end > from + 2
        && !t.class(from, end).meets(SURE)
    {
        return (from + 1, None);
    }
    let class = t.class(from, end);
    if !headline(t, from, end)
        && let Some(kind) = listed(t, from, class)
    {
        return (end, Some(kind));
    }
    if let Some(to) = vietnamese_name(t, from, end) {
        return (to, Some(Kind::Person));
    }
    if let Some(to) =
        t.longest(from, SURE.or(LIKELY).or(PLACE)).filter(|&to| to < end && cuts(t, from, to, end))
    {
        return (to, listed(t, from, t.class(from, to)));
    }
    (end, unknown(t, from, end))
}

/// Finds where a person's name ends that the words before it announce.
fn person_end(t: &Tokens, from: usize, end: usize) -> Option<usize> {
    let class = t.class(from, end);
    let place = class.meets(PLACE) && !class.meets(Class::NAME_P);
    let body = class.meets(Class::NAME_O) && !class.meets(Class::SURNAME);
    let acronym = end == from + 1
        && t.form(from) == Form::Upper
        && t.raw(from).len() > 2
        && !class.meets(Class::NAME_P);
    let land = acronym
        || t.longest(from, Class::COUNTRY)
            .is_some_and(|to| to < end && !t.is(from, Class::SURNAME));
    if land
        || place && end > from + 1
        || body && t.form(from) == Form::Upper
        || foreign_land(t, from, end)
    {
        return None;
    }
    let limit = if t.is(from, Class::SURNAME) { from + 5 } else { from + 6 };
    Some(cut_before_office(t, from, end.min(limit)))
}

/// Tells whether the run is one country that is no given name: `ông Mỹ` is, `cầu thủ Pháp` is not.
fn foreign_land(t: &Tokens, from: usize, end: usize) -> bool {
    const NATIONS: [&str; 14] = [
        "mỹ", "pháp", "nga", "trung", "hàn", "nhật", "đức", "ý", "anh", "úc", "lào", "bỉ", "séc",
        "áo",
    ];
    const KIN: [&str; 14] = [
        "ông", "bà", "anh", "chị", "em", "cô", "chú", "bác", "bầu", "cụ", "thầy", "cháu", "bé",
        "cậu",
    ];
    let kin = from > 0 && t.any(from - 1, &KIN);
    !kin && end == from + 1 && t.any(from, &NATIONS)
}

fn cut_before_office(t: &Tokens, from: usize, end: usize) -> usize {
    (from + 1..end)
        .find(|&at| t.longest(at, Class::OFFICE.or(Class::RANK)).is_some_and(|to| to > at + 1))
        .unwrap_or(end)
}

/// Gives the kind that the tables give to a whole run.
fn listed(t: &Tokens, from: usize, class: Class) -> Option<Kind> {
    let single = t.form(from) == Form::Title && t.raw(from).chars().count() < 3;
    if class.meets(PLACE)
        && !(t.opens(from)
            && class.meets(Class::COMMON.or(Class::BEFORE_PERSON))
            && pronoun(t, from))
    {
        return Some(Kind::Location);
    }
    let address = t.opens(from) && class.meets(Class::BEFORE_PERSON) && t.small(from + 1);
    let weak = t.opens(from) && class.meets(Class::COMMON) || address;
    if weak || single && !class.meets(Class::NAME_L) {
        return None;
    }
    if class.meets(Class::NAME_P) {
        return Some(Kind::Person);
    }
    if class.meets(Class::NAME_L) {
        return Some(Kind::Location);
    }
    if class.meets(Class::NAME_O) {
        return Some(Kind::Organization);
    }
    let hint = cues::hint(t, from);
    if class.meets(LIKELY) && hint.is_some() {
        return hint;
    }
    let table = [
        (Class::MAYBE_P, Kind::Person),
        (Class::MAYBE_L, Kind::Location),
        (Class::MAYBE_O, Kind::Organization),
    ];
    table.into_iter().find(|(maybe, _)| class.meets(*maybe)).map(|(_, kind)| kind)
}

/// Tells whether `Anh` opens a sentence as a pronoun: a verb or a small word follows it.
fn pronoun(t: &Tokens, from: usize) -> bool {
    t.low(from) == "anh" && t.small(from + 1)
}

/// Finds the end of a Vietnamese full name: a surname and one to four syllables more.
fn vietnamese_name(t: &Tokens, from: usize, end: usize) -> Option<usize> {
    if !t.is(from, Class::SURNAME)
        || end < from + 2
        || t.form(from) == Form::Upper && headline(t, from, end)
    {
        return None;
    }
    if t.opens(from) && t.is(from, Class::COMMON) && !t.is(from + 1, Class::MIDDLE) {
        return None;
    }
    if t.class(from + 1, end).meets(PLACE) && end > from + 2 {
        return None;
    }
    let syllables = (from..end).take_while(|&at| t.capital(at)).count();
    let long = syllables >= 3 && (t.is(from + 1, Class::MIDDLE) || syllables <= 4);
    (long || syllables == 2 && !t.is(from + 1, Class::COMMON))
        .then(|| cut_before_office(t, from, from + syllables.min(5)))
}

/// Tells whether a listed name may be cut off the front of a longer run.
fn cuts(t: &Tokens, from: usize, to: usize, end: usize) -> bool {
    let class = t.class(from, to);
    let rest = t.class(to, end);
    class.meets(PLACE) && (to > from + 1 || rest.meets(SURE.or(PLACE)) || t.is(to, Class::SURNAME))
        || to > from + 1
            && class.meets(SURE)
            && (rest.meets(SURE.or(LIKELY).or(PLACE)) || t.is(to, Class::SURNAME))
}

/// Tells whether a run stands in a headline of capitals, where its form says nothing.
fn headline(t: &Tokens, from: usize, end: usize) -> bool {
    let upper = |at: usize| t.form(at) == Form::Upper;
    upper(from) && (end > from + 2 && (from..end).all(upper) || upper(end) && upper(end + 1))
}

/// Judges a run that no table knows.
fn unknown(t: &Tokens, from: usize, end: usize) -> Option<Kind> {
    if headline(t, from, end) || end == from + 1 && t.raw(from).chars().count() < 2 {
        return None;
    }
    if let Some(kind) = cues::hint(t, from) {
        let common = t.is(from, Class::COMMON);
        return (!common).then_some(kind);
    }
    if (from..end).all(|at| t.form(at) == Form::Upper) {
        return None;
    }
    let named = (from..end).filter(|&at| t.capital(at) && !t.is(at, Class::COMMON)).count();
    let byline = t.opens_line(from) && !t.same_line(from, end);
    let lone = end == from + 1 && t.any(end, &SPEECH) && t.small(end) && t.same_line(from, end);
    if lone && !t.is(from, Class::COMMON) && t.form(from) == Form::Title {
        return Some(Kind::Person);
    }
    let person = named >= 2 && named + 1 >= end - from;
    (person && (!t.opens(from) || byline || end > from + 1)).then_some(Kind::Person)
}
