//! The panel of the tool that is open.

use yew::{Callback, Html};

use super::act::Act;
use super::element::{At, div, element};
use super::profiles;
use crate::screen::{Model, Tool, words};

pub(super) fn tool(model: &Model, act: &Callback<Act>) -> Html {
    let Some(tool) = model.tool else { return Html::default() };
    let heading = element("h2").set(At::Id, "tool-heading").text(words::tool(tool));
    let panel = div("box").set(At::Role, "region").set(At::LabelledBy, "tool-heading");
    let content = match tool {
        Tool::Profiles => profiles::panel(model, act),
        Tool::Import | Tool::Check => div("slot"),
    };
    panel.child(heading).child(content).into()
}
