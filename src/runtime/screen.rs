//! The loop: it waits for what happens, lets the application take in all that has, carries out the
//! effects, and draws once. It neither polls nor ticks.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use crate::app::{Effect, Keymap, Load, Msg, Phrase, Prefs, Program, State, ThemeName};

use crate::corpus::Diagnostic;
use crate::entity::Corrections;
use crate::reading::Memory;
use crate::search::Abbreviations;
use crate::text::clean_line;

use super::cache::Cache;
use super::clipboard;
use super::environment::Themes;
use super::event::Event;
use super::input;
use super::journal::{Journal, Keeper, corpus_number};
use super::lent::Lent;
use super::loader::{Input, LoadEvent, LoadHandle, load, load_kept};
use super::outside;
use super::signals::{self, Stopper, exit_status};
use super::store;
use super::terminal::{Screen, ask_background, give_back, size};
use super::workers::Workers;

/// Limits the events that are taken in before a frame is drawn.
const EVENTS_A_FRAME: usize = 256;

/// Sets how long a frame waits for the entities of an article that was just opened: they come in
/// a moment, and then the article is drawn once and not twice.
const ENTITIES_WAIT: Duration = Duration::from_millis(8);

/// Sets after how long keys that wait for more show how they can go on.
const MENU_WAIT: Duration = Duration::from_millis(500);

/// Sets how long after its start the program waits for the terminal's answer before it ends.
const ANSWER_WAIT: Duration = Duration::from_millis(200);

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
    let loading = start_loading(start.inputs, cache, sender);
    let mut session = Session {
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
    let outcome = session.run(&mut screen, &events);
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

struct Session<'t> {
    state: State,
    workers: Workers,
    keeper: Keeper,
    themes: &'t Themes,
    stopper: Stopper,
    started: Instant,
    /// Whether the signal that continued the process is still to be told of, though it was heeded.
    resumed: bool,
    /// How many of the diagnostics do not come from the load.
    before: usize,
    /// Whether the entities of the article on the screen are about to come.
    waits: bool,
    /// When the menu of keys is to be shown, and the number of that request.
    menu: Option<(Instant, u64)>,
    /// When the terminal was asked for its background, as long as it has not answered.
    asked: Option<Instant>,
}

