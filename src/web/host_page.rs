//! The host page is asked for an access token, where it offered to be asked.

use std::cell::RefCell;

use flow_service::value::AccessToken;
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AbortSignal};
use zeroize::Zeroizing;

use super::running::Running;

/// How long the host page may take to give a token, in milliseconds.
const LIMIT: u32 = 60_000;

/// What the host page offered, and what it is asked.
#[derive(Default)]
pub struct HostPage {
    provider: RefCell<Option<Function>>,
    /// The calls that wait for its answer.
    asking: RefCell<Vec<AbortController>>,
    /// What it was asked last and did not answer yet, and the call for which it was.
    question: RefCell<Option<(JsValue, AbortController)>>,
}

/// Why it is asked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reason {
    /// There is none.
    Needed,
    /// The one that is there ends.
    Expiring,
    /// The one that was sent was refused.
    Refused,
}

impl Reason {
    fn name(self) -> &'static str {
        match self {
            Self::Needed => "needed",
            Self::Expiring => "expiring",
            Self::Refused => "refused",
        }
    }
}

impl HostPage {
    pub(super) fn provider(&self) -> Option<Function> {
        self.provider.borrow().clone()
    }

    pub(super) fn set_provider(&self, provider: Option<Function>) {
        *self.provider.borrow_mut() = provider;
    }

    /// Whether it is asked for this call.
    pub(super) fn is_asked_for(&self, call: &Running) -> bool {
        self.asking.borrow().iter().any(|controller| call.is(controller))
    }

    /// Asks it for a token. Calls that need one at the same time ask once.
    pub(super) async fn ask(
        &self,
        reason: Reason,
        controller: &AbortController,
    ) -> Option<AccessToken> {
        self.asking.borrow_mut().push(controller.clone());
        let answer = self.answer(reason, controller).await;
        self.asking.borrow_mut().retain(|held| held != controller);
        let text = Zeroizing::new(answer?.as_string()?);
        Some(AccessToken::parse(&text).ok()?.value)
    }

    async fn answer(&self, reason: Reason, controller: &AbortController) -> Option<JsValue> {
        let signal = controller.signal();
        let asked = self.question.borrow().clone().filter(|_| reason != Reason::Refused);
        if let Some((answer, first)) = asked {
            let given = settled(&answer, &signal).await;
            // With the call for which it was asked the question may be broken off.
            if given.is_some() || signal.aborted() || !first.signal().aborted() {
                return given;
            }
        }
        let provider = self.provider()?;
        let question = Object::new();
        Reflect::set(&question, &"reason".into(), &reason.name().into()).ok()?;
        Reflect::set(&question, &"signal".into(), &signal).ok()?;
        let answer = provider.call1(&JsValue::UNDEFINED, &question).ok()?;
        self.question.replace(Some((answer.clone(), controller.clone())));
        let given = settled(&answer, &signal).await;
        self.question.borrow_mut().take_if(|(_, asker)| asker == controller);
        given
    }
}

/// What a promise of the host page gives. It may never settle: none where the call is broken
/// off before, or where it takes too long.
async fn settled(answer: &JsValue, signal: &AbortSignal) -> Option<JsValue> {
    let mut resolve = None;
    let ended = Promise::new(&mut |resolved, _| resolve = Some(resolved));
    let resolve = resolve.filter(|_| !signal.aborted())?;
    // What ends the waiting is no text, and so no token. The signal is the host page's too:
    // its own `onabort` stays.
    let end = move || drop(resolve.call0(&JsValue::UNDEFINED));
    let _aborted = EventListener::once(signal, "abort", {
        let end = end.clone();
        move |_| end()
    });
    let _late = Timeout::new(LIMIT, end);
    let first = Promise::race(&Array::of2(answer, &ended));
    let given = JsFuture::from(first).await.ok();
    // A token that comes for a call that is broken off is not kept: the element may be gone.
    given.filter(|_| !signal.aborted())
}
