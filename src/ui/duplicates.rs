//! The connections that have the name which is typed. They stand beside the button, where they
//! move nothing: they come while a person may be on the way to it.

use yew::Callback;

use super::act::{Act, On};
use super::element::{At, Element, div, element, paragraph};
use crate::screen::{Model, Route, duplicates, words};

/// How many are named.
const NAMED: usize = 3;

pub(super) fn mention(model: &Model, act: &Callback<Act>) -> Element {
    let Some((ids, more)) = duplicates(model) else { return div("duplicates") };
    let links = ids.iter().take(NAMED).map(|id| {
        let route = Route::Connection(id.clone());
        element("a")
            .set_string(At::Href, route.fragment())
            .on(act, On::Follow(route))
            .string(words::open_duplicate(id.as_str()))
    });
    div("duplicates")
        .child(paragraph("remark").string(words::duplicates(ids.len(), more)))
        .children(links)
}
