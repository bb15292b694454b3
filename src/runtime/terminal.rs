//! Taking the terminal and giving it back exactly as it was.

use std::io::{self, BufWriter, IsTerminal, Stdout, Write, stdout};
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crossterm::cursor::Show;
use crossterm::style::{ResetColor, SetAttribute, force_color_output};
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
    disable_raw_mode, enable_raw_mode,
};
use crossterm::{execute, queue};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Size;

use crate::app::State;
use crate::text::clean_line;
use crate::view::{self, Theme};

/// Sets the bytes of a frame that are gathered before they are written.
const BUFFER: usize = 64 * 1024;

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

/// Holds the terminal while the program draws on it.
pub(super) struct Screen {
    terminal: Terminal<CrosstermBackend<BufWriter<Stdout>>>,
    /// Whether what is on the screen is not known.
    forgotten: bool,
}

impl Screen {
    /// Takes the terminal: raw keys, the alternate screen.
    ///
    /// # Errors
    /// Gives what the terminal answered; it is as it was then.
    pub(super) fn take() -> io::Result<Self> {
        // What is drawn without colour must keep its other attributes: we decide about colour.
        force_color_output(true);
        set_panic_hook();
        enter().inspect_err(|_| give_back())?;
        let backend = CrosstermBackend::new(BufWriter::with_capacity(BUFFER, stdout()));
        let terminal = Terminal::new(backend).inspect_err(|_| give_back())?;
        Ok(Self { terminal, forgotten: false })
    }

    /// Takes the terminal again after the shell had it, and forgets what was on it.
    pub(super) fn retake(&mut self) -> io::Result<()> {
        disable_raw_mode()?;
        enter()?;
        self.forget();
        Ok(())
    }

    /// Makes the next frame draw every cell.
    pub(super) const fn forget(&mut self) {
        self.forgotten = true;
    }

    /// Gives the size of the terminal.
    pub(super) fn size(&self) -> io::Result<Size> {
        self.terminal.size()
    }

    /// Draws the state, as one update of the terminal.
    pub(super) fn draw(&mut self, state: &State, theme: &Theme) -> io::Result<()> {
        queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)?;
        if std::mem::take(&mut self.forgotten) {
            // `Terminal::clear` would ask the terminal where its cursor is, wait two seconds for
            // the answer, and fail without one.
            let size = self.terminal.size()?;
            self.terminal.resize(size.into())?;
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

fn enter() -> io::Result<()> {
    TAKEN.store(true, Ordering::SeqCst);
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen)
}

/// Gives the terminal back, if it is taken; what fails is past mending.
pub(super) fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        // First what cannot hang: a terminal may take nothing more.
        let _ = disable_raw_mode();
        let normal = SetAttribute(crossterm::style::Attribute::Reset);
        let _ = execute!(
            stdout(),
            EndSynchronizedUpdate,
            ResetColor,
            normal,
            LeaveAlternateScreen,
            Show
        );
    }
}

/// Makes a panic of the main thread give the terminal back before it speaks. Panics of workers are
/// caught where these begin and reported on the screen, which a message here would garble.
fn set_panic_hook() {
    panic::set_hook(Box::new(|info| {
        if thread::current().name() != Some("main") {
            return;
        }
        give_back();
        let _ = writeln!(io::stderr(), "docbao: internal error: {}", clean_line(&info.to_string()));
    }));
}
