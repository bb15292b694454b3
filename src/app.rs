//! The application as a pure function: what happened goes in, a new state and the effects that the
//! world must carry out come out.
//!
//! It does no I/O, asks no clock and starts no thread. Of the screen it knows sizes and rectangles,
//! of the keyboard key events, as plain data.

mod action;
mod along;
mod amend;
mod aside;
mod attention;
mod card;
mod config;
mod copy;
mod effect;
mod entity_list;
mod entity_pane;
mod filter;
mod history;
mod keymap;
mod labels;
mod language;
mod library;
mod line;
mod list;
mod listing;
mod live;
mod menu;
mod months;
mod mouse;
mod moves;
mod msg;
mod outside;
mod overlay;
mod page;
mod panes;
mod perform;
mod reader;
mod recall;
mod results;
mod resume;
mod show;
mod sorting;
mod state;
mod typing;
mod update;
mod visits;

#[cfg(test)]
pub(crate) mod tests;

pub use action::{ACTIONS, Action, ActionInfo, Place};
pub(crate) use card::HEAD_LINES;
pub use card::{Card, CardRow};
pub use config::{Config, DEFAULTS, Fault, KindStyle, SIGNS};
pub use effect::{Effect, SearchRequest};
pub use entity_list::{EntityList, EntityRow, Scope};
pub use entity_pane::{EntityPane, PaneRow};
pub use filter::{Chip, Filter};
pub use history::{History, Sought, Spot, Visit};
pub use keymap::{Keymap, Meaning, key_name};
pub use labels::{Label, Labels};
pub use language::{Language, Phrase};
pub use library::Library;
pub use line::LineEdit;
pub use list::ListPane;
pub use listing::{Listing, group_name};
pub use live::{Outdated, Reread};
pub use menu::Menu;
pub use months::Months;
pub use mouse::Mouse;
pub use msg::{Load, Msg};
pub use outside::Program;
pub use overlay::{Overlay, OverlayKind, OverlayRow, QUERY_HELP};
pub use panes::{Panes, Shape, panes};
pub use reader::{Layout, Reader, Row, RowKind, Setting, Thread, ThreadKind, Way};
pub use results::{Found, ResultRow, SearchPane, Target};
pub use sorting::MenuRow;
pub use state::{Focus, Prefs, State};

pub use crate::reading::{Group, PageStyle, Sort, ThemeName};
