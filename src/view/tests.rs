//! What the screen shows, as text with a map of its styles. `UPDATE_EXPECT=1 cargo test` writes the
//! pictures anew; read them before you keep them.

use expect_test::{Expect, expect};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Size;
use ratatui::style::{Color, Modifier};

use super::*;
use crate::app::ThemeName;
use crate::app::tests::{app, type_in};
use crate::entity::Kind;

fn render(state: &State, theme: &Theme) -> Buffer {
    let backend = TestBackend::new(state.size.width, state.size.height);
    let mut terminal = Terminal::new(backend).expect("a test terminal cannot fail");
    terminal.draw(|frame| draw(state, theme, frame)).expect("a test terminal cannot fail");
    terminal.backend().buffer().clone()
}

fn lines(buffer: &Buffer, show: impl Fn(&Cell) -> String) -> String {
    let area = buffer.area;
    let line = |y| (area.left()..area.right()).map(|x| show(&buffer[(x, y)])).collect::<String>();
    (area.top()..area.bottom()).map(|y| format!("{}\n", line(y).trim_end())).collect()
}

/// Gives a letter for the style of a cell: the kinds of entities by their own, in capitals when it
/// is bold too; `#` reversed, `m` a match, `d` dim, `r` a rule, `b` bold, `i` italic, `.` plain.
fn letter(cell: &Cell, theme: &Theme) -> char {
    let modifier = cell.modifier;
    if modifier.contains(Modifier::REVERSED) {
        return '#';
    }
    let named =
        [(theme.found.fg, 'm'), (theme.dim.fg, 'd'), (theme.rule.fg, 'r'), (theme.mark.fg, '*')];
    let kinds = Kind::ALL.map(|kind| (theme.kind(kind).fg, kind)).into_iter();
    let letter_of = |kind: Kind| kind.name().chars().next().unwrap_or('?');
    let colours = named.into_iter().chain(kinds.map(|(fg, kind)| (fg, letter_of(kind))));
    let found = colours.into_iter().find(|(fg, _)| *fg == Some(cell.fg)).map(|(_, letter)| letter);
    match found {
        Some(letter) if modifier.contains(Modifier::BOLD) => letter.to_ascii_uppercase(),
        Some(letter) => letter,
        None if modifier.contains(Modifier::BOLD) => 'b',
        None if modifier.contains(Modifier::ITALIC) => 'i',
        None => '.',
    }
}

/// Types a script and compares the screen and its styles.
fn check(size: (u16, u16), script: &str, expected: &Expect) {
    let mut state = app(size.0, size.1);
    type_in(&mut state, script);
    let theme = Theme::embedded(ThemeName::Dark, Tier::True);
    let buffer = render(&state, &theme);
    let text = lines(&buffer, |cell| cell.symbol().to_owned());
    let styles = lines(&buffer, |cell| letter(cell, &theme).to_string());
    expected.assert_eq(&format!("{text}{}\n{styles}", "=".repeat(20)));
}

