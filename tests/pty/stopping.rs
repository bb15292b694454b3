//! Stopping and going on, as a shell does it with its jobs.

use rustix::process::{Signal, kill_process, kill_process_group};

use crate::harness::{Session, Setup};

/// Runs the program as the job of a shell that says what became of it, brings it back after a key,
/// and says again.
const SHELL: &str =
    "set -m; \"$0\"; echo \"stopped $?\"; stty -a; read -r line; fg; echo \"ended $?\"";

/// Does the same with a script that runs the program.
const SCRIPT: &str = "set -m; /bin/sh -c '\"$0\"; exit $?' \"$0\"; echo \"stopped $?\"; stty -a; \
                      read -r line; fg; echo \"ended $?\"";

fn job() -> Session {
    job_of(SHELL)
}

fn job_of(shell: &str) -> Session {
    let args = ["-c", shell, env!("CARGO_BIN_EXE_docbao")];
    Setup { program: "/bin/sh", args: &args, ..Setup::default() }.ready()
}

/// Sees the shell have its terminal back, lets it continue the program, and ends that.
fn comes_back(mut session: Session) {
    // 128 and the number of the signal: SIGTSTP, or SIGSTOP in its place.
    session.wait_for("the shell", |screen| {
        let text = screen.contents();
        !screen.alternate_screen() && text.contains("stopped 1") && text.contains(" icanon ")
    });
    assert!(!session.screen().hide_cursor(), "{}", session.dump());
    let drawn = session.redraws();
    session.write(b"\n");
    session.wait_for_redraw(drawn);
    session.wait_for("the program", |screen| {
        screen.alternate_screen() && screen.contents().contains("words ·")
    });
    session.see(&["2 articles", " 2/2 ", "Tab next", "│"]);
    session.check_keys("esc k", " 1/2 ");
    session.keys("q");
    session.see(&["ended 0"]);
    session.wait_exit();
}

#[test]
fn ctrl_z_gives_the_shell_the_terminal() {
    let session = job();
    session.keys("j enter");
    session.see(&["Tab next"]);
    session.write(b"\x1a");
    comes_back(session);
}

#[test]
fn ctrl_z_stops_the_script_as_well() {
    let session = job_of(SCRIPT);
    session.keys("j enter");
    session.see(&["Tab next"]);
    session.write(b"\x1a");
    comes_back(session);
}

#[test]
fn the_stop_signal_gives_the_shell_the_terminal() {
    let session = job();
    session.keys("j enter");
    session.see(&["Tab next"]);
    let job = session.foreground();
    assert_ne!(job, session.pid(), "the shell gives its job a group of its own");
    kill_process_group(job, Signal::TSTP).expect("the program runs");
    comes_back(session);
}

#[test]
fn every_mode_is_left_and_found_again() {
    for (script, seen) in [
        ("s d o n g", "Tab group"),
        ("enter / d o", "/ in this article: do"),
        ("?", "docbao · keys:"),
        ("enter z #", "lines are filled"),
    ] {
        let session = job();
        session.check_keys(script, seen);
        let job = session.foreground();
        kill_process_group(job, Signal::TSTP).expect("the program runs");
        session.see(&["stopped 1"]);
        assert!(!session.screen().bracketed_paste() && !session.screen().alternate_screen());
        let drawn = session.redraws();
        session.write(b"\n");
        session.wait_for_redraw(drawn);
        session.see(&[seen]);
        assert!(session.screen().bracketed_paste(), "{script}");
        session.keys("ctrl-c");
        session.see(&["ended 0"]);
    }
}

#[test]
fn a_stop_that_cannot_be_caught_is_mended_when_the_program_goes_on() {
    let session = job();
    session.keys("j enter");
    session.see(&["Tab next"]);
    kill_process(session.foreground(), Signal::STOP).expect("the program runs");
    session.until("the shell is told", || {
        String::from_utf8_lossy(&session.raw()).contains("stopped 1")
    });
    let drawn = session.redraws();
    // The shell sits in the settings that the program left: Enter sends what ends its line.
    session.write(b"\n");
    session.wait_for_redraw(drawn);
    session.see(&["2 articles", " 2/2 ", "Tab next"]);
    session.keys("q");
    session.see(&["ended 0"]);
}

#[test]
fn going_on_without_having_been_stopped_draws_anew() {
    let session = Session::open(&[]);
    let drawn = session.redraws();
    session.signal(Signal::CONT);
    session.wait_for_redraw(drawn);
    session.see(&["2 articles", "words ·"]);
    session.check_keys("j", " 2/2 ");
}

#[test]
fn without_a_shell_the_program_goes_on() {
    let session = Session::open(&[]);
    session.check_keys("ctrl-z", "there is no shell to go to");
    session.check_keys("j", " 2/2 ");
    session.signal(Signal::TSTP);
    session.see(&["there is no shell to go to"]);
    session.check_keys("k", " 1/2 ");
}
