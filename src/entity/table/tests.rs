use proptest::prelude::*;

use super::*;
use crate::corpus::{Record, SEEDS, Shape, Source, parse_record};
use crate::text::Span;

fn segment(texts: &[&str]) -> Segment {
    let article = |text: &&str| {
        let record = Record { bytes: (*text).into(), line: 1, shape: Shape::Text };
        parse_record(&record, &Source::new("a.txt")).expect("the text is fine").article
    };
    Segment { first: ArticleNo(7), articles: texts.iter().map(article).collect() }
}

fn kind_of(code: &str) -> Kind {
    ["P", "O", "L", "R"]
        .iter()
        .position(|known| *known == code)
        .map_or(Kind::Date, |n| Kind::ALL[n])
}

/// Makes the table of texts in which mentions are marked as `{P name}`.
fn table(marked: &[&str]) -> EntityTable {
    let (mut texts, mut mentions) = (Vec::new(), Vec::new());
    for source in marked {
        let (mut text, mut found) = (String::new(), Vec::new());
        for piece in source.split_inclusive('}') {
            let (before, mark) = piece.split_once('{').unwrap_or((piece, ""));
            text.push_str(before);
            if let Some((code, name)) = mark.trim_end_matches('}').split_once(' ') {
                let span = Span::new(text.len(), text.len() + name.len());
                found.push(Mention { span, kind: kind_of(code) });
                text.push_str(name);
            }
        }
        texts.push(text);
        mentions.push(found);
    }
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    EntityTable::new(&segment(&texts), mentions, Tagger::shared())
}

/// Compares what the entity of a name is in texts with marks: its names, then the numbers of its
/// articles, its mentions, and its roles.
fn check(marked: &[&str], (kind, name): (Kind, &str), expected: &str) {
    let table = table(marked);
    let entity = table.find(EntityId::of(kind, name)).expect("it is in the table");
    let articles: Vec<u32> = entity.articles().iter().map(|number| number.0).collect();
    let roles: Vec<String> =
        entity.roles().map(|(article, role)| format!("{} {role}", article.0)).collect();
    let names = entity.names().collect::<Vec<_>>().join("; ");
    assert_eq!(entity.names().next(), Some(entity.name()));
    let shown = format!("{names} | {articles:?} {} {}", entity.mentions(), roles.join("; "));
    assert_eq!(shown.trim_end(), expected, "{marked:?}");
}

#[test]
fn an_entity_has_the_names_that_its_articles_give_it() {
    let place = (Kind::Location, "Lâm Đồng");
    check(&["ở {L Lâm Đồng}.", "ở {L Lâm Đồng}."], place, "Lâm Đồng | [7, 8] 2");
    check(
        &["ở {L tỉnh Lâm Đồng}, {L Lâm Đồng}.", "mưa", "{L Lâm Đồng}", "{L Lâm Đồng} đây"],
        place,
        "Lâm Đồng; tỉnh Lâm Đồng | [7, 9, 10] 4",
    );
    check(
        &["{L LÂM ĐỒNG}.", "{L LÂM ĐỒNG}.", "{L Lâm Đồng}."],
        place,
        "Lâm Đồng; LÂM ĐỒNG | [7, 8, 9] 3",
    );
}

#[test]
fn a_short_name_is_kept_if_the_full_one_has_other_words() {
    let body = (Kind::Organization, "Tập đoàn Dầu khí Việt Nam");
    check(
        &["{O Tập đoàn Dầu khí Việt Nam} ({O PVN}). {O PVN}, {O Tập đoàn Dầu khí}"],
        body,
        "Tập đoàn Dầu khí Việt Nam; PVN | [7] 3",
    );
    let person = (Kind::Person, "Nguyễn Văn Giang");
    check(&["{P Nguyễn Văn Giang}, ông {P Giang}"], person, "Nguyễn Văn Giang | [7] 2");
}

#[test]
fn a_person_has_the_roles_of_each_article() {
    check(
        &["{R Thiếu tướng} {P Lê An}, {R Cục trưởng}", "{P Lê An} đi", "{R Đại tướng} {P Lê An}"],
        (Kind::Person, "Lê An"),
        "Lê An | [7, 8, 9] 3 7 Thiếu tướng; 7 Cục trưởng; 9 Đại tướng",
    );
}

#[test]
fn what_is_not_there_is_not_found() {
    let table = table(&["{L Lâm Đồng}"]);
    assert!(table.find(EntityId::of(Kind::Person, "Lâm Đồng")).is_none());
    assert!(table.article(ArticleNo(6)).is_none() && table.article(ArticleNo(8)).is_none());
}

/// What is packed comes out as it was.
#[test]
fn an_article_is_unpacked_as_it_was_read() {
    let seeds = SEEDS.map(|(_, bytes)| std::str::from_utf8(bytes).expect("it is UTF-8"));
    let segment = segment(&seeds);
    let table = EntityTable::build(&segment, Tagger::shared());
    for (number, article) in segment.iter() {
        assert_eq!(table.article(number), Some(Tagger::shared().read(article)));
    }
}

/// Two tables make the one that all their articles make.
#[test]
fn tables_of_neighbours_are_merged() {
    let seeds = SEEDS.map(|(_, bytes)| std::str::from_utf8(bytes).expect("it is UTF-8"));
    let pieces: Vec<&str> = seeds.iter().flat_map(|seed| seed.split_inclusive(". ")).collect();
    let all = segment(&pieces);
    let build = |from: usize, to: usize| {
        let (first, articles) = (ArticleNo(7 + from as u32), all.articles[from..to].into());
        EntityTable::build(&Segment { first, articles }, Tagger::shared())
    };
    let whole = build(0, pieces.len());
    for at in 0..=pieces.len() {
        let merged = build(0, at).merge(&build(at, pieces.len()));
        assert_eq!(merged, whole, "{at} of {}", pieces.len());
    }
}

proptest! {
    #[test]
    fn mentions_are_unpacked_as_they_were(
        steps in prop::collection::vec((0_u32..300_000, 0_u32..70_000, any::<u32>()), 0..20)
    ) {
        let mut at = 0;
        let mention = |(gap, length, name): (u32, u32, u32)| {
            let span = Span { start: at + gap, end: at + gap + length };
            at = span.end;
            (span, name)
        };
        let mentions: Vec<_> = steps.into_iter().map(mention).collect();
        let packed = Packed::new([mentions.clone(), vec![], mentions.clone()].into_iter());
        prop_assert_eq!(packed.list(2).map(Iterator::collect::<Vec<_>>), Some(mentions));
        prop_assert_eq!(packed.list(1).map(Iterator::count), Some(0));
        prop_assert!(packed.list(3).is_none());
    }
}
