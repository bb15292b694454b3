//! What the application asks the world for.

use std::io;
use std::time::{Duration, Instant};

use crate::app::{Effect, Msg, Phrase, Program};
use crate::runtime::lent::Lent;
use crate::runtime::terminal::{Screen, give_back, size};
use crate::runtime::{Outcome, clipboard, outside, store};
use crate::text::clean_line;

use super::EventLoop;

/// Sets after how long keys that wait for more show how they can go on.
const MENU_WAIT: Duration = Duration::from_millis(500);

impl EventLoop<'_> {
    /// Does what the application asks for; gives how the program ends, when it does.
    pub(super) fn carry_out(
        &mut self,
        effect: Effect,
        screen: &mut Screen,
    ) -> io::Result<Option<Outcome>> {
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
            Effect::Reread(job) => self.workers.reread(job),
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
            outside::browse(what).map(|()| None)
        } else {
            let lent = Lent::new();
            give_back();
            let opened = outside::open_text(program, what);
            drop(lent);
            self.resume(screen)?;
            opened
        };
        match opened {
            Ok(None) => {}
            Ok(Some(end)) => self.state.tell(Phrase::EndedBadly { end: &clean_line(&end) }),
            Err(error) => {
                let error = clean_line(&error.to_string());
                self.state.tell(Phrase::CannotOpen { error: &error });
            }
        }
        Ok(())
    }

    /// Gives the terminal to the shell until it continues the process.
    pub(super) fn suspend(&mut self, screen: &mut Screen) -> io::Result<()> {
        give_back();
        self.resumed = self.stopper.stop();
        if !self.resumed {
            self.state.tell(Phrase::NoShell);
        }
        self.resume(screen)
    }

    /// Takes the terminal again, at the size that it has now.
    pub(super) fn resume(&mut self, screen: &mut Screen) -> io::Result<()> {
        screen.retake()?;
        let size = size()?;
        self.state.update(Msg::Resize(size.width, size.height));
        Ok(())
    }
}
