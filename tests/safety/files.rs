//! Files of any content and kind: what can be read is, the rest is said, and nothing is waited for.

use std::fs;
use std::io::{self, Read};
use std::os::unix::net::UnixListener;
use std::process::{Command, Stdio};

use docbao::corpus::{Article, Records, Source, parse_record};
use docbao::runtime::loader::{Input, load_all};

use crate::folder::Folder;
use crate::nasty::Random;

/// Reads a source; gives the articles and what was said.
fn read(name: &str, input: impl Read) -> (Vec<Article>, Vec<String>) {
    let source = Source::new(name);
    let (mut articles, mut said) = (Vec::new(), Vec::new());
    match Records::open(&source, io::BufReader::new(input)) {
        Err(error) => said.push(error.to_string()),
        Ok(records) => {
            for record in records {
                match record.and_then(|record| parse_record(&record, &source)) {
                    Ok(parsed) => {
                        articles.push(parsed.article);
                        said.extend(parsed.warning.map(|warning| warning.to_string()));
                    }
                    Err(error) => said.push(error.to_string()),
                }
            }
        }
    }
    (articles, said)
}

/// Checks the bodies, and the beginnings of what is said.
fn check(name: &str, bytes: &[u8], bodies: &[&str], said: &[&str]) {
    let (articles, found) = read(name, bytes);
    let texts: Vec<&str> = articles.iter().map(Article::body).collect();
    assert_eq!(texts, bodies, "{name}: {found:?}");
    assert_eq!(found.len(), said.len(), "{name}: {found:?}");
    for (found, start) in found.iter().zip(said) {
        let message = found.split(": ").skip(1).collect::<Vec<_>>().join(": ");
        assert!(message.starts_with(start), "{found}");
    }
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn encodings() {
    let text = "Bão đến Lâm Đồng.";
    let marked = format!("\u{FEFF}{text}");
    check("a.txt", b"", &[], &["is empty"]);
    check("a.txt", "\u{FEFF}".as_bytes(), &[], &["has no text"]);
    check("a.txt", marked.as_bytes(), &[text], &[]);
    check("a.txt", &utf16(&marked, u16::to_le_bytes), &[text], &[]);
    check("a.txt", &utf16(&marked, u16::to_be_bytes), &[text], &[]);
    check("a.txt", &utf16(text, u16::to_le_bytes), &[], &["is binary data, not text"]);
    check("a.txt", b"a\0b", &[], &["is binary data, not text"]);
    check("a.txt", b"\0", &[], &["is binary data, not text"]);
    check("a.txt", &utf16("\u{FEFF}a", u16::to_le_bytes)[..3], &["\u{FFFD}"; 0], &["has no text"]);
    // Windows-1258 has a letter of its own for most vowels, and marks that follow them.
    let windows = b"B\xE3o \xF0\xEA\xECn L\xE2m \xD0\xF4\xCCng".repeat(9);
    check("a.txt", &windows, &[], &["is not UTF-8"]);
}

#[test]
fn an_invalid_byte_anywhere_costs_only_itself() {
    let text = "Bão đến 日本 👍 Lâm Đồng.";
    for at in 0..=text.len() {
        for bad in [0x80, 0xC0, 0xE1, 0xF0, 0xFF_u8] {
            let mut bytes = text.as_bytes().to_vec();
            bytes.insert(at, bad);
            let (articles, said) = read("a.txt", &bytes[..]);
            let shown = articles.first().map(Article::body).unwrap_or_default().to_owned();
            let refused = said.iter().any(|said| said.contains("is not UTF-8: "));
            assert!(
                said.len() == 1 && (refused || shown.contains('\u{FFFD}')),
                "{at} {bad}: {said:?}"
            );
            if text.is_char_boundary(at) && at < text.len() && bad == 0xFF {
                assert_eq!(shown.replace('\u{FFFD}', ""), text, "at {at}");
            }
        }
    }
}

#[test]
fn json_of_any_shape() {
    let deep = |open: &str, close: &str| [open.repeat(200_000), close.repeat(200_000)].concat();
    let (lists, objects) = (deep("[", "]"), deep("{\"a\":", "}"));
    let no = &["is not a JSON object"][..];
    for value in ["1", "null", "true", "[]", "{}", "[\"a\"]", "-0.0"] {
        let line = format!(
            "{{\"text\":{value}}}\n{{\"text\":\"Hai.\",\"title\":{value},\"id\":{value},\"url\":{value},\"date\":{value},\"warc_headers\":{value}}}"
        );
        let (articles, said) = read("a.jsonl", line.as_bytes());
        let bodies: Vec<&str> = articles.iter().map(Article::body).collect();
        let number = value == "1";
        assert_eq!(
            bodies,
            if number { vec!["1", "Hai."] } else { vec!["Hai."] },
            "{value} {said:?}"
        );
    }
    check("a.jsonl", lists.as_bytes(), &[], no);
    check("a.jsonl", format!("{{\"text\":\"Một.\",\"x\":{lists}}}").as_bytes(), &["Một."], &[]);
    check("a.jsonl", format!("{{\"warc_headers\":{lists}}}").as_bytes(), &[], no);
    check("a.jsonl", format!("{{\"text\":{objects}1").as_bytes(), &[], no);
    for half in ["[".repeat(200_000), "{\"a\":".repeat(200_000), "{\"warc_headers\":".repeat(9_000)]
    {
        check("a.jsonl", half.as_bytes(), &[], no);
        read("a.json", half.as_bytes());
    }
    let two = "[{\"text\":\"Một.\"}][{\"text\":\"Hai.\"}]";
    check("a.json", two.as_bytes(), &[two], &["is not JSON Lines and is opened as plain text"]);
    check("a.jsonl", two.as_bytes(), &[], no);
    check("a.jsonl", b"{\"text\":\"a\",\"x\":1e999}", &[], no);
    check(
        "a.jsonl",
        b"{\"text\":\"a\"}{\"text\":\"b\"}\n{\"text\":\"\\ud800\"}\n",
        &[],
        &[no[0]; 2],
    );
}

/// Gives bytes up to a point and then an error, as a failing disk does.
struct Failing<'b>(&'b [u8]);

