//! What the half that is fetched later does for the form: it reads the secrets, decides, and
//! carries out what was decided.

use std::rc::Rc;

use flow_service::error::CallError;
use flow_service::operation::{
    create_connection, list_connections, list_sandboxes, test_connection,
};
use flow_service::request::{Access, Request};
use flow_service::response::Response;
use flow_service::secret::{Secret, SecretName, Secrets};
use flow_service::value::Problem;
use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use web_sys::AbortController;
use yew::prelude::*;

use super::app::{App, AppMsg, Need};
use super::host_event::emit;
use super::session::Session;
use super::{clipboard, clock, profiles, secret_inputs};
use crate::screen::connections::words;
use crate::screen::{
    Answer, Call, Effect, Event as HostEvent, Field, Msg, Phase, Route, SecretReport, Ticket,
    TokenReport, update,
};

/// Does what is needed.
pub(super) fn meet(app: &mut App, ctx: &Context<App>, need: Need) {
    match need {
        Need::Decide(msg) => app.decide(ctx, msg, None),
        Need::Press => app.press(ctx),
        Need::LeaveSecret(field) => app.leave_secret(ctx, field),
        // While a creation is on its way, the token that it was sent with stays the one.
        Need::Sandboxes if matches!(app.model.phase, Phase::Sending(_)) => {}
        Need::Sandboxes => {
            let token = read_token(ctx);
            app.decide(ctx, Msg::SandboxesWanted(token), None);
        }
        Need::OfferAccess => {
            let token = read_token(ctx);
            app.decide(ctx, Msg::AccessOffered(token), None);
        }
        Need::CarryOut(effect) => app.carry_out_later(ctx, effect, &mut None),
    }
}

impl App {
    /// Decides, and carries out what was decided.
    fn decide(&mut self, ctx: &Context<Self>, msg: Msg, mut secrets: Option<Secrets>) {
        for effect in update(&mut self.model, msg) {
            if let Err(effect) = self.carry_out(ctx, effect) {
                self.carry_out_later(ctx, effect, &mut secrets);
            }
        }
    }

    fn carry_out_later(
        &mut self,
        ctx: &Context<Self>,
        effect: Effect,
        secrets: &mut Option<Secrets>,
    ) {
        let start = ctx.props();
        match effect {
            Effect::Send(ticket, call, request) => {
                self.send(ctx, ticket, call, request, secrets.take().unwrap_or_default());
            }
            Effect::Abort => start.session.abort(),
            Effect::ClearSecrets(fields) => {
                secret_inputs::clear(&start.shadow, &fields);
                start.session.keep_typed();
                self.tell_token(ctx);
            }
            Effect::EmptySecrets(fields) => {
                secret_inputs::clear(&start.shadow, &fields);
                start.session.set_typed(None);
            }
            Effect::FillSampleSecrets => secret_inputs::fill_sample(&start.shadow),
            Effect::Copy(target, text) => {
                let link = ctx.link().clone();
                spawn_local(async move {
                    let worked = clipboard::copy(&text).await;
                    link.send_message(AppMsg::Happened(Msg::Copied(target, worked)));
                });
            }
            Effect::Emit(event) => emit(&start.element, &event),
            Effect::ListSandboxes(access) => {
                let session = Rc::clone(&start.session);
                let base = self.model.api_base().to_owned();
                let link = ctx.link().clone();
                spawn_local(async move {
                    let listed = sandboxes(&session, &base, &access).await;
                    link.send_message(AppMsg::Happened(Msg::SandboxesAre(access, listed)));
                });
            }
            Effect::Profiles(effect) => profiles::carry_out(self, ctx, effect),
            // Carried out at once.
            _ => {}
        }
    }

