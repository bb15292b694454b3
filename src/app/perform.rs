//! Carrying out actions.

use std::borrow::Cow;

use crate::entity::Kind;

use super::moves::Distance;
use super::reader::Way;
use super::{Action, Effect, Focus, OverlayKind, Phrase, Program, State, ThemeName};

/// Bounds and step of the columns that text may take.
pub(super) const MEASURE: (u16, u16, u16) = (40, 120, 4);

impl State {
    /// Carries out an action.
    pub fn perform(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Down => self.travel(Distance::Line(1)),
            Action::Up => self.travel(Distance::Line(-1)),
            Action::PageDown => self.travel(Distance::Page(1)),
            Action::PageUp => self.travel(Distance::Page(-1)),
            Action::HalfDown => self.travel(Distance::Half(1)),
            Action::HalfUp => self.travel(Distance::Half(-1)),
            Action::First => self.travel(Distance::First),
            Action::Last => self.travel(Distance::Last),
            Action::Open => self.open(),
            Action::Card => self.open_card(),
            Action::Merge => self.merge_entity(),
            Action::Reject => self.reject(),
            Action::Reclass => self.ask_kind(),
            Action::Undo => self.undo(),
            Action::Sort => self.open_sort_menu(),
            Action::Star => self.toggle_star(),
            Action::Read => self.toggle_read(),
            Action::With => self.toggle_chip(true),
            Action::Without => self.toggle_chip(false),
            Action::Back => self.back(),
            Action::NextArticle => self.step_article(Way::Forward),
            Action::PreviousArticle => self.step_article(Way::Back),
            Action::HistoryBack => self.revisit(Way::Back),
            Action::HistoryForward => self.revisit(Way::Forward),
            Action::Search => self.start_search(),
            Action::Find => self.start_find(),
            Action::Redraw => self.redraw(),
            Action::Suspend => vec![Effect::Suspend],
            Action::Quit => vec![Effect::Quit],
            Action::NextMention => self.step_mention(Way::Forward),
            Action::PreviousMention => self.step_mention(Way::Back),
            Action::Labels => self.start_labels(),
            Action::Months => self.show_months(),
            Action::Entities => self.list_entities(),
            Action::NextMatch => self.step_thread(Way::Forward),
            Action::PreviousMatch => self.step_thread(Way::Back),
            Action::Follow => self.follow(),
            Action::Solo(digit) => self.solo(digit),
            Action::ShowAllKinds => self.solo(0),
            Action::Wider => self.change_measure(MEASURE.2.cast_signed()),
            Action::Narrower => self.change_measure(-MEASURE.2.cast_signed()),
            Action::Zoom => self.zoom(),
            Action::Dim | Action::Justify | Action::Indent => self.switch_page(action),
            Action::Mouse => self.switch_mouse(),
            Action::Copy => self.ask_copy(),
            Action::Page => self.open_outside(Program::Pager),
            Action::Edit => self.open_outside(Program::Editor),
            Action::Browse => self.open_outside(Program::Browser),
            Action::Theme => self.switch_theme(),
            Action::Help => self.lay_over(OverlayKind::Help),
            Action::Palette => self.lay_over(OverlayKind::Palette),
            Action::Diagnostics => self.lay_over(OverlayKind::Diagnostics),
        }
    }

    fn redraw(&mut self) -> Vec<Effect> {
        let mut effects = self.renew_search();
        effects.extend(self.take_newest());
        self.arrange_loaded(self.article_at(self.list.selected));
        effects.push(Effect::Redraw);
        effects
    }

    /// Backs out one step: of the whole screen, of the article, of the results.
    fn back(&mut self) -> Vec<Effect> {
        if self.prefs.zoom {
            return self.zoom();
        }
        if self.focus == Focus::Reader {
            self.leave_reader();
        } else if self.search.found.is_some() || !self.search.line.text().is_empty() {
            return self.end_search();
        } else if let Some(effects) = self.drop_chip() {
            return effects;
        }
        Vec::new()
    }

    fn zoom(&mut self) -> Vec<Effect> {
        if self.reader.is_some() {
            self.prefs.zoom = !self.prefs.zoom;
            self.focus = Focus::Reader;
            self.lay_out();
        }
        Vec::new()
    }

    /// Takes the mouse, or gives it back to the terminal.
    fn switch_mouse(&mut self) -> Vec<Effect> {
        self.prefs.mouse = !self.prefs.mouse;
        self.tell(if self.prefs.mouse { Phrase::MouseOurs } else { Phrase::MouseGiven });
        Vec::new()
    }

    fn switch_theme(&mut self) -> Vec<Effect> {
        self.prefs.theme = self.prefs.theme.other();
        self.prefs.auto_theme = false;
        Vec::new()
    }

    fn change_measure(&mut self, by: i16) -> Vec<Effect> {
        let measure = self.prefs.measure.saturating_add_signed(by);
        self.prefs.measure = measure.clamp(MEASURE.0, MEASURE.1);
        self.tell(Phrase::MeasureNow { columns: self.prefs.measure.into() });
        self.lay_out();
        Vec::new()
    }

    fn step_mention(&mut self, way: Way) -> Vec<Effect> {
        let solo = self.solo;
        let found = self.with_reader(|reader, height, _| reader.step_mention(way, solo, height));
        if found == Some(false) {
            let what = &*self.what();
            let any = self.reader.as_ref().is_some_and(|reader| reader.focus.is_some());
            self.tell(match way {
                _ if !any => Phrase::NoneHere { what },
                Way::Forward => Phrase::NoneFurther { what },
                Way::Back => Phrase::NoneEarlier { what },
            });
        }
        Vec::new()
    }

    /// Names what one goes through: entities of the one kind that is shown, or of any.
    pub(super) fn what(&self) -> Cow<'static, str> {
        let language = self.prefs.language;
        match self.solo {
            Some(kind) => language.kind(kind).into(),
            None => language.say(Phrase::AnyEntity),
        }
    }

    fn solo(&mut self, digit: u8) -> Vec<Effect> {
        // No digit is left for no kind at all: 0 shows them all.
        let index = usize::from(digit).checked_sub(1);
        let kind = index.and_then(|index| Kind::ALL.get(index).copied());
        self.solo = if self.solo == kind { None } else { kind };
        let solo = self.solo;
        self.with_reader(|reader, _, _| {
            let is_shown = |&index: &usize| {
                solo.is_none_or(|kind| reader.resolved.mentions[index].kind == kind)
            };
            reader.focus = reader.focus.filter(is_shown);
        });
        Vec::new()
    }

    fn follow(&mut self) -> Vec<Effect> {
        let name = self.with_reader(|reader, _, _| reader.follow().map(str::to_owned)).flatten();
        self.tell(match &name {
            Some(name) => Phrase::Following { name },
            None => Phrase::FocusToFollow,
        });
        self.rethread();
        Vec::new()
    }
}

impl ThemeName {
    /// Gives the other one.
    const fn other(self) -> Self {
        match self {
            Self::Dark => Self::Light,
            Self::Light => Self::Dark,
        }
    }
}
