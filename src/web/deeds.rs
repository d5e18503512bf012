//! What the half that is fetched later does for the form: it reads the secrets, decides, and
//! carries out what was decided.

use std::rc::Rc;

use flow_service::code::{Language, Shown};
use flow_service::error::CallError;
use flow_service::operation::{create_connection, list_connections, test_connection};
use flow_service::request::Request;
use flow_service::response::Response;
use flow_service::secret::Secrets;
use flow_service::spec::{FieldKind, typed};
use flow_service::value::Problem;
use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;
use zeroize::Zeroizing;

use super::app::{App, AppMsg, Need, Start};
use super::host_event::emit;
use super::import::Before;
use super::renewal::Asks;
use super::sources::MEANS;
use super::{
    clipboard, clock, duplicates, get_token, import, keeping, params, profiles, secret_inputs,
};
use crate::screen::{
    Answer, Call, CopyTarget, Effect, Event as HostEvent, Field, Msg, Phase, Route, SecretReport,
    Ticket, TokenReport, update,
};
use crate::screen::{renewal, sources};

/// Does what is needed.
pub(super) fn meet(app: &mut App, ctx: &Context<App>, need: Need) {
    keeping::restore(app, ctx);
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
        Need::Import(given) => import::take(app, ctx, given),
        Need::CarryOut(effect) => app.carry_out_later(ctx, effect, &mut None),
    }
}

/// What is to be done after each drawing, which is once for many messages.
pub(super) fn drawn(app: &mut App, ctx: &Context<App>) {
    get_token::drawn(app, ctx);
    app.tell_typed_secrets(ctx);
    keeping::keep(app, ctx);
    duplicates::drawn(app, ctx);
}

