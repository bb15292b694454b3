//! Starting the program on the terminal: what it works with, and what it begins with.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::time::{Instant, SystemTime};

use crate::app::{Keymap, Load, Msg, Prefs, State, ThemeName};

use crate::corpus::Diagnostic;
use crate::entity::Corrections;
use crate::reading::Memory;
use crate::search::Abbreviations;

use super::cache::Cache;
use super::environment::Themes;
use super::event::Event;
use super::event_loop::EventLoop;
use super::input;
use super::journal::{Journal, Keeper, corpus_number};
use super::loader::{Input, LoadEvent, LoadHandle, load, load_kept};
use super::signals::{self, Stopper};
use super::terminal::{Screen, size};
use super::watch;
use super::workers::Workers;

/// Tells how the program ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The user quit.
    Quit,
    /// A signal ended it; the status is what shells give for that.
    Signal(i32),
}

/// Holds what the screen starts with.
pub struct Start {
    /// What to read.
    pub inputs: Vec<Input>,
    /// What the user likes.
    pub prefs: Prefs,
    /// The keys.
    pub keymap: Keymap,
    /// The colours, where they were asked for.
    pub theme: Option<ThemeName>,
    /// Whether to begin as if nothing had been open before.
    pub fresh: bool,
    /// Whether files that change are read anew.
    pub watch: bool,
    /// What abbreviations stand for in the search.
    pub abbreviations: Abbreviations,
    /// What the user says against what is found.
    pub corrections: Corrections,
    /// What went wrong before.
    pub troubles: Vec<Diagnostic>,
    /// What is remembered of earlier times.
    pub memory: Memory,
    /// Where to keep what is to be remembered.
    pub journal: Option<Journal>,
    /// Where to keep what was computed.
    pub cache: Option<Cache>,
}

/// Shows articles on the terminal until the user quits. With a cache, what was computed before is
/// read from it, and what was not is kept.
///
/// # Errors
/// Gives an error when the terminal cannot be taken, drawn on or read from.
pub fn run(start: Start, themes: &Themes) -> io::Result<Outcome> {
    let (sender, events) = channel();
    signals::start(sender.clone())?;
    let stopper = Stopper::new()?;
    let keys = input::terminal()?;
    let mut screen = Screen::take()?;
    input::start(keys, sender.clone())?;
    let cache = start.cache.map(Arc::new);
    let workers = Workers::start(&sender, cache.clone());
    let before = start.troubles.len();
    let mut state = State::new(size()?, start.prefs).with_keymap(start.keymap);
    state.diagnostics = start.troubles;
    state.library.searchable.corrections = Arc::new(start.corrections);
    state.library.searchable.abbreviations = Arc::new(start.abbreviations);
    state.memory = start.memory;
    state.begin(corpus_number(&start.inputs), start.fresh);
    state.prefs.theme = start.theme.unwrap_or(state.prefs.theme);
    let keeper = Keeper::start(start.journal, &sender);
    let since = SystemTime::now();
    let watched = if start.watch { start.inputs.clone() } else { Vec::new() };
    let loading = start_loading(start.inputs, cache, sender.clone());
    watch::start(&watched, since, sender);
    let mut event_loop = EventLoop {
        state,
        workers,
        keeper,
        themes,
        stopper,
        started: Instant::now(),
        resumed: false,
        before,
        waits: false,
        menu: None,
        asked: None,
    };
    let outcome = event_loop.run(&mut screen, &events);
    drop(loading);
    drop(screen);
    outcome
}

fn start_loading(
    inputs: Vec<Input>,
    cache: Option<Arc<Cache>>,
    events: Sender<Event>,
) -> LoadHandle {
    let send = move |event| {
        let msg = match event {
            LoadEvent::Segment(segment) => Msg::Loaded(segment),
            LoadEvent::Kept(part) => Msg::Kept(part),
            LoadEvent::Entities(known) => Msg::Tagged(known),
            LoadEvent::Diagnostic(diagnostic) => Msg::Diagnostic(diagnostic),
            LoadEvent::Progress(progress) => Msg::Progress(Load {
                bytes: progress.bytes_read,
                total: progress.bytes_total,
                done: false,
            }),
            LoadEvent::Done => Msg::Progress(Load { done: true, ..Load::default() }),
        };
        events.send(Event::App(msg)).is_ok()
    };
    match cache {
        Some(cache) => load_kept(inputs, cache, send),
        None => load(inputs, send),
    }
}
