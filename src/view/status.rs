//! The two status lines: what is focused, and what can be pressed now.

use ratatui::Frame;
use ratatui::text::{Line, Span as Piece};

use crate::app::{Card, CardRow, Focus, Panes, Reader, State, ThreadKind};

use crate::entity::ArticleEntity;
use crate::text::width;

use super::Theme;
use super::pen::{count, plural, put_ends, shorten, thousands};

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
    let notes: Vec<_> = found.results.notes.iter().map(ToString::to_string).collect();
    let text = format!(" {}", shorten(&notes.join(" · "), room));
    (!notes.is_empty()).then(|| Line::styled(text, theme.notice))
}

/// Tells what is focused: a mention, or else the article.
fn subject<'a>(state: &'a State, theme: &Theme, room: usize) -> Line<'a> {
    let Some(reader) = &state.reader else { return Line::default() };
    if let Some(focus) = reader.focus {
        let entity = reader.resolved.entity(focus);
        let kind = entity.kind.name();
        let room = room.saturating_sub(kind.len() + 3);
        let name = shorten(&entity.name, room);
        let more = shorten(&more(state, reader, entity), room.saturating_sub(width(&name)));
        return Line::from(vec![
            Piece::styled(format!(" {kind}  "), theme.dim),
            Piece::styled(name, theme.kind(entity.kind)),
            Piece::styled(more, theme.text),
        ]);
    }
    let article = state.library.article(reader.article);
    let source = article.map_or_else(String::new, |article| {
        let url = article.url.as_ref().unwrap_or(&article.source);
        format!(" {}  {}", article.id, url)
    });
    Line::styled(shorten(&source, room + 1), theme.dim)
}

/// Tells what else is known of an entity: a person's offices and whether it is one person, what a
/// value comes to.
fn more(state: &State, reader: &Reader, entity: &ArticleEntity) -> String {
    if let Some(value) = &entity.value {
        let says_more = *value != entity.name;
        return if says_more { format!(" = {value}") } else { String::new() };
    }
    let doubt = state.library.doubt(entity.id).map(|doubt| format!(" ({doubt})"));
    let roles = reader.resolved.roles(entity).into_iter();
    roles.map(|role| format!(", {role}")).chain(doubt).collect()
}

/// Tells where one is among mentions, matches and articles.
fn place(state: &State) -> String {
    if let Some(card) = &state.card {
        return card_place(card);
    }
    let mut parts = Vec::new();
    if let Some(reader) = &state.reader {
        parts.extend(mention_place(reader));
        parts.extend(thread_place(reader));
    }
    if let Some(kind) = state.solo {
        parts.push(format!("only {}", plural(kind.name())));
    }
    if parts.is_empty() && state.search.found.is_none() && !state.library.corpus.is_empty() {
        let number = state.reader.as_ref().map_or(0, |reader| reader.article.index() + 1);
        parts.push(format!("{}/{}", thousands(number), thousands(state.library.corpus.len())));
    }
    format!("{} ", parts.join(" · "))
}

/// Tells where one is on a card.
fn card_place(card: &Card) -> String {
    let articles = card.dossier.as_ref().map_or(0, |it| it.articles.len());
    match card.row(card.pane.selected) {
        CardRow::Article(at) => format!("article {}/{} ", at + 1, thousands(articles)),
        _ => String::new(),
    }
}

fn mention_place(reader: &Reader) -> Option<String> {
    let focus = reader.focus?;
    let number = reader.resolved.entity_of[focus];
    let mentions = &reader.resolved.entity(focus).mentions;
    let index = mentions.iter().position(|&mention| mention == focus)?;
    let followed = reader.thread.as_ref().filter(|it| matches!(it.kind, ThreadKind::Entity(_)));
    let of = followed.and_then(|thread| thread.article).map_or_else(
        || format!("entity {}/{}", number + 1, reader.resolved.entities.len()),
        article_place,
    );
    Some(format!("mention {}/{} · {of}", index + 1, mentions.len()))
}

fn article_place((here, all): (usize, usize)) -> String {
    format!("article {}/{}", thousands(here + 1), thousands(all))
}

