//! How many columns a text takes on the screen, and cutting it to a number of columns.
//!
//! The measure is that of `unicode-width`, cluster by cluster, as the screen library counts too.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Gives the columns that `text` takes; a line break takes none.
pub fn width(text: &str) -> usize {
    if is_narrow(text) {
        return text.chars().filter(|&c| c != '\n').count();
    }
    text.graphemes(true).map(cluster_width).sum()
}

/// Gives the columns of one grapheme cluster.
pub(super) fn cluster_width(cluster: &str) -> usize {
    if cluster == "\n" { 0 } else { cluster.width() }
}

/// Tells whether each character is a cluster of one column: true of all Vietnamese text.
fn is_narrow(text: &str) -> bool {
    text.chars().all(|c| {
        matches!(c, '\n' | ' '..='~' | '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{24F}'
            | '\u{1EA0}'..='\u{1EF9}' | '\u{2010}'..='\u{2027}')
    })
}

/// Tells whether each character is a cluster of one column, and none a line break.
fn is_one_line(text: &str) -> bool {
    is_narrow(text) && !text.contains('\n')
}

/// Gives the longest beginning of `text` that takes at most `columns`, cut between clusters.
pub fn cut(text: &str, columns: usize) -> &str {
    let mut chars = text.char_indices();
    let end = chars.nth(columns).map_or(text.len(), |(at, _)| at);
    if is_one_line(&text[..text.len() - chars.as_str().len()]) {
        return &text[..end];
    }
    let mut used = 0;
    for (at, cluster) in text.grapheme_indices(true) {
        used += cluster_width(cluster);
        if used > columns {
            return &text[..at];
        }
    }
    text
}

/// Gives the longest ending of `text` that takes at most `columns`, cut between clusters.
pub fn cut_to_end(text: &str, columns: usize) -> &str {
    let too_much = text.char_indices().rev().nth(columns);
    let start = too_much.map_or(0, |(at, c)| at + c.len_utf8());
    if is_one_line(&text[too_much.map_or(0, |(at, _)| at)..]) {
        return &text[start..];
    }
    let mut used = 0;
    for (at, cluster) in text.grapheme_indices(true).rev() {
        used += cluster_width(cluster);
        if used > columns {
            return &text[at + cluster.len()..];
        }
    }
    text
}

/// Cuts a text to a number of columns, with an ellipsis where something is lost.
pub fn shorten(text: &str, columns: usize) -> String {
    // A text of any length costs no more than what is shown of it.
    if cut(text, columns).len() == text.len() {
        return text.to_owned();
    }
    match columns {
        0 => String::new(),
        _ => format!("{}…", cut(text, columns - 1).trim_end()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, columns: usize, head: &str, tail: &str) {
        assert_eq!(cut(text, columns), head, "head of {text}");
        assert_eq!(cut_to_end(text, columns), tail, "tail of {text}");
    }

    #[test]
    fn cuts_between_clusters() {
        check("Lâm Đồng", 4, "Lâm ", "Đồng");
        check("Lâm Đồng", 99, "Lâm Đồng", "Lâm Đồng");
        check("", 3, "", "");
        check("日本語", 3, "日", "語");
        check("a\u{301}b\u{323}c", 1, "a\u{301}", "c");
        check("abc\u{301}", 2, "ab", "bc\u{301}");
        check("ab\u{301}", 2, "ab\u{301}", "ab\u{301}");
        check("a\nbc", 2, "a\nb", "\nbc");
        check("ab日c", 2, "ab", "c");
        check("ok", 0, "", "");
    }

    #[test]
    fn shortens() {
        for (text, columns, short) in
            [("Đồng", 4, "Đồng"), ("Lâm Đồng", 5, "Lâm…"), ("ab", 0, ""), ("日本", 3, "日…")]
        {
            assert_eq!(shorten(text, columns), short);
        }
    }

    #[test]
    fn counts_columns() {
        let cases = [("", 0), ("Đồng\n", 4), ("日本", 4), ("e\u{301}", 1), ("\u{1F600}!", 3)];
        for (text, columns) in cases {
            assert_eq!(width(text), columns, "{text:?}");
        }
    }
}
