//! The loaded rows, and which of them are shown in which order.
//!
//! There may be ten thousand: sorting happens when the rows or the order change, a key in
//! the search only filters, and of each row the text that is searched is made once.

use std::collections::BTreeSet;
use std::ops::Range;

use flow_service::connection::Connection;
use flow_service::value::ConnectionId;

use super::order::Order;
use crate::screen::connections::words::list as words;

/// What the list needs of a connection.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its ID.
    pub id: ConnectionId,
    /// Its name, if it has one.
    pub name: Option<String>,
    /// The ID of its connection spec; empty if the service gave none.
    pub spec_id: String,
    /// What stands for the source.
    pub source: String,
    /// Its state as the service gives it; empty if it gave none.
    pub state: String,
    /// When it was changed last, else created: milliseconds since 1970 (UTC).
    pub updated_at: Option<u64>,
    /// Who made it; empty if the service gave no one.
    pub created_by: String,
    /// Whether it is selected.
    pub selected: bool,
    /// All that is searched, in lower case, the name in the first line.
    haystack: String,
}

impl Row {
    fn new(connection: Connection) -> Self {
        let spec_id = connection.spec_id.unwrap_or_default();
        let state = connection.state.unwrap_or_default();
        let created_by = connection.created_by.unwrap_or_default();
        let name = connection.name.filter(|name| !name.trim().is_empty());
        let haystack = [
            name.as_deref().unwrap_or_default(),
            connection.id.as_str(),
            words::source(&spec_id).unwrap_or(&spec_id),
            words::state(&state),
            &created_by,
        ]
        .join("\n")
        .to_lowercase();
        Self {
            source: words::short_source(&spec_id),
            updated_at: connection.updated_at.or(connection.created_at),
            id: connection.id,
            selected: false,
            name,
            spec_id,
            state,
            created_by,
            haystack,
        }
    }

    /// The name by which it is sorted.
    pub(super) fn folded_name(&self) -> &str {
        self.haystack.split('\n').next().unwrap_or_default()
    }
}

/// Which rows are shown.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Filter {
    /// What is searched, as it was typed.
    pub search: String,
    /// Only those in this state.
    pub state: Option<String>,
    /// Only those of the source with this connection spec.
    pub source: Option<String>,
}

impl Filter {
    /// Whether it lets every row pass.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.search.trim().is_empty() && self.state.is_none() && self.source.is_none()
    }

    /// Each word that was typed has to be in the row.
    fn words(&self) -> Vec<String> {
        self.search.split_whitespace().map(str::to_lowercase).collect()
    }
}

/// The rows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rows {
    /// As the service gave them.
    held: Vec<Row>,
    /// The places of all rows, sorted.
    sorted: Vec<u32>,
    /// The places of those that pass the filter, sorted.
    shown: Vec<u32>,
    /// The states that there are.
    states: BTreeSet<String>,
    /// The connection specs that there are.
    sources: BTreeSet<String>,
}

impl Rows {
    /// How many are loaded.
    #[must_use]
    pub const fn loaded(&self) -> usize {
        self.held.len()
    }

    /// How many are shown.
    #[must_use]
    pub const fn shown(&self) -> usize {
        self.shown.len()
    }

    /// Those of the shown ones that stand at these places.
    pub fn between(&self, places: Range<usize>) -> impl Iterator<Item = &Row> {
        let places = self.shown.get(places).unwrap_or_default();
        places.iter().filter_map(|&place| self.held.get(place as usize))
    }

    /// Those that are selected, shown or not, newest first.
    pub fn selected(&self) -> impl Iterator<Item = &Row> {
        self.held.iter().filter(|row| row.selected)
    }

    /// The states that there are.
    pub fn states(&self) -> impl Iterator<Item = &str> {
        self.states.iter().map(String::as_str)
    }

    /// The connection specs that there are.
    pub fn sources(&self) -> impl Iterator<Item = &str> {
        self.sources.iter().map(String::as_str)
    }

