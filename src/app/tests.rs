//! Key scripts against the state they lead to.

mod chosen_keys;
mod entity_list;
mod follow;
pub(crate) mod harness;
mod kept;
mod labels;
mod listing;
mod live;
mod months;
mod mouse;
mod palette;
mod remembered;

use std::sync::Arc;
use std::time::Duration;

use crossterm::event::KeyCode;
use proptest::prelude::*;
use ratatui::layout::Size;

use super::*;
use crate::corpus::{ArticleNo, Segment};
use crate::entity::Tagger;
use crate::search::{Limits, Query, search};
use harness::{TEXTS, app, article, keys, send, type_in};

/// Tells what a user would see: who has the keys, the article, the row at the top if it is not the
/// first, the focused mention, the place on the thread, and what is said.
pub(crate) fn seen(state: &State) -> String {
    let mut parts = vec![format!("{:?}", state.focus).to_lowercase()];
    if let Some(reader) = &state.reader {
        let text = &state.library.article(reader.article).expect("it is open").text;
        parts.push(format!("#{}", reader.article.0));
        if reader.top > 0 {
            parts.push(format!("top {}", reader.top));
        }
        if let Some(focus) = reader.focus {
            let mention = reader.resolved.mentions[focus];
            parts.push(format!("{}:{}", mention.kind.name(), mention.span.of(text)));
        }
        if let Some(thread) = &reader.thread {
            let place = thread.at.map_or("-".into(), |at| (at + 1).to_string());
            parts.push(format!("{place}/{}", thread.spans.len()));
        }
    }
    parts.extend(state.notice.iter().map(|notice| format!("!{notice}")));
    parts.join(" ")
}

fn check(script: &str, expected: &str) {
    let mut state = app(100, 14);
    type_in(&mut state, script);
    assert_eq!(seen(&state), expected, "after {script}");
}

#[test]
fn the_list_shows_what_is_selected() {
    check("", "list #0");
    check("j", "list #1");
    check("jjjjj", "list #3");
    check("G", "list #3");
    check("Gg", "list #0");
    check("jjk{up}", "list #0");
    check("j{enter}", "reader #1");
    check("jlh", "list #1");
}

#[test]
fn the_reader_scrolls_between_its_ends() {
    check("jj{enter}j", "reader #2 top 1");
    check("jj{enter}jjk", "reader #2 top 1");
    check("jj{enter}G", "reader #2 top 16");
    check("jj{enter}Gg", "reader #2");
    check("jj{enter} ", "reader #2 top 7");
    check("jj{enter}  b", "reader #2 top 7");
    check("{enter}kkkk", "reader #0");
}

#[test]
fn articles_follow_each_other() {
    check("{enter}J", "reader #1");
    check("{enter}JJK", "reader #1");
    check("{enter}JJJJJJ", "reader #3");
    check("{enter}JHL", "reader #1");
    check("{enter}JJHH", "reader #0");
    check("{enter}H", "reader #0 !no further place in the history");
    check("{enter}{esc}jj{enter}H", "reader #0");
}

#[test]
fn mentions_are_walked_in_reading_order() {
    check("{tab}", "list #0 person:Phạm Văn Sơn");
    check("{tab}{tab}", "list #0 location:Lâm Đồng");
    check("{enter}{tab}{tab}{back}", "reader #0 person:Phạm Văn Sơn");
    check("3{tab}{tab}", "list #0 location:tỉnh Lâm Đồng");
    check("7{tab}", "list #0 money:90 triệu đồng");
    check("7{tab}{tab}", "list #0 money:90 triệu đồng !no further money in this article");
    check("77{tab}", "list #0 person:Phạm Văn Sơn");
    check("70{tab}", "list #0 person:Phạm Văn Sơn");
    check("9{tab}", "list #0 !no event in this article");
}

