//! What line filters take for the same queries: `fzf` and `sk`, if they are installed. Each query is
//! a process of its own, which reads all lines, as these programs work.

use std::fs::File;
use std::path::Path;
use std::process::{Command, Stdio};

use docbao::text::fold_str;

use crate::queries::QUERIES;
use crate::usage::children_seconds;

/// Names the programs.
pub const FILTERS: [&str; 2] = ["fzf", "sk"];

/// Gives the milliseconds of processor time for a query over the lines of a file, on average; each
/// `step`th query is asked. `None` if the program cannot be run.
pub fn filter(program: &str, lines: &Path, step: usize) -> Option<f64> {
    let before = children_seconds()?;
    let mut count = 0.0;
    for query in QUERIES.iter().filter(|query| is_plain(query)).step_by(step) {
        let mut command = Command::new(program);
        command.args(["--filter", &fold_str(query)]).stdin(Stdio::from(File::open(lines).ok()?));
        command.stdout(Stdio::null()).stderr(Stdio::null()).status().ok()?;
        count += 1.0;
    }
    Some((children_seconds()? - before) * 1e3 / count)
}

/// Tells whether a query means the same to a line filter.
fn is_plain(query: &str) -> bool {
    !query.contains([':', '@', '-', '"', '\''])
}
