//! `docbao completions` and `docbao man`: made from the definitions of the arguments.

use std::io::{self, Write};

use clap::{Command, CommandFactory};
use clap_complete::{Shell, generate};
use clap_mangen::Man;

use super::args::Args;

/// Gives what makes a shell complete the arguments.
pub(super) fn completions(shell: Shell) -> Vec<u8> {
    let mut script = Vec::new();
    generate(shell, &mut Args::command(), "docbao", &mut script);
    script
}

/// Gives the manual page: the program first, then each of its commands.
///
/// # Errors
/// None: it is written into memory.
pub(super) fn manual() -> io::Result<Vec<u8>> {
    let mut command = Args::command();
    command.build();
    let mut page = Vec::new();
    Man::new(command.clone()).render(&mut page)?;
    for command in command.get_subcommands().filter(|it| it.get_name() != "help") {
        of_command(command, &mut page)?;
    }
    Ok(page)
}

fn of_command(command: &Command, page: &mut Vec<u8>) -> io::Result<()> {
    writeln!(page, ".SH DOCBAO {}", command.get_name().to_uppercase())?;
    let man = Man::new(command.clone());
    man.render_description_section(page)?;
    man.render_options_section(page)
}
