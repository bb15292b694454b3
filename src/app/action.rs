//! What the user can ask for: the only thing that a key can be bound to.
//!
//! The table here is the one source of the default keys, and with the texts of `assets/strings.tsv`
//! of the help screen and the key table of the README.

/// Names what the user can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the table below says what each one does")]
pub enum Action {
    Down,
    Up,
    PageDown,
    PageUp,
    HalfDown,
    HalfUp,
    First,
    Last,
    Open,
    Card,
    Back,
    NextArticle,
    PreviousArticle,
    HistoryBack,
    HistoryForward,
    NextMention,
    PreviousMention,
    Labels,
    Entities,
    Months,
    Solo(u8),
    ShowAllKinds,
    Follow,
    With,
    Without,
    Merge,
    Reject,
    Reclass,
    Undo,
    Star,
    Read,
    Sort,
    NextMatch,
    PreviousMatch,
    Search,
    Find,
    Wider,
    Narrower,
    Zoom,
    Dim,
    Justify,
    Indent,
    Mouse,
    Copy,
    Page,
    Edit,
    Browse,
    Theme,
    Help,
    Palette,
    Diagnostics,
    Redraw,
    Suspend,
    Quit,
}

impl Action {
    /// Tells whether the action is about the whole program, whatever is on the screen.
    pub(super) const fn is_about_all(self) -> bool {
        use Action::{Diagnostics, Help, Mouse, Palette, Quit, Redraw, Suspend, Theme};
        matches!(self, Help | Palette | Diagnostics | Mouse | Redraw | Suspend | Theme | Quit)
    }
}

/// Names where on the screen a key has its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// In the list and in the reader.
    Anywhere,
    /// In the list.
    List,
    /// In the reader.
    Reader,
    /// On the card of an entity.
    Card,
}

/// Describes an action: its keys and what help says of it.
#[derive(Debug, Clone, Copy)]
pub struct ActionInfo {
    /// The action.
    pub action: Action,
    /// Its name in a configuration, and in the table of texts.
    pub name: &'static str,
    /// Where its keys mean it.
    pub place: Place,
    /// Its default keys, the one to teach first.
    pub keys: &'static [&'static str],
}

const fn row(
    action: Action,
    names: (&'static str, Place),
    keys: &'static [&'static str],
) -> ActionInfo {
    ActionInfo { action, name: names.0, place: names.1, keys }
}

use Place::{Anywhere, Card, List, Reader};

