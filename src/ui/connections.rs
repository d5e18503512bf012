//! The view *Connections*: what was created on this page.

use super::element::{At, Element, div, element, paragraph};
use crate::screen::{Connected, Model, Route, words};

pub(super) fn connections(model: &Model) -> Element {
    let none = model.created.is_empty();
    let columns = words::COLUMNS.map(|column| element("th").set(At::Scope, "col").text(column));
    let table = element("table")
        .child(element("thead").child(element("tr").children(columns)))
        .child(element("tbody").children(model.created.iter().rev().map(row)));
    div("view")
        .flag(At::Hidden, model.route != Route::Connections)
        .child(element("h1").text(words::CONNECTIONS_HEADING))
        .child(paragraph("intro").text(words::CONNECTIONS_INTRO))
        .child(paragraph("empty").flag(At::Hidden, !none).text(words::CONNECTIONS_NONE))
        .child(
            div("scroll")
                .flag(At::Hidden, none)
                .set(At::TabIndex, "0")
                .set(At::Role, "group")
                .set(At::Label, words::CONNECTIONS_HEADING)
                .child(table),
        )
}

fn row(connected: &Connected) -> Element {
    let id = connected.id.as_str();
    element("tr")
        .key(id)
        .child(element("th").set(At::Scope, "row").string(connected.name.clone()))
        .child(element("td").child(element("code").string(id.to_owned())))
        .child(element("td").string(connected.sandbox.clone()))
        .child(element("td").string(words::utc(connected.at)))
}
