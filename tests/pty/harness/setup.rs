//! How the program is started.

use std::fs::File;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;

use pty_process::Size;
use pty_process::blocking::open;

use super::stream::Stream;
use super::{Folder, Session, settings};

/// A terminal that is opened while another thread starts a program would be inherited by that.
static STARTING: Mutex<()> = Mutex::new(());

/// Holds how the program is started.
pub struct Setup<'a> {
    pub program: &'a str,
    pub args: &'a [&'a str],
    pub columns: u16,
    pub rows: u16,
    /// Variables beside those that each terminal has.
    pub env: &'a [(&'a str, &'a str)],
    /// What standard input is, if not the terminal.
    pub stdin: Option<File>,
}

impl Default for Setup<'_> {
    fn default() -> Self {
        let program = env!("CARGO_BIN_EXE_docbao");
        Self { program, args: &[], columns: 80, rows: 24, env: &[], stdin: None }
    }
}

impl Setup<'_> {
    /// Starts the program in a new terminal, with an environment of its own.
    pub fn start(self) -> Session {
        let _one_at_a_time = STARTING.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let home = Folder::new();
        let (master, slave) = open().expect("there are pseudo-terminals");
        master.resize(Size::new(self.rows, self.columns)).expect("a new terminal takes a size");
        let settings = settings(&slave);
        let mut command = pty_process::blocking::Command::from(self.command(&home));
        if let Some(file) = self.stdin {
            command = command.stdin(Stdio::from(file));
        }
        let child = command.spawn_borrowed(&slave).expect("the program starts");
        let master = Arc::new(master);
        let stream = Arc::new(Stream::new(self.columns, self.rows));
        let (end, wake) = std::io::pipe().expect("there are pipes");
        let drain = {
            let (master, stream) = (Arc::clone(&master), Arc::clone(&stream));
            thread::spawn(move || stream.drain(&master, &end))
        };
        Session {
            child,
            slave: Some(slave),
            master: Some(master),
            stream,
            wake: Some(wake),
            drain: Some(drain),
            settings,
            _home: home,
        }
    }

    /// Starts the program and waits until all is loaded.
    pub fn ready(self) -> Session {
        let session = self.start();
        session.wait_until_loaded();
        session
    }

    fn command(&self, home: &Folder) -> Command {
        let mut command = Command::new(self.program);
        command.args(self.args).current_dir(home.path("")).env_clear().envs([
            ("TERM", "xterm-256color"),
            ("COLORTERM", "truecolor"),
            ("LANG", "C.UTF-8"),
            ("PATH", "/usr/bin:/bin"),
            // No test opens a program that waits for somebody.
            ("PAGER", "nothing-of-the-kind"),
            ("VISUAL", "nothing-of-the-kind"),
        ]);
        for name in ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"]
        {
            command.env(name, home.path(""));
        }
        command.envs(self.env.iter().copied());
        command
    }
}
