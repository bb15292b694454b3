use super::*;

fn check(kind: Kind, surface: &str, expected: &str) {
    let article = Date::parse("2023-04");
    let shown = value(kind, surface, article).map_or_else(String::new, |value| value.to_string());
    assert_eq!(shown, expected, "{surface}");
}

#[test]
fn dates() {
    for (surface, expected) in [
        ("Ngày 27/4", "2023-04-27"),
        ("ngày 25/7/2018", "2018-07-25"),
        ("sáng 12-5", "2023-05-12"),
        ("ngày 25 tháng 7 năm 2018", "2018-07-25"),
        ("ngày 2 tháng 9", "2023-09-02"),
        ("ngày 28/12", "2022-12-28"),
        ("năm 2023", "2023"),
        ("Năm 2021", "2021"),
        ("đầu năm 2020", "2020"),
        ("tháng 3/2022", "2022-03"),
        ("tháng 9-2017", "2017-09"),
        ("tháng 3 năm 2022", "2022-03"),
        ("tháng 4", "2023-04"),
        ("quý I/2022", "2022-Q1"),
        ("quý 3/2022", "2022-Q3"),
        ("giai đoạn 2021-2025", "2021/2025"),
        ("năm 1510 đến 1513", "1510/1513"),
        ("thập niên 1990", "1990/1999"),
        ("8h30 ngày 3-9", "2023-09-03"),
        ("19/8/1945", "1945-08-19"),
        ("18-20/5", "2023-05-18/2023-05-20"),
        ("1978", "1978"),
    ] {
        check(Kind::Date, surface, expected);
    }
}

#[test]
fn stretches_of_time() {
    for (surface, expected) in [
        ("6 tháng đầu năm 2022", "2022-01/2022-06"),
        ("bốn tháng đầu năm", "2023-01/2023-04"),
        ("9 tháng 2022", "2022-01/2022-09"),
        ("6 tháng cuối năm 2022", "2022-07/2022-12"),
        ("nửa cuối năm 2022", "2022-07/2022-12"),
        ("thế kỷ 20", "1901/2000"),
        ("thế kỷ XIX", "1801/1900"),
        ("những năm 1980", "1980/1989"),
        ("mùa giải 2023/24", "2023/2024"),
        ("năm học 2022-2023", "2022/2023"),
        ("quý III", "2023-Q3"),
        ("tháng sáu", "2023-06"),
        ("Tết Canh Tý", "2020"),
        ("Tết Mậu Thân 1968", "1968"),
        ("ngày 24", "2023-04-24"),
        ("tuần 12-16/8", "2023-08-12/2023-08-16"),
        ("ngày 24-25/4/2021", "2021-04-24/2021-04-25"),
        ("30/4-1/5", "2023-04-30/2023-05-01"),
        ("30/12/2021-2/1/2022", "2021-12-30/2022-01-02"),
        ("28/12-2/1", "2022-12-28/2023-01-02"),
        ("quý 4 2020", "2020-Q4"),
        ("quý II 2021", "2021-Q2"),
        ("tháng 5 2020", "2020-05"),
        ("tháng 4\\/2021", "2021-04"),
        ("những năm 90", "1990/1999"),
        ("thập niên 70", "1970/1979"),
        ("đầu thập niên 90", "1990/1999"),
        ("năm 90", ""),
        ("8h30", ""),
        ("mùng 10 tháng 3 năm Mậu Tuất", ""),
        ("mùng 3 Tết Tân Mão", ""),
        ("15 tháng Giêng", ""),
        ("ngày 31/2", ""),
        ("mùng 3 Tết", ""),
        ("tối qua", ""),
    ] {
        check(Kind::Date, surface, expected);
    }
}

#[test]
fn a_date_without_a_year_needs_the_article() {
    assert_eq!(value(Kind::Date, "ngày 27/4", None), None);
    assert_eq!(
        value(Kind::Date, "ngày 27/4/2020", None).map(|v| v.to_string()),
        Some("2020-04-27".into())
    );
}

#[test]
fn money_comes_to_an_amount() {
    for (surface, expected) in [
        ("90 triệu đồng", "90000000 VND"),
        ("1.500 USD", "1500 USD"),
        ("3,2 tỉ đồng", "3200000000 VND"),
        ("25 triệu euro", "25000000 EUR"),
        ("500k", "500000 VND"),
        ("2 triệu 500 nghìn đồng", "2500000 VND"),
        ("1.200 nghìn tỷ đồng", "1200000000000000 VND"),
        ("hai trăm triệu đồng", "200000000 VND"),
        ("1,5 triệu đô la Mỹ", "1500000 USD"),
        ("100 nhân dân tệ", "100 CNY"),
        ("$10", "10 USD"),
        ("một tỷ rưỡi đồng", "1500000000 VND"),
        ("5-9 triệu đồng", "5000000-9000000 VND"),
        ("500.000 - 700.000đ", "500000-700000 VND"),
        ("200 triệu - 300 triệu đồng", "200000000-300000000 VND"),
        ("6 tỷ 850", "6850000000 VND"),
        ("3k5", "3500 VND"),
        ("3tr8", "3800000 VND"),
        ("1 triệu 500.000 đồng", "1500000 VND"),
        ("10.000 kíp", "10000 LAK"),
        ("12.999 tệ", "12999 CNY"),
        ("8,6 tỷ NOK", "8600000000 NOK"),
        ("150.000 VNĐ", "150000 VND"),
        ("35-40 triệu", "35000000-40000000 VND"),
        ("2.500 bolivar", ""),
        ("5 cent", ""),
    ] {
        check(Kind::Money, surface, expected);
    }
}

#[test]
fn quantities_keep_what_they_count() {
    for (surface, expected) in [
        ("100%", "100 %"),
        ("12,5%", "12.5 %"),
        ("1.998 chứng thư", "1998 chứng thư"),
        ("2,5 ha", "2.5 ha"),
        ("ba người", "3 người"),
        ("hai mươi lăm năm", "25 năm"),
        ("3 triệu người", "3000000 người"),
        ("700 m3/s", "700 m3/s"),
        ("2-1", "2-1"),
        ("37/41 giáo viên", "37/41 giáo viên"),
        ("5", ""),
        ("10 - 10,5%", "10-10.5 %"),
        ("3-4 người", "3-4 người"),
        ("hai trăm năm mươi người", "250 người"),
        ("một trăm lẻ năm ngày", "105 ngày"),
        ("24/24 giờ", "24/24 giờ"),
        ("-6 độ C", "-6 độ c"),
    ] {
        check(Kind::Quantity, surface, expected);
    }
}
