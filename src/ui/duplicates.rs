//! The links to connections that have the name which is typed.

use flow_service::value::ConnectionId;
use yew::Callback;

use super::act::{Act, On};
use super::element::{At, Element, div, element};
use crate::screen::{Route, words};

/// How many are named.
const NAMED: usize = 3;

pub(super) fn links(act: &Callback<Act>, ids: &[ConnectionId]) -> Element {
    div("duplicates").children(ids.iter().take(NAMED).map(|id| {
        let route = Route::Connection(id.clone());
        element("a")
            .set_string(At::Href, route.fragment())
            .on(act, On::Follow(route))
            .string(words::open_duplicate(id.as_str()))
    }))
}