    fn send(
        &self,
        ctx: &Context<Self>,
        ticket: Ticket,
        call: Call,
        request: Request,
        mut secrets: Secrets,
    ) {
        let session = Rc::clone(&ctx.props().session);
        let element = ctx.props().element.clone();
        let base = self.model.api_base().to_owned();
        let link = ctx.link().clone();
        let answered = async move {
            // Without a way to break it off nothing is sent; no browser of today is without.
            let Some(controller) = session.begin() else { return };
            let answer = session.call(&base, &request, &mut secrets, &controller).await;
            let answer = answer.map(|(response, _)| response);
            let answer = read_answer(call, answer).redacted(&secrets);
            if answer.error().and_then(CallError::status) == Some(401) {
                emit(&element, &HostEvent::TokenNeeded("refused"));
            }
            link.send_message(AppMsg::Happened(Msg::Answered(ticket, answer, clock::now())));
        };
        match call {
            Call::LookUp(pause) => {
                // It runs on its own: the answer finds out whether it is still waited for.
                Timeout::new(pause, || spawn_local(answered)).forget();
            }
            Call::Create | Call::Test => spawn_local(answered),
        }
    }

    /// *Create connection*: the secrets are read, parsed, and handed to the one request. With
    /// connections the same press asks for them.
    fn press(&mut self, ctx: &Context<Self>) {
        let start = ctx.props();
        let token = read_token(ctx);
        if matches!(token, TokenReport::Typed(Err(Problem::Missing))) {
            emit(&start.element, &HostEvent::TokenNeeded("needed"));
        }
        if self.model.route != Route::Create {
            return self.decide(ctx, Msg::AccessPressed(token), None);
        }
        let mut secrets = Secrets::default();
        let params = Field::secrets_of(&self.model.auth())
            .filter_map(|field| {
                let text = secret_inputs::read(&start.shadow, &field);
                let Field::Param(key) = field else { return None };
                let remarks = Secret::parse((*text).clone()).map(|(secret, remark)| {
                    secrets.insert(SecretName::of_param(&key), secret);
                    remark.into_iter().collect()
                });
                Some((key, remarks))
            })
            .collect();
        let report = SecretReport { token, params };
        self.decide(ctx, Msg::Pressed(report, clock::now()), Some(secrets));
    }

    fn leave_secret(&mut self, ctx: &Context<Self>, field: Field) {
        let text = secret_inputs::read(&ctx.props().shadow, &field);
        let found = if text.is_empty() {
            Ok(Vec::new())
        } else if field == Field::AccessToken {
            secret_inputs::check_token(&text).map(|(_, remarks)| remarks)
        } else {
            Secret::parse((*text).clone()).map(|(_, remark)| remark.into_iter().collect())
        };
        self.decide(ctx, Msg::SecretLeft(field, found), None);
    }
}

fn read_token(ctx: &Context<App>) -> TokenReport {
    let session = &ctx.props().session;
    let text = secret_inputs::read(&ctx.props().shadow, &Field::AccessToken);
    if text.trim().is_empty() {
        session.set_typed(None);
        return if session.is_available() {
            TokenReport::Available
        } else {
            TokenReport::Typed(Err(Problem::Missing))
        };
    }
    TokenReport::Typed(secret_inputs::check_token(&text).map(|(token, remarks)| {
        session.set_typed(Some(token));
        remarks
    }))
}

fn read_answer(call: Call, answer: Result<Response, CallError>) -> Answer {
    match call {
        Call::Create => Answer::Create(answer.and_then(create_connection::response)),
        Call::LookUp(_) => Answer::LookUp(answer.and_then(list_connections::response)),
        Call::Test => Answer::Test(answer.and_then(test_connection::response)),
    }
}

/// The sandboxes of the organization, each with what is known of it; none where the service
/// does not tell.
async fn sandboxes(
    session: &Session,
    base: &str,
    access: &Access,
) -> Option<Vec<(String, String)>> {
    let controller = AbortController::new().ok()?;
    let request = list_sandboxes::request(access);
    let answer = session.call(base, &request, &mut Secrets::default(), &controller).await;
    let listed = list_sandboxes::response(answer.ok()?.0).ok()?;
    let listed = list_sandboxes::default_first(listed);
    Some(listed.into_iter().map(|sandbox| words::sandbox(&sandbox)).collect())
}
