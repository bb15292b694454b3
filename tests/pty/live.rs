//! Files that change while they are open.

use std::fs::{self, File};
use std::io::Write;

use crate::harness::{Folder, Session, Setup, line};
use crate::news::news;

fn append(folder: &Folder, name: &str, text: &str) {
    let mut file = File::options().append(true).open(folder.path(name)).expect("it is there");
    file.write_all(text.as_bytes()).expect("it can be written");
}

fn record(title: &str, text: &str) -> String {
    format!("{{\"title\":\"{title}\",\"text\":\"{text}\"}}\n")
}

/// Makes three files of one article each.
fn three() -> Folder {
    let text = |name: &str| format!("Tin {name}\n\nMột câu của bài {name} ở Đà Lạt.");
    let folder = Folder::new().with("a.txt", text("một")).with("b.txt", text("hai"));
    folder.with("x/c.txt", text("ba"))
}

fn watch(folder: &Folder, rows: u16) -> Session {
    Setup { args: &[&folder.path("")], rows, ..Setup::default() }.ready()
}

/// Gives the rows of the reader and of the list, without search line and status lines.
fn panes(session: &Session) -> Vec<String> {
    let screen = session.screen();
    (1..screen.size().0.get() - 3).map(|row| line(&screen, row)).collect()
}

/// Waits until the panes show what they showed before, and something else is said.
fn same_panes_and(session: &Session, before: &[String], said: &str) {
    session.wait_for(&format!("{said:?} and all as it was"), |screen| {
        let now = (1..screen.size().0.get() - 3).map(|row| line(screen, row));
        screen.contents().contains(said) && now.eq(before.iter().cloned())
    });
}

#[test]
fn a_new_file_comes_and_a_deleted_one_goes() {
    let folder = three();
    let session = watch(&folder, 24);
    session.keys("j");
    session.see(&["3 articles", "2/3"]);
    let folder = folder.with("y/d.txt", "Tin bốn\n\nMột câu mới.");
    session.see(&["4 articles", "1 new article", "Tin bốn", "› Tin hai"]);
    session.check_keys("k", "1/4");
    fs::remove_file(folder.path("b.txt")).expect("it is there");
    session.wait_for("the article is gone", |screen| {
        let seen = screen.contents();
        seen.contains("1 article gone") && !seen.contains("Tin hai") && seen.contains("› Tin một")
    });
    fs::remove_dir_all(folder.path("y")).expect("it is there");
    session.see(&["2 articles", "2 articles gone"]);
}

#[test]
fn lines_come_as_they_are_written() {
    let folder = news();
    let session = watch(&folder, 24);
    session.keys("j j");
    session.see(&["› 2023-03", "12 articles"]);
    append(&folder, "news.jsonl", &record("Tin mới", "Mưa lớn ở Huế."));
    session.see(&["13 articles", "1 new article", "› 2023-03"]);
    let half = record("Tin nữa", "Nắng ở Vinh.");
    let (half, rest) = half.split_at(20);
    // The file beside it tells when the half has been read.
    append(&folder, "news.jsonl", half);
    let folder = folder.with("z.txt", "Một tin riêng\n\nChỉ có thế.");
    session.see(&["14 articles", "2 new articles"]);
    append(&folder, "news.jsonl", rest);
    session.see(&["15 articles", "3 new articles", "› 2023-03"]);
    assert!(!session.screen().contents().contains("problem"), "{}", session.dump());
    session.keys("s");
    session.type_text("vinh");
    session.see(&["Tin nữa"]);
}

#[test]
fn half_a_line_at_the_start_is_forgiven_when_it_is_whole() {
    let text = record("Tin", "Mưa ở Huế.");
    let folder = Folder::new().with("a.jsonl", format!("{text}{}", &text[..20]));
    let session = watch(&folder, 24);
    session.see(&["1 problem", "1 article"]);
    append(&folder, "a.jsonl", &text[20..]);
    session.wait_for("two articles and no complaint", |screen| {
        screen.contents().contains("2 articles") && !screen.contents().contains("problem")
    });
}

