//! Calls that were refused for their token, and wait until a person gives another one.

use std::cell::RefCell;

use gloo_events::EventListener;
use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, HtmlElement};
use yew::Callback;

use super::running::Running;
use crate::screen::renewal::Msg;

/// Whether a person is asked for a token where the one of a call is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asks {
    /// Nobody waits for the call.
    Never,
    /// Where the token was kept; one that stands in the input is mended there.
    WhereKept,
    /// The inputs are out of sight.
    Always,
}

/// The calls that wait.
#[derive(Default)]
pub(super) struct Waiting {
    calls: RefCell<Vec<(Function, AbortController)>>,
    tell: RefCell<Option<Callback<Msg>>>,
    /// What had the focus before.
    before: RefCell<Option<HtmlElement>>,
}

impl Waiting {
    /// Who is told that calls wait.
    pub fn tell(&self, tell: Callback<Msg>) {
        *self.tell.borrow_mut() = Some(tell);
    }

    fn say(&self, msg: Msg) {
        let tell = self.tell.borrow().clone();
        if let Some(tell) = tell {
            tell.emit(msg);
        }
    }

    /// Waits until there is another token; false where the call shall not be sent again.
    pub async fn wait(&self, again: bool, awaited: bool, controller: &AbortController) -> bool {
        let signal = controller.signal();
        let mut resolve = None;
        let promise = Promise::new(&mut |resolved, _| resolve = Some(resolved));
        let Some(resolve) = resolve.filter(|_| !signal.aborted()) else { return false };
        // What breaks off the call ends its waiting, with something that is no answer.
        let ended = resolve.clone();
        let aborted =
            EventListener::once(&signal, "abort", move |_| drop(ended.call0(&JsValue::UNDEFINED)));
        self.calls.borrow_mut().push((resolve.clone(), controller.clone()));
        self.say(Msg::Asked { again, awaited });
        let answer = JsFuture::from(promise).await.ok().and_then(|answer| answer.as_bool());
        drop(aborted);
        if answer.is_none() {
            let mut calls = self.calls.borrow_mut();
            calls.retain(|(held, _)| *held != resolve);
            let ended = calls.is_empty();
            drop(calls);
            if ended {
                self.say(Msg::Ended);
            }
        }
        answer == Some(true)
    }

    /// Whether the call that is running waits.
    pub fn has(&self, running: &Running) -> bool {
        self.calls.borrow().iter().any(|(_, controller)| running.is(controller))
    }

    /// All that wait go on, or are refused.
    pub fn resume(&self, go_on: bool) {
        let calls = self.calls.take();
        if calls.is_empty() {
            return;
        }
        for (call, _) in calls {
            drop(call.call1(&JsValue::UNDEFINED, &go_on.into()));
        }
        self.say(Msg::Ended);
    }

    /// Remembers what had the focus.
    pub fn keep_focus(&self, element: Option<HtmlElement>) {
        *self.before.borrow_mut() = element;
    }

    /// Gives the focus back to it, where it is still there.
    pub fn give_focus_back(&self) {
        if let Some(element) = self.before.take() {
            drop(element.focus());
        }
    }
}
