//! A creation that was on its way, or whose outcome nobody knew, when the page was closed: that
//! it was sent is kept for this tab, without a secret. The page that is loaded then says so and
//! looks for the connection when a person wants that; it never sends it again.

use flow_service::error::{CallError, NoAnswer};
use flow_service::request::Access;
use flow_service::value::{
    ApiKey, ConnectionName, ConnectionSpecId, OrganizationId, Problem, SandboxName,
};
use serde_json::{Value, json};

use super::at_once::forget_finding;
use super::element_id;
use super::event::Event;
use super::field::Field;
use super::kept::Kept;
use super::message::Effect;
use super::model::Model;
use super::outcome::look;
use super::phase::{Look, Phase, Sent};
use super::secret_report::TokenReport;
use super::secretlike::is_secretlike;

/// What happens about it.
#[derive(Debug)]
pub enum Msg {
    /// *Look for it* was pressed.
    LookPressed,
    /// It shall be looked for: this was found about the access token.
    Look(TokenReport),
    /// A person knows of it.
    Dismissed,
}

/// The creation that is spoken of, while the form is there.
#[must_use]
pub fn unanswered(model: &Model) -> Option<&Sent> {
    model.unanswered.as_ref().filter(|_| model.phase.is_filling())
}

/// Decides.
pub(super) fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::LookPressed if unanswered(model).is_none() => Vec::new(),
        Msg::LookPressed => vec![Effect::OfferLook],
        Msg::Look(token) => look_for_it(model, &token),
        Msg::Dismissed => {
            model.unanswered = None;
            vec![Effect::Focus(Field::AccessToken.id())]
        }
    }
}

fn look_for_it(model: &mut Model, token: &TokenReport) -> Vec<Effect> {
    if unanswered(model).is_none() {
        return Vec::new();
    }
    if let Err(problem) = token.checked() {
        return ask_for(model, problem);
    }
    let Some(sent) = model.unanswered.take() else { return Vec::new() };
    let looks = look(model, &sent);
    let cause = CallError::NoAnswer(NoAnswer::PageClosed);
    model.phase = Phase::Unknown { cause, sent, look: Look::Looking(1) };
    vec![looks, Effect::Focus(element_id::UNKNOWN.to_owned())]
}

fn ask_for(model: &mut Model, problem: Problem) -> Vec<Effect> {
    forget_finding(model, &Field::AccessToken);
    model.problems.insert(0, (Field::AccessToken, problem));
    let missing = (problem == Problem::Missing).then(|| Effect::Emit(Event::TokenNeeded("needed")));
    missing.into_iter().chain([Effect::Focus(Field::AccessToken.id())]).collect()
}

/// What is kept of a creation without an answer.
pub(super) fn to_json(model: &Model) -> Option<Value> {
    let sent = match &model.phase {
        Phase::Sending(sent) | Phase::Unknown { sent, .. } => sent,
        // Who wanted all to be forgotten meant this too.
        _ if matches!(model.kept, Kept::Forgotten(_)) => return None,
        Phase::Filling | Phase::Refused(_) | Phase::Created { .. } => model.unanswered.as_ref()?,
    };
    let access = &sent.access;
    let texts = [
        &sent.name,
        access.api_key.as_str(),
        access.organization.as_str(),
        access.sandbox.as_str(),
        sent.spec_id.as_str(),
    ];
    if texts.iter().any(|text| is_secretlike("", text)) {
        return None;
    }
    let [name, api_key, organization, sandbox, spec_id] = texts;
    Some(json!({
        "name": name,
        "apiKey": api_key,
        "organizationId": organization,
        "sandbox": sandbox,
        "connectionSpecId": spec_id,
        "authSpec": sent.auth_name,
        "pressedAt": sent.pressed_at,
    }))
}

/// Reads it again; none where anything of it is not what it should be.
pub(super) fn from_json(kept: &Value) -> Option<Sent> {
    let text = |key| kept.get(key).and_then(Value::as_str);
    Some(Sent {
        access: Access {
            api_key: ApiKey::parse(text("apiKey")?).ok()?.value,
            organization: OrganizationId::parse(text("organizationId")?).ok()?.value,
            sandbox: SandboxName::parse(text("sandbox")?).ok()?,
        },
        name: ConnectionName::parse(text("name")?).ok()?.as_str().to_owned(),
        spec_id: ConnectionSpecId::parse_any(text("connectionSpecId")?).ok()?.value,
        auth_name: text("authSpec")?.to_owned(),
        pressed_at: kept.get("pressedAt").and_then(Value::as_u64)?,
    })
}
