//! One entity through a corpus, from the command line: its card, the list of all, and corrections.

#[path = "pty/harness/folder.rs"]
mod folder;

use std::fs::{create_dir_all, read_to_string, write};
use std::process::{Command, Output, Stdio};

use folder::Folder;
use serde_json::Value;

fn corpus() -> Folder {
    Folder::new()
        .with("a.jsonl", concat!(
            r#"{"title":"Tin một","text":"Ông Nguyễn Văn Giang đến Đà Lạt. Ông Giang nói.","timestamp":"2023-04-02"}"#, "\n",
            r#"{"title":"Tin hai","text":"Bà Trần Thị Hòa gặp ông Nguyễn Văn Giang ở Đà Lạt.","timestamp":"2023-02-01"}"#, "\n",
            r#"{"title":"Tin ba","text":"Mưa lớn ở Huế, theo bà Trần Thị Hòa.","timestamp":"2022-11-30"}"#, "\n",
        ))
}

/// Runs the program with the state in the folder of the corpus.
fn run(folder: &Folder, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_docbao"));
    command.args(args).arg(folder.path("a.jsonl")).stdin(Stdio::null());
    for name in ["XDG_CONFIG_HOME", "XDG_CACHE_HOME", "HOME"] {
        command.env(name, "/nonexistent");
    }
    command.env("XDG_STATE_HOME", folder.path("state"));
    command.output().expect("the program starts")
}

fn printed(folder: &Folder, args: &[&str]) -> String {
    String::from_utf8(run(folder, args).stdout).expect("it prints text")
}

fn card(folder: &Folder, name: &str) -> Value {
    let text = printed(folder, &["entity", "--json", name]);
    serde_json::from_str(&text).unwrap_or(Value::Null)
}

#[test]
fn a_card_has_its_fields() {
    let folder = corpus();
    let card = card(&folder, "nguyen van giang");
    let fields: Vec<_> = card.as_object().expect("it is a record").keys().cloned().collect();
    let wanted = "aliases articles canonical companions concordance doubt kind mentions roles timeline undated";
    assert_eq!(fields.join(" "), wanted);
    assert_eq!(card["canonical"], "Nguyễn Văn Giang");
    assert_eq!((&card["mentions"], &card["articles"]), (&3.into(), &2.into()));
    assert_eq!(card["timeline"][0]["month"], "2023-02");
    assert_eq!(card["companions"][0]["canonical"], "Đà Lạt");
    assert_eq!(card["concordance"][0]["date"], "2023-02-01");
    assert_eq!(run(&folder, &["entity", "Lê Lợi"]).status.code(), Some(1));
}

#[test]
fn all_entities_are_listed() {
    let folder = corpus();
    let list = printed(&folder, &["entities", "--corpus", "--csv", "--kind", "person"]);
    let expected = "kind,canonical,mentions,articles,first,last\n\
        person,\"Nguyễn Văn Giang\",3,2,2023-02-01,2023-04-02\n\
        person,\"Trần Thị Hòa\",2,2,2022-11-30,2023-02-01\n";
    assert_eq!(list, expected);
    let few = printed(&folder, &["entities", "--corpus", "--min", "3", "--json"]);
    let few: Vec<&str> = few.lines().collect();
    assert_eq!(few.len(), 1, "{few:?}");
    assert_eq!(run(&folder, &["entities", "--corpus", "--kind", "date"]).status.code(), Some(2));
}

const MERGE: &str = "[[correction]]\ndo = \"merge\"\n\
    entity = { kind = \"person\", name = \"Trần Thị Hòa\" }\n\
    into = { kind = \"person\", name = \"Nguyễn Văn Giang\" }\n";

#[test]
fn corrections_hold_in_all_output() {
    let folder = corpus();
    create_dir_all(folder.path("state/docbao")).expect("it can be made");
    let path = folder.path("state/docbao/corrections.toml");
    write(&path, MERGE).expect("it can be written");
    let merged = card(&folder, "Trần Thị Hòa");
    assert_eq!(
        (&merged["canonical"], &merged["mentions"]),
        (&"Nguyễn Văn Giang".into(), &5.into())
    );
    assert_eq!(merged["articles"], 3);
    let list = printed(&folder, &["entities", "--corpus", "--csv", "--kind", "person"]);
    assert_eq!(list.lines().count(), 2, "{list}");
    let mentions = printed(&folder, &["entities", "--json"]);
    assert!(!mentions.contains(r#""canonical":"Trần Thị Hòa""#), "{mentions}");
    let found = printed(&folder, &["search", "--json", "kind:person hoa"]);
    assert!(found.contains(r#""canonical":"Nguyễn Văn Giang""#), "{found}");
    // What is wrong is said, and stops nothing.
    write(&path, format!("{MERGE}[[correction]]\ndo = \"fly\"\n")).expect("it can be written");
    let output = run(&folder, &["entity", "Trần Thị Hòa"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("corrections.toml:6"), "{said}");
    assert!(read_to_string(&path).is_ok_and(|text| text.contains("fly")));
    assert!(
        String::from_utf8_lossy(&output.stdout)
            .starts_with("person  Nguyễn Văn Giang\n5 mentions in 3 articles")
    );
}
