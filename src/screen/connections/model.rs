//! What is known of connections.

use flow_service::request::Access;

use super::calls::Calls;
use super::edit::Kept;
use super::list::List;
use super::message::CopyTarget;
use super::one::One;
use super::removal::Removal;
use crate::screen::Route;

/// Everything that the views of connections show follows from this. No secret is in it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Model {
    /// Which view is shown.
    pub route: Route,
    /// Who asks, and where, once that is complete.
    pub access: Option<Access>,
    /// The requests that are running.
    pub calls: Calls,
    /// The list.
    pub list: List,
    /// The removal of connections that is prepared, running or reported.
    pub removal: Option<Removal>,
    /// The connection that is open.
    pub one: Option<One>,
    /// Connections that were open before, with an edit that is not saved.
    pub parked: Vec<One>,
    /// Edits that were kept for this tab, until their connections are opened.
    pub kept: Vec<Kept>,
    /// The view that a link of these views leads to, until it is shown.
    pub led: Option<Route>,
    /// Whether the browser has no network.
    pub offline: bool,
    /// What was copied last, and whether that worked.
    pub copied: Option<(CopyTarget, bool)>,
    /// When something happened last, in milliseconds since 1970 (UTC).
    pub now: u64,
}

impl Model {
    /// How far everything is scrolled. It is taken note of only where other rows or columns
    /// come into view: while it stays, a scroll has nothing to draw.
    #[must_use]
    pub fn scrolled(&self) -> impl PartialEq + use<> {
        let explore = self.one.as_ref().map(|one| &one.explore);
        let open = explore.and_then(|explore| explore.open.as_ref());
        let tree = explore.map(|explore| explore.tree.pane);
        (self.list.scroll, tree, open.map(|open| (open.columns, open.grid.pane)))
    }
}
