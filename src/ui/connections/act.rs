//! What a person does in these views, and who is told.

use std::rc::Rc;

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element as Node, Event, HtmlInputElement, HtmlTextAreaElement, KeyboardEvent};
use yew::Callback;
use yew::virtual_dom::{Listener, ListenerKind};

use super::super::act::opens_elsewhere;
use super::super::element::Element;
use crate::screen::Route;
use crate::screen::connections::{Msg, window::Scroll};

/// What a person did. Where the browser has to be asked first, there is no message yet.
#[derive(Debug, Clone)]
pub enum Act {
    /// Something that the model can be told at once.
    Tell(Msg),
    /// *Save* was pressed: these secrets have to be read.
    Save(Vec<SecretInput>),
}

/// An input that holds a secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecretInput {
    /// The `id` of the input.
    pub id: String,
    /// The key of the parameter.
    pub key: String,
}

/// What becomes of an event, if anything.
type React = dyn Fn(&Event) -> Option<Act>;

struct Ear {
    kind: ListenerKind,
    act: Callback<Act>,
    react: Box<React>,
}

impl Listener for Ear {
    fn kind(&self) -> ListenerKind {
        self.kind.clone()
    }

    fn handle(&self, event: Event) {
        if let Some(act) = (self.react)(&event) {
            self.act.emit(act);
        }
    }

    fn passive(&self) -> bool {
        matches!(self.kind, ListenerKind::onscroll)
    }
}

impl Element {
    fn hear(
        self,
        act: &Callback<Act>,
        kind: ListenerKind,
        react: impl Fn(&Event) -> Option<Act> + 'static,
    ) -> Self {
        self.listener(Rc::new(Ear { kind, act: act.clone(), react: Box::new(react) }))
    }

    /// A press says this.
    pub(super) fn on_click(self, act: &Callback<Act>, msg: Msg) -> Self {
        self.hear(act, ListenerKind::onclick, move |_| Some(Act::Tell(msg.clone())))
    }

    /// A link to a view.
    pub(super) fn on_follow(self, act: &Callback<Act>, route: Route) -> Self {
        self.hear(act, ListenerKind::onclick, move |event| {
            if opens_elsewhere(event) {
                return None;
            }
            event.prevent_default();
            Some(Act::Tell(Msg::LinkFollowed(route.clone())))
        })
    }

    /// The whole new text, whenever it changes.
    pub(super) fn on_input(
        self,
        act: &Callback<Act>,
        msg: impl Fn(String) -> Msg + 'static,
    ) -> Self {
        self.hear(act, ListenerKind::oninput, move |event| Some(Act::Tell(msg(value(event)?))))
    }

    /// The value of a choice, when another is chosen.
    pub(super) fn on_change(
        self,
        act: &Callback<Act>,
        msg: impl Fn(String) -> Msg + 'static,
    ) -> Self {
        self.hear(act, ListenerKind::onchange, move |event| Some(Act::Tell(msg(value(event)?))))
    }

    /// Whether a box is checked now.
    pub(super) fn on_check(self, act: &Callback<Act>, msg: impl Fn(bool) -> Msg + 'static) -> Self {
        self.hear(act, ListenerKind::onchange, move |event| {
            let target = event.target()?;
            Some(Act::Tell(msg(target.unchecked_ref::<HtmlInputElement>().checked())))
        })
    }

    /// What is pasted into an input stays there: it is nothing to fill the form from.
    pub(super) fn keeps_pastes(self, act: &Callback<Act>) -> Self {
        self.hear(act, ListenerKind::onpaste, |event| {
            let target = event.composed_path().get(0);
            let is_input =
                target.has_type::<HtmlInputElement>() || target.has_type::<HtmlTextAreaElement>();
            event.set_cancel_bubble(is_input);
            None
        })
    }

    /// How far the element is scrolled.
    pub(super) fn on_scroll(
        self,
        act: &Callback<Act>,
        msg: impl Fn(Scroll) -> Msg + 'static,
    ) -> Self {
        self.hear(act, ListenerKind::onscroll, move |event| {
            let target = event.target()?;
            Some(Act::Tell(msg(scroll_of(target.unchecked_ref::<Node>()))))
        })
    }

    /// A key; where it means something, the browser does nothing else about it.
    pub(super) fn on_key(
        self,
        act: &Callback<Act>,
        msg: impl Fn(&str) -> Option<Msg> + 'static,
    ) -> Self {
        self.hear(act, ListenerKind::onkeydown, move |event| {
            let key = event.unchecked_ref::<KeyboardEvent>();
            let plain = !key.ctrl_key() && !key.meta_key() && !key.alt_key();
            let msg = if plain { msg(&key.key())? } else { return None };
            event.prevent_default();
            Some(Act::Tell(msg))
        })
    }

    /// Enter in an input of the form, or its button. The browser itself sends nothing.
    pub(super) fn on_submit(self, act: &Callback<Act>, submitted: Act) -> Self {
        self.hear(act, ListenerKind::onsubmit, move |event| {
            event.prevent_default();
            Some(submitted.clone())
        })
    }
}

/// The browser's `value` is read alike from all elements that have one.
fn value(event: &Event) -> Option<String> {
    Some(event.target()?.unchecked_ref::<HtmlInputElement>().value())
}

/// How far an element is scrolled, and what is seen of it.
fn scroll_of(node: &Node) -> Scroll {
    let pixels = |number: i32| u32::try_from(number).unwrap_or_default();
    Scroll {
        top: pixels(node.scroll_top()),
        left: pixels(node.scroll_left()),
        height: pixels(node.client_height()),
        width: pixels(node.client_width()),
    }
}
