//! Injection: what the real backend writes for the real draw path is our own sequences and text that
//! can be seen, whatever stands in articles, names, complaints, pastes and keys.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use docbao::app::{Msg, ThemeName};
use docbao::corpus::{Article, Diagnostic, Shape};
use docbao::text::clean_line;
use docbao::view::{Theme, Tier};

use crate::app::{App, article};
use crate::draw::frame;
use crate::escapes::forbidden;
use crate::nasty::{Random, text};

/// Lists ways through the screens; `\t` and `\r` are keys, `\x1b` is Esc, `⌫` Backspace.
const WAYS: [&str; 9] = ["", "\r\t\t", "\rn", "s", "sdong\x08", "\r/a", "?", "!G", "z\t*n1"];

fn press(app: &mut App, keys: &str) {
    for c in keys.chars() {
        let code = match c {
            '\r' => KeyCode::Enter,
            '\t' => KeyCode::Tab,
            '\x1b' => KeyCode::Esc,
            '\x08' => KeyCode::Backspace,
            other => KeyCode::Char(other),
        };
        app.send(Msg::Key(KeyEvent::new(code, KeyModifiers::NONE)));
        app.settle();
    }
}

/// Makes an article whose text, title, id, address, date and file name may hold anything.
fn hostile(random: &mut Random) -> Option<Article> {
    let name = text(random, 6);
    match random.below(3) {
        0 => article(&name, Shape::Text, &text(random, 120)),
        1 => {
            article(&name, Shape::Markdown, &format!("# {}\n{}", text(random, 9), text(random, 60)))
        }
        _ => {
            let mut any = |most| text(random, most);
            let record = serde_json::json!({
                "title": any(9), "text": any(120), "id": any(4), "url": any(5), "timestamp": any(2),
            });
            article(&name, Shape::JsonLine, &record.to_string())
        }
    }
}

/// Draws one hostile corpus on all screens at a random size; gives the bytes that were checked.
fn check(seed: u64) -> usize {
    let mut random = Random::new(seed);
    let mut app = App::new(1 + random.below(500) as u16, 1 + random.below(200) as u16);
    let count = 1 + random.below(4);
    app.load((0..count).filter_map(|_| hostile(&mut random)).collect());
    app.finish();
    app.settle();
    let name = clean_line(&text(&mut random, 5));
    app.send(Msg::Diagnostic(Diagnostic::error(&name, Some(3), &text(&mut random, 9))));
    app.send(Msg::WorkerFailed(clean_line(&text(&mut random, 9))));
    let tier = random.pick(&[Tier::True, Tier::Ansi256, Tier::Ansi16, Tier::Mono]);
    let theme = Theme::embedded(random.pick(&[ThemeName::Dark, ThemeName::Light]), tier);
    let mut bytes = 0;
    for way in WAYS {
        press(&mut app, way);
        app.send(Msg::Paste(text(&mut random, 40)));
        app.settle();
        let drawn = frame(&app.state, &theme);
        let found = forbidden(&drawn);
        assert!(
            found.is_empty(),
            "seed {seed}, after {way:?}: {:#?}",
            &found[..found.len().min(9)]
        );
        bytes += drawn.len();
        press(&mut app, "\x1b\x1b\x1b\x1b");
    }
    bytes
}

#[test]
fn nothing_but_our_own_sequences_is_written() {
    let bytes: usize = (0..40).map(check).sum();
    assert!(bytes > 1_000_000, "{bytes}");
}

#[test]
#[ignore = "long: the real byte stream of 3,000 hostile corpora"]
fn nothing_but_our_own_sequences_is_written_long() {
    let bytes: usize = (1_000..4_000).map(check).sum();
    println!("byte stream: 3,000 corpora, {} frames, {bytes} bytes", 3_000 * WAYS.len());
}
