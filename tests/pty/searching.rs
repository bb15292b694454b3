//! Searching the corpus and finding in an article, key by key.

use vt100::Screen;

use crate::harness::{Folder, Session, Setup, line, text};
use crate::news::news;

/// Lists articles: the first word is what a search finds, the second tells the article apart.
const WORDS: [&str; 8] =
    ["hòa zz1", "hoa zz2", "hoà zz3", "đồng zz4", "dong zz5", "lạm zz6", "lâm zz7", "Lâm Đồng zz8"];

fn words() -> Folder {
    let record = |(number, text): (usize, &&str)| {
        format!("{{\"id\":\"w{number}\",\"title\":\"Bài\",\"text\":\"Chữ {text} là một.\"}}\n")
    };
    Folder::new().with("words.jsonl", WORDS.iter().enumerate().map(record).collect::<String>())
}

/// Gives the text of the list pane: between the rules, up to the first of those that stand.
fn list(screen: &Screen) -> String {
    let rows = 2..screen.size().0.get() - 3;
    let pane = |row| line(screen, row).split('│').next().unwrap_or_default().trim_end().to_owned();
    rows.map(pane).collect::<Vec<_>>().join("\n")
}

/// Waits until exactly these articles of `WORDS` are found.
fn finds(session: &Session, query: &str, articles: &str) {
    let wanted: Vec<bool> = ('1'..='8').map(|digit| articles.contains(digit)).collect();
    session.wait_for(&format!("articles {articles:?} for {query:?}"), |screen| {
        let shown = list(screen);
        let header = line(screen, 0);
        let found: Vec<bool> = (1..=8).map(|n| shown.contains(&format!("zz{n}"))).collect();
        found == wanted && header.contains("passage") && header.contains(query)
    });
}

#[test]
fn marks_that_are_typed_must_be_there() {
    let folder = words();
    let session =
        Setup { args: &[&folder.path("")], columns: 160, rows: 45, ..Setup::default() }.ready();
    let check = |query: &str, articles: &str| {
        session.keys("s ctrl-u");
        session.type_text(query);
        finds(&session, query, articles);
    };
    check("hoa", "123");
    check("hòa", "13");
    check("hoà", "13");
    check("HOÀ", "13");
    check("dong", "458");
    check("đồng", "48");
    check("đong", "48");
    check("dồng", "48");
    check("ĐÔNG", "48");
    check("lam", "678");
    check("lạm", "6");
    check("lâm", "78");
    check("lam dong", "8");
    check("Lâm Đồng", "8");
    check("LAM ĐONG", "8");
    check("dong lam", "8");
    check("zz3 hoa", "3");
}

#[test]
fn marks_may_come_after_their_letters() {
    let folder = words();
    let session =
        Setup { args: &[&folder.path("")], columns: 160, rows: 45, ..Setup::default() }.ready();
    session.keys("s");
    session.type_text("la\u{302}m d\u{300}");
    session.keys("backspace");
    session.type_text("đo\u{302}\u{300}ng");
    finds(&session, "lâm đồng", "8");
}

#[test]
fn each_letter_has_its_results() {
    let folder = words();
    let session =
        Setup { args: &[&folder.path("")], columns: 160, rows: 45, ..Setup::default() }.ready();
    session.keys("s");
    for (typed, query, articles) in [
        // One letter is in all texts, and is looked for in titles and names only.
        ("l", "l", ""),
        ("ạ", "lạ", "6"),
        ("m", "lạm", "6"),
        (" z", "lạm z", "6"),
        // Nothing has both words.
        ("z7", "lạm zz7", "6"),
    ] {
        session.type_text(typed);
        finds(&session, query, articles);
    }
    session.keys("backspace backspace");
    finds(&session, "lạm z", "6");
    session.keys("ctrl-w ctrl-w");
    session.see(&["8 articles"]);
}

#[test]
fn esc_gives_the_list_back_as_it_was() {
    let folder = news();
    let session = Session::open(&[&folder.path("")]);
    session.keys("G k k");
    session.settle();
    let (before, list_before) = (text(&session.screen()), list(&session.screen()));
    assert!(before.contains(" 10/12") && !before.contains("Tin số 1 "), "{before}");
    for search in ["s", "/", "ctrl-k"] {
        session.keys(search);
        session.type_text("tin so 2");
        session.see(&["/ tin so 2", " 1 title ·"]);
        session.keys("down down");
        session.keys("esc");
        session.wait_for("the list as it was", |screen| text(screen) == before);
    }
    session.keys("s");
    session.type_text("tin so 12");
    session.see(&["/ tin so 12", " 1 title ·"]);
    session.check_keys("enter", "Tab next");
    session.check_keys("esc", "titles 1");
    session.keys("esc");
    session.wait_for("the list as it was, after reading", |screen| list(screen) == list_before);
}

