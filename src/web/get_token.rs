//! Deeds for access tokens: what one says of itself, one from IMS, and one in place of a
//! refused one.

use std::rc::Rc;

use flow_service::error::{CallError, NoAnswer};
use flow_service::operation::get_token;
use flow_service::secret::{Secret, SecretName, Secrets};
use flow_service::token_request::TokenRequest;
use flow_service::value::{Problem, Remark};
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement, ShadowRoot};
use yew::prelude::*;
use zeroize::Zeroizing;

use super::app::{App, AppMsg};
use super::deeds::read_token;
use super::{clock, secret_inputs, send};
use crate::screen::check::Probe;
use crate::screen::{Effect, Field, Msg, Ticket, TokenSource, element_id};
use crate::screen::{get_token as decided, renewal, token_note, unanswered};

impl App {
    /// Carries out what is about access tokens.
    pub(super) fn carry_out_for_token(&mut self, ctx: &Context<Self>, effect: Effect) {
        let start = ctx.props();
        let session = &start.session;
        match effect {
            Effect::LookAtToken => self.look_at_token(ctx),
            Effect::OfferLook => {
                let look = unanswered::Msg::Look(read_token(ctx));
                self.decide(ctx, Msg::Unanswered(look), None);
            }
            Effect::WatchToken(pause) => {
                let link = ctx.link().clone();
                session.watch(Timeout::new(pause, move || {
                    let tick = token_note::Msg::Tick(clock::now());
                    link.send_message(AppMsg::Happened(Msg::TokenNote(tick)));
                }));
            }
            Effect::CheckClientSecret => {
                let found = self.client_secret(ctx).map(|(_, remark)| remark);
                if let Ok(Some(remark)) = found {
                    self.decide(ctx, Msg::GetToken(decided::Msg::Remarked(remark)), None);
                }
                let found = found.map(drop);
                self.decide(ctx, Msg::GetToken(decided::Msg::Checked(found)), None);
            }
            Effect::GetToken(ticket, request) => self.get_token(ctx, ticket, request),
            Effect::StopGettingToken => session.getting.abort(),
            Effect::UseNewToken => self.use_new_token(ctx),
            Effect::GiveUpWaiting => {
                secret_inputs::clear_one(&start.shadow, element_id::NEW_TOKEN);
                session.waiting.resume(false);
                session.waiting.give_focus_back();
            }
            // Carried out elsewhere.
            _ => {}
        }
    }

    /// What the token says that counts: the one in the input, else the one that is kept.
    pub(super) fn look_at_token(&mut self, ctx: &Context<Self>) {
        let text = secret_inputs::read(&ctx.props().shadow, &Field::AccessToken);
        let session = &ctx.props().session;
        let token = if text.trim().is_empty() {
            session.kept()
        } else {
            secret_inputs::check_token(&text).ok().map(|(token, _)| Rc::new(token))
        };
        let facts = token.as_deref().and_then(secret_inputs::facts);
        if session.look_at(token) {
            self.decide(ctx, Msg::TokenNote(token_note::Msg::Another), None);
        }
        let facts = token_note::Msg::Facts(facts, clock::now());
        self.decide(ctx, Msg::TokenNote(facts), None);
    }

    /// Asks IMS. The token is kept for the page; it is never in an input.
    fn get_token(&self, ctx: &Context<Self>, ticket: Ticket, request: TokenRequest) {
        let mut secrets = Secrets::default();
        let Ok((secret, _)) = self.client_secret(ctx) else { return };
        secrets.insert(SecretName::ims_client_secret(), secret);
        let session = Rc::clone(&ctx.props().session);
        let shadow = ctx.props().shadow.clone();
        let base = self.model.ims_base().to_owned();
        let link = ctx.link().clone();
        let Some(controller) = session.getting.begin() else { return };
        let stood = secret_inputs::read(&shadow, &Field::AccessToken);
        let pressed = shadow.active_element();
        spawn_local(async move {
            let answer = send::request_token(&base, &request, &secrets, &controller).await;
            let answer = answer.and_then(get_token::response);
            let cancelled = controller.signal().aborted()
                && !matches!(answer, Err(CallError::NoAnswer(NoAnswer::TimedOut(_))));
            if cancelled {
                return;
            }
            // Nothing is claimed beyond what the host shows by answering at all.
            if matches!(answer, Err(CallError::NoAnswer(NoAnswer::ConnectionFailed))) {
                let probe = session.probe(&base, &controller).await;
                if controller.signal().aborted() && !session.getting.is(&controller) {
                    return;
                }
                let host = match probe {
                    Probe::Answers => decided::Host::Answers,
                    Probe::Fails => decided::Host::Silent,
                    Probe::TimedOut(_) => decided::Host::Unknown,
                };
                let probed = decided::Msg::Probed(ticket, host);
                link.send_message(AppMsg::Happened(Msg::GetToken(probed)));
            }
            let came = answer.map(|new| {
                session.set_typed(None);
                session.hold(new.token, TokenSource::Person);
                let is_typed_over = secret_inputs::read(&shadow, &Field::AccessToken) != stood;
                if !is_typed_over {
                    secret_inputs::clear(&shadow, &[Field::AccessToken]);
                }
                let held = session.held().and_then(|(_, ends_at)| ends_at);
                let ends_at =
                    held.or_else(|| new.expires_in_ms.map(|length| clock::now() + length));
                let active = shadow.active_element();
                let types = active != pressed && active.as_ref().is_some_and(takes_text);
                decided::Came { ends_at, is_typed_over, types }
            });
            let came = came.map_err(|error| error.redacted(&secrets));
            let kept = came.is_ok();
            let answered = decided::Msg::Answered(ticket, came);
            link.send_message(AppMsg::Happened(Msg::GetToken(answered)));
            if kept {
                link.send_message(AppMsg::TokenChanged);
                session.waiting.resume(true);
                session.waiting.give_focus_back();
            }
        });
    }

