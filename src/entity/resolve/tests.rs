use super::*;
use crate::entity::Tagger;

/// Reads a text in which mentions are marked as `{P name}` (P person, O body, L place, R role,
/// W law, E event, D date) and
/// compares the names that they are resolved to.
fn check(marked: &str, expected: &[&str]) {
    let (text, mentions) = read(marked);
    let resolved = Tagger::shared().resolve(&text, mentions, None);
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
            "W" => Kind::Law,
            "E" => Kind::Event,
            "D" => Kind::Date,
            _ => Kind::Role,
        };
        let start = text.len();
        text.push_str(name);
        mentions.push(Mention { span: Span::new(start, text.len()), kind });
        rest = tail;
    }
    text.push_str(rest);
    (text, mentions)
}

#[test]
fn the_plainest_name_is_shown() {
    check("{D cuối năm 2016}, {D năm 2016}, {D 2016}", &["năm 2016"; 3]);
    check("{D Chiều 27/4/2020}, {D 27/4/2020}", &["27/4/2020"; 2]);
    check("{D Ngày 27/4/2020}, {D ngày 27/4/2020}", &["ngày 27/4/2020"; 2]);
    check("{D cuối năm 2016}", &["cuối năm 2016"]);
    check("{L Tỉnh Lâm Đồng}, {L tỉnh Lâm Đồng}", &["tỉnh Lâm Đồng"; 2]);
    check("{L nước Mỹ}, {L Mỹ}", &["Mỹ"; 2]);
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
    check("{P Lê Đình Trọng}. {P Ông Trọng}, ông {P Trọng}", &["Lê Đình Trọng"; 3]);
    check("{P Bà Triệu} và {P Lê Lợi}", &["Bà Triệu", "Lê Lợi"]);
    check("{P Xô – Trung}, {P Trung}", &["Xô – Trung", "Trung"]);
    check(
        "{P John F. Kennedy}, {P Kennedy}, {P John F. Kennedy Library}",
        &["John F. Kennedy", "John F. Kennedy", "John F. Kennedy Library"],
    );
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
        let resolved = Tagger::shared().resolve(&text, mentions, None);
        let person = resolved.entities.iter().find(|entity| entity.kind == Kind::Person);
        assert_eq!(person.map(|person| resolved.roles(person)), Some(roles.to_vec()), "{marked}");
    }
}

#[test]
fn an_office_without_its_body_is_the_one_its_holder_has() {
    check(
        "{P Lê An}, {R Thứ trưởng Bộ Tài chính}. {R Thứ trưởng} {P Lê An}, {R thứ trưởng} {P Vũ Bá}",
        &[
            "Lê An",
            "Thứ trưởng Bộ Tài chính",
            "Thứ trưởng Bộ Tài chính",
            "Lê An",
            "thứ trưởng",
            "Vũ Bá",
        ],
    );
}

#[test]
fn the_place_that_bodies_name_is_the_one_spoken_of() {
    check(
        "{O Công an tỉnh Tây Ninh}. Quê {L Sóc Trăng}. {O Công an tỉnh}",
        &["Công an tỉnh Tây Ninh", "Sóc Trăng", "Công an tỉnh Tây Ninh"],
    );
    check(
        "{O UBND tỉnh Hà Nam} họp. Ở {L tỉnh Phú Thọ}, {O UBND tỉnh} họp.",
        &["UBND tỉnh Hà Nam", "tỉnh Phú Thọ", "UBND tỉnh Phú Thọ"],
    );
    check(
        "{L tỉnh Hà Nam}: {O Sở Y tế}, {O Sở Y tế Phú Thọ}",
        &["tỉnh Hà Nam", "Sở Y tế Hà Nam", "Sở Y tế Phú Thọ"],
    );
    check("{O Sở Giao dịch Chứng khoán}, {L Hà Nam}", &["Sở Giao dịch Chứng khoán", "Hà Nam"]);
}

#[test]
fn a_department_is_the_one_that_the_article_names_in_full() {
    check(
        "{O Sở GD-ĐT Hà Nội}. {L tỉnh Nam Định}: {R Giám đốc Sở Giáo dục và Đào tạo}",
        &["Sở GD-ĐT Hà Nội", "tỉnh Nam Định", "Giám đốc Sở Giáo dục và Đào tạo Hà Nội"],
    );
    check("{L TP HCM}: {O Sở Y tế}", &["TP HCM", "Sở Y tế TP.HCM"]);
    check(
        "{L TP Hải Phòng}. {L TP Thủy Nguyên}. {O HĐND thành phố}",
        &["TP Hải Phòng", "TP Thủy Nguyên", "HĐND thành phố Hải Phòng"],
    );
}

