//! The words of the list of connections.

mod sources;

pub use sources::{short_source, source};

pub use super::number::number;
pub use super::time::{exact, machine, relative};
pub use super::{DELETE, REFRESH, STATE, STOP};
pub use crate::screen::words::{CONNECTIONS, SHOW, SOURCE};

use super::number::counted;
use super::{CREATED_BY, UPDATED};
use crate::screen::connections::list::{Column, Direction, Order, Scope};
use crate::screen::words::{COPIED, COPY, NAME};

/// What the view says before Platform access is complete.
pub const NO_ACCESS: &str = "Fill in Platform access above to see the connections of its sandbox.";
/// While the first page is on its way.
pub const LOADING: &str = "Loading connections…";
/// The heading of a failure without any row.
pub const FAILED: &str = "The connections could not be loaded";
/// The heading of a failure below rows that are there.
pub const MORE_FAILED: &str = "The rest of the connections could not be loaded";
/// The heading of a failure above rows that are older now.
pub const REFRESH_FAILED: &str = "The connections could not be loaded anew";
/// The heading when the service names a next page elsewhere.
pub const NO_PATH: &str = "There are more connections, but the way to them is not known";
/// What that means.
pub const NO_PATH_WHAT: &str = "The service named a next page that is not one of its own, or once more the one that it had just given. The app does not follow it: the access token could go to another place.";
/// What to do then.
pub const NO_PATH_NEXT: &str = "Refresh. If it stays, tell whoever runs this page; a proxy between you and Adobe may change the answers.";

/// An input.
pub const SEARCH: &str = "Search";
/// What the search looks at.
pub const SEARCH_IN: &str = "Name, ID, source, state, created by";
/// The first option of a filter.
pub const ANY: &str = "Any";
/// A button.
pub const LOAD_MORE: &str = "Load more";
/// A button.
pub const LOAD_ALL: &str = "Load all";
/// A button, when nothing matches.
pub const CLEAR_FILTERS: &str = "Clear search and filters";
/// A button.
pub const CLEAR_SELECTION: &str = "Clear selection";
/// A button.
pub const SELECT_ALL: &str = "Select all shown";
/// Why *Delete…* is disabled.
pub const DELETE_RUNS: &str = "Another deletion is running. Wait for it, or stop it.";
/// The group of what can be done with the selected.
pub const SELECTION: &str = "Selection";
/// The column of the boxes.
pub const SELECT: &str = "Select";
/// The group that scrolls.
pub const TABLE: &str = "Table of connections";
/// While another page is on its way.
pub const LOADING_MORE: &str = "Loading more…";
/// Why nothing more can be loaded.
pub const ALL_LOADED: &str = "All are loaded.";
/// Why nothing more can be loaded now.
pub const BUSY: &str = "Connections are being loaded.";
/// While the list is loaded anew.
pub const REFRESHING: &str = "Loading anew…";
/// A sandbox without connections.
pub const NONE_AT_ALL: &str = "There is no base connection in this sandbox.";
/// A sandbox without connections of this source.
pub const NONE_OF_SOURCE: &str =
    "There is no base connection to Salesforce Service Cloud in this sandbox.";
/// What to do then.
pub const NONE_NEXT: &str = "One that you create appears here.";
/// Nothing matches.
pub const NO_MATCH: &str = "No loaded connection matches.";
/// Nothing matches, and not all is loaded.
pub const NO_MATCH_YET: &str =
    "No loaded connection matches. More are on the server: load them to search them too.";
/// A connection without a name.
pub const NO_NAME: &str = "(no name)";
/// What is not known of a connection.
pub const UNKNOWN: &str = "unknown";

/// The option of [`SHOW`].
#[must_use]
pub const fn scope(scope: Scope) -> &'static str {
    match scope {
        Scope::ThisSource => "This source",
        Scope::AllSources => "All sources",
    }
}

/// The heading of a column.
#[must_use]
pub const fn column(column: Column) -> &'static str {
    match column {
        Column::Name => NAME,
        Column::Source => SOURCE,
        Column::State => STATE,
        Column::Updated => UPDATED,
        Column::CreatedBy => CREATED_BY,
        Column::Id => "ID",
    }
}

/// The order of the rows.
#[must_use]
pub fn order(order: Order) -> String {
    match order {
        Order::Newest => "newest first".to_owned(),
        Order::By(column, direction) => {
            let direction = match (column, direction) {
                (Column::Updated, Direction::Ascending) => ", oldest first",
                (Column::Updated, Direction::Descending) => ", latest first",
                (_, Direction::Ascending) => ", A to Z",
                (_, Direction::Descending) => ", Z to A",
            };
            ["by ", &self::column(column).to_lowercase(), direction].concat()
        }
    }
}

/// A state of a connection. One that is not known here stands as the service gives it.
#[must_use]
pub fn state(state: &str) -> &str {
    match state {
        "enabled" => "Enabled",
        "disabled" => "Disabled",
        "initializing" => "Initializing",
        "updating" => "Updating",
        "disabling" => "Disabling",
        "enabled-finalizing" => "Finalizing",
        "delete-finalizing" => "Being deleted",
        "" => UNKNOWN,
        other => other,
    }
}

/// How many connections there are, with the noun.
#[must_use]
pub fn connections(count: usize) -> String {
    counted(count, "connection", "connections")
}

/// How many of the loaded rows are shown, in which order, and whether there are more.
#[must_use]
pub fn showing(shown: usize, loaded: usize, more: bool, order: Order) -> String {
    let rest = if more { "; more are on the server." } else { "; that is all." };
    let order = self::order(order);
    ["Showing ", &number(shown), " of ", &number(loaded), " loaded, ", &order, rest].concat()
}

/// While all pages are loaded, one after the other.
#[must_use]
pub fn loading_all(loaded: usize) -> String {
    [&number(loaded), " loaded…"].concat()
}

/// What the live region says when a page came.
#[must_use]
pub fn said_loaded(loaded: usize, all: bool) -> String {
    let all = if all && loaded > 1 { "All " } else { "" };
    [all, &connections(loaded), " loaded."].concat()
}

/// What the live region says when a filter was chosen.
#[must_use]
pub fn said_shown(shown: usize, loaded: usize) -> String {
    [&number(shown), " of ", &connections(loaded), " shown."].concat()
}

/// How many are selected.
#[must_use]
pub fn selected(count: usize) -> String {
    [&number(count), " selected"].concat()
}

/// The name of the box of a row.
#[must_use]
pub fn select(name: &str) -> String {
    ["Select ", name].concat()
}

/// The name of the copy button of a row; `text` is what stands on it.
#[must_use]
pub fn copy_id(text: &str, name: &str) -> String {
    [text, " ID of ", name].concat()
}

/// What stands on the copy button of a row, after it was pressed or before.
#[must_use]
pub const fn copy(copied: Option<bool>) -> &'static str {
    match copied {
        None => COPY,
        Some(true) => COPIED,
        Some(false) => "Not copied",
    }
}

/// What a screen reader says of the table as a whole.
#[must_use]
pub fn caption(sandbox: &str, order: Order) -> String {
    ["Base connections of the sandbox ", sandbox, ", ", &self::order(order)].concat()
}
