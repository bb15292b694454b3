//! Following a name through the articles, by keys alone.

use crate::harness::{Folder, Session, Setup};
use crate::news::news;

#[test]
fn a_thread_leads_to_the_third_article() {
    let folder = news();
    let session = Session::open(&[&folder.path("")]);
    session.keys("enter 1 tab *");
    session.see(&["n and N follow Nguyễn Văn Giang"]);
    session.keys("n n n n n");
    session.see(&["mention 6/6 · article 1/12"]);
    session.keys("n");
    session.see(&["no more of Nguyễn Văn Giang here"]);
    session.keys("n");
    session.see(&["Tin số 2", "mention 1/6 · article 2/12"]);
    session.keys("n n n n n n");
    session.see(&["Tin số 3", "mention 1/6 · article 3/12"]);
    session.keys("N");
    session.see(&["mention 6/6 · article 2/12"]);
    session.keys("H");
    session.see(&["mention 1/6 · article 3/12"]);
}

#[test]
fn a_card_leads_on_and_back() {
    let folder = news();
    let session = Session::open(&[&folder.path("")]);
    session.keys("enter 1 tab enter");
    session.see(&["72 mentions in 12 articles", "6 mentions in this article", "most in 2023-01"]);
    session.keys("G k k enter");
    session.see(&["Tin số 10", "mention 1/6 · article 10/12"]);
    session.keys("H");
    session.see(&["72 mentions in 12 articles", "› 2023-10-01"]);
}

/// Starts the program with a home of its own.
fn start(folder: &Folder) -> Session {
    let (path, state) = (folder.path("news.jsonl"), folder.path("state"));
    Setup { args: &[&path], env: &[("XDG_STATE_HOME", &state)], ..Setup::default() }.ready()
}

#[test]
fn a_correction_survives_a_restart() {
    let folder = news();
    let mut session = start(&folder);
    session.keys("enter 3 tab a");
    session.see(&["who else is thành phố Đà Lạt?"]);
    session.keys("tab a");
    session.see(&["thành phố Đà Lạt is tỉnh Lâm Đồng"]);
    session.keys("enter");
    session.see(&["tỉnh Lâm Đồng", "also", "144 mentions in 12 articles"]);
    session.keys("esc q");
    assert_eq!(session.wait_exit().code(), Some(0), "{}", session.dump());
    let session = start(&folder);
    session.keys("enter 3 tab enter");
    session.see(&["144 mentions in 12 articles"]);
    session.keys("u");
    session.see(&["undone", "72 mentions in 12 articles"]);
}

#[test]
fn entities_filter_the_list() {
    let folder = news();
    let session = Session::open(&[&folder.path("")]);
    session.keys("enter 1 tab -");
    session.see(&["0 of 12 articles", "- Nguyễn Văn Giang"]);
    session.keys("-");
    session.see(&["12 articles"]);
    session.keys("=");
    session.see(&["12 of 12 articles", "= Nguyễn Văn Giang"]);
}

/// From the start to the third article of a thread, in a corpus whose entities are still being found.
#[test]
#[ignore = "long: the corpus that DOCBAO_CORPUS names, with the person that DOCBAO_PERSON does"]
fn a_thread_leads_through_a_large_corpus() {
    let [corpus, person] = ["DOCBAO_CORPUS", "DOCBAO_PERSON"]
        .map(|name| std::env::var(name).expect("the variable is set"));
    let session = Setup { args: &[&corpus], ..Setup::default() }.start();
    session.see(&["1/"]);
    session.keys("1 e tab");
    session.type_text(&person);
    let named = || session.screen().contents().contains(&format!("› {person}"));
    for _ in 0..60 {
        if named() {
            break;
        }
        // Its entities come article by article.
        std::thread::sleep(std::time::Duration::from_secs(1));
    }
    assert!(named(), "{}", session.dump());
    session.keys("enter *");
    session.see(&[&format!("n and N follow {person}"), "article 1/"]);
    let is_third = || session.screen().contents().contains("article 3/");
    for _ in 0..200 {
        if is_third() {
            return;
        }
        session.keys("n");
        session.settle();
    }
    panic!("the third article never came\n{}", session.dump());
}
