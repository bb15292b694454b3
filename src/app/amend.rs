//! What the user says against what was found: it holds everywhere at once, and is kept.

use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEvent};

use crate::entity::{Correction, Kind, Named};

use super::aside::Aside;
use super::reader::ThreadKind;
use super::{Effect, Phrase, State};

/// Names a correction that waits for one more key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Pending {
    /// For the entity that this one is.
    Merge(Named),
    /// For the kind that this one is of.
    Kind(Named),
    /// For what is to be copied.
    Copy,
}

impl State {
    /// Merges two entities: the first time it takes the focused one, the second time it says that
    /// the first is this one.
    pub(super) fn merge_entity(&mut self) -> Vec<Effect> {
        let Some(chosen) = self.named() else { return Vec::new() };
        match self.pending.take() {
            Some(Pending::Merge(entity)) if entity != chosen => {
                self.tell(Phrase::Merged { name: &entity.name, other: &chosen.name });
                self.correct(Correction::Merge { entity, into: chosen })
            }
            _ => {
                self.tell(Phrase::MergeWithWhom { name: &chosen.name });
                self.pending = Some(Pending::Merge(chosen));
                Vec::new()
            }
        }
    }

    /// Rejects the focused mention, or the entity of the open card with all its mentions.
    pub(super) fn reject(&mut self) -> Vec<Effect> {
        let Some(entity) = self.named() else { return Vec::new() };
        let name = entity.name.clone();
        let place = self.reader.as_ref().and_then(|reader| {
            let mention = reader.resolved.mentions[reader.focus?];
            let article = self.library.article(reader.article)?;
            Some((article.id.to_string(), mention.span.start))
        });
        if self.card.is_some() {
            self.card = None;
            self.tell(Phrase::EntityRejected { name: &name });
            return self.correct(Correction::Reject { entity });
        }
        let Some((article, at)) = place else { return Vec::new() };
        self.tell(Phrase::MentionRejected { name: &name });
        self.correct(Correction::Mention { entity, article, at })
    }

    /// Asks for the kind that the focused entity is of.
    pub(super) fn ask_kind(&mut self) -> Vec<Effect> {
        let Some(entity) = self.named() else { return Vec::new() };
        let kinds = Kind::ALL.into_iter().filter(|kind| kind.is_named());
        let language = self.prefs.language;
        let kinds: Vec<_> =
            kinds.map(|kind| format!("{} {}", kind.index() + 1, language.kind(kind))).collect();
        self.tell(Phrase::WhichKind { name: &entity.name, kinds: &kinds.join("  ") });
        self.pending = Some(Pending::Kind(entity));
        Vec::new()
    }

    /// Takes the key that was asked for; any other one gives the question up.
    pub(super) fn answer(&mut self, key: KeyEvent) -> Option<Vec<Effect>> {
        match self.pending.take() {
            Some(Pending::Kind(entity)) => self.answer_kind(entity, key.code),
            Some(Pending::Copy) => self.answer_copy(key.code),
            other => {
                self.pending = other.filter(|_| key.code != KeyCode::Esc);
                None
            }
        }
    }

    fn answer_kind(&mut self, entity: Named, code: KeyCode) -> Option<Vec<Effect>> {
        let KeyCode::Char(digit) = code else { return None };
        let index = digit.to_digit(10)?.checked_sub(1)? as usize;
        let to = Kind::ALL.get(index).copied().filter(|kind| kind.is_named())?;
        let kind = self.prefs.language.kind(to);
        self.tell(Phrase::KindChanged { name: &entity.name, kind });
        Some(self.correct(Correction::Kind { entity, to }))
    }

    /// Takes the last correction back.
    pub(super) fn undo(&mut self) -> Vec<Effect> {
        let Some(last) = self.library.searchable.corrections.list().last() else {
            self.tell(Phrase::NothingToUndo);
            return Vec::new();
        };
        let name = match last {
            Correction::Merge { entity, .. }
            | Correction::Kind { entity, .. }
            | Correction::Reject { entity }
            | Correction::Mention { entity, .. } => entity.name.clone(),
            Correction::Undo => String::new(),
        };
        self.tell(Phrase::Undone { name: &name });
        self.correct(Correction::Undo)
    }

    /// Gives the focused entity as the user names it.
    fn named(&mut self) -> Option<Named> {
        let chip = self.chosen(true);
        if chip.is_none() {
            self.tell(Phrase::FocusToCorrect);
        }
        chip.map(|chip| Named { kind: chip.kind, name: chip.name })
    }

    /// Lets a correction hold: in the reader, the results, the card, the list.
    fn correct(&mut self, correction: Correction) -> Vec<Effect> {
        let said = self.notice.clone();
        let mut corrections = (*self.library.searchable.corrections).clone();
        corrections.add(correction.clone());
        self.library.searchable.corrections = Arc::new(corrections);
        self.aside = Aside::default();
        let mut effects = vec![Effect::Correct(correction)];
        effects.extend(self.renew_reader());
        self.refilter();
        if !self.search.line.text().trim().is_empty() {
            effects.extend(self.request_search());
        }
        if let Some(card) = self.card.take() {
            let id = self.library.searchable.corrections.canonical(card.id);
            effects.extend(self.show_card(id, card.name, card.pane.selected));
        }
        self.notice = said;
        effects
    }

    /// Gives the open article its entities anew.
    fn renew_reader(&mut self) -> Vec<Effect> {
        let Some(reader) = &mut self.reader else { return Vec::new() };
        let number = reader.article;
        if let Some(thread) = &mut reader.thread
            && let ThreadKind::Entity(id) = &mut thread.kind
        {
            *id = self.library.searchable.corrections.canonical(*id);
        }
        let resolved = self.library.resolved(number);
        if let (Some(resolved), Some(article)) = (resolved, self.library.article(number)) {
            reader.renew_mentions(article, resolved);
            self.rethread();
            return Vec::new();
        }
        reader.tagged = false;
        let segment = self.library.segment(number).cloned();
        segment.map(|segment| Effect::Tag(number, segment)).into_iter().collect()
    }
}