impl Read for Failing<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.0.is_empty() {
            return Err(io::Error::other("the disk\x1b[31m failed"));
        }
        self.0.read(buffer)
    }
}

#[test]
fn what_fails_half_way_is_said() {
    let lines = "{\"text\":\"Một.\"}\n".repeat(40);
    let (articles, said) = read("a.jsonl", Failing(lines.as_bytes()));
    assert_eq!((articles.len(), said.len()), (40, 1));
    assert_eq!(said[0], "a.jsonl:41: cannot be read: the disk [31m failed");
    assert_eq!(read("a.txt", Failing(lines.as_bytes())).0.len(), 0);
    assert_eq!(read("a.txt", Failing(b"")).1.len(), 1);
}

#[test]
fn a_packed_file_that_is_cut_or_changed_is_said() {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    io::Write::write_all(&mut gzip, "{\"text\":\"Một.\"}\n".repeat(500).as_bytes()).unwrap();
    let gzip = gzip.finish().unwrap();
    let zstd = ruzstd_frame();
    for (name, whole) in [("a.jsonl.gz", &gzip), ("a.jsonl.zst", &zstd)] {
        assert_eq!(read(name, &whole[..]).0.len(), 500, "{name}");
        for at in 1..whole.len() {
            let (articles, said) = read(name, &whole[..at]);
            assert!(articles.len() <= 500 && !said.is_empty(), "{name} cut at {at}");
            let mut changed = whole.clone();
            changed[at] ^= 1 << Random::new(at as u64).below(8);
            read(name, &changed[..]);
        }
    }
}