    /// The calls that wait go on with what was typed.
    fn use_new_token(&mut self, ctx: &Context<Self>) {
        let start = ctx.props();
        let text = secret_inputs::read_one(&start.shadow, element_id::NEW_TOKEN);
        match secret_inputs::check_token(&text) {
            Err(problem) => {
                self.decide(ctx, Msg::Renewal(renewal::Msg::Unusable(problem)), None);
            }
            Ok((token, _)) => {
                // The refused one may still stand in its input; one that is newer stays.
                if !self.model.token_edited {
                    secret_inputs::clear(&start.shadow, &[Field::AccessToken]);
                }
                start.session.set_typed(None);
                start.session.hold(token, TokenSource::Person);
                secret_inputs::clear_one(&start.shadow, element_id::NEW_TOKEN);
                start.session.waiting.resume(true);
                start.session.waiting.give_focus_back();
                self.tell_token(ctx);
            }
        }
    }

    /// What has the focus gets it back when the question is answered. Who is typing elsewhere
    /// keeps it.
    pub(super) fn before_renewal(&self, ctx: &Context<Self>, msg: renewal::Msg) -> renewal::Msg {
        let renewal::Msg::Asked { again, awaited } = msg else { return msg };
        let active = ctx.props().shadow.active_element();
        let types = active.as_ref().is_some_and(takes_text);
        if self.model.renewal.is_none() {
            let active = active.and_then(|element| element.dyn_into::<HtmlElement>().ok());
            ctx.props().session.waiting.keep_focus(active);
        }
        renewal::Msg::Asked { again, awaited: awaited || !types }
    }

    /// The text of the client secret, in its input or on the way there.
    pub(super) fn read_client_secret(&self, shadow: &ShadowRoot) -> Zeroizing<String> {
        if shadow.get_element_by_id(element_id::IMS_CLIENT_SECRET).is_some() {
            return secret_inputs::read_one(shadow, element_id::IMS_CLIENT_SECRET);
        }
        self.client_secret.clone().unwrap_or_default()
    }

    /// Puts it into its input, once that is drawn.
    pub(super) fn set_client_secret(&mut self, shadow: &ShadowRoot, text: Zeroizing<String>) {
        secret_inputs::set(shadow, element_id::IMS_CLIENT_SECRET, &text);
        self.client_secret = Some(text);
    }

    /// What asks for a token moves to another place of the page, and its secret with it.
    pub(super) fn move_client_secret(&mut self, shadow: &ShadowRoot) {
        self.client_secret = Some(self.read_client_secret(shadow));
    }

    fn client_secret(&self, ctx: &Context<Self>) -> Result<(Secret, Option<Remark>), Problem> {
        let text = self.read_client_secret(&ctx.props().shadow);
        Secret::parse((*text).clone())
    }
}

/// Called after each drawing: an input that was drawn anew gets its secret.
pub(super) fn drawn(app: &mut App, ctx: &Context<App>) {
    let shadow = &ctx.props().shadow;
    if app.client_secret.is_some()
        && shadow.get_element_by_id(element_id::IMS_CLIENT_SECRET).is_some()
        && let Some(text) = app.client_secret.take()
    {
        secret_inputs::set(shadow, element_id::IMS_CLIENT_SECRET, &text);
    }
}

fn takes_text(element: &Element) -> bool {
    element.has_type::<HtmlInputElement>() || element.has_type::<HtmlTextAreaElement>()
}
