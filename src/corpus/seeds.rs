//! The seed articles, which are part of the program: it opens them when it is given nothing else.

/// The names and bytes of the seeds, in load order; they are read like files.
pub const SEEDS: [(&str, &[u8]); 2] = [
    ("seeds/000_a67fe91cfa96657e.txt", include_bytes!("../../seeds/000_a67fe91cfa96657e.txt")),
    ("seeds/003_12b05c839997e4a5.txt", include_bytes!("../../seeds/003_12b05c839997e4a5.txt")),
];

#[cfg(test)]
mod tests {
    use super::SEEDS;
    use crate::corpus::{Article, Records, Source, parse_record};

    fn seed(number: usize) -> Article {
        let (name, bytes) = SEEDS[number];
        let source = Source::new(name);
        let record = Records::open(&source, bytes).unwrap().next().unwrap().unwrap();
        let parsed = parse_record(&record, &source).unwrap();
        assert_eq!(parsed.warning, None);
        parsed.article
    }

    #[test]
    fn the_first_seed_is_read() {
        let article = seed(0);
        assert_eq!(&*article.id, "000_a67fe91cfa96657e");
        assert_eq!(article.date.unwrap().to_string(), "2023-04");
        assert_eq!(
            article.title(),
            "UBND tỉnh Lâm Đồng đã tổ chức Hội nghị tập huấn công tác đảm bảo an toàn"
        );
        assert!(article.title_is_cut());
        let captions: Vec<_> = article.captions().collect();
        assert_eq!(captions.len(), 4);
        assert!(
            captions[0].starts_with("Các đại biểu tham dự")
                && captions[0].ends_with("Ảnh: Nguyễn Tiến.")
        );
        assert_eq!(article.byline(), None);
        assert_eq!(article.words(), 1036);
    }

    #[test]
    fn the_second_seed_is_read() {
        let article = seed(1);
        assert_eq!(article.date.unwrap().to_string(), "2022-01");
        assert_eq!(
            article.title(),
            "Vĩnh Phúc là một trong 7 tỉnh, thành phố được Bộ Thông tin và Truyền thông xếp loại mức độ"
        );
        let captions: Vec<_> = article.captions().collect();
        assert_eq!(captions.len(), 1);
        assert!(captions[0].ends_with("Ảnh: Trường Khanh"));
        assert_eq!(article.byline(), Some("Bình Duyên"));
    }
}
