//! Text of any shape and length: nothing is lost, nothing is unbounded, and the work grows with the
//! length and no faster.

use std::fs;

use docbao::corpus::Shape;
use docbao::entity::Tagger;
use docbao::search::{Query, find_in};
use docbao::text::{Span, clean, fold, width, wrap};

use crate::app::article;

/// Makes nasty texts of about so many bytes, each by its name.
fn giants(bytes: usize) -> Vec<(&'static str, String)> {
    let fill = |piece: &str| piece.repeat(bytes / piece.len());
    vec![
        (
            "one line of news",
            fill("Ngày 27/4, ông Phạm Văn Sơn đến UBND tỉnh, tỉnh Lâm Đồng, rồi "),
        ),
        ("one word", fill("đồng")),
        ("marks on one letter", format!("A{}", fill("\u{301}"))),
        ("lone marks", fill(" \u{301}")),
        ("joined families", fill("👨\u{200d}👩\u{200d}👧")),
        ("one cluster of jamo", fill("\u{1100}")),
        ("right to left", fill("שלום עולם ")),
        ("tibetan", fill("\u{0f40}\u{0f71}\u{0f74}\u{0fb2}")),
        ("flags", fill("🇻🇳")),
        ("line breaks", fill("\n")),
        ("short lines", fill("Ảnh: Lan.\n")),
        ("titles of persons", fill("Ông Nguyễn Văn Giang và Bà Trần Thị Hoa. ")),
        ("brackets", fill("((((\"\"\"\"")),
        ("capitals", fill("UBND TP HCM ")),
        ("digits", fill("1.234.567/2023-")),
        ("controls", fill("\u{1b}[31m\u{202e}x\r\n")),
    ]
}

/// Takes a text through all that is done with one; gives the bytes that came out of the door.
fn through(name: &str, raw: &str) -> usize {
    let text = clean(raw);
    assert!(text.len() <= 2 * raw.len() + 3, "{name} grows to {}", text.len());
    let folded = fold(&text);
    assert!(folded.as_str().len() <= 2 * text.len(), "{name}");
    let mut lines = 0;
    for line in Span::new(0, text.len()).lines(&text) {
        for part in wrap(&text, line, 40, 0, &[]) {
            assert!(width(part.of(&text)) <= 40, "{name}: {:?}", part.of(&text));
            lines += 1;
        }
    }
    assert!(lines > 0, "{name}");
    let found = find_in(&text, &Query::parse("lam dong"));
    assert!(found.is_sorted_by(|a, b| a.end <= b.start), "{name}");
    if let Some(article) = article("a.txt", Shape::Text, raw) {
        assert!(width(article.title()) <= 400, "{name}: a title of {}", article.title().len());
        Tagger::shared().read(&article);
    }
    text.len()
}

#[test]
fn giants_go_through() {
    for (name, raw) in giants(60_000) {
        assert!(through(name, &raw) <= 2 * raw.len(), "{name}");
    }
}

#[test]
fn clusters_wider_than_the_screen_are_shown_all_the_same() {
    for raw in ["日本語", "\u{fdfd}\u{fdfd}", "\u{0915}\u{094d}\u{0937}\u{094d}\u{092f}", "👍👍"]
    {
        let text = clean(raw);
        let lines = wrap(&text, Span::new(0, text.len()), 1, 0, &[]);
        let joined: String = lines.iter().map(|line| line.of(&text)).collect();
        assert_eq!(joined, &*text);
    }
}

/// Gives the processor time of this thread, in hundredths of a second.
fn used() -> u64 {
    let stat = fs::read_to_string("/proc/thread-self/stat").expect("this is Linux");
    let after = stat.rsplit_once(')').expect("the name is in brackets").1;
    let time = |index: usize| after.split_whitespace().nth(index).and_then(|it| it.parse().ok());
    time(11).zip(time(12)).map(|(user, system): (u64, u64)| user + system).expect("numbers")
}

/// Takes a text through and gives the time.
fn timed(name: &str, raw: &str) -> u64 {
    let before = used();
    through(name, raw);
    used() - before
}

#[test]
#[ignore = "long: giants of 2 and 16 MB"]
fn the_work_grows_with_the_length() {
    let giants = giants(2_000_000).into_iter().zip(giants(16_000_000));
    for ((name, small), (_, large)) in giants {
        let (short, long) = (timed(name, &small), timed(name, &large));
        println!("{name}: 2 MB {short}0 ms, 16 MB {long}0 ms");
        // Eight times as long; less than the half is measured too badly to be compared.
        assert!(long <= 20 * short.max(20), "{name}: {short} and {long}");
    }
}

#[test]
#[ignore = "long: one line of 100 MB"]
fn a_line_of_a_hundred_megabytes_goes_through() {
    for (name, raw) in giants(100_000_000).into_iter().take(3) {
        println!("{name}: 100 MB {}0 ms", timed(name, &raw));
    }
}
