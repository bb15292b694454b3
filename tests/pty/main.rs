//! Drives the real program in a pseudo-terminal: what a user sees and presses, and what is left of
//! the terminal afterwards.

#[path = "../../examples/common/base.rs"]
mod base;
mod harness;
#[path = "../../examples/common/random.rs"]
mod random;
#[path = "../../examples/common/vary.rs"]
mod vary;

mod actions;
mod colours;
mod config;
mod ending;
mod failing;
mod following;
mod hostile;
mod idle;
mod inputs;
mod kept;
mod languages;
mod live;
mod mouse;
mod news;
mod programs;
mod remembered;
mod searching;
mod start;
mod stopping;
mod trouble;
mod typing;
