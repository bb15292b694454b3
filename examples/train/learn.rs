//! From the files of the training articles to weights.

use std::io;
use std::path::Path;

use docbao::entity::training::{Article, Problem, Settings, read_marked};

/// What the weights were trained with; chosen by scores on the development sets.
const SETTINGS: Settings =
    Settings { runs: 6, passes: 7, rate: 0.1, absolute: 2.0, square: 0.1, hidden: 30, least: 0.08 };

/// Reads the training files, by rising name.
pub fn files(folder: impl AsRef<Path>) -> io::Result<Vec<String>> {
    let mut paths: Vec<_> =
        std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    paths.retain(|path| path.extension().is_some_and(|end| end == "txt"));
    paths.sort();
    paths.iter().map(std::fs::read_to_string).collect()
}

/// Gives the articles of all files, in order.
pub fn articles(files: &[String]) -> Vec<Article> {
    files.iter().flat_map(|file| read_marked(file)).collect()
}

/// Trains weights on articles; `corpus` is the hash of their files, kept with the weights.
pub fn weights(articles: &[Article], corpus: u64) -> Vec<u8> {
    let problem = Problem::new(articles, corpus);
    problem.train(SETTINGS, |loss| eprintln!("{loss:.0}"))
}
