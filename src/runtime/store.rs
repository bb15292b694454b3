//! The user's own state: what was said against the program's findings.

use std::fs::{OpenOptions, create_dir_all};
use std::io::{self, Write};
use std::path::PathBuf;

use super::environment::{read_own, state_folder};
use crate::corpus::Diagnostic;
use crate::entity::{Correction, Corrections, parse_corrections};

/// Stands at the head of a new file.
const HEAD: &str = "\
# What docbao was told against its findings, the oldest first; later ones may undo earlier ones.
# A table [[correction]] has one of these:
#   do = \"merge\"    entity = { kind = \"person\", name = \"...\" }   into = { kind = ..., name = ... }
#   do = \"kind\"     entity = { ... }   to = \"organization\"
#   do = \"reject\"   entity = { ... }
#   do = \"mention\"  entity = { ... }   article = \"its id\"   at = 120, the byte of its text
#   do = \"undo\"     takes the last one back that still holds
";

/// Limits the bytes of the file: some hundred thousand corrections.
const MOST: u64 = 32 << 20;

/// Gives the file of corrections, as the platform has it.
fn file() -> Option<PathBuf> {
    Some(state_folder()?.join("corrections.toml"))
}

/// Reads the user's corrections. Gives with them what is wrong with the file.
pub fn corrections() -> (Corrections, Vec<Diagnostic>) {
    let Some((shown, read)) = file().and_then(|path| read_own(&path, MOST)) else {
        return Default::default();
    };
    let bytes = match read {
        Ok(bytes) => bytes,
        Err(trouble) => return (Corrections::default(), vec![trouble]),
    };
    let warning = |line, why: &str| Diagnostic::warning(&shown, line, why);
    match parse_corrections(&String::from_utf8_lossy(&bytes)) {
        Ok((said, broken)) => {
            let troubles = broken.iter().map(|it| warning(Some(it.line as u64), &it.why));
            (Corrections::new(said), troubles.collect())
        }
        Err(broken) => {
            (Corrections::default(), vec![warning(Some(broken.line as u64), &broken.why)])
        }
    }
}

/// Adds a correction at the end of the file, in one piece: what is there is never touched, and
/// programs that do so at the same time lose nothing of each other's.
///
/// # Errors
/// Gives what the system said when it cannot be written.
pub fn keep(correction: &Correction) -> io::Result<()> {
    let path = file().ok_or_else(|| io::Error::other("there is no home directory"))?;
    if let Some(folder) = path.parent() {
        create_dir_all(folder)?;
    }
    let mut file = OpenOptions::new().append(true).create(true).open(path)?;
    let head = if file.metadata()?.len() == 0 { HEAD } else { "" };
    file.write_all(format!("{head}{correction}").as_bytes())?;
    file.sync_data()
}
