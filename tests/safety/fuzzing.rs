//! The fuzz targets, run on random input: each of them is known to run and to hold.

#[path = "../../fuzz/targets.rs"]
mod targets;

use std::panic::catch_unwind;

use docbao::text::Span;

use crate::nasty::{Random, bytes};
use targets::TARGETS;

pub use targets::assert_inside;

/// Runs each target on so many inputs.
fn run(seeds: std::ops::Range<u64>) -> usize {
    let mut size = 0;
    for (name, target) in TARGETS {
        for seed in seeds.clone() {
            let input = bytes(&mut Random::new(seed), 60);
            size += input.len();
            let end = catch_unwind(|| target(&input));
            assert!(end.is_ok(), "{name} with seed {seed}: {:?}", String::from_utf8_lossy(&input));
        }
    }
    size
}

#[test]
fn the_targets_hold() {
    assert!(run(0..400) > 100_000);
}

#[test]
#[ignore = "long: 40,000 inputs for each target"]
fn the_targets_hold_long() {
    let size = run(1_000..41_000);
    println!("fuzz targets: {} of 40,000 inputs each, {size} bytes", TARGETS.len());
}

#[test]
fn a_broken_promise_is_found() {
    let text = "e\u{301}";
    let end = catch_unwind(|| {
        targets::assert_on_clusters(text, Span::new(0, 1));
    });
    assert!(end.is_err());
}
