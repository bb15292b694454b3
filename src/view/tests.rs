//! What the screen shows, as text with a map of its styles. `UPDATE_EXPECT=1 cargo test` writes the
//! pictures anew; read them before you keep them.

mod mouse;

use expect_test::{ExpectFile, expect_file};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Size;
use ratatui::style::{Color, Modifier};

use super::*;
use crate::app::tests::harness::{app, app_of, type_in};
use crate::app::{Language, ThemeName};
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
    let lines = (area.top()..area.bottom()).map(|y| line(y).trim_end().to_owned());
    lines.chain([String::new()]).collect::<Vec<_>>().join("\n")
}

/// Gives the lines of the screen.
fn text_of(state: &State) -> Vec<String> {
    let buffer = render(state, &Theme::embedded(ThemeName::Dark, Tier::Mono));
    lines(&buffer, |cell| cell.symbol().to_owned()).lines().map(str::to_owned).collect()
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
fn check(size: (u16, u16), script: &str, expected: &ExpectFile) {
    check_state(app(size.0, size.1), script, expected);
}

fn check_state(mut state: State, script: &str, expected: &ExpectFile) {
    type_in(&mut state, script);
    let theme = Theme::embedded(ThemeName::Dark, Tier::True);
    let buffer = render(&state, &theme);
    let text = lines(&buffer, |cell| cell.symbol().to_owned());
    let styles = lines(&buffer, |cell| letter(cell, &theme).to_string());
    expected.assert_eq(&format!("{text}{}\n{styles}", "=".repeat(20)));
}

#[test]
fn list_and_reader() {
    check((80, 16), "", &expect_file!["pictures/list.txt"]);
}

#[test]
fn a_focused_mention() {
    check((80, 16), "{enter}{tab}{tab}", &expect_file!["pictures/mention.txt"]);
}

#[test]
fn a_card() {
    check((80, 20), "{enter}G1{back}{enter}G", &expect_file!["pictures/card.txt"]);
}

#[test]
fn a_filtered_list() {
    check((80, 16), "{enter}{tab}={tab}{tab}-{esc}", &expect_file!["pictures/filtered.txt"]);
}

#[test]
fn labels() {
    check((80, 24), "{enter}{tab}f", &expect_file!["pictures/labels.txt"]);
    check((120, 36), "3f", &expect_file!["pictures/labels-solo.txt"]);
    let wide = "日本語 và Đà Lạt, Hà Nội, Huế\n\nÔng Lê Văn Bảo ở Hà Nội.";
    check_state(app_of(&[wide], (40, 9)), "{enter}f", &expect_file!["pictures/labels-small.txt"]);
}

/// A text with names, long enough to be scrolled.
const NEWS: &str = concat!(
    "Đà Lạt đón khách\n\nNgày 27/4, ông Phạm Văn Sơn, Chủ tịch UBND tỉnh Lâm Đồng, đã làm việc với ",
    "thành phố Đà Lạt về 90 triệu đồng mà tỉnh đã chi cho hoa và cho đường sá ở đó.\n\n",
    "Bà Trần Thị Hoa nói rằng Đà Lạt có 12 ha hoa, và rằng ông Phạm Văn Sơn biết điều đó từ lâu, ",
    "như ai ở thành phố Đà Lạt cũng biết.\n\nNgười dân thì hoan nghênh việc làm này, vì đường cũ đã ",
    "hỏng nhiều năm mà không ai sửa, và vì Nghị định số 15/2020/NĐ-CP đã cho phép.",
);

#[test]
fn the_page() {
    let check = |size, script: &str, expected: &ExpectFile| {
        check_state(app_of(&[NEWS], size), script, expected);
    };
    check((80, 16), "{enter}#{tab}", &expect_file!["pictures/justified.txt"]);
    check((60, 14), "{enter}z_#/lat{enter}f", &expect_file!["pictures/set-in.txt"]);
    check((60, 9), "{enter}zZ{tab}{tab}", &expect_file!["pictures/dimmed.txt"]);
    check((60, 9), "{enter}zZjjj", &expect_file!["pictures/dimmed-lower.txt"]);
}

/// What stands at the right end keeps its place while one scrolls.
#[test]
fn the_footer_does_not_jump() {
    let text = format!("Một bài dài\n\n{}", "Một câu có tám chữ ở trong đó. ".repeat(400));
    for (script, line) in [("{enter}", 13), ("{enter}z", 13)] {
        let mut state = app_of(&[&text], (80, 14));
        type_in(&mut state, script);
        let mut seen = std::collections::HashSet::new();
        for _ in 0..60 {
            let footer = text_of(&state)[line].clone();
            assert!(footer.ends_with(" %"), "{footer}");
            seen.insert(
                footer
                    .chars()
                    .map(|c| if c.is_ascii_digit() || c == '<' { ' ' } else { c })
                    .collect::<String>(),
            );
            type_in(&mut state, " ");
        }
        assert_eq!(seen.len(), 1, "{seen:?}");
    }
}

#[test]
fn entity_list() {
    check((80, 24), "{enter}e", &expect_file!["pictures/entity-list.txt"]);
    check((120, 36), "e{tab}h", &expect_file!["pictures/entity-list-corpus.txt"]);
}

/// Makes an application whose articles are of several months.
fn dated(size: (u16, u16)) -> State {
    let months = ["2022-01", "2022-03", "2022-03", "2022-11", "2023-04", "2023"];
    let text = |month| format!(" date {month} Ông Phạm Văn Sơn ở Đà Lạt gặp bà Trần Thị Hoa.");
    let texts: Vec<String> = months.into_iter().map(text).collect();
    app_of(&texts.iter().map(String::as_str).collect::<Vec<_>>(), size)
}

#[test]
fn months() {
    check_state(dated((80, 24)), "t{left}", &expect_file!["pictures/months.txt"]);
    check_state(dated((120, 36)), "e{tab}", &expect_file!["pictures/entity-list-months.txt"]);
    check((40, 9), "t", &expect_file!["pictures/months-none.txt"]);
}

#[test]
fn orders_groups_and_marks() {
    let read = "jj{enter}G{esc}jm";
    check((80, 16), read, &expect_file!["pictures/marks.txt"]);
    check_state(dated((80, 24)), "o4o8", &expect_file!["pictures/grouped.txt"]);
    check_state(dated((80, 24)), "o2o{down}", &expect_file!["pictures/sort-menu.txt"]);
    check((80, 16), "slam{enter}mo", &expect_file!["pictures/sort-menu-found.txt"]);
}

#[test]
fn results() {
    check((80, 18), "slam", &expect_file!["pictures/results.txt"]);
}

#[test]
fn a_match_at_the_end_of_a_title() {
    let text = "Tỉnh mở lớp cho cán bộ các xã về việc bảo vệ bí mật nhà nước và bảo đảm an toàn\n\nLớp học kéo dài hai ngày.";
    let pictures = [
        (80, expect_file!["pictures/title-end.txt"]),
        (140, expect_file!["pictures/title-end-wide.txt"]),
    ];
    for (columns, expected) in pictures {
        check_state(app_of(&[text], (columns, 9)), "san toan", &expected);
    }
}

#[test]
fn one_pane_and_a_small_screen() {
    check((40, 12), "{enter}/hoa", &expect_file!["pictures/find.txt"]);
    check((20, 5), "", &expect_file!["pictures/small.txt"]);
}

#[test]
fn three_panes() {
    check((140, 16), "{tab}", &expect_file!["pictures/three-panes.txt"]);
    check_state(dated((160, 40)), "{tab}", &expect_file!["pictures/beside.txt"]);
    check_state(dated((160, 40)), "e{tab}h", &expect_file!["pictures/entity-list-wide.txt"]);
}

#[test]
fn in_vietnamese() {
    let check = |size: (u16, u16), script: &str, expected: &ExpectFile| {
        let mut state = app(size.0, size.1);
        state.prefs.language = Language::Vietnamese;
        check_state(state, script, expected);
    };
    check((80, 18), "slam", &expect_file!["pictures/vi-results.txt"]);
    check((140, 16), "{enter}{tab}", &expect_file!["pictures/vi-reader.txt"]);
    check((100, 16), "{enter}{tab}{enter}", &expect_file!["pictures/vi-card.txt"]);
    check((100, 70), "?", &expect_file!["pictures/vi-help.txt"]);
}

#[test]
fn help() {
    check((112, 12), "{enter}?", &expect_file!["pictures/help.txt"]);
}

#[test]
fn the_menu_of_keys() {
    let (config, _) = crate::app::Config::parse("[keys]\nfirst = \"g g\"\nlast = \"g e\"");
    let mut state = app(80, 14).with_keymap(config.keymap);
    type_in(&mut state, "g");
    state.update(crate::app::Msg::Moment(1));
    check_state(state, "", &expect_file!["pictures/menu.txt"]);
}

#[test]
fn the_palette() {
    check((80, 12), ":half{down}", &expect_file!["pictures/palette.txt"]);
    check((80, 8), ":tim trong", &expect_file!["pictures/palette-other.txt"]);
}

#[test]
fn without_colour_no_cell_has_one() {
    let theme = Theme::embedded(ThemeName::Dark, Tier::Mono);
    for script in [
        "",
        "{enter}{tab}",
        "slam",
        "?",
        ":",
        ":half",
        "!",
        "z",
        "f",
        "e",
        "e{tab}",
        "t",
        "mo",
        "zZ",
    ] {
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
    for script in [
        "",
        "{enter}{tab}",
        "{esc}slam",
        "{enter}n",
        "/hoa",
        "{enter}?",
        "tim",
        "{esc}:",
        "half",
        "{esc}!",
        "{esc}zZ#_",
        "f",
        "{esc}e",
        "{tab}",
        "{esc}t",
        "{esc}o",
        "8m",
    ] {
        type_in(&mut state, script);
        for (width, height) in (0..100).step_by(3).flat_map(|w| (0..30).map(move |h| (w, h))) {
            state.update(crate::app::Msg::Resize(width, height));
            state.size = Size::new(width, height);
            render(&state, &theme);
        }
    }
}
