use super::{derived_title, first_line_title};
use crate::corpus::caption::captions;
use crate::text::Span;
use proptest::prelude::*;

fn derived(text: &str) -> &str {
    let body = Span::new(0, text.len());
    derived_title(text, body, &captions(text, body)).of(text)
}

fn check(text: &str, expected: &str) {
    assert_eq!(derived(text), expected, "{text}");
}

#[test]
fn a_short_first_sentence_is_the_title() {
    check("Công an TP.HCM bắt hai người. Ngày hôm sau họ khai.", "Công an TP.HCM bắt hai người");
    check(
        "PGS.TS Tạ Hải Tùng nhận giải 27.4 tại Hà Nội. Hết.",
        "PGS.TS Tạ Hải Tùng nhận giải 27.4 tại Hà Nội",
    );
    check("Bả vai đau nhức cảnh báo bệnh gì? Bác sĩ trả lời.", "Bả vai đau nhức cảnh báo bệnh gì?");
    check("", "");
    check("Một", "Một");
}

#[test]
fn captions_initials_and_time_come_not_into_it() {
    check("Đại biểu dự họp. Ảnh: Nguyễn Tiến.\n\nHội nghị đã bế mạc.", "Hội nghị đã bế mạc");
    check("(Dân trí) - Cuba mong muốn hợp tác. Hết.", "Cuba mong muốn hợp tác");
    check("(NLĐ)- Cuba mong muốn hợp tác.", "Cuba mong muốn hợp tác");
    check("TTO - Năm 19 tuổi, cô bị bệnh. Hết.", "Năm 19 tuổi, cô bị bệnh");
    check("TNO Các nhà khoa học Mỹ có thuốc mới.", "Các nhà khoa học Mỹ có thuốc mới");
    check("VTV.vn - Bão số 3 đổ bộ.", "Bão số 3 đổ bộ");
    check("TP HCM - thành phố lớn nhất.", "TP HCM - thành phố lớn nhất");
    check("- Bão số 3 đổ bộ.", "Bão số 3 đổ bộ");
    check(
        "Ngày 27/4, UBND tỉnh Lâm Đồng đã tổ chức Hội nghị tập huấn. Hết.",
        "UBND tỉnh Lâm Đồng đã tổ chức Hội nghị tập huấn",
    );
    check(
        "Ngày 26/4, một nguồn tin cho biết điều này với báo chí trong nước.",
        "Ngày 26/4, một nguồn tin cho biết điều này với báo chí trong nước",
    );
}

#[test]
fn a_long_sentence_is_cut_at_a_clause_or_a_word() {
    check(
        "Công an tỉnh vừa triệt phá một đường dây ma túy lớn ở biên giới, thu giữ nhiều tang vật có giá trị cùng vũ khí quân dụng.",
        "Công an tỉnh vừa triệt phá một đường dây ma túy lớn ở biên giới",
    );
    check(
        "Ủy ban nhân dân tỉnh Lâm Đồng đã tổ chức Hội nghị tập huấn công tác đảm bảo an toàn mạng của các cơ quan nhà nước trong tỉnh năm nay.",
        "Ủy ban nhân dân tỉnh Lâm Đồng đã tổ chức Hội nghị tập huấn công tác đảm bảo an toàn mạng",
    );
    check(
        "Bị cáo Trần Phú đã lao vào đánh một người hàng xóm cùng thôn (sinh năm 1990 và trú tại thôn Hạ Thủy của xã).",
        "Bị cáo Trần Phú đã lao vào đánh một người hàng xóm cùng thôn",
    );
    let long = "x".repeat(300);
    check(&long, &long[..90]);
}

#[test]
fn a_first_line_may_be_a_title() {
    let check = |text: &str, expected: Option<&str>| {
        let found = first_line_title(text, Span::new(0, text.len()));
        assert_eq!(found.map(|span| span.of(text)), expected, "{text}");
    };
    check("Bão số 3 đổ bộ\nBão số 3 đã đổ bộ vào đất liền.", Some("Bão số 3 đổ bộ"));
    check("Bão đổ bộ?\n\nBão số 3 đã đổ bộ vào đất liền.", Some("Bão đổ bộ?"));
    check("Chờ bão...\n\nBão số 3 đã đổ bộ vào đất liền.", Some("Chờ bão..."));
    check("Bão số 3 đổ bộ.\nBão số 3 đã đổ bộ vào đất liền.", None);
    check("Bão số 3 đổ bộ vào\nđất liền và gây thiệt hại lớn.", None);
    check("Bão\nBão số 3 đã đổ bộ vào đất liền.", None);
    check("Bão số 3 đổ bộ vào đất liền\nHết.", None);
    check("Bão số 3 đổ bộ", None);
    check("<p class=x>Bão số 3</p>\n<p>Bão số 3 đã đổ bộ vào đất liền.</p>", None);
    check("Bão số 3. Mưa lớn?\nBão số 3 đã đổ bộ vào đất liền.", None);
    check("Bão số 3 (Ảnh: NVCC)\nBão số 3 đã đổ bộ vào đất liền.", None);
    check("Phạm Thị Bình\nBão số 3 đã đổ bộ vào đất liền.", None);
    check("- Bão số 3\nBão số 3 đã đổ bộ vào đất liền.", None);
    let lead = format!("{}...", "Bão số ba ".repeat(10));
    check(&format!("{lead}\n{lead}{lead}"), None);
    let lead = lead.replace("...", "…");
    check(&format!("{lead}\n{lead}{lead}"), None);
    check("", None);
}

proptest! {
    #[test]
    fn any_body_has_a_title_on_one_line(text in "([(TO)-]|Ngày 2, |Ảnh: A|a |Ế|\n|\\. |,){0,40}|\\PC{0,150}") {
        let title = derived(&text);
        prop_assert!(!title.contains('\n'));
        prop_assert_eq!(title.is_empty(), text.trim().is_empty());
    }
}
