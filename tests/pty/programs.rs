//! Programs that an article is opened in: real ones, that have the terminal as long as they run.

use std::fs;
use std::path::Path;

use rustix::process::{Signal, kill_process_group};

use crate::harness::{Folder, Session, Setup, text};
use crate::news::news;

/// Says that it waits, each time otherwise: what was said before may still be on the screen.
const WAITS: &str =
    "waits() { echo x >> \"$OUT/runs\"; echo \"WAITS $(grep -c x \"$OUT/runs\").\"; }\n";

/// Shows its file, keeps it, and waits for a line, which it keeps too.
const PAGER: &str = "printf 'PAGER %s\\n' \"$#\"; head -n 1 \"$1\"; cp \"$1\" \"$OUT/shown\"\n\
                     waits; read -r line; echo \"$line\" > \"$OUT/typed\"\n";

/// Goes on when it is interrupted.
const PATIENT: &str = "trap 'echo CAUGHT' INT; waits; while ! read -r line; do :; done\n";

/// Fails after a line.
const FAILING: &str = "waits; read -r line; exit 3\n";

/// Keeps its arguments; nobody waits for it.
const BROWSER: &str =
    "printf '%s\\n' \"$@\" > \"$OUT/asked.new\"; mv \"$OUT/asked.new\" \"$OUT/asked\"\n";

/// Makes articles with a script beside them.
fn with_script(script: &str) -> Folder {
    news().with("program", format!("{WAITS}{script}"))
}

/// Starts the program with the script as the one that `variable` names.
fn start(folder: &Folder, variable: &str) -> Session {
    start_by(folder, variable, env!("CARGO_BIN_EXE_docbao"), &[])
}

fn start_by(folder: &Folder, variable: &str, program: &str, before: &[&str]) -> Session {
    let (script, out) = (format!("/bin/sh {}", folder.path("program")), folder.path(""));
    let path = folder.path("news.jsonl");
    // What stands first of these is asked first.
    let visual = if variable == "EDITOR" { "" } else { "nothing-of-the-kind" };
    let env = [("VISUAL", visual), (variable, &*script), ("OUT", &out)];
    let args = [before, &[&*path]].concat();
    Setup { program, args: &args, env: &env, ..Setup::default() }.ready()
}

/// Presses the key that opens a program, and waits until that waits.
fn open(session: &Session, folder: &Folder, key: &str) {
    let waits = format!("WAITS {}.", kept(folder, "runs").lines().count() + 1);
    session.keys(key);
    session.wait_for("the program waits", |screen| {
        !screen.alternate_screen() && screen.contents().contains(&waits)
    });
}

/// Sends what ends the program, and waits until all is as it was.
fn close(session: &Session, with: &[u8], before: &str) {
    let redraws = session.redraws();
    session.write(with);
    session.wait_for_redraw(redraws);
    session.wait_for("all is as it was", |screen| {
        screen.alternate_screen() && screen.bracketed_paste() && text(screen) == before
    });
}

fn kept(folder: &Folder, name: &str) -> String {
    fs::read_to_string(folder.path(name)).unwrap_or_default()
}

#[test]
fn a_pager_has_text_and_keys_until_it_ends() {
    for (variable, key) in [("PAGER", "p"), ("VISUAL", "v"), ("EDITOR", "v")] {
        let folder = with_script(PAGER);
        let session = start(&folder, variable);
        session.check_keys("j enter", "Tab next");
        session.settle();
        let before = text(&session.screen());
        open(&session, &folder, key);
        session.see(&["PAGER 1", "Tin số 2"]);
        // What is typed meanwhile is the program's: J and q would leave the article, and docbao.
        close(&session, b"J q typed\n", &before);
        assert_eq!(kept(&folder, "typed"), "J q typed\n", "{variable}");
        let shown = kept(&folder, "shown");
        let begins = "Tin số 2\n\n2023-02-01 · ";
        assert!(shown.starts_with(begins), "{shown}");
        assert_eq!(shown.matches("\n\nNgày 27/4/2023, ông Nguyễn Văn Giang").count(), 6, "{shown}");
        session.check_keys("K", " 1/12 ");
    }
}