    /// Whether what is chosen in the filter is still one of the choices.
    pub(super) fn offers(&self, filter: &Filter) -> bool {
        filter.state.as_ref().is_none_or(|state| self.states.contains(state))
            && filter.source.as_ref().is_none_or(|source| self.sources.contains(source))
    }

    /// Adds a page. One that is there already is passed over: a connection that moves
    /// between two pages is named by both.
    pub(super) fn add(&mut self, page: Vec<Connection>, order: Order, filter: &Filter) {
        let mut known: BTreeSet<&str> = self.held.iter().map(|row| row.id.as_str()).collect();
        let is_new: Vec<bool> = page.iter().map(|added| known.insert(added.id.as_str())).collect();
        let added = page.into_iter().zip(is_new).filter(|(_, is_new)| *is_new);
        self.held.extend(added.map(|(connection, _)| Row::new(connection)));
        self.changed(order, filter);
    }

    /// Selects those that are selected in the other rows.
    pub(super) fn select_as(&mut self, other: &Self) {
        let chosen: BTreeSet<&str> = other.selected().map(|row| row.id.as_str()).collect();
        for row in &mut self.held {
            row.selected = chosen.contains(row.id.as_str());
        }
    }

    /// Replaces one, which may have another name now.
    pub(super) fn replace(&mut self, connection: &Connection, order: Order, filter: &Filter) {
        let Some(row) = self.held.iter_mut().find(|row| row.id == connection.id) else { return };
        let selected = row.selected;
        *row = Row { selected, ..Row::new(connection.clone()) };
        self.changed(order, filter);
    }

    /// Takes one out.
    pub(super) fn forget(&mut self, id: &ConnectionId, order: Order, filter: &Filter) {
        let before = self.held.len();
        self.held.retain(|row| row.id != *id);
        if self.held.len() < before {
            self.changed(order, filter);
        }
    }

    /// Selects one, or does not.
    pub(super) fn select(&mut self, id: &ConnectionId, selected: bool) {
        if let Some(row) = self.held.iter_mut().find(|row| row.id == *id) {
            row.selected = selected;
        }
    }

    /// Selects those that are shown, besides those that are selected.
    pub(super) fn select_shown(&mut self) {
        for &place in &self.shown {
            if let Some(row) = self.held.get_mut(place as usize) {
                row.selected = true;
            }
        }
    }

    /// Selects none.
    pub(super) fn select_none(&mut self) {
        for row in &mut self.held {
            row.selected = false;
        }
    }

    /// After the rows were changed: there may be other choices too.
    fn changed(&mut self, order: Order, filter: &Filter) {
        self.states = self.held.iter().map(|row| row.state.clone()).collect();
        self.sources = self.held.iter().map(|row| row.spec_id.clone()).collect();
        self.arrange(order, filter);
    }

    /// Sorts all, and filters.
    pub(super) fn arrange(&mut self, order: Order, filter: &Filter) {
        self.sorted = (0u32..).take(self.held.len()).collect();
        if order != Order::Newest {
            let held = &self.held;
            self.sorted.sort_by(|&one, &other| {
                match (held.get(one as usize), held.get(other as usize)) {
                    (Some(one), Some(other)) => order.compare(one, other),
                    _ => std::cmp::Ordering::Equal,
                }
            });
        }
        self.filter(filter);
    }

    /// Filters all.
    pub(super) fn filter(&mut self, filter: &Filter) {
        self.shown = self.passing(&self.sorted, filter);
    }

    /// Filters those that are shown: enough where the new filter lets no row pass that the
    /// old one held back.
    pub(super) fn narrow(&mut self, filter: &Filter) {
        self.shown = self.passing(&self.shown, filter);
    }

    fn passing(&self, places: &[u32], filter: &Filter) -> Vec<u32> {
        let words = filter.words();
        let passes = |row: &Row| {
            filter.state.as_ref().is_none_or(|state| row.state == *state)
                && filter.source.as_ref().is_none_or(|source| row.spec_id == *source)
                && words.iter().all(|word| row.haystack.contains(word.as_str()))
        };
        let place = |&place: &u32| self.held.get(place as usize).is_some_and(passes);
        places.iter().copied().filter(place).collect()
    }
}