#[test]
fn an_entity_is_followed() {
    check("*", "list #0 !Tab to an entity first, then * follows it");
    check("{tab}*", "list #0 person:Phạm Văn Sơn 1/3 !n and N follow Phạm Văn Sơn");
    check("{tab}*n", "list #0 person:Phạm Văn Sơn 2/3");
    check("{tab}*nnn", "list #0 person:Phạm Văn Sơn 3/3 !no further mention in any article");
    check("{tab}*nN", "list #0 person:Phạm Văn Sơn 1/3");
    check("n", "list #0 !nothing to follow: search with s, find with /, or * on an entity");
}

#[test]
fn the_search_line_answers_from_the_first_letter() {
    check("s", "search #0");
    check("slạ", "search #3 -/2");
    check("slạm{bs}{bs}{bs}", "search #0");
    check("slạm{enter}", "reader #3 -/2");
    check("slạm{enter}nn", "reader #3 2/2");
    check("slạm{enter}nnn", "reader #3 2/2 !no further match in what was found");
    check("slạm{enter}nnN", "reader #3 1/2");
    check("jslạm{esc}", "list #1");
    check("jslạm{enter}{esc}{esc}", "list #1");
    check("szzzz{enter}", "list #0 -/0");
    check("s{enter}", "list #0");
}

#[test]
fn results_that_one_moved_among_wait_to_be_asked_for() {
    let mut state = app(100, 14);
    type_in(&mut state, "slam{down}");
    let hits = |state: &State| state.search.found.as_ref().map(|found| found.rows.len());
    let before = hits(&state);
    let first = ArticleNo(state.library.corpus.len() as u32);
    let articles = [article(9, "Làm gì\n\nAi cũng hỏi phải làm gì bây giờ.")].into();
    send(&mut state, Msg::Loaded(Arc::new(Segment { first, articles })));
    assert!(state.search.partial && hits(&state) == before);
    send(&mut state, Msg::Key(KeyCode::F(5).into()));
    assert!(!state.search.partial && hits(&state) > before);
    assert_eq!(state.focus, Focus::Search);
}

#[test]
fn marks_bind_when_typed() {
    check("slâm{enter}", "reader #0 -/2");
    check("shòa{enter}", "reader #1 -/2");
    check("shoà{enter}", "reader #1 -/2");
    check("sHOA BINH{enter}", "reader #1 -/2");
}

#[test]
fn something_is_found_in_the_article() {
    check("jj{enter}/", "find #2");
    check("jj{enter}/đà lạt", "find #2 top 16 1/1");
    check("jj{enter}/đà lạt{esc}", "reader #2");
    check("jj{enter}/câu{enter}nn", "reader #2 3/10");
    check("jj{enter}/câu{enter}J", "reader #3");
    check("jj{enter}/zzz{enter}", "reader #2 -/0 !not in this article: zzz");
}

#[test]
fn matches_and_mentions_go_on_from_each_other() {
    check("{enter}/gặp{enter}n{tab}", "reader #0 person:Trần Thị Hoa -/1");
    check("{enter}/gặp{enter}n{back}", "reader #0 person:Phạm Văn Sơn -/1");
    check("{enter}/ông{enter}{tab}{tab}n", "reader #0 2/3");
}

#[test]
fn a_thread_begins_anew_in_the_next_article() {
    let mut state = app(100, 14);
    type_in(&mut state, "{enter}/ông{enter}nnJ");
    assert_eq!(seen(&state), "reader #1", "what was to be found belongs to its article");
    let mut state = app(100, 14);
    type_in(&mut state, "{enter}{tab}{tab}*nJ");
    assert_eq!(seen(&state), "reader #1 -/0");
}

#[test]
fn leaving_the_find_line_gives_place_and_zoom_back() {
    let mut state = app(100, 14);
    type_in(&mut state, "jjzjjjj");
    let before = state.reader.as_ref().map(|reader| (reader.top, reader.spot()));
    type_in(&mut state, "/câu{esc}");
    assert!(state.prefs.zoom);
    assert_eq!(state.reader.as_ref().map(|reader| (reader.top, reader.spot())), before);
}