#[test]
fn what_the_article_defines_is_what_it_says() {
    check("{O Tập đoàn Dầu khí Việt Nam} ({O PVN}). {O PVN}", &["Tập đoàn Dầu khí Việt Nam"; 3]);
    check("{O Cục Lãnh sự} ({O Bộ Ngoại giao})", &["Cục Lãnh sự", "Bộ Ngoại giao"]);
    check("{O Phòng An ninh} ({O PA05}). {O Phòng PA05}", &["Phòng An ninh"; 3]);
    check("{P Trần Lan}, nghệ danh {P Lan Hương}. {P Lan Hương}", &["Lan Hương"; 3]);
    check("{E bão số 10} ({E Bualoi})", &["bão số 10"; 2]);
    check("{L xã Lộc An} ({L huyện Bảo Lâm})", &["xã Lộc An", "huyện Bảo Lâm"]);
}

#[test]
fn firms_and_clubs_are_called_by_their_own_names() {
    check("{O Công ty CP Sữa Vinamilk}, {O Vinamilk}", &["Công ty CP Sữa Vinamilk"; 2]);
    check(
        "{O Ngân hàng Nhà nước Việt Nam}, {O Việt Nam}",
        &["Ngân hàng Nhà nước Việt Nam", "Việt Nam"],
    );
    check("{O CLB Nam Định}, {O Nam Định}", &["CLB Nam Định"; 2]);
}

#[test]
fn documents_are_found_by_number_and_edition() {
    check("{W Nghị định 100/2019/NĐ-CP}, {W Nghị định 100}", &["Nghị định 100/2019/NĐ-CP"; 2]);
    check(
        "{W Nghị định 10/2019/NĐ-CP}, {W Nghị định 100}",
        &["Nghị định 10/2019/NĐ-CP", "Nghị định 100"],
    );
    check("{W Luật An ninh mạng}, {W Luật An ninh mạng 2018}", &["Luật An ninh mạng 2018"; 2]);
    check(
        "{W Luật Thanh tra 2010}, {W Luật Thanh tra 2022}, {W Luật Thanh tra}",
        &["Luật Thanh tra 2010", "Luật Thanh tra 2022", "Luật Thanh tra"],
    );
    check(
        "{W Điều 1} và {W Điều 2 Luật Thanh tra}",
        &["Điều 1 Luật Thanh tra", "Điều 2 Luật Thanh tra"],
    );
}

#[test]
fn an_event_is_the_only_edition_spoken_of() {
    check("{E SEA Games 31}, {E SEA Games}", &["SEA Games 31"; 2]);
    check(
        "{E SEA Games 31}, {E SEA Games 30}, {E SEA Games}",
        &["SEA Games 31", "SEA Games 30", "SEA Games"],
    );
    check(
        "{E Miss Universe Vietnam 2023}, {E Miss Universe 2023}",
        &["Miss Universe Vietnam 2023", "Miss Universe 2023"],
    );
}

#[test]
fn a_bare_place_is_the_one_with_a_unit() {
    check("{L thị xã Tân Uyên}, {L Tân Uyên}", &["thị xã Tân Uyên"; 2]);
    check("{L TP Cà Mau}, {L Cà Mau}", &["TP Cà Mau", "Cà Mau"]);
    check("{L sân Quy Nhơn}, {L Quy Nhơn}", &["sân Quy Nhơn", "Quy Nhơn"]);
}

#[test]
fn a_day_has_the_year_that_the_article_gives_it() {
    let (text, mentions) = read("{D Tối 15/6}, {D ngày 15/6/2017}, {D ngày 16/6}, {D ngày 15}");
    let resolved = Tagger::shared().resolve(&text, mentions, None);
    let values: Vec<_> = resolved.entities.iter().map(|entity| entity.value.as_deref()).collect();
    assert_eq!(values, [Some("2017-06-15"), None, None]);
}

#[test]
fn a_date_takes_month_and_year_from_the_one_it_is_joined_to() {
    let (text, mentions) = read("từ {D ngày 28} đến {D 30/3/2020}");
    let resolved = Tagger::shared().resolve(&text, mentions, None);
    assert_eq!(resolved.entities[0].key(), "2020-03-28");
}
