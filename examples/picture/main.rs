//! Draws screens of the real program as SVG, for the README.
//!
//! `cargo build --release && cargo run --release --example picture` runs the program that lies
//! beside this one in a terminal of its own, presses keys, and writes `assets/pictures/*.svg`.

mod svg;

use std::io::Read;
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;
use std::{fs, io};

use pty_process::Size;
use pty_process::blocking::{Command, Pty, open};
use vt100::Parser;

/// Sets the size of the terminal.
const COLUMNS: NonZeroU16 = NonZeroU16::new(100).unwrap();
const ROWS: NonZeroU16 = NonZeroU16::new(30).unwrap();

/// Sets how long nothing may come before a screen is taken to be whole.
const QUIET: Duration = Duration::from_millis(400);

/// Lists the pictures: name, keys, one press after the other.
const PICTURES: [(&str, &[&str]); 4] = [
    ("reader", &["\r", "1", "\t", "\t", "0"]),
    ("search", &["s", "l", "a", "m", " ", "d", "o", "n", "g"]),
    ("labels", &["\r", "f"]),
    ("card", &["\r", "3", "\t", "\r"]),
];

fn main() -> io::Result<()> {
    let folder = Path::new("assets/pictures");
    fs::create_dir_all(folder)?;
    let program = program()?;
    for (name, keys) in PICTURES {
        // What is remembered from one picture is not to be seen in the next.
        let home = std::env::temp_dir().join(format!("docbao-picture-{}", std::process::id()));
        fs::create_dir_all(&home)?;
        let screen = screen(&program, &home, keys);
        fs::remove_dir_all(&home)?;
        fs::write(folder.join(format!("{name}.svg")), svg::picture(screen?.screen()))?;
    }
    Ok(())
}

/// Finds the program: it lies in the folder above that of the examples.
fn program() -> io::Result<PathBuf> {
    let here = std::env::current_exe()?;
    let folder = here.parent().and_then(Path::parent).unwrap_or_else(|| Path::new("."));
    let program = folder.join("docbao");
    if program.is_file() {
        return Ok(program);
    }
    Err(io::Error::other(format!("{} is not there: build it first", program.display())))
}

/// Runs the program on the articles that it carries, presses keys, and gives what is on the screen.
fn screen(program: &Path, home: &Path, keys: &[&str]) -> io::Result<Parser> {
    let (pty, slave) = open().map_err(io::Error::other)?;
    pty.resize(Size::new(ROWS.get(), COLUMNS.get())).map_err(io::Error::other)?;
    let terminal = [("TERM", "xterm-256color"), ("COLORTERM", "truecolor"), ("LANG", "C.UTF-8")];
    let command = Command::new(program).env_clear().env("HOME", home).envs(terminal);
    let mut child = command.spawn(slave).map_err(io::Error::other)?;
    let pty = std::sync::Arc::new(pty);
    let output = read(std::sync::Arc::clone(&pty));
    let mut parser = Parser::new(ROWS, COLUMNS, 0);
    settle(&output, &mut parser);
    for key in keys {
        io::Write::write_all(&mut &*pty, key.as_bytes())?;
        settle(&output, &mut parser);
    }
    child.kill()?;
    child.wait()?;
    Ok(parser)
}

/// Reads what the program draws, on a thread of its own.
fn read(pty: std::sync::Arc<Pty>) -> Receiver<Vec<u8>> {
    let (sender, output) = channel();
    thread::spawn(move || {
        let mut buffer = vec![0; 64 * 1024];
        while let Ok(count @ 1..) = (&*pty).read(&mut buffer) {
            if sender.send(buffer[..count].to_vec()).is_err() {
                break;
            }
        }
    });
    output
}

/// Takes in what is drawn until nothing more comes.
fn settle(output: &Receiver<Vec<u8>>, parser: &mut Parser) {
    while let Ok(bytes) = output.recv_timeout(QUIET) {
        parser.process(&bytes);
    }
}
