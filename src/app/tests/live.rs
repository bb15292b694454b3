//! Files that change while they are open: nothing moves that one looks at.

mod rows;

use std::path::PathBuf;
use std::sync::Arc;

use crossterm::event::KeyCode;

use super::harness::{TEXTS, app, article, send, type_in};
use super::seen;
use crate::app::{Effect, Found, Load, Msg, Outdated, State};
use crate::corpus::{ArticleNo, Changes, Diagnostic, Segment};
use crate::reading::{Entry, Sort};
use crate::search::Joiner;
use crate::text::clean;

/// Lets new texts come, and articles go, each in favour of another one or of none.
fn change(state: &mut State, new: &[&str], gone: &[(u32, Option<u32>)]) {
    let first = ArticleNo(state.library.corpus.len() as u32);
    let numbered = (first.index()..).zip(new);
    let articles: Box<[_]> = numbered.map(|(number, text)| article(number, text)).collect();
    let segment = (!articles.is_empty()).then(|| Arc::new(Segment { first, articles }));
    let gone = gone.iter().map(|&(old, new)| (ArticleNo(old), new.map(ArticleNo))).collect();
    send(state, Msg::Reread(Changes { segment, gone, ..Changes::default() }));
}

/// Gives the numbers in the list, the row that is selected and the one at the top.
fn list(state: &State) -> (Vec<u32>, usize, usize) {
    let numbers = (0..state.row_count()).filter_map(|row| state.article_at(row)).map(|it| it.0);
    (numbers.collect(), state.list.selected, state.list.top)
}

#[test]
fn what_is_new_comes_at_the_end_and_is_said() {
    let mut state = app(100, 14);
    type_in(&mut state, "j");
    change(&mut state, &["Một bài mới", "Hai bài mới", "Ba bài mới"], &[]);
    assert_eq!(list(&state), ((0..7).collect(), 1, 0));
    assert_eq!(seen(&state), "list #1 !3 new articles");
    change(&mut state, &["Bốn bài mới"], &[]);
    assert_eq!(seen(&state), "list #1 !4 new articles");
    type_in(&mut state, "j");
    assert_eq!(seen(&state), "list #2", "a key takes it away");
    change(&mut state, &["Năm bài mới"], &[(3, None)]);
    assert_eq!(seen(&state), "list #2 !1 new article · 1 article gone");
}

/// What is asked of the user stays, and the news come after it.
#[test]
fn the_news_wait_until_all_else_is_said() {
    let mut state = app(100, 14);
    type_in(&mut state, "*");
    let before = seen(&state);
    change(&mut state, &["Một bài mới"], &[]);
    assert_eq!(seen(&state), before);
    type_in(&mut state, "j");
    assert_eq!(seen(&state), "list #1 !1 new article");
}

/// Compares what is seen after a script, a new form of article 2, and more keys.
fn check_reader(script: &str, more: &str, expected: &str) {
    let mut state = app(100, 14);
    type_in(&mut state, script);
    let before = state.reader.as_ref().map(|reader| (reader.article, reader.spot()));
    let text = TEXTS[2].replace("Mở đầu", "Mở đầu thật là dài dòng");
    change(&mut state, &[&text], &[(2, Some(4))]);
    assert_eq!(state.reader.as_ref().map(|reader| (reader.article, reader.spot())), before);
    assert_eq!(state.outdated(), Some(Outdated::Changed));
    type_in(&mut state, more);
    assert_eq!(seen(&state), expected, "{script} {more}");
}

#[test]
fn what_is_read_stays_and_is_taken_anew_at_its_place() {
    let news = "!1 article changed";
    check_reader("jj{enter}jjjjjj", "", &format!("reader #2 top 6 {news}"));
    check_reader("jj{enter}jjjjjj", "k", "reader #2 top 5");
    check_reader("jj{enter}jjjjjj", "{esc}", "list #2 top 6");
    check_reader("jj{enter}jjjjjj", "{esc}{enter}", "reader #4 top 6");
    check_reader("jj{enter}jjjjjj", "J", "reader #3");
    check_reader("jj{enter}jjjjjj", "JK", "reader #4 top 6");
    check_reader("jj{enter}jjjjjj", "JH", "reader #4 top 6");
    check_reader("jj{enter}jjjjjj", "K", "reader #1");
    check_reader("jj", "{enter}", "reader #4");
    // The mention that is focused is one of the old text.
    check_reader("jj{enter}{tab}", "{tab}", "reader #2 top 16 location:Đà Lạt");
}

