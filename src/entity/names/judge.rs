//! What a run of capitals names.

use super::super::Kind;
use super::super::decide::Draft;
use super::super::gazetteer::Class;
use super::super::token::{Form, Tokens};

/// Words before a place.
const TO_PLACE: [&str; 13] =
    ["ở", "tại", "từ", "đến", "quê", "ngụ", "trú", "sang", "tới", "thăm", "rời", "khắp", "quanh"];

/// Words before a body.
const TO_BODY: [&str; 16] = [
    "hãng", "tờ", "đài", "nhóm", "clb", "đội", "ngân", "hàng", "kênh", "sàn", "báo", "trang",
    "theo", "ty", "đoàn", "mạng",
];

const PLACE: Class = Class::PROVINCE.or(Class::COUNTRY).or(Class::CITY);
const SURE: Class = Class::NAME_P.or(Class::NAME_L).or(Class::NAME_O);
const LIKELY: Class = Class::MAYBE_P.or(Class::MAYBE_L).or(Class::MAYBE_O);

/// Words after which a run in capitals names a weapon, a vehicle, a disease or a people.
const NO_NAME: [&str; 30] = [
    "thống", "lửa", "rocket", "bay", "virus", "dịch", "bệnh", "vaccine", "chip", "xe", "phóng",
    "tộc", "bào", "tiếng", "súng", "pháo", "tàu", "mẫu", "dòng", "chiếc", "iphone", "galaxy",
    "game", "điệu", "tăng", "thuốc", "chữ", "giống", "sách", "phim",
];

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
    if person_before(t, draft, from)
        && let Some(to) = person_end(t, from, end)
    {
        return (to, Some(Kind::Person));
    }
    if let Some(kind) = coded(t, draft, from, end) {
        return (end, Some(kind));
    }
    if nameless(t, from, end) {
        return (end, None);
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

/// Tells whether the words right before a token say that a person's name follows.
fn person_before(t: &Tokens, draft: &Draft, from: usize) -> bool {
    let Some(before) = from.checked_sub(1).filter(|&at| t.same_line(at, from)) else {
        return false;
    };
    if draft.at(before).is_some_and(|c| c.kind == Kind::Role) {
        return true;
    }
    (from.saturating_sub(3)..from).any(|start| {
        t.class(start, from).meets(Class::BEFORE_PERSON)
            && (!t.capital(start) || t.opens(start) || start + 1 < from)
            && t.same_line(start, from)
    }) || credit(t, from)
}

/// Tells whether a token follows `Ảnh:` or another mark of authorship.
fn credit(t: &Tokens, from: usize) -> bool {
    from >= 2 && t.raw(from - 1) == ":" && t.any(from - 2, &["ảnh", "tin", "bài", "video", "clip"])
}

/// Reads a short name in brackets or a unit's code: `(NCSC)` after a body, `PA05`.
fn coded(t: &Tokens, draft: &Draft, from: usize, end: usize) -> Option<Kind> {
    if t.form(from) != Form::Upper && !(t.form(from) == Form::Title && t.raw(from).len() == 1) {
        return None;
    }
    let unit = end == from + 2
        && t.raw(from + 1).len() == 2
        && t.any(from, &["pa", "pc", "px", "pv", "ph", "pk", "a", "c", "pb"])
        && t.form(from + 1) == Form::Number;
    let bracket = from > 1 && t.raw(from - 1) == "(" && t.raw(end) == ")" && end <= from + 3;
    let owner = if bracket { draft.at(from - 2).map(|c| c.kind) } else { None };
    let source =
        from == 1 && t.raw(0) == "(" || t.opens_line(from) && matches!(t.raw(end), "-" | "–");
    let dateline = source && end == from + 1 && t.raw(from).len() <= 5;
    let body = matches!(owner, Some(Kind::Organization | Kind::Role));
    let known = t.class(from, end).meets(PLACE);
    (!known && (unit || body || dateline)).then_some(Kind::Organization)
}

/// Tells whether the words before a run say that it is no name: `tiếng Anh`, `iPhone 14 Pro`.
fn nameless(t: &Tokens, from: usize, end: usize) -> bool {
    let Some(before) = from.checked_sub(1).filter(|&at| t.same_line(at, from)) else {
        return false;
    };
    let model = t.form(before) == Form::Number
        && before > 0
        && (t.capital(before - 1) || t.any(before - 1, &["iphone"]));
    let land = t.class(from, end);
    let people = t.any(before, &["người", "gốc"])
        && (land.meets(Class::COUNTRY) || !land.meets(PLACE.or(Class::NAME_L).or(Class::DISTRICT)));
    let side =
        t.any(before, &["phía", "hướng", "gió"]) && t.any(from, &["nam", "bắc", "đông", "tây"]);
    let unnamed = t.any(before, &NO_NAME) && !t.class(from, end).meets(Class::NAME_P);
    let language = t.any(before, &["tiếng", "chữ"]);
    let land = t.class(from, end).meets(PLACE) && !language;
    model || people || side || unnamed && !land
}

/// Finds the end of a name of two to four words after a mark of authorship, before any grammar.
pub(crate) fn credited(t: &Tokens, from: usize) -> Option<usize> {
    if !t.capital(from) || !credit(t, from) {
        return None;
    }
    let words =
        (from..from + 5).take_while(|&at| t.form(at) == Form::Title && t.same_line(from, at));
    let end = from + words.count();
    let closed = t.form(end) == Form::Mark || !t.same_line(from, end);
    let known = t.class(from, end);
    let other = known.meets(PLACE.or(Class::NAME_O).or(Class::WHOLE))
        || t.longest(from, Class::AREA_HEAD) == Some(end);
    ((from + 2..from + 5).contains(&end) && closed && !other).then_some(end)
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
    let hint = hint(t, from);
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

/// Gives the kind that the word before a run points to.
fn hint(t: &Tokens, from: usize) -> Option<Kind> {
    let before = from.checked_sub(1).filter(|&at| t.same_line(at, from))?;
    if t.any(before, &TO_PLACE) && t.form(from) == Form::Title {
        return Some(Kind::Location);
    }
    (t.any(before, &TO_BODY) && t.small(before)).then_some(Kind::Organization)
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
    if let Some(kind) = hint(t, from) {
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