#[test]
fn the_reader_stays_at_its_line() {
    let folder = news();
    let session = watch(&folder, 24);
    session.keys("j j enter j j j j j j");
    session.settle();
    let before = panes(&session);
    let text = fs::read_to_string(folder.path("news.jsonl")).expect("it is there");
    let changed =
        text.replace("Tin số 3\"", "Tin số 3 đổi tên\"").replace("Tin số 5\"", "Tin năm\"");
    // As editors do: a new file takes the name of the old one.
    fs::write(folder.path("new"), changed).expect("it can be written");
    fs::rename(folder.path("new"), folder.path("news.jsonl")).expect("it can be moved");
    session.see(&["2 articles changed", "newer text"]);
    // The strip beside the text tells how long that is.
    let text_of = |panes: &[String]| {
        let reader = panes.iter().map(|row| row.split_once('│').map_or("", |(_, text)| text));
        let reader = reader.map(|row| row.trim_end_matches(['▐', '•', ' ']).to_owned());
        reader.collect::<Vec<_>>()
    };
    assert_eq!(text_of(&panes(&session)), text_of(&before));
    session.keys("f5");
    session.wait_for("the newer text at the same line", |screen| {
        !screen.contents().contains("newer text") && screen.contents().contains("Tin số 3 đổi")
    });
    session.settle();
    // Where lines end depends on the names that were found in the new text by then.
    session.until("the text is as it was", || text_of(&panes(&session)) == text_of(&before));
    let before = panes(&session);
    fs::remove_file(folder.path("news.jsonl")).expect("it is there");
    session.see(&["12 articles gone", "no longer in its file", "0 articles"]);
    assert_eq!(text_of(&panes(&session)), text_of(&before));
    fs::write(folder.path("news.jsonl"), text).expect("it can be written");
    session.wait_for("the articles are back", |screen| line(screen, 0).contains(" 12 articles"));
}

#[test]
fn nothing_moves_in_the_list() {
    let lines: String = (10..60).map(|at| record(&format!("Tin số {at}"), "Mưa ở Huế.")).collect();
    let folder = Folder::new().with("b.jsonl", lines).with("a.txt", "Tin đầu\n\nMưa ở Vinh.");
    let session = watch(&folder, 24);
    session.keys("pagedown pagedown j");
    session.settle();
    let before = panes(&session);
    let folder = folder.with("c.txt", "Tin cuối\n\nMưa ở Huế.");
    same_panes_and(&session, &before, "1 new article");
    fs::remove_file(folder.path("a.txt")).expect("it is there");
    same_panes_and(&session, &before, "1 article gone");
}

#[test]
fn one_file_is_watched_alone() {
    let folder = three();
    let path = folder.path("a.txt");
    let session = Session::open(&[&path]);
    let folder = folder.with("d.txt", "Tin bốn");
    fs::write(folder.path("e"), "Tin một\n\nMột câu của bài một ở Đà Lạt, và thêm.")
        .expect("it is");
    fs::rename(folder.path("e"), &path).expect("it can be moved");
    session.see(&["1 article changed", "newer text"]);
    session.check_keys("enter", "và thêm");
    assert!(!session.screen().contents().contains("Tin bốn"), "{}", session.dump());
}

#[test]
fn names_are_cleaned() {
    let folder = three();
    let session = watch(&folder, 24);
    let _folder = folder.with("z\u{1b}]0;x\u{7}\u{202e}.txt", "Tin xấu\n\nMột câu.");
    session.see(&["1 new article"]);
    session.check_keys("G", "› Tin xấu");
    assert_eq!(crate::harness::forbidden(&session.raw()), [""; 0]);
}

#[test]
fn it_need_not_be() {
    let folder = three();
    let path = folder.path("");
    let quiet = Session::open(&["--no-watch", &path]);
    let loud = watch(&folder, 24);
    let _folder = folder.with("d.txt", "Tin bốn\n\nMột câu.");
    loud.see(&["4 articles"]);
    quiet.settle();
    assert!(quiet.screen().contents().contains("3 articles"), "{}", quiet.dump());
}
