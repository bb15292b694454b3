//! The two status lines: what is focused, and what can be pressed now.

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::text::{Line, Span as Piece};

use crate::app::{
    ACTIONS, Card, CardRow, Focus, Language, Panes, Phrase, Reader, State, ThreadKind,
};
use crate::entity::ArticleEntity;
use crate::text::width;

use super::Theme;
use super::pen::{put_ends, shorten};

pub(super) fn draw(state: &State, panes: &Panes, theme: &Theme, frame: &mut Frame) {
    let mut right = place(state);
    let notice = state.notice.as_deref().map_or(0, width);
    if notice + width(&right) + 2 > panes.status.width as usize && notice > 0 {
        // What has to be said once comes before what is always there.
        right.clear();
    }
    let room = (panes.status.width as usize).saturating_sub(right.chars().count() + 2);
    let left = match &state.notice {
        Some(notice) => Line::styled(format!(" {}", shorten(notice, room)), theme.notice),
        None => notes(state, theme, room).unwrap_or_else(|| subject(state, theme, room)),
    };
    put_ends(frame, panes.status, &left, &Line::styled(right, theme.dim));
    let progress = progress(state);
    let room = (panes.hints.width as usize).saturating_sub(width(&progress));
    let hints = hints(state, theme, room);
    put_ends(frame, panes.hints, &hints, &Line::styled(progress, theme.dim));
}

/// Tells what was looked for other than what was typed, while the results are chosen from.
fn notes<'a>(state: &State, theme: &Theme, room: usize) -> Option<Line<'a>> {
    let choosing = matches!(state.focus, Focus::Search | Focus::List);
    let found = state.search.found.as_ref().filter(|_| choosing)?;
    let notes: Vec<_> =
        found.results.notes.iter().map(|note| state.prefs.language.note(note)).collect();
    let text = format!(" {}", shorten(&notes.join(" · "), room));
    (!notes.is_empty()).then(|| Line::styled(text, theme.notice))
}

/// Tells what is focused: a mention, or else the article.
fn subject<'a>(state: &'a State, theme: &Theme, room: usize) -> Line<'a> {
    let Some(reader) = &state.reader else { return Line::default() };
    if let Some(focus) = reader.focus {
        let entity = reader.resolved.entity(focus);
        let kind = state.prefs.language.kind(entity.kind);
        let room = room.saturating_sub(width(kind) + 3);
        let name = shorten(&entity.name, room);
        let more = shorten(&more(state, reader, entity), room.saturating_sub(width(&name)));
        return Line::from(vec![
            Piece::styled(format!(" {kind}  "), theme.dim),
            Piece::styled(name, theme.kind(entity.kind)),
            Piece::styled(more, theme.text),
        ]);
    }
    let article = state.library.article(reader.article);
    let source =
        article.map_or_else(String::new, |article| format!(" {}  {}", article.id, article.place()));
    Line::styled(shorten(&source, room + 1), theme.dim)
}

/// Tells what else is known of an entity: a person's offices and whether it is one person, what a
/// value comes to.
fn more(state: &State, reader: &Reader, entity: &ArticleEntity) -> String {
    if let Some(value) = &entity.value {
        let says_more = *value != entity.name;
        return if says_more { format!(" = {value}") } else { String::new() };
    }
    let doubt = state.library.doubt(entity.id);
    let doubt = doubt.map(|doubt| format!(" ({})", state.prefs.language.doubt(&doubt)));
    let roles = reader.resolved.roles(entity).into_iter();
    roles.map(|role| format!(", {role}")).chain(doubt).collect()
}

/// Tells where one is among mentions, matches and articles.
fn place(state: &State) -> String {
    if let Some(card) = &state.card {
        return card_place(card, state.prefs.language);
    }
    let mut parts = Vec::new();
    let language = state.prefs.language;
    if let Some(reader) = &state.reader {
        parts.extend(mention_place(reader, language));
        parts.extend(thread_place(reader, language));
    }
    if let Some(kind) = state.solo {
        parts.push(language.say(Phrase::OnlyKind { what: language.kinds(kind) }).into_owned());
    }
    if parts.is_empty() && state.search.found.is_none() && !state.library.corpus.is_empty() {
        let place = state.position();
        parts.extend(
            place.map(|(at, all)| format!("{}/{}", language.number(at), language.number(all))),
        );
    }
    format!("{} ", parts.join(" · "))
}

