//! Measures one corpus, in a process of its own, so that its memory is its own as well. What is found
//! is printed as lines of name and value for the process that makes the table.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Instant;

use docbao::corpus::Corpus;
use docbao::entity::Tagger;
use docbao::runtime::loader::{Input, load_all};
use docbao::search::{Limits, Query, Searchable, search};

use crate::queries::{QUERIES, strokes};
use crate::usage::{memory, own_seconds};

/// How many of each group are asked for.
const LIMITS: Limits = Limits { titles: 50, entities: 50, passages: 50 };

/// How often each stroke is answered; the middle one of its times counts.
const ROUNDS: usize = 5;

/// Loads, indexes and searches a corpus, and prints what that took.
pub fn measure(path: &str, with_entities: bool) {
    let start = Instant::now();
    let (corpus, _) = load_all(vec![Input::Path(PathBuf::from(path))]);
    let loaded = start.elapsed();
    let on = Searchable::of_articles(&corpus);
    let indexed = start.elapsed();
    let text = text_of(&corpus);
    say("articles", corpus.len() as f64);
    say("text MB", text / 1e6);
    say("load MB/s", text / 1e6 / loaded.as_secs_f64());
    say("load and index MB/s", text / 1e6 / indexed.as_secs_f64());
    say("start CPU s", own_seconds());
    say_memory("", text);
    type_all(&on, "");
    say("query CPU ms", whole_queries(&on));
    if with_entities {
        drop(on);
        let (start, cpu) = (Instant::now(), own_seconds());
        let on = Searchable::new(&corpus, Tagger::shared());
        say("entities MB/s", text / 1e6 / start.elapsed().as_secs_f64());
        say("entities CPU s", own_seconds() - cpu);
        say_memory(" with entities", text);
        say_sizes(&on, text);
        type_all(&on, " with entities");
    }
}

fn say(name: &str, value: f64) {
    println!("{name}\t{value}");
}

fn text_of(corpus: &Corpus) -> f64 {
    corpus.iter().map(|(_, article)| article.text.len()).sum::<usize>() as f64
}

fn say_memory(suffix: &str, text: f64) {
    for (name, most) in [("memory", false), ("most memory", true)] {
        say(&format!("{name}{suffix}"), memory(most).map_or(f64::NAN, |bytes| bytes / text));
    }
}

/// Tells what the parts of the index and of the entities take.
fn say_sizes(on: &Searchable, text: f64) {
    let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
    let known = on.entities.iter().flat_map(|known| {
        let names = ("index of names", known.names().size());
        known.table().sizes().into_iter().chain([names])
    });
    let indexes = on.segments.iter().map(|part| ("index of articles", part.index.size()));
    for (name, bytes) in known.chain(indexes) {
        *sizes.entry(name).or_default() += bytes;
    }
    for (name, bytes) in sizes {
        say(&format!("size of {name}"), bytes as f64 / text);
    }
}

/// Types all queries letter by letter and tells how long the answers take, by the clock and in
/// processor time, which other programs disturb less.
fn type_all(on: &Searchable, suffix: &str) {
    let (mut times, mut costs) = (Vec::new(), Vec::new());
    for query in QUERIES {
        let strokes: Vec<_> = strokes(query).map(|typed| middle(on, typed)).collect();
        let worst = strokes.iter().map(|stroke| stroke.0).fold(0.0, f64::max);
        say(&format!("at most{suffix}: {query}"), worst);
        times.extend(strokes.iter().map(|stroke| stroke.0));
        costs.extend(strokes.iter().map(|stroke| stroke.1));
    }
    for (kind, mut all) in [("", times), ("CPU ", costs)] {
        all.sort_unstable_by(f64::total_cmp);
        for (name, share) in [("p50", 0.5), ("p90", 0.9), ("p99", 0.99), ("max", 1.0)] {
            let at = ((all.len() - 1) as f64 * share) as usize;
            say(&format!("{kind}{name}{suffix}"), all[at]);
        }
    }
}

/// Gives the middle of the times for a stroke, and of the processor times, in milliseconds.
fn middle(on: &Searchable, typed: &str) -> (f64, f64) {
    let (mut times, mut costs): (Vec<_>, Vec<_>) = (0..ROUNDS).map(|_| time(on, typed)).unzip();
    times.sort_unstable_by(f64::total_cmp);
    costs.sort_unstable_by(f64::total_cmp);
    (times[ROUNDS / 2], costs[ROUNDS / 2])
}

fn time(on: &Searchable, typed: &str) -> (f64, f64) {
    let (start, cpu) = (Instant::now(), own_seconds());
    std::hint::black_box(search(on, &Query::parse(typed), LIMITS, &|| false));
    (start.elapsed().as_secs_f64() * 1e3, (own_seconds() - cpu) * 1e3)
}

/// Gives the processor time of a whole query, on average, in milliseconds.
fn whole_queries(on: &Searchable) -> f64 {
    let costs = QUERIES.map(|query| middle(on, query).1);
    costs.iter().sum::<f64>() / costs.len() as f64
}
