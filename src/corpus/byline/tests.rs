use super::byline;
use crate::corpus::caption::captions;
use crate::text::Span;
use proptest::prelude::*;

fn found(text: &str) -> Option<&str> {
    let body = Span::new(0, text.len());
    byline(text, body, &captions(text, body)).map(|span| span.of(text))
}

fn check(last: &str) {
    let text = format!("Đoạn đầu của bài báo.\n\n{last}\n");
    assert_eq!(found(&text), Some(last), "{last}");
}

fn check_none(last: &str) {
    let text = format!("Đoạn đầu của bài báo.\n\n{last}\n");
    assert_eq!(found(&text), None, "{last}");
}

#[test]
fn names_and_sources_sign_an_article() {
    for line in [
        "Bình Duyên",
        "H.Long",
        "Nguyễn Hành",
        "M. Hà",
        "T.Đ",
        "P.V",
        "TTXVN",
        "Cao Xuân Lương",
        "Nam Phương - Hồng Hải",
        "Hồng Hải- Trần Thanh",
        "Theo Dân trí",
        "Theo Reuters, DW",
        "(Theo VnExpress)",
        "(Theo Tuổi Trẻ)",
        "Tin, ảnh: Trúc Ly",
        "Bài và ảnh: Gia Hưng",
        "Minh PhươngTheo SCMP",
        "M.C. (theo BBC, AP)",
        "Nghi Ân/Theo Thethaovaxaohoi.vn",
        "Hải Vân (tổng hợp)",
        "Người lao động",
        "Nguồn: TTXVN",
        "Quỳnh Giang",
        "Đại Dương - Khánh Hồng",
        "Uyên Nguyễn",
    ] {
        check(line);
    }
}

#[test]
fn other_last_lines_do_not() {
    for line in [
        "Tổng thống Nga Putin",
        "Hiện trường vụ tai nạn.",
        "== Tham khảo ==",
        "35",
        "Còn nữa",
        "Xem tiếp",
        "Bản thân ông Thanh có",
        "EA Sports Football",
        "Map of Vientiane",
        "XEM CLIP:",
        "Theo dõi thông tin chi tiết tại đây.",
        "E-mail: toa-soan@bao.example",
        "(tiếng Anh)",
        "Theo ông Hùng, giá sẽ còn tăng nữa.",
        "Thủ tướng Campuchia Hun Sen. Ảnh: Reuters",
        "Trẻ tăng động nên ăn gì?",
        "Ghi chú:",
        "Ông Mai Đăng Hiếu.",
        "Vua Lửa & Vua Nước",
        "...",
        "",
    ] {
        check_none(line);
    }
}

#[test]
fn a_photo_credit_may_follow_and_text_must_precede() {
    assert_eq!(found("Đoạn đầu.\nHải Anh\nẢnh: NVCC"), Some("Hải Anh"));
    assert_eq!(found("Hải Anh"), None);
    assert_eq!(found("Hải Anh\nẢnh: NVCC"), None);
    assert_eq!(found(""), None);
}

proptest! {
    #[test]
    fn a_byline_is_one_line_of_any_text(text in "(Theo |Anh|[ .:(\n]|ảnh){0,20}|\\PC{0,40}") {
        if let Some(line) = found(&text) {
            prop_assert!(!line.contains('\n') && line == line.trim());
        }
    }
}
