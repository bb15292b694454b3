//! What can be pressed now.

use std::borrow::Cow;

use ratatui::text::{Line, Span as Piece};

use crate::app::{ACTIONS, Focus, Phrase, State};
use crate::text::width;

use super::Theme;

/// Represents what can be pressed, and what it does: names of actions stand for their keys, all else
/// for itself.
type Hint = (&'static str, Phrase<'static>);

/// Tells what can be pressed on a card.
const CARD_HINTS: &[Hint] = &[
    ("open-line", Phrase::HintGoThere),
    ("back", Phrase::HintClose),
    ("follow", Phrase::HintFollow),
    ("with without", Phrase::HintWithWithout),
    ("history-back", Phrase::HintBack),
];

/// Tells what can be pressed in the menu of orders.
const MENU_HINTS: &[Hint] =
    &[("1-9", Phrase::HintThisOne), ("↑↓ ⏎", Phrase::HintChoose), ("Esc", Phrase::HintAsItWas)];

/// Tells what can be pressed in the list of entities.
const ENTITY_HINTS: &[Hint] = &[
    ("⏎", Phrase::HintGoThere),
    ("↑↓", Phrase::HintChoose),
    ("Tab", Phrase::HintScope),
    ("Esc", Phrase::HintAsItWas),
];

/// Tells what can be pressed in the search line.
const SEARCH_HINTS: &[Hint] = &[
    ("⏎", Phrase::HintOpen),
    ("↑↓", Phrase::HintChoose),
    ("Tab", Phrase::HintGroup),
    ("Esc", Phrase::HintAll),
];

/// Tells what can be pressed among results.
const RESULT_HINTS: &[Hint] = &[
    ("open", Phrase::HintOpen),
    ("search", Phrase::HintChangeSearch),
    ("back", Phrase::HintAll),
    ("next-match", Phrase::HintMatch),
    ("help", Phrase::HintHelp),
];

/// Tells what can be pressed in the list.
const LIST_HINTS: &[Hint] = &[
    ("open", Phrase::HintRead),
    ("search-list", Phrase::HintSearch),
    ("entities", Phrase::HintEntities),
    ("next-article previous-article", Phrase::HintArticle),
    ("help", Phrase::HintHelp),
    ("quit", Phrase::HintQuit),
];

/// Tells what can be pressed in the reader, what is needed most first.
const READER_HINTS: &[Hint] = &[
    ("next-mention", Phrase::HintNext),
    ("labels", Phrase::HintLabels),
    ("entities", Phrase::HintEntities),
    ("card", Phrase::HintCard),
    ("help", Phrase::HintHelp),
    ("back", Phrase::HintList),
    ("find", Phrase::HintFind),
    ("next-match previous-match", Phrase::HintMatch),
    ("next-article previous-article", Phrase::HintArticle),
    ("follow", Phrase::HintFollow),
    ("1-9", Phrase::HintKinds),
    ("zoom", Phrase::HintZoom),
];

/// Tells what can be pressed now, as far as there is room.
pub(super) fn hints<'a>(state: &State, theme: &Theme, room: usize) -> Line<'a> {
    let say = |phrase| state.say(phrase);
    let labels = [
        (say(Phrase::HintLetters), Phrase::HintGoThere),
        (say(Phrase::HintCapitals), Phrase::HintOpenCard),
        ("Esc".into(), Phrase::HintAsItWas),
    ];
    let keys = |names: &str| names.split(' ').map(|name| key(state, name)).collect::<Vec<_>>();
    let keys = |names| Cow::from(keys(names).join(" ").trim().to_owned());
    let of = |hints: &[Hint]| hints.iter().map(|&(names, what)| (keys(names), what)).collect();
    let hints: Vec<(Cow<str>, Phrase)> = match state.focus {
        _ if state.card.is_some() => of(CARD_HINTS),
        _ if state.sorting.is_some() => of(MENU_HINTS),
        _ if state.labels.is_some() => labels.into(),
        Focus::Search => of(SEARCH_HINTS),
        Focus::Months => Vec::new(),
        Focus::Entities => of(ENTITY_HINTS),
        Focus::Find => of(&[("⏎", Phrase::HintKeep), ("Esc", Phrase::HintAsItWas)]),
        Focus::List if state.search.found.is_some() => of(RESULT_HINTS),
        Focus::List => of(LIST_HINTS),
        Focus::Reader => of(READER_HINTS),
    };
    let mut pieces = vec![Piece::raw(" ")];
    let mut used = 1;
    for (key, what) in hints.into_iter().filter(|(key, _)| !key.is_empty()) {
        let what = say(what);
        let columns = width(&key) + width(&what) + 3;
        if used + columns > room {
            break;
        }
        used += columns;
        pieces.push(Piece::styled(key, theme.key));
        pieces.push(Piece::styled(format!(" {what}  "), theme.dim));
    }
    Line::from(pieces)
}

/// Gives the first key of an action by its name, or else the name.
fn key(state: &State, name: &str) -> String {
    let Some(info) = ACTIONS.iter().find(|info| info.name == name) else { return name.to_owned() };
    match state.keymap.shown(info).into_iter().next() {
        Some(enter) if enter == "Enter" => "⏎".to_owned(),
        key => key.unwrap_or_default(),
    }
}
