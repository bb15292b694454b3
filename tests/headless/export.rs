//! `docbao export`.

use std::process::Output;

use serde_json::Value;

use crate::{corpus, json, printed, run, said};

#[test]
fn articles_are_exported_with_their_mentions() {
    let folder = corpus();
    let paths = [folder.path("a.md"), folder.path("b.txt")];
    let all = json(&["export", &paths[0], &paths[1]]);
    let listed = json(&["entities", "--json", &paths[0], &paths[1]]);
    assert_eq!(all.len(), 2);
    for (one, other) in all.iter().zip(&listed) {
        assert_eq!((&one["mentions"], &one["text"]), (&other["mentions"], &other["text"]));
    }
    let found = json(&["export", "--matching", "@\"pham van dong\"", &paths[0], &paths[1]]);
    assert_eq!(found, all[..1]);
    assert_eq!(run(&["export", "--matching", "huế", &paths[0]]).status.code(), Some(1));
}

#[test]
fn what_is_exported_can_be_read_again() {
    let folder = corpus();
    let paths = [folder.path("a.md"), folder.path("b.txt"), folder.path("c.jsonl")];
    let first = run(&["export", &paths[0], &paths[1], &paths[2]]);
    let folder = folder.with("out.jsonl", printed(&first));
    let again = run(&["export", &folder.path("out.jsonl")]);
    let values = |output: &Output| {
        let parse = |line: &str| {
            let value: Value = serde_json::from_str(line).expect("each line is JSON");
            ["id", "title", "date", "url", "mentions"].map(|field| value[field].clone())
        };
        printed(output).lines().map(parse).collect::<Vec<_>>()
    };
    assert_eq!(values(&again), values(&first));
}

#[test]
fn standoff_files_lie_beside_their_texts() {
    let folder = corpus();
    let (path, out) = (folder.path("b.txt"), folder.path("out"));
    assert_eq!(said(&run(&["export", "--standoff", &out, &path])), "");
    let read = |name: &str| std::fs::read_to_string(folder.path(name)).expect("it was written");
    let (text, annotations) = (read("out/000000.txt"), read("out/000000.ann"));
    let letters: Vec<char> = text.chars().collect();
    let mut kinds = Vec::new();
    for line in annotations.lines().filter(|line| line.starts_with('T')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let place: Vec<&str> = fields[1].split(' ').collect();
        let at = |index: usize| place[index].parse::<usize>().expect("it is a number");
        assert_eq!(letters[at(1)..at(2)].iter().collect::<String>(), fields[2]);
        kinds.push(place[0].to_owned());
    }
    assert!(kinds.contains(&"Person".into()) && kinds.contains(&"Location".into()), "{kinds:?}");
    let reference = "\tReference T1 docbao:person:";
    assert!(annotations.lines().any(|line| line.contains(reference)), "{annotations}");
    let again = run(&["export", "--standoff", &out, &path]);
    assert_eq!(again.status.code(), Some(2), "nothing is overwritten");
    assert!(said(&again).contains("000000.txt"), "{}", said(&again));
}
