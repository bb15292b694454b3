use super::*;
use crate::app::Language;
use crate::corpus::{Record, Segment, Shape, Source, parse_record};
use crate::entity::{EntityId, EntityTable, Tagger};

/// Compares what is said of a name in articles that are parted by `|`, each in a segment of its
/// own; the names and offices in them are known to the tagger.
fn check(name: &str, articles: &str, expected: &str) {
    let segments = articles.split('|').enumerate().map(|(number, text)| {
        let text = format!("date 2020-05\n{}", text.trim());
        let record = Record { bytes: text.into(), line: 1, shape: Shape::Text };
        let article = parse_record(&record, &Source::new("a.txt")).expect("it is fine").article;
        Segment { first: ArticleNo(number as u32), articles: [article].into() }
    });
    let tables: Vec<EntityTable> =
        segments.map(|segment| EntityTable::build(&segment, Tagger::shared())).collect();
    let id = EntityId::of(Kind::Person, name);
    let same: Vec<Entity> = tables.iter().filter_map(|table| table.find(id)).collect();
    assert_eq!(same.len(), tables.len(), "{name} is not found in: {articles}");
    let said =
        doubt(&same).map_or_else(String::new, |doubt| Language::English.doubt(&doubt).into_owned());
    assert_eq!(said, expected, "{articles}");
}

#[test]
fn a_year_of_birth_tells_people_apart() {
    let name = "Nguyễn Văn Cường";
    let one = "Công an bắt Nguyễn Văn Cường (SN 1981, quê Thanh Hóa).";
    check(
        name,
        &format!("{one}|Bị cáo Nguyễn Văn Cường (SN 1989) kháng cáo."),
        "maybe 2 people: born 1981; born 1989",
    );
    check(name, &format!("{one}|Bị cáo Nguyễn Văn Cường (SN 1980) kháng cáo."), "");
    check(name, &format!("{one}|Anh Nguyễn Văn Cường (42 tuổi) bị bắt."), "");
    check(
        name,
        &format!("{one}|Anh Nguyễn Văn Cường (20 tuổi) bị bắt."),
        "maybe 2 people: born 1981; born about 2000",
    );
}

#[test]
fn a_man_is_no_woman() {
    let name = "Nguyễn Thanh Hà";
    check(
        name,
        "Ông Nguyễn Thanh Hà nói.|Theo bà Nguyễn Thanh Hà, giá tăng.",
        "maybe 2 people: a man (ông); a woman (bà)",
    );
    check(name, "Ông Nguyễn Thanh Hà nói.|Theo ông Nguyễn Thanh Hà, giá tăng.", "");
}

#[test]
fn a_calling_takes_a_life() {
    let name = "Nguyễn Tiến Dũng";
    check(
        name,
        "Trung vệ Nguyễn Tiến Dũng ghi bàn.|Theo bác sĩ Nguyễn Tiến Dũng, cần đi khám.",
        "maybe 2 people: a footballer; a doctor",
    );
}

#[test]
fn offices_of_the_state_seldom_move_to_another_province() {
    let name = "Nguyễn Thanh Bình";
    let one = "Chủ tịch UBND tỉnh An Giang Nguyễn Thanh Bình dự họp.";
    check(
        name,
        &format!("{one}|Phó Chủ tịch UBND tỉnh Quảng Ninh Nguyễn Thanh Bình đi thăm."),
        "maybe 2 people: Chủ tịch UBND tỉnh An Giang; Phó Chủ tịch UBND tỉnh Quảng Ninh",
    );
    check(name, &format!("{one}|Phó Chủ tịch UBND tỉnh An Giang Nguyễn Thanh Bình đi thăm."), "");
    check(name, &format!("{one}|Bí thư Tỉnh ủy Quảng Ninh Nguyễn Thanh Bình đi thăm."), "");
}

#[test]
fn a_given_name_tells_nobody_apart() {
    check("Minh", "Ông Minh nói.|Chị Minh khóc.", "maybe several people: only a given name");
    check("Minh", "Ông Minh nói.", "");
}
