//! The signs before an article: whether it has a star, and how far it was read.

use crate::app::State;
use crate::corpus::ArticleNo;
use crate::reading::Progress;

/// Stands before an article with a star.
const STAR: &str = "★";

/// Gives the signs of an article with a space behind them; nothing for one that is unread.
pub(super) fn signs(state: &State, article: ArticleNo) -> String {
    let mark = state.mark(article);
    let star = if mark.star { STAR } else { "" };
    let progress = match mark.progress() {
        Progress::Unread => "",
        Progress::Reading => "◐",
        Progress::Read => "✓",
    };
    let space = if star.is_empty() && progress.is_empty() { "" } else { " " };
    format!("{star}{progress}{space}")
}
