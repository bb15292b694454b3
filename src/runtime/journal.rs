//! Keeps what is remembered in a file: lines are added at its end, by a thread that takes everything
//! that waits and writes it at once, so that it is there whenever and however the program ends.
//!
//! Programs that run at the same time add to the same file; a lock beside it is held for each write,
//! and while the file is written anew because it has grown much. A file of a newer program, or one of
//! which nothing can be read, is set aside under another name.

mod file;
mod keeper;

use std::collections::BTreeSet;
use std::fs::canonicalize;
use std::os::unix::ffi::OsStringExt;
use std::path::{PathBuf, absolute};

use super::environment::state_folder;
use super::loader::Input;
use crate::corpus::Diagnostic;
use crate::entity::hash;
use crate::reading::{Memory, read_log};
use crate::text::clean_line;
use file::{Place, Refused};
pub(super) use keeper::Keeper;

/// Represents the file that things are to be kept in.
#[derive(Debug)]
pub struct Journal {
    place: Place,
}

/// Reads what is remembered in the user's folder for state. Gives with it where more is to be kept, if
/// it can be, and what is wrong.
pub fn remembered() -> (Memory, Option<Journal>, Vec<Diagnostic>) {
    match state_folder() {
        Some(folder) => open(folder),
        None => (Memory::default(), None, Vec::new()),
    }
}

fn open(folder: PathBuf) -> (Memory, Option<Journal>, Vec<Diagnostic>) {
    let place = Place::new(folder);
    let shown = clean_line(&place.log().to_string_lossy());
    let warning = |why: &str| vec![Diagnostic::warning(&shown, None, why)];
    let bytes = match place.read() {
        Ok(bytes) => bytes,
        Err(error) => {
            let why = format!("cannot be read, and nothing is kept: {error}");
            return (Memory::default(), None, warning(&why));
        }
    };
    let log = read_log(&bytes);
    if !log.is_foreign() {
        let troubles = match log.damaged {
            0 => Vec::new(),
            1 => warning("one line is damaged and is left out"),
            count => warning(&format!("{count} lines are damaged and are left out")),
        };
        return (log.memory, Some(Journal { place }), troubles);
    }
    let what = match log.newer {
        Some(version) => format!("is of a newer docbao (form {version})"),
        None => "is damaged".into(),
    };
    match place.set_aside() {
        Ok(name) => {
            let why = format!("{what} and is set aside as {}", clean_line(&name).as_str());
            (Memory::default(), Some(Journal { place }), warning(&why))
        }
        Err(Refused::Gone) => (Memory::default(), Some(Journal { place }), Vec::new()),
        Err(Refused::Failed(error)) => {
            let why = format!("{what} and cannot be set aside; nothing is kept: {error}");
            (Memory::default(), None, warning(&why))
        }
    }
}

/// Gives the number of a corpus: a hash of the set of its paths, in any order.
pub(super) fn corpus_number(inputs: &[Input]) -> u64 {
    let name = |input: &Input| match input {
        Input::Seeds => b"seeds".to_vec(),
        Input::Stdin => b"-".to_vec(),
        Input::Path(path) => {
            let whole = canonicalize(path).or_else(|_| absolute(path));
            whole.unwrap_or_else(|_| path.clone()).into_os_string().into_vec()
        }
    };
    let names: BTreeSet<Vec<u8>> = inputs.iter().map(name).collect();
    names.iter().fold(0, |sum, name| hash::mix(sum, hash::bytes(name)))
}

#[cfg(test)]
mod tests;
