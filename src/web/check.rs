//! What a check needs of the browser: the inputs, requests that read, and the time.

use std::rc::Rc;

use flow_service::request::Request;
use flow_service::secret::Secrets;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::app::{App, AppMsg};
use super::renewal::Asks;
use super::session::Session;
use super::{clock, secret_inputs};
use crate::screen::check::{Answer, Ask, Given, Job, Msg as CheckMsg, Outcome, TokenLook};
use crate::screen::{Msg, Ticket, TokenReport};

impl App {
    /// Does what a check needs.
    pub(super) fn check(&self, ctx: &Context<Self>, job: Job) {
        let session = Rc::clone(&ctx.props().session);
        let base = self.model.api_base().to_owned();
        let link = ctx.link().clone();
        let tell = move |msg| link.send_message(AppMsg::Happened(Msg::Check(msg)));
        match job {
            Job::Read(explains) => {
                let given = self.given_to_check(ctx, &session);
                tell(CheckMsg::Read(explains, Box::new(given)));
            }
            Job::Send(ticket, ask, request) => spawn_local(async move {
                if let Some(answered) = asked(&session, &base, ticket, ask, request).await {
                    tell(answered);
                }
            }),
            Job::Probe(ticket) => spawn_local(async move {
                let Some(controller) = session.check.begin() else { return };
                let began = clock::now();
                let probe = session.probe(&base, &controller).await;
                tell(CheckMsg::Probed(ticket, probe, since(began)));
            }),
            Job::Abort => session.check.abort(),
        }
    }

    /// Reads the inputs. Their secrets are dropped here: a check sends none but the token.
    fn given_to_check(&self, ctx: &Context<Self>, session: &Session) -> Given {
        let began = clock::now();
        let (secrets, _) = self.read_secrets(ctx);
        let typed_ms = since(began);
        let began = clock::now();
        let token = match (&secrets.token, session.present()) {
            (TokenReport::Typed(Err(_)), _) => TokenLook::Missing,
            (_, None) => TokenLook::FromHost,
            (_, Some(token)) => match secret_inputs::facts(&token) {
                Some(facts) => TokenLook::Readable(facts, token.length()),
                None => TokenLook::NotReadable(token.length()),
            },
        };
        let user_agent = web_sys::window().map(|window| window.navigator().user_agent());
        Given {
            secrets,
            token,
            typed_ms,
            token_ms: since(began),
            now: clock::now(),
            user_agent: user_agent.and_then(Result::ok).unwrap_or_default(),
        }
    }
}

/// Sends a request. A refusal for lack of access is an answer like others here: it does not
/// ask the person for access.
async fn asked(
    session: &Session,
    base: &str,
    ticket: Ticket,
    ask: Ask,
    request: Request,
) -> Option<CheckMsg> {
    let controller = session.check.begin()?;
    let mut secrets = Secrets::default();
    let began = clock::now();
    let answer = session.call(base, &request, &mut secrets, &controller, Asks::Never).await;
    let took_ms = since(began);
    let outcome = Outcome::of(ask, answer.map(|(response, _)| response)).redacted(&secrets);
    Some(CheckMsg::Answered(ticket, Box::new(Answer { outcome, took_ms })))
}

/// The milliseconds since then. A clock that was set back gives none.
fn since(began: u64) -> u32 {
    clock::now().saturating_sub(began).try_into().unwrap_or(u32::MAX)
}