#[test]
fn f5_takes_the_newer_text() {
    let mut state = app(100, 14);
    type_in(&mut state, "jj{enter}jjjjjj");
    let words = |state: &State| {
        let reader = state.reader.as_ref().expect("it is open");
        let text = &state.library.article(reader.article).expect("it is there").text;
        text[reader.spot().offset.expect("it is scrolled") as usize..].to_owned()
    };
    let before = words(&state);
    let text = TEXTS[2].replace("Mở đầu", &"Mở đầu thật là dài dòng ".repeat(20));
    change(&mut state, &[&text], &[(2, Some(4))]);
    send(&mut state, Msg::Key(KeyCode::F(5).into()));
    assert_eq!((words(&state), state.outdated()), (before, None));
    assert_eq!(state.selected_article(), Some(ArticleNo(4)));
}

#[test]
fn stars_and_places_go_on_to_the_new_form() {
    let mut state = app(100, 14);
    type_in(&mut state, "jjm{enter}jjjjjj{esc}kk");
    let at = state.mark(ArticleNo(2)).at;
    let text = TEXTS[2].replace("Mở đầu", "Thật là dài");
    let articles = [article(4, &text)].into();
    let segment = Some(Arc::new(Segment { first: ArticleNo(4), articles }));
    let gone = vec![(ArticleNo(2), Some(ArticleNo(4)))];
    let effects = state.update(Msg::Reread(Changes { segment, gone, ..Changes::default() }));
    let kept = effects.iter().filter(|it| matches!(it, Effect::Remember(Entry::Star(..))));
    assert_eq!(kept.count(), 1, "it is remembered beyond the end");
    let mark = state.mark(ArticleNo(4));
    let longer = text.len() - TEXTS[2].len();
    assert_eq!((mark.star, mark.at as usize), (true, at as usize + longer));
}

#[test]
fn threads_and_what_was_visited_go_on() {
    let mut state = app(100, 14);
    type_in(&mut state, "{enter}1{tab}{tab}{tab}{tab}*");
    assert!(seen(&state).contains("Trần Thị Hoa 1/1"), "{}", seen(&state));
    change(&mut state, &["Bà Trần Thị Hoa\n\nBà Trần Thị Hoa về Huế."], &[(0, None)]);
    type_in(&mut state, "nn");
    assert!(seen(&state).starts_with("reader #3 person:Trần Thị Hoa"), "{}", seen(&state));
    type_in(&mut state, "nn");
    assert!(seen(&state).starts_with("reader #4 person:Trần Thị Hoa"), "{}", seen(&state));
    type_in(&mut state, "HH");
    assert!(seen(&state).starts_with("reader #0 person:Trần Thị Hoa"), "{}", seen(&state));
}

#[test]
fn what_is_typed_or_lies_over_stays() {
    for script in
        ["s", "slạm", "?", "o", "t", "e", ":xa", "{tab}{enter}", "{enter}/gặp", "f", "{tab}c"]
    {
        let mut state = app(100, 14);
        type_in(&mut state, script);
        let look = |state: &State| {
            let overlay = state.overlay.as_ref().map(|it| it.kind);
            let parts = (state.sorting, state.labels.is_some(), state.card.is_some());
            (state.focus, overlay, parts, state.search.line.text().to_owned())
        };
        let before = look(&state);
        change(&mut state, &["Bài mới về lạm phát"], &[(0, None), (1, None)]);
        assert_eq!(look(&state), before, "{script}");
        type_in(&mut state, "{esc}{esc}{esc}");
        assert_eq!(state.focus, crate::app::Focus::List, "{script}");
    }
}

#[test]
fn what_was_searched_for_is_found_as_it_is_now() {
    let titles = |state: &State| {
        let found = state.search.found.as_ref().expect("it was answered");
        let mut all = found.articles();
        all.sort_unstable();
        all.iter().map(|it| it.0).collect::<Vec<_>>()
    };
    let mut state = app(100, 14);
    type_in(&mut state, "slam phat");
    assert_eq!(titles(&state), [3]);
    change(&mut state, &["Lạm phát tăng"], &[(3, None)]);
    assert_eq!(titles(&state), [4]);
    let mut state = app(100, 14);
    type_in(&mut state, "shoa{enter}{esc}{down}");
    let before = titles(&state);
    change(&mut state, &["Bà Trần Thị Hoa"], &[(0, None), (1, None)]);
    assert_eq!((titles(&state), state.search.partial), (before, true), "one has moved there");
    send(&mut state, Msg::Key(KeyCode::F(5).into()));
    assert_eq!(titles(&state), [3, 4]);
}

