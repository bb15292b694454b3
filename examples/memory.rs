//! Measures what the mentions and entities of a corpus take beside its text:
//! `cargo run --release --example memory -- PATH...`; without a path it reads standard input.

#![allow(clippy::print_stdout, reason = "a measurement is for reading")]

use std::collections::BTreeMap;

use docbao::entity::{EntityTable, Tagger};
use docbao::runtime::loader::{Input, load_all};
use rayon::prelude::*;

fn main() {
    let paths = std::env::args_os().skip(1).map(|path| Input::Path(path.into()));
    let mut inputs: Vec<Input> = paths.collect();
    if inputs.is_empty() {
        inputs.push(Input::Stdin);
    }
    let (corpus, _) = load_all(inputs);
    let build = |segment: &_| EntityTable::build(segment, Tagger::shared());
    let segments: Vec<_> = corpus.segments().iter().map(AsRef::as_ref).collect();
    let tables: Vec<EntityTable> = segments.par_iter().map(|segment| build(*segment)).collect();
    let text: usize = corpus.iter().map(|(_, article)| article.text.len()).sum();
    println!("{} articles, {} segments, {text} bytes of text", corpus.len(), tables.len());
    let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
    for (name, bytes) in tables.iter().flat_map(EntityTable::sizes) {
        *sizes.entry(name).or_default() += bytes;
    }
    sizes.insert("all", sizes.values().sum());
    for (name, bytes) in sizes {
        println!("{name:>13} {bytes:>11} bytes, {:.4} a byte of text", bytes as f64 / text as f64);
    }
}
