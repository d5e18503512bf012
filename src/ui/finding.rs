//! What is found about an input, and the button that mends it.

use flow_service::spec::FieldKind;
use flow_service::value::{ConnectionSpecId, Mismatch, Problem};
use yew::Callback;

use super::act::{Act, On, button};
use super::duplicates::links;
use super::element::Element;
use crate::screen::{Field, Model, Msg, Phase, duplicates, words};

/// What is found about an input.
pub struct Finding {
    /// What cannot be sent, or what the service refused about it.
    pub error: Option<String>,
    /// What is unusual; empty where nothing is.
    pub remarks: String,
    /// What mends it with a press.
    pub(super) remedy: Option<Element>,
}

pub(super) fn finding(model: &Model, act: &Callback<Act>, field: &Field, label: &str) -> Finding {
    let mut finding = Finding {
        error: error(model, field, label),
        remarks: remarks(model, field),
        remedy: remedy(model, act, field),
    };
    if let (Field::Name, Some((ids, more))) = (field, duplicates(model)) {
        finding.remarks = words::duplicates(ids.len(), more);
        finding.remedy = Some(links(act, ids));
    }
    finding
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
    let Phase::Refused(error) = &model.phase else { return None };
    if model.fault().as_ref() != Some(field) {
        return None;
    }
    let advice = words::failure(error, &model.auth_name);
    Some(advice.cause.or(advice.meaning).unwrap_or(advice.next).to_owned())
}

fn remarks(model: &Model, field: &Field) -> String {
    let mut remarks = String::new();
    for (_, remark) in model.remarks.iter().filter(|(held, _)| held == field) {
        if !remarks.is_empty() {
            remarks.push(' ');
        }
        remarks.push_str(&words::remark(*remark));
    }
    remarks
}

fn remedy(model: &Model, act: &Callback<Act>, field: &Field) -> Option<Element> {
    let button = |msg: fn() -> Msg| button(act, On::Click(msg));
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
