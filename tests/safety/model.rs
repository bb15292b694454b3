//! Random actions on the application, with answers that come late and in any order: no panic, and
//! what must always hold is checked after each.

use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use docbao::app::{ACTIONS, Effect, Focus, LineEdit, Mouse, Msg, State, ThemeName, Thread};
use docbao::corpus::{ArticleNo, Changes, Diagnostic, Segment, Shape};
use docbao::text::{clean, is_visible};
use docbao::view::{Theme, Tier};
use ratatui::layout::Position;

use crate::app::{App, article};
use crate::draw::frame;
use crate::escapes::forbidden;
use crate::fuzzing::assert_inside;
use crate::nasty::{Random, text};

/// Sets how many actions one application lives through.
const LIFE: usize = 4_000;

const CODES: [KeyCode; 22] = [
    KeyCode::Enter,
    KeyCode::Esc,
    KeyCode::Tab,
    KeyCode::BackTab,
    KeyCode::Backspace,
    KeyCode::Delete,
    KeyCode::Up,
    KeyCode::Down,
    KeyCode::Left,
    KeyCode::Right,
    KeyCode::Home,
    KeyCode::End,
    KeyCode::PageUp,
    KeyCode::PageDown,
    KeyCode::Insert,
    KeyCode::Null,
    KeyCode::F(1),
    KeyCode::F(3),
    KeyCode::F(5),
    KeyCode::F(8),
    KeyCode::F(11),
    KeyCode::Char('đ'),
];

fn key(random: &mut Random) -> KeyEvent {
    let code = match random.below(3) {
        0 => random.pick(&CODES),
        1 => KeyCode::Char(char::from(b' ' + random.below(95) as u8)),
        _ => text(random, 1).chars().next().map_or(KeyCode::Enter, KeyCode::Char),
    };
    let modifiers = KeyModifiers::from_bits_truncate(if random.below(6) == 0 { 7 } else { 0 });
    let mut event = KeyEvent::new(code, modifiers);
    if random.below(20) == 0 {
        event.kind = KeyEventKind::Release;
    }
    event
}

fn mouse(random: &mut Random) -> Mouse {
    let at = Position::new(random.below(200) as u16, random.below(60) as u16);
    match random.below(3) {
        0 => Mouse::Wheel(at, random.below(9).cast_signed() - 4),
        _ => Mouse::Click(at),
    }
}

/// Makes an application that is loading.
fn start(random: &mut Random) -> App {
    let mut app = App::new(80, 24);
    load(&mut app, random);
    app
}

fn load(app: &mut App, random: &mut Random) {
    let texts =
        (0..=random.below(4)).filter_map(|_| article("a.txt", Shape::Text, &text(random, 90)));
    let articles: Vec<_> = texts.collect();
    if !articles.is_empty() {
        app.load(articles);
    }
}

/// Lets articles come and go, some in favour of others.
fn change(app: &mut App, random: &mut Random) {
    let count = app.state.library.corpus.len();
    let new: Vec<_> = (0..random.below(3).min(24_usize.saturating_sub(count)))
        .filter_map(|_| article("a.txt", Shape::Text, &text(random, 90)))
        .collect();
    let (first, some) = (ArticleNo(count as u32), new.len());
    let pick = |random: &mut Random| ArticleNo(random.below(count.max(1)) as u32);
    let instead = |random: &mut Random| {
        (some > 0 && random.below(2) == 0).then(|| ArticleNo(first.0 + random.below(some) as u32))
    };
    let gone = (0..random.below(3)).map(|_| (pick(random), instead(random)));
    let gone = gone.filter(|(old, _)| old.index() < count).collect::<Vec<_>>();
    let withdrawn = Arc::clone(&app.state.library.searchable.withdrawn);
    let back = withdrawn.iter().filter(|_| random.below(3) == 0).collect();
    let segment = (some > 0).then(|| Arc::new(Segment { first, articles: new.into_boxed_slice() }));
    app.send(Msg::Reread(Changes { segment, gone, back, ..Changes::default() }));
}

