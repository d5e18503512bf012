//! What came of pressing *Create connection*: a list of problems, or the connection. A refusal
//! and an unknown outcome are in `failures.rs`.

use super::act::{On, button, copy_button};
use super::door::missing_part;
use super::element::{At, Element, div, element, paragraph};
use super::field::Look as Fields;
use crate::screen::{CopyTarget, Msg, Phase, Route, TestRun, element_id, words};

pub(super) fn outcome(fields: &Fields) -> Element {
    match &fields.model.phase {
        Phase::Filling if fields.model.summary => summary(fields),
        Phase::Filling | Phase::Sending(_) => element("div"),
        Phase::Refused(_) | Phase::Unknown { .. } => failed(fields),
        Phase::Created { test, .. } => created(fields, test),
    }
}

/// Drawn by the half that is fetched later; what is said of it until then is enough to wait.
fn failed(fields: &Fields) -> Element {
    if let Some(failures) = fields.failures {
        return div("slot").node((failures.outcome)(fields.model, fields.act));
    }
    let (id, heading, server_words) = match &fields.model.phase {
        Phase::Refused(error) => {
            (element_id::REFUSED, words::REFUSED, error.refusal().map(|it| &it.message))
        }
        _ => (element_id::UNKNOWN, words::UNKNOWN, None),
    };
    let quote = element("blockquote").flag(At::Hidden, server_words.is_none());
    div("box negative")
        .set(At::Id, id)
        .set(At::TabIndex, "-1")
        .child(element("h2").text(heading))
        .child(missing_part(fields.model, fields.act))
        .child(quote.string(server_words.cloned().unwrap_or_default()))
}

fn summary(fields: &Fields) -> Element {
    let problems = &fields.model.problems;
    let items = problems.iter().map(|(field, problem)| {
        let text = words::summary_line(&words::label(field, fields.auth), *problem);
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
        .child(tested(fields, test))
        .child(actions)
}

fn tested(fields: &Fields, test: &TestRun) -> Element {
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
            match fields.failures {
                Some(failures) => failed.set(At::Role, "alert").node((failures.why)(error)),
                // An alert of its own, where there is something to say.
                None => failed.child(missing_part(fields.model, fields.act)),
            }
        }
    };
    div("tested").child(result)
}
