//! The access token of one element, until the page closes, the person forgets it, or the
//! element leaves the page. And the one place where calls are made with it.

use std::cell::RefCell;
use std::rc::Rc;

use flow_service::error::{CallError, NoAnswer, NotSent};
use flow_service::request::{Method, Request};
use flow_service::response::Response;
use flow_service::secret::{SecretName, Secrets};
use flow_service::value::AccessToken;
use gloo_timers::callback::Timeout;
use web_sys::AbortController;

use super::host_page::{HostPage, Reason};
use super::renewal::{Asks, Waiting};
use super::running::Running;
use super::{clock, secret_inputs, send};
use crate::screen::TokenSource;
use crate::screen::check::Probe;

/// How long before its end a token of the host page is renewed, in milliseconds.
const RENEW_BEFORE: u64 = 60_000;

/// What one element keeps besides its model.
#[derive(Default)]
pub struct Session {
    /// The token that is kept for the page.
    held: RefCell<Option<Held>>,
    /// The token in the input when *Create connection* was pressed last.
    typed: RefCell<Option<Rc<AccessToken>>>,
    /// The token that was looked at last.
    looked_at: RefCell<Option<Rc<AccessToken>>>,
    /// The host page, as far as it gives tokens.
    pub(super) host: HostPage,
    /// The calls of the main job.
    pub(super) main: Running,
    /// The requests of a check.
    pub(super) check: Running,
    /// What is asked beside the main job.
    pub(super) aside: Running,
    /// The request for a token.
    pub(super) getting: Running,
    /// The list of sandboxes.
    pub(super) sandboxes: Running,
    /// The list of sources.
    pub(super) sources: Running,
    /// The next look for a connection whose outcome is unknown.
    next_look: RefCell<Option<Timeout>>,
    /// The next look at what the token says of itself.
    watch: RefCell<Option<Timeout>>,
    /// The pause in what a person does, while it is waited for.
    pause: RefCell<Option<Timeout>>,
    /// The calls that wait for a token.
    pub(super) waiting: Waiting,
}

struct Held {
    token: Rc<AccessToken>,
    source: TokenSource,
    expires_at: Option<u64>,
}

impl Session {
    /// Keeps a token for the page.
    pub(super) fn hold(&self, token: AccessToken, source: TokenSource) {
        self.hold_shared(Rc::new(token), source);
    }

    fn hold_shared(&self, token: Rc<AccessToken>, source: TokenSource) {
        let expires_at = secret_inputs::claims(&token).map(|claims| claims.expires_at);
        *self.held.borrow_mut() = Some(Held { token, source, expires_at });
    }

    /// The token in the input counts for the calls until the next press, or none does.
    pub(super) fn set_typed(&self, token: Option<AccessToken>) {
        *self.typed.borrow_mut() = token.map(Rc::new);
    }

    /// The token in the input worked: it is kept, so that the input can be emptied.
    pub(super) fn keep_typed(&self) {
        if let Some(token) = self.typed.borrow_mut().take() {
            self.hold_shared(token, TokenSource::Person);
        }
    }

    /// Where the kept token came from, and when it ends.
    pub(super) fn held(&self) -> Option<(TokenSource, Option<u64>)> {
        self.held.borrow().as_ref().map(|held| (held.source, held.expires_at))
    }

    /// The token that is kept.
    pub(super) fn kept(&self) -> Option<Rc<AccessToken>> {
        self.held.borrow().as_ref().map(|held| Rc::clone(&held.token))
    }

    /// This token is looked at. Whether it has another text than the one before: a host page may
    /// give the same one again and again.
    pub(super) fn look_at(&self, token: Option<Rc<AccessToken>>) -> bool {
        let mut before = self.looked_at.borrow_mut();
        let is_same =
            |before: &Rc<AccessToken>| token.as_ref().is_none_or(|token| token.is_same(before));
        let is_another = token.is_some() && !before.as_ref().is_some_and(is_same);
        *before = token;
        is_another
    }

    /// Looks for the connection then. A look that was meant before is not made any more.
    pub(super) fn look_after(&self, pause: Timeout) {
        self.next_look.replace(Some(pause));
    }

    /// Looks at the token then, and not when that was meant before.
    pub(super) fn watch(&self, then: Timeout) {
        self.watch.replace(Some(then));
    }

    /// Waits for this pause, and for no earlier one.
    pub(super) fn pause(&self, then: Timeout) {
        self.pause.replace(Some(then));
    }