impl Session<'_> {
    fn run(&mut self, screen: &mut Screen, events: &Receiver<Event>) -> io::Result<Outcome> {
        let mut asks = self.state.prefs.auto_theme;
        loop {
            self.keeper.settle();
            screen.draw(&self.state, self.themes.get(self.state.prefs.theme))?;
            if std::mem::take(&mut asks) {
                // After the first frame, which must not wait for it.
                ask_background()?;
                self.asked = Some(Instant::now());
            }
            let first = match self.wait(events) {
                Err(RecvTimeoutError::Disconnected) => return Ok(Outcome::Quit),
                first => first.ok(),
            };
            let now = Msg::Time(self.started.elapsed());
            self.take(Event::App(now), screen)?;
            let mut next = first.or_else(|| self.moment());
            let mut taken = 0;
            while let Some(event) = next {
                if let Some(outcome) = self.take(event, screen)? {
                    self.await_answer(outcome, events);
                    return Ok(outcome);
                }
                taken += 1;
                next = if taken < EVENTS_A_FRAME { self.next(events) } else { None };
            }
        }
    }

    /// Waits a moment for the answer to a question that was just asked: the shell must not get it.
    fn await_answer(&mut self, outcome: Outcome, events: &Receiver<Event>) {
        let Some(asked) = self.asked.filter(|_| outcome == Outcome::Quit) else { return };
        while let Some(left) = ANSWER_WAIT.checked_sub(asked.elapsed()) {
            if matches!(events.recv_timeout(left), Err(_) | Ok(Event::App(Msg::Background(_)))) {
                return;
            }
        }
    }

    /// Waits for an event, or for the time at which something happens without one.
    fn wait(&self, events: &Receiver<Event>) -> Result<Event, RecvTimeoutError> {
        let read = self.state.wake_at().map(|at| at.saturating_sub(self.started.elapsed()));
        let menu = self.menu.map(|(at, _)| at.saturating_duration_since(Instant::now()));
        match read.into_iter().chain(menu).min() {
            Some(patience) => events.recv_timeout(patience),
            None => events.recv().map_err(RecvTimeoutError::from),
        }
    }

    /// Tells that the menu of keys is to be shown, when it is time for that.
    fn moment(&mut self) -> Option<Event> {
        let (_, generation) = self.menu.take_if(|(at, _)| *at <= Instant::now())?;
        Some(Event::App(Msg::Moment(generation)))
    }

    /// Gives an event that has come, or that is about to.
    fn next(&mut self, events: &Receiver<Event>) -> Option<Event> {
        if std::mem::take(&mut self.waits) {
            return events.recv_timeout(ENTITIES_WAIT).ok();
        }
        events.try_recv().ok()
    }

    fn take(&mut self, event: Event, screen: &mut Screen) -> io::Result<Option<Outcome>> {
        match event {
            Event::App(msg) => {
                // It stands before those of the load.
                self.before += usize::from(matches!(msg, Msg::Forgetful(_)));
                if matches!(msg, Msg::Background(_)) {
                    self.asked = None;
                }
                for effect in self.state.update(msg) {
                    if let Some(outcome) = self.carry_out(effect, screen)? {
                        return Ok(Some(outcome));
                    }
                }
            }
            Event::Suspend => self.suspend(screen)?,
            // The terminal is taken again already: to take it twice would let it go in between.
            Event::Continued if std::mem::take(&mut self.resumed) => {}
            Event::Continued => self.resume(screen)?,
            Event::Ended(signal) => return Ok(Some(Outcome::Signal(exit_status(signal)))),
            Event::Lost(error) => return Err(error),
        }
        Ok(None)
    }

    fn carry_out(&mut self, effect: Effect, screen: &mut Screen) -> io::Result<Option<Outcome>> {
        match effect {
            Effect::Prepare(segment) => self.workers.prepare(segment),
            Effect::FindEntities(segment) => self.workers.find_entities(segment),
            Effect::Tag(article, segment) => {
                self.workers.tag(article, segment);
                self.waits = true;
            }
            Effect::Search(request) => self.workers.search(request),
            Effect::ListEntities(request) => self.workers.list_entities(request),
            Effect::CountMonths(request) => self.workers.count_months(request),
            Effect::Keep(on) => {
                let diagnostics = self.state.diagnostics.get(self.before..);
                self.workers.keep(on, diagnostics.unwrap_or_default().to_vec());
            }
            Effect::Dossier { generation, id, on } => self.workers.gather(generation, id, on),
            Effect::Correct(correction) => {
                if let Err(error) = store::keep(&correction) {
                    let error = &*clean_line(&error.to_string());
                    self.state.tell(Phrase::CorrectionNotKept { error });
                }
            }
            Effect::Copy(text) => {
                screen.send(&clipboard::sequence(&text, clipboard::in_tmux()))?;
                clipboard::give_to_tool(text);
            }
            Effect::OpenOutside { program, what } => self.open_outside(program, &what, screen)?,
            Effect::Remember(entry) => self.keeper.keep(entry),
            Effect::ShowMenuSoon(generation) => {
                self.menu = Some((Instant::now() + MENU_WAIT, generation));
            }
            Effect::Redraw => screen.forget(),
            Effect::Suspend => self.suspend(screen)?,
            Effect::Quit => return Ok(Some(Outcome::Quit)),
        }
        Ok(None)
    }

    /// Opens a text or an address in another program; a pager and an editor have the terminal until
    /// they are closed.
    fn open_outside(
        &mut self,
        program: Program,
        what: &str,
        screen: &mut Screen,
    ) -> io::Result<()> {
        let opened = if program == Program::Browser {
            outside::browse(what)
        } else {
            let lent = Lent::new();
            give_back();
            let opened = outside::open_text(program, what);
            drop(lent);
            self.resume(screen)?;
            opened
        };
        if let Err(error) = opened {
            let error = clean_line(&error.to_string());
            self.state.tell(Phrase::CannotOpen { error: &error });
        }
        Ok(())
    }

    /// Gives the terminal to the shell until it continues the process.
    fn suspend(&mut self, screen: &mut Screen) -> io::Result<()> {
        give_back();
        self.resumed = self.stopper.stop();
        if !self.resumed {
            self.state.tell(Phrase::NoShell);
        }
        self.resume(screen)
    }

    /// Takes the terminal again, at the size that it has now.
    fn resume(&mut self, screen: &mut Screen) -> io::Result<()> {
        screen.retake()?;
        let size = size()?;
        self.state.update(Msg::Resize(size.width, size.height));
        Ok(())
    }
}
