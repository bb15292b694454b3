//! The queries that are typed: words with and without marks, names, abbreviations, phrases, filters,
//! words typed as one, words with a letter wrong, and words that are everywhere.

/// Lists them as they are typed.
pub const QUERIES: [&str; 32] = [
    "lam dong",
    "Lâm Đồng",
    "an ninh mang",
    "an ninh mạng",
    "covid",
    "covid-19",
    "btqp",
    "tphcm",
    "TP.HCM kẹt xe",
    "lamdong",
    "hoa",
    "hòa bình",
    "của và là có",
    "nguyen phu trong",
    "Nguyễn Phú Trọng",
    "30-NQ/TW",
    "\"bộ quốc phòng\"",
    "giá vàng -sjc",
    "gia xang tang manh",
    "đội tuyển việt nam",
    "u23 viet nam",
    "ngân hàng nhà nước",
    "bien dong trung quoc",
    "dich ta lon chau phi",
    "tai nan giao thong",
    "khong khi lanh",
    "@hà nội date:2023 kẹt xe",
    "date:2019..2020 bong da",
    "kind:location da",
    "'hoa sen",
    "thu tuong pham minh chinh",
    "y te",
];

/// Gives what has been typed after each letter of a query.
pub fn strokes(query: &str) -> impl Iterator<Item = &str> {
    query.char_indices().map(|(at, c)| &query[..at + c.len_utf8()])
}
