//! Trains the weights of the entity tagger from `assets/entities/training`.
//!
//! `train [--out FILE]` reads the articles there and writes `assets/entities/weights.bin`
//! byte for byte as it is kept, in a minute or two.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod learn;

use std::process::ExitCode;

use docbao::entity::training::corpus_hash;

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let mut out = "assets/entities/weights.bin".to_owned();
    while let Some(arg) = args.next() {
        if arg != "--out" {
            eprintln!("usage: train [--out FILE]");
            return ExitCode::FAILURE;
        }
        out = args.next().unwrap_or(out);
    }
    let result = learn::files("assets/entities/training").and_then(|files| {
        let articles = learn::articles(&files);
        std::fs::write(
            &out,
            learn::weights(&articles, corpus_hash(files.iter().map(String::as_str))),
        )
    });
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
