//! Measures how fast the tagger is: `speed [FILE]`, on one thread, on training articles or on the
//! articles of a file of JSON Lines.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::time::{Duration, Instant};

use docbao::entity::Tagger;
use docbao::entity::training::read_marked;

fn main() -> std::io::Result<()> {
    let path = std::env::args().nth(1);
    let file = path.unwrap_or_else(|| "assets/entities/training/07-society.txt".to_owned());
    let data = std::fs::read_to_string(file)?;
    let texts: Vec<String> = if data.starts_with('{') {
        data.lines().filter_map(text).collect()
    } else {
        read_marked(&data).into_iter().map(|article| article.text).collect()
    };
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

/// Gives the text of an article that a line of JSON holds.
fn text(line: &str) -> Option<String> {
    let article: serde_json::Value = serde_json::from_str(line).ok()?;
    article["text"].as_str().map(str::to_owned)
}
