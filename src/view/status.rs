//! The two status lines: what is focused, and what can be pressed now.

use ratatui::Frame;
use ratatui::text::{Line, Span as Piece};

use crate::app::{
    Card, CardRow, Focus, Language, Outdated, Panes, Phrase, Reader, State, ThreadKind,
};
use crate::entity::ArticleEntity;
use crate::reading::minutes;
use crate::text::width;

use super::Theme;
use super::hints::hints;
use super::pen::{put_ends, shorten};

pub(super) fn draw(state: &State, panes: &Panes, theme: &Theme, frame: &mut Frame) {
    let progress = progress(state);
    let alone = state.prefs.zoom && state.card.is_none();
    let mut right = match place(state) {
        Some(place) if alone => beside(&place, &progress, panes.status.width),
        None if alone => progress.clone(),
        place => format!("{} ", place.unwrap_or_default()),
    };
    let notice = state.notice.as_deref().map_or(0, width);
    if notice + width(&right) + 2 > panes.status.width as usize && notice > 0 {
        // What has to be said once comes before what is always there.
        right.clear();
    }
    let room = (panes.status.width as usize).saturating_sub(right.chars().count() + 2);
    let left = match &state.notice {
        Some(notice) => Line::styled(format!(" {}", shorten(notice, room)), theme.notice),
        None if alone => focused(state, theme, room).unwrap_or_default(),
        None => notes(state, theme, room).unwrap_or_else(|| subject(state, theme, room)),
    };
    put_ends(frame, panes.status, &left, &Line::styled(right, theme.dim));
    let room = (panes.hints.width as usize).saturating_sub(width(&progress));
    let hints = hints(state, theme, room);
    put_ends(frame, panes.hints, &hints, &Line::styled(progress, theme.dim));
}

/// Puts the place before the progress in one line, where enough of that is left for what is focused.
fn beside(place: &str, progress: &str, columns: u16) -> String {
    let both = format!("{place} · {progress}");
    if width(&both) * 3 <= usize::from(columns) * 2 { both } else { progress.to_owned() }
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
    focused(state, theme, room).unwrap_or_else(|| {
        let article = state.reader.as_ref().and_then(|it| state.library.article(it.article));
        let source = article.map(|article| format!(" {}  {}", article.id, article.place()));
        Line::styled(shorten(&source.unwrap_or_default(), room + 1), theme.dim)
    })
}

/// Tells which mention is focused.
fn focused<'a>(state: &'a State, theme: &Theme, room: usize) -> Option<Line<'a>> {
    let reader = state.reader.as_ref()?;
    let entity = reader.resolved.entity(reader.focus?);
    let kind = state.prefs.language.kind(entity.kind);
    let room = room.saturating_sub(width(kind) + 3);
    let name = shorten(&entity.name, room);
    let more = shorten(&more(state, reader, entity), room.saturating_sub(width(&name)));
    Some(Line::from(vec![
        Piece::styled(format!(" {kind}  "), theme.dim),
        Piece::styled(name, theme.kind(entity.kind)),
        Piece::styled(more, theme.text),
    ]))
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
fn place(state: &State) -> Option<String> {
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
    let counts = state.search.found.is_none() && !state.prefs.zoom;
    if parts.is_empty() && counts && state.list_rows() > 0 {
        let place = state.position();
        parts.extend(
            place.map(|(at, all)| format!("{}/{}", language.number(at), language.number(all))),
        );
    }
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// Tells where one is on a card.
fn card_place(card: &Card, language: Language) -> Option<String> {
    let articles = card.dossier.as_ref().map_or(0, |it| it.articles.len());
    match card.row(card.pane.selected) {
        CardRow::Article(at) => Some(article_place((at, articles), language)),
        _ => None,
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

/// Tells how far loading, finding entities or reading has come.
fn progress(state: &State) -> String {
    let language = state.prefs.language;
    let skipped = match state.diagnostics.len() {
        0 => String::new(),
        count => format!("{} · ", state.say(Phrase::Problems { count })),
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
    let left = time_left(state).map_or_else(String::new, |left| format!("{left} · "));
    format!("{skipped}{}{left}{percent:>3} % ", outdated(state))
}

/// Tells what became of the file that the open article is of.
fn outdated(state: &State) -> String {
    let Some(how) = state.outdated() else { return String::new() };
    let phrase = match how {
        Outdated::Changed => Phrase::FileChanged,
        Outdated::Gone => Phrase::FileGone,
    };
    format!("{} · ", state.say(phrase))
}

/// Tells how long what is left of the article takes, while one reads it. It is as wide throughout the
/// article: what stands beside it must not jump.
fn time_left(state: &State) -> Option<String> {
    let reads = state.focus == Focus::Reader && state.card.is_none();
    let reader = state.reader.as_ref().filter(|_| reads)?;
    let article = state.library.article(reader.article)?;
    let (language, pace) = (state.prefs.language, state.prefs.words_a_minute);
    let in_minutes = |words| match words {
        words if words < pace => "<1".to_owned(),
        words => language.number(minutes(words, pace)),
    };
    let columns = in_minutes(article.words()).len().max(2);
    let minutes =
        format!("{:>columns$}", in_minutes(reader.words_left(article, state.reader_height())));
    Some(language.say(Phrase::TimeLeft { minutes: &minutes }).into_owned())
}

fn loading(state: &State) -> String {
    let articles = state.library.corpus.len();
    let megabytes = state.load.bytes as f64 / 1e6;
    let percent = (state.load.bytes * 100).checked_div(state.load.total);
    let percent = percent.map_or_else(String::new, |percent| format!(" · {} %", percent.min(100)));
    let loading = state.prefs.language.say(Phrase::LoadingSoFar { articles, megabytes });
    format!("{loading}{percent}")
}
