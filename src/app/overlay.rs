//! Screens that lie over the others: help, and what could not be read.

/// Lists what can be typed in the search line: an example, and what it finds in English and in
/// Vietnamese. Help shows it below the keys.
pub const QUERY_HELP: &[(&str, &str, &str)] = &[
    ("lam dong", "marks that are left out are free", "bỏ dấu: tìm cả Lâm Đồng"),
    ("lâm", "marks that are typed must be there: not lạm", "gõ dấu nào phải có dấu ấy"),
    ("dong lam", "all words, in any order, the last may be cut", "đủ các từ, thứ tự nào cũng được"),
    ("btqp  lamdong", "initials of titles and names; joined words", "chữ đầu; các từ viết liền"),
    ("ubnd  tphcm", "abbreviations and their long forms", "chữ viết tắt và tên đầy đủ"),
    ("Laam DDoongf", "Telex or VNI as it was typed", "gõ Telex hay VNI khi quên bật bộ gõ"),
    ("phogn", "one letter wrong, two in long words", "sai một chữ cái, từ dài thì hai"),
    ("\"an ninh mạng\"", "the phrase", "cả cụm từ"),
    ("-covid", "not this word", "không có từ này"),
    ("'hòa", "exactly so, marks and all", "đúng y như vậy"),
    ("@\"lam dong\"", "articles with such an entity", "bài có thực thể này"),
    ("kind:person lam", "entities of this kind", "thực thể thuộc loại này"),
    ("date:2022-06..2023-04", "articles of that time", "bài trong thời gian này"),
];

/// Names what an overlay shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OverlayKind {
    /// All actions with their keys.
    Help,
    /// What can be typed into the search line.
    Queries,
    /// All diagnostics of loading.
    Diagnostics,
}

/// Represents an open overlay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overlay {
    /// What it shows.
    pub kind: OverlayKind,
    /// The first line on the screen.
    pub top: usize,
}
