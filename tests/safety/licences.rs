//! What the program is made of: `deny.toml` says what may be, and without its own tool the list of
//! packages tells. Where that cannot be had, nothing is checked.

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::Value;

/// Gives the packages, as the build tool lists them for Linux.
fn packages() -> Option<Vec<Value>> {
    let args = ["metadata", "--format-version=1", "--locked", "--offline"];
    let platform = ["--filter-platform", "x86_64-unknown-linux-gnu"];
    let output = Command::new(env!("CARGO")).args(args).args(platform).output().ok()?;
    let all: Value = serde_json::from_slice(&output.stdout).ok()?;
    all["packages"].as_array().cloned()
}

/// Gives a list of `deny.toml`.
fn listed(table: &str, key: &str) -> BTreeSet<String> {
    let file = std::fs::read_to_string("deny.toml").expect("it is there");
    let file: toml::Table = file.parse().expect("it is TOML");
    let list = file[table][key].as_array().expect("it is a list");
    list.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect()
}

/// Tells whether one of the choices that a licence gives is allowed in all its parts.
fn is_allowed(licence: &str, allowed: &BTreeSet<String>) -> bool {
    // `(A OR B) AND C` is the one form with brackets: each bracket has a choice.
    let parts = licence.split(" AND ").map(|part| part.trim_matches(['(', ')']));
    parts
        .map(|part| part.replace('/', " OR "))
        .all(|part| part.split(" OR ").any(|choice| allowed.contains(choice.trim())))
}

#[test]
fn each_package_may_be_used_and_comes_from_the_registry() {
    let Some(packages) = packages() else {
        eprintln!("skipped: there is no list of packages");
        return;
    };
    let (allowed, denied) = (listed("licenses", "allow"), listed("bans", "deny"));
    assert!(packages.len() > 50);
    for package in &packages {
        let name = package["name"].as_str().unwrap_or_default();
        let licence = package["license"].as_str().unwrap_or_default();
        assert!(is_allowed(licence, &allowed), "{name}: {licence}");
        assert!(!denied.contains(name), "{name} is not wanted");
        let source = package["source"].as_str();
        let own = name == "docbao";
        assert!(own || source.is_some_and(|it| it.starts_with("registry+")), "{name}: {source:?}");
    }
}

#[test]
fn choices_of_licences_are_read() {
    let allowed = ["MIT", "Unicode-3.0"].map(str::to_owned).into();
    for (licence, expected) in [
        ("MIT", true),
        ("MIT/Apache-2.0", true),
        ("Apache-2.0 OR MIT", true),
        ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
        ("GPL-3.0", false),
        ("MIT AND GPL-3.0", false),
        ("", false),
    ] {
        assert_eq!(is_allowed(licence, &allowed), expected, "{licence}");
    }
}
