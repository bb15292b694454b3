//! The edge: files, threads, clock and terminal. Nothing below it does any of these.

pub mod loader;
