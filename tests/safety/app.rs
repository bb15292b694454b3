//! An application without a terminal: what workers do in time is done here when a test wants it.

use std::mem::discriminant;
use std::sync::Arc;
use std::time::Duration;

use docbao::app::{Effect, Load, Msg, Prefs, State};
use docbao::corpus::{Article, ArticleNo, Changes, Record, Segment, Shape, Source, parse_record};
use docbao::dossier::{dossier, months};
use docbao::entity::Tagger;
use docbao::search::{EntityIndex, Joiner, Limits, entities_by_kind, search};
use ratatui::layout::Size;

/// Holds the state, and what it has asked for and not got.
pub struct App {
    pub state: State,
    pub waiting: Vec<Effect>,
    joiner: Joiner,
}

impl App {
    pub fn new(columns: u16, rows: u16) -> Self {
        let state = State::new(Size::new(columns, rows), Prefs::default());
        Self { state, waiting: Vec::new(), joiner: Joiner::default() }
    }

    /// Loads articles as the next segment.
    pub fn load(&mut self, articles: Vec<Article>) {
        let first = ArticleNo(self.state.library.corpus.len() as u32);
        self.send(Msg::Loaded(Arc::new(Segment { first, articles: articles.into() })));
    }

    /// Says that all is loaded.
    pub fn finish(&mut self) {
        self.send(Msg::Progress(Load { done: true, ..Load::default() }));
    }

    pub fn send(&mut self, msg: Msg) {
        self.waiting.extend(self.state.update(msg));
    }

    /// Answers something that waits; what is of one sort is answered in order.
    pub fn answer(&mut self, index: usize) {
        let Some(sort) = self.waiting.get(index).map(discriminant) else { return };
        let first = self.waiting.iter().position(|effect| discriminant(effect) == sort);
        let effect = self.waiting.remove(first.unwrap_or(index));
        if let Some(msg) = answer(effect, &mut self.joiner) {
            self.send(msg);
        }
    }

    /// Answers all that waits.
    pub fn settle(&mut self) {
        while !self.waiting.is_empty() {
            self.answer(0);
        }
    }
}

fn answer(effect: Effect, joiner: &mut Joiner) -> Option<Msg> {
    Some(match effect {
        Effect::Prepare(segment) => Msg::Searchable(joiner.add(segment)),
        Effect::FindEntities(segment) => {
            Msg::Tagged(Arc::new(EntityIndex::build(&segment, Tagger::shared())))
        }
        Effect::Tag(number, segment) => {
            Msg::ArticleTagged(number, Tagger::shared().read(segment.get(number)?))
        }
        Effect::Search(request) => {
            let limits = Limits { titles: 9, entities: 9, passages: 9 };
            let query = request.parsed();
            let results = search(&request.on, &query, limits, &|| false)?;
            Msg::Found {
                generation: request.generation,
                results: Box::new(results),
                took: Duration::ZERO,
            }
        }
        Effect::Dossier { generation, id, on } => {
            Msg::Dossier { generation, dossier: dossier(&on, id).map(Arc::new) }
        }
        Effect::ListEntities(request) => {
            let query = request.parsed();
            let groups = entities_by_kind(&request.on, &query, 9, &|| false)?;
            Msg::EntitiesListed { generation: request.generation, groups }
        }
        Effect::CountMonths(request) => {
            let query = request.parsed();
            let timeline = months(&request.on, &query);
            Msg::MonthsCounted { generation: request.generation, timeline }
        }
        Effect::ShowMenuSoon(generation) => Msg::Moment(generation),
        Effect::Reread(_) => Msg::Reread(Changes::default()),
        Effect::Keep(_)
        | Effect::Copy(_)
        | Effect::OpenOutside { .. }
        | Effect::Correct(_)
        | Effect::Remember(_)
        | Effect::Redraw
        | Effect::Suspend
        | Effect::Quit => return None,
    })
}

/// Reads an article of a text in some form; nothing where there is none.
pub fn article(name: &str, shape: Shape, text: &str) -> Option<Article> {
    let record = Record { bytes: text.into(), line: 1, shape };
    Some(parse_record(&record, &Source::new(name)).ok()?.article)
}
