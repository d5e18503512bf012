//! The panel of the tool that is open.

use yew::{Callback, Html};

use super::act::Act;
use super::check::check;
use super::element::{At, div, element};
use crate::screen::{Model, Tool, element_id, words};

pub(super) fn tool(model: &Model, act: &Callback<Act>) -> Html {
    let Some(tool) = model.tool else { return Html::default() };
    let heading = element("h2").set(At::Id, "tool-heading").text(words::tool(tool));
    let panel = div("box").set(At::Role, "region").set(At::LabelledBy, "tool-heading");
    match tool {
        Tool::Import | Tool::Profiles => panel.child(heading).into(),
        Tool::Check => {
            let panel = panel.set(At::Id, element_id::CHECK).set(At::TabIndex, "-1");
            panel.child(heading).child(check(model, act)).into()
        }
    }
}
