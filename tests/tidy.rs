//! What the source must keep to, read from the source itself: layers, sizes, the edge, and the
//! documents that are made from code.

use std::fs;
use std::path::{Path, PathBuf};

use docbao::app::{ACTIONS, ActionInfo, Language, Place, key_name};

/// Lists the layers, lowest first; a layer uses only those before it, or itself.
const LAYERS: &[&[&str]] = &[
    &["bytes"],
    &["text"],
    &["corpus", "entity"],
    &["search"],
    &["dossier"],
    &["reading"],
    &["app"],
    &["view"],
    &["runtime", "cli"],
];

/// Limits the lines of a source file and of a function.
const FILE_LINES: usize = 300;
const FUNCTION_LINES: usize = 60;

struct Source {
    path: PathBuf,
    text: String,
}

impl Source {
    /// Gives the layer by the first folder or file below `src`; `None` for the roots.
    fn layer(&self) -> Option<usize> {
        let below = self.path.strip_prefix("src").ok()?;
        let name = below.components().next()?.as_os_str().to_str()?.trim_end_matches(".rs");
        level(name)
    }

    /// Gives the source without comments, and without the tests at its end.
    fn code(&self) -> String {
        let product = self.text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        product.lines().map(|line| line.split("//").next().unwrap_or_default()).fold(
            String::new(),
            |mut code, line| {
                code.push_str(line);
                code.push('\n');
                code
            },
        )
    }

    fn is_test(&self) -> bool {
        self.path.ends_with("tests.rs") || !self.path.starts_with("src")
    }
}

fn level(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

fn sources(folder: &str) -> Vec<Source> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the folder is there") {
            let path = entry.expect("the entry can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let text = fs::read_to_string(&path).expect("the source can be read");
                found.push(Source { path, text });
            }
        }
    }
    assert!(!found.is_empty());
    found
}

fn all_sources() -> Vec<Source> {
    ["src", "tests", "examples"].iter().flat_map(|folder| sources(folder)).collect()
}

/// Fails with all faults at once.
fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn layers_use_only_those_below() {
    let mut faults = Vec::new();
    for source in sources("src").iter().filter(|source| !source.is_test()) {
        let Some(layer) = source.layer() else { continue };
        let code = source.code();
        for (at, _) in code.match_indices("crate::") {
            let rest = &code[at + "crate::".len()..];
            let used =
                rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
            if level(used).is_none_or(|used| used > layer) {
                faults.push(format!("{}: uses crate::{used}", source.path.display()));
            }
        }
    }
    none(&faults);
}

/// Lists what only some layers may name: the words, and the lowest layer that may.
const BOUND: &[(&str, &str)] = &[
    ("std::fs", "runtime"),
    ("std::env", "runtime"),
    ("std::thread", "runtime"),
    ("std::process", "runtime"),
    ("std::net", "nobody"),
    ("Instant::now", "runtime"),
    ("SystemTime", "runtime"),
    ("stdout(", "runtime"),
    ("stderr(", "runtime"),
    ("stdin(", "runtime"),
    ("println!", "nobody"),
    ("crossterm::", "app"),
    ("ratatui::", "app"),
    ("crossterm::terminal", "runtime"),
    ("crossterm::execute", "runtime"),
    ("rayon::", "search"),
    ("fuzzy_matcher::", "search"),
    ("directories::", "runtime"),
    ("signal_hook::", "runtime"),
    ("rustix::", "runtime"),
    ("&mut State", "app"),
    ("#[allow(clippy::too_many", "nobody"),
    ("unsafe ", "nobody"),
];

#[test]
fn the_world_is_touched_at_the_edge_only() {
    let mut faults = Vec::new();
    for source in sources("src").iter().filter(|source| !source.is_test()) {
        let code = source.code();
        for (words, lowest) in BOUND {
            let allowed =
                source.layer().unwrap_or(usize::MAX) >= level(lowest).unwrap_or(usize::MAX);
            if code.contains(words) && !(allowed && level(lowest).is_some()) {
                faults.push(format!("{}: names {words}", source.path.display()));
            }
        }
    }
    none(&faults);
}

#[test]
fn the_view_never_changes_the_state() {
    for source in sources("src/view").iter().filter(|source| !source.is_test()) {
        assert!(!source.code().contains("&mut State"), "{}", source.path.display());
        for cell in ["set_symbol", "set_char", "SetTitle", "Print("] {
            assert!(!source.code().contains(cell), "{}: {cell}", source.path.display());
        }
    }
}

