//! The panel of the tool *Check*: the stages, and what was found at each.

use std::rc::Rc;

use yew::Callback;
use yew::virtual_dom::ListenerKind;

use super::act::{Act, On, button, copy_button};
use super::element::{At, Element, div, element, paragraph};
use super::failures::advised;
use super::outcome::pairs;
use crate::screen::check::{Finding, Msg as CheckMsg, State, Step, Verdict, may_run};
use crate::screen::words::check as said;
use crate::screen::{CopyTarget, Model, Msg, words};

/// What stands in the panel.
pub(super) fn check(model: &Model, act: &Callback<Act>) -> Element {
    let check = &model.check;
    let running = check.is_running();
    // One button, so that the focus stays on it.
    let press = if running { listens(|| CheckMsg::Stopped) } else { listens(|| CheckMsg::Pressed) };
    // What runs can be stopped at any time.
    let waits = !running && !may_run(model);
    let run = button(act, press).mark(At::Disabled, waits).text(if running {
        said::STOP
    } else {
        said::RUN
    });
    let copy = element("span")
        .set(At::Class, "slot")
        .flag(At::Hidden, check.steps.is_empty() || running)
        .child(copy_button(model, said::COPY_REPORT, CopyTarget::CheckReport, act));
    let over = paragraph("over").flag(At::Hidden, check.steps.is_empty());
    let steps = element("ol")
        .set(At::Class, "stages")
        // Without the browser's own numbers, one browser would not say that it is a list.
        .set(At::Role, "list")
        .set(At::Label, said::STAGES)
        .flag(At::Hidden, check.steps.is_empty())
        .children(check.steps.iter().map(|step| stage(model, act, step)));
    div("check")
        .child(paragraph("intro").text(said::INTRO))
        .child(div("actions").child(run).child(copy))
        .child(paragraph("intro").flag(At::Hidden, !waits).text(said::NOT_NOW))
        .child(over.text(said::said(check)))
        .child(steps)
}

/// The button beside a creation that failed.
pub(super) fn explain(act: &Callback<Act>) -> Element {
    button(act, listens(|| CheckMsg::ExplainPressed)).text(said::EXPLAIN)
}

fn listens(msg: fn() -> CheckMsg) -> On {
    On::Hear(ListenerKind::onclick, Rc::new(move |_| Some(Msg::Check(msg()))))
}

fn stage(model: &Model, act: &Callback<Act>, step: &Step) -> Element {
    let state = model.check.state(step);
    let took = step.done.as_ref().and_then(said::took).unwrap_or_default();
    let head = div("stage")
        .child(element("span").set(At::Class, "name").text(said::stage(step.stage)))
        .child(element("span").set(At::Class, class(state)).text(said::state(state)))
        .child(element("span").set(At::Class, "took").string(took));
    let id = model.check.connection(step.stage);
    let about = paragraph("help").flag(At::Hidden, id.is_none());
    let about = about.string(id.map(said::of_connection).unwrap_or_default());
    let in_creation = div("slot").flag(At::Hidden, step.in_creation.is_none());
    let in_creation = match &step.in_creation {
        Some(error) => advised(
            in_creation.child(paragraph("error").text(said::in_creation(error))),
            error,
            words::failure(error, model.built_in_auth()),
            true,
        ),
        None => in_creation,
    };
    let found = step.done.iter().flat_map(|done| &done.found);
    let found = found.map(|finding| match finding.error() {
        // It is told in full above; only its figures are others.
        Some(error) if step.is_refused_alike(error) => div("slot")
            .child(paragraph("error").text(said::REFUSED_ALIKE))
            .child(pairs(words::failure_details(error))),
        _ => found_at(model, act, finding),
    });
    let found = div("slot").children(found);
    element("li").child(head).child(about).child(in_creation).child(found)
}

fn found_at(model: &Model, act: &Callback<Act>, finding: &Finding) -> Element {
    let text = said::finding(finding, &model.auth());
    let class = match finding.verdict() {
        Verdict::Passed => "help",
        Verdict::Warning => "remark",
        Verdict::Failed => "error",
    };
    if let Some(error) = finding.error() {
        // Of a failure, its own words say it all.
        let plain = text.is_empty();
        let told = div("slot").child(paragraph(class).flag(At::Hidden, plain).string(text));
        return advised(told, error, words::failure(error, model.built_in_auth()), true);
    }
    let told = paragraph(class);
    match finding {
        Finding::Problem(field, _) | Finding::Remark(field, _) => {
            let link = element("a")
                .set_string(At::Href, ["#", &field.id()].concat())
                .on(act, On::Seek(field.clone()));
            told.child(link.string(text))
        }
        _ => told.string(text),
    }
}

const fn class(state: State) -> &'static str {
    match state {
        State::NotRun => "state",
        State::Running => "state progress",
        State::Is(Verdict::Passed) => "state passed",
        State::Is(Verdict::Warning) => "state warning",
        State::Is(Verdict::Failed) => "state failed",
    }
}
