//! The list of connections: what is loaded, sought, sorted and filtered.

mod loading;

mod order;

mod rows;

pub use loading::{Fetch, Fetching, Load, Loaded, Next, PAGE_SIZE};
pub(super) use loading::{first_page, next_page, online, opened};
pub use order::{Column, Direction, Order};
pub use rows::{Filter, Row, Rows};

use flow_service::connection::Connection;
use flow_service::value::ConnectionId;

use super::message::{Effect, Moment};
use super::model::Model;
use super::removal::{self, Target};
use super::window::{self, Scroll};
use super::words::list as words;

/// The height of a row, in CSS pixels; the style has the same. It is one for all widths, so
/// that the rows that can be seen follow from how far the list is scrolled.
pub const ROW_HEIGHT: u32 = 40;

/// How much of the list is seen before the browser has said so: the most that the style
/// allows, in CSS pixels.
const HEIGHT_AT_FIRST: u32 = 640;

/// The `id` of the heading of the view.
pub const HEADING_ID: &str = "connections-heading";

/// The `id` of the element that scrolls.
pub const SCROLL_ID: &str = "connections-rows";

/// The `id` of the search.
pub const SEARCH_ID: &str = "connections-search";

/// The list.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct List {
    /// Which connections the service is asked for.
    pub scope: Scope,
    /// Which of the loaded ones are shown.
    pub filter: Filter,
    /// In which order.
    pub order: Order,
    /// How far it is scrolled.
    pub scroll: Scroll,
    /// How often the filter was changed by other means than its inputs: a choice that a
    /// person made stays chosen in the browser until its element is another.
    pub resets: u32,
    /// What is there.
    pub load: Load,
}

/// Which connections the service is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scope {
    /// Those of this source.
    #[default]
    ThisSource,
    /// Those of all sources.
    AllSources,
}

impl Scope {
    /// All, in their order.
    pub const ALL: [Self; 2] = [Self::ThisSource, Self::AllSources];

    /// The value of the choice.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::ThisSource => "this",
            Self::AllSources => "all",
        }
    }
}

impl List {
    /// What is loaded, if anything is.
    #[must_use]
    pub fn loaded(&self) -> Option<&Loaded> {
        if let Load::Loaded(loaded) = &self.load { Some(loaded) } else { None }
    }

    /// How many rows are selected.
    #[must_use]
    pub fn selected(&self) -> usize {
        self.loaded().map(|loaded| loaded.rows.selected().count()).unwrap_or_default()
    }

    /// The places of the rows to draw, among those that are shown.
    #[must_use]
    pub fn drawn(&self) -> std::ops::Range<usize> {
        let shown = self.loaded().map(|loaded| loaded.rows.shown()).unwrap_or_default();
        let height = if self.scroll.height == 0 { HEIGHT_AT_FIRST } else { self.scroll.height };
        window::visible(self.scroll.top, height, ROW_HEIGHT, shown)
    }

    /// The rows, with what they are arranged by.
    fn rows(&mut self) -> Option<(&mut Rows, Order, &Filter)> {
        match &mut self.load {
            Load::Loaded(loaded) => Some((&mut loaded.rows, self.order, &self.filter)),
            Load::Nothing | Load::Loading | Load::Failed(_) => None,
        }
    }
}

/// What a person does in the list.
#[derive(Debug, Clone)]
pub enum Msg {
    /// The search has this text now.
    Typed(String),
    /// The heading of a column was pressed.
    Sorted(Column),
    /// Only those in this state shall be shown; all if it is empty.
    StateChosen(String),
    /// Only those of this connection spec shall be shown; all if it is empty.
    SourceChosen(String),
    /// The service shall be asked for these: the key of a [`Scope`].
    ScopeChosen(String),
    /// Search and filters shall be empty.
    FiltersCleared,
    /// The list was scrolled.
    Scrolled(Scroll),
    /// A row was selected, or is not any more.
    Selected(ConnectionId, bool),
    /// All that are shown shall be selected.
    AllSelected,
    /// None shall be selected.
    SelectionCleared,
    /// The selected shall be deleted.
    DeletePressed,
    /// This shall be loaded.
    Wanted(Fetching),
    /// The first page shall be asked for once more.
    RetryPressed,
    /// No further page shall be loaded.
    StopPressed,
}

