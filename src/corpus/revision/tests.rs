use super::{Arrived, Comparison, moved};
use crate::corpus::{Article, ArticleNo, Record, Shape, Source, Withdrawn, parse_record};

/// Makes the articles of a file: one a word, `name=text` or a text alone; `-` in it are spaces.
fn articles(file: &str) -> Vec<Article> {
    let article = |(line, word): (u64, &str)| {
        let (id, text) = word.split_once('=').unwrap_or(("", word));
        let text = text.replace('-', " ");
        let bytes = format!(r#"{{"id":"{id}","text":"{text}"}}"#).into_bytes();
        let record = Record { bytes, line, shape: Shape::JsonLine };
        parse_record(&record, &Source::new("a.jsonl")).expect("it is an article").article
    };
    (1..).zip(file.split_whitespace()).map(article).collect()
}

/// Compares two readings; expects the new texts, the numbers that are back, and those that are gone
/// with what they became. Before a `|` stands what the file had before the old reading.
fn check(old: &str, new: &str, expected: &str) {
    let (ever, old) = old.split_once('|').unwrap_or(("", old));
    let mut withdrawn = Withdrawn::default();
    (10..).map(ArticleNo).zip(articles(ever)).for_each(|(number, _)| withdrawn.add(number, None));
    let old: Vec<Article> = articles(ever).into_iter().chain(articles(old)).collect();
    let numbered = (10..).map(ArticleNo).zip(&old).collect::<Vec<_>>();
    let mut comparison = Comparison::new(numbered.into_iter(), &withdrawn);
    for article in articles(new) {
        comparison.take(article);
    }
    let found = comparison.finish();
    let fresh = found.fresh.iter().map(|it| it.text.replace(' ', "-"));
    let back = found.back.iter().map(|number| format!("+{}", number.0));
    let gone = found.gone.iter().map(|(number, became)| match became {
        Some(Arrived::New(at)) => format!("{}>{at}", number.0),
        Some(Arrived::Back(back)) => format!("{}>+{}", number.0, back.0),
        None => format!("{}>", number.0),
    });
    assert_eq!(fresh.chain(back).chain(gone).collect::<Vec<_>>().join(" "), expected, "{new}");
}

#[test]
fn what_says_the_same_is_the_same() {
    check("", "", "");
    check("Một Hai Ba", "Một Hai Ba", "");
    check("Một Hai Ba", "Ba Một Hai", "");
    check("Một Hai", "Một Hai Ba", "Ba");
    check("Một Hai", "Ba Một Hai", "Ba");
    check("Một Hai Ba", "Một Ba", "11>");
    check("Một Hai Ba", "", "10> 11> 12>");
    check("Một Một", "Một", "11>");
    check("Một", "Một Một", "Một");
    check("x=Một y=Hai", "y=Một x=Hai", "");
}

#[test]
fn a_new_form_stands_in_the_stead_of_the_old_one() {
    check("Một-hai-ba-bốn", "Một-hai-ba-năm", "Một-hai-ba-năm 10>0");
    check("Đầu Một-hai-ba-bốn", "Đầu Một-hai-ba-năm", "Một-hai-ba-năm 11>0");
    check("x=Một-hai-ba", "Không x=Một-hai-tư", "Không Một-hai-tư 10>1");
    check("Một-hai-ba", "Chuyện-khác-hẳn", "Chuyện-khác-hẳn 10>");
    check("Một-hai Ba-bốn", "Một-hai-nữa Ba-bốn-nữa", "Một-hai-nữa Ba-bốn-nữa 10>0 11>1");
    // Two that had one name cannot both have become the one new article.
    check("x=Một-hai x=Một-hai-ba", "x=Một-hai-nữa", "Một-hai-nữa 10>0 11>");
}

#[test]
fn what_was_there_comes_back_as_it_was() {
    check("Một Hai|Ba", "Ba", "");
    check("Một Hai|Ba", "Hai Ba", "+11");
    check("Một|Một", "Một", "");
    check("Một|Một", "Một Một", "+10");
    check("Một-hai-ba|Một-hai-tư", "Một-hai-ba", "+10 11>+10");
    check("Một|", "Hai", "Hai");
}

#[test]
fn other_parts_count_too() {
    let of = |date: &str| {
        let json = format!(r#"{{"text":"Tin","timestamp":"{date}"}}"#);
        let record = Record { bytes: json.into_bytes(), line: 1, shape: Shape::JsonLine };
        parse_record(&record, &Source::new("a.jsonl")).expect("it is an article").article
    };
    let old = of("2023-04-27");
    let withdrawn = Withdrawn::default();
    let mut comparison = Comparison::new([(ArticleNo(0), &old)].into_iter(), &withdrawn);
    comparison.take(of("2023-04-28"));
    assert_eq!(comparison.finish().gone, [(ArticleNo(0), Some(Arrived::New(0)))]);
}

#[test]
fn a_place_stays_with_its_words() {
    let check = |old: &str, new: &str, at: usize, expected: usize| {
        assert_eq!(moved(old, new, at as u32) as usize, expected, "{old} {new} {at}");
    };
    check("một hai ba", "một hai ba", 7, 7);
    let (old, longer) = ("một hai ba", "một và hai ba");
    check(old, longer, old.find("ba").unwrap(), longer.find("ba").unwrap());
    check(longer, old, longer.find("ba").unwrap(), old.find("ba").unwrap());
    check(old, "một hai ba bốn", 5, 5);
    check("một hai ba", "một X ba", 8, 6);
    check("đa", "đb", 2, 2);
    check("", "một", 0, 0);
    check("một", "", 3, 0);
    check("aâ", "aă", 3, 3);
    check("một", "một", 99, 99.min("một".len()));
}