#[test]
fn ctrl_c_in_a_pager_is_the_pagers() {
    let folder = with_script(PAGER);
    let session = start(&folder, "PAGER");
    session.settle();
    let before = text(&session.screen());
    // Whether docbao hears of it before it has the terminal back is a matter of luck.
    for _ in 0..8 {
        open(&session, &folder, "p");
        close(&session, b"\x03", &before);
    }
    session.check_keys("j", " 2/12 ");
    let folder = with_script(PATIENT);
    let session = start(&folder, "PAGER");
    session.settle();
    let before = text(&session.screen());
    open(&session, &folder, "p");
    session.write(b"\x03");
    session.see(&["CAUGHT"]);
    close(&session, b"\n", &before);
    session.check_keys("j", " 2/12 ");
}

#[test]
fn ctrl_z_in_a_pager_stops_both_and_both_go_on() {
    let folder = with_script(PAGER);
    let shell = "set -m; \"$0\" \"$1\"; echo \"stopped $?\"; read -r line; fg; echo \"ended $?\"";
    let before = ["-c", shell, env!("CARGO_BIN_EXE_docbao")];
    let session = start_by(&folder, "PAGER", "/bin/sh", &before);
    session.settle();
    let before = text(&session.screen());
    let job = session.foreground();
    open(&session, &folder, "p");
    session.write(b"\x1a");
    session.see(&["stopped 1"]);
    session.until("the shell has the terminal", || session.foreground() != job);
    session.write(b"\n");
    session.until("the pager has the terminal", || session.foreground() == job);
    close(&session, b"again\n", &before);
    assert_eq!(kept(&folder, "typed"), "again\n");
    session.keys("q");
    session.see(&["ended 0"]);
}

#[test]
fn a_program_that_fails_is_said() {
    let folder = with_script(FAILING);
    let session = start(&folder, "PAGER");
    open(&session, &folder, "p");
    session.write(b"\n");
    session.see(&["it did not end well: /bin/sh: exit status: 3", "Tin số 1", "│"]);
    session.check_keys("j", " 2/12 ");
    session.check_keys("v", "it cannot be opened: nothing-of-the-kind: ");
    let folder = with_script("kill -9 $$\n");
    let session = start(&folder, "PAGER");
    session.check_keys("p", "it did not end well: /bin/sh: signal: 9");
}

#[test]
fn a_signal_to_end_while_a_pager_runs_ends_docbao() {
    let folder = with_script(PAGER);
    let mut session = start(&folder, "PAGER");
    open(&session, &folder, "p");
    kill_process_group(session.foreground(), Signal::TERM).expect("they run");
    assert_eq!(session.wait_exit().code(), Some(143), "{}", session.dump());
}

#[test]
fn a_browser_gets_addresses_of_the_web_and_nothing_else() {
    let urls =
        ["https://a.example/1?x=$(id)&y=`id`;z", "javascript:alert(1)", "file:///etc/passwd", "-x"];
    let line =
        |url: &&str| format!("{{\"title\":\"Tin\",\"text\":\"Một bài.\",\"url\":\"{url}\"}}\n");
    let lines: String = urls.iter().map(line).collect();
    let folder = with_script(BROWSER).with("news.jsonl", lines);
    let session = start(&folder, "BROWSER");
    for number in 2..=urls.len() {
        session.check_keys("j", &format!(" {number}/4 "));
        session.check_keys("B", "has no address on the web");
    }
    session.check_keys("g", " 1/4 ");
    assert!(!Path::new(&folder.path("asked")).exists(), "a browser was run");
    session.keys("B");
    session.until("the browser is asked", || Path::new(&folder.path("asked")).exists());
    assert_eq!(kept(&folder, "asked"), format!("{}\n", urls[0]));
    session.check_keys("j", " 2/4 ");
}

#[test]
fn less_pages_the_text_where_it_is_there() {
    if !Path::new("/usr/bin/less").exists() {
        return;
    }
    let folder = news();
    let path = folder.path("news.jsonl");
    let setup = Setup { args: &[&path], env: &[("PAGER", "less")], ..Setup::default() };
    let session = setup.ready();
    session.settle();
    let before = text(&session.screen());
    session.keys("p");
    session.wait_for("less", |screen| {
        screen.contents().starts_with("Tin số 1\n") && !screen.contents().contains('│')
    });
    session.write(b"G");
    session.see(&["(END)"]);
    close(&session, b"q", &before);
    session.check_keys("j", " 2/12 ");
}