/// Makes two articles in which two words stand far from the beginning, three times and once, and
/// one that only shares the words' first letters: so one sees when the last letter is answered.
fn far_words() -> Folder {
    let line = "Một dòng chữ dài để cuộn trang báo xuống xa hơn nữa cho đủ.\\n\\n".repeat(30);
    let far = "Viên kim cương lớn.\\n\\n";
    let first = format!("{line}{far}{line}{far}{line}{far}{line}");
    let record = |id, text: &str| {
        format!("{{\"id\":\"{id}\",\"title\":\"Tin {id}\",\"text\":\"{text}\"}}\n")
    };
    let second = format!("{line}{far}{line}");
    let records = [record("a", &first), record("b", &second), record("c", "Cuộn kim cuộn.")];
    Folder::new().with("far.jsonl", records.concat())
}

/// Tells whether the words that are reversed on the screen are these.
fn focused(screen: &Screen, words: &str) -> bool {
    let (rows, columns) = screen.size();
    let cells = (0..rows.get()).flat_map(|row| (0..columns.get()).map(move |column| (row, column)));
    let reversed = cells.filter_map(|(row, column)| screen.cell(row, column));
    let text: String =
        reversed.filter(|cell| cell.inverse()).map(|cell| cell.contents().to_owned()).collect();
    text.trim() == words
}

#[test]
fn enter_opens_at_the_passage_and_n_walks_on() {
    let folder = far_words();
    let session = Session::open(&[&folder.path("")]);
    session.keys("s");
    session.type_text("kim cuon");
    session.see(&["passages 3"]);
    session.type_text("g");
    session.see(&["passages 2"]);
    session.keys("enter");
    session.wait_for("the first place", |screen| focused(screen, "kim cương"));
    session.see(&["match 1/3", "Tab next"]);
    session.check_keys("n", "match 2/3");
    session.check_keys("f3", "match 3/3");
    session.wait_for("the last place", |screen| focused(screen, "kim cương"));
    session.check_keys("n", "no more of kim cuong here");
    session.check_keys("N", "match 2/3");
    session.check_keys("shift-f3", "match 1/3");
    session.check_keys("N", "no earlier match");
    session.check_keys("J J J", "match 1/1");
    session.wait_for("the place in the other", |screen| focused(screen, "kim cương"));
}

#[test]
fn esc_goes_back_to_the_results_as_they_were() {
    let folder = far_words();
    let session = Session::open(&[&folder.path("")]);
    session.keys("s");
    session.type_text("kim cuon");
    session.see(&["passages 3"]);
    session.type_text("g");
    session.see(&["passages 2"]);
    session.keys("down down");
    session.settle_typing();
    let before = list(&session.screen());
    session.check_keys("enter", "Tab next");
    session.keys("G esc");
    // But for the sign that it was read.
    let is_before = |screen: &Screen| list(screen).replace("✓ ", "") == before;
    session.wait_for("the results as they were", is_before);
}

#[test]
fn found_places_are_walked_and_esc_restores_the_place() {
    let folder = far_words();
    let session = Session::open(&[&folder.path("")]);
    session.keys("enter j j j");
    session.settle();
    let before = text(&session.screen());
    session.keys("/");
    session.see(&["/ in this article:", "keep, then n N"]);
    session.type_text("kim");
    session.see(&["3 matches", "kim cương"]);
    session.wait_for("the place", |screen| focused(screen, "kim"));
    session.keys("esc");
    session.wait_for("the place as it was", |screen| text(screen) == before);
    session.keys("/");
    session.type_text("KIM CUONG");
    session.see(&["3 matches"]);
    session.keys("enter");
    session.see(&["match 1/3", "Tab next"]);
    session.check_keys("n", "match 2/3");
    session.check_keys("n n", "no further match");
    session.keys("/");
    session.type_text("xyzt");
    session.check_keys("enter", "not in this article: xyzt");
}

#[test]
fn enter_need_not_wait_for_the_answer() {
    let folder = far_words();
    let session = Session::open(&[&folder.path("")]);
    session.keys("s");
    session.send(b"kim cuong\r");
    session.see(&["match 1/3", "Tab next"]);
}

#[test]
fn the_end_of_a_long_query_is_seen() {
    let session = Session::open(&[]);
    session.keys("s");
    session.type_text("mot hai ba bon nam sau bay tam chin muoi muoi mot muoi hai muoi ba");
    session.see(&["muoi ba"]);
}
