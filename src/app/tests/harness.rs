//! An application with a few articles, and keys for it. It does at once what workers do in time.

use std::sync::Arc;
use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Size;

use crate::app::{Effect, Load, Msg, Prefs, State};
use crate::corpus::{Article, ArticleNo, Record, Segment, Shape, Source, parse_record};
use crate::dossier::{dossier, months};
use crate::entity::Tagger;
use crate::search::{EntityIndex, Index, Limits, SearchSegment, entities_by_kind, search};

pub(super) const TEXTS: [&str; 4] = [
    "Ông Phạm Văn Sơn ở Lâm Đồng\n\nNgày 27/4, ông Phạm Văn Sơn tới tỉnh Lâm Đồng với 90 triệu đồng.\n\nÔng Phạm Văn Sơn gặp bà Trần Thị Hoa.",
    "Hòa Bình làm đường\n\nTỉnh Hòa Bình làm đường mới. Người dân hoan nghênh việc làm này vì đường cũ đã hỏng nhiều năm.",
    "Một bài dài\n\nMở đầu bằng một câu ngắn về Hà Nội và về mùa thu ở đó, rồi đi tiếp.\n\nCâu hai.\n\nCâu ba.\n\nCâu bốn.\n\nCâu năm.\n\nCâu sáu.\n\nCâu bảy.\n\nCâu tám.\n\nCâu chín.\n\nCâu mười.\n\nCuối cùng là Đà Lạt.",
    "Chợ lạm phát\n\nGiá ở chợ tăng vì lạm phát. Bà Trần Thị Hoa nói giá rau lên gấp đôi trong một tuần qua.",
];

pub(super) fn article(index: usize, text: &str) -> Article {
    let record = Record { bytes: text.into(), line: 1, shape: Shape::Text };
    parse_record(&record, &Source::new(&format!("{index}.txt"))).expect("the text is fine").article
}

/// Makes an application with the texts loaded, at a size.
pub(crate) fn app(columns: u16, rows: u16) -> State {
    app_of(&TEXTS, (columns, rows))
}

/// Makes an application with one article, from a JSON object.
pub(crate) fn app_of_record(json: &str) -> State {
    let record = Record { bytes: json.into(), line: 1, shape: Shape::JsonLine };
    let article = parse_record(&record, &Source::new("a.jsonl")).expect("it is an article").article;
    let mut state = State::new(Size::new(80, 24), Prefs::default());
    send(
        &mut state,
        Msg::Loaded(Arc::new(Segment { first: ArticleNo(0), articles: [article].into() })),
    );
    state
}

/// Makes an application with texts of one's own.
pub(crate) fn app_of(texts: &[&str], (columns, rows): (u16, u16)) -> State {
    let mut state = State::new(Size::new(columns, rows), Prefs::default());
    load(&mut state, texts);
    state
}

/// Loads texts as all there is.
pub(crate) fn load(state: &mut State, texts: &[&str]) {
    let articles = texts.iter().enumerate().map(|(index, text)| article(index, text)).collect();
    send(state, Msg::Loaded(Arc::new(Segment { first: ArticleNo(0), articles })));
    send(state, Msg::Progress(Load { done: true, ..Load::default() }));
}

/// Sends a message and carries out what it asks for; tells whether it asks to quit.
pub(crate) fn send(state: &mut State, msg: Msg) -> bool {
    let mut quits = false;
    for effect in state.update(msg) {
        let answer = match effect {
            Effect::Prepare(segment) => {
                let index = Arc::new(Index::of_articles(&segment));
                Msg::Searchable(SearchSegment { segment, index })
            }
            Effect::FindEntities(segment) => {
                Msg::Tagged(Arc::new(EntityIndex::build(&segment, Tagger::shared())))
            }
            Effect::Tag(number, segment) => {
                let article = segment.get(number).expect("the article is in its segment");
                Msg::ArticleTagged(number, Tagger::shared().read(article))
            }
            Effect::Search(request) => {
                let limits = Limits { titles: 9, entities: 9, passages: 9 };
                let query = request.parsed();
                let results = search(&request.on, &query, limits, &|| false);
                let results = results.expect("nobody gives up");
                Msg::Found {
                    generation: request.generation,
                    results: Box::new(results),
                    took: Duration::ZERO,
                }
            }
            Effect::Dossier { generation, id, on } => {
                Msg::Dossier { generation, dossier: dossier(&on, id).map(Arc::new) }
            }
            Effect::CountMonths(request) => {
                let query = request.parsed();
                let timeline = months(&request.on, &query);
                Msg::MonthsCounted { generation: request.generation, timeline }
            }
            Effect::ListEntities(request) => {
                let query = request.parsed();
                let groups = entities_by_kind(&request.on, &query, 9, &|| false);
                let groups = groups.expect("nobody gives up");
                Msg::EntitiesListed { generation: request.generation, groups }
            }
            Effect::Quit => {
                quits = true;
                continue;
            }
            Effect::Redraw
            | Effect::Suspend
            | Effect::ShowMenuSoon(_)
            | Effect::Keep(_)
            | Effect::Correct(_)
            | Effect::Copy(_)
            | Effect::OpenOutside { .. }
            | Effect::Reread(_)
            | Effect::Remember(_) => continue,
        };
        quits |= send(state, answer);
    }
    quits
}

/// Reads a script: `{tab}` and the like are keys by name, all else is typed.
pub(super) fn keys(script: &str) -> Vec<KeyEvent> {
    let mut keys = Vec::new();
    let mut rest = script;
    while let Some(c) = rest.chars().next() {
        let named = rest.strip_prefix('{').and_then(|tail| tail.split_once('}'));
        let (code, tail) = match named {
            Some((name, tail)) => (named_key(name), tail),
            None => (KeyCode::Char(c), &rest[c.len_utf8()..]),
        };
        let held = named.is_some_and(|(name, _)| name.starts_with("a-"));
        let modifiers = if held { KeyModifiers::ALT } else { KeyModifiers::NONE };
        keys.push(KeyEvent::new(code, modifiers));
        rest = tail;
    }
    keys
}

fn named_key(name: &str) -> KeyCode {
    match name {
        "a-up" | "a-down" => named_key(&name[2..]),
        "tab" => KeyCode::Tab,
        "back" => KeyCode::BackTab,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "bs" => KeyCode::Backspace,
        other => panic!("no key is called {other}"),
    }
}

pub(crate) fn type_in(state: &mut State, script: &str) -> bool {
    let quits: Vec<bool> = keys(script).into_iter().map(|key| send(state, Msg::Key(key))).collect();
    quits.contains(&true)
}
