//! Programs that the user asks for: a pager, an editor, a browser. None is run through a shell.

use std::env::{temp_dir, var, var_os};
use std::fs::{File, OpenOptions, remove_file};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio, id};
use std::thread::Builder;

use signal_hook::consts::SIGINT;

use crate::app::Program;

/// Opens a text in a pager or an editor, and waits until it is closed. Gives what it says of a bad end.
///
/// # Errors
/// Gives the program that could not be run and why.
pub(super) fn open_text(program: Program, text: &str) -> io::Result<Option<String>> {
    let (variables, usual): (&[&str], _) = match program {
        Program::Editor => (&["VISUAL", "EDITOR"], "vi"),
        _ => (&["PAGER"], "less"),
    };
    let copy = Copy::new(text)?;
    let mut command = chosen(variables, usual);
    if var_os("LESSCHARSET").is_none() {
        // What less takes from the locale may be less than what it is given.
        command.env("LESSCHARSET", "utf-8");
    }
    let run = command.arg(&copy.0).stdin(File::open("/dev/tty")?).status();
    let status = run.map_err(|error| named(&command, &error))?;
    // Ctrl-C is how some programs are left.
    let well = status.success() || status.signal() == Some(SIGINT);
    Ok((!well).then(|| format!("{}: {status}", command.get_program().to_string_lossy())))
}

/// Opens an address in a browser; nobody waits for it.
///
/// # Errors
/// Gives the program that could not be run and why.
pub(super) fn browse(address: &str) -> io::Result<()> {
    let usual = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    let mut command = chosen(&["BROWSER"], usual);
    let quiet = command.arg(address).stdin(Stdio::null()).stdout(Stdio::null());
    let spawned = quiet.stderr(Stdio::null()).spawn();
    let mut child = spawned.map_err(|error| named(&command, &error))?;
    let _ = Builder::new().name("browser".into()).spawn(move || child.wait());
    Ok(())
}

/// Gives the program that the first set variable names, with its arguments, or else the usual one.
fn chosen(variables: &[&str], usual: &str) -> Command {
    let set = variables.iter().filter_map(|name| var(name).ok()).find(|it| !it.trim().is_empty());
    let set = set.unwrap_or_else(|| usual.to_owned());
    let mut words = set.split_whitespace();
    let mut command = Command::new(words.next().unwrap_or(usual));
    command.args(words);
    command
}

fn named(command: &Command, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", command.get_program().to_string_lossy()))
}

/// Represents a file that holds a text as long as it is shown; only the user may read it.
struct Copy(PathBuf);

impl Copy {
    fn new(text: &str) -> io::Result<Self> {
        let path = temp_dir().join(format!("docbao-{}.txt", id()));
        let mut options = OpenOptions::new();
        let mut file = options.write(true).create_new(true).mode(0o600).open(&path)?;
        let copy = Self(path);
        file.write_all(text.as_bytes())?;
        Ok(copy)
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = remove_file(Path::new(&self.0));
    }
}
