//! The table as Markdown.

use crate::Column;
use crate::filters::FILTERS;
use crate::queries::QUERIES;

/// Lists the rows: what is said, and the values that stand behind it.
const ROWS: &[(&str, &[&str])] = &[
    ("articles", &["articles"]),
    ("text, MB", &["text MB"]),
    ("distinct words without marks", &["words"]),
    ("keystroke to hits, titles and bodies, ms: p50, p90, p99, max", &["p50", "p90", "p99", "max"]),
    ("the same, ms of time of the processors", &["CPU p50", "CPU p90", "CPU p99", "CPU max"]),
    (
        "keystroke to hits with entities, ms: p50, p90, p99, max",
        &["p50 with entities", "p90 with entities", "p99 with entities", "max with entities"],
    ),
    ("processor time for a whole query, titles and bodies, ms", &["query CPU ms"]),
    ("first frame with the seeds, ms", &["frame with seeds"]),
    ("first frame; first article in the list, ms", &["frame with corpus", "article with corpus"]),
    ("first article in the list at the second start, ms", &["article with kept corpus"]),
    ("a whole `docbao search` at the second start, s", &["search of kept"]),
    ("load; load and index, MB of text a second", &["load MB/s", "load and index MB/s"]),
    ("index and find the entities, MB of text a second", &["entities MB/s"]),
    ("memory for a byte of text: after the load; at most", &["memory", "most memory"]),
    ("the same with entities", &["memory with entities", "most memory with entities"]),
];

/// Prints the table, with the worst stroke of each query if wanted.
pub fn print(columns: &[Column], strokes: bool) {
    let empty = "|".repeat(columns.len() + 1);
    println!("|{empty}\n|{}", empty.replace('|', "---|"));
    for (name, values) in ROWS {
        row(name, columns, |column| texts(column, values));
    }
    for name in sizes(columns) {
        row(&format!("{name}, bytes for a byte of text"), columns, |column| value(column, &name));
    }
    for program in FILTERS {
        for lines in ["titles", "articles"] {
            let key = format!("{program} {lines}");
            let name = format!("`{program} --filter` on the {lines}, ms of processor time; ratio");
            row(&name, columns, |column| ratio(column, &key));
        }
    }
    for suffix in ["", " with entities"] {
        for query in QUERIES.iter().filter(|_| strokes) {
            let key = format!("at most{suffix}: {query}");
            row(&format!("worst stroke of `{query}`{suffix}, ms"), columns, |column| {
                value(column, &key)
            });
        }
    }
}

fn row(name: &str, columns: &[Column], text: impl Fn(&Column) -> String) {
    let cells: Vec<_> = columns.iter().map(text).collect();
    if cells.iter().any(|cell| !cell.is_empty()) {
        println!("| {name} | {} |", cells.join(" | "));
    }
}

/// Lists what has a size of its own.
fn sizes(columns: &[Column]) -> Vec<String> {
    let names = columns.iter().flat_map(|column| column.keys());
    let mut names: Vec<_> = names.filter(|name| name.starts_with("size of")).cloned().collect();
    names.sort();
    names.dedup();
    names
}

fn texts(column: &Column, names: &[&str]) -> String {
    let there = names.iter().map(|name| value(column, name)).filter(|text| !text.is_empty());
    there.collect::<Vec<_>>().join(", ")
}

/// Writes a value, with about three digits.
fn value(column: &Column, name: &str) -> String {
    let value = column.get(name).copied().filter(|value| value.is_finite());
    value.map_or_else(String::new, |value| match value {
        100.0.. => format!("{value:.0}"),
        10.0.. => format!("{value:.1}"),
        1.0.. => format!("{value:.2}"),
        _ => format!("{value:.3}"),
    })
}

/// Writes what a filter took and how many times as much that is as our own time.
fn ratio(column: &Column, name: &str) -> String {
    let (Some(theirs), Some(ours)) = (column.get(name), column.get("query CPU ms")) else {
        return String::new();
    };
    format!("{theirs:.0}; {:.0}", theirs / ours)
}
