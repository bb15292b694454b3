//! Drives the real program in a pseudo-terminal: what a user sees and presses, and what is left of
//! the terminal afterwards.

mod harness;

mod actions;
mod colours;
mod ending;
mod hostile;
mod idle;
mod kept;
mod news;
mod searching;
mod start;
mod stopping;
