//! What goes wrong in the program itself or at its start: the terminal is as it was, and one clean
//! line says what it is.

use std::fs::File;
use std::thread;

use docbao::runtime::{Screen, set_panic_hook};

use crate::harness::{Setup, forbidden};

/// Tells the planted panics which thread is to have one.
const PLANT: &str = "DOCBAO_TEST_PANIC";

/// Takes the terminal and panics; the hook knows the main thread by its name.
#[test]
#[ignore = "runs only inside of the tests below"]
fn planted() {
    let Ok(name) = std::env::var(PLANT) else { return };
    set_panic_hook();
    let main = thread::Builder::new().name("main".into()).spawn(move || {
        let screen = Screen::take().expect("there is a terminal");
        let panics =
            || panic!("planted \x1b[31m\u{202e}\nin {}", thread::current().name().unwrap_or(""));
        if name == "main" {
            panics();
        }
        let worker = thread::Builder::new().name(name).spawn(panics).expect("threads start");
        assert!(worker.join().is_err());
        drop(screen);
        std::process::exit(7);
    });
    let _ = main.expect("threads start").join();
    std::process::exit(101);
}

/// Runs the planted panic in a terminal; gives the status and what was written after the screen
/// was given back.
fn panic_in(name: &str) -> (Option<i32>, String) {
    let program = std::env::current_exe().expect("a test knows itself");
    let program = program.to_str().expect("it has a plain name");
    let args = ["--exact", "trouble::planted", "--ignored", "--nocapture"];
    let mut session =
        Setup { program, args: &args, env: &[(PLANT, name)], ..Setup::default() }.start();
    let status = session.wait_exit().code();
    let screen = session.screen();
    assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
    let raw = String::from_utf8(session.raw()).expect("it is text");
    let (_, after) = raw.rsplit_once("\x1b[?1049l").expect("the screen was given back");
    (status, after.replace("\x1b[?25h", ""))
}

#[test]
fn a_panic_of_the_main_thread_gives_the_terminal_back_and_speaks() {
    let (status, said) = panic_in("main");
    assert_eq!(status, Some(101), "{said}");
    let line = said.trim_end();
    assert!(line.starts_with("docbao: internal error: ") && !line.contains('\n'), "{said:?}");
    assert!(line.ends_with("planted [31m in main"), "{said:?}");
    assert_eq!(forbidden(line.as_bytes()), [""; 0]);
}

#[test]
fn a_panic_of_another_thread_leaves_the_screen_alone() {
    let program = std::env::current_exe().expect("a test knows itself");
    let program = program.to_str().expect("it has a plain name");
    let args = ["--exact", "trouble::planted", "--ignored", "--nocapture"];
    let env = [(PLANT, "search")];
    let mut session = Setup { program, args: &args, env: &env, ..Setup::default() }.start();
    assert_eq!(session.wait_exit().code(), Some(7));
    let raw = String::from_utf8(session.raw()).expect("it is text");
    assert!(!raw.contains("planted"), "{raw:?}");
}

#[test]
fn without_a_terminal_for_keys_one_line_says_so() {
    let args = ["-c", "setsid -w \"$0\"", env!("CARGO_BIN_EXE_docbao")];
    let stdin = Some(File::open("/dev/null").expect("it is there"));
    let mut session = Setup { program: "/bin/sh", args: &args, stdin, ..Setup::default() }.start();
    assert_eq!(session.wait_exit().code(), Some(2));
    let text = session.screen().contents();
    let said = "docbao: there is no terminal to read keys from: ";
    assert!(text.starts_with(said) && !session.screen().alternate_screen(), "{}", session.dump());
}

#[test]
fn too_few_files_are_said_on_a_terminal_that_is_as_it_was() {
    for files in 4..16 {
        let script = format!("ulimit -n {files}; exec \"$0\"");
        let args = ["-c", &script, env!("CARGO_BIN_EXE_docbao")];
        let mut session = Setup { program: "/bin/sh", args: &args, ..Setup::default() }.start();
        session.write(b"q");
        let status = session.wait_exit().code();
        let text = session.screen().contents();
        let said = text.contains("docbao: Too many open files");
        assert!(status == Some(0) || status == Some(2) && said, "{files}: {status:?} {text}");
    }
}