/// Tells where one is on a card.
fn card_place(card: &Card, language: Language) -> String {
    let articles = card.dossier.as_ref().map_or(0, |it| it.articles.len());
    match card.row(card.pane.selected) {
        CardRow::Article(at) => format!("{} ", article_place((at, articles), language)),
        _ => String::new(),
    }
}

fn mention_place(reader: &Reader, language: Language) -> Option<String> {
    let focus = reader.focus?;
    let number = reader.resolved.entity_of[focus];
    let mentions = &reader.resolved.entity(focus).mentions;
    let index = mentions.iter().position(|&mention| mention == focus)?;
    let followed = reader.thread.as_ref().filter(|it| matches!(it.kind, ThreadKind::Entity(_)));
    let of = followed.and_then(|thread| thread.article).map_or_else(
        || {
            let total = reader.resolved.entities.len();
            language.say(Phrase::EntityPlace { at: number + 1, total }).into_owned()
        },
        |place| article_place(place, language),
    );
    let mention = Phrase::MentionPlace { at: index + 1, total: mentions.len() };
    Some(format!("{} · {of}", language.say(mention)))
}

fn article_place((here, total): (usize, usize), language: Language) -> String {
    language.say(Phrase::ArticlePlace { at: here + 1, total }).into_owned()
}

fn thread_place(reader: &Reader, language: Language) -> Option<String> {
    let thread = reader.thread.as_ref()?;
    let followed = matches!(thread.kind, ThreadKind::Entity(_)) && reader.focus.is_some();
    let total = thread.spans.len();
    let nothing = total == 0 && matches!(thread.kind, ThreadKind::Entity(_));
    let of = thread.article.map(|it| format!(" · {}", article_place(it, language)));
    let here = match thread.at {
        Some(at) => Phrase::MatchPlace { at: at + 1, total },
        None => Phrase::Matches { count: total },
    };
    (!followed && !nothing).then(|| format!("{}{}", language.say(here), of.unwrap_or_default()))
}

/// Represents what can be pressed, and what it does: names of actions stand for their keys, all else
/// for itself.
type Hint = (&'static str, Phrase<'static>);

/// Tells what can be pressed on a card.
const CARD_HINTS: &[Hint] = &[
    ("⏎", Phrase::HintGoThere),
    ("Esc", Phrase::HintClose),
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
    ("Esc", Phrase::HintAll),
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
    ("find", Phrase::HintFind),
    ("Esc", Phrase::HintList),
    ("help", Phrase::HintHelp),
    ("next-match previous-match", Phrase::HintMatch),
    ("next-article previous-article", Phrase::HintArticle),
    ("follow", Phrase::HintFollow),
    ("1-9", Phrase::HintKinds),
    ("zoom", Phrase::HintZoom),
];

/// Tells what can be pressed now, as far as there is room.
fn hints<'a>(state: &State, theme: &Theme, room: usize) -> Line<'a> {
    let language = state.prefs.language;
    let say = |phrase| language.say(phrase);
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

/// Tells how far loading, finding entities or reading has come.
fn progress(state: &State) -> String {
    let language = state.prefs.language;
    let skipped = match state.diagnostics.len() {
        0 => String::new(),
        count => format!("{} (!) · ", language.say(Phrase::Problems { count })),
    };
    if !state.load.done {
        return format!("{skipped}{} ", loading(state));
    }
    let (tagged, all) = (state.library.tagged(), state.library.corpus.len());
    if tagged < all {
        let percent = tagged * 100 / all;
        return format!("{skipped}{} ", language.say(Phrase::EntitiesSoFar { percent }));
    }
    let percent = state.reader.as_ref().map_or(0, |reader| reader.percent(state.reader_height()));
    format!("{skipped}{percent} % ")
}

fn loading(state: &State) -> String {
    let articles = state.library.corpus.len();
    let megabytes = state.load.bytes as f64 / 1e6;
    let percent = (state.load.bytes * 100).checked_div(state.load.total);
    let percent = percent.map_or_else(String::new, |percent| format!(" · {} %", percent.min(100)));
    let loading = state.prefs.language.say(Phrase::LoadingSoFar { articles, megabytes });
    format!("{loading}{percent}")
}
