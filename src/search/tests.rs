mod abbreviated;
mod arbitrary;
mod entities;
mod withdrawn;

use super::*;
use crate::corpus::{Article, ArticleKey, ArticleNo, Date, TitleOrigin};
use crate::entity::{Kind, Mention, Tagger};
use crate::text::{Fit, Span, Syllable, clean, words};

const LIMITS: Limits = Limits { titles: 10, entities: 10, passages: 10 };

fn article(title: &str, body: &str, date: &str) -> Article {
    let (title, body) = (clean(title), clean(body));
    let given = !title.is_empty();
    let text = if given { format!("{}\n{}", &*title, &*body) } else { body.to_string() };
    let start = if given { title.len() + 1 } else { 0 };
    let first_line = text.lines().next().unwrap_or_default().len();
    Article {
        id: clean(""),
        source: clean(""),
        title: Span::new(0, first_line),
        title_origin: if given { TitleOrigin::Given } else { TitleOrigin::Derived },
        body: Span::new(start, text.len()),
        date: Date::parse(date),
        url: None,
        captions: Vec::new(),
        byline: None,
        words: text.split_whitespace().count() as u32,
        key: ArticleKey::default(),
        text: clean(&text),
    }
}

/// Makes a corpus of (title, body, date); two articles a segment, each `[Name]` is a person.
fn corpus(articles: &[(&str, &str, &str)]) -> Searchable {
    let mut on = Searchable::default();
    for (at, part) in articles.chunks(2).enumerate() {
        let articles = part.iter().map(|(title, body, date)| article(title, body, date)).collect();
        let segment = Segment { first: ArticleNo(at as u32 * 2), articles };
        let mentions = segment.articles.iter().map(|article| people(&article.text)).collect();
        let table = EntityTable::new(&segment, mentions, Tagger::shared());
        let entities = Arc::new(EntityIndex::new(table));
        on.segments.push(SearchSegment {
            index: Arc::new(Index::of_articles(&segment)),
            segment: Arc::new(segment),
        });
        on.add_entities(entities);
    }
    on
}

fn people(text: &str) -> Vec<Mention> {
    let ends = text.match_indices(']').map(|(at, _)| at);
    let starts = text.match_indices('[').map(|(at, _)| at + 1);
    let spans = starts.zip(ends).filter(|(start, end)| start < end);
    spans.map(|(a, b)| Mention { span: Span::new(a, b), kind: Kind::Person }).collect()
}

fn news() -> Searchable {
    corpus(&[
        ("Lâm Đồng mưa lớn", "Tại Đà Lạt, mưa lớn kéo dài. Ông [Phạm S] nói.", "2023-04"),
        ("Bộ trưởng Quốc phòng thăm Huế", "Chuyến thăm tỉnh Lâm Đồng đã hoãn.", "2022-01-05"),
        ("Giá vàng", "Đồng tiền mất giá. Rừng rậm. Chợ họp. Ở lâm trường.", "2023-05-02"),
        ("", "Nghị quyết 30-NQ/TW của TP.HCM về hoa. Hòa bình.", ""),
        ("Kẹt xe ở TP. HCM", "Theo [phạm s] và [Trần Hòa], đường đông.", "2021"),
    ])
}

/// Shows the hits: `t`, `e` or `p` with the matches in brackets; passages with the article.
fn shown(on: &Searchable, typed: &str) -> String {
    let results = search(on, &Query::parse(typed), LIMITS, &|| false).unwrap();
    let text = |number: ArticleNo| {
        let all = on.segments.iter().find_map(|segment| segment.segment.get(number));
        all.unwrap().text.to_string()
    };
    let matched = |text: &str, spans: &[Span]| {
        spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join("|")
    };
    let mut out: Vec<_> = results.notes.iter().map(|note| format!("{note:?}")).collect();
    for hit in &results.titles {
        out.push(format!("t{}[{}]", hit.article.0, matched(&text(hit.article), &hit.matches)));
    }
    for hit in &results.entities {
        let name = hit.alias.as_ref().unwrap_or(&hit.name);
        out.push(format!("e:{name}[{}]", matched(name, &hit.matches)));
    }
    for hit in &results.passages {
        out.push(format!("p{}[{}]", hit.article.0, matched(&text(hit.article), &hit.matches)));
    }
    out.join(" ")
}

fn check(typed: &str, expected: &str) {
    assert_eq!(shown(&news(), typed), expected, "{typed}");
}

#[test]
fn marks_that_are_left_out_are_free() {
    check("lam dong", "t0[Lâm Đồng] p1[Lâm Đồng] p2[Đồng|lâm]");
    check("LAM ĐONG", "t0[Lâm Đồng] p1[Lâm Đồng] p2[Đồng|lâm]");
    check("lâm dong", "t0[Lâm Đồng] p1[Lâm Đồng] p2[Đồng|lâm]");
    check("lạm", "");
    check("hoà bình", "t3[Hòa bình]");
    check("ho\u{300}a bi\u{300}nh", "t3[Hòa bình]");
}

#[test]
fn words_may_stand_in_any_order() {
    check("mưa lam", "t0[Lâm|mưa]");
    check("hue tham bo", "t1[Bộ|thăm|Huế]");
    check("thăm lâm đồng", "p1[thăm|Lâm Đồng]");
    check("huế hoãn", "p1[hoãn]");
}

