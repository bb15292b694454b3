//! What must hold whatever comes from outside; `tests/README.md` lists the promises. The long runs
//! are ignored; `cargo test --release --test safety -- --ignored --nocapture` runs them and prints
//! how much was checked.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "long runs tell what was checked")]

mod app;
mod draw;
mod files;
mod fuzzing;
mod licences;
mod limits;
mod model;
mod nasty;
mod output;
mod streams;
mod text;
mod trace;

#[path = "../pty/harness/escapes.rs"]
mod escapes;
#[path = "../pty/harness/folder.rs"]
mod folder;
