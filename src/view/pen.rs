//! Drawing lines of styled text: the only way in which text gets on the screen.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span as Piece};
use unicode_segmentation::GraphemeCursor;

use crate::text::Span;

pub(super) use crate::text::shorten;

/// Puts a text of one style at the start of an area.
pub(super) fn put(frame: &mut Frame, area: Rect, text: &str, style: Style) {
    put_line(frame, area, &Line::styled(text, style));
}

/// Puts a line at the start of an area; what is too long is cut off.
pub(super) fn put_line(frame: &mut Frame, area: Rect, line: &Line) {
    let area = area.intersection(frame.area());
    if !area.is_empty() {
        frame.buffer_mut().set_line(area.x, area.y, line, area.width);
    }
}

/// Puts one text at the left and one at the right of an area; the left one gives way.
pub(super) fn put_ends(frame: &mut Frame, area: Rect, left: &Line, right: &Line) {
    let right_columns = (right.width() as u16).min(area.width);
    let room = area.width.saturating_sub(right_columns + 1);
    put_line(frame, Rect { width: room, ..area }, left);
    let x = area.x + area.width - right_columns;
    put_line(frame, Rect { x, width: right_columns, ..area }, right);
}

/// Gives the row number `index` of an area.
pub(super) fn row(area: Rect, index: u16) -> Rect {
    Rect { y: area.y.saturating_add(index), height: u16::from(index < area.height), ..area }
}

/// Styles the stretch `span` of `text`: `base`, patched by each mark that covers a part of it, in
/// the order of the marks.
pub(super) fn styled<'t>(
    text: &'t str,
    span: Span,
    base: Style,
    marks: &[(Span, Style)],
) -> Vec<Piece<'t>> {
    let within = |at: u32| border(text, span, at.clamp(span.start, span.end));
    let marks: Vec<(Span, Style)> = marks
        .iter()
        .filter(|(mark, _)| mark.overlaps(span))
        .map(|(mark, style)| (Span { start: within(mark.start), end: within(mark.end) }, *style))
        .collect();
    let mut borders: Vec<u32> = vec![span.start, span.end];
    borders.extend(marks.iter().flat_map(|(mark, _)| [mark.start, mark.end]));
    borders.sort_unstable();
    borders.dedup();
    let pieces = borders.windows(2).map(|pair| {
        let piece = Span { start: pair[0], end: pair[1] };
        let style = marks
            .iter()
            .filter(|(mark, _)| mark.covers(piece))
            .fold(base, |style, (_, patch)| style.patch(*patch));
        Piece::styled(piece.of(text), style)
    });
    pieces.collect()
}

/// Puts one more space behind each gap of a row: `pieces` are what it shows, from the byte `at` on, and
/// `gaps` the bytes before which a space is added, in order.
pub(super) fn spread<'t>(pieces: Vec<Piece<'t>>, mut at: u32, mut gaps: &[u32]) -> Vec<Piece<'t>> {
    if gaps.is_empty() {
        return pieces;
    }
    let mut widened = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let end = at + piece.content.len() as u32;
        let (here, after) = gaps.split_at(gaps.partition_point(|&gap| gap <= end));
        let mut text = piece.content.into_owned();
        here.iter().rev().for_each(|gap| text.insert((gap - at) as usize, ' '));
        widened.push(Piece::styled(text, piece.style));
        (at, gaps) = (end, after);
    }
    widened
}

/// Finds the first border between clusters from `at` on: a letter is never parted from its marks,
/// which would be lost.
fn border(text: &str, span: Span, at: u32) -> u32 {
    let (shown, offset) = (span.of(text), (at - span.start) as usize);
    let mut cursor = GraphemeCursor::new(offset, shown.len(), true);
    let next = match cursor.is_boundary(shown, 0) {
        Ok(true) => offset,
        _ => cursor.next_boundary(shown, 0).ok().flatten().unwrap_or(shown.len()),
    };
    span.start + next as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_never_parts_a_cluster() {
        let bold = Style::new().bold();
        let text = "xx\u{323}\u{301}y\u{D4E}z";
        for (mark, parts) in [
            (Span::new(0, 2), &["xx\u{323}\u{301}", "y\u{D4E}z"][..]),
            (Span::new(4, 7), &["xx\u{323}\u{301}", "y", "\u{D4E}z"]),
            (Span::new(10, 11), &["xx\u{323}\u{301}y\u{D4E}z"]),
        ] {
            let pieces = styled(text, Span::new(0, text.len()), Style::new(), &[(mark, bold)]);
            let found: Vec<_> = pieces.iter().map(|piece| piece.content.as_ref()).collect();
            assert_eq!(found, parts, "{mark:?}");
        }
    }

    #[test]
    fn a_gap_that_is_widened_has_the_style_of_its_space() {
        let bold = Style::new().bold();
        let marks = [(Span::new(0, 3), bold), (Span::new(7, 9), bold)];
        let pieces = styled("x a b c d e", Span::new(2, 11), Style::new(), &marks);
        let pieces = spread(pieces, 2, &[4, 8, 10]);
        let found: Vec<_> = pieces.iter().map(|piece| piece.content.as_ref()).collect();
        assert_eq!(found, ["a", "  b c", "  d", "  e"]);
    }

    #[test]
    fn later_marks_lie_over_earlier_ones() {
        let (bold, dim) = (Style::new().bold(), Style::new().dim());
        let marks = [(Span::new(0, 4), bold), (Span::new(2, 9), dim)];
        let pieces = styled("abcdef", Span::new(1, 6), Style::new(), &marks);
        let found: Vec<_> =
            pieces.iter().map(|piece| (piece.content.as_ref(), piece.style)).collect();
        assert_eq!(found, [("b", bold), ("cd", bold.dim()), ("ef", dim)]);
    }
}
