//! Measures how fast the tagger is: `speed [FILE]`, on one thread, on the text of the training
//! articles or of a file.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::time::{Duration, Instant};

use docbao::entity::Tagger;
use docbao::entity::training::read_marked;

fn main() -> std::io::Result<()> {
    let path = std::env::args().nth(1);
    let file = path.unwrap_or_else(|| "assets/entities/training/07-society.txt".to_owned());
    let data = std::fs::read_to_string(file)?;
    let mut texts: Vec<String> =
        read_marked(&data).into_iter().map(|article| article.text).collect();
    if texts.is_empty() {
        texts = data.split("\n\n\n").map(str::to_owned).collect();
    }
    let start = Instant::now();
    let tagger = Tagger::shared();
    tagger.tag("");
    println!("tables and weights read in {:.1} ms", start.elapsed().as_secs_f64() * 1e3);
    let bytes: usize = texts.iter().map(String::len).sum();
    let (mut rounds, mut mentions) = (0, 0);
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(3) {
        mentions = texts.iter().map(|text| tagger.tag(text).len()).sum();
        rounds += 1;
    }
    let seconds = start.elapsed().as_secs_f64();
    let megabytes = (rounds * bytes) as f64 / 1e6;
    println!("{mentions} mentions in {bytes} bytes: {:.2} MB/s", megabytes / seconds);
    Ok(())
}
