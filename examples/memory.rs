//! Measures what the entities and the index of a corpus take beside its text:
//! `cargo run --release --example memory -- PATH...`; without a path it reads standard input.

#![allow(clippy::print_stdout, reason = "a measurement is for reading")]

use std::collections::BTreeMap;

use docbao::entity::Tagger;
use docbao::runtime::loader::{Input, load_all};
use docbao::search::Searchable;

fn main() {
    let paths = std::env::args_os().skip(1).map(|path| Input::Path(path.into()));
    let mut inputs: Vec<Input> = paths.collect();
    if inputs.is_empty() {
        inputs.push(Input::Stdin);
    }
    let (corpus, _) = load_all(inputs);
    let on = Searchable::new(&corpus, Tagger::shared());
    let text: usize = corpus.iter().map(|(_, article)| article.text.len()).sum();
    println!("{} articles, {} segments, {text} bytes of text", corpus.len(), on.segments.len());
    let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
    let known = on.entities.iter().flat_map(|known| {
        let names = ("index of names", known.names().size());
        known.table().sizes().into_iter().chain([names])
    });
    let indexes = on.segments.iter().map(|part| ("index of articles", part.index.size()));
    for (name, bytes) in known.chain(indexes) {
        *sizes.entry(name).or_default() += bytes;
    }
    sizes.insert("all", sizes.values().sum());
    for (name, bytes) in sizes {
        println!("{name:>17} {bytes:>11} bytes, {:.4} a byte of text", bytes as f64 / text as f64);
    }
}