fn thread_place(reader: &Reader) -> Option<String> {
    let thread = reader.thread.as_ref()?;
    let followed = matches!(thread.kind, ThreadKind::Entity(_)) && reader.focus.is_some();
    let total = thread.spans.len();
    let nothing = total == 0 && matches!(thread.kind, ThreadKind::Entity(_));
    let of = thread.article.map(|it| format!(" · {}", article_place(it))).unwrap_or_default();
    (!followed && !nothing).then(|| match thread.at {
        Some(at) => format!("match {}/{total}{of}", at + 1),
        None => format!("{}{of}", count(total, "match")),
    })
}

/// Tells what can be pressed while there are labels.
const LABEL_HINTS: &[(&str, &str)] =
    &[("letters", "go there"), ("CAPITALS", "open its card"), ("Esc", "as it was")];

/// Tells what can be pressed in the list of entities.
const ENTITY_HINTS: &[(&str, &str)] =
    &[("⏎", "go there"), ("↑↓", "choose"), ("Tab", "this article or all"), ("Esc", "as it was")];

/// Tells what can be pressed now, as far as there is room.
fn hints<'a>(state: &State, theme: &Theme, room: usize) -> Line<'a> {
    let hints: &[(&str, &str)] = match state.focus {
        _ if state.card.is_some() => &[
            ("⏎", "go there"),
            ("Esc", "close"),
            ("*", "follow"),
            ("= -", "only with, without"),
            ("H", "back"),
        ],
        _ if state.labels.is_some() => LABEL_HINTS,
        Focus::Search => {
            &[("⏎", "open"), ("↑↓", "choose"), ("Tab", "group"), ("Esc", "all articles")]
        }
        Focus::Months => &[],
        Focus::Entities => ENTITY_HINTS,
        Focus::Find => &[("⏎", "keep, then n N"), ("Esc", "as it was")],
        Focus::List if state.search.found.is_some() => &[
            ("⏎", "open"),
            ("s", "change search"),
            ("Esc", "all articles"),
            ("n", "next match"),
            ("?", "help"),
        ],
        Focus::List => &[
            ("⏎", "read"),
            ("/", "search"),
            ("Tab", "entities"),
            ("J K", "article"),
            ("?", "help"),
            ("q", "quit"),
        ],
        Focus::Reader => &[
            ("Tab", "next"),
            ("⏎", "card"),
            ("n N", "match"),
            ("Esc", "list"),
            ("?", "help"),
            ("/", "find"),
            ("J K", "article"),
            ("*", "follow"),
            ("1-9", "kinds"),
            ("z", "zoom"),
        ],
    };
    let mut pieces = vec![Piece::raw(" ")];
    let mut used = 1;
    for (key, what) in hints {
        let columns = width(key) + width(what) + 3;
        if used + columns > room {
            break;
        }
        used += columns;
        pieces.push(Piece::styled(*key, theme.key));
        pieces.push(Piece::styled(format!(" {what}  "), theme.dim));
    }
    Line::from(pieces)
}

/// Tells how far loading, finding entities or reading has come.
fn progress(state: &State) -> String {
    let skipped = match state.diagnostics.len() {
        0 => String::new(),
        number => format!("{} (!) · ", count(number, "problem")),
    };
    if !state.load.done {
        return format!("{skipped}{} ", loading(state));
    }
    let (tagged, all) = (state.library.tagged(), state.library.corpus.len());
    if tagged < all {
        return format!("{skipped}entities {} % ", tagged * 100 / all);
    }
    let percent = state.reader.as_ref().map_or(0, |reader| reader.percent(state.reader_height()));
    format!("{skipped}{percent} % ")
}

fn loading(state: &State) -> String {
    let articles = thousands(state.library.corpus.len());
    let megabytes = state.load.bytes as f64 / 1e6;
    let percent = (state.load.bytes * 100).checked_div(state.load.total);
    let percent = percent.map_or_else(String::new, |percent| format!(" · {} %", percent.min(100)));
    format!("loading {articles} · {megabytes:.1} MB{percent}")
}
