use super::*;
use crate::text::Span;

fn named(kind: Kind, name: &str) -> Named {
    Named { kind, name: name.into() }
}

fn person(name: &str) -> Named {
    named(Kind::Person, name)
}

fn merge(entity: &str, into: &str) -> Correction {
    Correction::Merge { entity: person(entity), into: person(into) }
}

fn reject(entity: &str) -> Correction {
    Correction::Reject { entity: person(entity) }
}

/// Makes an article that mentions persons one after the other, each at ten times its place.
fn article(people: &[&str]) -> Resolved {
    let mut resolved = Resolved::default();
    for (at, name) in people.iter().enumerate() {
        let id = EntityId::of(Kind::Person, name);
        let known = resolved.entities.iter().position(|known| known.id == id);
        let number = known.unwrap_or_else(|| {
            let entity = ArticleEntity::new(Kind::Person, id);
            resolved.entities.push(ArticleEntity { name: (*name).into(), ..entity });
            resolved.entities.len() - 1
        });
        resolved.entities[number].mentions.push(at);
        resolved.entity_of.push(number);
        resolved
            .mentions
            .push(Mention { span: Span::new(at * 10, at * 10 + 1), kind: Kind::Person });
    }
    resolved
}

/// Shows the entity of each mention that is left.
fn shown(resolved: &Resolved) -> String {
    let names = (0..resolved.mentions.len()).map(|mention| {
        let entity = resolved.entity(mention);
        assert!(
            entity.mentions.contains(&mention) && entity.kind == resolved.mentions[mention].kind
        );
        format!("{}{}", &entity.kind.name()[..1], entity.name)
    });
    names.collect::<Vec<_>>().join(" ")
}

fn check(corrections: &[Correction], expected: &str) {
    let corrected = Corrections::new(corrections.iter().cloned());
    let article = article(&["An", "Bình", "An", "Chi"]);
    assert_eq!(shown(&corrected.apply("a", article)), expected, "{corrections:?}");
}

#[test]
fn what_is_found_is_corrected() {
    check(&[], "pAn pBình pAn pChi");
    check(&[merge("Bình", "An")], "pAn pAn pAn pChi");
    check(&[merge("An", "Dũng")], "pDũng pBình pDũng pChi");
    check(&[reject("An")], "pBình pChi");
    check(&[reject("An"), Correction::Undo], "pAn pBình pAn pChi");
    let wrong = |article: &str, at| Correction::Mention {
        entity: person("An"),
        article: article.into(),
        at,
    };
    check(&[wrong("a", 20)], "pAn pBình pChi");
    check(&[wrong("b", 20)], "pAn pBình pAn pChi");
    check(&[Correction::Kind { entity: person("An"), to: Kind::Location }], "lAn pBình lAn pChi");
}

#[test]
fn corrections_follow_each_other() {
    check(&[merge("An", "Bình"), merge("Bình", "Chi")], "pChi pChi pChi pChi");
    check(&[merge("Bình", "Chi"), merge("An", "Bình")], "pChi pChi pChi pChi");
    check(&[merge("An", "Bình"), merge("Bình", "An")], "pBình pBình pBình pChi");
    check(&[merge("An", "Bình"), reject("An")], "pChi");
    check(&[merge("An", "Bình"), reject("Bình")], "pChi");
    check(&[merge("An", "Bình"), merge("Chi", "An"), Correction::Undo], "pBình pBình pBình pChi");
    let of = Correction::Kind { entity: person("An"), to: Kind::Organization };
    check(&[merge("An", "Bình"), of], "oBình oBình oBình pChi");
    check(&[Correction::Undo, merge("An", "An")], "pAn pBình pAn pChi");
}

#[test]
fn a_group_is_all_that_count_for_one() {
    let corrections = Corrections::new([merge("An", "Bình"), merge("Chi", "An"), reject("Dũng")]);
    let ids = |names: &[&str]| names.iter().map(|name| person(name).id()).collect::<Vec<_>>();
    let mut group = corrections.group(person("Chi").id());
    assert_eq!(group.remove(0), person("Bình").id());
    assert_eq!(group.len(), 2);
    assert!(ids(&["An", "Chi"]).iter().all(|id| group.contains(id)));
    assert_eq!(corrections.group(person("Dũng").id()), []);
    assert_eq!(corrections.group(person("Lan").id()), ids(&["Lan"]));
    assert_eq!(corrections.largest_group(), 3);
}

#[test]
fn the_file_says_what_was_said() {
    let said = [
        merge("Phạm \"S\"", "Phạm S"),
        Correction::Kind { entity: person("Sông Đà"), to: Kind::Organization },
        reject("Hội\\nghị"),
        Correction::Mention { entity: person("An"), article: "a.txt:7".into(), at: 120 },
        Correction::Undo,
    ];
    let written: String = said.iter().map(ToString::to_string).collect();
    assert_eq!(parse(&written), Ok((said.to_vec(), Vec::new())), "{written}");
    assert!(said.iter().all(|one| one.to_string().starts_with("\n[[correction]]\ndo = ")));
}

/// Compares the corrections that are understood, and the lines of those that are not.
fn check_file(text: &str, corrections: usize, broken: &[usize]) {
    let (known, wrong) = parse(text).unwrap();
    assert_eq!(known.len(), corrections, "{text}");
    assert_eq!(wrong.iter().map(|wrong| wrong.line).collect::<Vec<_>>(), broken, "{text}");
}

#[test]
fn what_is_not_understood_does_not_stop_the_rest() {
    let undo = "[[correction]]\ndo = \"undo\"\n";
    check_file("", 0, &[]);
    check_file("# nothing\n[other]\nx = 1", 0, &[]);
    check_file(&format!("{undo}{undo}"), 2, &[]);
    check_file(&format!("{undo}[[correction]]\ndo = \"fly\"\n{undo}"), 2, &[4]);
    check_file(
        "[[correction]]\ndo = \"reject\"\nentity = { kind = \"person\", nam = \"A\" }",
        0,
        &[1],
    );
    assert_eq!(parse("[[correction]]\ndo = ").map_err(|broken| broken.line), Err(2));
}
