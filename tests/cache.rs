//! What is kept of a corpus for the next start, through the commands: the second start answers as
//! the first, and says so when asked.

#[path = "pty/harness/folder.rs"]
mod folder;

use std::fs;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, SystemTime};

use folder::Folder;

/// Makes a corpus with some articles that say something, and as much text as is worth keeping.
fn corpus() -> Folder {
    // Few words, and long ones: they are quickly read.
    let filler = format!("{} ", "a".repeat(999)).repeat(1 << 10);
    let line = |text: &str| format!("{{\"text\":\"{text}\"}}\n");
    let texts = ["Tin về Lâm Đồng. Ông Nguyễn Văn Giang đến thành phố Đà Lạt.", &filler, "Tin ba."];
    let lines: String = texts.into_iter().cycle().take(15).map(line).collect();
    let folder = Folder::new().with("a.jsonl", lines + "{bad\n");
    let changed = fs::metadata(folder.path("a.jsonl")).and_then(|file| file.modified());
    let changed = changed.expect("it is there");
    // Only what has been left alone for a moment is kept.
    while changed.elapsed().is_ok_and(|age| age < Duration::from_millis(100)) {
        std::thread::yield_now();
    }
    folder
}

fn run(folder: &Folder, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_docbao"));
    command.args(args).stdin(Stdio::null()).env("XDG_CACHE_HOME", folder.path("cache"));
    command.env("HOME", folder.path("")).output().expect("the program starts")
}

/// Gives status, output and what was said.
fn all(output: &Output) -> (Option<i32>, String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

#[test]
#[cfg(target_os = "linux")]
fn the_second_start_answers_as_the_first() {
    let folder = corpus();
    let path = folder.path("a.jsonl");
    let commands: [&[&str]; 5] = [
        &["search", "--json", "lam dong", &path],
        &["search", "kind:person giang", &path],
        &["entities", "--json", &path],
        &["list", &path],
        &["show", "#0", &path],
    ];
    let without: Vec<_> =
        commands.map(|args| all(&run(&folder, &[args, &["--no-cache"]].concat()))).into();
    assert_eq!(all(&run(&folder, &["cache"])), (Some(1), String::new(), String::new()));
    for (args, expected) in commands.iter().zip(&without) {
        assert!(expected.2.contains("a.jsonl:16: "), "{}", expected.2);
        for _ in 0..2 {
            assert_eq!(all(&run(&folder, args)), *expected, "{args:?}");
        }
    }

    let (status, listed, _) = all(&run(&folder, &["cache"]));
    let lines: Vec<&str> = listed.lines().collect();
    let [file, total] = lines[..] else { panic!("{listed}") };
    assert_eq!(status, Some(0));
    assert!(file.contains(" 15 articles ") && file.ends_with("a.jsonl"), "{listed}");
    assert!(total.ends_with(" MiB of 4096 at most"), "{listed}");

    let file = fs::File::options().append(true).open(&path).expect("it is there");
    file.set_modified(SystemTime::UNIX_EPOCH).expect("its time can be set");
    fs::write(&path, "{\"text\":\"Tin khác.\"}\n").expect("it can be written");
    let (_, changed, _) = all(&run(&folder, &["list", &path]));
    assert!(changed.contains("Tin khác") && changed.lines().count() == 1, "{changed}");

    assert_eq!(all(&run(&folder, &["cache", "--clear"])).1, "1 removed\n");
    assert_eq!(all(&run(&folder, &["cache"])).0, Some(1));
}

#[test]
#[cfg(target_os = "linux")]
fn a_damaged_file_is_as_good_as_none() {
    let folder = corpus();
    let path = folder.path("a.jsonl");
    let search = ["search", "lam dong", &path];
    let expected = all(&run(&folder, &search));
    let kept = fs::read_dir(folder.path("cache/docbao")).expect("there is a folder");
    let kept = kept.flatten().next().expect("a file is there").path();
    let whole = fs::read(&kept).expect("it can be read");
    for damaged in
        [&whole[..whole.len() / 2], &whole[..20], b"", b"something else that is long enough"]
    {
        fs::write(&kept, damaged).expect("it can be written");
        assert_eq!(all(&run(&folder, &search)), expected);
        assert_eq!(fs::read(&kept).expect("it is there"), whole, "it is written anew");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_cache_that_cannot_be_written_costs_a_word() {
    let folder = corpus().with("cache", "a file where the folder should be");
    let search = ["search", "lam dong", &folder.path("a.jsonl")];
    let without = all(&run(&folder, &[&search[..], &["--no-cache"]].concat()));
    let (status, found, said) = all(&run(&folder, &search));
    assert_eq!((status, found), (without.0, without.1));
    assert!(said.contains("is not kept"), "{said}");
}

#[test]
#[cfg(target_os = "linux")]
fn several_may_start_at_once() {
    let folder = corpus();
    let path = folder.path("a.jsonl");
    let search = ["search", "lam dong", &path];
    let expected = all(&run(&folder, &[&search[..], &["--no-cache"]].concat()));
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| assert_eq!(all(&run(&folder, &search)), expected));
        }
    });
    assert_eq!(all(&run(&folder, &search)), expected);
    let files = fs::read_dir(folder.path("cache/docbao")).expect("there is a folder");
    assert_eq!(files.count(), 1, "nothing half written is left");
}
