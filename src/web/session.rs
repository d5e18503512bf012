//! The access token of one element, until the page closes, the person forgets it, or the
//! element leaves the page. And the one place where calls are made with it.

use std::cell::RefCell;
use std::rc::Rc;

use flow_service::error::{CallError, NoAnswer, NotSent};
use flow_service::request::Request;
use flow_service::response::Response;
use flow_service::secret::{SecretName, Secrets};
use flow_service::value::AccessToken;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortController;

use super::{clock, secret_inputs, send};
use crate::screen::TokenSource;

/// How long before its end a token of the host page is renewed, in milliseconds.
const RENEW_BEFORE: u64 = 60_000;

/// What one element keeps besides its model.
#[derive(Default)]
pub struct Session {
    /// The token that is kept for the page.
    held: RefCell<Option<Held>>,
    /// The token in the input when *Create connection* was pressed last.
    typed: RefCell<Option<Rc<AccessToken>>>,
    provider: RefCell<Option<Function>>,
    running: RefCell<Option<AbortController>>,
    checking: RefCell<Option<AbortController>>,
    /// What is asked beside the main job.
    aside: RefCell<Option<AbortController>>,
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

    /// Whether a token is kept or can be asked for.
    pub(super) fn is_available(&self) -> bool {
        self.held.borrow().is_some() || self.provider.borrow().is_some()
    }

    pub(super) fn provider(&self) -> Option<Function> {
        self.provider.borrow().clone()
    }

    pub(super) fn set_provider(&self, provider: Option<Function>) {
        *self.provider.borrow_mut() = provider;
    }

    /// Forgets every token.
    pub(super) fn forget(&self) {
        self.held.borrow_mut().take();
        self.typed.borrow_mut().take();
    }

    /// The token that the next call is made with, as far as it is here already.
    pub(super) fn present(&self) -> Option<Rc<AccessToken>> {
        let typed = self.typed.borrow();
        let held = self.held.borrow();
        typed.as_ref().or_else(|| Some(&held.as_ref()?.token)).map(Rc::clone)
    }

    /// The element left the page.
    pub(super) fn leave(&self) {
        self.abort();
        self.abort_check();
        self.abort_aside();
        self.forget();
    }

    /// A call of the main job begins; [`Self::abort`] breaks it off.
    pub(super) fn begin(&self) -> Option<AbortController> {
        let controller = AbortController::new().ok();
        (*self.running.borrow_mut()).clone_from(&controller);
        controller
    }

    /// A call beside the main job begins; [`Self::abort_aside`] breaks it off.
    pub(super) fn begin_aside(&self) -> Option<AbortController> {
        let controller = AbortController::new().ok();
        (*self.aside.borrow_mut()).clone_from(&controller);
        controller
    }

    /// Breaks off what is asked beside the main job.
    pub(super) fn abort_aside(&self) {
        let aside = self.aside.borrow_mut().take();
        if let Some(aside) = aside {
            aside.abort();
        }
    }

    /// Breaks off what is running.
    pub(super) fn abort(&self) {
        // What listens to the signal may be the host page, and come back here.
        let running = self.running.borrow_mut().take();
        if let Some(running) = running {
            running.abort();
        }
    }

    /// A request of a check begins; [`Self::abort_check`] breaks it off.
    pub(super) fn begin_check(&self) -> Option<AbortController> {
        let controller = AbortController::new().ok();
        (*self.checking.borrow_mut()).clone_from(&controller);
        controller
    }

    /// Breaks off what a check asks for.
    pub(super) fn abort_check(&self) {
        let checking = self.checking.borrow_mut().take();
        if let Some(checking) = checking {
            checking.abort();
        }
    }

    /// Whether the host of the API answers at all.
    pub(super) async fn probe(&self, base: &str, controller: &AbortController) -> bool {
        send::probe(base, controller).await
    }

    /// Makes a call. Afterwards `secrets` hold the token too, to be taken out of what is shown.
    ///
    /// A call that is refused with 401 was not carried out; it is made once more if the
    /// host page gives a token when it is asked again. No other call is ever repeated here.
    pub(super) async fn call(
        &self,
        base: &str,
        request: &Request,
        secrets: &mut Secrets,
        controller: &AbortController,
    ) -> Result<(Response, Option<String>), CallError> {
        let missing = || CallError::NotSent(NotSent::MissingSecret(SecretName::access_token()));
        let mut token = self.token(controller).await.ok_or_else(missing)?;
        let mut renewed = false;
        loop {
            secrets.insert_token(&token);
            // The host page may have taken its time.
            if controller.signal().aborted() {
                return Err(CallError::NoAnswer(NoAnswer::Cancelled));
            }
            let answer = send::send(base, request, secrets, controller).await;
            let refused = answer.as_ref().is_ok_and(|(response, _)| response.status == 401);
            if !refused || renewed || self.typed.borrow().is_some() {
                return answer;
            }
            match self.ask("refused", controller).await {
                Some(another) => token = another,
                None => return answer,
            }
            renewed = true;
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
            None => self.ask("needed", controller).await,
            Some((token, Some(end))) if end <= clock::now().saturating_add(RENEW_BEFORE) => {
                Some(self.ask("expiring", controller).await.unwrap_or(token))
            }
            Some((token, _)) => Some(token),
        }
    }

    /// Asks the host page for a token, if it offered to be asked.
    async fn ask(&self, reason: &str, controller: &AbortController) -> Option<Rc<AccessToken>> {
        let provider = self.provider()?;
        let question = Object::new();
        Reflect::set(&question, &"reason".into(), &reason.into()).ok()?;
        Reflect::set(&question, &"signal".into(), &controller.signal()).ok()?;
        let answer = provider.call1(&JsValue::UNDEFINED, &question).ok()?;
        let text = JsFuture::from(Promise::resolve(&answer)).await.ok()?;
        let text = zeroize::Zeroizing::new(text.as_string()?);
        let token = AccessToken::parse(&text).ok()?.value;
        self.hold(token, TokenSource::HostPage);
        self.held.borrow().as_ref().map(|held| Rc::clone(&held.token))
    }
}
