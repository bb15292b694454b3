//! What comes from the cache.

use std::sync::Arc;

use ratatui::layout::Size;

use super::harness::{app, type_in};
use super::seen;
use crate::app::{Effect, Load, Msg, Prefs, State};

/// What was computed before needs no worker, and shows the same as what is computed now.
#[test]
fn what_was_kept_is_shown_as_what_is_computed() {
    let computed = app(100, 14);
    let on = &computed.library.searchable;
    let mut kept = State::new(Size::new(100, 14), Prefs::default());
    for part in on.segments.clone() {
        let effects = kept.update(Msg::Kept(part));
        assert!(!effects.iter().any(|effect| matches!(effect, Effect::Prepare(_))), "{effects:?}");
    }
    type_in(&mut kept, "j");
    assert_eq!(seen(&kept), "list #1", "the list is there before the entities are");
    type_in(&mut kept, "k");
    for known in &on.entities {
        let effects = kept.update(Msg::Tagged(Arc::clone(known)));
        assert!(effects.is_empty(), "{effects:?}");
    }
    let effects = kept.update(Msg::Progress(Load { done: true, ..Load::default() }));
    assert!(matches!(effects[..], [Effect::Keep(_)]), "{effects:?}");
    assert_eq!(kept.library.tagged(), kept.library.corpus.len());
    type_in(&mut kept, "{tab}");
    let mut state = computed;
    type_in(&mut state, "{tab}");
    assert_eq!(seen(&kept), seen(&state));
}

/// Entities that do not come are looked for, once.
#[test]
fn what_was_not_kept_is_found_out() {
    let computed = app(100, 14);
    let on = &computed.library.searchable;
    let mut kept = State::new(Size::new(100, 14), Prefs::default());
    for part in on.segments.clone() {
        kept.update(Msg::Kept(part));
    }
    let asked = |effects: Vec<Effect>| {
        let segment = |effect| match effect {
            Effect::FindEntities(segment) => Some(segment.first),
            _ => None,
        };
        effects.into_iter().filter_map(segment).collect::<Vec<_>>()
    };
    let firsts: Vec<_> = on.segments.iter().map(|part| part.segment.first).collect();
    let done = || Msg::Progress(Load { done: true, ..Load::default() });
    assert_eq!(asked(kept.update(done())), firsts);
    assert_eq!(asked(kept.update(done())), []);
}