/// Lists all actions in the order in which help shows them.
///
/// The letters are safe with a Vietnamese input method switched on: no vowel, `d` or `w`, which
/// would wait for a mark, but for what is rarely done; and every action also has a key that is no
/// letter.
#[rustfmt::skip]
pub const ACTIONS: &[ActionInfo] = &[
    row(Action::Down, ("down", Anywhere), &["j", "down"]),
    row(Action::Up, ("up", Anywhere), &["k", "up"]),
    row(Action::PageDown, ("page-down", Anywhere), &["space", "pagedown"]),
    row(Action::PageUp, ("page-up", Anywhere), &["b", "pageup"]),
    row(Action::HalfDown, ("half-down", Anywhere), &["ctrl-d", "shift-down"]),
    row(Action::HalfUp, ("half-up", Anywhere), &["ctrl-u", "shift-up"]),
    row(Action::First, ("first", Anywhere), &["g", "home"]),
    row(Action::Last, ("last", Anywhere), &["G", "end"]),
    row(Action::Open, ("open", List), &["enter", "l", "right"]),
    row(Action::Card, ("card", Reader), &["enter"]),
    row(Action::Open, ("open-line", Card), &["enter", "l", "right"]),
    row(Action::Back, ("back", Anywhere), &["esc", "h", "left"]),
    row(Action::NextArticle, ("next-article", Anywhere), &["J", "ctrl-down"]),
    row(Action::PreviousArticle, ("previous-article", Anywhere), &["K", "ctrl-up"]),
    row(Action::HistoryBack, ("history-back", Anywhere), &["H", "alt-left"]),
    row(Action::HistoryForward, ("history-forward", Anywhere), &["L", "alt-right"]),
    row(Action::NextMention, ("next-mention", Anywhere), &["tab"]),
    row(Action::PreviousMention, ("previous-mention", Anywhere), &["shift-tab"]),
    row(Action::Labels, ("labels", Anywhere), &["f", ";"]),
    row(Action::Entities, ("entities", Anywhere), &["e", "f4"]),
    row(Action::Months, ("months", Anywhere), &["t", "f6"]),
    row(Action::Solo(1), ("solo-person", Anywhere), &["1"]),
    row(Action::Solo(2), ("solo-organization", Anywhere), &["2"]),
    row(Action::Solo(3), ("solo-location", Anywhere), &["3"]),
    row(Action::Solo(4), ("solo-role", Anywhere), &["4"]),
    row(Action::Solo(5), ("solo-law", Anywhere), &["5"]),
    row(Action::Solo(6), ("solo-date", Anywhere), &["6"]),
    row(Action::Solo(7), ("solo-money", Anywhere), &["7"]),
    row(Action::Solo(8), ("solo-quantity", Anywhere), &["8"]),
    row(Action::Solo(9), ("solo-event", Anywhere), &["9"]),
    row(Action::ShowAllKinds, ("all-kinds", Anywhere), &["0"]),
    row(Action::Follow, ("follow", Anywhere), &["*"]),
    row(Action::With, ("with", Anywhere), &["="]),
    row(Action::Without, ("without", Anywhere), &["-"]),
    row(Action::Merge, ("merge", Anywhere), &["a", "f7"]),
    row(Action::Reject, ("reject", Anywhere), &["x", "f10"]),
    row(Action::Reclass, ("reclass", Anywhere), &["c", "shift-f10"]),
    row(Action::Undo, ("undo", Anywhere), &["u", "f12"]),
    row(Action::Star, ("star", Anywhere), &["m", "+"]),
    row(Action::Read, ("read", Anywhere), &["r", "."]),
    row(Action::Sort, ("sort", Anywhere), &["o", ","]),
    row(Action::NextMatch, ("next-match", Anywhere), &["n", "f3"]),
    row(Action::PreviousMatch, ("previous-match", Anywhere), &["N", "shift-f3"]),
    row(Action::Search, ("search", Anywhere), &["s", "ctrl-k"]),
    row(Action::Search, ("search-list", List), &["/"]),
    row(Action::Find, ("find", Reader), &["/"]),
    row(Action::Zoom, ("zoom", Anywhere), &["z", "f11"]),
    row(Action::Dim, ("dim", Anywhere), &["Z", "shift-f11"]),
    row(Action::Justify, ("justify", Anywhere), &["#"]),
    row(Action::Indent, ("indent", Anywhere), &["_"]),
    row(Action::Copy, ("copy", Anywhere), &["y", "alt-y"]),
    row(Action::Page, ("page", Anywhere), &["p", "alt-p"]),
    row(Action::Edit, ("edit", Anywhere), &["v", "alt-v"]),
    row(Action::Browse, ("browse", Anywhere), &["B", "alt-b"]),
    row(Action::Mouse, ("mouse", Anywhere), &["f2"]),
    row(Action::Narrower, ("narrower", Anywhere), &["<"]),
    row(Action::Wider, ("wider", Anywhere), &[">"]),
    row(Action::Theme, ("theme", Anywhere), &["T", "f9"]),
    row(Action::Help, ("help", Anywhere), &["?", "f1"]),
    row(Action::Palette, ("palette", Anywhere), &[":", "ctrl-p"]),
    row(Action::Diagnostics, ("diagnostics", Anywhere), &["!", "f8"]),
    row(Action::Redraw, ("redraw", Anywhere), &["ctrl-l", "f5"]),
    row(Action::Suspend, ("suspend", Anywhere), &["ctrl-z"]),
    row(Action::Quit, ("quit", Anywhere), &["q", "ctrl-c"]),
];
