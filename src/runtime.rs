//! The edge: the only part of the program that touches files, threads, the clock, the environment
//! and the terminal.

pub mod cache;
mod clipboard;
pub mod environment;
mod event;
mod event_loop;
mod input;
pub mod journal;
mod lent;
mod limits;
pub mod loader;
mod outside;
mod screen;
mod signals;
mod store;
mod terminal;
mod watch;
mod workers;

pub use input::keys;
pub use limits::check_limits;
pub use screen::{Outcome, Start, run};
pub use store::corrections;
pub use terminal::{Screen, can_draw, set_panic_hook};
