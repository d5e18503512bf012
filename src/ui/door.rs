//! Where the half of the app with connections is seen, once it is there.

use yew::{Callback, Html};

use super::act::{Act, On, button};
use super::element::{At, Element, div, element, paragraph};
use crate::screen::{Half, Model, Msg, Route, words};

pub(super) fn door(model: &Model, act: &Callback<Act>, part: Html) -> Element {
    // The other half has a heading of its own.
    let heading = element("h1").flag(At::Hidden, model.door.half == Half::Here);
    div("view")
        .flag(At::Hidden, model.route == Route::Create)
        .child(heading.text(words::CONNECTIONS))
        .child(missing_part(model, act, true))
        .child(div("slot").node(part))
}

/// Stands where something of the other half is missing, while it is missing.
pub(super) fn missing_part(model: &Model, act: &Callback<Act>, awaited: bool) -> Element {
    let half = model.door.half;
    let again = button(act, On::Click(|| Msg::PartWanted)).text(words::TRY_AGAIN);
    let failed = div("notice")
        .set(At::Role, "alert")
        .flag(At::Hidden, half != Half::Failed)
        .child(element("p").text(words::PART_FAILED))
        .child(again);
    let coming = half == Half::Awaited || (awaited && half == Half::Loading);
    div("slot")
        .child(paragraph("progress").flag(At::Hidden, !coming).text(words::LOADING))
        .child(failed)
}
