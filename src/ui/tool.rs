//! The panel of the tool that is open.

use yew::{Callback, Html};

use super::act::Act;
use super::check::check;
use super::element::{At, div, element};
use super::import::import;
use super::profiles;
use crate::screen::{Model, Tool, element_id, words};

pub(super) fn tool(model: &Model, act: &Callback<Act>) -> Html {
    let Some(tool) = model.tool else { return Html::default() };
    let heading = element("h2").set(At::Id, "tool-heading").text(words::tool(tool));
    let panel =
        div("box tool").set(At::Role, "region").set(At::LabelledBy, "tool-heading").child(heading);
    match tool {
        Tool::Import => panel.child(import(model, act)),
        Tool::Profiles => panel.child(profiles::panel(model, act)),
        Tool::Check => {
            panel.set(At::Id, element_id::CHECK).set(At::TabIndex, "-1").child(check(model, act))
        }
    }
    .into()
}
