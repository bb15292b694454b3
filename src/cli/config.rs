//! The command that prints the default configuration, or checks the user's.

use std::io::{self, Write};
use std::process::ExitCode;

use crate::app::DEFAULTS;
use crate::runtime::environment::{config_at, config_folder};
use crate::text::clean_line;

use super::args::ConfigArgs;
use super::{FOUND, TROUBLE, report, trouble};

/// Prints the default configuration; with `--check`, tells what is wrong with a file instead.
pub(super) fn print_or_check(args: ConfigArgs) -> ExitCode {
    let mut out = io::stdout().lock();
    if !args.check {
        let _ = out.write_all(DEFAULTS.as_bytes());
        return ExitCode::from(FOUND);
    }
    let own = || Some(config_folder()?.join("config.toml"));
    let Some(path) = args.file.or_else(own) else { return trouble("there is no home directory") };
    let Some((_, troubles)) = config_at(&path) else {
        return trouble(&format!("{}: there is no such file", path.display()));
    };
    troubles.iter().for_each(report);
    if troubles.is_empty() {
        let _ = writeln!(out, "{}: nothing is wrong", clean_line(&path.to_string_lossy()));
    }
    ExitCode::from(if troubles.is_empty() { FOUND } else { TROUBLE })
}