#[test]
fn the_last_word_is_a_beginning() {
    check("hoã", "p1[hoã]");
    check("hoã ", "");
    check("dong ti", "p2[Đồng ti] p1[tỉ|Đồng]");
}

#[test]
fn names_are_matched_by_letters_too() {
    check("btqp", "t1[B|t|Q|p]");
    check("lamdong", "t0[Lâm Đồng] p1[Lâm Đồng]");
    check("tphcm", "t4[TP. HCM] t3[TP.HCM]");
    check("phs", "e:Phạm S[Ph|S]");
    check("\"btqp\"", "");
    check("đlm", "");
}

#[test]
fn rare_words_are_read_otherwise() {
    let found = "t0[Lâm Đồng] p1[Lâm Đồng]";
    check("Laam DDoongf", r#"Decoded("lâm đồng") t0[Lâm Đồng] p1[Lâm Đồng] p2[Đồng|lâm]"#);
    check("lam dong sen", "AllButOne t0[Lâm Đồng]");
    check("lam sen", r#"LeftOut("sen") t0[Lâm] p2[lâm] p1[Lâm]"#);
    check("lamdong mua", "t0[Lâm Đồng mưa]");
    check("lâmđồng", found);
    check("lạmđồng", "");
    check("tp.hcm", "t4[TP. HCM] t3[TP.HCM]");
}

#[test]
fn what_is_only_written_alike_is_not_near() {
    let far = format!("Lâm đông{} đồng", " và".repeat(40));
    let on = corpus(&[("x", &far, "2023"), ("y", "Đồng và lâm", "2020")]);
    assert_eq!(shown(&on, "lâm đồng"), "p1[Đồng|lâm] p0[Lâm|đồng]");
}

fn one_segment(segment: Segment) -> Corpus {
    let mut corpus = Corpus::default();
    corpus.push(Arc::new(segment));
    corpus
}

#[test]
fn an_article_may_have_more_words_than_a_part_can_number() {
    let words: Vec<_> = (0..70_000).map(|number| format!("w{number}x")).collect();
    let on = corpus(&[("Dài", &words.join(" "), ""), ("Ngắn", "w69999x", "")]);
    assert_eq!(shown(&on, "w7x"), "p0[w7x]");
    assert_eq!(shown(&on, "w69998x w69999x"), "p0[w69998x w69999x]");
    assert_eq!(shown(&on, "w69999x"), "p1[w69999x] p0[w69999x]");
}

#[test]
fn phrases_stand_side_by_side() {
    check("\"lớn kéo\"", "p0[lớn kéo]");
    check("\"kéo lớn\"", "");
    check("30-NQ/TW", "t3[30-NQ/TW]");
    check("nq/tw", "t3[NQ/TW]");
    check("tp.hcm", "t4[TP. HCM] t3[TP.HCM]");
}

#[test]
fn exact_words_need_their_marks() {
    check("'hoa", "t3[hoa]");
    check("'hòa b", "t3[Hòa b]");
    check("'dong", "");
}

#[test]
fn filters_narrow() {
    check("lam dong -thăm", "t0[Lâm Đồng] p2[Đồng|lâm]");
    check("lam dong date:2022", "p1[Lâm Đồng]");
    check("đồng date:2022-02..2023-04", "t0[Đồng]");
    check("@\"phạm s\"", "t0[] t4[] e:Phạm S[]");
    check("@pham date:2021", "t4[] e:Phạm S[]");
    check("date:2023", "t2[] t0[]");
    check("kind:person", "e:Phạm S[] e:Trần Hòa[]");
    check("kind:location pham", "");
    check("kind:location @pham", "");
}

#[test]
fn one_letter_finds_names_only() {
    check("x", "t4[x]");
    check("", "");
}

#[test]
fn entities_of_all_segments_are_one() {
    let on = news();
    let results = search(&on, &Query::parse("phạm"), LIMITS, &|| false).unwrap();
    let [hit] = results.entities.as_slice() else { panic!("{:?}", results.entities) };
    assert_eq!((hit.articles.as_slice(), hit.mentions), (&[ArticleNo(0), ArticleNo(4)][..], 2));
    assert_eq!(results.totals, Totals { titles: 0, entities: 1, passages: 2 });
}

#[test]
fn a_cancelled_search_gives_nothing() {
    assert_eq!(search(&news(), &Query::parse("lam"), LIMITS, &|| true), None);
}

#[test]
fn limits_cut_after_ranking() {
    let on = news();
    let limits = Limits { titles: 1, entities: 0, passages: 1 };
    let results = search(&on, &Query::parse("lam dong"), limits, &|| false).unwrap();
    assert_eq!(results.totals, Totals { titles: 1, entities: 0, passages: 2 });
    assert_eq!(results.passages[0].article, ArticleNo(1));
    assert_eq!(ranked(&results).len(), 2);
}

/// Tells in the plainest way whether a text has each word of `typed`, the last as a beginning.
fn has_all(text: &str, typed: &str) -> bool {
    let typed: Vec<_> = typed.split(' ').collect();
    typed.iter().enumerate().all(|(at, word)| {
        let least = if at + 1 == typed.len() { Fit::Prefix } else { Fit::Free };
        words(text).any(|w| Syllable::new(word).fit(w.of(text)).is_some_and(|fit| fit >= least))
    })
}