    /// Whether a token is kept or can be asked for.
    pub(super) fn is_available(&self) -> bool {
        self.held.borrow().is_some() || self.host.provider().is_some()
    }

    /// Forgets every token.
    pub(super) fn forget(&self) {
        self.held.borrow_mut().take();
        self.typed.borrow_mut().take();
        self.looked_at.borrow_mut().take();
    }

    /// The token that the next call is made with, as far as it is here already.
    pub(super) fn present(&self) -> Option<Rc<AccessToken>> {
        let typed = self.typed.borrow();
        let held = self.held.borrow();
        typed.as_ref().or_else(|| Some(&held.as_ref()?.token)).map(Rc::clone)
    }

    /// The element left the page.
    pub(super) fn leave(&self) {
        for running in
            [&self.main, &self.check, &self.aside, &self.getting, &self.sandboxes, &self.sources]
        {
            running.abort();
        }
        self.next_look.take();
        self.watch.take();
        self.pause.take();
        self.waiting.resume(false);
        self.forget();
    }

    /// Whether the host of the API answers at all.
    pub(super) async fn probe(&self, base: &str, controller: &AbortController) -> Probe {
        send::probe(base, controller).await
    }

    /// Makes a call. Afterwards `secrets` hold the token too, to be taken out of what is shown.
    ///
    /// A call whose token is refused was not carried out; it is made once more with each token
    /// that the host page or else a person gives. No other call is ever repeated here. Waiting
    /// for a person does not count into the time limit of a call.
    pub(super) async fn call(
        &self,
        base: &str,
        request: &Request,
        secrets: &mut Secrets,
        controller: &AbortController,
        asks: Asks,
    ) -> Result<(Response, Option<String>), CallError> {
        let missing = || CallError::NotSent(NotSent::MissingSecret(SecretName::access_token()));
        let mut token = self.token(controller).await.ok_or_else(missing)?;
        let (mut renewed, mut again) = (false, false);
        loop {
            secrets.insert_token(&token);
            // The host page may have taken its time.
            if controller.signal().aborted() {
                return Err(CallError::NoAnswer(NoAnswer::Cancelled));
            }
            let answer = send::send(base, request, secrets, controller).await;
            let refused = answer.as_ref().is_ok_and(|(response, _)| response.status == 401);
            if !refused {
                return answer;
            }
            // It was on its way with the old one while another call got a new one.
            if let Some(newer) = self.present().filter(|newer| !newer.is_same(&token)) {
                token = newer;
                continue;
            }
            let typed = self.typed.borrow().is_some();
            if !typed
                && !renewed
                && !again
                && let Some(another) = self.ask(Reason::Refused, controller).await
            {
                token = another;
                renewed = true;
                continue;
            }
            let asked = match asks {
                Asks::Never => false,
                Asks::WhereKept => !typed,
                Asks::Always => true,
            };
            let asked = asked && answer.as_ref().is_ok_and(|(answer, _)| answer.refuses_token());
            let awaited = request.method != Method::Get;
            if !asked || !self.waiting.wait(again, awaited, controller).await {
                return answer;
            }
            let held = self.held.borrow().as_ref().map(|held| Rc::clone(&held.token));
            let Some(another) = held else { return answer };
            token = another;
            again = true;
        }
    }

    /// The token that counts now, asked for where that is needed.
    async fn token(&self, controller: &AbortController) -> Option<Rc<AccessToken>> {
        if let Some(token) = self.typed.borrow().as_ref() {
            return Some(Rc::clone(token));
        }
        let held =
            self.held.borrow().as_ref().map(|held| (Rc::clone(&held.token), held.expires_at));
        match held {
            None => self.ask(Reason::Needed, controller).await,
            Some((token, Some(end))) if end <= clock::now().saturating_add(RENEW_BEFORE) => {
                Some(self.ask(Reason::Expiring, controller).await.unwrap_or(token))
            }
            Some((token, _)) => Some(token),
        }
    }

    /// Whether the host page is asked for a token for the main job.
    pub(super) fn asks_for_main(&self) -> bool {
        self.host.is_asked_for(&self.main)
    }

    /// Whether the main job was refused, and waits for another token.
    pub(super) fn main_waits(&self) -> bool {
        self.waiting.has(&self.main)
    }

    /// Asks the host page for a token, if it offered to be asked.
    async fn ask(&self, reason: Reason, controller: &AbortController) -> Option<Rc<AccessToken>> {
        let token = self.host.ask(reason, controller).await?;
        self.hold(token, TokenSource::HostPage);
        self.held.borrow().as_ref().map(|held| Rc::clone(&held.token))
    }
}
