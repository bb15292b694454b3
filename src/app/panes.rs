//! Geometry: where each pane lies at a size of the terminal. Update and view share it, so that
//! neither has to tell the other.

use ratatui::layout::{Rect, Size};

/// Sets the lines of the card below the entities: a rule, a head of seven lines, companions.
const CARD_LINES: u16 = 15;

/// Sets from how many rows on there is room for the rules between the panes.
const RULES: u16 = 9;

/// Sets from how many rows on there is room for the second status line.
const TWO_STATUS_LINES: u16 = 5;

/// Tells what of the state the geometry depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// Whether the reader, not the list, has the screen where there is room for one only.
    pub reading: bool,
    /// Whether the reader has the whole screen.
    pub zoom: bool,
    /// Whether the list is one of names with counts, which takes more columns where it has no pane
    /// of its own.
    pub names: bool,
    /// The most columns that text may take.
    pub measure: u16,
    /// From how many columns on list and reader stand side by side.
    pub two_panes: u16,
    /// From how many columns on the entities have a pane of their own.
    pub three_panes: u16,
}

/// Tells where everything lies; what has no room is `None` or empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Panes {
    /// The search line.
    pub search: Rect,
    /// The rule below the search line.
    pub top_rule: Rect,
    /// The article list.
    pub list: Option<Rect>,
    /// The rule between list and reader.
    pub left_rule: Option<Rect>,
    /// The reader with its margins.
    pub reader: Option<Rect>,
    /// The text column of the reader.
    pub text: Rect,
    /// The scroll strip of the reader.
    pub strip: Rect,
    /// The rule between reader and entities.
    pub right_rule: Option<Rect>,
    /// The entities of the article, or the list of entities.
    pub entities: Option<Rect>,
    /// The card of the focused entity, below them.
    pub aside: Option<Rect>,
    /// The rule above the status lines.
    pub bottom_rule: Rect,
    /// The status line about what is focused.
    pub status: Rect,
    /// The line about what can be pressed.
    pub hints: Rect,
}

/// Gives the panes at a size.
pub fn panes(size: Size, shape: Shape) -> Panes {
    let mut panes = Panes::default();
    let middle = cut_rows(&mut panes, size, shape.zoom);
    cut_columns(&mut panes, middle, shape);
    if let Some(reader) = panes.reader {
        cut_reader(&mut panes, reader, shape);
    }
    panes
}

/// Takes the lines above and below off the screen and gives what is left: all but one line where
/// the reader has the whole screen.
fn cut_rows(panes: &mut Panes, size: Size, zoom: bool) -> Rect {
    let mut rest = Rect::new(0, 0, size.width, size.height);
    if !zoom && size.height >= TWO_STATUS_LINES {
        panes.hints = take_bottom(&mut rest);
    }
    if size.height >= 3 {
        panes.status = take_bottom(&mut rest);
    }
    if !zoom && size.height >= 2 {
        panes.search = take_top(&mut rest);
        if size.height >= RULES {
            panes.top_rule = take_top(&mut rest);
        }
    }
    if !zoom && size.height >= RULES {
        panes.bottom_rule = take_bottom(&mut rest);
    }
    rest
}

/// Shares the middle of the screen between list, reader and entities.
fn cut_columns(panes: &mut Panes, middle: Rect, shape: Shape) {
    let mut rest = middle;
    if shape.zoom || (middle.width < shape.two_panes && shape.reading) {
        panes.reader = Some(rest);
        return;
    }
    if middle.width < shape.two_panes {
        panes.list = Some(rest);
        return;
    }
    let wide = middle.width >= shape.three_panes;
    if wide {
        let mut right = take_right(&mut rest, (middle.width / 5).clamp(28, 44));
        panes.right_rule = Some(take_right(&mut rest, 1));
        panes.aside = cut_aside(&mut right);
        panes.entities = Some(right);
    }
    let list = if shape.names && !wide { middle.width * 2 / 5 } else { middle.width * 3 / 10 };
    panes.list = Some(take_left(&mut rest, list.clamp(28, 56)));
    panes.left_rule = Some(take_left(&mut rest, 1));
    panes.reader = Some(rest);
}