#[test]
fn a_visited_focus_waits_for_the_mentions() {
    let mut state = State::new(Size::new(100, 14), Prefs::default());
    let articles = TEXTS.iter().enumerate().map(|(index, text)| article(index, text)).collect();
    let segment = Arc::new(Segment { first: ArticleNo(0), articles });
    let tags = |state: &mut State, number: u32| {
        let resolved = Tagger::shared().read(&segment.articles[number as usize]);
        state.update(Msg::ArticleTagged(ArticleNo(number), resolved));
    };
    state.update(Msg::Loaded(Arc::clone(&segment)));
    tags(&mut state, 0);
    for key in keys("{enter}{tab}JH") {
        state.update(Msg::Key(key));
    }
    assert_eq!(seen(&state), "reader #0", "the mentions are not known yet");
    tags(&mut state, 0);
    assert_eq!(seen(&state), "reader #0 person:Phạm Văn Sơn");
}

#[test]
fn the_rest_of_the_keys() {
    let mut state = app(100, 14);
    type_in(&mut state, "z");
    assert!(state.prefs.zoom && state.focus == Focus::Reader);
    type_in(&mut state, "{esc}>");
    assert!(!state.prefs.zoom && state.prefs.measure == 76);
    type_in(&mut state, "<<T?");
    assert!(state.prefs.measure == 68 && state.prefs.theme == ThemeName::Light);
    let kind = |state: &State| state.overlay.as_ref().map(|overlay| overlay.kind);
    assert_eq!(kind(&state), Some(OverlayKind::Help));
    type_in(&mut state, "jj{esc}s?");
    assert_eq!(kind(&state), Some(OverlayKind::Help));
    type_in(&mut state, "{esc}{esc}!");
    assert_eq!(kind(&state), Some(OverlayKind::Diagnostics));
    assert!(!type_in(&mut state, "q") && state.overlay.is_none(), "q closes what lies over");
    assert!(type_in(&mut state, "q"), "q quits");
}

#[test]
fn an_old_answer_is_dropped() {
    let mut state = app(100, 14);
    let requests: Vec<Effect> =
        keys("slạm").into_iter().flat_map(|key| state.update(Msg::Key(key))).collect();
    let Some(Effect::Search(first)) = requests.first() else { panic!("typing asks") };
    let results = search(
        &first.on,
        &Query::parse("l"),
        Limits { titles: 9, entities: 9, passages: 9 },
        &|| false,
    );
    let results = results.expect("nobody gives up");
    state.update(Msg::Found {
        generation: first.generation,
        results: Box::new(results),
        took: Duration::ZERO,
    });
    assert!(state.search.found.is_none());
}

#[test]
fn a_new_width_keeps_the_place() {
    let mut state = app(100, 14);
    type_in(&mut state, "jj{enter}Gkkk");
    let at = |state: &State| state.reader.as_ref().and_then(|reader| reader.spot().offset);
    let before = at(&state);
    for columns in [79, 20, 200, 100] {
        state.update(Msg::Resize(columns, 14));
    }
    assert!(before.is_some());
    assert_eq!(at(&state), before);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn no_keys_break_it(script in "([jkgGbJKHLnNszfet/?!*<>0-9 lâđ]|\\{(tab|back|enter|esc|up|down|bs)\\}){0,60}",
        sizes in prop::collection::vec((0_u16..180, 0_u16..40), 1..5)) {
        let mut state = app(100, 14);
        for (index, key) in keys(&script).into_iter().enumerate() {
            let (columns, rows) = sizes[index % sizes.len()];
            if index % 7 == 0 {
                send(&mut state, Msg::Resize(columns, rows));
            }
            send(&mut state, Msg::Key(key));
            let reader = state.reader.as_ref().expect("there are articles");
            prop_assert!(reader.top < reader.layout.rows.len());
            prop_assert!(reader.focus.is_none_or(|focus| focus < reader.resolved.mentions.len()));
            prop_assert!(state.list_pane().selected < state.row_count().max(1));
        }
    }
}
