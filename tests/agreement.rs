//! What the screen counts is what there is: lists with and without an entity, threads and cards
//! against the mentions of each article, counted one by one.
//!
//! `DOCBAO_CORPUS` names a corpus whose first articles are taken instead of made ones.

#[path = "safety/app.rs"]
#[allow(dead_code, reason = "others use more of it")]
mod app;

use std::collections::HashMap;

use app::{App, article};
use crossterm::event::KeyCode;
use docbao::app::Msg;
use docbao::corpus::{Article, Shape};
use docbao::entity::{EntityId, Tagger};
use docbao::runtime::cache::Wants;
use docbao::runtime::loader::{Input, open_all};

/// Sets how many articles of a corpus are taken, and how many of its entities are looked at.
const ARTICLES: usize = 1_500;
const ENTITIES: usize = 60;

const PERSONS: [&str; 5] =
    ["Phạm Văn Sơn", "Trần Thị Hoa", "Lê Minh Đức", "Nguyễn Văn Giang", "Vũ Thị Hạnh"];
const PLACES: [&str; 4] = ["Đà Lạt", "Hà Nội", "tỉnh Lâm Đồng", "Huế"];

/// Makes an article that speaks of some of the persons and of a place, of a month or of none.
fn made(number: usize) -> Option<Article> {
    let persons = PERSONS.iter().enumerate().filter(|(at, _)| number.is_multiple_of(at + 2));
    let persons: Vec<String> = persons.map(|(_, name)| format!("Ông {name} đến.")).collect();
    let (place, month) = (PLACES[number % PLACES.len()], number % 14);
    let date = if month > 11 { String::new() } else { format!("2023-{:02}", month + 1) };
    let text = format!("{} Mưa ở {place}. {}", persons.join(" "), persons.join(" "));
    let json = format!(r#"{{"title":"Tin số {number}","text":"{text}","timestamp":"{date}"}}"#);
    article("a.jsonl", Shape::JsonLine, &json)
}

fn articles() -> Vec<Article> {
    let Some(path) = std::env::var_os("DOCBAO_CORPUS") else {
        return (0..120).filter_map(made).collect();
    };
    let opened = open_all(vec![Input::Path(path.into())], None, Wants::Articles);
    opened.corpus.iter().take(ARTICLES).map(|(_, article)| article.clone()).collect()
}

/// Counts the articles and the mentions of each entity that has a name.
fn counted(articles: &[Article]) -> Vec<(EntityId, String, (usize, usize))> {
    let mut counts: HashMap<EntityId, (String, (usize, usize))> = HashMap::new();
    for article in articles {
        let found = Tagger::shared().read(article);
        for entity in found.entities.iter().filter(|entity| entity.kind.is_named()) {
            let (_, (articles, mentions)) =
                counts.entry(entity.id).or_insert_with(|| (entity.name.clone(), (0, 0)));
            *articles += 1;
            *mentions += entity.mentions.len();
        }
    }
    let mut all: Vec<_> = counts.into_iter().map(|(id, (name, n))| (id, name, n)).collect();
    all.sort_by(|one, other| other.2.cmp(&one.2).then_with(|| one.1.cmp(&other.1)));
    all
}

fn press(app: &mut App, codes: impl IntoIterator<Item = KeyCode>) {
    for code in codes {
        app.send(Msg::Key(code.into()));
        app.settle();
    }
}

/// Goes to an entity through the list of all; tells whether it stands there.
fn go_to(app: &mut App, id: EntityId, name: &str) -> bool {
    press(app, [KeyCode::Char('e'), KeyCode::Tab]);
    press(app, name.chars().map(KeyCode::Char));
    let list = |app: &App| {
        let list = &app.state.entities;
        list.rows.get(list.pane.selected).and_then(|row| list.hit(*row)).map(|hit| hit.id)
    };
    for _ in 0..30 {
        if list(app) == Some(id) {
            press(app, [KeyCode::Enter]);
            return true;
        }
        press(app, [KeyCode::Down]);
    }
    press(app, [KeyCode::Esc]);
    false
}

#[test]
fn filters_threads_and_cards_count_what_there_is() {
    let articles = articles();
    let counted = counted(&articles);
    let all = articles.len();
    let mut app = App::new(120, 40);
    articles.chunks(40).for_each(|part| app.load(part.to_vec()));
    app.finish();
    app.settle();
    let mut looked_at = 0;
    let step = (counted.len() / ENTITIES).max(1);
    for (id, name, expected) in counted.iter().step_by(step) {
        if !go_to(&mut app, *id, name) {
            continue;
        }
        looked_at += 1;
        let (speaking, mentions) = *expected;
        press(&mut app, [KeyCode::Char('=')]);
        assert_eq!(app.state.row_count(), speaking, "with {name}");
        press(&mut app, [KeyCode::Char('-')]);
        assert_eq!(app.state.row_count(), all - speaking, "without {name}");
        press(&mut app, [KeyCode::Char('-'), KeyCode::Char('*')]);
        let thread = app.state.reader.as_ref().and_then(|reader| reader.thread.as_ref());
        let visited = thread.and_then(|thread| thread.article).map(|(_, all)| all);
        assert_eq!(visited, Some(speaking), "along {name}");
        press(&mut app, [KeyCode::Enter]);
        let card = app.state.card.as_ref().and_then(|card| card.dossier.as_ref());
        let found = card.map(|it| (it.articles.len(), it.mentions));
        assert_eq!(found, Some((speaking, mentions)), "the card of {name}");
        press(&mut app, [KeyCode::Esc]);
    }
    assert!(looked_at * 10 >= counted.len().min(ENTITIES) * 9, "only {looked_at} were found");
}
