//! Taking the terminal and giving it back exactly as it was.

use std::fmt;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Stdout, Write, stdout};
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::{ResetColor, SetAttribute, force_color_output};
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
    disable_raw_mode, enable_raw_mode,
};
use crossterm::{Command, execute, queue};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::layout::{Rect, Size};
use ratatui::{Terminal, TerminalOptions, Viewport};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::termios::tcgetwinsize;

use crate::app::State;
use crate::text::clean_line;
use crate::view::{self, Theme};

/// Sets the bytes of a frame that are gathered before they are written.
const BUFFER: usize = 64 * 1024;

/// Limits the size that a terminal is believed to have: columns and rows. Some claim 65535 of each,
/// and a frame holds every cell.
const LARGEST: (u16, u16) = (2_000, 1_000);

/// Tells whether the terminal is taken, so that it is given back once and by whoever comes first.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Tells why nothing can be drawn, if nothing can.
///
/// # Errors
/// Gives one line for the user: standard output is no terminal, or one that knows no positions.
pub fn can_draw() -> Result<(), &'static str> {
    if !stdout().is_terminal() {
        return Err(
            "standard output is not a terminal; see `docbao --help` for output to files and pipes",
        );
    }
    let term = std::env::var_os("TERM").unwrap_or_default();
    if term.is_empty() || term == "dumb" {
        return Err(
            "this terminal (TERM) cannot show screens; see `docbao --help` for plain output",
        );
    }
    Ok(())
}

/// Gives the size of the terminal, as far as it is believed.
pub(super) fn size() -> io::Result<Size> {
    let size = tcgetwinsize(stdout())?;
    Ok(Size::new(size.ws_col.min(LARGEST.0), size.ws_row.min(LARGEST.1)))
}

/// Writes to the terminal. Where another program has left it so that it would rather fail than
/// wait, it is waited for here.
struct Patient(Stdout);

impl Patient {
    fn keep_trying<T>(&mut self, go: impl Fn(&mut Stdout) -> io::Result<T>) -> io::Result<T> {
        loop {
            match go(&mut self.0) {
                Err(error) if error.kind() == ErrorKind::WouldBlock => {
                    let _ = poll(&mut [PollFd::new(&self.0, PollFlags::OUT)], None);
                }
                done => return done,
            }
        }
    }
}

impl Write for Patient {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.keep_trying(|out| out.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.keep_trying(Stdout::flush)
    }
}

/// Represents what draws on the terminal: cells of which it remembers what they show.
type Drawing = Terminal<CrosstermBackend<BufWriter<Patient>>>;

/// Makes one for a size; it takes the screen to be blank.
fn terminal(size: Size) -> io::Result<Drawing> {
    let backend = CrosstermBackend::new(BufWriter::with_capacity(BUFFER, Patient(stdout())));
    let viewport = Viewport::Fixed(Rect::from(size));
    Terminal::with_options(backend, TerminalOptions { viewport })
}

/// Holds the terminal while the program draws on it; dropping it gives the terminal back.
pub struct Screen {
    terminal: Drawing,
    /// The size of the last frame.
    drawn: Size,
    /// Whether what is on the screen is not known.
    forgotten: bool,
    /// Whether the terminal tells of the mouse.
    mouse: bool,
}

impl Screen {
    /// Takes the terminal: raw keys, the alternate screen, pastes in one piece.
    ///
    /// # Errors
    /// Gives what the terminal answered; it is as it was then.
    pub fn take() -> io::Result<Self> {
        // What is drawn without colour must keep its other attributes: we decide about colour.
        force_color_output(true);
        enter().inspect_err(|_| give_back())?;
        let start = || {
            let drawn = size()?;
            Ok(Self { terminal: terminal(drawn)?, drawn, forgotten: false, mouse: false })
        };
        start().inspect_err(|_| give_back())
    }

    /// Takes the terminal again after the shell had it, and forgets what was on it.
    pub(super) fn retake(&mut self) -> io::Result<()> {
        disable_raw_mode()?;
        enter()?;
        self.mouse = false;
        self.forget();
        Ok(())
    }

    /// Makes the next frame draw every cell.
    pub(super) const fn forget(&mut self) {
        self.forgotten = true;
    }

    /// Sends a sequence of our own making.
    pub(super) fn send(&mut self, sequence: &str) -> io::Result<()> {
        let out = self.terminal.backend_mut();
        out.write_all(sequence.as_bytes())?;
        Write::flush(out)
    }

    /// Draws the state, as one update of the terminal.
    pub(super) fn draw(&mut self, state: &State, theme: &Theme) -> io::Result<()> {
        let size = size()?;
        let anew = std::mem::take(&mut self.forgotten) || size != self.drawn;
        if anew {
            (self.terminal, self.drawn) = (terminal(size)?, size);
        }
        if self.mouse != state.prefs.mouse {
            self.mouse = state.prefs.mouse;
            queue!(self.terminal.backend_mut(), Capture(self.mouse))?;
        }
        queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)?;
        if anew {
            // `Terminal::clear` would ask the terminal where its cursor is, wait two seconds for
            // the answer, and fail without one.
            self.terminal.backend_mut().clear()?;
        }
        self.terminal.draw(|frame| view::draw(state, theme, frame))?;
        execute!(self.terminal.backend_mut(), EndSynchronizedUpdate)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

/// Asks the terminal to tell of clicks and of the wheel, and no more; or to keep the mouse for
/// itself.
struct Capture(bool);

impl Command for Capture {
    fn write_ansi(&self, f: &mut impl fmt::Write) -> fmt::Result {
        f.write_str(if self.0 { "\x1b[?1000h\x1b[?1006h" } else { "\x1b[?1006l\x1b[?1000l" })
    }
}

/// Asks the terminal for its background; the answer comes among the keys, if one comes.
pub(super) fn ask_background() -> io::Result<()> {
    let mut out = Patient(stdout());
    out.write_all(b"\x1b]11;?\x1b\\")?;
    out.flush()
}

fn enter() -> io::Result<()> {
    TAKEN.store(true, Ordering::SeqCst);
    enable_raw_mode()?;
    execute!(Patient(stdout()), EnterAlternateScreen, EnableBracketedPaste)
}

/// Gives the terminal back, if it is taken; what fails is past mending.
pub(super) fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        // First what cannot hang: a terminal may take nothing more.
        let _ = disable_raw_mode();
        let normal = SetAttribute(crossterm::style::Attribute::Reset);
        let _ = execute!(
            Patient(stdout()),
            EndSynchronizedUpdate,
            DisableBracketedPaste,
            Capture(false),
            ResetColor,
            normal,
            LeaveAlternateScreen,
            Show
        );
    }
}

/// Makes a panic speak in one clean line, for it may quote any text, and that of the main thread
/// give the terminal back before. Panics of workers are caught where these begin; while there is a
/// screen they are reported there, and a message here would garble it.
pub fn set_panic_hook() {
    panic::set_hook(Box::new(|info| {
        if thread::current().name() == Some("main") {
            give_back();
        } else if TAKEN.load(Ordering::SeqCst) {
            return;
        }
        let _ = writeln!(io::stderr(), "docbao: internal error: {}", clean_line(&info.to_string()));
    }));
}
