//! Scores the tagger against marked articles.
//!
//! `score GOLD.jsonl|GOLD.txt [--kinds person,location] [--errors N]` prints precision, recall and
//! F1 of each kind: exact span and kind, then how many of each side are touched by the other.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::collections::BTreeSet;
use std::path::Path;
use std::process::ExitCode;

use docbao::entity::{Kind, Tagger};

/// A marked stretch of a text, in bytes.
type Mark = (usize, usize, Kind);

struct Article {
    text: String,
    gold: BTreeSet<Mark>,
}

#[derive(Default, Clone, Copy)]
struct Tally {
    hit: usize,
    found: usize,
    gold: usize,
    gold_touched: usize,
    found_touched: usize,
}

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let (mut path, mut kinds, mut errors) = (None, Kind::ALL.to_vec(), 0);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--kinds" => {
                let list = args.next().unwrap_or_default();
                kinds = list.split(',').filter_map(Kind::from_name).collect();
            }
            "--errors" => errors = args.next().and_then(|n| n.parse().ok()).unwrap_or(20),
            _ => path = Some(arg),
        }
    }
    let Some(path) = path else {
        eprintln!("usage: score GOLD.jsonl|GOLD.txt [--kinds person,location] [--errors N]");
        return ExitCode::FAILURE;
    };
    match std::fs::read_to_string(&path) {
        Ok(data) => {
            let marked = Path::new(&path).extension().is_some_and(|end| end == "txt");
            let articles = if marked { read_marked(&data) } else { read_lines(&data) };
            report(&articles, &kinds, errors);
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{path}: {error}");
            ExitCode::FAILURE
        }
    }
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
        let kind = kind_of(entity["type"].as_str()?)?;
        Some((offset(&entity["start"]), offset(&entity["end"]), kind))
    });
    Article { gold: gold.collect(), text }
}

fn kind_of(name: &str) -> Option<Kind> {
    Kind::from_name(name)
}

/// Reads articles after `=== ` lines, with marks such as `{P name}`.
fn read_marked(data: &str) -> Vec<Article> {
    let mut articles = Vec::new();
    for block in data.split("=== ").skip(1) {
        let body = block.split_once('\n').map_or("", |(_, body)| body);
        articles.push(unmark(body));
    }
    articles
}

fn unmark(body: &str) -> Article {
    let (mut text, mut gold) = (String::new(), BTreeSet::new());
    let mut rest = body;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let Some((mark, tail)) = after.split_once('}') else { break };
        let (code, name) = mark.split_at(mark.len().min(2));
        let start = text.len();
        text.push_str(name);
        if let Some(index) = "POLRWDMQE".find(code.trim()) {
            gold.insert((start, text.len(), Kind::ALL[index]));
        }
        rest = tail;
    }
    text.push_str(rest);
    Article { text, gold }
}

/// Gives the length of the crawl's header ` date 2023-04`, which is no part of the text.
fn header(text: &str) -> usize {
    let rest = text.trim_start();
    let Some(date) = rest.strip_prefix("date ") else { return 0 };
    let len = date.bytes().take_while(|b| b.is_ascii_digit() || *b == b'-').count();
    if len == 7 { text.len() - date.len() + len } else { 0 }
}

fn report(articles: &[Article], kinds: &[Kind], errors: usize) {
    let mut tallies = [Tally::default(); 9];
    let mut misses = Vec::new();
    for article in articles {
        let skip = header(&article.text);
        let found: BTreeSet<Mark> = Tagger::shared()
            .tag(&article.text[skip..])
            .into_iter()
            .map(|m| (m.span.range().start + skip, m.span.range().end + skip, m.kind))
            .filter(|mark| kinds.contains(&mark.2))
            .collect();
        let gold = article.gold.iter().copied().filter(|mark| kinds.contains(&mark.2)).collect();
        count(&mut tallies, &gold, &found);
        misses.extend(gold.difference(&found).map(|mark| ("missed", *mark, &article.text)));
        misses.extend(found.difference(&gold).map(|mark| ("wrong", *mark, &article.text)));
    }
    print_table(&tallies, kinds);
    for &kind in kinds {
        for side in ["missed", "wrong"] {
            let of_kind = misses.iter().filter(|(which, mark, _)| *which == side && mark.2 == kind);
            of_kind.take(errors).for_each(|(_, mark, text)| print_miss(side, *mark, text));
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

fn print_miss(side: &str, (start, end, kind): Mark, text: &str) {
    let before: String = text[..start].chars().rev().take(40).collect();
    let before: String = before.chars().rev().collect();
    let after: String = text[end..].chars().take(30).collect();
    let line = format!("{before}[[{}]]{after}", &text[start..end]).replace('\n', "⏎");
    println!("{side} {}: {line}", kind.name());
}
