//! A new access token from IMS, with the client secret of a project. It is asked for by a
//! press and never otherwise; token and secret stay with the browser's side of the app.

use flow_service::error::CallError;
use flow_service::operation::get_token;
use flow_service::token_request::TokenRequest;
use flow_service::value::{ApiKey, Problem, Remark, Scopes};

use super::at_once::forget_finding;
use super::element_id;
use super::field::Field;
use super::message::Effect;
use super::model::{Disclosure, Model, Ticket};
use super::route::Route;
use super::token_note::say;
use super::words;

/// Something that happened.
#[derive(Debug)]
pub enum Msg {
    /// Other scopes were typed.
    ScopesTyped(String),
    /// The client secret was changed.
    SecretEdited,
    /// It shall be readable on the screen, or hidden again.
    ShowSecret(bool),
    /// *Get token* was pressed.
    Pressed,
    /// The client secret is unusual in this way, and is sent all the same.
    Remarked(Remark),
    /// This was found about the client secret.
    Checked(Result<(), Problem>),
    /// *Cancel* was pressed.
    Cancelled,
    /// No answer came, and this came of asking the host once more without anything.
    Probed(Ticket, Host),
    /// A token came, or none.
    Answered(Ticket, Result<Came, CallError>),
}

/// A token came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Came {
    /// When it ends, in milliseconds since 1970, UTC.
    pub ends_at: Option<u64>,
    /// What was typed into the input of the access token while it was waited for stays there,
    /// and counts.
    pub is_typed_over: bool,
    /// Whether a person types somewhere else by now.
    pub types: bool,
}

/// What is known of the host of IMS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Host {
    /// It was not asked.
    #[default]
    Unknown,
    /// It answers, and the page may not read what.
    Answers,
    /// It does not answer this browser.
    Silent,
}

/// How far a token is.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct GetToken {
    /// The scopes, where others were typed than the usual ones.
    scopes: Option<String>,
    /// What cannot be sent of the client secret.
    pub secret_problem: Option<Problem>,
    /// What is unusual about the client secret that was sent.
    pub secret_remark: Option<Remark>,
    /// What cannot be sent of the scopes.
    pub scopes_problem: Option<Problem>,
    /// Whether the client secret is readable on the screen.
    pub shown: bool,
    /// Whether a token came with what stands in the inputs.
    worked: bool,
    /// How far it is.
    pub stage: Stage,
    /// What is known of the host of IMS where no answer came.
    pub host: Host,
    ticket: Ticket,
}

/// How far a token is.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Stage {
    /// Not asked for.
    #[default]
    Idle,
    /// Asked for.
    Asking,
    /// It came, and ends then (milliseconds since 1970, UTC).
    Came(Option<u64>),
    /// None came.
    Failed(CallError),
}

impl GetToken {
    /// What stands in the input of the scopes.
    #[must_use]
    pub fn scopes(&self) -> String {
        self.scopes.clone().unwrap_or_else(usual_scopes)
    }

    pub(super) fn set_scopes(&mut self, text: String) {
        self.scopes = Some(text).filter(|text| *text != usual_scopes());
        self.scopes_problem = None;
        self.worked = false;
    }

    /// The client secret is another one.
    pub(super) const fn secret_edited(&mut self) {
        self.secret_problem = None;
        self.secret_remark = None;
        self.worked = false;
    }
}

/// The scopes of Experience Platform.
pub(super) fn usual_scopes() -> String {
    Scopes::platform().as_str().to_owned()
}

pub(super) fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let state = &mut model.get_token;
    match msg {
        Msg::ScopesTyped(text) => state.set_scopes(text),
        Msg::SecretEdited => state.secret_edited(),
        Msg::ShowSecret(shown) => state.shown = shown,
        // One is on its way.
        Msg::Pressed | Msg::Checked(_) if state.stage == Stage::Asking => {}
        Msg::Pressed => return vec![Effect::CheckClientSecret],
        Msg::Remarked(remark) => state.secret_remark = Some(remark),
        Msg::Checked(found) => return checked(model, found.err()),
        Msg::Cancelled if state.stage == Stage::Asking => {
            state.stage = Stage::Idle;
            state.ticket = state.ticket.next();
            return vec![
                Effect::StopGettingToken,
                Effect::Focus(element_id::IMS_CLIENT_SECRET.to_owned()),
            ];
        }
        Msg::Cancelled => {}
        Msg::Answered(ticket, _) | Msg::Probed(ticket, _) if ticket != state.ticket => {}
        Msg::Probed(_, host) => state.host = host,
        Msg::Answered(_, Ok(came)) => {
            state.stage = Stage::Came(came.ends_at);
            state.shown = false;
            state.worked = true;
            if !came.is_typed_over {
                // The input is empty now, and another token counts.
                model.token_edited = false;
                forget_finding(model, &Field::AccessToken);
            }
            say(model, words::SAY_TOKEN_CAME);
            // Where calls waited for it they go on, and the focus goes back to where it was.
            let focus = model.renewal.is_none() && !came.types;
            return focus.then(|| Effect::Focus(Field::AccessToken.id())).into_iter().collect();
        }
        Msg::Answered(_, Err(error)) => state.stage = Stage::Failed(error),
    }
    Vec::new()
}

/// All that is missing is said at once; without anything missing it is asked for.
fn checked(model: &mut Model, secret_problem: Option<Problem>) -> Vec<Effect> {
    let api_key = ApiKey::parse(&model.form.api_key);
    let scopes = Scopes::parse(&model.get_token.scopes());
    let state = &mut model.get_token;
    state.stage = Stage::Idle;
    state.secret_problem = secret_problem;
    state.scopes_problem = scopes.as_ref().err().copied();
    if let Err(problem) = api_key {
        super::at_once::forget_finding(model, &Field::ApiKey);
        model.problems.push((Field::ApiKey, problem));
        // It may be asked for above a view where the input is folded away.
        model.door.opened |= model.route != Route::Create;
        return vec![Effect::Focus(Field::ApiKey.id())];
    }
    let first =
        if secret_problem.is_some() { element_id::IMS_CLIENT_SECRET } else { element_id::SCOPES };
    match (api_key, scopes, secret_problem) {
        (Ok(client), Ok(scopes), None) => {
            state.stage = Stage::Asking;
            state.host = Host::Unknown;
            state.ticket = state.ticket.next();
            let ticket = state.ticket;
            say(model, words::GETTING_TOKEN);
            vec![Effect::GetToken(ticket, get_token::request(client.value, scopes))]
        }
        _ => vec![Effect::Focus(first.to_owned())],
    }
}

/// Takes away what came of it. It stays open where one more press gets another token.
pub(super) fn put_away(model: &mut Model) {
    if model.get_token.stage != Stage::Asking {
        model.get_token.stage = Stage::Idle;
        let open = model.get_token.worked;
        model.set_unfolded(Disclosure::GetToken, open);
    }
}

/// All of it as it was at first, without the client secret.
pub(super) fn start_over(model: &mut Model) -> Effect {
    let GetToken { stage, ticket, .. } = std::mem::take(&mut model.get_token);
    model.get_token.ticket = if stage == Stage::Asking { ticket.next() } else { ticket };
    model.token_note = None;
    Effect::StopGettingToken
}

/// The request as a command, with a placeholder for the secret.
#[must_use]
pub fn curl(model: &Model) -> Option<String> {
    let client_id = ApiKey::parse(&model.form.api_key).ok()?.value;
    let scopes = Scopes::parse(&model.get_token.scopes()).ok()?;
    Some(TokenRequest { client_id, scopes }.to_curl(model.ims_base()))
}
