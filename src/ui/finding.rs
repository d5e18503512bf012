//! What is found about an input, and the button that mends it.

use flow_service::spec::FieldKind;
use flow_service::value::{ConnectionSpecId, Mismatch, Problem, Remark, TokenFinding};
use yew::Callback;

use super::act::{Act, On, button};
use super::element::{At, Element, element};
use crate::screen::token_note::{self, TokenNote};
use crate::screen::{Field, Model, Msg, Phase, duplicates, words};

/// What is found about an input.
pub struct Finding {
    /// What cannot be sent, or what the service refused about it.
    pub error: Option<String>,
    /// What is unusual; empty where nothing is.
    pub remarks: String,
    /// What it says of itself; empty where it says nothing.
    pub note: String,
    /// What mends it with a press.
    pub(super) remedy: Option<Element>,
}

pub(super) fn finding(model: &Model, act: &Callback<Act>, field: &Field, label: &str) -> Finding {
    let mut finding = Finding {
        error: error(model, field, label),
        remarks: remarks(model, field),
        note: note(model, field)
            .and_then(TokenNote::time_left)
            .map(words::time_left)
            .unwrap_or_default(),
        remedy: remedy(model, act, field),
    };
    // Shorter than the help, whose place it takes; the rest stands beside the button.
    if *field == Field::Name && duplicates(model).is_some() {
        words::SAY_DUPLICATES.clone_into(&mut finding.remarks);
    }
    finding
}

/// What the token says of itself.
fn note<'a>(model: &'a Model, field: &Field) -> Option<&'a TokenNote> {
    model.token_note.as_ref().filter(|_| *field == Field::AccessToken)
}

fn error(model: &Model, field: &Field, label: &str) -> Option<String> {
    if let Some(problem) = model.problem(field) {
        let auth = model.auth();
        let kind = field.kind(&auth);
        let is_secret = kind.is_some_and(FieldKind::is_secret);
        if problem == Problem::Mismatch(Mismatch::NotJson) && !is_secret {
            return Some(words::not_json(model.form.text(field)));
        }
        return Some(words::problem_in_full(label, problem, kind));
    }
    let Phase::Refused(refused) = &model.phase else { return None };
    if model.fault() != Some(field) {
        return None;
    }
    let advice = words::failure(&refused.cause, model.built_in_auth());
    Some(advice.cause.or(advice.meaning).unwrap_or(advice.next).to_owned())
}

fn remarks(model: &Model, field: &Field) -> String {
    let found = note(model, field).map(TokenNote::findings).unwrap_or_default();
    let ended = found.iter().any(|finding| matches!(finding, TokenFinding::Expired(_)));
    let remarks = model.remarks.iter().filter(|(held, _)| held == field);
    // That it has ended is said once.
    let remarks = remarks.filter(|(_, remark)| !(ended && matches!(remark, Remark::Expired(_))));
    let mut text = String::new();
    let said = remarks.map(|(_, remark)| words::remark(*remark));
    for said in said.chain(found.iter().map(words::token_finding)) {
        if !text.is_empty() && !said.is_empty() {
            text.push(' ');
        }
        text.push_str(&said);
    }
    text
}

fn remedy(model: &Model, act: &Callback<Act>, field: &Field) -> Option<Element> {
    let button = |msg: fn() -> Msg| button(act, On::Click(msg));
    if let Some(note) = note(model, field) {
        let found = note.findings();
        let client = found.contains(&TokenFinding::AnotherClient).then(|| {
            button(|| Msg::TokenNote(token_note::Msg::UseApiKey)).text(words::USE_API_KEY)
        });
        let another =
            found.iter().any(|found| matches!(found, TokenFinding::AnotherOrganization(_)));
        let organization = another.then(|| {
            button(|| Msg::TokenNote(token_note::Msg::UseOrganization))
                .text(words::USE_ORGANIZATION)
        });
        let there = client.is_some() || organization.is_some();
        return there.then(|| {
            let both = element("span").set(At::Class, "copy");
            both.children(client.into_iter().chain(organization))
        });
    }
    match (field, model.problem(field)?) {
        (Field::SpecId, Problem::MisprintedSpecId) => {
            let text = words::use_spec_id(ConnectionSpecId::SERVICE_CLOUD);
            Some(button(|| Msg::SpecIdCorrected).string(text))
        }
        (Field::SpecId, Problem::NotAUuid) => {
            Some(button(|| Msg::SpecIdInsisted).text(words::USE_IT_ANYWAY))
        }
        _ => None,
    }
}
