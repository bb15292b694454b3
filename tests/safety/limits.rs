//! Limits of the system: too little memory, too few files or threads are said in one line, and never
//! end the program by themselves.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};

use docbao::text::is_visible;

use crate::folder::Folder;

/// Runs the program under limits of the shell; gives the status and what was said.
fn limited(limits: &str, args: &[&str]) -> (Option<i32>, String) {
    let script = format!("{limits} && exec \"$0\" \"$@\"");
    run(Command::new("/bin/sh").args(["-c", &script, env!("CARGO_BIN_EXE_docbao")]).args(args))
}

fn run(command: &mut Command) -> (Option<i32>, String) {
    let output = command.stdin(Stdio::null()).output().expect("there is a shell");
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

/// Checks that all went well, or that one line of the program says why not.
fn check(limits: &str, args: &[&str]) -> Option<i32> {
    let (status, said) = limited(limits, args);
    let clear = said.starts_with("docbao: ") && said.lines().count() == 1;
    let fine = matches!(status, Some(0 | 1)) && said.is_empty() || status == Some(2) && clear;
    assert!(fine, "{limits} {args:?}: {status:?} {said}");
    assert!(said.chars().all(|c| c == '\n' || is_visible(c)), "{said:?}");
    status
}

fn news() -> Folder {
    let text = "Ngày 27/4, ông Nguyễn Văn Giang đến tỉnh Lâm Đồng với 90 triệu đồng. ".repeat(20);
    Folder::new().with("many.jsonl", format!("{{\"text\":\"{text}\"}}\n").repeat(1_000))
}

#[test]
fn too_little_memory_is_said() {
    let folder = news();
    let path = folder.path("many.jsonl");
    for (option, least, enough) in [("-d", 256, [256, 400]), ("-v", 2_048, [2_048, 4_096])] {
        for megabytes in [40, 80, 120, 200, least - 1] {
            let limits = format!("ulimit {option} {}", megabytes * 1024);
            assert_eq!(check(&limits, &["search", "dong", &path]), Some(2), "{limits}");
        }
        for megabytes in enough {
            let limits = format!("ulimit {option} {}", megabytes * 1024);
            assert_eq!(check(&limits, &["search", "dong", &path]), Some(0), "{limits}");
        }
    }
}

#[test]
#[ignore = "long: 200 MB of articles in 260 MB of memory"]
fn more_articles_than_fit_are_said() {
    let text = "Ngày 27/4, ông Nguyễn Văn Giang đến tỉnh Lâm Đồng với 90 triệu đồng. ".repeat(20);
    let records = (0..100_000).map(|n| format!("{{\"text\":\"Tin {n} số{n}. {text}\"}}\n"));
    let folder = Folder::new().with("many.jsonl", records.collect::<String>());
    let path = folder.path("many.jsonl");
    for (limit, args) in [(260, &["list"][..]), (260, &["search", "dong"]), (400, &["entities"])] {
        let limits = format!("ulimit -d {}", limit * 1024);
        let (status, said) = limited(&limits, &[args, &[&path]].concat());
        let clear = said.contains("the limit on memory (ulimit) is near");
        assert!(status == Some(0) && clear, "{limit} {args:?}: {status:?} {said}");
    }
    println!("200 MB in 260 MB: read in part, and said");
}

#[test]
fn too_few_files_are_said() {
    let folder = Folder::new().with("a.txt", "Một.").with("b.txt", "Hai.");
    let path = folder.path("");
    for files in 4..12 {
        let status = check(&format!("ulimit -n {files}"), &["list", &path]);
        assert!(files < 6 || status == Some(0), "{files} files: {status:?}");
    }
}

#[test]
fn too_few_threads_are_said() {
    let folder = Folder::new();
    let (program, home) = (folder.path("docbao"), folder.path(""));
    fs::copy(env!("CARGO_BIN_EXE_docbao"), &program).expect("it can be copied");
    fs::set_permissions(&home, fs::Permissions::from_mode(0o755)).expect("it is ours");
    let user = ["--reuid", "65534", "--regid", "65534", "--clear-groups", "prlimit"];
    let run_as = |threads: u32| {
        let limit = format!("--nproc={threads}");
        run(Command::new("setpriv").args(user).args([&limit, &program, "search", "dong"]))
    };
    // Nobody but the superuser may change who runs; and the superuser has no such limit.
    if !matches!(fs::metadata("/proc/self"), Ok(own) if std::os::unix::fs::MetadataExt::uid(&own) == 0)
    {
        return;
    }
    for threads in 1..12 {
        let (status, said) = run_as(threads);
        assert_eq!((status, said.lines().count()), (Some(2), 1), "{threads}: {said}");
        assert!(said.starts_with("docbao: threads cannot be started: "), "{said}");
    }
    assert_eq!(run_as(500).0, Some(0));
}

/// Packs a text that is one piece many times over, as a bomb does.
fn bomb(piece: &[u8], count: usize) -> Vec<u8> {
    use std::io::Write;
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    (0..count).for_each(|_| packer.write_all(piece).expect("memory takes all"));
    packer.finish().expect("memory takes all")
}

#[test]
#[ignore = "long: bombs that unpack to 3 GB, in 1.5 GB of memory"]
fn bombs_are_bounded() {
    let line = [b" ".repeat((1 << 20) - 1), b"\n".to_vec()].concat();
    let text = bomb(&b"a ".repeat(1 << 19), 3_000);
    let lines = bomb(&line, 3_000);
    let folder = Folder::new()
        .with("line.txt.gz", &text)
        .with("line.jsonl.gz", &text)
        .with("twice.txt.gz", bomb(&text, 200))
        .with("lines.jsonl.gz", &lines);
    for name in ["line.txt.gz", "line.jsonl.gz", "twice.txt.gz", "lines.jsonl.gz"] {
        let (status, said) = limited("ulimit -d 1500000", &["list", &folder.path(name)]);
        assert_eq!((status, said.lines().count()), (Some(2), 1), "{name}: {said}");
        println!("{name}: {}", said.trim());
    }
}
