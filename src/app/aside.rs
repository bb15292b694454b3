//! What the corpus says of the focused entity, beside the text where there is room for it.

use std::sync::Arc;

use crate::dossier::Dossier;
use crate::entity::EntityId;

use super::{Effect, State};

/// Holds what was gathered of the focused entity.
#[derive(Debug, Clone, Default)]
pub(super) struct Aside {
    /// The entity that was asked for, and how many articles were known and gone then.
    asked: Option<(EntityId, usize, usize)>,
    dossier: Option<Arc<Dossier>>,
}

impl State {
    /// Gives what the corpus says of the focused entity, as far as that has been gathered.
    pub fn beside(&self) -> Option<&Dossier> {
        let id = self.focused_id()?;
        self.aside.dossier.as_deref().filter(|dossier| dossier.id == id)
    }

    /// Asks what the corpus says of the focused entity: when it is another one than before, or when
    /// more articles are known.
    pub(super) fn look_aside(&mut self) -> Option<Effect> {
        self.panes().aside.filter(|_| self.card.is_none() && self.overlay.is_none())?;
        let (known, gone) = (self.library.tagged(), self.library.searchable.withdrawn.len());
        let wanted = (self.focused_id()?, known, gone);
        if self.aside.asked == Some(wanted) {
            return None;
        }
        self.aside.asked = Some(wanted);
        Some(self.gather(wanted.0))
    }

    /// Asks what the corpus says of an entity; what was asked for before comes no more.
    pub(super) fn gather(&mut self, id: EntityId) -> Effect {
        self.dossier_generation += 1;
        let on = self.library.searchable.clone();
        Effect::Dossier { generation: self.dossier_generation, id, on }
    }

    /// Takes what was gathered: for the card when one is open, else to stand beside the text.
    pub(super) fn gathered(&mut self, dossier: Option<Arc<Dossier>>) -> Vec<Effect> {
        if self.card.is_some() {
            return self.fill_card(dossier);
        }
        self.aside.dossier = dossier;
        Vec::new()
    }

    fn focused_id(&self) -> Option<EntityId> {
        let reader = self.reader.as_ref()?;
        let entity = reader.resolved.entity(reader.focus?);
        entity.kind.is_named().then_some(entity.id)
    }
}
