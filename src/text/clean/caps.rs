//! Bounds on grapheme clusters: how many bytes and columns one may have.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Limits a cluster's bytes: a base with eight marks of three bytes has 28.
const MAX_BYTES: usize = 32;

/// Limits a cluster's columns: conjuncts of Indic scripts take up to four.
const MAX_COLUMNS: usize = 4;

/// Cuts clusters that are too large, and shows those that would take no column.
pub(super) fn cap_clusters(text: String) -> String {
    if text.graphemes(true).all(fits) {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    for cluster in text.graphemes(true) {
        push_capped(&mut out, cluster);
    }
    out
}

fn fits(cluster: &str) -> bool {
    cluster.len() <= MAX_BYTES && (cluster == "\n" || (1..=MAX_COLUMNS).contains(&cluster.width()))
}

fn push_capped(out: &mut String, cluster: &str) {
    if fits(cluster) {
        out.push_str(cluster);
        return;
    }
    let end = cluster
        .char_indices()
        .map(|(at, c)| at + c.len_utf8())
        .take_while(|&end| fits(&cluster[..end]))
        .last();
    out.push_str(&cluster[..end.unwrap_or(0)]);
    // It tells of the loss, and what comes next cannot grow together with what was cut.
    out.push(char::REPLACEMENT_CHARACTER);
}
