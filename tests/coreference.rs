//! What mentions are resolved to, on cases taken by hand from the training corpus.

#![allow(clippy::unwrap_used, reason = "a test may fail by panicking")]
#![allow(clippy::print_stdout, reason = "the shares are for the one who runs the test")]

use docbao::corpus::Date;
use docbao::entity::{ArticleEntity, Kind, Mention, Resolved, Tagger, key};
use docbao::text::Span;

const CASES: &str = include_str!("data/coreference.txt");

/// Limits how many of a kind's cases may be missed, in a hundred.
const MISSES_ALLOWED: usize = 10;

/// Represents one case of the file.
struct Case {
    kind: Kind,
    date: Option<Date>,
    answer: &'static str,
    text: String,
    mentions: Vec<Mention>,
    /// The number of the mention that is asked about.
    asked: usize,
}

fn cases() -> Vec<Case> {
    CASES.split("\n\n").map(str::trim).filter(|case| !case.starts_with('#')).map(case).collect()
}

fn case(source: &'static str) -> Case {
    let (header, marked) = source.split_once('\n').unwrap();
    let (head, answer) = header.split_once(" | ").unwrap();
    let (kind, date) = head.split_once(' ').unwrap();
    let (mut text, mut mentions, mut asked) = (String::new(), Vec::new(), None);
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let (inside, tail) = after.split_once('}').unwrap();
        let (code, name) = inside.split_once(' ').unwrap();
        if code.ends_with('*') {
            assert!(asked.replace(mentions.len()).is_none(), "two are asked about: {source}");
        }
        let start = text.len();
        text.push_str(name);
        let span = Span::new(start, text.len());
        mentions.push(Mention { span, kind: kind_of(&code[..1]) });
        rest = tail;
    }
    text.push_str(rest);
    let kind = Kind::from_name(kind).unwrap();
    let asked = asked.expect("a mention is asked about");
    assert_eq!(mentions[asked].kind, kind, "{source}");
    Case { kind, date: Date::parse(date), answer, text, mentions, asked }
}

fn kind_of(code: &str) -> Kind {
    let number = "POLRWDMQE".find(code).unwrap();
    Kind::ALL[number]
}

/// Tells what is given instead of the answer, if another thing is.
fn wrong(case: &Case) -> Option<String> {
    let resolved = Tagger::shared().resolve(&case.text, case.mentions.clone(), case.date);
    let entity = resolved.entity(case.asked);
    if !case.kind.is_named() {
        let value = entity.value.clone().unwrap_or_default();
        return (value != case.answer).then_some(value);
    }
    let (name, holder) = case.answer.split_once(" @ ").unwrap_or((case.answer, ""));
    let held = holders(&resolved, &entity.name);
    let right_holder = match holder {
        "" => true,
        "-" => held.is_empty(),
        _ => held.iter().any(|person| person.key() == key(Kind::Person, holder)),
    };
    let right = entity.key() == key(case.kind, name) && right_holder;
    let held: Vec<&str> = held.iter().map(|person| person.name.as_str()).collect();
    (!right).then(|| format!("{} {held:?}", entity.name))
}

/// Finds the persons who have a role.
fn holders<'r>(resolved: &'r Resolved, role: &str) -> Vec<&'r ArticleEntity> {
    let key_of = |role: &str| key(Kind::Role, role);
    let has = |person: &&ArticleEntity| {
        resolved.roles(person).iter().any(|known| key_of(known) == key_of(role))
    };
    resolved.entities.iter().filter(has).collect()
}

#[test]
fn nine_tenths_of_the_cases_of_each_kind_are_resolved_rightly() {
    let cases = cases();
    let mut report = Vec::new();
    let mut weak = Vec::new();
    for kind in Kind::ALL {
        let of_kind: Vec<&Case> = cases.iter().filter(|case| case.kind == kind).collect();
        assert_eq!(of_kind.len(), 20, "cases of {}", kind.name());
        let misses: Vec<String> = of_kind
            .iter()
            .filter_map(|case| Some((case, wrong(case)?)))
            .map(|(case, given)| {
                let mention = case.mentions[case.asked].span.of(&case.text);
                format!("  {mention} -> {given}, not {}\n", case.answer)
            })
            .collect();
        let right = of_kind.len() - misses.len();
        report.push(format!("{}: {right} of {}\n{}", kind.name(), of_kind.len(), misses.concat()));
        if misses.len() * 100 > of_kind.len() * MISSES_ALLOWED {
            weak.push(kind.name());
        }
    }
    let report = report.concat();
    println!("{report}");
    assert!(weak.is_empty(), "too weak: {weak:?}\n{report}");
}
