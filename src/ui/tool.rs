//! The panel of the tool that is open.

use yew::{Callback, Html};

use super::act::Act;
use super::element::{At, div, element};
use crate::screen::{Model, words};

pub(super) fn tool(model: &Model, _act: &Callback<Act>) -> Html {
    let Some(tool) = model.tool else { return Html::default() };
    let heading = element("h2").set(At::Id, "tool-heading").text(words::tool(tool));
    let panel = div("box").set(At::Role, "region").set(At::LabelledBy, "tool-heading");
    panel.child(heading).into()
}
