//! A reader that nobody touches does nothing at all.

use std::thread::sleep;
use std::time::Duration;

use crate::harness::{Session, bytes};

/// Sets how long the program is watched.
const WATCHED: Duration = Duration::from_millis(600);

/// Sets the hundredths of a second of processor time that it may use in that time.
const TICKS: u64 = 2;

/// Gives the processor time that a process has used, in hundredths of a second.
fn used(session: &Session) -> u64 {
    let path = format!("/proc/{}/stat", session.pid().as_raw_nonzero());
    let stat = std::fs::read_to_string(path).expect("the program runs");
    // The name in brackets may hold spaces; the 12th and 13th fields after it are the times.
    let after = stat.rsplit_once(')').expect("the name is in brackets").1;
    let field = |index: usize| after.split_whitespace().nth(index).and_then(|n| n.parse().ok());
    field(11)
        .zip(field(12))
        .map(|(user, system): (u64, u64)| user + system)
        .expect("it is a number")
}

#[test]
fn an_idle_reader_uses_no_time_and_draws_nothing() {
    let news = crate::news::news();
    let reading = Session::open(&[]);
    reading.check_keys("enter tab", "mention 1/");
    let typing = Session::open(&[&news.path("")]);
    typing.keys("s");
    typing.type_text("lam dong");
    typing.see(&["titles", "passages 12"]);
    let helped = Session::open(&[]);
    helped.check_keys("?", "docbao · keys:");
    let resized = Session::open(&[]);
    for step in 0..40 {
        resized.resize(100 + step, 30);
        resized.write(&bytes(["j", "k"][usize::from(step % 2)]));
    }
    resized.settle();
    let sessions = [reading, typing, helped, resized];
    for session in &sessions {
        // What comes late, as the entities of the last article that was shown.
        session.until("nothing is drawn", || {
            let before = session.raw().len();
            sleep(Duration::from_millis(30));
            session.raw().len() == before
        });
    }
    let before: Vec<_> = sessions.iter().map(|it| (used(it), it.raw().len())).collect();
    sleep(WATCHED);
    for (session, (time, drawn)) in sessions.iter().zip(before) {
        assert_eq!(session.raw().len(), drawn, "it draws\n{}", session.dump());
        let ticks = used(session) - time;
        assert!(ticks <= TICKS, "it used {ticks} hundredths of a second\n{}", session.dump());
    }
}