/// Makes a frame of 500 lines that repeats one line, with blocks as RFC 8878 has them: a raw one.
fn ruzstd_frame() -> Vec<u8> {
    let text = "{\"text\":\"Một.\"}\n".repeat(500).into_bytes();
    let size = text.len() as u32;
    let mut frame = vec![0x28, 0xB5, 0x2F, 0xFD, 0b1010_0000];
    frame.extend(size.to_le_bytes());
    frame.extend_from_slice(&((size << 3) | 1).to_le_bytes()[..3]);
    frame.extend(text);
    frame
}

#[test]
fn what_is_no_file_is_never_waited_for() {
    let folder = Folder::new().with("a.txt", "Một.");
    let _socket = UnixListener::bind(folder.path("s.txt")).expect("a socket can be made");
    let paths = [
        folder.path(""),
        "/dev/tty".into(),
        "/dev/zero".into(),
        "/dev/stdin".into(),
        "/proc/self/mem".into(),
        "/proc/kmsg".into(),
        "/proc/self/fd".into(),
        "/sys/kernel/debug/tracing/trace_pipe".into(),
    ];
    let (corpus, said) = load_all(paths.map(|path| Input::Path(path.into())).into());
    assert!(corpus.iter().any(|(_, article)| article.body() == "Một."), "{said:?}");
    let has = |text: &str| said.iter().any(|said| said.to_string().contains(text));
    assert!(has("s.txt: is skipped: it is not a regular file"), "{said:?}");
    assert!(has("/dev/zero: is skipped") && has("/proc/self/mem: cannot be read"), "{said:?}");
}

#[test]
fn a_corpus_that_goes_away_underneath_is_said() {
    for round in 0..6 {
        let line = format!("{{\"text\":\"{}\"}}\n", "Tin dài. ".repeat(20));
        let mut folder = Folder::new();
        for number in 0..60 {
            folder = folder.with(&format!("{number}.jsonl"), line.repeat(100));
        }
        let input = vec![Input::Path(folder.path("").into())];
        let reading = std::thread::spawn(move || load_all(input));
        for number in (0..60).rev().step_by(2) {
            let path = folder.path(&format!("{number}.jsonl"));
            match round % 3 {
                0 => drop(fs::remove_file(&path)),
                1 => drop(fs::write(&path, "")),
                _ => drop(fs::write(&path, "\0")),
            }
        }
        let (corpus, _) = reading.join().expect("loading does not panic");
        assert!(corpus.len() >= 3_000, "{}", corpus.len());
    }
}

/// Runs the program on a path; gives the status, the lines printed and what was said.
fn list(path: &str) -> (Option<i32>, usize, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_docbao"))
        .args(["list", path])
        .stdin(Stdio::null())
        .output()
        .expect("it starts");
    let lines = String::from_utf8_lossy(&output.stdout).lines().count();
    (output.status.code(), lines, String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
#[ignore = "long: files of 1 GB"]
fn a_gigabyte_is_read_or_refused() {
    let line = format!("{{\"text\":\"{}\"}}\n", "Tin dài. ".repeat(1_000));
    let lines = (1 << 30) / line.len();
    let folder =
        Folder::new().with("a.jsonl", line.repeat(lines)).with("b.txt", "a ".repeat(1 << 29));
    let (status, printed, said) = list(&folder.path("a.jsonl"));
    assert_eq!((status, printed, said.as_str()), (Some(0), lines, ""));
    let (status, _, said) = list(&folder.path("b.txt"));
    assert!(status == Some(2) && said.contains("longer than 256 MB"), "{said}");
    println!("1 GB: {lines} articles; as one text: {}", said.trim());
}

#[test]
#[ignore = "long: a million files"]
fn a_million_files_are_read() {
    let folder = Folder::new();
    for part in 0..1_000 {
        fs::create_dir(folder.path(&part.to_string())).expect("it can be made");
        for number in 0..1_000 {
            fs::write(folder.path(&format!("{part}/{number}.txt")), "Tin.")
                .expect("it can be written");
        }
    }
    let (status, printed, said) = list(&folder.path(""));
    assert_eq!((status, printed, said.as_str()), (Some(0), 1_000_000, ""));
    println!("1,000,000 files: {printed} articles");
}
