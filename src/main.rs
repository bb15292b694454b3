//! `docbao` reads a corpus of articles in the terminal; all of it is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    docbao::cli::main()
}