#[test]
fn list_and_reader() {
    check(
        (80, 16),
        "",
        &expect![[r#"
         / search titles, names and text                                     4 articles
        ────────────────────────────┬───────────────────────────────────────────────────
        › Ông Phạm Văn Sơn ở Lâm    │  Ông Phạm Văn Sơn ở Lâm Đồng
          Đồng                      │  23 words · 1 min · 6 entities
          Hòa Bình làm đường        │
                                    │  Ngày 27/4, ông Phạm Văn Sơn tới tỉnh Lâm Đồng
          Một bài dài               │  với 90 triệu đồng.
                                    │
          Chợ lạm phát              │  Ông Phạm Văn Sơn gặp bà Trần Thị Hoa.
                                    │
                                    │
                                    │
                                    │
        ────────────────────────────┴───────────────────────────────────────────────────
         0  0.txt                                                                   1/4
         ⏎ read  / search  Tab entities  J K article  ? help  q quit              100 %
        ====================
        dddddddddddddddddddddddddddddddd.....................................ddddddddddd
        rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr
        bbbbbbbbbbbbbbbbbbbbbbbb....r..bbbbPPPPPPPPPPPPbbbLLLLLLLL......................
        ..bbbb......................r..ddddddddddddddddddddddddddddd....................
        ............................r...................................................
        ............................r..ddddddddd......pppppppppppp.....lllllllllllll....
        ............................r......MMMMMMMMMMMMM................................
        ............................r...................................................
        ............................r......pppppppppppp........pppppppppppp.............
        ............................r...................................................
        ............................r...................................................
        ............................r...................................................
        ............................r...................................................
        rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr
        ddddddddd...................................................................dddd
        .bdddddddbdddddddddbbbdddddddddddbbbddddddddddbdddddddbddddddd............dddddd
    "#]],
    );
}

#[test]
fn a_focused_mention() {
    check(
        (80, 16),
        "{enter}{tab}{tab}",
        &expect![[r#"
         / search titles, names and text                                     4 articles
        ────────────────────────────┬───────────────────────────────────────────────────
        › Ông Phạm Văn Sơn ở Lâm    │▎ Ông Phạm Văn Sơn ở Lâm Đồng
          Đồng                      │  23 words · 1 min · 6 entities
          Hòa Bình làm đường        │
                                    │  Ngày 27/4, ông Phạm Văn Sơn tới tỉnh Lâm Đồng
          Một bài dài               │  với 90 triệu đồng.
                                    │
          Chợ lạm phát              │  Ông Phạm Văn Sơn gặp bà Trần Thị Hoa.
                                    │
                                    │
                                    │
                                    │
        ────────────────────────────┴───────────────────────────────────────────────────
         location  Lâm Đồng                                    mention 1/1 · entity 2/6
         Tab next  1-9 kinds  * follow  / find  n N match  J K article  z zoom    100 %
        ====================
        dddddddddddddddddddddddddddddddd.....................................ddddddddddd
        rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr
        bbbbbbbbbbbbbbbbbbbbbbbb....r*.bbbbPPPPPPPPPPPPbbb########......................
        ..bbbb......................r..ddddddddddddddddddddddddddddd....................
        ............................r...................................................
        ............................r..ddddddddd......pppppppppppp.....lllllllllllll....
        ............................r......MMMMMMMMMMMMM................................
        ............................r...................................................
        ............................r......pppppppppppp........pppppppppppp.............
        ............................r...................................................
        ............................r...................................................
        ............................r...................................................
        ............................r...................................................
        rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr
        dddddddddddllllllll....................................ddddddddddddddddddddddddd
        .bbbdddddddbbbddddddddbdddddddddbdddddddbbbddddddddbbbddddddddddbddddddd..dddddd
    "#]],
    );
}

#[test]
fn results() {
    check(
        (80, 18),
        "slam",
        &expect![[r#"
         / lam                              3 titles · 2 entities · 3 passages · 0.0 ms
        ────────────────────────────┬───────────────────────────────────────────────────
        titles 3                    │  Chợ lạm phát
        › Chợ lạm phát              │  21 words · 1 min · 2 entities
                                    │
          Hòa Bình làm đường        │  Giá ở chợ tăng vì lạm phát. Bà Trần Thị Hoa
                                    │  nói giá rau lên gấp đôi trong một tuần qua.
          Ông Phạm Văn Sơn ở Lâm    │
          Đồng                      │
        entities 2                  │
          Lâm Đồng 1                │
          tỉnh Lâm Đồng 1           │
        passages 3                  │
          Hòa Bình làm đường        │
          Tỉnh Hòa Bình làm đường   │
        ────────────────────────────┴───────────────────────────────────────────────────
         3  3.txt                                                             2 matches
         ⏎ open  ↑↓ choose  Esc back to all articles                              100 %
        ====================
        bbb.................................dddddddddddddddddddddddddddddddddddddddddddd
        rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr
        dddddddd....................r..bbbbMMMbbbbb.....................................
        bbbbbbMMMbbbbb..............r..ddddddddddddddddddddddddddddd....................
        ............................r...................................................
        ...........MMM..............r....................MMM..........pppppppppppp......
        ............................r................................qqqqqqqq...........
        .....................MMM....r...................................................
        ............................r...................................................
        dddddddddd..................r...................................................
        ..MMMllllldd................r...................................................
        ..lllllMMMllllldd...........r...................................................
        dddddddddd..................r...................................................
        ..dddddddddddddddddd........r...................................................
        ................MMM.........r...................................................
        rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr
        ddddddddd.............................................................dddddddddd
        .bdddddddbbdddddddddbbbddddddddddddddddddddddd............................dddddd
    "#]],
    );
}

#[test]
fn one_pane_and_a_small_screen() {
    check(
        (40, 12),
        "{enter}/hoa",
        &expect![[r#"
         / in this article: hoa         1 match
        ────────────────────────────────────────
          23 words · 1 min · 6 entities        ▐
                                               ▐
          Ngày 27/4, ông Phạm Văn Sơn tới      ▐
          tỉnh Lâm Đồng với 90 triệu đồng.     ▐
                                               ▐
          Ông Phạm Văn Sơn gặp bà              ▐
          Trần Thị Hoa.                        •
        ────────────────────────────────────────
         0  0.txt                     match 1/1
         ⏎ keep, then n N  Esc as it was  100 %
        ====================
        bbbbbbbbbbbbbbbbbbbb............dddddddd
        rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr
        ..ddddddddddddddddddddddddddddd........r
        .......................................r
        ..ddddddddd......pppppppppppp..........r
        ..lllllllllllll.....MMMMMMMMMMMMM......r
        .......................................r
        ......pppppppppppp.....................r
        ..ppppppppp###.........................*
        rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr
        ddddddddd.....................dddddddddd
        .bdddddddddddddddddbbbddddddddddd.dddddd
    "#]],
    );
    check(
        (20, 5),
        "",
        &expect![[r#"
         / searc 4 articles
        › Ông Phạm Văn Sơn
          ở Lâm Đồng
         0  0.txt       1/4
         ⏎ read        16 %
        ====================
        dddddddd.ddddddddddd
        bbbbbbbbbbbbbbbbbb..
        ..bbbbbbbbbb........
        ddddddddd.......dddd
        .bddddddd......ddddd
    "#]],
    );
}

#[test]
fn three_panes() {
    check(
        (140, 16),
        "{tab}",
        &expect![[r#"
         / search titles, names and text                                                                                                 4 articles
        ──────────────────────────────────────────┬────────────────────────────────────────────────────────────────────┬────────────────────────────
        › Ông Phạm Văn Sơn ở Lâm Đồng             │▎ Ông Phạm Văn Sơn ở Lâm Đồng                                       │ 1 person 2
                                                  │  23 words · 1 min · 6 entities                                     │› Phạm Văn Sơn 3
          Hòa Bình làm đường                      │                                                                    │  Trần Thị Hoa 1
                                                  │▎ Ngày 27/4, ông Phạm Văn Sơn tới tỉnh Lâm Đồng với                 │ 3 location 2
          Một bài dài                             │  90 triệu đồng.                                                    │  Lâm Đồng 1
                                                  │                                                                    │  tỉnh Lâm Đồng 1
          Chợ lạm phát                            │▎ Ông Phạm Văn Sơn gặp bà Trần Thị Hoa.                             │ 6 date 1
                                                  │                                                                    │  Ngày 27/4 1
                                                  │                                                                    │ 7 money 1
                                                  │                                                                    │  90 triệu đồng 1
                                                  │                                                                    │
        ──────────────────────────────────────────┴────────────────────────────────────────────────────────────────────┴────────────────────────────
         person  Phạm Văn Sơn                                                                                              mention 1/3 · entity 1/6
         ⏎ read  / search  Tab entities  J K article  ? help  q quit                                                                          100 %
        ====================
        dddddddddddddddddddddddddddddddd.................................................................................................ddddddddddd
        rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr
        bbbbbbbbbbbbbbbbbbbbbbbbbbbbb.............r*.bbbb############bbbLLLLLLLL.......................................rddddddddddd.................
        ..........................................r..ddddddddddddddddddddddddddddd.....................................rbbPPPPPPPPPPPPdd............
        ..........................................r....................................................................rbbppppppppppppdd............
        ..........................................r*.ddddddddd......PPPPPPPPPPPP.....lllllllllllll.....................rddddddddddddd...............
        ..........................................r..MMMMMMMMMMMMM.....................................................rbblllllllldd................
        ..........................................r....................................................................rbbllllllllllllldd...........
        ..........................................r*.....PPPPPPPPPPPP........pppppppppppp..............................rddddddddd...................
        ..........................................r....................................................................rbbddddddddddd...............
        ..........................................r....................................................................rdddddddddd..................
        ..........................................r....................................................................rbbMMMMMMMMMMMMMdd...........
        ..........................................r....................................................................r............................
        rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr
        dddddddddpppppppppppp..............................................................................................ddddddddddddddddddddddddd
        .bdddddddbdddddddddbbbdddddddddddbbbddddddddddbdddddddbddddddd........................................................................dddddd
    "#]],
    );
}

#[test]
fn help() {
    check(
        (112, 8),
        "?",
        &expect![[r#"
         docbao · keys                                                                       j k to move · Esc to close
        ────────────────────────────────────────────────────────────────────────────────────────────────────────────────
         j  ↓                  one line down                                             xuống một dòng
         k  ↑                  one line up                                               lên một dòng
         Space  PgDn           one page down                                             xuống một trang
         b  PgUp               one page up                                               lên một trang
         Ctrl-d  Shift-↓       half a page down                                          xuống nửa trang
         Ctrl-u  Shift-↑       half a page up                                            lên nửa trang
        ====================
        bbbbbbbbbbbbbb.......................................................................ddddddddddddddddddddddddddd
        rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr
        bbbbbbbbbbbbbbbbbbbbbbb.............ddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd.................
        bbbbbbbbbbbbbbbbbbbbbbb...........ddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd...................
        bbbbbbbbbbbbbbbbbbbbbbb.............dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd................
        bbbbbbbbbbbbbbbbbbbbbbb...........dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd..................
        bbbbbbbbbbbbbbbbbbbbbbb................ddddddddddddddddddddddddddddddddddddddddddddddddddddddddd................
        bbbbbbbbbbbbbbbbbbbbbbb..............ddddddddddddddddddddddddddddddddddddddddddddddddddddddddd..................
    "#]],
    );
}

#[test]
fn without_colour_no_cell_has_one() {
    let theme = Theme::embedded(ThemeName::Dark, Tier::Mono);
    for script in ["", "{enter}{tab}", "slam", "?", "!", "z"] {
        let mut state = app(120, 20);
        type_in(&mut state, script);
        let buffer = render(&state, &theme);
        assert!(
            buffer.content.iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset)
        );
    }
}

#[test]
fn every_size_can_be_drawn() {
    let theme = Theme::embedded(ThemeName::Dark, Tier::True);
    let mut state = app(80, 24);
    for script in
        ["", "{enter}{tab}", "{esc}slam", "{enter}n", "/hoa", "{enter}?", "{esc}!", "{esc}z"]
    {
        type_in(&mut state, script);
        for (width, height) in (0..100).step_by(3).flat_map(|w| (0..30).map(move |h| (w, h))) {
            state.update(crate::app::Msg::Resize(width, height));
            state.size = Size::new(width, height);
            render(&state, &theme);
        }
    }
}
