//! `docbao search`.

use serde_json::Value;

use crate::folder::Folder;
use crate::{corpus, docbao, fields, json, printed, said, stretch};

#[test]
fn search_prints_its_records() {
    let folder = corpus();
    let path = folder.path("b.txt");
    let records = json(&["search", "--json", "lam dong", &path]);
    assert!(!records.is_empty());
    for (index, record) in records.iter().enumerate() {
        assert_eq!(
            fields(record),
            ["article", "group", "id", "matches", "query", "rank", "score", "snippet", "title"]
        );
        assert_eq!(record["rank"], index + 1);
        assert_eq!((&record["query"], &record["article"]), (&0.into(), &0.into()));
        assert_eq!(record["id"], "b");
        assert!(["article", "entity", "passage"].iter().any(|group| record["group"] == *group));
        let matches = record["matches"].as_array().expect("it is a list");
        assert!(!matches.is_empty());
        for found in matches {
            let text = stretch(&record["snippet"], &found[0], &found[1]);
            assert!(["Lâm Đồng", "Lâm", "Đồng"].contains(&text.as_str()), "{text}");
        }
    }
    let limited = json(&["search", "--json", "--limit", "1", "lam dong", &path]);
    assert_eq!(limited[..], records[..1]);
}

#[test]
fn queries_of_a_file_are_answered_on_one_load() {
    let folder = corpus().with("queries", "lam dong\nxyzxyz\nhoa binh\n");
    let (queries, a, b) = (folder.path("queries"), folder.path("a.md"), folder.path("b.txt"));
    let records = json(&["search", "--json", "--queries", &queries, &a, &b]);
    let (totals, hits): (Vec<_>, Vec<_>) =
        records.into_iter().partition(|record| record.get("us").is_some());
    assert_eq!(totals.len(), 3);
    for (number, (total, query)) in
        totals.iter().zip(["lam dong", "xyzxyz", "hoa binh"]).enumerate()
    {
        assert_eq!(fields(total), ["hits", "query", "text", "us"]);
        assert_eq!((&total["query"], &total["text"]), (&number.into(), &query.into()));
        let count = hits.iter().filter(|hit| hit["query"] == number).count();
        assert_eq!(total["hits"], count, "{query}");
    }
    assert!(totals[0]["hits"].as_u64() > Some(1) && totals[1]["hits"] == 0);
}

#[test]
fn the_users_abbreviations_are_known_to_the_search() {
    let text = "Chính phủ họp ở Đà Lạt.";
    let folder = Folder::new().with("a.txt", text).with("b.txt", "ĐXL Lâm Đồng họp.");
    let own = "CPVN\tChính phủ\nno\x1b tab\nĐXL\tđồi xanh lá\n";
    let home = Folder::new().with("docbao/abbreviations.tsv", own);
    let ids = |query: &str, home: &str| {
        let args = ["search", "--json", query, &folder.path("")];
        let output = docbao(&args).env("XDG_CONFIG_HOME", home).output().expect("it starts");
        let records = printed(&output);
        let id = |line: &str| serde_json::from_str::<Value>(line).expect("JSON")["id"].clone();
        let mut ids: Vec<_> = records.lines().map(id).collect();
        ids.dedup();
        (ids, said(&output))
    };
    let said = format!(
        "docbao: {}:2: is skipped: there is no tab between a short form and its long form\n",
        home.path("docbao/abbreviations.tsv")
    );
    assert_eq!(ids("cpvn", &home.path("")), (vec!["a".into()], said.clone()));
    assert_eq!(ids("doi xanh la ", &home.path("")), (vec!["b".into()], said));
    assert_eq!(ids("cpvn", "/nonexistent"), (vec![], String::new()));
}