#[test]
fn files_and_functions_are_small() {
    let mut faults = Vec::new();
    for source in all_sources() {
        let lines = source.text.lines().count();
        if lines > FILE_LINES {
            faults.push(format!("{}: {lines} lines", source.path.display()));
        }
        for (name, lines) in functions(&source.text) {
            if lines > FUNCTION_LINES {
                faults.push(format!("{}: {name} has {lines} lines", source.path.display()));
            }
        }
    }
    none(&faults);
}

/// Finds the functions of a formatted source: from the line with `fn` to the closing brace at the
/// same indentation.
fn functions(text: &str) -> Vec<(String, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        let indent = line.len() - line.trim_start().len();
        let words = line.trim_start().trim_start_matches("pub ").trim_start_matches("const ");
        let words = words
            .split_once(") ")
            .filter(|_| words.starts_with("pub("))
            .map_or(words, |(_, rest)| rest);
        let Some(rest) = words.strip_prefix("fn ").or_else(|| words.strip_prefix("const fn "))
        else {
            continue;
        };
        let close = format!("{}}}", " ".repeat(indent));
        let end = lines[start..]
            .iter()
            .position(|line| *line == close || line.ends_with(" }") && line.contains("fn "));
        let name = rest.split(['(', '<']).next().unwrap_or_default().to_owned();
        found.push((name, end.unwrap_or(0) + 1));
    }
    found
}

#[test]
fn each_module_says_what_it_is() {
    for source in all_sources() {
        let is_part_of_tests = source.path.ends_with("tests.rs");
        assert!(is_part_of_tests || source.text.starts_with("//!"), "{}", source.path.display());
        assert!(!source.path.ends_with("mod.rs"), "{}: foo.rs beside foo/", source.path.display());
    }
}

#[test]
fn the_top_level_holds_what_it_may() {
    let known = [
        "Cargo.toml",
        "Cargo.lock",
        "src",
        "seeds",
        "assets",
        "README.md",
        "tests",
        "benches",
        "examples",
        "fuzz",
        ".ci",
        "clippy.toml",
        "rustfmt.toml",
        "deny.toml",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "CHANGELOG.md",
        ".gitignore",
        ".git",
        "target",
        "proptest-regressions",
    ];
    for entry in fs::read_dir(".").expect("the root can be read") {
        let name = entry.expect("the entry can be read").file_name();
        assert!(
            known.iter().any(|known| name == *known),
            "{} does not belong here",
            name.display()
        );
    }
}

/// Writes the key table of the README from the action table.
fn key_table() -> String {
    let row = |info: &ActionInfo| {
        let keys: Vec<String> =
            info.keys.iter().map(|key| format!("`{}`", key_name(key))).collect();
        let place = match info.place {
            Place::Anywhere => "",
            Place::List => "list",
            Place::Reader => "reader",
            Place::Card => "card",
        };
        format!("| {} | {place} | {} |", keys.join(" "), Language::English.action(info))
    };
    let head = ["| key | where | what |", "|---|---|---|"].map(String::from);
    let rows = head.into_iter().chain(ACTIONS.iter().map(row)).chain([String::new()]);
    rows.collect::<Vec<_>>().join("\n")
}

/// With `UPDATE=1` the test writes the table itself.
#[test]
fn the_readme_has_the_keys_of_the_action_table() {
    let (begin, end) = ("<!-- keys: made from the action table -->\n", "<!-- end of keys -->");
    let readme = fs::read_to_string("README.md").expect("there is a README");
    let (before, rest) = readme.split_once(begin).expect("the README has a place for the keys");
    let (shown, after) = rest.split_once(end).expect("the place for the keys ends");
    if shown != key_table() && std::env::var_os("UPDATE").is_some() {
        fs::write("README.md", format!("{before}{begin}{}{end}{after}", key_table()))
            .expect("it can be written");
        return;
    }
    assert!(
        Path::new("README.md").exists() && shown == key_table(),
        "run: UPDATE=1 cargo test --test tidy"
    );
}

#[test]
fn the_assets_stay_small() {
    let mut bytes = 0;
    let mut folders = vec![PathBuf::from("assets")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the folder is there") {
            let path = entry.expect("the entry can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                bytes += fs::metadata(&path).expect("the file is there").len();
            }
        }
    }
    assert!(bytes < 4 << 20, "{bytes} bytes of assets");
}