/// Decides.
pub(super) fn update(model: &mut Model, msg: Msg, _moment: Moment) -> Vec<Effect> {
    let list = &mut model.list;
    match msg {
        Msg::Typed(text) => return typed(list, text),
        Msg::Sorted(column) => {
            list.order = list.order.pressed(column);
            if let Some((rows, order, filter)) = list.rows() {
                rows.arrange(order, filter);
            }
            return to_top(list);
        }
        Msg::StateChosen(state) => {
            list.filter.state = (!state.is_empty()).then_some(state);
            return filtered(list);
        }
        Msg::SourceChosen(source) => {
            list.filter.source = (!source.is_empty()).then_some(source);
            return filtered(list);
        }
        Msg::FiltersCleared => {
            list.filter = Filter::default();
            list.resets = list.resets.wrapping_add(1);
            let mut effects = filtered(list);
            effects.push(Effect::Focus(SEARCH_ID.to_owned()));
            return effects;
        }
        Msg::Scrolled(scroll) => scrolled(list, scroll),
        Msg::Selected(id, selected) => {
            if let Some((rows, ..)) = list.rows() {
                rows.select(&id, selected);
            }
        }
        Msg::AllSelected => {
            if let Some((rows, ..)) = list.rows() {
                rows.select_shown();
            }
        }
        Msg::SelectionCleared => {
            if let Some((rows, ..)) = list.rows() {
                rows.select_none();
            }
            return vec![Effect::Focus(SEARCH_ID.to_owned())];
        }
        Msg::DeletePressed => {
            let targets = list.loaded().map(|loaded| loaded.rows.selected().map(Target::of_row));
            let targets = targets.map(Iterator::collect).unwrap_or_default();
            return removal::asked(model, targets);
        }
        Msg::ScopeChosen(key) => return loading::scope_chosen(model, &key),
        Msg::Wanted(what) => return loading::wanted(model, what),
        Msg::RetryPressed => {
            let mut effects = loading::reload(model);
            // The button that was pressed goes with the failure.
            effects.push(Effect::Focus(SEARCH_ID.to_owned()));
            return effects;
        }
        Msg::StopPressed => return loading::stopped(model),
    }
    Vec::new()
}

/// A longer text only takes rows away from those that are shown. That there are none any
/// more is said; their number at each key would be too much.
fn typed(list: &mut List, text: String) -> Vec<Effect> {
    let narrows = text.starts_with(&list.filter.search);
    list.filter.search = text;
    let Some((rows, _, filter)) = list.rows() else { return Vec::new() };
    let before = rows.shown();
    if narrows {
        rows.narrow(filter);
    } else {
        rows.filter(filter);
    }
    let none = before > 0 && rows.shown() == 0;
    let mut effects = to_top(list);
    effects.extend(none.then(|| Effect::say(words::NO_MATCH)));
    effects
}

/// The filter was changed by one choice, so the number of rows is said.
fn filtered(list: &mut List) -> Vec<Effect> {
    let Some((rows, _, filter)) = list.rows() else { return Vec::new() };
    rows.filter(filter);
    let said = words::said_shown(rows.shown(), rows.loaded());
    let mut effects = to_top(list);
    effects.push(Effect::say(said));
    effects
}

/// Other rows are shown now, from the first one.
fn to_top(list: &mut List) -> Vec<Effect> {
    if list.scroll.top == 0 {
        return Vec::new();
    }
    list.scroll.top = 0;
    vec![Effect::ScrollToTop(SCROLL_ID)]
}

/// The model stays as it is while the same rows are to be drawn, so that nothing is drawn.
fn scrolled(list: &mut List, scroll: Scroll) {
    let before = (list.drawn(), list.scroll);
    list.scroll = scroll;
    if list.drawn() == before.0 {
        list.scroll = before.1;
    }
}

/// A connection has other fields now.
pub(super) fn renamed(model: &mut Model, connection: &Connection) {
    if let Some((rows, order, filter)) = model.list.rows() {
        rows.replace(connection, order, filter);
    }
}

/// A connection does not exist any more.
pub(super) fn forget(model: &mut Model, id: &ConnectionId) {
    if let Some((rows, order, filter)) = model.list.rows() {
        rows.forget(id, order, filter);
    }
}
