use std::sync::Arc;

use super::*;
use crate::corpus::{Corpus, Record, Segment, Shape, Source, parse_record};
use crate::entity::{Correction, Corrections, Named, Tagger};

/// Makes a corpus of articles, one a segment but for the last two: date, then text.
fn corpus(articles: &[(&str, &str)]) -> Searchable {
    let mut corpus = Corpus::default();
    let article = |(date, text): &(&str, &str)| {
        let json = format!(r#"{{"title":"Tin","text":"{text}","timestamp":"{date}"}}"#);
        let record = Record { bytes: json.into_bytes(), line: 1, shape: Shape::JsonLine };
        parse_record(&record, &Source::new("a.jsonl")).expect("it is an article").article
    };
    for part in articles.chunks(2) {
        let first = ArticleNo(corpus.len() as u32);
        corpus.push(Arc::new(Segment { first, articles: part.iter().map(article).collect() }));
    }
    Searchable::new(&corpus, Tagger::shared())
}

fn news() -> Searchable {
    corpus(&[
        ("2023-05-02", "Ông Nguyễn Văn Giang, Bí thư Tỉnh ủy Lâm Đồng, đến Đà Lạt. Ông Giang nói."),
        ("2023-03", "Theo Bí thư Tỉnh ủy Nguyễn Văn Giang, Đà Lạt mưa lớn."),
        ("", "Bà Trần Thị Hòa gặp ông Nguyễn Văn Giang ở Huế."),
        ("2023-03-09", "Mưa lớn ở Huế, theo bà Trần Thị Hòa."),
    ])
}

fn person(name: &str) -> Named {
    Named { kind: Kind::Person, name: name.into() }
}

/// Compares what a dossier says: articles, mentions, months, companions that are persons or places.
fn check(on: &Searchable, name: &str, expected: &str) {
    let found = dossier(on, person(name).id()).map_or_else(String::new, |it| {
        let articles: Vec<u32> = it.articles.iter().map(|(number, _)| number.0).collect();
        let peak = it.timeline.peak().map(|(month, count)| format!("{month} {count}"));
        let wanted = |it: &&Companion| matches!(it.kind, Kind::Person | Kind::Location);
        let mut with: Vec<_> = it.companions.iter().filter(wanted).collect();
        with.sort_by_key(|with| (Reverse(with.articles), with.name.clone()));
        let with: Vec<_> =
            with.iter().map(|with| format!("{} {}", with.name, with.articles)).collect();
        assert_eq!(route(on, it.id), it.articles.iter().map(|it| it.0).collect::<Vec<_>>());
        let undated = it.timeline.undated;
        let (name, mentions) = (it.name, it.mentions);
        format!("{name} {mentions} {articles:?} {peak:?} +{undated} | {}", with.join(", "))
    });
    assert_eq!(found, expected);
}

#[test]
fn a_dossier_says_what_the_articles_say() {
    let on = news();
    check(
        &on,
        "Nguyễn Văn Giang",
        "Nguyễn Văn Giang 4 [1, 0, 2] Some(\"2023-03 1\") +1 | Đà Lạt 2, Huế 1, Trần Thị Hòa 1",
    );
    check(&on, "Lê An", "");
    let giang = dossier(&on, person("Nguyễn Văn Giang").id()).unwrap();
    assert_eq!(giang.roles.iter().map(|(_, count)| count).sum::<usize>(), 2, "{:?}", giang.roles);
    assert_eq!(giang.timeline.counts, [1, 0, 1]);
}

#[test]
fn offices_count_whatever_their_case_is() {
    let on = corpus(&[
        ("2023-05-02", "Chủ tịch UBND tỉnh Lâm Đồng Nguyễn Văn Giang đến."),
        ("2023-05-03", "Ông Nguyễn Văn Giang, chủ tịch UBND tỉnh Lâm Đồng, nói."),
        ("2023-05-04", "Hôm qua, ông Nguyễn Văn Giang, chủ tịch UBND tỉnh Lâm Đồng, nói."),
    ]);
    let giang = dossier(&on, person("Nguyễn Văn Giang").id()).unwrap();
    assert_eq!(giang.roles, [("chủ tịch UBND tỉnh Lâm Đồng".to_owned(), 3)]);
}

#[test]
fn a_companion_of_several_names_counts_once_an_article() {
    let names = ["Lê Văn An", "Trần Thị Bình", "Phạm Văn Cường", "Đỗ Thị Dung", "Vũ Văn Em"];
    let text = format!("Ông {} tới.", names.join(", ông "));
    let mut on = corpus(&[("2023-05-02", &text)]);
    for (name, into) in names.iter().flat_map(|a| names.iter().map(move |b| (*a, *b))) {
        let third = names.iter().find(|&&it| it != name && it != into).copied().unwrap_or_default();
        let merge = Correction::Merge { entity: person(name), into: person(into) };
        on.corrections = Arc::new(Corrections::new((name != into).then_some(merge)));
        let it = dossier(&on, person(third).id()).expect("he is in the article");
        assert!(it.companions.iter().all(|with| with.articles == 1), "{name} {into}");
    }
}

#[test]
fn corrections_change_what_it_says() {
    let mut on = news();
    let (giang, hoa) = (person("Nguyễn Văn Giang"), person("Trần Thị Hòa"));
    let merge = Correction::Merge { entity: hoa.clone(), into: giang.clone() };
    on.corrections = Arc::new(Corrections::new([merge]));
    let merged = "Nguyễn Văn Giang 6 [1, 3, 0, 2] Some(\"2023-03 2\") +1 | Huế 2, Đà Lạt 2";
    check(&on, "Nguyễn Văn Giang", merged);
    check(&on, "Trần Thị Hòa", merged);
    on.corrections = Arc::new(Corrections::new([Correction::Reject { entity: hoa }]));
    check(&on, "Trần Thị Hòa", "");
    let place = dossier(&on, giang.id()).unwrap().articles[2].1.start;
    let id = on.article(ArticleNo(2)).unwrap().id.to_string();
    let wrong = Correction::Mention { entity: giang, article: id, at: place };
    on.corrections = Arc::new(Corrections::new([wrong]));
    check(&on, "Nguyễn Văn Giang", "Nguyễn Văn Giang 3 [1, 0] Some(\"2023-03 1\") +0 | Đà Lạt 2");
}

/// What is in no file any more is neither listed nor counted.
#[test]
fn withdrawn_articles_say_nothing() {
    let mut on = news();
    let withdraw = |on: &mut Searchable, number| {
        Arc::make_mut(&mut on.withdrawn).add(ArticleNo(number), None);
    };
    withdraw(&mut on, 0);
    check(
        &on,
        "Nguyễn Văn Giang",
        "Nguyễn Văn Giang 2 [1, 2] Some(\"2023-03 1\") +1 | Huế 1, Trần Thị Hòa 1, Đà Lạt 1",
    );
    let giang = dossier(&on, person("Nguyễn Văn Giang").id()).unwrap();
    assert_eq!(giang.roles.iter().map(|(_, count)| count).sum::<usize>(), 1, "{:?}", giang.roles);
    assert_eq!(months(&on, &Query::parse("")).counts.iter().sum::<usize>(), 2);
    withdraw(&mut on, 1);
    withdraw(&mut on, 2);
    check(&on, "Nguyễn Văn Giang", "");
    assert_eq!(route(&on, person("Nguyễn Văn Giang").id()), []);
}

/// Compares a line of ten columns before and twenty in all.
fn check_line(text: &str, mention: &str, expected: &str) {
    let on = corpus(&[("2023", text)]);
    let article = on.article(ArticleNo(0)).unwrap();
    let start = article.text.find(mention).unwrap();
    let line = line(article, Span::new(start, start + mention.len()), 10, 20);
    assert_eq!(format!("{}[{}]{}", line.before, line.mention, line.after), expected, "{text}");
}

#[test]
fn a_line_shows_what_stands_around() {
    check_line("Hôm nay ông An đến.", "An", "m nay ông [An] đến.");
    check_line("An đến.", "An", "Tin [An] đến.");
    check_line("Rất lâu trước đó ở An Giang vẫn mưa", "An Giang", "rước đó ở [An Giang] v");
}
