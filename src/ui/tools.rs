//! The tools above the form: a button each, the sample values, and the panel of the tool that
//! is open.

use yew::Callback;

use super::act::{Act, On, button};
use super::door::missing_part;
use super::element::{At, Element, div, element};
use super::views::Views;
use crate::screen::{Model, Msg, Phase, Tool, words};

pub(super) fn tools(model: &Model, act: &Callback<Act>, views: Option<Views>) -> Element {
    let press = |tool| match tool {
        Tool::Import => On::Click(|| Msg::ToolPressed(Tool::Import)),
        Tool::Profiles => On::Click(|| Msg::ToolPressed(Tool::Profiles)),
        Tool::Check => On::Click(|| Msg::ToolPressed(Tool::Check)),
    };
    let buttons = Tool::ALL.into_iter().map(|tool| {
        let open = model.tool == Some(tool);
        button(act, press(tool))
            .set(At::Id, tool.id())
            .set(At::Expanded, if open { "true" } else { "false" })
            .set(At::Controls, "tool")
            .text(words::tool(tool))
    });
    // Beside the tools, because it fills in the form as they do.
    let settled = matches!(model.phase, Phase::Created { .. } | Phase::Unknown { .. });
    let sample = div("sample")
        .flag(At::Hidden, settled || !model.settings.offers_samples())
        .child(button(act, On::Click(|| Msg::SamplePressed)).text(words::FILL_SAMPLE));
    let panel = div("slot").set(At::Id, "tool");
    let panel = match (model.tool, views) {
        (Some(_), Some(views)) => panel.node((views.tool)(model, act)),
        (Some(_), None) => panel.child(missing_part(model, act, true)),
        (None, _) => panel,
    };
    element("section")
        .set(At::Class, "tools")
        .set(At::Label, words::TOOLS)
        .child(div("actions").children(buttons).child(sample))
        .child(panel)
}
