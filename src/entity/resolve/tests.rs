use super::*;
use crate::entity::Tagger;

/// Reads a text in which mentions are marked as `{P name}` (P person, O body, L place, R role) and
/// compares the names that they are resolved to.
fn check(marked: &str, expected: &[&str]) {
    let (text, mentions) = read(marked);
    let resolved = Tagger::shared().resolve(&text, &mentions, None);
    let names: Vec<&str> =
        resolved.entity_of.iter().map(|&number| resolved.entities[number].name.as_str()).collect();
    assert_eq!(names, expected, "{marked}");
}

fn read(marked: &str) -> (String, Vec<Mention>) {
    let (mut text, mut mentions) = (String::new(), Vec::new());
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let (inside, tail) = after.split_once('}').expect("a mark is closed");
        let (code, name) = inside.split_once(' ').expect("a mark has a code");
        let kind = match code {
            "P" => Kind::Person,
            "O" => Kind::Organization,
            "L" => Kind::Location,
            _ => Kind::Role,
        };
        let start = text.len();
        text.push_str(name);
        mentions.push(Mention { span: crate::text::Span::new(start, text.len()), kind });
        rest = tail;
    }
    text.push_str(rest);
    (text, mentions)
}

#[test]
fn a_given_name_is_the_full_name_before_it() {
    check("{P Nguyễn Văn Giang} nói. Ông {P Giang} đi.", &["Nguyễn Văn Giang"; 2]);
    check("Ông {P Giang} đi. {P Nguyễn Văn Giang} nói.", &["Nguyễn Văn Giang"; 2]);
    check("{P Trần Giang}, {P Lê Giang}: ông {P Giang}", &["Trần Giang", "Lê Giang", "Lê Giang"]);
    check("{P Nguyễn Văn Giang}, ông {P Văn Giang}", &["Nguyễn Văn Giang"; 2]);
    check("{P Nguyễn Văn Giang}, ông {P Nguyễn}", &["Nguyễn Văn Giang", "Nguyễn"]);
    check("{P Donald Trump} và {P Trump}, {P Donald}", &["Donald Trump"; 3]);
    check("{P PHẠM S} và {P Phạm S}", &["Phạm S"; 2]);
}

#[test]
fn a_body_is_completed_by_its_place() {
    check("{O UBND tỉnh Lâm Đồng}, {O UBND tỉnh}", &["UBND tỉnh Lâm Đồng"; 2]);
    check("{L tỉnh Lâm Đồng}: {O Công an tỉnh}", &["tỉnh Lâm Đồng", "Công an tỉnh Lâm Đồng"]);
    check("{L Vĩnh Phúc}: {O Tỉnh ủy}", &["Vĩnh Phúc", "Tỉnh ủy Vĩnh Phúc"]);
    check("{O UBND tỉnh}. {L tỉnh Hà Nam}", &["UBND tỉnh Hà Nam", "tỉnh Hà Nam"]);
    check(
        "{L tỉnh Hà Nam}, {R Chủ tịch UBND tỉnh}; {L tỉnh Phú Thọ}, {R Chủ tịch UBND tỉnh}",
        &["tỉnh Hà Nam", "Chủ tịch UBND tỉnh Hà Nam", "tỉnh Phú Thọ", "Chủ tịch UBND tỉnh Phú Thọ"],
    );
    check("{L huyện Củ Chi}, {O Công an huyện}", &["huyện Củ Chi", "Công an huyện Củ Chi"]);
    check("{O UBND tỉnh}", &["UBND tỉnh"]);
}

#[test]
fn an_abbreviation_is_what_the_article_calls_it() {
    check("{O Liên Hiệp Quốc} ({O LHQ}). {O LHQ} họp.", &["Liên Hiệp Quốc"; 3]);
    check("{O Bộ Thông tin và Truyền thông}, {O Bộ TT-TT}", &["Bộ Thông tin và Truyền thông"; 2]);
    check("{O Bộ Nông nghiệp và Môi trường}, {O Bộ NNMT}", &["Bộ Nông nghiệp và Môi trường"; 2]);
    check("{O Bộ Y tế}, {O Bộ TT-TT}", &["Bộ Y tế", "Bộ TT-TT"]);
}

#[test]
fn a_place_is_one_with_and_without_its_unit() {
    check("{L tỉnh Lâm Đồng} và {L Lâm Đồng}", &["tỉnh Lâm Đồng"; 2]);
    check("{L TP.HCM}, {L TP. Hồ Chí Minh}", &["TP. Hồ Chí Minh"; 2]);
    check("{L quận 1}, {L phường 1}", &["quận 1", "phường 1"]);
}

#[test]
fn a_role_is_tied_to_its_person() {
    let cases: &[(&str, &[&str])] = &[
        (
            "{R Thiếu tướng} {P Nguyễn Văn Giang} - {R Phó Cục trưởng} nói",
            &["Thiếu tướng", "Phó Cục trưởng"],
        ),
        ("{R Chủ tịch} ông {P Trần Lan}", &["Chủ tịch"]),
        ("{P Trần Lan}, {R Chủ tịch}, phát biểu", &["Chủ tịch"]),
        ("{P Trần Lan}, {R Chủ tịch} {P Lê An}", &[]),
        ("{R Bộ trưởng}, {R Đại tướng} {P Trần Lan}", &["Bộ trưởng", "Đại tướng"]),
        ("{R Chủ tịch} họp với {P Trần Lan}", &[]),
    ];
    for (marked, roles) in cases {
        let (text, mentions) = read(marked);
        let resolved = Tagger::shared().resolve(&text, &mentions, None);
        let person = resolved.entities.iter().find(|entity| entity.kind == Kind::Person);
        assert_eq!(
            person.map(|person| person.roles.as_slice()),
            Some(&roles.iter().map(ToString::to_string).collect::<Vec<_>>()[..]),
            "{marked}"
        );
    }
}
