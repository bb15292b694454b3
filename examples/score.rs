//! Scores the tagger against marked articles.
//!
//! `score GOLD.jsonl|GOLD.txt [--kinds person,location] [--errors N]` prints precision, recall and
//! F1 of each kind: exact span and kind, then how many of each side are touched by the other.
//! `score --cross-validate` instead trains five times on four fifths of the training articles, each
//! with every fifth article left out, and scores the whole tagger on those.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::collections::BTreeSet;
use std::path::Path;
use std::process::ExitCode;

use docbao::entity::training::{Article, read_marked};
use docbao::entity::{Kind, Mention, Tagger};
use docbao::text::Span;

#[path = "train/learn.rs"]
mod learn;

/// A marked stretch of a text, in bytes.
type Mark = (usize, usize, Kind);

/// The number of parts of a cross-validation.
const FOLDS: usize = 5;

#[derive(Default, Clone, Copy)]
struct Tally {
    hit: usize,
    found: usize,
    gold: usize,
    gold_touched: usize,
    found_touched: usize,
}

/// What is asked for on the command line.
struct Options {
    path: Option<String>,
    kinds: Vec<Kind>,
    errors: usize,
    cross: bool,
}

impl Options {
    fn read(mut args: impl Iterator<Item = String>) -> Self {
        let mut this = Self { path: None, kinds: Kind::ALL.to_vec(), errors: 0, cross: false };
        while let Some(arg) = args.next() {
            match arg.as_str() {
                "--kinds" => {
                    let list = args.next().unwrap_or_default();
                    this.kinds = list.split(',').filter_map(Kind::from_name).collect();
                }
                "--errors" => this.errors = args.next().and_then(|n| n.parse().ok()).unwrap_or(20),
                "--cross-validate" => this.cross = true,
                _ => this.path = Some(arg),
            }
        }
        this
    }
}

fn main() -> ExitCode {
    let options = Options::read(std::env::args().skip(1));
    let mut report = Report::new(&options.kinds);
    let result = match &options.path {
        _ if options.cross => cross_validate(&mut report),
        Some(path) => std::fs::read_to_string(path).map(|data| {
            let marked = Path::new(path).extension().is_some_and(|end| end == "txt");
            let articles = if marked { read_marked(&data) } else { read_lines(&data) };
            for article in &articles {
                report.add(article, Tagger::shared());
            }
        }),
        None => Err(std::io::Error::other(
            "usage: score GOLD.jsonl|GOLD.txt|--cross-validate [--kinds person,location] [--errors N]",
        )),
    };
    match result {
        Ok(()) => {
            report.print(options.errors);
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{}: {error}", options.path.unwrap_or_default());
            ExitCode::FAILURE
        }
    }
}

/// Scores each fifth of the training articles with weights from the other four.
fn cross_validate(report: &mut Report) -> std::io::Result<()> {
    let articles = learn::articles(&learn::files("assets/entities/training")?);
    for fold in 0..FOLDS {
        let (out, rest): (Vec<_>, Vec<_>) =
            articles.iter().cloned().enumerate().partition(|(at, _)| at % FOLDS == fold);
        let rest: Vec<Article> = rest.into_iter().map(|(_, article)| article).collect();
        let tagger = Tagger::with_weights(&learn::weights(&rest, 0));
        for (_, article) in &out {
            report.add(article, &tagger);
        }
    }
    Ok(())
}

/// Reads `{"text": ..., "entities": [{"start", "end", "type"}]}`, one article a line.
fn read_lines(data: &str) -> Vec<Article> {
    data.lines()
        .filter_map(|line| serde_json::from_str(line).ok())
        .map(|value| article(&value))
        .collect()
}

fn article(value: &serde_json::Value) -> Article {
    let text = value["text"].as_str().unwrap_or_default().to_owned();
    let mut bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    bytes.push(text.len());
    let offset = |value: &serde_json::Value| {
        let point = value.as_u64().unwrap_or(0) as usize;
        bytes.get(point).copied().unwrap_or(text.len())
    };
    let gold = value["entities"].as_array().into_iter().flatten().filter_map(|entity| {
        let kind = Kind::from_name(entity["type"].as_str()?)?;
        Some(Mention { span: Span::new(offset(&entity["start"]), offset(&entity["end"])), kind })
    });
    Article { marks: gold.collect(), text }
}

