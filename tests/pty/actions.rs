//! Each action of the table, by each of its keys, does what can be seen.

use docbao::app::{ACTIONS, Action, ActionInfo, Place};
use vt100::Screen;

use crate::harness::{Folder, Session, bytes, line};
use crate::news::news;

/// Names what shows that an action has happened.
enum Effect {
    /// A text that was not on the screen before.
    Appears(&'static str),
    /// A text that was on the screen is gone.
    Disappears(&'static str),
    /// A change of the screen, from before to after.
    Changes(fn(&Screen, &Screen) -> bool),
    /// The screen is drawn anew.
    Redraws,
    /// The program ends.
    Ends,
}

use Effect::{Appears, Changes, Disappears, Ends, Redraws};

/// Tells what is said of each kind when it alone is shown.
const ONLY: [&str; 9] = [
    "only persons",
    "only organizations",
    "only locations",
    "only roles",
    "only laws",
    "only dates",
    "only money",
    "only quantit",
    "only events",
];

/// Gives the keys to press before, and what the action's key does then. The articles are those
/// of `news`; the screen has 80 x 24, and so nine articles on a page.
fn expected(info: &ActionInfo) -> (&'static str, Effect) {
    match info.action {
        Action::Down => ("", Appears(" 2/12 ")),
        Action::Up => ("G", Appears(" 11/12 ")),
        Action::PageDown => ("", Appears(" 10/12 ")),
        Action::PageUp => ("G", Appears(" 3/12 ")),
        Action::HalfDown => ("", Appears(" 5/12 ")),
        Action::HalfUp => ("G", Appears(" 8/12 ")),
        Action::First => ("G", Appears(" 1/12 ")),
        Action::Last => ("", Appears(" 12/12 ")),
        Action::Open if info.place == Place::Card => ("enter 1 tab enter G", Appears("mention 1/")),
        Action::Open => ("", Appears("Tab next")),
        Action::Card => ("enter 1 tab", Appears("appears with")),
        Action::Merge => ("enter 1 tab", Appears("press a again")),
        Action::Reject => ("enter 1 tab", Appears("u undoes")),
        Action::Reclass => ("enter 1 tab", Appears("2 organization  3 location")),
        Action::Undo => ("", Appears("no correction to undo")),
        Action::Sort => ("", Appears("2 newest first")),
        Action::Star => ("", Appears("★ 2023-01")),
        Action::Read => ("", Appears("✓ 2023-01")),
        Action::With | Action::Without => ("enter 1 tab", Appears(" of 12 articles")),
        Action::Back => ("enter", Appears("⏎ read")),
        Action::NextArticle => ("enter", Appears(" 2/12 ")),
        Action::PreviousArticle => ("G enter", Appears(" 11/12 ")),
        Action::HistoryBack => ("enter J", Appears(" 1/12 ")),
        Action::HistoryForward => ("enter J H", Appears(" 2/12 ")),
        Action::NextMention => ("enter", Appears("mention 1/")),
        Action::PreviousMention => ("enter G", Appears("mention ")),
        Action::Labels => ("enter", Appears("letters go there")),
        Action::Entities => ("enter", Appears("entities of this article:")),
        Action::Months => ("", Appears("keep this month")),
        Action::Solo(digit) => ("", Appears(ONLY[usize::from(digit) - 1])),
        Action::ShowAllKinds => ("1", Disappears("only persons")),
        Action::Follow => ("enter tab", Appears("n and N follow")),
        Action::NextMatch => ("enter 1 tab *", Appears("mention 2/")),
        Action::PreviousMatch => ("enter 1 tab * n", Appears("mention 1/")),
        Action::Search => ("", Appears("Tab group")),
        Action::Find => ("enter", Appears("/ in this article:")),
        Action::Copy => ("", Appears("copy: t title")),
        Action::Browse => ("", Appears("has no address on the web")),
        Action::Page | Action::Edit => ("", Appears("cannot be opened: nothing-of-the-kind")),
        Action::Mouse => ("", Appears("the mouse is the terminal's")),
        Action::Zoom => ("enter", Disappears("/ search titles")),
        Action::Dim => ("enter", Appears("being read stands out")),
        Action::Justify => ("enter", Appears("lines are filled")),
        Action::Indent => ("enter", Appears("paragraphs are set in")),
        Action::Narrower => ("", Appears("at most 68 columns")),
        Action::Wider => ("", Appears("at most 76 columns")),
        Action::Theme => ("", Changes(recolours)),
        Action::Help => ("", Appears("docbao · keys:")),
        Action::Palette => ("", Appears("docbao · do:")),
        Action::Diagnostics => ("", Appears("what could not be read")),
        Action::Redraw => ("", Redraws),
        Action::Suspend => ("", Appears("there is no shell to go to")),
        Action::Quit => ("", Ends),
    }
}

/// Tells whether the rules have another colour.
fn recolours(before: &Screen, after: &Screen) -> bool {
    let rule = |screen: &Screen| screen.cell(1, 0).map(vt100::Cell::fgcolor);
    line(before, 1) == line(after, 1) && rule(before) != rule(after)
}

fn check(info: &ActionInfo, key: &str, folder: &Folder) {
    let (setup, effect) = expected(info);
    let name = format!("{} by {key}", info.name);
    let mut session = Session::open(&[&folder.path("")]);
    session.keys(setup);
    session.settle();
    let before = session.screen();
    let shown = |screen: &Screen, text: &str| screen.contents().contains(text);
    let redraws = session.redraws();
    session.send(&bytes(key));
    match effect {
        Appears(text) => {
            assert!(!shown(&before, text), "{name}: {text} was there\n{}", session.dump());
            session.wait_for(&name, |screen| shown(screen, text));
        }
        Disappears(text) => {
            assert!(shown(&before, text), "{name}: no {text}\n{}", session.dump());
            session.wait_for(&name, |screen| !shown(screen, text));
        }
        Changes(changed) => session.wait_for(&name, |screen| changed(&before, screen)),
        Redraws => session.wait_for_redraw(redraws),
        Ends => assert_eq!(session.wait_exit().code(), Some(0), "{name}"),
    }
}

/// Checks each third action, so that the checks can run side by side.
fn check_part(part: usize) {
    let folder = news();
    for info in ACTIONS.iter().skip(part).step_by(3) {
        info.keys.iter().for_each(|key| check(info, key, &folder));
    }
}

#[test]
fn each_key_has_its_effect_first_part() {
    check_part(0);
}

#[test]
fn each_key_has_its_effect_second_part() {
    check_part(1);
}

#[test]
fn each_key_has_its_effect_third_part() {
    check_part(2);
}

#[test]
fn scripts_of_keys_lead_where_they_should() {
    let folder = news();
    let check = |script: &str, expected: &str| {
        Session::open(&[&folder.path("")]).check_keys(script, expected);
    };
    check("enter pagedown shift-down down", " 100 %");
    check("enter j j j k G g", " Tin số 1 ");
    check("? end", "articles of that time");
    check("? esc", "⏎ read");
    check("? end esc enter", "Tab next");
    check("? f i r s t", "to the beginning");
    check(": t h e m e enter esc", "⏎ read");
    check("enter : l a b enter", "letters go there");
    check("s ctrl-p m o n t h enter", "keep this month");
    check("! j esc", "⏎ read");
    check("enter 1 tab tab tab shift-tab", "mention 2/");
    check("1 1 tab", "mention 1/");
    check("enter tab enter", "mention 1/");
    check("n", "nothing to follow");
    check("*", "Tab to an entity first");
    check("H", "no further place in the history");
    check("enter J J H H L", " 2/12 ");
    check("enter z z", "/ search titles");
    check("enter z esc", "/ search titles");
    check("z esc esc", "⏎ read");
    check("< < < < < < < < < <", "at most 40 columns");
    check("> > > > > > > > > > > > >", "at most 120 columns");
}
