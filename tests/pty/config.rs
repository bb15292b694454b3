//! The configuration file: what it changes, what is said of one with faults; the terminal's
//! background.

use std::process::Command;

use crate::harness::{Folder, Session, Setup};

/// Starts the program with a configuration.
fn with_config(config: &str, args: &[&str]) -> (Folder, Session) {
    let folder = Folder::new().with("docbao/config.toml", config);
    let env = [("XDG_CONFIG_HOME", &*folder.path(""))];
    let session = Setup { args, env: &env, ..Setup::default() }.ready();
    (folder, session)
}

#[test]
fn a_file_with_a_fault_is_said_and_the_rest_of_it_holds() {
    let config = "language = \"vi\"\nmesure = 60\n[keys]\ndown = \"Y\"\nquit = [\"Q\", \"n\"]\n\
                  first = [\"g g\"]\nlast = [\"g e\"]\n";
    let (folder, session) = with_config(config, &[]);
    session.see(&["2 lỗi (!)", "tìm tiêu đề"]);
    session.check_keys("Y", " 2/2 ");
    session.check_keys("g g", " 1/2 ");
    session.check_keys("g", "  e           về cuối");
    session.check_keys("e", " 2/2 ");
    let line = ":2: no setting is called mesure; the nearest is measure";
    session.check_keys("!", line);
    session.see(&[":5: n is bound to quit and to next-match, by default"]);
    let mut list = Command::new(env!("CARGO_BIN_EXE_docbao"));
    let said = list.arg("list").env("XDG_CONFIG_HOME", folder.path("")).output();
    let said = String::from_utf8(said.expect("it runs").stderr).expect("it is text");
    assert!(said.contains(line) && said.lines().count() == 2, "{said}");
}

#[test]
fn the_command_prints_and_checks() {
    let run = |args: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_docbao")).args(args).output();
        let output = output.expect("it runs");
        let text = |bytes| String::from_utf8(bytes).expect("it is text");
        (output.status.code(), text(output.stdout), text(output.stderr))
    };
    let (status, printed, _) = run(&["config"]);
    assert_eq!((status, printed.as_str()), (Some(0), docbao::app::DEFAULTS));
    let folder = Folder::new().with("good.toml", &printed).with("bad.toml", "x = \"\x1b[31m\"\n");
    let (status, said, _) = run(&["config", "--check", &folder.path("good.toml")]);
    assert!(status == Some(0) && said.ends_with("nothing is wrong\n"), "{said}");
    let (status, _, said) = run(&["config", "--check", &folder.path("bad.toml")]);
    assert!(status == Some(2) && said.contains("bad.toml:1: ") && !said.contains('\x1b'), "{said}");
    let (status, _, said) = run(&["config", "--check", &folder.path("none.toml")]);
    assert!(status == Some(2) && said.contains("there is no such file"), "{said}");
}

#[test]
fn the_background_is_asked_for_after_the_first_frame() {
    let asks = |session: &Session| {
        let raw = String::from_utf8(session.raw()).expect("it is text");
        raw.find("\x1b]11;?\x1b\\").inspect(|&at| assert!(raw[..at].contains("\x1b[?2026l")))
    };
    let rule = |session: &Session| session.screen().cell(1, 0).map(vt100::Cell::fgcolor);
    let session = Session::open(&[]);
    assert!(asks(&session).is_some());
    let dark = rule(&session);
    session.send(b"\x1b]11;rgb:ffff/fafa/f0f0\x1b\\");
    session.wait_for("light colours", |screen| screen.cell(1, 0).map(vt100::Cell::fgcolor) != dark);
    session.see(&["2 articles", " 1/2 "]);
    for (args, env) in [
        (&["--theme", "dark"][..], &[][..]),
        (&[], &[("NO_COLOR", "1")]),
        (&[], &[("TERM", "linux")]),
    ] {
        let session = Setup { args, env, ..Setup::default() }.ready();
        assert_eq!(asks(&session), None);
    }
}