/// Gives the length of the crawl's header ` date 2023-04`, which is no part of the text.
fn header(text: &str) -> usize {
    let rest = text.trim_start();
    let Some(date) = rest.strip_prefix("date ") else { return 0 };
    let len = date.bytes().take_while(|b| b.is_ascii_digit() || *b == b'-').count();
    if len == 7 { text.len() - date.len() + len } else { 0 }
}

/// Collects the counts and the misses of article after article.
struct Report<'a> {
    kinds: &'a [Kind],
    tallies: [Tally; 9],
    misses: Vec<(&'static str, Kind, String)>,
}

impl<'a> Report<'a> {
    fn new(kinds: &'a [Kind]) -> Self {
        Self { kinds, tallies: [Tally::default(); 9], misses: Vec::new() }
    }

    fn add(&mut self, article: &Article, tagger: &Tagger) {
        let skip = header(&article.text);
        let wanted = |mark: &Mark| self.kinds.contains(&mark.2);
        let marks = |mentions: &[Mention], skip: usize| -> BTreeSet<Mark> {
            let mark =
                |m: &Mention| (m.span.range().start + skip, m.span.range().end + skip, m.kind);
            mentions.iter().map(mark).filter(wanted).collect()
        };
        let found = marks(&tagger.tag(&article.text[skip..]), skip);
        let gold = marks(&article.marks, 0);
        count(&mut self.tallies, &gold, &found);
        for (side, some, others) in [("missed", &gold, &found), ("wrong", &found, &gold)] {
            let misses = some.difference(others);
            self.misses.extend(misses.map(|mark| (side, mark.2, miss(*mark, &article.text))));
        }
    }

    fn print(&self, errors: usize) {
        print_table(&self.tallies, self.kinds);
        for kind in self.kinds {
            for side in ["missed", "wrong"] {
                let of_kind = self.misses.iter().filter(|miss| (miss.0, miss.1) == (side, *kind));
                of_kind
                    .take(errors)
                    .for_each(|(_, _, line)| println!("{side} {}: {line}", kind.name()));
            }
        }
    }
}

fn count(tallies: &mut [Tally; 9], gold: &BTreeSet<Mark>, found: &BTreeSet<Mark>) {
    let touched = |mark: &Mark, others: &BTreeSet<Mark>| {
        others.iter().any(|other| other.2 == mark.2 && other.0 < mark.1 && mark.0 < other.1)
    };
    for mark in gold {
        let tally = &mut tallies[mark.2.index()];
        tally.gold += 1;
        tally.hit += usize::from(found.contains(mark));
        tally.gold_touched += usize::from(touched(mark, found));
    }
    for mark in found {
        let tally = &mut tallies[mark.2.index()];
        tally.found += 1;
        tally.found_touched += usize::from(touched(mark, gold));
    }
}

fn print_table(tallies: &[Tally; 9], kinds: &[Kind]) {
    println!(
        "{:<14}{:>7}{:>7}{:>7}{:>7}{:>7}{:>7}{:>9}{:>9}",
        "kind", "P", "R", "F1", "hit", "found", "gold", "touch R", "touch P"
    );
    let mut all = Tally::default();
    for &kind in kinds {
        let tally = tallies[kind.index()];
        print_row(kind.name(), tally);
        all.hit += tally.hit;
        all.found += tally.found;
        all.gold += tally.gold;
        all.gold_touched += tally.gold_touched;
        all.found_touched += tally.found_touched;
    }
    print_row("micro", all);
}

fn print_row(name: &str, t: Tally) {
    let share = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
    let (p, r) = (share(t.hit, t.found), share(t.hit, t.gold));
    let f = if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 };
    println!(
        "{name:<14}{p:>7.2}{r:>7.2}{f:>7.2}{:>7}{:>7}{:>7}{:>9.2}{:>9.2}",
        t.hit,
        t.found,
        t.gold,
        share(t.gold_touched, t.gold),
        share(t.found_touched, t.found)
    );
}

/// Shows a mark with the words around it.
fn miss((start, end, _): Mark, text: &str) -> String {
    let before: String = text[..start].chars().rev().take(40).collect();
    let before: String = before.chars().rev().collect();
    let after: String = text[end..].chars().take(30).collect();
    format!("{before}[[{}]]{after}", &text[start..end]).replace('\n', "⏎")
}
