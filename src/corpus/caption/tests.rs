use super::captions;
use crate::text::Span;
use proptest::prelude::*;

fn found(text: &str) -> Vec<&str> {
    let all = Span::new(0, text.len());
    captions(text, all).into_iter().map(|span| span.of(text)).collect()
}

/// The captions are what stands between `⟦` and `⟧` in `marked`.
fn check(marked: &str) {
    let text = marked.replace(['⟦', '⟧'], "");
    let parts = marked.split('⟦').skip(1);
    let expected: Vec<_> = parts.map(|part| part.split('⟧').next().unwrap()).collect();
    assert_eq!(found(&text), expected, "{marked}");
}

#[test]
fn a_short_line_with_a_credit_is_a_caption() {
    check("⟦Các đại biểu tham dự Hội nghị tại Lâm Đồng. Ảnh: Nguyễn Tiến.⟧");
    check("Đoạn một.\n\n⟦Công an tỉnh phân tích chiêu trò. Ảnh: Trường Khanh⟧\n\nĐoạn hai.");
    check("⟦Quán bánh mỳ ở Hàng Gai. (Ảnh: Toàn Vũ).⟧");
    check("⟦Máy bay của Mỹ (Ảnh: Sputnik)⟧");
    check("⟦Cổ phiếu gặp rắc rối (ảnh: HAGL).⟧");
    check("⟦Ông Andy cùng gia đình - Ảnh: NVCC.⟧");
    check("⟦- Ảnh: VGP/Nhật Bắc.⟧");
    check("⟦Ảnh :   Instagram nhân vật⟧");
    check("⟦Nhà lãnh đạo đọc thông điệp - ẢNH: REUTERS⟧");
    check("⟦(Ảnh minh họa: The New Paper).⟧");
    check("⟦Nguy cơ bong bóng (Ảnh minh hoạ).⟧");
    check("⟦Ảnh minh họa.⟧");
    check("⟦Nhân viên an ninh khống chế một người. Ảnh chụp màn hình.⟧");
    check("⟦Một người bị thương. Ảnh AFP⟧");
    check("⟦Bức tranh cổ. Nguồn ảnh: Bảo tàng tỉnh⟧");
    check("⟦Nhiều người cầu xin phú quý. Ảnh:⟧");
    check("⟦Bà ấy nói. Ảnh: Media Quốc hội⟧");
}

#[test]
fn of_a_long_paragraph_only_the_last_sentence_is_a_caption() {
    let long = "Cơ quan chức năng đã kiểm tra hiện trường vụ việc trong nhiều giờ. ".repeat(8);
    check(&format!("{long}⟦Vị trí xảy ra hỏa hoạn. Ảnh: Báo Mới⟧"));
    let endless = "một hai ba bốn ".repeat(60);
    check(&format!("{endless}⟦Ảnh: Báo Mới⟧"));
    check(&format!("{endless}⟦(Ảnh: Báo Mới)⟧"));
}

#[test]
fn a_paragraph_that_speaks_of_photos_is_no_caption() {
    check("Ông là nghệ sĩ nhiếp ảnh nổi tiếng.");
    check("Phóng viên ảnh: nghề nguy hiểm");
    check("Chùm ảnh: Real được đón tiếp nồng nhiệt");
    check("HÌNH ẢNH: BÃO ĐỔ BỘ");
    check("Xem ảnh Lan Chinh");
    check("Khách du lịch chụp ảnh với bức tượng.");
    check("Vụ án đang được điều tra. Tin-ảnh: Đức Ngọc");
    check("Tin, ảnh: Trúc Ly");
    check("Ngôi sao màn ảnh cho biết: đó là một lời cầu hôn.");
    check("Ảnh: AFP. Sau đó ông rời đi.");
    check("Ảnh hưởng của bão");
    check("Bài và ảnh: Gia Hưng");
}

proptest! {
    #[test]
    fn captions_lie_in_order_inside_any_text(text in "([ẢảnhNH:. (-]|Tin|AFP|\n){0,30}|\\PC{0,40}") {
        let all = Span::new(0, text.len());
        let spans = captions(&text, all);
        prop_assert!(spans.is_sorted());
        prop_assert!(spans.iter().all(|span| !span.of(&text).trim().is_empty()));
    }
}