impl App {
    /// Decides, and carries out what was decided.
    pub(super) fn decide(&mut self, ctx: &Context<Self>, msg: Msg, mut secrets: Option<Secrets>) {
        self.model.means = MEANS;
        let msg = match msg {
            Msg::Renewal(msg) => Msg::Renewal(self.before_renewal(ctx, msg)),
            Msg::Cancelled if ctx.props().session.asks_for_main() => Msg::CancelledUnsent,
            // What waits for a token was not carried out: it can be refused, nothing is broken off.
            Msg::Cancelled if ctx.props().session.main_waits() => {
                Msg::Renewal(renewal::Msg::Cancelled)
            }
            msg => msg,
        };
        let asked = self.model.renewal.is_some();
        let effects = update(&mut self.model, msg);
        if asked != self.model.renewal.is_some() {
            self.move_client_secret(&ctx.props().shadow);
        }
        for effect in effects {
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
            Effect::Abort => start.session.main.abort(),
            Effect::ClearSecrets(fields) => {
                secret_inputs::clear(&start.shadow, &fields);
                import::forget_cleared(self, &fields);
                start.session.keep_typed();
                self.tell_token(ctx);
            }
            Effect::RestoreSecrets | Effect::FillInRest | Effect::ForgetRest => {
                import::carry_out(self, ctx, &effect);
            }
            Effect::EmptySecrets(fields) => {
                secret_inputs::clear(&start.shadow, &fields);
                self.before_import = Before::default();
                start.session.set_typed(None);
                self.set_client_secret(&ctx.props().shadow, Zeroizing::default());
            }
            Effect::FillSampleSecrets => secret_inputs::fill_sample(&start.shadow),
            Effect::Copy(target, text) => copy(ctx, target, Zeroizing::new(text)),
            Effect::CopyWithSecrets(request, language) => {
                self.copy_with_secrets(ctx, &request, language);
            }
            Effect::Emit(event) => emit(&start.element, &event),
            Effect::Check(job) => self.check(ctx, job),
            Effect::ListSandboxes(access) => self.list_sandboxes(ctx, access),
            Effect::Duplicates(deed) => self.carry_out_duplicates(ctx, deed),
            Effect::Sources(deed) => self.carry_out_sources(ctx, deed),
            Effect::Profiles(effect) => profiles::carry_out(self, ctx, effect),
            // Those that are left, as far as they are not carried out at once.
            other => self.carry_out_for_token(ctx, other),
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
        // After the creation the inputs are out of sight.
        let asks = if call == Call::Create { Asks::WhereKept } else { Asks::Always };
        let answered = async move {
            // Without a way to break it off nothing is sent; no browser of today is without.
            let Some(controller) = session.main.begin() else { return };
            let answer = session.call(&base, &request, &mut secrets, &controller, asks).await;
            let answer = read_answer(call, answer).redacted(&secrets);
            if answer.error().and_then(CallError::status) == Some(401) {
                emit(&element, &HostEvent::TokenNeeded("refused"));
            }
            link.send_message(AppMsg::Happened(Msg::Answered(ticket, answer, clock::now())));
        };
        match call {
            Call::LookUp(pause) => {
                // The answer finds out whether it is still waited for.
                ctx.props().session.look_after(Timeout::new(pause, || spawn_local(answered)));
            }
            Call::Create | Call::Test => spawn_local(answered),
        }
    }

    /// *Create connection*: the secrets are read, parsed, and handed to the one request. With
    /// connections the same press asks for them.
    fn press(&mut self, ctx: &Context<Self>) {
        self.look_at_token(ctx);
        let start = ctx.props();
        if self.model.route != Route::Create {
            let token = read_token(ctx);
            ask_for_token(start, &token);
            return self.decide(ctx, Msg::AccessPressed(token), None);
        }
        let (report, secrets) = self.read_secrets(ctx);
        ask_for_token(start, &report.token);
        self.decide(ctx, Msg::Pressed(report, clock::now()), Some(secrets));
    }

    /// Reads the inputs that hold secrets.
    pub(super) fn read_secrets(&self, ctx: &Context<Self>) -> (SecretReport, Secrets) {
        let token = read_token(ctx);
        let mut secrets = Secrets::default();
        let params = self.read_params(ctx, &mut secrets);
        (SecretReport { token, params }, secrets)
    }

    /// Asks for the sources, where Platform access is complete.
    pub(super) fn offer_sources(&mut self, ctx: &Context<Self>) {
        let token = read_token(ctx);
        self.decide(ctx, Msg::Sources(sources::Msg::Wanted(token)), None);
    }

    /// The text with the secrets goes nowhere but to the clipboard, and is wiped.
    fn copy_with_secrets(&self, ctx: &Context<Self>, request: &Request, language: Language) {
        let mut secrets = Secrets::default();
        self.read_params(ctx, &mut secrets);
        // While a creation is on its way, the token that it was sent with stays the one.
        let sending = matches!(self.model.phase, Phase::Sending(_));
        let unusable = !sending && matches!(read_token(ctx), TokenReport::Typed(Err(_)));
        // Another token than the one in the input is not what was asked for.
        let token = ctx.props().session.present().filter(|_| !unusable);
        if let Some(token) = token {
            secrets.insert_token(&token);
        }
        let code = request.to_code(self.model.api_base(), language, Shown::Values(&secrets));
        if let Ok(code) = code {
            return copy(ctx, CopyTarget::CodeWithSecrets, code);
        }
        // One is missing: the text would not be what was asked for.
        let failed = Msg::Copied(CopyTarget::CodeWithSecrets, false);
        ctx.link().send_message(AppMsg::Happened(failed));
    }

    fn leave_secret(&mut self, ctx: &Context<Self>, field: Field) {
        let text = secret_inputs::read(&ctx.props().shadow, &field);
        let found = if text.is_empty() {
            Ok(Vec::new())
        } else if field == Field::AccessToken {
            secret_inputs::check_token(&text).map(|(_, remarks)| remarks)
        } else {
            match field.kind(&self.model.auth()) {
                Some(FieldKind::Json(part)) => {
                    typed::json_value(part, &text, &MEANS).map(|_| Vec::new())
                }
                kind => params::parse(kind.unwrap_or(&FieldKind::Secret), &text)
                    .map(|(_, remarks)| remarks),
            }
        };
        let token = field == Field::AccessToken;
        self.decide(ctx, Msg::SecretLeft(field, found), None);
        if token {
            self.look_at_token(ctx);
        }
    }
}

fn copy(ctx: &Context<App>, target: CopyTarget, text: Zeroizing<String>) {
    let link = ctx.link().clone();
    spawn_local(async move {
        let worked = clipboard::copy(&text).await;
        link.send_message(AppMsg::Happened(Msg::Copied(target, worked)));
    });
}

/// Tells the host page, where a press needs a token and there is none.
fn ask_for_token(start: &Start, token: &TokenReport) {
    if matches!(token, TokenReport::Typed(Err(Problem::Missing))) {
        emit(&start.element, &HostEvent::TokenNeeded("needed"));
    }
}

pub(super) fn read_token(ctx: &Context<App>) -> TokenReport {
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

/// What comes of an answer, with the pause that its header asks for. Only looks are repeated.
fn read_answer(call: Call, answer: Result<(Response, Option<String>), CallError>) -> Answer {
    let after = answer.as_ref().ok().and_then(|(_, after)| after.as_ref()?.trim().parse().ok());
    let answer = answer.map(|(response, _)| response);
    match call {
        Call::Create => Answer::Create(answer.and_then(create_connection::response)),
        Call::LookUp(_) => {
            let page = answer.and_then(list_connections::response);
            Answer::LookUp(page.map_err(|error| error.with_retry_after(after)))
        }
        Call::Test => Answer::Test(answer.and_then(test_connection::response)),
    }
}
