//! The panel *Import*: ways to give a text, and what came of the last one.

use flow_service::import::NothingFound;
use yew::Callback;
use yew::virtual_dom::ListenerKind;

use super::act::{Act, On, button};
use super::element::{At, Element, div, element, paragraph};
use crate::screen::import::{Change, Filled, LeftOut, Msg as ImportMsg, Outcome, Report};
use crate::screen::words::import as say;
use crate::screen::{Model, Msg, element_id, words};

pub(super) fn import(model: &Model, act: &Callback<Act>) -> Element {
    let label = |id: &'static str, text: &'static str| {
        div("label").child(element("label").set(At::For, id).text(text))
    };
    let file = element("input")
        .set(At::Type, "file")
        .set(At::Id, element_id::IMPORT_FILE)
        .on(act, On::Give(ListenerKind::onchange));
    // What is pasted here goes on at once; it is never shown.
    let text = element("textarea")
        .set(At::Id, element_id::IMPORT_TEXT)
        .set(At::Rows, "2")
        .set(At::AutoComplete, "off")
        .set(At::SpellCheck, "false");
    let fields = div("fields")
        .child(div("field").child(label(element_id::IMPORT_FILE, say::FILE)).child(file))
        .child(div("field").child(label(element_id::IMPORT_TEXT, say::TEXT)).child(text));
    div("import")
        .child(paragraph("intro").text(say::INTRO))
        .child(fields)
        .child(div("actions").child(button(act, On::GiveTyped).text(say::FILL_IN)))
        .child(outcome(model, act))
}

fn outcome(model: &Model, act: &Callback<Act>) -> Element {
    let Some(outcome) = &model.import else { return div("imported") };
    let failed = !matches!(outcome, Outcome::Filled(_) | Outcome::Undone | Outcome::UndoneButToken);
    let said = div("imported")
        .set(At::Id, element_id::IMPORTED)
        .set(At::TabIndex, "-1")
        .set(At::Role, if failed { "alert" } else { "group" })
        .set(At::Label, words::tool(crate::screen::Tool::Import))
        .child(element("p").child(element("strong").string(say::outcome(outcome))));
    match outcome {
        Outcome::Filled(report) => said.child(report_of(model, act, report)),
        Outcome::Nothing(NothingFound::NothingUsable(_, ignored)) => {
            let reasons: Vec<_> = ignored.iter().cloned().map(LeftOut::from).collect();
            said.child(reasons_of(&reasons)).child(earlier(model, act))
        }
        _ => said.child(earlier(model, act)),
    }
}

/// What an earlier import filled in can still be taken back.
fn earlier(model: &Model, act: &Callback<Act>) -> Element {
    let slot = div("slot");
    let Some(report) = &model.import_before else { return slot };
    slot.child(element("h3").text(say::EARLIER)).child(report_of(model, act, report))
}

fn reasons_of(reasons: &[LeftOut]) -> Element {
    div("slot")
        .flag(At::Hidden, reasons.is_empty())
        .child(element("h3").text(say::LEFT_OUT))
        .child(element("ul").children(reasons.iter().map(left_out)))
}

fn report_of(model: &Model, act: &Callback<Act>, report: &Report) -> Element {
    let nothing = report.left_out.is_empty();
    let undo = On::Click(|| Msg::Import(ImportMsg::UndoPressed));
    div("slot")
        .child(element("h3").text(say::FILLED))
        .child(element("ul").children(report.filled.iter().map(|one| filled(model, one))))
        .child(reasons_of(&report.left_out))
        .child(element("p").flag(At::Hidden, !nothing).text(say::NOTHING_LEFT_OUT))
        .child(div("actions").child(button(act, undo).text(say::UNDO)))
}

/// The input by its label; never the value.
fn filled(model: &Model, one: &Filled) -> Element {
    let label = say::label(&one.input, &model.spec);
    // What came of the wish is told at the source.
    let is_settled = one.change == Change::Awaited && model.sources.wanted.is_none();
    let said = if is_settled { "" } else { say::change(one.change) };
    let change = element("span").set(At::Class, "help").flag(At::Hidden, said.is_empty());
    let from = element("code").flag(At::Hidden, one.name.is_empty()).string(one.name.clone());
    element("li").string(label).text(" ").child(from).text(" ").child(change.text(said))
}

fn left_out(one: &LeftOut) -> Element {
    let name = element("code").string(one.name.clone());
    element("li").child(name).text(say::BEFORE_A_REASON).text(say::reason(one.reason))
}
