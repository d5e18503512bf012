//! How what the model decides becomes deeds.

use std::rc::Rc;

use flow_service::error::CallError;
use flow_service::operation::{create_connection, list_connections, test_connection};
use flow_service::request::Request;
use flow_service::response::Response;
use flow_service::secret::Secrets;
use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::super::host_event::emit;
use super::super::{clipboard, clock, part, secret_inputs, theme};
use super::{App, AppMsg};
use crate::screen::{Answer, Call, Effect, Event as HostEvent, Msg, Ticket, update};

impl App {
    /// Tells the model, and carries out what it decides.
    pub(super) fn tell(&mut self, ctx: &Context<Self>, msg: Msg, mut secrets: Option<Secrets>) {
        for effect in update(&mut self.model, msg) {
            self.carry_out(ctx, effect, &mut secrets);
        }
    }

    pub(super) fn carry_out(
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
            Effect::Focus(id) => self.focus = Some(id),
            Effect::ClearSecrets(fields) => {
                secret_inputs::clear(&start.shadow, &fields);
                start.session.keep_typed();
                self.tell_token(ctx);
            }
            Effect::FillSampleSecrets => secret_inputs::fill_sample(&start.shadow),
            Effect::ForgetToken => start.session.forget(),
            Effect::Copy(target, text) => {
                let link = ctx.link().clone();
                spawn_local(async move {
                    let worked = clipboard::copy(&text).await;
                    link.send_message(AppMsg::Happened(Msg::Copied(target, worked)));
                });
            }
            Effect::Emit(event) => emit(&start.element, &event),
            Effect::LoadPart => {
                let link = ctx.link().clone();
                spawn_local(async move {
                    let there = part::load().await;
                    let texts = part::part().filter(|_| there).map(|part| part.texts);
                    link.send_message(AppMsg::Happened(Msg::PartLoaded(texts)));
                });
            }
            // Before the configuration is read it is not known where to ask.
            Effect::OfferAccess if !self.configured => {}
            Effect::OfferAccess => {
                let token = Self::read_token(ctx);
                ctx.link().send_message(AppMsg::Happened(Msg::AccessOffered(token)));
            }
            Effect::ListSandboxes(access) => {
                let session = Rc::clone(&start.session);
                let base = self.model.api_base().to_owned();
                let link = ctx.link().clone();
                spawn_local(async move {
                    let there = part::load().await;
                    let listed = match part::part() {
                        Some(part) if there => {
                            (part.sandboxes)(session, base, access.clone()).await
                        }
                        _ => None,
                    };
                    link.send_message(AppMsg::Happened(Msg::SandboxesAre(access, listed)));
                });
            }
            Effect::ShowRoute(route) => {
                if let Some(address) = &self.address {
                    address.show(&route);
                }
            }
            Effect::KeepTheme(chosen) => theme::keep(chosen),
        }
    }

    pub(super) fn send(
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
}

/// Not inlined: within the future that calls it, it would be 1 KB more.
#[inline(never)]
fn read_answer(call: Call, answer: Result<Response, CallError>) -> Answer {
    match call {
        Call::Create => Answer::Create(answer.and_then(create_connection::response)),
        Call::LookUp(_) => Answer::LookUp(answer.and_then(list_connections::response)),
        Call::Test => Answer::Test(answer.and_then(test_connection::response)),
    }
}
