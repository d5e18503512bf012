//! What came of pressing *Create connection*: a list of problems, a refusal, an unknown
//! outcome, or the connection.

use flow_service::error::CallError;
use flow_service::spec::{BASIC_AUTHENTICATION, OAUTH2_CLIENT_CREDENTIAL};

use super::act::{On, button, copy_button};
use super::element::{At, Element, div, element, paragraph};
use super::field::Look as Fields;
use crate::screen::{
    CopyTarget, Field, Look, Msg, OlderNamesake, Phase, TestRun, element_id, words,
};

pub(super) fn outcome(fields: &Fields) -> Element {
    match &fields.model.phase {
        Phase::Filling if fields.model.summary => summary(fields),
        Phase::Filling | Phase::Sending(_) => element("div"),
        Phase::Refused(error) => refused(fields, error),
        Phase::Unknown { cause, look, .. } => unknown(fields, cause, look),
        Phase::Created { test, .. } => created(fields, test),
    }
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

fn refused(fields: &Fields, error: &CallError) -> Element {
    let offers_oauth2 = fields.auth.name == BASIC_AUTHENTICATION
        && fields.model.fault().as_ref() == Some(&Field::Authentication);
    let switch = On::Click(|| Msg::AuthChosen(OAUTH2_CLIENT_CREDENTIAL.to_owned()));
    let switch = element("span")
        .set(At::Class, "slot")
        .flag(At::Hidden, !offers_oauth2)
        .child(button(fields.act, switch).text(words::SWITCH_TO_OAUTH2));
    let outcome = div("box negative")
        .set(At::Role, "alert")
        .set(At::Id, element_id::REFUSED)
        .set(At::TabIndex, "-1")
        .child(element("h2").text(words::REFUSED));
    advised(outcome, error, &fields.model.auth_name, true)
        .child(div("actions").child(switch).child(copy_report(fields)))
}

/// The words and the figures of a failure, put into the element.
fn advised(into: Element, error: &CallError, auth_name: &str, with_next: bool) -> Element {
    let advice = words::failure(error, auth_name);
    let cause = element("p").flag(At::Hidden, advice.cause.is_none());
    let next = element("p").flag(At::Hidden, !with_next);
    let server_words = element("blockquote").flag(At::Hidden, advice.server_words.is_none());
    let details = words::failure_details(error);
    into.child(element("p").string(advice.what))
        .child(cause.string(words::likely(advice.cause)))
        .child(next.text(advice.next))
        .child(server_words.string(advice.server_words.unwrap_or_default()))
        .child(pairs(details))
}

fn pairs(pairs: impl IntoIterator<Item = (&'static str, String)>) -> Element {
    element("dl").children(pairs.into_iter().map(|(name, value)| {
        let name = element("dt").text(name);
        element("div").child(name).child(element("dd").string(value))
    }))
}

fn copy_report(fields: &Fields) -> Element {
    copy_button(fields.model, words::COPY_REPORT, CopyTarget::Report, fields.act)
}

fn unknown(fields: &Fields, cause: &CallError, look: &Look) -> Element {
    let auth_name = &fields.model.auth_name;
    let looking = matches!(look, Look::Looking(_));
    let strong = |text| element("p").child(element("strong").text(text));
    let state = match look {
        Look::Looking(_) => paragraph("progress").text(words::LOOKING),
        Look::NotFound(older) => element("div")
            .child(strong(words::not_found(older.len())))
            .child(element("ul").children(older.iter().map(namesake))),
        Look::Failed(error) => {
            let why = element("div").flag(At::Hidden, error == cause);
            element("div")
                .child(strong(words::LOOK_FAILED))
                .child(advised(why, error, auth_name, false))
        }
    };
    let section = element("section")
        .set(At::Class, "box notice")
        .set(At::LabelledBy, "unknown-heading")
        .set(At::Id, element_id::UNKNOWN)
        .set(At::TabIndex, "-1")
        .child(element("h2").set(At::Id, "unknown-heading").text(words::UNKNOWN));
    let actions = div("actions")
        .flag(At::Hidden, looking)
        .child(button(fields.act, On::Click(|| Msg::LookAgain)).text(words::LOOK_AGAIN))
        .child(button(fields.act, On::Click(|| Msg::AnotherPressed)).text(words::BACK_TO_FORM))
        .child(copy_report(fields));
    let with_next = !matches!(look, Look::NotFound(_));
    advised(section, cause, auth_name, with_next).child(state).child(actions)
}

fn namesake(older: &OlderNamesake) -> Element {
    let at = older.created_at.map(words::utc).unwrap_or_default();
    let id = element("code").string(older.id.as_str().to_owned());
    element("li").child(id).text(" ").string(at)
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
    let actions = div("actions")
        .child(button(fields.act, On::Click(|| Msg::TestPressed)).text(test_text))
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
            let failed = element("div")
                .set(At::Role, "alert")
                .child(paragraph("error").text(words::TEST_FAILED));
            advised(failed, error, &fields.model.auth_name, false)
        }
    };
    div("tested").child(result)
}
