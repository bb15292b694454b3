//! Fills the table of the README: how fast the program loads, indexes and searches corpora of
//! 1,000, 10,000 and 100,000 articles, and what memory it takes.
//!
//! `cargo run --release --example table -- [--million] [--strokes] [PATH...]` makes the corpora of
//! the articles of the paths, or of those that the repository holds, with changed text where they
//! are too few. `--million` adds a column, for which 12 GB of memory should be free; `--strokes`
//! adds the worst stroke of each query. Nothing else should run meanwhile.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a measurement is for reading")]

#[path = "../common/base.rs"]
mod base;
mod filters;
mod frame;
mod measure;
#[path = "../common/queries.rs"]
mod queries;
#[path = "../common/random.rs"]
mod random;
mod rows;
mod usage;
#[path = "../common/vary.rs"]
mod vary;

use std::collections::{HashMap, HashSet};
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use docbao::text::{fold_str, words};
use vary::Maker;

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];
const MILLION: usize = 1_000_000;

/// How many articles the line filters are given.
const FILTERED: usize = 100_000;

/// Holds what was measured of one corpus, by name.
pub type Column = HashMap<String, f64>;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if let [mode, path, rest @ ..] = args.as_slice()
        && mode == "--measure"
    {
        return measure::measure(path, rest.is_empty());
    }
    if let [mode, home, program, article, rest @ ..] = args.as_slice()
        && mode == "--first"
    {
        return frame::tell((home.as_ref(), program.as_ref()), article, rest);
    }
    let (options, paths): (Vec<_>, Vec<_>) =
        args.into_iter().partition(|arg| arg.starts_with("--"));
    let has = |option: &str| options.iter().any(|given| given == option);
    let sizes = SIZES.into_iter().chain(has("--million").then_some(MILLION));
    let maker = Maker::new(&base::base(&paths));
    let folder = std::env::temp_dir().join(format!("docbao-table-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("the temporary folder can be written");
    let program = program();
    let columns = sizes.map(|size| column(&maker, size, &folder, program.as_deref()));
    let columns: Vec<Column> = columns.collect();
    let _ = fs::remove_dir_all(&folder);
    rows::print(&columns, has("--strokes"));
}

/// Builds the program and gives its path.
fn program() -> Option<PathBuf> {
    let cargo = std::env::var_os("CARGO")?;
    Command::new(cargo).args(["build", "--release", "--quiet"]).status().ok()?;
    let here = std::env::current_exe().ok()?;
    Some(here.parent()?.parent()?.join("docbao")).filter(|path| path.exists())
}

/// Measures a corpus of some articles.
fn column(maker: &Maker, size: usize, folder: &Path, program: Option<&Path>) -> Column {
    eprintln!("{size} articles ...");
    let corpus = folder.join("corpus.jsonl");
    let mut column = Column::new();
    column.insert("words".to_owned(), write(maker, size, &corpus, folder) as f64);
    let mut command = Command::new(std::env::current_exe().expect("the program has a path"));
    command.arg("--measure").arg(&corpus);
    // To find the entities of a million articles takes longer than anybody will wait for a table.
    command.args((size >= MILLION).then_some("no entities"));
    let told = command.output().expect("the program runs").stdout;
    let lines = String::from_utf8_lossy(&told).into_owned();
    let values = lines.lines().filter_map(|line| line.split_once('\t'));
    column.extend(values.filter_map(|(name, value)| Some((name.to_owned(), value.parse().ok()?))));
    let title = maker.make(0).title;
    let title: Vec<_> = title.split(' ').take(2).collect();
    if let Some(program) = program {
        let about = (corpus.as_path(), title.join(" "), size);
        starts(&mut column, program, about, folder);
    }
    for program in filters::FILTERS.into_iter().filter(|_| size == FILTERED) {
        for (name, step) in [("titles", 1), ("articles", 4)] {
            let time = filters::filter(program, &folder.join(name), step);
            column.extend(time.map(|time| (format!("{program} {name}"), time)));
        }
    }
    column
}

/// Measures how soon the program is there: with its own articles, with a corpus, and with that once
/// more when what was computed of it has been kept.
fn starts(
    column: &mut Column,
    program: &Path,
    (corpus, title, size): (&Path, String, usize),
    home: &Path,
) {
    let mut first = |name: &str, article: &str, args: &[&OsStr]| {
        for (what, time) in frame::apart(home, program, article, args) {
            column.insert(format!("{what} with {name}"), time);
        }
    };
    let new: [&OsStr; 2] = ["--fresh".as_ref(), "--no-cache".as_ref()];
    first("seeds", "UBND tỉnh", &new);
    first("corpus", &title, &[&new[..], &[corpus.as_os_str()]].concat());
    if size >= MILLION {
        return;
    }
    // What is kept is complete when the entities of all articles are.
    let run = |args: &[&str]| {
        let start = Instant::now();
        let mut command = frame::at_home(program, home);
        let done = command.args(args).arg(corpus).stdout(Stdio::null()).status();
        done.is_ok().then(|| start.elapsed().as_secs_f64())
    };
    run(&["entities", "--corpus"]);
    first("kept corpus", &title, &["--fresh".as_ref(), corpus.as_os_str()]);
    column.extend(run(&["search", &title]).map(|time| ("search of kept".to_owned(), time)));
}

/// Writes a corpus, and the same as lines for the filters; gives how many distinct words it has,
/// without their marks.
fn write(maker: &Maker, size: usize, corpus: &Path, folder: &Path) -> usize {
    let create = |path: &Path| {
        BufWriter::new(File::create(path).expect("the temporary folder can be written"))
    };
    let mut out = create(corpus);
    let (mut titles, mut articles) =
        (create(&folder.join("titles")), create(&folder.join("articles")));
    let mut known: HashSet<String> = HashSet::new();
    for number in 0..size {
        let made = maker.make(number);
        out.write_all(made.to_json(number).as_bytes()).expect("the disk has room");
        let line = format!("{} {}", made.title, made.sentences.concat()).replace('\n', " ");
        let line = fold_str(&line);
        for word in words(&line).map(|span| span.of(&line)) {
            if !known.contains(word) {
                known.insert(word.to_owned());
            }
        }
        if size == FILTERED {
            writeln!(titles, "{}", fold_str(&made.title)).expect("the disk has room");
            writeln!(articles, "{line}").expect("the disk has room");
        }
    }
    known.len()
}
