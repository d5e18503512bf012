//! What came of pressing *Create connection*: a list of problems, or the connection. A refusal
//! and an unknown outcome are in `failures.rs`.

use yew::{Callback, Html};

use super::act::{Act, On, button, copy_button};
use super::element::{At, Element, div, element, paragraph};
use super::failures::{self, Fields};
use super::kept;
use super::offline;
use super::profiles;
use super::sources;
use crate::screen::profiles::Said;
use crate::screen::unanswered::unanswered;
use crate::screen::{
    self, CopyTarget, Look, Model, Msg, Network, Phase, Route, TestRun, Tool, duplicates,
    element_id, words,
};

pub(super) fn outcome(model: &Model, act: &Callback<Act>) -> Html {
    let fields = Fields { model, act };
    let outcome = match &model.phase {
        Phase::Filling if model.summary => summary(&fields),
        Phase::Filling | Phase::Sending(_) => element("div"),
        Phase::Refused(refused) => failures::refused(&fields, &refused.cause),
        Phase::Unknown { cause, look, .. } => failures::unknown(&fields, cause, look),
        Phase::Created { test, .. } => created(&fields, test),
    };
    div("slot")
        .child(offline::notice(is_offline(model)))
        .child(kept::notice(model, act))
        .child(profiles::notices(model, act))
        .child(div("slot").child(outcome))
        .into()
}

/// What the live region says of it. Refusals are alerts and not repeated here.
pub(super) fn said(model: &Model) -> &'static str {
    if let Some(text) = model.said_aside {
        return text;
    }
    if model.sources.sound.is_some() {
        return words::SOUND_JSON;
    }
    if let Some(said) = sources::said(model) {
        return said;
    }
    if let Some((target, worked)) = model.copied {
        return if worked { words::COPIED } else { words::not_copied(target) };
    }
    // What came last speaks, while it can be seen.
    if model.check.speaks && model.tool == Some(Tool::Check) {
        return words::check::said(&model.check);
    }
    let of_profiles = model.profiles.said.filter(|said| {
        // Beside the tool itself only a notice above the form can be answered.
        model.tool == Some(Tool::Profiles) || matches!(said, Said::Undone)
    });
    if let Some(said) = of_profiles {
        return words::profiles::profiles_said(said);
    }
    match &model.phase {
        Phase::Filling | Phase::Refused(_) if is_offline(model) => words::OFFLINE,
        Phase::Filling if unanswered(model).is_some() && !model.summary => words::SAY_UNANSWERED,
        Phase::Filling | Phase::Refused(_) if duplicates(model).is_some() => words::SAY_DUPLICATES,
        Phase::Filling if screen::kept::is_said(model) && !model.summary => words::RESTORED,
        Phase::Filling | Phase::Refused(_) => "",
        Phase::Sending(_) => words::SAY_SENDING,
        Phase::Unknown { look, .. } => match look {
            Look::Looking(_) => words::SAY_LOOKING,
            Look::NotFound(older) if older.is_empty() => words::SAY_NOT_THERE,
            Look::NotFound(_) | Look::Failed(_) => words::SAY_STILL_UNKNOWN,
        },
        Phase::Created { test, .. } => match test {
            TestRun::None => words::SAY_CREATED,
            TestRun::Running => words::TESTING,
            TestRun::Answered(true, _) => words::TEST_ACCEPTED,
            TestRun::Answered(false, _) => words::TEST_REFUSED,
            TestRun::Failed(_) => words::TEST_FAILED,
        },
    }
}

fn is_offline(model: &Model) -> bool {
    model.door.network == Network::Offline
}

fn summary(fields: &Fields) -> Element {
    let problems = &fields.model.problems;
    let auth = fields.model.auth();
    let items = problems.iter().map(|(field, problem)| {
        let text = words::summary_line(&words::label(field, &auth), *problem, field.kind(&auth));
        let link = element("a")
            .set_string(At::Href, ["#", &field.id()].concat())
            .on(fields.act, On::Seek(field.clone()))
            .string(text);
        element("li").child(link)
    });
    div("box negative")
        .set(At::Role, "alert")
        .child(element("h2").string(words::summary(problems.len())))
        .child(element("ul").children(items))
}

pub(super) fn pairs(pairs: impl IntoIterator<Item = (&'static str, String)>) -> Element {
    element("dl").children(pairs.into_iter().map(|(name, value)| {
        let name = element("dt").text(name);
        element("div").child(name).child(element("dd").string(value))
    }))
}

fn created(fields: &Fields, test: &TestRun) -> Element {
    let Some(connected) = fields.model.latest() else { return element("div") };
    let details = [
        (words::NAME, connected.name.clone()),
        (words::SANDBOX, connected.sandbox.clone()),
        (words::CREATED_AT, words::utc(connected.at)),
        (words::ETAG, connected.etag.clone().unwrap_or_else(|| words::NO_ETAG.to_owned())),
    ];
    let found =
        element("p").flag(At::Hidden, !connected.found_by_looking).text(words::FOUND_BY_LOOKING);
    let label = element("label").set(At::For, element_id::CONNECTION_ID).text(words::CONNECTION_ID);
    let id = element("input")
        .set(At::Type, "text")
        .flag(At::ReadOnly, true)
        .set(At::Id, element_id::CONNECTION_ID)
        .value(connected.id.as_str().to_owned());
    let copy =
        copy_button(fields.model, words::COPY_CONNECTION_ID, CopyTarget::ConnectionId, fields.act);
    let test_text = if *test == TestRun::Running { words::TESTING } else { words::TEST_CONNECTION };
    let route = Route::Connection(connected.id.clone());
    let open =
        element("a").set_string(At::Href, route.fragment()).on(fields.act, On::Follow(route));
    let actions = div("actions")
        .child(button(fields.act, On::Click(|| Msg::TestPressed)).text(test_text))
        .child(open.text(words::OPEN_CONNECTION))
        .child(button(fields.act, On::Click(|| Msg::AnotherPressed)).text(words::CREATE_ANOTHER));
    element("section")
        .set(At::Class, "box positive")
        .set(At::LabelledBy, "created-heading")
        .child(element("h2").set(At::Id, "created-heading").text(words::CREATED))
        .child(found)
        .child(div("label").child(label))
        .child(div("result").child(id).child(copy))
        .child(pairs(details))
        .child(element("p").text(words::SECRETS_CLEARED))
        .child(tested(test))
        .child(actions)
}

fn tested(test: &TestRun) -> Element {
    let result = match test {
        TestRun::None | TestRun::Running => return div("tested"),
        TestRun::Answered(true, at) => {
            paragraph("accepted").text(words::TEST_ACCEPTED).text(" ").string(words::utc(*at))
        }
        TestRun::Answered(false, at) => {
            paragraph("error").text(words::TEST_REFUSED).text(" ").string(words::utc(*at))
        }
        TestRun::Failed(error) => {
            let failed = element("div").child(paragraph("error").text(words::TEST_FAILED));
            failed.set(At::Role, "alert").child(failures::why(error))
        }
    };
    div("tested").child(result)
}