/// Takes the card off the lower end of the entities, where both have room.
fn cut_aside(entities: &mut Rect) -> Option<Rect> {
    if entities.height < 2 * CARD_LINES {
        return None;
    }
    entities.height -= CARD_LINES;
    Some(Rect { y: entities.bottom(), height: CARD_LINES, ..*entities })
}

/// Puts the text column in the middle of the reader, the scroll strip at its right edge.
fn cut_reader(panes: &mut Panes, reader: Rect, shape: Shape) {
    let mut inner = reader;
    if inner.width > 12 {
        panes.strip = take_right(&mut inner, 1);
    }
    let margin = if inner.width > 30 { 2 } else { 0 };
    let columns = inner.width.saturating_sub(2 * margin).min(shape.measure).max(1);
    let left = (inner.width.saturating_sub(columns)) / 2;
    panes.text = Rect { x: inner.x + left, width: columns.min(inner.width), ..inner };
}

fn take_top(rest: &mut Rect) -> Rect {
    let row = Rect { height: 1, ..*rest };
    rest.y += 1;
    rest.height -= 1;
    row
}

fn take_bottom(rest: &mut Rect) -> Rect {
    rest.height -= 1;
    Rect { y: rest.y + rest.height, height: 1, ..*rest }
}

fn take_left(rest: &mut Rect, columns: u16) -> Rect {
    let left = Rect { width: columns, ..*rest };
    rest.x += columns;
    rest.width -= columns;
    left
}

fn take_right(rest: &mut Rect, columns: u16) -> Rect {
    rest.width -= columns;
    Rect { x: rest.x + rest.width, width: columns, ..*rest }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(reading: bool, zoom: bool) -> Shape {
        let (two_panes, three_panes) = (80, 140);
        Shape { reading, zoom, names: false, measure: 72, two_panes, three_panes }
    }

    fn check(size: (u16, u16), shape: Shape, list: u16, text: u16, entities: u16) {
        let panes = panes(Size::new(size.0, size.1), shape);
        let columns = |pane: Option<Rect>| pane.map_or(0, |rect| rect.width);
        let found = (columns(panes.list), panes.text.width, columns(panes.entities));
        assert_eq!(found, (list, text, entities), "{size:?} {shape:?}");
    }

    #[test]
    fn panes_stand_by_width() {
        check((79, 24), shape(false, false), 79, 0, 0);
        check((79, 24), shape(true, false), 0, 72, 0);
        check((80, 24), shape(false, false), 28, 46, 0);
        check((120, 36), shape(true, false), 36, 72, 0);
        check((160, 45), shape(true, false), 48, 72, 32);
        check((200, 50), shape(true, true), 0, 72, 0);
        check((20, 5), shape(true, false), 0, 19, 0);
        check((80, 24), Shape { names: true, ..shape(false, false) }, 32, 42, 0);
        check((160, 45), Shape { names: true, ..shape(false, false) }, 48, 72, 32);
    }

    #[test]
    fn a_card_stands_below_the_entities_where_both_have_room() {
        for (columns, rows, lines) in [(139, 50, None), (160, 30, None), (160, 45, Some((25, 15)))]
        {
            let all = panes(Size::new(columns, rows), shape(true, false));
            let both = all.entities.zip(all.aside);
            assert_eq!(both.map(|(list, card)| (list.height, card.height)), lines);
        }
    }

    #[test]
    fn no_size_overflows_and_nothing_leaves_the_screen() {
        for (width, height) in (0..=90).flat_map(|w| (0..=30).map(move |h| (w, h))) {
            for shape in [shape(false, false), shape(true, false), shape(true, true)] {
                let all = panes(Size::new(width, height), shape);
                let screen = Rect::new(0, 0, width, height);
                for rect in [all.search, all.text, all.strip, all.status, all.hints] {
                    assert!(rect.is_empty() || screen.union(rect) == screen, "{rect:?} {screen:?}");
                }
            }
        }
    }
}