/// Does something at random.
fn act(app: &mut App, random: &mut Random) {
    match random.below(100) {
        0..50 => app.send(Msg::Key(key(random))),
        50..80 => {
            let action = ACTIONS[random.below(ACTIONS.len())].action;
            let effects = app.state.perform(action);
            app.waiting.extend(effects);
        }
        80..84 => {
            let (columns, rows) = (random.below(200), random.below(60));
            app.send(Msg::Resize(columns as u16, rows as u16));
        }
        84 => app.send(Msg::Paste(text(random, 30))),
        85 => app.send(Msg::Diagnostic(Diagnostic::warning(&clean("a"), None, &text(random, 3)))),
        86 if app.state.library.corpus.len() < 12 => load(app, random),
        87 => app.finish(),
        88 => app.send(Msg::Mouse(mouse(random))),
        89 => change(app, random),
        _ if !app.waiting.is_empty() => {
            let index = random.below(app.waiting.len());
            app.answer(index);
        }
        _ => {}
    }
    // Nobody waits for the screen, the shell or the end here.
    app.waiting.retain(|it| !matches!(it, Effect::Redraw | Effect::Suspend | Effect::Quit));
}

fn check_line(line: &LineEdit) {
    assert!(line.text().is_char_boundary(line.caret()) && line.text().len() <= 1_100);
    assert!(line.text().chars().all(is_visible), "{:?}", line.text());
}

fn check_thread(thread: &Thread, text: &str) {
    assert!(thread.at.is_none_or(|at| at < thread.spans.len()));
    assert!(thread.spans.is_sorted_by(|a, b| a.end <= b.start), "{:?}", thread.spans);
    for span in &thread.spans {
        assert_inside(text, *span);
    }
}

/// Checks what must always hold.
fn check(state: &State) {
    let (pane, rows) = (state.list_pane(), state.row_count());
    assert!(pane.selected < rows.max(1) && pane.top <= pane.selected, "{pane:?} of {rows}");
    check_line(&state.search.line);
    check_line(&state.find);
    if let Some(found) = &state.search.found
        && found.rows.iter().any(|row| !row.is_heading())
    {
        assert!(!found.rows[pane.selected].is_heading(), "a heading is selected");
    }
    if let Some(overlay) = &state.overlay {
        assert!(overlay.pane.top.max(overlay.pane.selected) <= state.overlay_lines());
    }
    let reading = matches!(state.focus, Focus::Reader | Focus::Find);
    let Some(reader) = &state.reader else {
        assert!(!reading, "there is nothing to read");
        return;
    };
    let article = state.library.article(reader.article).expect("what is open is loaded");
    let mentions = reader.resolved.mentions.len();
    assert!(reader.top < reader.layout.rows.len().max(1));
    assert!(reader.focus.is_none_or(|focus| focus < mentions));
    assert_eq!(reader.resolved.entity_of.len(), mentions);
    let known = |&entity: &usize| entity < reader.resolved.entities.len();
    assert!(reader.resolved.entity_of.iter().all(known));
    for row in &reader.layout.rows {
        assert!(article.text.get(row.span.range()).is_some(), "{row:?}");
    }
    if let Some(thread) = &reader.thread {
        check_thread(thread, &article.text);
    }
}

/// Lets one application live; gives the bytes that it drew.
fn live(seed: u64, actions: usize) -> usize {
    let mut random = Random::new(seed);
    let mut app = start(&mut random);
    let theme = Theme::embedded(ThemeName::Dark, Tier::True);
    let mut bytes = 0;
    for number in 0..actions {
        act(&mut app, &mut random);
        check(&app.state);
        if number % 50 == 0 {
            let drawn = frame(&app.state, &theme);
            assert_eq!(forbidden(&drawn), [""; 0], "seed {seed}, action {number}");
            bytes += drawn.len();
        }
    }
    app.settle();
    check(&app.state);
    bytes
}

#[test]
fn random_actions_keep_the_state_whole() {
    let bytes: usize = (0..5).map(|seed| live(seed, LIFE)).sum();
    assert!(bytes > 0);
}

#[test]
#[ignore = "long: 1,000,000 actions"]
fn a_million_random_actions_keep_the_state_whole() {
    let bytes: usize = (100..350).map(|seed| live(seed, LIFE)).sum();
    println!("model: 1,000,000 actions, {bytes} bytes drawn in 20,000 frames");
}
