//! The training of the entity tagger, and that the kept weights are what it would give.

#![allow(clippy::unwrap_used, reason = "a test may fail by panicking")]

use docbao::entity::training::{Article, Origin, Problem, Settings, corpus_hash, read_marked};
use docbao::entity::{Mention, Tagger};

const SETTINGS: Settings =
    Settings { runs: 1, passes: 6, rate: 0.1, absolute: 0.3, square: 0.1, hidden: 10, least: 0.01 };

fn files() -> Vec<String> {
    let folder = std::fs::read_dir("assets/entities/training").unwrap();
    let mut paths: Vec<_> = folder.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "txt"));
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

/// When this fails, the articles, the tables, the rules or the features have changed since the
/// weights were trained: `cargo run --release --example train`.
#[test]
fn the_weights_were_trained_from_the_kept_articles_and_features() {
    let files = files();
    let corpus = corpus_hash(files.iter().map(String::as_str));
    let articles: Vec<Article> = files.iter().flat_map(|file| read_marked(file)).collect();
    let features = Problem::new(&articles, corpus).origin().features;
    assert_eq!(Tagger::shared().origin(), Origin { corpus, features });
}

#[test]
fn every_mark_of_the_articles_is_cut_at_words() {
    for file in files() {
        for article in read_marked(&file) {
            for Mention { span, .. } in article.marks {
                let mark = span.of(&article.text);
                assert!(!mark.is_empty() && mark.trim() == mark && !mark.contains('{'), "{mark:?}");
            }
        }
    }
}

#[test]
fn a_few_articles_are_learnt_in_the_same_way_each_time() {
    let articles: Vec<Article> = read_marked(&files()[1]).into_iter().take(20).collect();
    let problem = Problem::new(&articles, 0);
    let mut losses = Vec::new();
    let weights = problem.train(SETTINGS, |loss| losses.push(loss));
    assert!(losses[SETTINGS.passes - 1] < losses[0] / 4.0, "{losses:?}");
    assert_eq!(problem.train(SETTINGS, |_| ()), weights);

    let tagger = Tagger::with_weights(&weights);
    let hits: usize = articles
        .iter()
        .map(|article| {
            let found = tagger.tag(&article.text);
            article.marks.iter().filter(|mark| found.contains(mark)).count()
        })
        .sum();
    let marks: usize = articles.iter().map(|article| article.marks.len()).sum();
    assert!(hits * 10 > marks * 9, "{hits} of {marks}");
}