#[test]
fn a_filter_knows_what_is_there() {
    let mut state = app(100, 14);
    type_in(&mut state, "{tab}{tab}=");
    let before = list(&state).0;
    change(&mut state, &["Mưa ở Lâm Đồng\n\nMưa lớn ở Lâm Đồng."], &[]);
    assert_eq!(before, [0]);
    assert_eq!(list(&state).0, [0, 4]);
    type_in(&mut state, "G");
    change(&mut state, &[], &[(0, None)]);
    assert_eq!(list(&state).0, [4]);
    type_in(&mut state, "{esc}");
    assert_eq!(list(&state).0, [1, 2, 3, 4]);
    assert_eq!(state.listing.sort, Sort::Plain);
}

#[test]
fn what_is_back_is_what_it_was() {
    let mut state = app(100, 14);
    type_in(&mut state, "j");
    change(&mut state, &[], &[(0, None), (1, None)]);
    let back = vec![ArticleNo(0), ArticleNo(1)];
    send(&mut state, Msg::Reread(Changes { back, ..Changes::default() }));
    assert_eq!(list(&state), (vec![0, 1, 2, 3], 1, 0));
    assert_eq!((seen(&state), state.outdated()), ("list #1".into(), None));
}

/// Files are read one after the other, and not before all is loaded: what comes of one reading must
/// be known before the next is compared.
#[test]
fn files_are_read_one_after_the_other() {
    let asked = |effects: Vec<Effect>| {
        let paths = |effect| match effect {
            Effect::Reread(job) => Some(job.paths),
            _ => None,
        };
        let paths = effects.into_iter().find_map(paths).unwrap_or_default();
        paths.iter().map(|path| path.display().to_string()).collect::<Vec<_>>()
    };
    let changed = |names: &[&str]| Msg::FilesChanged(names.iter().map(PathBuf::from).collect());
    let mut state = State::default();
    assert!(asked(state.update(changed(&["b"]))).is_empty());
    let done = Msg::Progress(Load { done: true, ..Load::default() });
    assert_eq!(asked(state.update(done)), ["b"]);
    assert!(asked(state.update(changed(&["a", "c"]))).is_empty());
    assert!(asked(state.update(changed(&["a"]))).is_empty());
    assert_eq!(asked(state.update(Msg::Reread(Changes::default()))), ["a", "c"]);
    assert!(asked(state.update(Msg::Reread(Changes::default()))).is_empty());
}

/// A line that was being written costs no complaint once it is whole.
#[test]
fn complaints_of_a_file_are_told_anew() {
    let mut state = app(100, 14);
    let about = |file: &str, why: &str| Diagnostic::error(&clean(file), None, why);
    for file in ["a", "b", "a"] {
        send(&mut state, Msg::Diagnostic(about(file, "old")));
    }
    let (files, diagnostics) = (vec![clean("a")], vec![about("a", "new")]);
    send(&mut state, Msg::Reread(Changes { files, diagnostics, ..Changes::default() }));
    let said: Vec<_> = state.diagnostics.iter().map(ToString::to_string).collect();
    assert_eq!(said, ["b: old", "a: new"]);
    assert_eq!(seen(&state), "list #0", "what says nothing new is not said");
}

/// Small segments are joined, and nobody sees that.
#[test]
fn segments_are_joined_unseen() {
    let mut state = app(100, 14);
    for text in ["Mưa ở Huế", "Nắng ở Vinh", "Bão ở Huế"] {
        change(&mut state, &[text], &[]);
    }
    type_in(&mut state, "shue");
    let found = |state: &State| state.search.found.as_ref().map(Found::articles);
    let (before, tagged) = (found(&state), state.library.tagged());
    assert_eq!(before.as_ref().map(Vec::len), Some(2));
    let mut joiner = Joiner::default();
    for segment in state.library.corpus.segments().to_vec() {
        let part = joiner.add(segment);
        let effects = state.update(Msg::Searchable(part));
        assert!(effects.iter().any(|it| matches!(it, Effect::FindEntities(_))));
    }
    assert_eq!(state.library.corpus.segments().len(), 3, "of 4, 2 and 1 articles");
    assert_eq!(state.library.searchable.segments.len(), 3);
    assert_eq!((state.library.corpus.len(), state.library.tagged()), (7, tagged));
    type_in(&mut state, "{bs}e");
    assert_eq!(found(&state), before);
}

/// What was computed of files that have changed is not what a later start will find in them.
#[test]
fn what_has_changed_is_not_kept() {
    let mut state = app(100, 14);
    let keeps = |effects: Vec<Effect>| effects.iter().any(|it| matches!(it, Effect::Keep(_)));
    let done = || Msg::Progress(Load { done: true, ..Load::default() });
    send(&mut state, Msg::Reread(Changes::default()));
    assert!(keeps(state.update(done())));
    change(&mut state, &["Bài mới"], &[]);
    assert!(!keeps(state.update(done())));
}
