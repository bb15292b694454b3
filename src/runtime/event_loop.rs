//! The loop: it waits for what happens, lets the application take in all that has, carries out the
//! effects, and draws once. It neither polls nor ticks.

mod effects;

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use crate::app::{Msg, State};

use super::Outcome;
use super::environment::Themes;
use super::event::Event;
use super::journal::Keeper;
use super::signals::{Stopper, exit_status};
use super::terminal::{Screen, ask_background};
use super::workers::Workers;

/// Limits the events that are taken in before a frame is drawn.
const EVENTS_A_FRAME: usize = 256;

/// Sets how long a frame waits for the entities of an article that was just opened: they come in
/// a moment, and then the article is drawn once and not twice.
const ENTITIES_WAIT: Duration = Duration::from_millis(8);

/// Sets how long after its start the program waits for the terminal's answer before it ends.
const ANSWER_WAIT: Duration = Duration::from_millis(200);

/// Holds what the loop works with.
pub(super) struct EventLoop<'t> {
    pub(super) state: State,
    pub(super) workers: Workers,
    pub(super) keeper: Keeper,
    pub(super) themes: &'t Themes,
    pub(super) stopper: Stopper,
    pub(super) started: Instant,
    /// Whether the signal that continued the process is still to be told of, though it was heeded.
    pub(super) resumed: bool,
    /// How many of the diagnostics do not come from the load.
    pub(super) before: usize,
    /// Whether the entities of the article on the screen are about to come.
    pub(super) waits: bool,
    /// When the menu of keys is to be shown, and the number of that request.
    pub(super) menu: Option<(Instant, u64)>,
    /// When the terminal was asked for its background, as long as it has not answered.
    pub(super) asked: Option<Instant>,
}

impl EventLoop<'_> {
    /// Runs until the program ends.
    pub(super) fn run(
        &mut self,
        screen: &mut Screen,
        events: &Receiver<Event>,
    ) -> io::Result<Outcome> {
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
}
