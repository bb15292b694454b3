//! What the user can ask for: the only thing that a key can be bound to.
//!
//! The table here is the one source of the default keys, the help screen and the key table of the
//! README.

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
    NextMatch,
    PreviousMatch,
    Search,
    Find,
    Wider,
    Narrower,
    Zoom,
    Theme,
    Help,
    Diagnostics,
    Redraw,
    Suspend,
    Quit,
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
    /// Its name in a configuration.
    pub name: &'static str,
    /// Where its keys mean it.
    pub place: Place,
    /// Its default keys, the one to teach first.
    pub keys: &'static [&'static str],
    /// What it does, in English.
    pub english: &'static str,
    /// What it does, in Vietnamese.
    pub vietnamese: &'static str,
}

const fn row(
    action: Action,
    names: (&'static str, Place),
    keys: &'static [&'static str],
    english: &'static str,
    vietnamese: &'static str,
) -> ActionInfo {
    ActionInfo { action, name: names.0, place: names.1, keys, english, vietnamese }
}

use Place::{Anywhere, Card, List, Reader};

/// Lists all actions in the order in which help shows them.
///
/// The letters are safe with a Vietnamese input method switched on: no vowel, `d` or `w`, which
/// would wait for a mark, but for what is rarely done; and every action also has a key that is no
/// letter.
#[rustfmt::skip]
pub const ACTIONS: &[ActionInfo] = &[
    row(Action::Down, ("down", Anywhere), &["j", "down"], "one line down", "xuống một dòng"),
    row(Action::Up, ("up", Anywhere), &["k", "up"], "one line up", "lên một dòng"),
    row(Action::PageDown, ("page-down", Anywhere), &["space", "pagedown"], "one page down", "xuống một trang"),
    row(Action::PageUp, ("page-up", Anywhere), &["b", "pageup"], "one page up", "lên một trang"),
    row(Action::HalfDown, ("half-down", Anywhere), &["ctrl-d", "shift-down"], "half a page down", "xuống nửa trang"),
    row(Action::HalfUp, ("half-up", Anywhere), &["ctrl-u", "shift-up"], "half a page up", "lên nửa trang"),
    row(Action::First, ("first", Anywhere), &["g", "home"], "to the beginning", "về đầu"),
    row(Action::Last, ("last", Anywhere), &["G", "end"], "to the end", "về cuối"),
    row(Action::Open, ("open", List), &["enter", "l", "right"], "read the selected one", "mở mục đang chọn"),
    row(Action::Card, ("card", Reader), &["enter"], "the card of the focused entity", "thẻ của thực thể đang chọn"),
    row(Action::Open, ("open-line", Card), &["enter", "l", "right"], "go where the line leads", "tới chỗ mà dòng ấy dẫn đến"),
    row(Action::Back, ("back", Anywhere), &["esc", "h", "left"], "back: from reader to list, from results to all", "quay lại"),
    row(Action::NextArticle, ("next-article", Anywhere), &["J", "ctrl-down"], "next article", "bài sau"),
    row(Action::PreviousArticle, ("previous-article", Anywhere), &["K", "ctrl-up"], "previous article", "bài trước"),
    row(Action::HistoryBack, ("history-back", Anywhere), &["H", "alt-left"], "back to where one was", "trở lại chỗ vừa đọc"),
    row(Action::HistoryForward, ("history-forward", Anywhere), &["L", "alt-right"], "forward again", "đi tới lại"),
    row(Action::NextMention, ("next-mention", Anywhere), &["tab"], "next highlighted entity", "thực thể tiếp theo"),
    row(Action::PreviousMention, ("previous-mention", Anywhere), &["shift-tab"], "previous highlighted entity", "thực thể trước đó"),
    row(Action::Labels, ("labels", Anywhere), &["f", ";"], "a label on each entity on the screen: type it to go there", "gắn nhãn từng thực thể, gõ nhãn để tới"),
    row(Action::Entities, ("entities", Anywhere), &["e", "f4"], "list the entities: Tab for those of all articles", "danh sách thực thể, Tab: của mọi bài"),
    row(Action::Months, ("months", Anywhere), &["t", "f6"], "articles by month: all, or those found", "số bài theo tháng"),
    row(Action::Solo(1), ("solo-person", Anywhere), &["1"], "only persons", "chỉ người"),
    row(Action::Solo(2), ("solo-organization", Anywhere), &["2"], "only organizations", "chỉ tổ chức"),
    row(Action::Solo(3), ("solo-location", Anywhere), &["3"], "only places", "chỉ địa điểm"),
    row(Action::Solo(4), ("solo-role", Anywhere), &["4"], "only offices and ranks", "chỉ chức vụ"),
    row(Action::Solo(5), ("solo-law", Anywhere), &["5"], "only legal documents", "chỉ văn bản pháp luật"),
    row(Action::Solo(6), ("solo-date", Anywhere), &["6"], "only dates", "chỉ ngày tháng"),
    row(Action::Solo(7), ("solo-money", Anywhere), &["7"], "only amounts of money", "chỉ số tiền"),
    row(Action::Solo(8), ("solo-quantity", Anywhere), &["8"], "only quantities", "chỉ số lượng"),
    row(Action::Solo(9), ("solo-event", Anywhere), &["9"], "only events", "chỉ sự kiện"),
    row(Action::ShowAllKinds, ("all-kinds", Anywhere), &["0"], "all kinds again", "hiện mọi loại"),
    row(Action::Follow, ("follow", Anywhere), &["*"], "follow the focused entity with n and N", "theo thực thể đang chọn"),
    row(Action::With, ("with", Anywhere), &["="], "only articles with the focused entity; again: all", "chỉ bài có thực thể này"),
    row(Action::Without, ("without", Anywhere), &["-"], "only articles without it; again: all", "chỉ bài không có thực thể này"),
    row(Action::Merge, ("merge", Anywhere), &["a", "f7"], "these two are one: once on each", "hai thực thể này là một"),
    row(Action::Reject, ("reject", Anywhere), &["x", "f10"], "this mention is wrong; on a card: the entity", "không phải thực thể"),
    row(Action::Reclass, ("reclass", Anywhere), &["c", "shift-f10"], "of another kind: then its digit", "đổi loại: bấm số của loại"),
    row(Action::Undo, ("undo", Anywhere), &["u", "f12"], "undo the last correction", "bỏ lần sửa vừa rồi"),
    row(Action::NextMatch, ("next-match", Anywhere), &["n", "f3"], "next match of the search, or of the entity followed", "kết quả tiếp theo"),
    row(Action::PreviousMatch, ("previous-match", Anywhere), &["N", "shift-f3"], "previous match", "kết quả trước đó"),
    row(Action::Search, ("search", Anywhere), &["s", "ctrl-k"], "search the corpus", "tìm trong kho bài"),
    row(Action::Search, ("search-list", List), &["/"], "search the corpus", "tìm trong kho bài"),
    row(Action::Find, ("find", Reader), &["/"], "find in the article", "tìm trong bài"),
    row(Action::Zoom, ("zoom", Anywhere), &["z", "f11"], "the whole screen for reading, and back", "đọc toàn màn hình"),
    row(Action::Narrower, ("narrower", Anywhere), &["<"], "narrower text", "thu hẹp cột chữ"),
    row(Action::Wider, ("wider", Anywhere), &[">"], "wider text", "mở rộng cột chữ"),
    row(Action::Theme, ("theme", Anywhere), &["T", "f9"], "dark or light colours", "nền tối hoặc sáng"),
    row(Action::Help, ("help", Anywhere), &["?", "f1"], "this help", "trợ giúp"),
    row(Action::Diagnostics, ("diagnostics", Anywhere), &["!", "f8"], "what could not be read, and why", "những gì không đọc được"),
    row(Action::Redraw, ("redraw", Anywhere), &["ctrl-l", "f5"], "draw the screen anew, with what was found since", "vẽ lại màn hình"),
    row(Action::Suspend, ("suspend", Anywhere), &["ctrl-z"], "to the shell; `fg` comes back", "ra shell, `fg` để quay lại"),
    row(Action::Quit, ("quit", Anywhere), &["q", "ctrl-c"], "quit", "thoát"),
];
